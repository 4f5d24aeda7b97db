import type { Actor } from '../../../graph-data/schema/index.ts';
import {
  and,
  MAX_SEARCH_LENGTH,
  or,
  parseSearch,
  printSearch,
  term,
  tokenise,
  type ActorRef,
  type AskReply,
  type QueryNote,
  type TypedQuery,
  type TypedTerm,
} from '../../contract/index.ts';
import { findActors, type NameReader } from '../search/actors.ts';
import { namesOfList } from './name-list.ts';
import { looksLikeQuestion, readQuestion, type Reading, type Slot } from './read.ts';

/** Longest question, in characters; anything longer is searched for as it stands. */
const MAX_QUESTION = 300;

async function isKnown(name: string, store: NameReader): Promise<boolean> {
  return (await findActors(name, store)).ids.length > 0;
}

function namesIn(names: string, store: NameReader): Promise<string[]> {
  return namesOfList(names, (name) => isKnown(name, store));
}

/** What a deed is aimed at: those whom the words are about or to whom they are said. */
async function slotQuery({ key, name }: Slot, store: NameReader): Promise<TypedQuery> {
  const values = await namesIn(name, store);
  const keys = key === 'toward' ? (['about', 'addressee'] as const) : ([key] as const);
  return or(
    ...keys.flatMap((each) => values.map((value) => term<TypedTerm>({ key: each, value }))),
  );
}

async function statementsSearch(
  reading: Extract<Reading, { type: 'statements' }>,
  store: NameReader,
): Promise<string> {
  const parts: TypedQuery[] = [];
  for (const slot of reading.slots) parts.push(await slotQuery(slot, store));
  if (reading.act !== null) parts.push(term<TypedTerm>({ key: 'act', value: reading.act }));
  if (reading.when !== null) parts.push(term<TypedTerm>({ key: 'said', value: reading.when }));
  if (reading.words !== null) parts.push(parseSearch(reading.words).query);
  return printSearch(and(...parts));
}

interface Named {
  readonly refs: ActorRef[];
  readonly notes: QueryNote[];
}

const ref = ({ id, name, kind }: Actor): ActorRef => ({ id, name, kind });

/** The first actor of each name; a note for each name that means none or several. */
async function actorsOf(names: readonly string[], text: string, store: NameReader): Promise<Named> {
  const refs: ActorRef[] = [];
  const notes: QueryNote[] = [];
  for (const name of names) {
    const { ids, note } = await findActors(name, store);
    const start = Math.max(text.indexOf(name), 0);
    if (note !== null) notes.push({ ...note, start, end: start + name.length });
    refs.push(...(await store.actorsById(ids.slice(0, 1))).map(ref));
  }
  return { refs, notes };
}

async function askPaths(pair: readonly [string, string] | string, text: string, store: NameReader) {
  const names = typeof pair === 'string' ? await namesIn(pair, store) : pair;
  const { refs, notes } = await actorsOf(names, text, store);
  const [from, to, ...more] = refs;
  if (from === undefined || to === undefined || more.length > 0 || names.length !== 2)
    return { notes };
  return { reply: { type: 'paths', from, to, notes } as const, notes };
}

/** Actors of one name that are told of, and words of the longest name that is looked up. */
const TOLD = 3;
const LONGEST_NAME = 8;

/** Whose name the words are: what they said themselves is not found by their name. */
async function nameNotes(text: string, store: NameReader): Promise<QueryNote[]> {
  if (text.trim() === '' || text.trim().split(/\s+/).length > LONGEST_NAME) return [];
  const { ids } = await findActors(text.trim(), store);
  const actors = await store.actorsById(ids.slice(0, TOLD));
  const counts = await store.actorCounts(actors.map(({ id }) => id));
  return actors.map((actor, i) => ({
    code: 'names-actor',
    message: `${actor.name}: ${counts[i]?.said ?? 0} said, ${counts[i]?.about ?? 0} about.`,
    start: 0,
    end: text.length,
    actor: ref(actor),
  }));
}

function words(text: string, notes: readonly QueryNote[]): AskReply {
  const note = {
    code: 'not-understood',
    message: 'This question is not understood; its words are searched for as they stand.',
    start: 0,
    end: text.length,
  } as const;
  const search = printSearch(parseSearch(text).query);
  return { type: 'words', search, notes: looksLikeQuestion(text) ? [...notes, note] : [...notes] };
}

/** A search in its own language is no question. */
function isSearch(text: string): boolean {
  if (text.length > Math.min(MAX_QUESTION, MAX_SEARCH_LENGTH)) return true;
  return tokenise(text).some((token) => token.type !== 'value' || token.key !== null);
}

/**
 * What a plain question asks for, with its names looked up. What is not understood is searched for
 * word by word, with a note; names that nobody bears stay in the search, where they match nothing.
 */
export async function ask(text: string, store: NameReader): Promise<AskReply> {
  if (isSearch(text)) return words(text, []);
  const reading = readQuestion(text);
  if (reading === null) return words(text, await nameNotes(text, store));
  if (reading.type === 'statements') {
    return { type: 'statements', search: await statementsSearch(reading, store), notes: [] };
  }
  if (reading.type === 'paths') {
    const { reply, notes } = await askPaths(reading.pair, text, store);
    return reply ?? words(text, notes);
  }
  const names = await namesIn(reading.of, store);
  const { refs, notes } = await actorsOf(names, text, store);
  if (refs.length < names.length) return words(text, notes);
  return { type: 'agreements', actors: refs, period: reading.when, notes };
}
