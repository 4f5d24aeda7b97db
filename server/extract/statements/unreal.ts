import type { Tree } from '../text/tree.ts';
import type { Token } from '../nlp/index.ts';
import { inSet } from '../text/in-set.ts';
import type { Place } from '../text/place.ts';
import { SAYING } from './verbs.ts';

/**
 * "Could call on their help", "might warn of it": what somebody may do by words, and did not. "Would
 * only say" and "can confirm" tell that it was said.
 */
export function isOnlyPossible(tree: Tree, verb: number): boolean {
  const { tokens } = tree;
  if (/^(?:confirm|say|report|announce)$/.test(tokens[verb]!.lemma) && isFirstPerson(tree, verb))
    return false;
  if (tree.childrenBy(verb, 'advmod').some((i) => tokens[i]!.lemma === 'only')) return false;
  return tree.childrenBy(verb, 'aux').some((i) => {
    const beside = tokens.slice(i + 1, verb).every(({ tag }) => /^(?:RB|VB)$/.test(tag));
    return i < verb && beside && POSSIBLE.test(tokens[i]!.word) && !isQuestioned(tokens, i);
  });
}

const POSSIBLE = /^(?:could|might|may|should|must|can|ca|cannot|will|['’]ll|shall)$/i;

function isFirstPerson(tree: Tree, verb: number): boolean {
  return tree
    .childrenBy(verb, 'nsubj')
    .some((i) => /^(?:i|we|you|one)$/i.test(tree.tokens[i]!.word));
}

/** "Could Minsk say no?" is a question, and told as one elsewhere. */
const isQuestioned = (tokens: readonly Token[], modal: number) =>
  modal === 0 && tokens.at(-1)!.word === '?';

/** "A group | called | the Legacy Fund", "a report titled A": a name, not what anybody calls it. */
export function isNamed(tree: Tree, verb: number): boolean {
  const { tokens } = tree;
  const { lemma, tag } = tokens[verb]!;
  if (!NAMING_VERB.test(lemma) || !/^NNS?$/.test(tokens[verb - 1]?.tag ?? '')) return false;
  const participle =
    tag === 'VBN' || tree.relation(verb) === 'acl' || isAfterPreposition(tokens, verb - 1);
  return participle && /^(?:DT|NNP|["“]|``)/.test(tokens[verb + 1]?.tag ?? '');
}

const NAMING_VERB = /^(?:call|nam|name|titl|title|entitl|entitle|dub|dubb|nicknam|nickname)$/;

/** "(Run) by a local | group": no subject of a verb after it. */
function isAfterPreposition(tokens: readonly Token[], noun: number): boolean {
  let article = noun - 1;
  while (article > 0 && /^(?:JJ|NN)/.test(tokens[article]!.tag)) article--;
  return (
    /^an?$/.test(tokens[article]?.word ?? '') && /^(?:IN|TO)$/.test(tokens[article - 1]?.tag ?? '')
  );
}

/**
 * "Added to her lead", "wrote under the pseudonym X": verbs of saying by which nothing is said.
 * @param to the token after the cue
 */
export function isOtherDeed({ tokens }: Tree, verb: number, to: number): boolean {
  const next = tokens[verb + 1]?.word ?? '';
  if (tokens[verb]!.lemma === 'add' && (next === 'to' || addsThing(tokens, verb))) return true;
  const under = tokens.slice(to, to + 4).map(({ lemma }) => lemma);
  return next === 'under' && under.some((lemma) => NAMES.test(lemma));
}

/** "As the agency reported, | the spokesman, X, | said that": who says it, and nothing said yet. */
export function isOnlySpeaker(tree: Tree, { from, to }: Place, cue: number): boolean {
  const { tokens } = tree;
  if (!/^as$/i.test(tokens[0]?.word ?? '') || cue >= from) return false;
  if (tokens.slice(from, to).some(({ tag }) => /^(?:VB|MD)/.test(tag))) return false;
  const verb = tokens[to]?.word === ',' ? to + 1 : to;
  return /^VB[DZ]$/.test(tokens[verb]?.tag ?? '') && inSet(tokens[verb]!.lemma, SAYING);
}

/** "Added | weapons": a thing right after it; not "added a warning", "added yesterday". */
function addsThing(tokens: readonly Token[], verb: number): boolean {
  const next = tokens[verb + 1];
  return next?.head === verb && next.relation === 'dobj' && !SAID.test(next.lemma);
}

const SAID = /^(?:praise|criticism|thanks|comments?|remarks?|warnings?|words|details)$/;

const NAMES = /^(?:pseudonym|alias|name|pen-name|byline|handle|nickname)$/;
