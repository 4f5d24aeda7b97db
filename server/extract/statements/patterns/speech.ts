import { isRole } from '../../actors/roles.ts';
import { inSet } from '../../claims/clause.ts';
import type { Tree } from '../../text/tree.ts';
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
