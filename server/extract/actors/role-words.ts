import type { Token } from '../nlp/index.ts';
import { isRole } from './roles.ts';

/** Whether a role's word is a noun, which the tagger does not see in "then-president" and "president-elect". */
export const isRoleNoun = ({ tag, lemma }: Token) =>
  tag.startsWith('NN') ||
  /^d'aff|^(?:then|ex|former|vice)-|-(?:elect|general|designate)$|^(?:representative|envoy|under-?secretary)$/.test(
    lemma,
  );

export function isTitlePart({ tag, word, relation }: Token): boolean {
  // "Backing Governor X" does something to the governor, "acting" describes one.
  if (tag === 'VBG') return /^(?:amod|compound)$/.test(relation);
  // "Newly elected", "de facto"
  if (tag === 'VBN')
    return /^(?:re-?)?(?:elected|appointed|installed|named|ousted|deposed|exiled)$/.test(word);
  if (tag === 'FW') return true;
  return /^(?:JJ|NN|POS)/.test(tag) || /^['’]s?$/.test(word) || word === '-';
}

/** "A deputy Asia | director", "a refugee rights | researcher": past roles that only describe the next. */
export function lastRole(tokens: readonly Token[], first: number): number {
  let noun = first;
  for (
    let i = first + 1;
    i <= noun + LONGEST_MODIFIER && /^(?:NN$|NNP$|JJ)/.test(tokens[i]?.tag ?? '');
    i++
  )
    if (isRole(tokens[i]!.lemma) && tokens[i]!.tag.startsWith('NN')) noun = i;
  return noun;
}

/** From one role to the next in a phrase, in tokens. */
const LONGEST_MODIFIER = 3;
