import type { Event } from '../../../graph-data/schema/index.ts';
import { namingsOfSentence } from '../actors/naming-index.ts';
import type { Referent } from '../actors/referent.ts';
import { isSomebody } from '../actors/somebody.ts';
import type { Tree } from '../text/tree.ts';
import { referentsOf, type Clause } from './clause.ts';
import type { ClaimContext } from './context.ts';
import { eventRecord, type Part } from './event-record.ts';
import { partakersAt } from './partakers.ts';

/** Longest phrase between "declared" and "persona non grata", in tokens. */
const REACH = 14;

/**
 * "Norway declared the ambassador X persona non grata", by the words: the parser makes nothing of
 * the Latin. Null for other clauses.
 */
export function unwelcome(clause: Clause, context: ClaimContext): Event | null {
  const { tree, verb, lemma, agents, passive } = clause;
  if (!/^declare?$/.test(lemma)) return null;
  const latin = tree.tokens.findIndex(
    ({ word }, i) => i > verb && i - verb <= REACH && /^person(?:a|ae|as)$/i.test(word),
  );
  if (latin < 0 || !/^non$/i.test(tree.tokens[latin + 1]?.word ?? '')) return null;
  const targets = passive
    ? referentsOf(clause.objects, clause, context.discourse)
    : targetsIn(tree, verb + 1, latin, clause, context);
  if (targets.length === 0) return null;
  const acting = partakersAt(agents, clause, context.discourse);
  const parts: Part[] = [
    ...acting.map(({ referent }): Part => ({ referent, role: 'actor' })),
    ...targets.map((referent): Part => ({ referent, role: 'target' })),
  ];
  const from = Math.min(verb, ...(passive ? clause.objects : agents).map((i) => tree.reach(i)[0]));
  const last = Math.min(latin + 2, tree.tokens.length - 1);
  const span = { start: tree.tokens[from]!.start, end: tree.tokens[last]!.end };
  return eventRecord('other', parts, span, clause, context);
}

/** Whoever is named between two tokens, else the people whom the words there describe. */
function targetsIn(
  tree: Tree,
  from: number,
  to: number,
  clause: Clause,
  { discourse }: ClaimContext,
): readonly Referent[] {
  const named = namingsOfSentence(discourse.namings, clause.sentence)
    .filter((one) => one.from >= from && one.to <= to && one.referent.kind === 'person')
    .map(({ referent }) => referent);
  if (named.length > 0) return [...new Set(named)];
  const people = tree.tokens.flatMap(({ lemma, tag }, i) =>
    i >= from && i < to && tag.startsWith('NN') && isSomebody(lemma, tag === 'NNS') ? [i] : [],
  );
  return referentsOf(people.slice(-1), clause, discourse);
}
