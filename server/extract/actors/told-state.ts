import type { Token } from '../nlp/index.ts';
import { stateEndingAt } from './country.ts';
import { isCounterpart } from './offices.ts';
import type { Naming } from './referent.ts';
import { isRole, OFFICES } from './roles.ts';
import type { Setting } from './setting.ts';
import type { Description } from './description.ts';
import { hyphenated } from './titles.ts';

/** "President Michel Aoun | of Lebanon": the state after a titled name. */
export function stateAfter(tokens: readonly Token[], { to }: Pick<Naming, 'to'>): string | null {
  if (tokens[to]?.word !== 'of') return stateInBrackets(tokens, to);
  const from = pastFormal(tokens, tokens[to + 1]?.word === 'the' ? to + 2 : to + 1);
  for (let last = from + 2; last >= from; last--) {
    const state = last < tokens.length ? stateEndingAt(tokens, last) : null;
    if (state?.form === 'name' && state.from === from) return state.state;
  }
  return null;
}

/** "Artis Weber | (Latvia)": null for other words in brackets. */
function stateInBrackets(tokens: readonly Token[], open: number): string | null {
  if (tokens[open]?.word !== '(') return null;
  const close = tokens.findIndex(({ word }, i) => i > open && i <= open + 4 && word === ')');
  const state = close < 0 ? null : stateEndingAt(tokens, close - 1);
  return state?.form === 'name' && state.from === open + 1 ? state.state : null;
}

/** "The Eastern Republic of | Uruguay": past what a state is in full, where that is no name of its own. */
function pastFormal(tokens: readonly Token[], from: number): number {
  const at = /^(?:Republic|Kingdom|Principality|Sultanate|State)$/.test(tokens[from]?.word ?? '')
    ? from
    : from + 1;
  const formal =
    /^(?:Republic|Kingdom|Principality|Sultanate|State)$/.test(tokens[at]?.word ?? '') &&
    tokens[at + 1]?.word === 'of';
  const whole = [2, 3].some((more) => stateEndingAt(tokens, at + more)?.from === from);
  return formal && !whole && stateEndingAt(tokens, at + 2) ? at + 2 : from;
}

/** "Polish President", "Hungary's foreign minister": the state that the words of a title name. */
export function stateOfTitle(
  tokens: readonly Token[],
  { from, noun, end }: Description,
): string | null {
  const isOffice = OFFICES.has(tokens[noun]!.lemma) || isSecurityAdviser(tokens, noun);
  if (/^NNP?S$/.test(tokens[noun]!.tag) && severalStates(tokens, from, noun)) return null;
  // "Ambassador | Extraordinary and Plenipotentiary | of Cuba"
  const of = tokens[noun + 1]?.word === 'Extraordinary' ? noun + 4 : noun + 1;
  const after = isOffice && tokens[of]?.word === 'of' ? stateAfter(tokens, { to: of }) : null;
  if (after !== null) return after;
  for (let i = from; i < noun; i++) {
    const state = stateEndingAt(tokens, i) ?? hyphenated(tokens[i]!);
    if (isFederalState(tokens, i + 1)) continue;
    const owned = /^(?:['’]s?)$/.test(tokens[i + 1]?.word ?? '');
    if (state && (owned || state.form === 'demonym' || isOffice)) return state.state;
  }
  return isOffice ? stateAfterMinister(tokens, { noun, end }) : null;
}

/** "Niger | state police spokesman": of a state within another. */
const isFederalState = (tokens: readonly Token[], at: number) =>
  tokens[at]?.word === 'state' &&
  /^(?:police|governor|government|assembly|commissioner|lawmaker|legislature|emergency)$/.test(
    tokens[at + 1]?.lemma ?? '',
  );

/** "US National Security Adviser": an office of the state's. */
const isSecurityAdviser = (tokens: readonly Token[], noun: number) =>
  /^advis[eo]r$/.test(tokens[noun]!.lemma) && /^security$/i.test(tokens[noun - 1]?.word ?? '');

/** "Chinese State Councillor and | Foreign Minister X": the state of the title that this one is joined to. */
function stateOfJoinedTitle(tokens: readonly Token[], from: number): string | null {
  if (tokens[from - 1]?.word !== 'and' || !isRole(tokens[from - 2]?.lemma ?? '')) return null;
  for (let i = from - 3; i >= 0 && from - i <= LONGEST_JOINED; i--) {
    const state = stateEndingAt(tokens, i);
    if (state) return state.state;
    if (!/^(?:NN|JJ|POS)/.test(tokens[i]!.tag)) return null;
  }
  return null;
}

/** In tokens, back from the second title. */
const LONGEST_JOINED = 7;

/** "Kenya's leader, | President X": the state of the title before the comma. */
export function stateOfEarlierTitle(
  tokens: readonly Token[],
  { from }: Description,
): string | null {
  const joined = stateOfJoinedTitle(tokens, from);
  if (joined !== null) return joined;
  const noun = from - 2;
  if (
    noun < 1 ||
    tokens[from - 1]!.word !== ',' ||
    !/^(?:leader|head|ruler)$/.test(tokens[noun]!.lemma)
  )
    return null;
  const owned = tokens[noun - 1]!.tag === 'POS' ? noun - 2 : noun - 1;
  const state = stateEndingAt(tokens, owned);
  return state && state.form !== 'capital' ? state.state : null;
}

/** "Under President X, | Kenya has". */
export function stateUnder(
  tokens: readonly Token[],
  { to }: Naming,
  { from }: Description,
): string | null {
  if (!/^under$/i.test(tokens[from - 1]?.word ?? '') || tokens[to]?.word !== ',') return null;
  const state = stateEndingAt(tokens, to + 1) ?? stateEndingAt(tokens, to + 2);
  return state?.form === 'name' && state.from === to + 1 ? state.state : null;
}

/** "His colleague | in Minsk": the state whose capital is told. */
export function stateOfHomeTown(tokens: readonly Token[], { noun }: Description): string | null {
  if (!isCounterpart(tokens[noun]!.lemma) || tokens[noun + 1]?.word !== 'in') return null;
  const town = stateEndingAt(tokens, noun + 2) ?? stateEndingAt(tokens, noun + 3);
  return town?.from === noun + 2 ? town.state : null;
}

/** "Latvian and Lithuanian counterparts": of whom it does not tell which is whose. */
function severalStates(tokens: readonly Token[], from: number, noun: number): boolean {
  const states = tokens.slice(from, noun).flatMap((_, i) => stateEndingAt(tokens, from + i) ?? []);
  const joined = tokens.slice(Math.max(0, from - 2), noun).some(({ word }) => word === 'and');
  return joined || states.length > 1;
}

/** "Minister of Foreign Affairs of Latvia". */
function stateAfterMinister(
  tokens: readonly Token[],
  { noun, end }: Pick<Description, 'noun' | 'end'>,
): string | null {
  if (tokens[noun]!.lemma !== 'minister') return null;
  for (let i = noun + 2; i < end; i++) {
    const state = stateEndingAt(tokens, i);
    const of = state && /^(?:of|the)$/.test(tokens[state.from - 1]?.lemma ?? '');
    if (of) return state.state;
  }
  return null;
}

/** "Kurti's interior minister, X": the state whose leader has such a minister; null where it is not known. */
export function stateOfLeader(
  tokens: readonly Token[],
  { from, noun }: Description,
  all: readonly Naming[],
): string | null {
  if (tokens[noun]!.lemma !== 'minister') return null;
  const leader = all.find(
    ({ from: start, to, referent: { kind } }) =>
      kind === 'person' && start >= from - 1 && to < noun && tokens[to]?.tag === 'POS',
  );
  return leader?.referent.country ?? null;
}

/**
 * "Defence Minister X and his Belarusian counterpart Y", "Defence Minister X met his Belarusian
 * counterpart": of the two states just named the one that is not the counterpart's.
 * @param near the sentences from which the two states may be known, this one among them
 */
export function stateOfOtherSide(
  tokens: readonly Token[],
  { to }: Pick<Naming, 'to'>,
  near: readonly (readonly Token[])[],
): string | null {
  const noun = tokens.findIndex(
    ({ lemma }, i) => i > to && i - to <= COUNTERPART_WITHIN && lemma === 'counterpart',
  );
  const theirs = noun < 0 ? null : stateEndingAt(tokens, noun - 1);
  const his = theirs && /^(?:his|her)$/i.test(tokens[theirs.from - 1]?.word ?? '');
  const between = tokens.slice(to, theirs?.from ?? to);
  if (!his || between.some(({ word }) => word === ',')) return null;
  const states = new Set(
    near.flatMap((words) =>
      words.flatMap(({ word }, i) =>
        /^\p{Lu}/u.test(word) ? (stateEndingAt(words, i)?.state ?? []) : [],
      ),
    ),
  );
  states.delete(theirs.state);
  return states.size === 1 ? [...states][0]! : null;
}

/** In tokens, from a name. */
const COUNTERPART_WITHIN = 6;

/**
 * The state that gives a title others give hardly, where the text tells of it: the American
 * "Secretary of State"; "Defense Secretary" where the text is at home in no other state.
 */
export function statesOwn(
  tokens: readonly Token[],
  { noun }: Description,
  { american, home }: Setting,
): string | null {
  const words = tokens
    .slice(noun, noun + 4)
    .map(({ word }) => word)
    .join(' ');
  const before = `${tokens[noun - 1]?.word ?? ''} ${tokens[noun]!.word}`;
  if (/^Secretary of State(?! for)/.test(words)) return american ? 'US' : null;
  const own =
    before === 'Defense Secretary' ||
    /^Secretary of (?:Defen[cs]e|Energy|Commerce|the (?:Treasury|Interior|Navy|Army|Air))/.test(
      words,
    );
  if (own) return american && (home === null || home === 'US') ? 'US' : null;
  return /^(?:Foreign|Home|Defence) Secretary$/.test(before) ? 'GB' : null;
}
