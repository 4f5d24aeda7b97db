import type { Token } from '../nlp/index.ts';
import type { Description } from './description.ts';

/** Nouns before "leader" that make nobody a leader of less than a state. */
const RULING = /^(?:opposition|junta|coup|state|wartime|war|transition|interim|strongman)$/;

/**
 * "President of Venezuela's | electoral council", "the Norwegian chess federation's | president":
 * of a body that has no name, and not the state's own.
 */
export function isOfNamelessBody(
  tokens: readonly Token[],
  { from, noun, end }: Description,
): boolean {
  const of = /^(?:of|for)$/.test(tokens[noun + 1]?.word ?? '');
  if (of && tokens.slice(noun + 2, Math.min(end, noun + 6)).some(({ tag }) => tag === 'POS'))
    return true;
  if (isOfThing(tokens, noun)) return true;
  // "The Polish band | leader", "the Finnish expedition | leader"
  const { tag, lemma } = tokens[noun - 1] ?? {};
  if (tokens[noun]!.lemma === 'leader' && tag === 'NN' && !RULING.test(lemma!)) return true;
  const possessive = tokens.findLastIndex(({ tag }, i) => i > from && i < noun && tag === 'POS');
  const owner = tokens[possessive - 1];
  return owner !== undefined && /^\p{Ll}/u.test(owner.word) && !COUNTRIES.test(owner.lemma);
}

/** "Queen | of pop", "leader | of the band": no state's. */
export function isOfThing(tokens: readonly Token[], noun: number): boolean {
  if (!/^(?:king|queen|prince|princess|emperor|leader|president)$/.test(tokens[noun]!.lemma))
    return false;
  const at = tokens[noun + 2]?.tag === 'DT' ? noun + 3 : noun + 2;
  const { word = '', tag = '', lemma = '' } = tokens[at] ?? {};
  const thing = tag.startsWith('NN') && /^\p{Ll}/u.test(word) && !COUNTRIES.test(lemma);
  return tokens[noun + 1]?.word === 'of' && thing;
}

const COUNTRIES = /^(?:country|nation|state|republic|kingdom|government|island|opposition)$/;
