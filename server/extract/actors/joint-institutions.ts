import { formKey } from '../gazetteer/index.ts';
import type { Token } from '../nlp/index.ts';
import type { Cast } from './cast.ts';
import { stateEndingAt } from './country.ts';
import type { Found } from './found.ts';
import { INSTITUTIONS, LONGEST_INSTITUTION, type Institution } from './institutions.ts';

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
  return tokens.flatMap((_, at) => {
    const plural = pluralAt(tokens, at);
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

const SINGULAR: Readonly<Record<string, string>> = {
  ministries: 'ministry',
  governments: 'government',
  parliaments: 'parliament',
  armies: 'army',
  militaries: 'military',
  staffs: 'staff',
  councils: 'council',
};

/** An institution in the plural that begins at a token; null when none does. */
function pluralAt(
  tokens: readonly Token[],
  from: number,
): { institution: Institution; to: number } | null {
  for (let length = LONGEST_INSTITUTION; length > 0; length--) {
    const words = tokens.slice(from, from + length).map(({ word }) => formKey(word));
    const plural = words.some((word) => word in SINGULAR) || words.at(-1) === 'forces';
    if (words.length < length || !plural) continue;
    const institution = INSTITUTIONS.get(words.map((word) => SINGULAR[word] ?? word).join(' '));
    if (institution) return { institution, to: from + length };
  }
  return null;
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
