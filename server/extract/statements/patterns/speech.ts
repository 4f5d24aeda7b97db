import { isRole } from '../../actors/roles.ts';
import { inSet } from '../../claims/clause.ts';
import type { Span } from '../../nlp/index.ts';
import type { Tree } from '../../text/tree.ts';
import { subjectRange } from '../repair.ts';
import { POSITIONS, SAYING, SAYING_THAT } from '../verbs.ts';
import {
  clauseEnd,
  isNegatedOrUnreal,
  rangeOf,
  sharedSubject,
  subjectOf,
  thatAfter,
  thatEnd,
  type Parts,
} from './shape.ts';

/** Verbs that stand beside a quotation. */
const QUOTING = new Set([...SAYING, 'tell', 'write', 'post', 'ask', 'continue']);

/** `"...," X wrote on Twitter`, `"...," said X`: the subject or the verb follows the quotation. */
export function quotes(tree: Tree, quoted: readonly Span[]): Parts[] {
  return tree.tokens.flatMap(({ lemma, tag }, verb): Parts[] => {
    const source = /^VB[DZ]$/.test(tag) && inSet(lemma, QUOTING) ? subjectRange(tree, verb) : null;
    if (!source) return [];
    const at = tree.tokens[Math.min(source[0], verb)]!.start;
    const quotation = quoted.find(({ end }) => end <= at && at - end < 3);
    const from = quotation ? tree.tokens.findIndex(({ start }) => start >= quotation.start) : -1;
    const to = quotation ? tree.tokens.findIndex(({ start }) => start >= quotation.end) : -1;
    if (from < 0 || to - from < 5) return [];
    return [
      {
        shape: 'quote',
        source,
        cue: [verb, verb + 1],
        content: [from, to],
        lemma,
        whole: quotation,
      },
    ];
  });
}

/** "X announced on Wednesday that ...", "some observers believe ...". */
export function saying(tree: Tree, verb: number): Parts | null {
  const { lemma, tag } = tree.tokens[verb]!;
  const says = inSet(lemma, SAYING) || inSet(lemma, POSITIONS);
  if (!(says || inSet(lemma, SAYING_THAT)) || tag === 'VB' || isNegatedOrUnreal(tree, verb))
    return null;
  const that = thatAfter(tree, verb);
  const own = subjectOf(tree, verb);
  const source = own ?? (that === null ? null : sharedSubject(tree, verb));
  if (!source) return null;
  if (that !== null)
    return {
      shape: 'that',
      source,
      cue: [verb, verb + 1],
      content: [that + 1, thatEnd(tree, verb, that)],
      lemma,
    };
  const [clause] = says ? tree.childrenBy(verb, 'ccomp') : [];
  if (clause === undefined || clause < verb) return null;
  const [from, to] = rangeOf(tree, clause);
  if (from <= verb || /^(?:VB[DPZ]|MD)$/.test(tree.tokens[from]!.tag)) return null;
  return {
    shape: 'clause',
    source,
    cue: [verb, verb + 1],
    content: [from, Math.min(to, clauseEnd(tree, from))],
    lemma,
  };
}

/** "According to X, ...", "..., according to X", and both at once after a quotation. */
export function according(tree: Tree, i: number): Parts[] {
  const { tokens } = tree;
  if (!/^according$/i.test(tokens[i]!.word) || tokens[i + 1]?.lemma !== 'to') return [];
  let end = i + 2;
  while (end < tokens.length && !/^(?:,|\.|;|:|“|”|"|\))$/.test(tokens[end]!.word)) end++;
  const parts = {
    shape: 'according' as const,
    source: [i + 2, end] as const,
    cue: [i, i + 2] as const,
    lemma: 'accord',
  };
  const opening =
    /^A/.test(tokens[i]!.word) ||
    tokens.slice(0, i).every(({ tag }) => /^(?:RB|CC|,|``|''|")$/.test(tag));
  const from = pastApposition(tree, end + 1);
  const after = [from, clauseEnd(tree, from)] as const;
  const before = [0, /^(?:,|''|”)$/.test(tokens[i - 1]?.word ?? '') ? i - 1 : i] as const;
  const content = opening ? after : contentPast(tree, before);
  return content[1] - content[0] < 3 ? [] : [{ ...parts, content }];
}

/** Past ", a Belarus expert with Rochan Consulting," to what the source says. */
function pastApposition({ tokens }: Tree, from: number): number {
  if (!/^(?:an?|the)$/i.test(tokens[from]?.word ?? '')) return from;
  const comma = tokens.findIndex(({ word }, i) => i > from && word === ',');
  const role =
    comma > 0 && tokens.slice(from, comma).some(({ lemma, tag }) => tag === 'NN' && isRole(lemma));
  const verb = tokens
    .slice(from, Math.max(from, comma))
    .some(({ tag }) => /^(?:VB[DPZ]|MD)$/.test(tag));
  return role && !verb ? comma + 1 : from;
}

/** Past "Additionally," and the like. */
function contentPast(tree: Tree, [from, to]: readonly [number, number]): readonly [number, number] {
  const adverb = tree.tokens[from]?.tag === 'RB' && tree.tokens[from + 1]?.word === ',';
  return [adverb ? from + 2 : from, to];
}

/** Verbs that close a sentence after what was said. */
const CLOSING = new Set([...SAYING, 'tell']);

/** "A has happened, a lawyer for one of them said on Thursday": speaker and verb at the end. */
export function trailing(tree: Tree): Parts[] {
  const { tokens } = tree;
  const comma = tokens.findLastIndex(
    ({ word }, i) => word === ',' && i >= 4 && closingVerb(tree, i) !== null,
  );
  const verb = comma < 0 ? null : closingVerb(tree, comma);
  if (verb === null || tokens.some(({ word }) => /^["“”«»]$/u.test(word))) return [];
  const finite = tokens.slice(0, comma).some(({ tag }) => /^(?:VB[DPZ]|MD)$/.test(tag));
  const { lemma } = tokens[verb]!;
  if (!finite) return [];
  return [
    {
      shape: 'trailing',
      source: [comma + 1, verb],
      cue: [verb, verb + 1],
      content: [0, comma],
      lemma,
    },
  ];
}

/** Longest speaker and longest tail ("on Thursday in a statement") of such an ending, in tokens. */
const LONGEST_SPEAKER = 9;

/** The verb of ", NP said ..." from a comma on; null when something else stands there. */
function closingVerb({ tokens }: Tree, comma: number): number | null {
  const verb = tokens.findIndex(({ tag }, i) => i > comma && /^(?:VB[DPZ]|MD)$/.test(tag));
  if (verb < 0 || verb - comma < 2 || verb - comma > LONGEST_SPEAKER) return null;
  const { lemma, tag } = tokens[verb]!;
  if (!/^VB[DPZ]$/.test(tag) || !inSet(lemma, CLOSING)) return null;
  const first = tokens[comma + 1]!;
  if (!/^(?:DT|NNPS?|NNS|PRP\$?|JJ)$/.test(first.tag)) return null;
  const next = tokens[verb + 1];
  const closed =
    next === undefined ||
    /^[.]$/.test(next.word) ||
    (/^(?:IN|NNP|RB)$/.test(next.tag) && !/^(?:that|of)$/i.test(next.word));
  const later = tokens.slice(verb + 1).some(({ tag: other }) => /^(?:VB[DPZ]|MD)$/.test(other));
  return closed && !later ? verb : null;
}
