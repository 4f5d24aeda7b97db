import type { Token } from '../nlp/index.ts';
import type { Place } from '../text/place.ts';
import type { Discourse } from './coreference.ts';
import { isPublication } from './nominal-bearers.ts';
import type { Naming, Referent } from './referent.ts';

/** Nouns for what somebody states in figures: by whoever is named after them, and by nobody alone. */
const STATED = /^(?:data|datum|figure|estimate|statistic|calculation|information)$/;

/** Whether a noun is what somebody states in figures or as knowledge: "according to his information". */
export function isStated(noun: string): boolean {
  return STATED.test(noun);
}

/**
 * "A White House statement", "the ministry's report", "a study by the council", "data from the
 * ministry": whoever is named with what it published.
 */
export function issuedBy(
  noun: string,
  place: Place,
  head: number,
  { namings, trees }: Discourse,
): Referent | null {
  const published = isPublication(noun);
  if (!published && !STATED.test(noun)) return null;
  const tree = trees[place.sentence]!;
  const bodies = namings.filter(
    ({ sentence, referent }) => sentence === place.sentence && referent.kind !== 'person',
  );
  const after = bodies.find((naming) => isAfter(naming, head, place, tree.tokens));
  if (after || !published) return after?.referent ?? null;
  const before = bodies.find(
    ({ from, to }) =>
      from >= place.from && to <= head && tree.tokens[tree.headOf(from, to)]!.head === head,
  );
  return before?.referent ?? null;
}

/** Most tokens from the noun to the name after its preposition. */
const NEAR = 3;

function isAfter(
  { from, to }: Naming,
  head: number,
  place: Place,
  tokens: readonly Token[],
): boolean {
  const near = from > head && from - head <= NEAR && to <= place.to;
  return near && /^(?:from|by|of)$/.test(tokens[head + 1]!.word);
}
