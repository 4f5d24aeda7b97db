import type { Act } from '../../../graph-data/schema/index.ts';
import { bearersAt } from '../actors/bearers.ts';
import { isPronoun, type Discourse } from '../actors/coreference.ts';
import { stateEndingAt } from '../actors/country.ts';
import type { Referent } from '../actors/referent.ts';
import { namingAt, namingsWithin } from '../actors/naming-index.ts';
import type { Span } from '../nlp/index.ts';
import { placeOf, type Place } from '../text/place.ts';
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

interface Centre {
  readonly referent: Referent;
  readonly weight: number;
}

/**
 * The actors that a content is about: who does or undergoes what it says, most central first; where
 * it names nobody, the state that an official speaks for. Where a document was written tells
 * nothing of what others in it speak of.
 */
export function aboutOf(
  content: readonly Span[],
  speaker: Referent,
  act: Act,
  discourse: Discourse,
): Referent[] {
  const weights = new Map<Referent, number>();
  for (const span of content)
    for (const { referent, weight } of centres(span, speaker, discourse)) {
      const known = weights.get(referent) ?? 0;
      weights.set(referent, Math.max(known, weight) + (known > 0 ? 0.5 : 0));
    }
  const found = [...weights]
    .filter(([{ kind, key }, weight]) => kind !== 'media' && !isVague(kind, key) && weight >= LEAST)
    .filter(([referent, weight]) => referent !== speaker || weight >= WEIGHT['nsubj']!)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST)
    .map(([referent]) => referent);
  if (found.length > 0) return found;
  const group = ADDRESSING.test(act) ? described(content[0]!, discourse) : null;
  return group ? [group] : untold(speaker, discourse);
}

/** Acts that are about whom they are aimed at, named or not. */
const ADDRESSING = /^(?:accusation|request|warning)$/;

/** "The organisers of the mutiny", who are accused: the first group of people that is described. */
function described(span: Span, discourse: Discourse): Referent | null {
  const place = placeOf(discourse.parsed, span);
  if (!place) return null;
  const tree = discourse.trees[place.sentence]!;
  for (let i = place.from; i < place.to; i++) {
    if (!/^(?:nsubj|nsubjpass|dobj)$/.test(tree.relation(i)) || tree.tokens[i]!.tag !== 'NNS')
      continue;
    const [from, last] = tree.reach(i);
    const range = { ...place, from: Math.max(from, place.from), to: Math.min(last + 1, place.to) };
    const best = bearersAt(range, i, discourse)[0];
    return best?.referent.kind === 'group' ? best.referent : null;
  }
  return null;
}

/** Groups without a name, and names of which the text does not tell what they name. */
function isVague(kind: Referent['kind'], key: string): boolean {
  return key.startsWith('unnamed:') || (key.startsWith('body:') && kind === 'group');
}

/** Whose affairs somebody speaks of without naming them. */
function untold({ kind, key, country, posts }: Referent, { cast }: Discourse): Referent[] {
  const official = posts.length > 0 || /^(?:government-body|armed-force)$/.test(kind);
  const code = official || key.startsWith('unnamed:') ? country : null;
  return code === null ? [] : [cast.state(code)];
}

function centres(span: Span, speaker: Referent, discourse: Discourse): Centre[] {
  const named = namingsWithin(discourse.namings, span).map(({ sentence, from, to, referent }) => {
    const tree = discourse.trees[sentence]!;
    return { referent, weight: weightOf(tree, tree.headOf(from, to)) };
  });
  const place = placeOf(discourse.parsed, span);
  if (!place) return named;
  return [...named, ...demonyms(place, discourse), ...pronouns(place, speaker, discourse)];
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

/** "A fresh Russian invasion of Belarusian territory": states by their adjectives, in no name. */
function demonyms({ sentence, from, to }: Place, { trees, namings, cast }: Discourse): Centre[] {
  const tree = trees[sentence]!;
  const found: Centre[] = [];
  for (let i = from; i < to; i++) {
    if (!/^\p{Lu}/u.test(tree.tokens[i]!.word)) continue;
    const state = stateEndingAt(tree.tokens, i);
    const taken = namingAt(namings, sentence, i) !== undefined;
    if (state?.form !== 'demonym' || taken) continue;
    found.push({ referent: cast.state(state.state), weight: Math.max(LEAST, weightOf(tree, i)) });
  }
  return found;
}

/** The first pronoun that is a subject, an object or a possessor; "I" is the speaker. */
function pronouns(place: Place, speaker: Referent, discourse: Discourse): Centre[] {
  const tree = discourse.trees[place.sentence]!;
  for (let i = place.from; i < place.to; i++) {
    const { word, relation } = tree.tokens[i]!;
    const own = WEIGHT[tree.relation(i)];
    const weight = relation === 'nmod:poss' ? possessorWeight(tree, i) : own;
    if (weight === undefined || weight < 2) continue;
    if (/^I$/.test(word)) return [{ referent: speaker, weight: 3 }];
    if (!isPronoun(word)) continue;
    const best = bearersAt({ ...place, from: i, to: i + 1 }, i, discourse)[0];
    return best && best.score >= 0.5 ? [{ referent: best.referent, weight }] : [];
  }
  return [];
}

/** "Its willingness": as central as what is possessed. */
function possessorWeight(tree: Tree, i: number): number {
  const { head } = tree.tokens[i]!;
  const weight = head < 0 ? 0 : (WEIGHT[tree.relation(head)] ?? 2);
  return weight >= 2 ? 2 : weight;
}
