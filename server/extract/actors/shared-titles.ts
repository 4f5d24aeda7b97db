import type { Token } from '../nlp/index.ts';
import { stateEndingAt } from './country.ts';
import type { Naming } from './referent.ts';
import { isRole, roleOf } from './roles.ts';
import { isField } from './title-runs.ts';
import { stateAfter } from './told-state.ts';

/** What one of several is called where all are called it at once. */
export interface SharedTitle {
  readonly naming: Naming;
  /** The role's noun, in the singular: "minister". */
  readonly lemma: string;
  /** As it stands before one name: "Defense Minister". */
  readonly title: string;
  /** Tokens of the title and of the states after it, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** ISO code of the state whose title it is. */
  readonly state: string;
  /** Whether only the states told of before tell whose it is. */
  readonly assumed: boolean;
}

/**
 * "Russian and Kazakh Presidents X and Y", "defence ministers of Japan and Georgia, X and Y",
 * "Defence Ministers X of Russia and Y of Belarus", "X and Y, the ministers of defence of Belarus and
 * Russia": to each in turn. None unless there are as many states as names.
 */
export function sharedTitles(
  tokens: readonly Token[],
  namings: readonly Naming[],
  near: readonly (readonly Token[])[] = [],
): SharedTitle[] {
  return tokens.flatMap((token, noun) => {
    const lemma = singularRole(token);
    return lemma === null ? [] : sharedFrom(tokens, noun, lemma, namings, near);
  });
}

/** The role that a plural noun names several holders of; null for other words. */
function singularRole({ word, tag, lemma }: Token): string | null {
  if (!tag.startsWith('NN') || !/\p{Ll}s$/u.test(word)) return null;
  const singular = lemma.endsWith('s') ? lemma.slice(0, -1) : lemma;
  return isRole(singular) ? singular : null;
}

function sharedFrom(
  tokens: readonly Token[],
  noun: number,
  lemma: string,
  namings: readonly Naming[],
  near: readonly (readonly Token[])[],
): SharedTitle[] {
  const from = titleStart(tokens, noun);
  const field = pastField(tokens, noun + 1);
  const after = statesAfter(tokens, field);
  const named = listedFrom(tokens, after.to, namings);
  const bearers = named.length < 2 ? listedBefore(tokens, from, namings) : named;
  if (bearers.length < 2) return [];
  const told = [statesBefore(tokens, from), after.states].find(
    ({ length }) => length === bearers.length,
  );
  const words = (begin: number, end: number) => tokens.slice(begin, end).map(({ word }) => word);
  const title = [
    ...words(from, noun),
    tokens[noun]!.word.slice(0, -1),
    ...words(noun + 1, field),
  ].join(' ');
  const guessed =
    told || !isOfBoth(tokens, from, lemma) ? [] : inTurn(bearers, [...near, tokens.slice(0, from)]);
  return bearers.flatMap((naming, i) => {
    const beside = told?.[i] ?? stateAfter(tokens, naming);
    const state = beside ?? guessed[i] ?? null;
    return state === null
      ? []
      : [{ naming, lemma, title, from, to: after.to, state, assumed: beside === null }];
  });
}

/** "The two countries' | defence ministers", "the | deputy ministers of defence", "their | presidents". */
function isOfBoth(tokens: readonly Token[], from: number, lemma: string): boolean {
  if (!/^(?:minister|president|premier|chancellor|leader)$/.test(lemma)) return false;
  const before = tokens[from - 1];
  // "Signed by | Foreign Ministers X and Y"
  const bare =
    /^(?:by|between|with)$/.test(before?.word ?? '') && /^\p{Lu}/u.test(tokens[from]!.word);
  return before?.tag === 'POS' || bare || /^(?:the|their|both)$/i.test(before?.word ?? '');
}

/** The two states told of last, in the order of those who hold an office in each; none of one or of several. */
function inTurn(bearers: readonly Naming[], near: readonly (readonly Token[])[]): string[] {
  if (bearers.length !== 2) return [];
  for (const words of near.toReversed()) {
    const states = [...new Set(words.flatMap((_, i) => stateEndingAt(words, i)?.state ?? []))];
    if (states.length > 2) return [];
    if (states.length < 2) continue;
    const [one, other] = bearers.map(({ referent }) => referent.country);
    const turned = one === states[1] || other === states[0];
    return turned ? states.toReversed() : states;
  }
  return [];
}

/** Past "of Defence" in "ministers of Defence of X and Y"; the same place where nothing of the kind stands. */
function pastField(tokens: readonly Token[], of: number): number {
  if (tokens[of]?.word !== 'of') return of;
  let to = of + 1;
  while (to < tokens.length && to - of <= LONGEST_FIELD && isField(capitalised(tokens[to]!.word)))
    to++;
  return to > of + 1 && tokens[to]?.word === 'of' ? to : of;
}

/** In tokens: "Foreign Affairs". */
const LONGEST_FIELD = 2;

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** "X and Y, | the ministers": the persons named one after the other up to a title. */
function listedBefore(
  tokens: readonly Token[],
  title: number,
  namings: readonly Naming[],
): Naming[] {
  const comma = tokens[title - 1]?.word === 'the' ? title - 2 : title - 1;
  if (tokens[comma]?.word !== ',') return [];
  const listed: Naming[] = [];
  let end = comma;
  for (const naming of namings.toReversed()) {
    if (naming.to > end) continue;
    const between = tokens.slice(naming.to, end);
    const joined = listed.length === 0 ? between.length === 0 : between.some(isJoint);
    if (naming.referent.kind !== 'person' || !joined || !between.every(isJoint)) break;
    listed.unshift(naming);
    end = naming.from;
  }
  return listed;
}

/** Back over "defence", "foreign": what the holders are called, no state among it. */
function titleStart(tokens: readonly Token[], noun: number): number {
  let from = noun;
  while (
    from > 0 &&
    noun - from < LONGEST_MODIFIER &&
    /^(?:JJ|NN)/.test(tokens[from - 1]!.tag) &&
    !stateEndingAt(tokens, from - 1)
  )
    from--;
  return from;
}

/** In tokens: "deputy prime". */
const LONGEST_MODIFIER = 3;

/** The states listed up to a place: "Russian, Kazakh and Uzbek |". In text order. */
function statesBefore(tokens: readonly Token[], to: number): string[] {
  const states: string[] = [];
  let at = to - 1;
  for (let state = stateEndingAt(tokens, at); state; state = stateEndingAt(tokens, at)) {
    states.unshift(state.state);
    at = state.from - 1;
    if (!isJoint(tokens[at])) break;
    while (isJoint(tokens[at])) at--;
  }
  return states;
}

/** The states listed after "of": "of Japan, the Philippines and Georgia"; `to` is past them. */
function statesAfter(tokens: readonly Token[], of: number): { states: string[]; to: number } {
  const states: string[] = [];
  if (tokens[of]?.word !== 'of') return { states, to: of };
  let to = of;
  for (let at = of + 1; ;) {
    const first = tokens[at]?.word === 'the' ? at + 1 : at;
    const last = [first + 2, first + 1, first].find(
      (end) => end < tokens.length && stateEndingAt(tokens, end)?.from === first,
    );
    if (last === undefined) break;
    states.push(stateEndingAt(tokens, last)!.state);
    to = last + 1;
    at = to;
    while (isJoint(tokens[at])) at++;
  }
  return { states, to };
}

/** Persons named one after the other from a place on, with nothing but ranks and joints between them. */
function listedFrom(tokens: readonly Token[], from: number, namings: readonly Naming[]): Naming[] {
  const listed: Naming[] = [];
  let at = from;
  for (const naming of namings) {
    if (naming.from < at || naming.referent.kind === 'state') continue;
    const between = tokens.slice(at, naming.from);
    const joined =
      listed.length === 0 ||
      between.some(isJoint) ||
      (tokens[at]?.word === 'of' && between.length > 0);
    if (naming.referent.kind !== 'person' || !joined || !between.every(mayStandBetween)) break;
    listed.push(naming);
    at = pastState(tokens, naming);
  }
  return listed;
}

/** "X | of Russia": past the state after a name. */
function pastState(tokens: readonly Token[], naming: Naming): number {
  if (stateAfter(tokens, naming) === null) return naming.to;
  // "X | (Estonia)"
  const close = tokens.findIndex(({ word }, i) => i > naming.to && word === ')');
  return tokens[naming.to]!.word === '(' ? close + 1 : statesAfter(tokens, naming.to).to;
}

const isJoint = (token: Token | undefined) =>
  token !== undefined && /^(?:and|,|&)$/.test(token.word);

const mayStandBetween = (token: Token) =>
  isJoint(token) ||
  isRole(roleOf(token.lemma)) ||
  /^(?:the|mr|mr\.|\p{Lu}\p{Ll}{1,3}\.)$/iu.test(token.word);
