import type { Tree } from '../text/tree.ts';
import type { Token } from '../nlp/index.ts';

/**
 * "Could call on their help", "might warn of it": what somebody may do by words, and did not. "Would
 * only say" and "can confirm" tell that it was said.
 */
export function isOnlyPossible(tree: Tree, verb: number): boolean {
  const { tokens } = tree;
  if (/^(?:confirm|say|report|announce)$/.test(tokens[verb]!.lemma) && isFirstPerson(tree, verb))
    return false;
  return tree
    .childrenBy(verb, 'aux')
    .some((i) => i < verb && POSSIBLE.test(tokens[i]!.word) && !isQuestioned(tokens, i));
}

const POSSIBLE = /^(?:could|might|may|should|must|can|cannot)$/i;

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
  if (!NAMING.test(lemma) || !/^NNS?$/.test(tokens[verb - 1]?.tag ?? '')) return false;
  const participle =
    tag === 'VBN' || tree.relation(verb) === 'acl' || isAfterPreposition(tokens, verb - 1);
  return participle && /^(?:DT|NNP|["“]|``)/.test(tokens[verb + 1]?.tag ?? '');
}

const NAMING = /^(?:call|nam|name|titl|title|entitl|entitle|dub|dubb|nicknam|nickname)$/;

/** "(Run) by a local | group": no subject of a verb after it. */
function isAfterPreposition(tokens: readonly Token[], noun: number): boolean {
  let article = noun - 1;
  while (article > 0 && /^(?:JJ|NN)/.test(tokens[article]!.tag)) article--;
  return (
    /^an?$/.test(tokens[article]?.word ?? '') && /^(?:IN|TO)$/.test(tokens[article - 1]?.tag ?? '')
  );
}
