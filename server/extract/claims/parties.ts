import type { Discourse } from '../actors/coreference.ts';
import { countryAround } from '../actors/country.ts';
import { isPair, pairBefore } from '../actors/pairs.ts';
import type { Referent } from '../actors/referent.ts';
import { namedUnder, referentsOf, type Clause } from './clause.ts';
import type { ClaimContext } from './context.ts';

/** Who binds whom: parties, and everybody named, signatories among them. */
export interface Parties {
  readonly parties: readonly Referent[];
  readonly people: readonly Referent[];
  /** Of them those that "the two countries" means. */
  readonly pairs: readonly Referent[];
}

/** A body of no state, "Siemens Energy" or "the Red Cross", signs for itself. */
const bindsItself = ({ key, kind }: Referent) =>
  key.startsWith('body:') && /^(?:group|think-tank|media)$/.test(kind);

/** Groups without a name that make agreements. */
const PARTIES =
  /\b(?:rebels?|groups?|unions?|militias?|separatists?|insurgents?|factions?|tribes?|workers|miners|creditors)$/i;

/**
 * The parties that phrases name: states, international bodies and companies; a person or a
 * government binds its state; "the two countries" and "their ministers" are those named before.
 */
export function partiesUnder(
  heads: readonly number[],
  clause: Clause,
  { discourse }: Pick<ClaimContext, 'discourse'>,
): Parties {
  const { tree, sentence } = clause;
  const pairs = heads.flatMap((head) => {
    const [from, last] = tree.reach(head);
    for (let i = from; i <= last; i++)
      if (isPair(tree.tokens, from, i)) return pairBefore(sentence, from, discourse);
    const their = tree.tokens
      .slice(from, head)
      .some(({ word }, i) => /^their$/i.test(word) && from + i < head);
    return their && /^NNS/.test(tree.tokens[head]!.tag)
      ? pairBefore(sentence, from, discourse)
      : [];
  });
  const people = [
    ...new Set([
      ...referentsOf(heads, clause, discourse),
      ...namedUnder(heads, clause, discourse),
      ...pairs,
    ]),
  ];
  const parties = people.flatMap((referent): Referent[] => {
    if (/^(?:state|international-organisation|company)$/.test(referent.kind)) return [referent];
    if (referent.key.startsWith('unnamed:')) return PARTIES.test(referent.name) ? [referent] : [];
    if (bindsItself(referent)) return [referent];
    return referent.country === null ? [] : [discourse.cast.state(referent.country)];
  });
  return { parties: [...new Set(parties)], people, pairs };
}

/** The state whose adjective or name stands before a noun: "a Russian missile strike". */
export function stateBefore({ tree, verb: noun }: Clause, { cast }: Discourse): Referent[] {
  const around = countryAround(tree.tokens, noun, noun + 1, NO_LINK);
  return around === null ? [] : [cast.state(around.code)];
}

const NO_LINK = /^$/;
