import { formKey } from '../gazetteer/index.ts';
import type { Token } from '../nlp/index.ts';
import type { Cast } from './cast.ts';
import { stateEndingAt } from './country.ts';
import type { Found } from './found.ts';
import { INSTITUTIONS, institutionEnd, type Institution } from './institutions.ts';

/** A state's name or adjective, as tokens `from`..`to`. */
interface Stated {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/**
 * "The defence ministries of Belarus and Russia", "the Belarusian and Russian armed forces": one
 * body of each state, the first named by the noun too, the others by their state alone.
 */
export function jointInstitutions(tokens: readonly Token[], cast: Cast): Found[] {
  const keys = tokens.map(({ word }) => formKey(word));
  if (!keys.some(isPlural)) return [];
  const singular = keys.map((key) => SINGULAR.get(key) ?? key);
  return tokens.flatMap((_, at) => {
    const plural = pluralAt(keys, singular, at);
    if (!plural) return [];
    const { institution, to } = plural;
    const after = tokens[to]?.word === 'of' ? statesFrom(tokens, to + 1) : [];
    const states = after.length > 1 ? after : statesBefore(tokens, at);
    if (states.length < 2) return [];
    return states.map((state, i): Found => {
      const first = after.length > 1 ? i === 0 : i === states.length - 1;
      const from = first ? Math.min(at, state.from) : state.from;
      const end = first ? Math.max(to, state.to) : state.to;
      return { from, to: end, referent: () => cast.institution(institution, state.code) };
    });
  });
}

/** Whether a name begins as several bodies of one sort do: "Ministries of Defence of A and B". */
export const namesSeveral = (name: string) =>
  /^(?:\p{L}+ ){0,3}(?:Ministries|Governments|Parliaments|Armies) of /u.test(name);

const SINGULAR: ReadonlyMap<string, string> = new Map([
  ['ministries', 'ministry'],
  ['governments', 'government'],
  ['parliaments', 'parliament'],
  ['armies', 'army'],
  ['militaries', 'military'],
  ['staffs', 'staff'],
  ['councils', 'council'],
]);

const isPlural = (key: string) => SINGULAR.has(key) || key === 'forces';

/**
 * An institution in the plural that begins at a token; null when none does.
 * @param singular the keys, those that name several bodies as they name one
 */
function pluralAt(
  keys: readonly string[],
  singular: readonly string[],
  from: number,
): { institution: Institution; to: number } | null {
  const to = institutionEnd(
    singular,
    from,
    (end) => keys[end - 1] === 'forces' || keys.slice(from, end).some((key) => SINGULAR.has(key)),
  );
  if (to === null) return null;
  return { institution: INSTITUTIONS.get(singular.slice(from, to).join(' '))!, to };
}

/** "Belarus, Kazakhstan | and Russia": states joined from a token on. */
function statesFrom(tokens: readonly Token[], from: number): Stated[] {
  const found: Stated[] = [];
  let at = from;
  for (;;) {
    while (/^(?:the|,|and)$/.test(tokens[at]?.word ?? '')) at++;
    const state = stateStartingAt(tokens, at);
    if (!state) return found;
    found.push(state);
    if (!/^(?:,|and)$/.test(tokens[state.to]?.word ?? '')) return found;
    at = state.to;
  }
}

function stateStartingAt(tokens: readonly Token[], from: number): Stated | null {
  for (let last = Math.min(tokens.length, from + LONGEST_STATE) - 1; last >= from; last--) {
    const state = stateEndingAt(tokens, last);
    if (state?.from === from && state.form !== 'capital')
      return { code: state.state, from, to: last + 1 };
  }
  return null;
}

/** In tokens. */
const LONGEST_STATE = 3;

/** "The Belarusian | and Russian": adjectives of states joined right before a token. */
function statesBefore(tokens: readonly Token[], to: number): Stated[] {
  const found: Stated[] = [];
  let end = to;
  for (;;) {
    const state = stateEndingAt(tokens, end - 1);
    if (state?.form !== 'demonym') return found;
    found.unshift({ code: state.state, from: state.from, to: end });
    if (!/^(?:,|and)$/.test(tokens[state.from - 1]?.word ?? '')) return found;
    end = state.from - 1;
  }
}
