import type { Discourse } from '../actors/coreference.ts';
import { namingsOfSentence } from '../actors/naming-index.ts';
import type { Clause } from './clause.ts';
import { isParty, type Part } from './event-record.ts';
import { describedBy } from './exercise-parts.ts';
import { EXERCISES, GOODS } from './frame-nouns.ts';
import { SUBJECT, type Frame } from './frames.ts';
import { partiesJoined } from './joined-states.ts';
import { stateByName } from './parties.ts';

/** Whose the goods are that are delivered, or the exercise that is held. */
export function ownersOf(frame: Frame, clause: Clause, discourse: Discourse): Part[] {
  if (frame.kind === 'delivery') return ownersOfGoods(frame, clause, discourse);
  return frame.kind === 'exercise' ? ownersOfExercise(clause, discourse) : [];
}

/** "American ammunition arrived", "Iranian drones were delivered": whose goods they were, where nobody else gives them. */
function ownersOfGoods(frame: Frame, clause: Clause, discourse: Discourse): Part[] {
  const { tree, agents, objects, passive } = clause;
  const gets = frame.agent === 'recipient' && !passive;
  if (frame.within !== SUBJECT && !gets && !(passive && agents.length === 0)) return [];
  // "Obtained hundreds of Iranian drones"
  if (gets && (clause.obliques.get('from') ?? []).length > 0) return [];
  const heads = passive || gets ? objects : agents;
  const goods = [...heads, ...heads.flatMap((head) => tree.childrenBy(head, 'nmod'))].filter((i) =>
    GOODS.has(tree.tokens[i]!.lemma),
  );
  return goods.flatMap((verb) =>
    stateByName({ ...clause, verb }, discourse).map((referent): Part => ({
      referent,
      role: 'origin',
    })),
  );
}

/** "A Norwegian-Peruvian exercise", "the NATO drills": who holds it by the words before the noun. */
function ownersOfExercise(clause: Clause, discourse: Discourse): Part[] {
  const { tree, sentence, agents, objects } = clause;
  // "The first stage | of the drills"
  const heads = [...agents, ...objects].flatMap((i) => [i, ...describedBy(tree, i)]);
  const nouns = [...heads, ...heads.flatMap((i) => tree.childrenBy(i, 'nmod'))].filter((i) =>
    EXERCISES.has(tree.tokens[i]!.lemma),
  );
  return nouns.flatMap((verb) => {
    const words = tree.childrenBy(verb, 'amod', 'compound').map((i) => tree.tokens[i]!.word);
    const joined = words.flatMap((word) => partiesJoined(word, discourse.cast));
    const bodies = namingsOfSentence(discourse.namings, sentence)
      .filter(({ to, referent }) => to === verb && referent.kind !== 'person' && isParty(referent))
      .map(({ referent }) => referent);
    const own = bodies.length > 0 ? bodies : stateByName({ ...clause, verb }, discourse);
    return [...joined, ...own].map((referent): Part => ({ referent, role: 'participant' }));
  });
}
