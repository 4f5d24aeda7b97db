import { isRole } from '../../actors/roles.ts';
import { inSet } from '../../text/in-set.ts';
import type { Tree } from '../../text/tree.ts';
import { POSITIONS, SAYING, SAYING_THAT } from '../verbs.ts';
import {
  clauseEnd,
  hasFinite,
  isNegatedOrUnreal,
  rangeOf,
  resumedSubject,
  sharedSubject,
  subjectOf,
  thatAfter,
  thatEnd,
  type Parts,
} from './shape.ts';
import { isFiniteTag, isFiniteVerb } from '../../text/finite.ts';

/** "X announced on Wednesday that ...", "some observers believe ...". */
export function saying(tree: Tree, verb: number): Parts | null {
  const { lemma, tag } = tree.tokens[verb]!;
  const says = inSet(lemma, SAYING) || inSet(lemma, POSITIONS) || lemma === 'reckon';
  if (!(says || inSet(lemma, SAYING_THAT)) || tag === 'VB' || isNegatedOrUnreal(tree, verb))
    return null;
  const that = thatAfter(tree, verb);
  // "Responding to questions about the charge that A": what others charge.
  if (/^(?:respond|reply)$/.test(lemma) && tree.tokens[verb + 1]?.word === 'to') return null;
  const own = subjectOf(tree, verb) ?? resumedSubject(tree, verb);
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
  if (clause === undefined || clause < verb) return bareClause(tree, verb, source);
  const [from, to] = rangeOf(tree, clause);
  if (from <= verb || isFiniteVerb(tree.tokens[from]!)) return null;
  return {
    shape: 'clause',
    source,
    cue: [verb, verb + 1],
    content: [from, Math.min(to, clauseEnd(tree, from))],
    lemma,
  };
}

/** "Hauliers at the terminal | complain | that A", "Minsk | insists | that A": a verb that the tagger took for a noun. */
export function mistaken(tree: Tree, verb: number): Parts | null {
  const { tokens } = tree;
  const { tag, word, lemma } = tokens[verb]!;
  const never =
    NEVER_NOUN.test(word) && /^(?:DT|PRP\$|CD|IN|PDT|JJ)/.test(tokens[verb + 1]?.tag ?? '');
  const bare = never ? word : MISTAKEN.exec(word)?.[1];
  if (!/^NNS?$/.test(tag) || !bare || verb < 1 || verb > LONGEST_SUBJECT) return null;
  const that = /^that$/i.test(tokens[verb + 1]?.word ?? '');
  const there = tokens[verb + 1]?.tag === 'EX';
  const subject = tokens.slice(0, verb);
  const phrase = subject.every(({ tag: part }) => /^(?:DT|JJ|NN|POS|CD|IN)/.test(part));
  // "Complain" is many's, "complains" one's.
  const plural = /^(?:NNS|NNPS)$/.test(
    subject.find(({ tag: part }) => part.startsWith('NN'))?.tag ?? '',
  );
  if (!(that || there || never) || !phrase || plural === word.endsWith('s')) return null;
  const from = that ? verb + 2 : verb + 1;
  const content = [from, clauseEnd(tree, from)] as const;
  if (!never && !hasFinite(tree, ...content)) return null;
  return { shape: 'that', source: [0, verb], cue: [verb, verb + 1], content, lemma: bare ?? lemma };
}

const MISTAKEN =
  /^(complain|claim|warn|fear|insist|doubt|note|argue|stress|report|estimate|boast|maintain)s?$/;
/** Forms that are no nouns, whatever the tagger says. */
const NEVER_NOUN =
  /^(?:confirms?|den(?:y|ies)|condemns?|accuses?|rejects|disputes|considers|criticizes|criticises|dismisses|contests(?= these| this| that| such))$/;
/** In tokens. */
const LONGEST_SUBJECT = 10;

/** "Prosecutors said A, B and C had acted on orders": a clause that the parser did not see as one. */
function bareClause(tree: Tree, verb: number, source: readonly [number, number]): Parts | null {
  const { tokens } = tree;
  const { lemma, tag } = tokens[verb]!;
  const next = tokens[verb + 1];
  const begins = next !== undefined && /^(?:NNPS?|NNS|DT|PRP\$?|CD|EX|JJ)$/.test(next.tag);
  if (!inSet(lemma, BARE) || !/^VB[DPZ]$/.test(tag) || !begins || source[1] > verb) return null;
  const end = clauseEnd(tree, verb + 1);
  const finite = tokens.slice(verb + 2, end).some(isFiniteVerb);
  const quoted = tokens.slice(verb, end).some(({ word }) => /["“”«»]/u.test(word));
  if (!finite || quoted) return null;
  return { shape: 'bare', source, cue: [verb, verb + 1], content: [verb + 1, end], lemma };
}

/** Verbs after which a clause stands without "that". */
const BARE = new Set(
  'say claim believe think insist admit reckon argue fear hope warn maintain contend guess'.split(
    ' ',
  ),
);

/** "He objected: it concerns transparency", "drew attention to one detail: ...": said after a colon. */
export function afterColon(tree: Tree, colon: number): Parts | null {
  const { tokens } = tree;
  if (tokens[colon]!.word !== ':' || colon < 2 || colon + 4 >= tokens.length) return null;
  const verb = tokens.findLastIndex(({ tag }, i) => i < colon && /^VB[DZP]$/.test(tag));
  if (verb < 1 || isNegatedOrUnreal(tree, verb)) return null;
  const put = puttingIt(tree, verb, colon);
  if (put) return put;
  const attention = isAttention(tokens, verb);
  const { lemma } = tokens[verb]!;
  if (!attention && !(colon === verb + 1 && (inSet(lemma, SAYING) || inSet(lemma, OBJECTING))))
    return null;
  const source = subjectOf(tree, verb);
  const end = clauseEnd(tree, colon + 1);
  const finite = tokens.slice(colon + 1, end).some(isFiniteVerb);
  if (
    !source ||
    source[0] >= verb ||
    !finite ||
    tokens.slice(colon).some(({ word }) => /["“”«»]/u.test(word))
  )
    return null;
  const cue = [verb, verb + (attention ? 2 : 1)] as const;
  return { shape: 'colon', source, cue, content: [colon + 1, end], lemma: 'say' };
}

/** "X, a former adviser, put it more bluntly: ...". */
function puttingIt(tree: Tree, verb: number, colon: number): Parts | null {
  const { tokens } = tree;
  if (tokens[verb]!.lemma !== 'put' || tokens[verb + 1]?.word !== 'it' || colon - verb > 5)
    return null;
  const source = subjectOf(tree, verb) ?? resumedSubject(tree, verb) ?? openingPhrase(tree, verb);
  const end = clauseEnd(tree, colon + 1);
  if (!source || /^["“]$/u.test(tokens[colon + 1]!.word)) return null;
  return { shape: 'colon', source, cue: [verb, verb + 2], content: [colon + 1, end], lemma: 'say' };
}

/** The phrase that a sentence begins with, up to its comma; null where a verb stands before. */
function openingPhrase({ tokens }: Tree, verb: number): [number, number] | null {
  const comma = tokens.findIndex(({ word }) => word === ',');
  if (comma < 1 || comma > verb || !/^(?:DT|NN|JJ|CD|PRP)/.test(tokens[0]!.tag)) return null;
  const finite = tokens.slice(0, comma).some(isFiniteVerb);
  return finite ? null : [0, comma];
}

const OBJECTING = new Set(
  'object continue think believe write ask specify clarify elaborate summarise summarize reason counter wonder'.split(
    ' ',
  ),
);

function isAttention(tokens: readonly { readonly lemma: string }[], verb: number): boolean {
  return /^(?:draw|call|pay)$/.test(tokens[verb]!.lemma) && tokens[verb + 1]?.lemma === 'attention';
}

/** "Drew attention to the situation of migrants". */
export function attention(tree: Tree, verb: number): Parts | null {
  const { tokens } = tree;
  if (!isAttention(tokens, verb) || tokens[verb + 2]?.lemma !== 'to') return null;
  if (
    !/^VB[DZPN]$/.test(tokens[verb]!.tag) ||
    tokens.some(({ word }, i) => i > verb && word === ':')
  )
    return null;
  const source = subjectOf(tree, verb) ?? sharedSubject(tree, verb);
  const nmod = tree
    .children(verb)
    .concat(tree.children(verb + 1))
    .find((i) => i > verb + 2 && tree.relation(i) === 'nmod');
  if (!source || nmod === undefined) return null;
  const [, to] = rangeOf(tree, nmod);
  return {
    shape: 'attention',
    source,
    cue: [verb, verb + 2],
    content: [verb + 3, to],
    lemma: 'note',
  };
}

/** "The British ministry in its daily update: this is ...": a body named with what it published. */
export function published({ tokens }: Tree, colon: number): Parts | null {
  if (tokens[colon]!.word !== ':' || colon < 1 || colon + 4 >= tokens.length) return null;
  const before = tokens.slice(0, colon);
  if (before.some(({ tag, word }) => isFiniteTag(tag) || /["“”«»]/u.test(word))) return null;
  const at = before.findIndex(
    ({ word }, i) =>
      i > 0 && word === 'in' && /^(?:its|his|her|their|an?|the)$/.test(tokens[i + 1]!.word),
  );
  const noun = tokens[colon - 1]!.lemma;
  if (
    at < 1 ||
    !/^(?:update|statement|post|report|briefing|message|address|tweet|comment|interview|release)$/.test(
      noun,
    )
  )
    return null;
  const content = [
    colon + 1,
    tokens.at(-1)!.word === '.' ? tokens.length - 1 : tokens.length,
  ] as const;
  return { shape: 'colon', source: [0, at], cue: [colon - 1, colon], content, lemma: 'say' };
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
export function pastApposition({ tokens }: Tree, from: number): number {
  if (!/^(?:an?|the)$/i.test(tokens[from]?.word ?? '')) return from;
  const comma = tokens.findIndex(({ word }, i) => i > from && word === ',');
  const role =
    comma > 0 && tokens.slice(from, comma).some(({ lemma, tag }) => tag === 'NN' && isRole(lemma));
  const verb = tokens.slice(from, Math.max(from, comma)).some(isFiniteVerb);
  return role && !verb ? comma + 1 : from;
}

/** Past "Additionally," and the like. */
function contentPast(tree: Tree, [from, to]: readonly [number, number]): readonly [number, number] {
  const adverb = tree.tokens[from]?.tag === 'RB' && tree.tokens[from + 1]?.word === ',';
  return [adverb ? from + 2 : from, to];
}
