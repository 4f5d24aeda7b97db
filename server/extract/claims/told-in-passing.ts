import type { Tree } from '../text/tree.ts';
import type { Clause } from './clause.ts';

/** Whether a clause tells of nothing by itself: of how many, or of what the verb above it tells. */
export const isToldInPassing = (clause: Clause) =>
  isCountOfDead(clause) || isCountOfWounded(clause) || isReplacing(clause);

/** "Reports of soldiers | killed", "the number of those | detained": by whom, when and where is not told. */
function isCountOfDead({ tree, verb, lemma, agents, obliques }: Clause): boolean {
  if (tree.relation(verb) !== 'acl' || tree.tokens[verb]!.tag !== 'VBN') return false;
  if (agents.length > 0 || obliques.size > 0 || !FALLS.test(lemma)) return false;
  const counted = tree.childrenBy(tree.tokens[verb]!.head, 'case');
  if (!counted.some((i) => tree.tokens[i]!.word === 'of')) return false;
  return !tree.children(verb).some((i) => /^(?:advmod|nmod|advcl)/.test(tree.tokens[i]!.relation));
}

const FALLS = /^(?:kill|wound|injure|shoot|murder|execute|capture|detain|arrest)$/;

/** "Two soldiers were killed and | five wounded": of those whom the same attack struck. */
function isCountOfWounded({ tree, verb, lemma, objects, agents }: Clause): boolean {
  if (!/^(?:wound|injure|hurt)$/.test(lemma)) return false;
  const [one, more] = [...objects, ...agents];
  if (one === undefined || more !== undefined || tree.tokens[one]!.tag !== 'CD') return false;
  if (/^NN/.test(tree.tokens[one + 1]?.tag ?? '')) return false;
  return isUnder(tree, verb, /^(?:kill|die|perish|dead)$/);
}

/** "Named X as minister, | replacing Y": the other side of the same appointment. */
const isReplacing = ({ tree, verb, lemma }: Clause) =>
  /^(?:replace|succeed)$/.test(lemma) &&
  tree.tokens[verb]!.tag === 'VBG' &&
  isUnder(tree, verb, /^(?:appoint|name|elect|swear|swore|sworn|nominate|install|choose|pick)$/);

/** Whether a verb like this governs the clause within three steps. */
function isUnder(tree: Tree, verb: number, verbs: RegExp): boolean {
  let at = tree.tokens[verb]!.head;
  for (let steps = 0; at >= 0 && steps < 3; at = tree.tokens[at]!.head, steps++)
    if (verbs.test(tree.tokens[at]!.lemma) || verbs.test(tree.tokens[at]!.word)) return true;
  return false;
}
