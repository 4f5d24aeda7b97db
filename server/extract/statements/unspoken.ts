import type { Token } from '../nlp/index.ts';
import type { Place } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import { SAYING } from './verbs.ts';
import { isFiniteTag } from '../text/finite.ts';

/** Verbs whose passive's subject heard the words: "was asked whether", "were warned that". */
const ADDRESSING = new Set(
  (
    'ask tell warn urge press question quiz challenge inform remind assure advise notify order ' +
    'instruct invite brief beg implore caution promise'
  ).split(' '),
);
/** Verbs whose passive's subject the words are about: "was said to", "called a liar by". */
const DISCUSSING = new Set(
  (
    'accuse blame call criticise criticize condemn describe say report believe allege declare deem ' +
    'label brand dismiss reject charge'
  ).split(' '),
);

/** "Merz, asked whether he would go, said", "firefighters were warned that": the subject did not speak. */
export function wasAddressed(tree: Tree, verb: number, source: Place): boolean {
  const { lemma, tag } = tree.tokens[verb]!;
  if (!/^VB[DN]$/.test(tag) || !(ADDRESSING.has(lemma) || DISCUSSING.has(lemma))) return false;
  if (source.from > verb) return false;
  // "The bloc is close to a deal, X | has | said", of which the parser makes one passive.
  const perfect = tree.tokens[verb - 1]?.lemma === 'have';
  const passive = !perfect && tree.childrenBy(verb, 'auxpass').length > 0;
  return passive ? isSubject(tree, verb, source) : isInserted(tree, verb, source);
}

function isSubject(tree: Tree, verb: number, { from, to }: Place): boolean {
  return tree
    .childrenBy(verb, 'nsubjpass', 'nsubj')
    .some((subject) => tree.reach(subject)[1] >= from && tree.reach(subject)[0] < to);
}

/** A participle right after its noun and a comma, with what was asked or with who did it. */
function isInserted({ tokens }: Tree, verb: number, { to }: Place): boolean {
  const end = tokens.findIndex(({ word }, i) => i > verb && word === ',');
  if (tokens[verb - 1]?.word !== ',' || to < verb - 1 || end < 0) return false;
  if (!isFiniteTag(tokens[end + 1]?.tag ?? '')) return false;
  if (isApposed(tokens, verb) && !isOwnSaying(tokens, end + 1)) return false;
  const inside = tokens.slice(verb + 1, end);
  if (DISCUSSING.has(tokens[verb]!.lemma)) return inside.some(({ word }) => word === 'by');
  return /^(?:IN|TO|W)/.test(inside[0]!.tag);
}

/** "Ann Lee, the mayor, asked why": the comma before the verb may close an apposition. */
function isApposed(tokens: readonly Token[], verb: number): boolean {
  return tokens.filter(({ word }, i) => i < verb && word === ',').length > 1;
}

/** "..., said that": the verb of the subject before it, no "..., said a clerk". */
function isOwnSaying(tokens: readonly Token[], verb: number): boolean {
  const { lemma } = tokens[verb]!;
  const rest = tokens.slice(verb + 1);
  return (
    SAYING.has(lemma) && rest.some(({ word, tag }) => /^["“:]$/.test(word) || isFiniteTag(tag))
  );
}

/** "Officials were warned by the regulator that": whoever did it; null where nobody is named. */
export function agentOf(tree: Tree, verb: number): number | null {
  const agent = tree
    .childrenBy(verb, 'nmod')
    .find((i) => i > verb && tree.childrenBy(i, 'case').some((c) => tree.tokens[c]!.word === 'by'));
  const passive = tree.childrenBy(verb, 'auxpass').length > 0;
  return passive && ADDRESSING.has(tree.tokens[verb]!.lemma) ? (agent ?? null) : null;
}

const NOBODY = /^(?:neither|none|nobody|no)$/i;

/** "Neither the ministry nor the utility said when", "nobody admitted that", "nor has it said". */
export function isByNobody({ tokens }: Tree, verb: number, { from, to }: Place): boolean {
  if (from >= verb) return false;
  const before = tokens[from - 1]?.word ?? '';
  const no = NOBODY.test(tokens[from]!.word) || /^(?:neither|nor)$/i.test(before);
  const inverted =
    /^nor$/i.test(tokens[from - 2]?.word ?? '') && /^(?:MD|VB)/.test(tokens[from - 1]!.tag);
  return no || inverted || tokens.slice(from, to).some(({ word }) => word === 'nor');
}

/** "People who describe themselves as activists": what they are called, not what they said. */
export function isOfThemselves({ tokens }: Tree, verb: number): boolean {
  const who = tokens
    .slice(Math.max(0, verb - 2), verb)
    .some(({ tag }) => tag === 'WP' || tag === 'WDT');
  const called = /^(?:describe|call|style|identify|identifi|present|consider)$/.test(
    tokens[verb]!.lemma,
  );
  return called && who && /^(?:them|him|her|it)sel(?:f|ves)$/.test(tokens[verb + 1]?.word ?? '');
}

/** "Said nothing new", "said little about the budget", not "said nothing would change". */
export function isOfNothing({ tokens }: Tree, verb: number): boolean {
  const no = tokens[verb + 1]?.word === 'no' && tokens[verb + 2]?.word === 'more';
  const object = no ? verb + 2 : verb + 1;
  const isObject =
    tokens[object]?.head === verb && !/^(?:MD|VB)/.test(tokens[object + 1]?.tag ?? '');
  return isObject && (no || /^(?:nothing|little)$/.test(tokens[object]!.word));
}
