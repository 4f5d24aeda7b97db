import { AMERICAN_STATES, lookUp, stateOfRegion, type StateForm } from '../gazetteer/index.ts';
import type { ParsedDocument, Token } from '../nlp/index.ts';
import { stateEndingAt } from './country.ts';

/** How a text tells of a state: by which form of its name, or by the name as a place's ("in Jordan"). */
type ToldAs = StateForm | 'place';

/** Where a document is at home and which states it tells of, as far as names turn on it. */
export interface Setting {
  /** ISO code of the state that it is at home in; null when nothing tells. */
  readonly home: string | null;
  /** Whether it says so itself, by a dateline. */
  readonly homeTold: boolean;
  /** Whether it speaks as the American press does, which names its parties and chambers without the state. */
  readonly domestic: boolean;
  /** The states that it tells of, by ISO code: each with the forms of its name that it uses. */
  readonly states: ReadonlyMap<string, ReadonlySet<ToldAs>>;
  /** Whether it tells of the United States, so that "the Senate" may be theirs. */
  readonly american: boolean;
}

/**
 * The state that a document is at home in is that of its dateline's capital, else the one as whose
 * own press it speaks, else the one that it names at least twice as often as any other.
 */
export function settingOf({ sentences, text }: ParsedDocument, dateline: string): Setting {
  const town = stateOfDateline(dateline);
  const named = sentences.flatMap(({ tokens }) => statesIn(tokens));
  const counts = new Map<string, number>();
  for (const { code } of named) counts.set(code, (counts.get(code) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  const foreign = (first?.[0] === 'US' ? second : first)?.[1] ?? 0;
  const us = counts.get('US') ?? 0;
  const partisan = text.match(PARTISAN)?.length ?? 0;
  const own = partisan + (text.match(CHAMBERS)?.length ?? 0);
  const domestic =
    own >= LEAST_OWN &&
    2 * own >= foreign &&
    (partisan > 0 || (us > 0 && us >= foreign)) &&
    !sentences.some(({ tokens }) => hasForeignChamber(tokens));
  const most = first && first[1] >= LEAST_NAMINGS && first[1] >= 2 * (second?.[1] ?? 0);
  const away = town !== null && most && isAway(town, first[0], counts, sentences);
  const told = away ? null : town;
  const home = told ?? (domestic ? 'US' : most ? first[0] : null);
  return {
    home,
    homeTold: told !== null,
    domestic: domestic && home === 'US',
    states: new Map([...counts.keys()].map((code) => [code, formsOf(code, named)])),
    american: us > 0 || partisan > 0 || home === 'US' || AMERICAN.test(text),
  };
}

/** "LIMA – Chilean President X said": reported from a state of which the text tells nothing, about the one with which it begins. */
function isAway(
  town: string,
  most: string,
  counts: ReadonlyMap<string, number>,
  sentences: ParsedDocument['sentences'],
): boolean {
  if (town === 'US' || town === most || counts.has(town)) return false;
  const lead = sentences.map(({ tokens }) => statesIn(tokens)).find(({ length }) => length > 0);
  return (lead ?? []).some(({ code, form }) => code === most && form === 'demonym');
}

/** Whether a document names a state, and not only its capital. */
export function namesState({ states }: Setting, code: string): boolean {
  const forms = states.get(code);
  return forms !== undefined && [...forms].some((form) => form !== 'capital');
}

/** What the American press alone calls its own, without naming the state. */
const PARTISAN =
  /(?<!\b(?:Liberal|Social|Christian|Free|Sweden|Swedish|Irish) )\b(?:Republicans?|Democrats?)(?![\p{L}\p{N}])|\b(?:GOP|White House|Capitol Hill)(?![\p{L}\p{N}])/gu;
/** What other states have too. */
const CHAMBERS = /\b(?:Sen\.|Rep\.|Gov\.|Senators?|Senate|Congress)(?![\p{L}\p{N}])/gu;
/** What nobody names but to tell of the United States. */
const AMERICAN = new RegExp(
  String.raw`\b(?:Pentagon|State Department|${AMERICAN_STATES.join('|')})(?![\p{L}\p{N}])`,
  'u',
);
const LEAST_OWN = 3;
const LEAST_NAMINGS = 2;

interface NamedState {
  readonly code: string;
  readonly form: ToldAs;
}

function formsOf(state: string, named: readonly NamedState[]): ReadonlySet<ToldAs> {
  return new Set(named.flatMap(({ code, form }) => (code === state ? [form] : [])));
}

/** States by any form of their names, each where it ends; no part of a continent's. */
function statesIn(tokens: readonly Token[]): NamedState[] {
  return tokens.flatMap(({ word }, i) => {
    const state = /^\p{Lu}/u.test(word) ? stateEndingAt(tokens, i) : null;
    const before = tokens[(state?.from ?? 0) - 1]?.word ?? '';
    // "N1,520 to a US dollar": what things are counted in tells of no state.
    const currency = state?.state === 'US' && /^dollars?$/i.test(tokens[i + 1]?.word ?? '');
    if (!state || currency) return [];
    const place =
      state.form === 'name' && /^(?:in|across|inside|outside|throughout)$/i.test(before);
    return [{ code: state.state, form: place ? 'place' : state.form }];
  });
}

/** "Nigeria's Senate", "the Philippine Congress". */
function hasForeignChamber(tokens: readonly Token[]): boolean {
  return tokens.some(({ word }, i) => {
    if (!/^(?:Senate|Congress|House)$/.test(word)) return false;
    const owned = /^['’]s?$/.test(tokens[i - 1]?.word ?? '');
    return (stateEndingAt(tokens, owned ? i - 2 : i - 1)?.state ?? 'US') !== 'US';
  });
}

/**
 * The state of a dateline's capital or country: "TIRANA, Sept 7", "MANILA, Philippines". Null where
 * the two contradict one another ("MOSCOW, Idaho" is in the United States), and where only a place
 * that is no state's stands behind the town.
 */
export function stateOfDateline(dateline: string): string | null {
  // "BREST/WASHINGTON": of two towns the first counts.
  const [town = '', behind = ''] = dateline
    .split(/[,([]/u)
    .slice(0, 2)
    .map((part) =>
      part
        .split('/', 1)[0]!
        .replace(/[\s:–—-]+$/u, '')
        .trim(),
    );
  const [ofTown, ofBehind] = [stateCalled(town), stateCalled(behind)];
  if (ofTown !== null && ofTown === ofBehind) return ofTown;
  const region = stateOfRegion(behind) ?? stateOfRegion(inSmall(behind));
  // "AUGUSTA, Georgia", "BATUMI, Georgia": of two states one is a region's name.
  if (region !== null) return ofBehind !== null && ofTown === null ? null : region;
  if (ofBehind !== null) return ofBehind;
  return isPlaceBehind(behind) ? null : ofTown;
}

/** "NOVA SCOTIA" as "Nova Scotia". */
function inSmall(words: string): string {
  return words.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (c) => c.toUpperCase());
}

function stateCalled(words: string): string | null {
  const entry = lookUp(inSmall(words)).find(({ type }) => type === 'state');
  return entry?.type === 'state' ? entry.state.code : null;
}

/** "LONDON, Kentland": words that are neither a date nor an agency's. */
function isPlaceBehind(words: string): boolean {
  return (
    /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*\.?$/u.test(words) &&
    !MONTH.test(words) &&
    lookUp(words).length === 0
  );
}

const MONTH = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;
