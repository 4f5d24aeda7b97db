import type { Cast } from '../actors/cast.ts';
import { stateEndingAt } from '../actors/country.ts';
import type { Referent } from '../actors/referent.ts';
import { lookUp } from '../gazetteer/index.ts';

/** "The Belarusian-Kazakh agreement", "the Franco-German treaty", "the EU-Turkey deal". */
export function partiesJoined(word: string, cast: Cast): Referent[] {
  const [first, second, more] = word.split(/[-–]/);
  if (!first || !second || more !== undefined) return [];
  const prefix = PREFIXES[first];
  const parties = [
    prefix ? cast.state(prefix) : partyCalled(first, cast),
    partyCalled(second, cast),
  ];
  return parties.flatMap((party) => party ?? []).length === 2 ? (parties as Referent[]) : [];
}

function partyCalled(word: string, cast: Cast): Referent | null {
  const state = stateEndingAt([{ word }], 0);
  if (state) return cast.state(state.state);
  const entry = lookUp(word).find(({ type }) => type === 'organisation');
  const union =
    entry?.type === 'organisation' && entry.organisation.kind === 'international-organisation';
  return union ? cast.organisation(entry.organisation) : null;
}

const PREFIXES: Readonly<Record<string, string>> = {
  Franco: 'FR',
  Sino: 'CN',
  Russo: 'RU',
  Anglo: 'GB',
  Indo: 'IN',
  Greco: 'GR',
  Polono: 'PL',
};
