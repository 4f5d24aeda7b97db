import type { Discourse } from '../actors/coreference.ts';
import { pairBefore } from '../actors/pairs.ts';
import type { Clause } from './clause.ts';
import { isParty, type Part } from './event-record.ts';
import { antecedentOf } from './fitting-frames.ts';
import { EXERCISES } from './frame-nouns.ts';
import type { Frame } from './frames.ts';
import { partakersAt } from './partakers.ts';
import { phrasesOf } from './phrases.ts';
import { withConjuncts } from './subjects.ts';

/**
 * "NATO's biggest exercise", "drills held by Norway", "an exercise involving Norway and Peru": who
 * takes part in it by what describes the noun.
 */
export function exerciseParts({ kind }: Frame, clause: Clause, discourse: Discourse): Part[] {
  if (kind !== 'exercise') return [];
  const { tree, agents, objects } = clause;
  const nouns = [...agents, ...objects]
    .flatMap((i) => [i, ...describedBy(tree, i)])
    .filter((i) => EXERCISES.has(tree.tokens[i]!.lemma));
  const heads = nouns.flatMap((noun) => [...possessors(noun, clause), ...involved(noun, clause)]);
  const told = partakersAt(heads, clause, discourse)
    .map(({ referent }) => referent)
    .filter((one) => one.kind !== 'person' && isParty(one));
  const joint = nouns.filter((noun) => isJoint(noun, clause));
  const pair =
    heads.length > 0 ? [] : joint.flatMap((noun) => pairBefore(clause.sentence, noun, discourse));
  return [...told, ...pair].map((referent) => ({ referent, role: 'participant' }));
}

/** "The drills, | which began on Monday": the noun for the pronoun. */
export const describedBy = (tree: Clause['tree'], at: number): number[] =>
  /^(?:which|that)$/.test(tree.tokens[at]!.word) ? antecedentOf(tree, at) : [];

/** "The joint drill": of the two states named before, where its own words name none. */
const isJoint = (noun: number, { tree }: Clause) =>
  tree.childrenBy(noun, 'amod').some((i) => /^joint$/i.test(tree.tokens[i]!.word));

const possessors = (noun: number, { tree }: Clause) =>
  tree.children(noun).filter((i) => tree.tokens[i]!.relation === 'nmod:poss');

function involved(noun: number, { tree }: Clause): number[] {
  const heads = tree.childrenBy(noun, 'acl').flatMap((verb) => {
    const { lemma } = tree.tokens[verb]!;
    if (/^(?:involve|include|feature)$/.test(lemma)) return tree.childrenBy(verb, 'dobj');
    return HOLDS.test(lemma) ? (phrasesOf(tree, [verb]).get('by') ?? []) : [];
  });
  return withConjuncts(tree, heads);
}

const HOLDS = /^(?:hold|held|conduct|stage|organi[sz]e|carry|carri)$/;
