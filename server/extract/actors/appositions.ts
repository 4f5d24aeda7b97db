import type { Token } from '../nlp/index.ts';
import type { Naming } from './referent.ts';
import { isRoleNoun, isTitlePart, lastRole } from './role-words.ts';
import { isRole } from './roles.ts';
import type { Description } from './description.ts';

/** Longest apposition after a name, in tokens. */
const LONGEST_APPOSITION = 24;

/** ", head of the department,", ", a researcher at the institute,", "is a fellow at the centre". */
export function appositionAfter(
  tokens: readonly Token[],
  { from: name, to }: Naming,
): Description | null {
  const link = pastLink(tokens, to);
  if (tokens[to]?.word !== ',' && link === null) return null;
  const from = link ?? pastAge(tokens, to + 1);
  const limit = Math.min(tokens.length, from + LONGEST_APPOSITION);
  let noun = from;
  while (noun < limit && isBeforeRole(tokens[noun]!)) noun++;
  if (noun >= limit || !isRole(tokens[noun]!.lemma) || !isRoleNoun(tokens[noun]!)) return null;
  noun = staffOf(tokens, lastRole(tokens, noun)) ?? noun;
  // "X, the two million members of": several are called so only where several are named.
  if (tokens[noun]!.tag.endsWith('S') && !/^(?:and|,)$/.test(tokens[name - 1]?.word ?? ''))
    return null;
  // "X, the minister's wife", "X, French President | Y": the role is somebody else's.
  if (/^(?:POS|NNP)$/.test(tokens[noun + 1]?.tag ?? '')) return null;
  let end = noun + 1;
  while (end < limit && !endsApposition(tokens, end)) end++;
  // "According to X, | the head of the agency will"
  const told = tokens.slice(Math.max(0, name - LONGEST_PHRASE), name).some(isAccording);
  if (told && link === null && /^(?:VB[DPZ]|MD)$/.test(tokens[end]?.tag ?? '')) return null;
  return { from: /^(?:the|an?)$/i.test(tokens[from]!.word) ? from + 1 : from, to: end, noun, end };
}

const isAccording = ({ word }: Token, i: number, words: readonly Token[]) =>
  /^according$/i.test(word) && words[i + 1]?.word === 'to';

/** In tokens, back from a name to what brings it in. */
const LONGEST_PHRASE = 24;

/** "The Peruvian president's chief | adviser": who works for the holder of a role; null for no such words. */
function staffOf(tokens: readonly Token[], noun: number): number | null {
  if (tokens[noun + 1]?.tag !== 'POS') return noun;
  for (let i = noun + 2; i <= noun + 5; i++) {
    const { lemma = '', tag = '' } = tokens[i] ?? {};
    if (STAFF.test(lemma) && tag.startsWith('NN')) return i;
    if (!/^(?:NN$|NNP$|JJ)/.test(tag)) return null;
  }
  return null;
}

const STAFF = /^(?:spokes\w+|advis[eo]r|aide|representative|envoy|secretary|negotiator)$/;

/** "X is | a fellow", "X became | head", "X has served as | deputy head": null where nothing of the kind follows. */
function pastLink(tokens: readonly Token[], to: number): number | null {
  if (tokens[to]?.word === 'is')
    return /^(?:an?|the)$/.test(tokens[to + 1]?.word ?? '') ? to + 1 : null;
  // "X, who then | served as head"
  if (tokens[to]?.word === ',' && tokens[to + 1]?.word === 'who')
    return pastLink(tokens, pastThen(tokens, to + 2));
  const verb = /^(?:has|had|now|currently|later|then|also|still|who)$/.test(tokens[to]?.word ?? '')
    ? to + 1
    : to;
  const word = tokens[verb]?.word ?? '';
  if (/^(?:became|become|remains)$/.test(word)) return verb + 1;
  // "X replaced Ann Lee as | head"
  if (/^(?:replaced|succeeded|replaces|succeeds)$/.test(word)) {
    const as = tokens.findIndex((token, i) => i > verb + 1 && i < verb + 6 && token.word === 'as');
    const named = tokens.slice(verb + 1, as).every(({ tag }) => tag.startsWith('NNP'));
    return as > 0 && named ? as + 1 : null;
  }
  if (!/^(?:serve[sd]?|work(?:s|ed)|act(?:s|ed)|took|takes|assumed)$/.test(word)) return null;
  const as = /^(?:over|office)$/.test(tokens[verb + 1]?.word ?? '') ? verb + 2 : verb + 1;
  return tokens[as]?.word === 'as' ? as + 1 : null;
}

/** "Who | then | served", "who | at the time | was". */
const pastThen = (tokens: readonly Token[], at: number) =>
  /^(?:then|previously|now|currently|also)$/.test(tokens[at]?.word ?? '') ? at + 1 : at;

/** "X, 48, | head of the institute", "X, until now | the ambassador". */
function pastAge(tokens: readonly Token[], from: number): number {
  const aged = tokens[from]?.tag === 'CD' && tokens[from + 1]?.word === ',';
  const at = aged ? from + 2 : from;
  const words = tokens.slice(at, at + 2).map(({ word }) => word.toLowerCase());
  return /^(?:until|till) (?:now|recently|\p{L}+|\d{4})$/u.test(words.join(' ')) ? at + 2 : at;
}

function isBeforeRole(token: Token): boolean {
  if (isRole(token.lemma) && isRoleNoun(token)) return false;
  // "X, the Institute | of | Fish's analyst"
  const joins = token.tag === 'IN' && token.entity === 'ORGANIZATION';
  return joins || /^(?:DT|PRP\$|CD|RB)/.test(token.tag) || isTitlePart(token);
}

/** A comma inside a body's name ("Russian, European and Eurasian Studies") does not end it. */
function endsApposition(tokens: readonly Token[], i: number): boolean {
  const { word, tag } = tokens[i]!;
  if (/^(?:VB[DPZ]|MD|WP|WDT)$/.test(tag) || /^[;:—–.!?"”“()]$/.test(word)) return true;
  if (word !== ',') return false;
  return !(tokens[i + 1]?.entity === 'ORGANIZATION' && !tokens[i + 1]?.entityStart);
}
