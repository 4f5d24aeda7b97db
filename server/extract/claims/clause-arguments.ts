import { isSomebody } from '../actors/somebody.ts';
import type { Tree } from '../text/tree.ts';
import { phrasesOf, prepositionOf } from './phrases.ts';
import { countedPhrases, isTime, withConjuncts } from './subjects.ts';

/**
 * Objects, also those that the parser hangs on a particle ("shot | down a bomber"), and the noun
 * that a relative clause without a pronoun describes ("an atoll | it seized").
 */
export function directObjects(
  tree: Tree,
  verb: number,
  obliques: ReadonlyMap<string, readonly number[]>,
): number[] {
  const own = withConjuncts(tree, tree.childrenBy(verb, 'dobj', 'iobj')).filter(
    (i) =>
      !tree.tokens.slice(verb, i).some(({ word }) => word === ';') &&
      !isOfTaking(tree, i) &&
      !isOutside(tree, verb, i),
  );
  if (own.length > 0) return own.map((i) => countedAfter(tree, i));
  // "Spent | two days in Lima"
  if (tree.tokens[verb]!.lemma === 'spend')
    return tree.children(verb).filter((i) => tree.tokens[i]!.relation === 'nmod:tmod' && i > verb);
  const left = leftSo(tree, verb);
  if (left.length > 0) return left;
  const misread = takenForVerb(tree, verb);
  if (misread.length > 0) return misread;
  // "Launched | 60 drones at the capital overnight": the parser hangs the object on "overnight".
  const overnight = tree
    .childrenBy(verb, 'xcomp')
    .find((i) => tree.tokens[i]!.word === 'overnight');
  if (overnight !== undefined) return tree.childrenBy(overnight, 'nmod').filter((i) => i > verb);
  const counted = countedPhrases(tree, verb).filter((i) => i > verb);
  if (counted.length > 0) return withConjuncts(tree, counted);
  const particle = tree.tokens[verb + 1]?.word ?? '';
  const splits = /^(?:down|up|off)$/.test(particle) || (particle === 'in' && isSending(tree, verb));
  if (splits)
    return (obliques.get(particle) ?? []).filter((i) =>
      tree.childrenBy(i, 'case').includes(verb + 1),
    );
  return isBareRelative(tree, verb) ? governor(tree, verb) : takenForContent(tree, verb);
}

/** "Cited the sanctions | the EU imposed": the noun before a relative clause of which the parser made what was cited. */
function takenForContent(tree: Tree, verb: number): number[] {
  const { head } = tree.tokens[verb]!;
  if (tree.relation(verb) !== 'ccomp' || head < 0 || tree.childrenBy(verb, 'nsubj').length === 0)
    return [];
  const [first] = tree.reach(verb);
  const noun = tree.childrenBy(head, 'dobj').find((i) => i === first - 1 && i > head);
  // "Told the ministers | the EU imposed": somebody to whom it was said
  const { lemma, tag } = tree.tokens[noun ?? head]!;
  return noun === undefined || !tag.startsWith('NN') || isSomebody(lemma, tag === 'NNS')
    ? []
    : [noun];
}

/** "Received another 34 armoured | vehicles": what "another" counts, where the parser took that for the object. */
function countedAfter({ tokens }: Tree, at: number): number {
  if (tokens[at]!.lemma !== 'another' || tokens[at + 1]?.tag !== 'CD') return at;
  const noun = tokens.findIndex(({ tag }, i) => i > at + 1 && tag === 'NNS');
  const between = tokens.slice(at + 2, noun).every(({ tag }) => /^(?:JJ|NN|VB[NG])/.test(tag));
  return noun > 0 && between ? noun : at;
}

/** "Took | place": no object. */
const isOfTaking = ({ tokens }: Tree, at: number) =>
  tokens[at]!.word === 'place' && tokens[at - 1]!.lemma === 'take';

/** "Rallied | outside Government House": a place, of which the parser made the object. */
const isOutside = (tree: Tree, verb: number, at: number) =>
  tree.reach(at)[0] === verb + 1 && /^(?:outside|inside)$/.test(tree.tokens[verb + 1]!.word);

/** "Began joint air force | exercises": what is held, of which the parser made what the noun before it does. */
const takenForVerb = (tree: Tree, verb: number): number[] =>
  HOLDS.test(tree.tokens[verb]!.lemma)
    ? tree.childrenBy(verb, 'ccomp').filter((i) => {
        const { tag, lemma } = tree.tokens[i]!;
        const held =
          tag === 'VBZ' && /^(?:exercise|drill|manoeuvre|maneuver|talk|raid)$/.test(lemma);
        return held && i > verb && tree.childrenBy(i, 'nsubj').includes(i - 1);
      })
    : [];

const HOLDS = /^(?:hold|held|begin|start|conduct|stage|launch|host|conclude|complete?|finish|end)$/;

/** "Left | 11 soldiers dead": who came to harm, whom the parser hangs on how they were left. */
function leftSo(tree: Tree, verb: number): number[] {
  if (!/^(?:leave|left)$/.test(tree.tokens[verb]!.lemma)) return [];
  const harmed = tree
    .childrenBy(verb, 'xcomp', 'dep')
    .filter((i) => HARMED.test(tree.tokens[i]!.word));
  return harmed.flatMap((i) => tree.children(i).filter((one) => one < i && isNoun(tree, one)));
}

const isNoun = ({ tokens }: Tree, at: number) => /^(?:NN|CD)/.test(tokens[at]!.tag);

/** Adjectives of those whom an attack leaves so. */
export const HARMED = /^(?:dead|wounded|injured|hurt)$/;

const isSending = (tree: Tree, verb: number) =>
  /^(?:send|sent|fly|flew|flown|ship|bring|brought|airlift)$/.test(tree.tokens[verb]!.lemma);

/** "An atoll | Beijing seized": with a subject of its own, and no "where" or "which". */
export function isBareRelative(tree: Tree, verb: number): boolean {
  const subjects = tree.childrenBy(verb, 'nsubj');
  const { head } = tree.tokens[verb]!;
  return (
    tree.tokens[verb]!.relation.endsWith('relcl') &&
    tree.tokens[head]!.tag.startsWith('NN') &&
    subjects.length > 0 &&
    tree.tokens.slice(head, verb).every(({ tag }) => !/^W/.test(tag))
  );
}

export function governor(tree: Tree, verb: number): number[] {
  const { head } = tree.tokens[verb]!;
  return head >= 0 ? [head] : [];
}

/** Of the verb and of its objects ("signed an agreement with Russia"), by preposition. */
export function obliquesOf(tree: Tree, verb: number): Map<string, number[]> {
  const taken = tree.childrenBy(verb, 'dobj', 'nsubjpass', 'xcomp');
  const overnight = taken.filter((i) => tree.tokens[i]!.word === 'overnight');
  const counting = taken.filter((i) => countedAfter(tree, i) !== i);
  const objects = [
    ...withConjuncts(tree, taken),
    ...counting.flatMap((i) => [countedAfter(tree, i), tree.tokens[countedAfter(tree, i)]!.head]),
    ...overnight.flatMap((i) => tree.childrenBy(i, 'nmod')),
    ...countedPhrases(tree, verb),
    ...takenForVerb(tree, verb),
    ...tree.childrenBy(verb, 'advmod').filter((i) => AWAY.test(tree.tokens[i]!.word)),
  ];
  // The parser hangs "launchers" of "two NASAMS launchers" on the name as a `dep`.
  const loose = objects.flatMap((at) => tree.childrenBy(at, 'dep'));
  // "Stationed warheads | with their carriers | in Belarus"
  const along = objects
    .flatMap((at) => tree.childrenBy(at, 'nmod'))
    .concat(tree.childrenBy(verb, 'nmod'))
    .filter(
      (i) => i > verb && prepositionOf(tree, i) === 'with' && tree.tokens[i]!.tag.startsWith('NNS'),
    );
  const deeper = phrasesOf(tree, along);
  const own = phrasesOf(tree, [verb, ...objects, ...loose]);
  const counted = [...objects, ...[...own.values()].flat()].flatMap((at) => countedBy(tree, at));
  const found = phrasesOf(tree, [verb, ...objects, ...loose, ...counted]);
  // "Spoke to X | for 90 minutes", which the parser hung on the name
  const partners = ['to', 'with'].flatMap((word) => found.get(word) ?? []);
  const lasting = phrasesOf(tree, partners).get('for') ?? [];
  if (!found.has('for') && lasting.some((i) => isTime(tree, i))) found.set('for', lasting);
  // "Delivering tanks from Norway | to Peru", which the parser hung on the first
  const onward = phrasesOf(tree, found.get('from') ?? []).get('to') ?? [];
  if (!found.has('to') && onward.some((i) => !isTime(tree, i))) found.set('to', onward);
  const outside = objects.filter((i) => isOutside(tree, verb, i));
  if (outside.length > 0) found.set(tree.tokens[verb + 1]!.word, outside);
  const during = objects.filter((i) => isTime(tree, i)).flatMap((i) => tree.childrenBy(i, 'nmod'));
  for (const [word, heads] of phrasesOf(tree, [...whereAndHow(tree, found), ...during]))
    if (/^(?:with|between)$/.test(word) && !found.has(word)) found.set(word, heads);
  for (const [word, heads] of deeper)
    if (/^(?:in|to|at|near)$/.test(word) && !found.has(word)) found.set(word, heads);
  return found;
}

/** "Driven | out of the town": what the parser hangs on where somebody was driven. */
const AWAY = /^(?:out|back|away)$/;

/** "A package | of sanctions on Peru", "a round | of talks with Peru": what such a noun counts. */
const countedBy = (tree: Tree, at: number): number[] =>
  COUNTS.test(tree.tokens[at]!.lemma)
    ? tree.childrenBy(at, 'nmod').filter((i) => i > at && prepositionOf(tree, i) === 'of')
    : [];

const COUNTS = /^(?:round|cycle|series|package|set|wave|tranche|batch|spate|string|raft)$/;

/** "Were held in Oslo | between X and Y", "spoke by phone | with Z": places and means on which the parser hangs who took part. */
function whereAndHow(tree: Tree, found: ReadonlyMap<string, readonly number[]>): number[] {
  return ['in', 'at', 'by', 'on', 'over'].flatMap((word) =>
    (found.get(word) ?? []).filter((i) => {
      const { entity, lemma } = tree.tokens[i]!;
      return entity === 'LOCATION' || MEANS.test(lemma);
    }),
  );
}

const MEANS = /^(?:phone|telephone|videolink|videoconference|sideline|margin)s?$/;
