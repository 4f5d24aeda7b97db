import type { Actor } from '../../graph-data/schema/index.ts';
import {
  editDistance,
  normalise,
  printSearch,
  QUERY_KEY_NAMES,
  QUERY_KEYS,
  term,
  tokenise,
  type Position,
  type QueryKey,
  type QueryKeyName,
  type Suggestion,
  type Token,
  type TypedTerm,
  type ValueToken,
} from '../contract/index.ts';
import type { NameMatch, RecordReader } from '../store/store.ts';
import { documentDetails } from './document-details.ts';
import { foldWords, sameSpelt, toLatin } from './fold.ts';
import type { Found } from './search/actors.ts';
import { findRecords, type TitleReader } from './search/records.ts';

/** What suggestions ask of the record. */
export type SuggestReader = Pick<RecordReader, 'matchNames' | 'actorsById'> & TitleReader;

export interface Suggestions {
  readonly items: Suggestion[];
  /** The part of the text that a suggestion's `insert` takes the place of. */
  readonly replace: Position;
}

/** Free words that may be one name: "Institute for the Study of War" is found while it is typed. */
const LONGEST_NAME = 8;

const nothing = { id: null, kind: null, matched: null, detail: [] };

function insertion(key: Exclude<QueryKeyName, 'text'>, value: string): string {
  return printSearch(term<TypedTerm>({ key, value }));
}

function keysLike(start: string): Suggestion[] {
  return QUERY_KEY_NAMES.filter((key) => key.startsWith(start)).map((key) => ({
    ...nothing,
    type: 'key',
    label: `${key}: ${QUERY_KEYS[key].meaning}`,
    insert: `${key}:`,
  }));
}

function valuesLike(key: QueryKeyName, start: string): Suggestion[] {
  const { values = [] }: QueryKey = QUERY_KEYS[key];
  return values
    .filter((value) => key !== 'text' && value.startsWith(start))
    .map((value) => ({
      ...nothing,
      type: 'value',
      label: `${key}: ${value}`,
      insert: `${key}:${value}`,
    }));
}

/** Words that differ in at most a third of their letters may be one name in two languages. */
function isNear(a: string, b: string): boolean {
  const most = Math.floor(Math.min(a.length, b.length) / 3);
  return editDistance(a, b, most) <= most;
}

/** How well a name answers words in another spelling, 0..1; 0 when it lacks one of them. */
function spelling(wanted: readonly string[], { actor }: NameMatch): number {
  const best = (word: string, name: readonly string[]) =>
    name.some((other) => sameSpelt(word, other)) ? 1 : name.some((o) => isNear(word, o)) ? 0.5 : 0;
  const scores = [actor.name, ...actor.aliases].map(foldWords).map((name) => {
    const words = wanted.map((word) => best(word, name));
    return words.includes(0) ? 0 : words.reduce<number>((sum, x) => sum + x, 0) / words.length;
  });
  return Math.max(0, ...scores);
}

/**
 * Actors by any name: as the store finds them (beginnings of words, transliterations, typing
 * errors); when it finds nobody, Cyrillic in Latin letters; then the actors found by each word
 * alone of whom every word is a spelling or near it.
 */
async function actorsLike(
  typed: string,
  store: Pick<RecordReader, 'matchNames'>,
  limit: number,
): Promise<NameMatch[]> {
  const latin = toLatin(normalise(typed));
  for (const spelt of new Set([typed, latin])) {
    const found = await store.matchNames(spelt, limit);
    if (found.length > 0) return found;
  }
  const words = latin.split(' ').filter((word) => word.length > 2);
  const found = (await Promise.all(words.map((word) => store.matchNames(word, limit)))).flat();
  const distinct = [...new Map(found.map((match) => [match.actor.id, match])).values()];
  const wanted = foldWords(latin);
  return distinct
    .map((match) => ({ match, score: spelling(wanted, match) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.match.score - a.match.score)
    .slice(0, limit)
    .map(({ match }) => match);
}

type ActorKey = 'speaker' | 'about' | 'addressee' | 'via' | 'outlet' | 'actor';

/** The name when nobody else bears it, else the id, so that the suggestion means this one. */
function nameOrId(actor: Actor, all: readonly NameMatch[]): string {
  const name = normalise(actor.name);
  const isShared = all.some(
    ({ actor: other }) =>
      other.id !== actor.id &&
      [other.name, ...other.aliases].some((each) => normalise(each) === name),
  );
  return isShared ? actor.id : actor.name;
}

function actorSuggestion(key: ActorKey, match: NameMatch, all: readonly NameMatch[]): Suggestion {
  const { actor, matched } = match;
  return {
    type: 'actor',
    label: actor.name,
    insert: insertion(key, nameOrId(actor, all)),
    id: actor.id,
    kind: actor.kind,
    matched: matched === actor.name ? null : matched,
    detail: [],
  };
}

/** Carriers and publishers are media first. */
async function actorItems(key: ActorKey, typed: string, store: SuggestReader, limit: number) {
  const matches = await actorsLike(typed, store, limit);
  const isCarrier = key === 'via' || key === 'outlet';
  const media = matches.filter(({ actor }) => actor.kind === 'media');
  const others = matches.filter(({ actor }) => actor.kind !== 'media');
  const ordered = isCarrier ? [...media, ...others] : matches;
  return ordered.map((match) => actorSuggestion(key, match, matches));
}

/** What to insert for each record: its title when that alone means it, else its id. */
async function titlesOrIds<R extends { readonly id: string }>(
  key: 'document' | 'agreement',
  records: readonly R[],
  titleOf: (record: R) => string,
  store: TitleReader,
): Promise<Map<string, string>> {
  const meant = new Map<string, Promise<Found>>();
  const found = (title: string) => {
    const known = meant.get(title) ?? findRecords(key, title, store);
    meant.set(title, known);
    return known;
  };
  const entries = records.map(async (record) => {
    const title = titleOf(record);
    const { ids } = await found(title);
    const isAlone = ids.length === 1 && ids[0] === record.id;
    return [record.id, insertion(key, isAlone ? title : record.id)] as const;
  });
  return new Map(await Promise.all(entries));
}

async function documentItems(
  text: string,
  store: SuggestReader,
  limit: number,
): Promise<Suggestion[]> {
  const { items } = await store.documents({ text }, { limit, cursor: null });
  const details = await documentDetails(store, items);
  const inserts = await titlesOrIds('document', items, ({ title }) => title, store);
  return items.map(({ id, title }) => ({
    ...{ ...nothing, type: 'document', id },
    ...{ label: title, insert: inserts.get(id) ?? '' },
    detail: details.get(id) ?? [],
  }));
}

async function agreementItems(
  text: string,
  store: SuggestReader,
  limit: number,
): Promise<Suggestion[]> {
  const { items } = await store.agreements({ text }, { limit, cursor: null });
  const inserts = await titlesOrIds('agreement', items, ({ name }) => name, store);
  return items.map(({ id, name }) => ({
    ...{ ...nothing, type: 'agreement', id },
    ...{ label: name, insert: inserts.get(id) ?? '' },
  }));
}

/** Values of a key that has been typed already. */
async function valueItems(key: QueryKeyName, value: string, store: SuggestReader, limit: number) {
  const text = value.trim();
  switch (QUERY_KEYS[key].type) {
    case 'enum':
    case 'date':
      return valuesLike(key, text.toLowerCase());
    case 'actor':
      return text === '' ? [] : actorItems(key as ActorKey, text, store, limit);
    case 'document':
      return documentItems(text, store, limit);
    case 'agreement':
      return agreementItems(text, store, limit);
    default:
      return [];
  }
}

async function wordItems(text: string, store: SuggestReader, limit: number): Promise<Suggestion[]> {
  const start = normalise(text);
  return [
    ...keysLike(start),
    ...(start.length > 1 ? QUERY_KEY_NAMES.flatMap((key) => valuesLike(key, start)) : []),
    ...(await actorItems('actor', text, store, limit)),
    ...(await documentItems(text, store, limit)),
    ...(await agreementItems(text, store, limit)),
  ];
}

const isFreeWord = (token: Token | undefined): token is ValueToken =>
  token?.type === 'value' && token.key === null && !token.quoted;

/** Free words that end at the cursor, from the most that may be one name down to the last. */
function* namesAt(tokens: readonly Token[], last: number): Generator<Position> {
  let first = last;
  while (last - first < LONGEST_NAME - 1 && isFreeWord(tokens[first - 1])) first -= 1;
  for (; first <= last; first += 1) {
    const start = tokens[first]?.start ?? 0;
    yield { start, end: tokens[last]?.end ?? start };
  }
}

/**
 * What may be typed at the cursor: after a key its values; else keys, values and the names of
 * actors, documents and agreements that the words before the cursor may begin. Bounded by `limit`
 * and by the bounds of `matchNames`.
 *
 * @param cursor offset into the text, UTF-16 code units; beyond its end counts as its end
 */
export async function suggest(
  text: string,
  cursor: number,
  store: SuggestReader,
  limit: number,
): Promise<Suggestions> {
  const tokens = tokenise(text.slice(0, cursor));
  const last = tokens.at(-1);
  const end = Math.min(cursor, text.length);
  const here = { start: end, end };
  const isOpen = last?.type === 'value' && last.quoted && !last.closed;
  if (last?.type !== 'value' || (last.end < end && !isOpen)) {
    return { items: keysLike('').slice(0, limit), replace: here };
  }
  if (last.key !== null) {
    const items = await valueItems(last.key, last.value, store, limit);
    return { items: items.slice(0, limit), replace: { start: last.start, end } };
  }
  if (last.quoted) return { items: [], replace: here };
  for (const { start } of namesAt(tokens, tokens.length - 1)) {
    const items = await wordItems(text.slice(start, end), store, limit);
    if (items.length > 0) return { items: items.slice(0, limit), replace: { start, end } };
  }
  return { items: [], replace: here };
}
