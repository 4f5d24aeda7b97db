import { bearersAt } from '../actors/bearers.ts';
import { isPronoun, type Discourse } from '../actors/coreference.ts';
import type { Referent } from '../actors/referent.ts';
import type { Span } from '../nlp/index.ts';
import { contains, placeOf } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';

/** Most actors that one statement is about. */
const MOST = 3;
/** How much a place in the clause says that the content is about its filler. */
const WEIGHT: Readonly<Record<string, number>> = {
  nsubj: 3,
  nsubjpass: 3,
  dobj: 2,
  iobj: 2,
  nmod: 1,
  conj: 1,
  compound: 0.5,
};
/** Less counts as mentioned only. */
const LEAST = 1;

/** The actors that a content is about: who does or undergoes what it says, most central first. */
export function aboutOf(
  content: readonly Span[],
  speaker: Referent,
  discourse: Discourse,
): Referent[] {
  const weights = new Map<Referent, number>();
  for (const span of content)
    for (const { referent, weight } of centres(span, discourse)) {
      const known = weights.get(referent) ?? 0;
      weights.set(referent, Math.max(known, weight) + (known > 0 ? 0.5 : 0));
    }
  return [...weights]
    .filter(
      ([{ kind, key }, weight]) =>
        kind !== 'media' && !key.startsWith('unnamed:') && weight >= LEAST,
    )
    .filter(([referent, weight]) => referent !== speaker || weight >= WEIGHT['nsubj']!)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST)
    .map(([referent]) => referent);
}

function centres(span: Span, discourse: Discourse): { referent: Referent; weight: number }[] {
  const named = discourse.namings
    .filter((naming) => contains(span, naming))
    .map(({ sentence, from, to, referent }) => {
      const tree = discourse.trees[sentence]!;
      return { referent, weight: weightOf(tree, tree.headOf(from, to)) };
    });
  return [...named, ...pronounSubjects(span, discourse)];
}

/** A possessor or modifier counts a little less than what it belongs to. */
function weightOf(tree: Tree, i: number): number {
  const relation = tree.relation(i);
  const own = WEIGHT[relation] ?? 1;
  const { head, relation: full } = tree.tokens[i]!;
  if (head < 0 || !(full === 'nmod:poss' || relation === 'compound' || relation === 'amod'))
    return own;
  return Math.max(own, (WEIGHT[tree.relation(head)] ?? 1) - 0.5);
}

function pronounSubjects(
  span: Span,
  discourse: Discourse,
): { referent: Referent; weight: number }[] {
  const place = placeOf(discourse.parsed, span);
  if (!place) return [];
  const tree = discourse.trees[place.sentence]!;
  for (let i = place.from; i < place.to; i++) {
    if (tree.relation(i) !== 'nsubj' || !isPronoun(tree.tokens[i]!.word)) continue;
    const best = bearersAt({ ...place, from: i, to: i + 1 }, i, discourse)[0];
    return best && best.score >= 0.5 ? [{ referent: best.referent, weight: 2 }] : [];
  }
  return [];
}
