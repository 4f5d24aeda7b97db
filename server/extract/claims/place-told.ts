import type { EventKind } from '../../../graph-data/schema/index.ts';
import { lookUp } from '../gazetteer/index.ts';
import type { Tree } from '../text/tree.ts';
import type { Clause } from './clause.ts';
import { phrasesOf, prepositionOf } from './phrases.ts';

/** A place that a preposition of place brings in, as the text names it. */
export function placeTold(clause: Clause, kind: EventKind | 'agreement'): string | null {
  const { tree, obliques, lemma, objects, agents, verb } = clause;
  // "Met the envoy | to Peru": where he is sent, and no place of the meeting
  const words = kind === 'meeting' ? ['in', 'at', 'near'] : ['in', 'at', 'near', 'to', 'into'];
  const heads = [
    ...words.flatMap((preposition) => obliques.get(preposition) ?? []),
    ...(GATHERS.test(kind) ? besidePeople(clause) : []),
  ]
    .filter((head) => !isOfOther(tree, head, [...objects, ...agents, verb]))
    .map((head) => townAt(tree, head));
  const candidates = /^(?:visit|fly|tour)$/.test(lemma) ? [...heads, ...objects] : heads;
  const found = candidates.find((head) => {
    const { entity, word } = tree.tokens[head]!;
    return (
      isNamedTown(tree, head) ||
      entity === 'LOCATION' ||
      lookUp(word).some(({ type }) => type === 'state')
    );
  });
  if (found === undefined) return null;
  let from = found;
  while (
    from > 0 &&
    tree.tokens[from - 1]!.entity === 'LOCATION' &&
    !tree.tokens[from]!.entityStart
  )
    from--;
  return tree.tokens
    .slice(from, found + 1)
    .map(({ word }) => word)
    .join(' ');
}

const GATHERS = /^(?:meeting|visit|exercise|agreement)$/;

/**
 * "Met X | in Lima", "met at the summit | in Lima", "in | Lima, during a meeting": places that the
 * parser hung on who or what comes before them, or on the verb above.
 */
function besidePeople({ tree, verb, objects, obliques }: Clause): number[] {
  const partners = ['with', 'between'].flatMap((word) => obliques.get(word) ?? []);
  const people = [...objects, ...partners].filter((i) => {
    const { tag, entity } = tree.tokens[i]!;
    return tag.startsWith('NNP') && entity !== 'LOCATION';
  });
  const gatherings = ['at', 'during', 'with']
    .flatMap((word) => obliques.get(word) ?? [])
    .filter((i) => GATHERINGS.test(tree.tokens[i]!.lemma));
  const after = phrasesOf(
    tree,
    [...people, ...gatherings].filter((i) => i > verb),
  );
  return [...(after.get('in') ?? []), ...(after.get('at') ?? []), ...placeBefore(tree, verb)];
}

/** "Said in | Lima, during a meeting": the place right before the phrase of a noun. */
function placeBefore(tree: Tree, noun: number): number[] {
  const [during] = tree.childrenBy(noun, 'case');
  if (during === undefined || !/^(?:during|at|after)$/i.test(tree.tokens[during]!.word)) return [];
  const at = tree.tokens[during - 1]?.word === ',' ? during - 2 : during - 1;
  const place = tree.tokens[at]?.entity === 'LOCATION' && prepositionOf(tree, at) === 'in';
  return place ? [at] : [];
}

/** "Met ahead of next month's summit | in Lima": where something else will be. */
function isOfOther(tree: Tree, head: number, own: readonly number[]): boolean {
  const { head: above } = tree.tokens[head]!;
  if (above < 0 || own.includes(above) || !GATHERINGS.test(tree.tokens[above]!.lemma)) return false;
  return tree.childrenBy(above, 'case').some((i) => BESIDE.test(tree.tokens[i]!.word));
}

const GATHERINGS = /^(?:summit|meeting|conference|forum|session|talk|talks|visit|ceremony)$/;
const BESIDE = /^(?:ahead|of|before|after|following|until|since|for|to)$/i;

/** "In the town of | Karuizawa", which the tagger took for something else. */
const isNamedTown = (tree: Tree, head: number) =>
  tree.tokens[head]!.tag.startsWith('NNP') &&
  townAt(tree, tree.tokens[head]!.head < 0 ? head : tree.tokens[head]!.head) === head &&
  tree.tokens[head]!.head < head &&
  tree.tokens[head]!.head >= 0;

/** "In the town of | Lund", "in the capital | Lima": the name behind what kind of place it is. */
function townAt(tree: Tree, head: number): number {
  if (!/^(?:town|city|village|capital|port|resort)$/.test(tree.tokens[head]!.lemma)) return head;
  const named = tree
    .childrenBy(head, 'nmod', 'appos')
    .find((i) => i > head && i <= head + 2 && tree.tokens[i]!.tag.startsWith('NNP'));
  return named ?? head;
}
