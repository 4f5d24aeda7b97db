import { recordTypeOf, type Actor } from '../../../graph-data/schema/index.ts';
import { normalise, words, type QueryNote } from '../../contract/index.ts';
import { wholeList, type RecordReader } from '../../store/store.ts';
import { foldWords, sameSpelt, toLatin } from '../fold.ts';

/** What a name was found to mean; `note` without its place. */
export interface Found {
  readonly ids: readonly string[];
  readonly note: Pick<QueryNote, 'code' | 'message'> | null;
}

/** What name resolution asks of the record. */
export type NameReader = Pick<
  RecordReader,
  | 'matchNames'
  | 'actorsCalled'
  | 'actors'
  | 'actorsById'
  | 'actorCounts'
  | 'resolveId'
  | 'documents'
  | 'agreements'
>;

/** Most names that are looked at for other spellings of one. */
const MOST_LIKE = 200;

const namesOf = (actor: Actor): string[] => [actor.name, ...actor.aliases];

/** "the Associated Press" is "Associated Press". */
const bare = (name: string): string => normalise(name).replace(/^the /, '');

function endsWith(
  name: readonly string[],
  ending: readonly string[],
  same = (a: string, b: string) => a === b,
): boolean {
  const from = name.length - ending.length;
  return from >= 0 && ending.every((word, index) => same(name[from + index] ?? '', word));
}

/** Persons with a name that ends in these words: a surname, as it is mostly written. */
async function bySurname(value: string, store: NameReader): Promise<Actor[]> {
  const surname = words(value);
  if (surname.length === 0) return [];
  const filter = { kind: ['person'], text: surname.join(' ') };
  const persons = await wholeList((page) => store.actors(filter, page));
  return persons.filter((actor) => namesOf(actor).some((name) => endsWith(words(name), surname)));
}

async function exactly(value: string, store: NameReader): Promise<Actor[]> {
  const wanted = bare(value);
  const tries = await Promise.all(
    [...new Set([value, wanted, `the ${wanted}`])].map((name) => store.actorsCalled(name)),
  );
  const exact = tries
    .flat()
    .filter((actor) => namesOf(actor).some((name) => bare(name) === wanted));
  return [...new Map(exact.map((actor) => [actor.id, actor])).values()];
}

/** Whole names or surnames of persons that are this one in another transliteration. */
function inOtherSpelling(value: string, candidates: readonly Actor[]): Actor[] {
  const wanted = foldWords(bare(value));
  if (wanted.join('').length < 4) return [];
  return candidates.filter((actor) =>
    namesOf(actor).some((name) => {
      const folded = foldWords(bare(name));
      const whole = folded.length === wanted.length || actor.kind === 'person';
      return whole && endsWith(folded, wanted, sameSpelt);
    }),
  );
}

function severalNote(value: string, actors: readonly Actor[]): Found['note'] {
  if (actors.length < 2) return null;
  const listed = actors.slice(0, 5).map(({ name }) => name);
  const more = actors.length > listed.length ? ` and ${actors.length - listed.length} more` : '';
  const message = `“${value}” names ${actors.length} actors; all are meant: ${listed.join(', ')}${more}.`;
  return { code: 'several-actors', message };
}

function found(value: string, actors: readonly Actor[]): Found {
  return { ids: actors.map(({ id }) => id), note: severalNote(value, actors) };
}

async function byId(id: string, store: NameReader): Promise<Found> {
  const now = await store.resolveId(id);
  if (now !== null) return { ids: [now], note: null };
  return { ids: [], note: { code: 'unknown-name', message: `No actor has the id ${id}.` } };
}

/**
 * The actors that a value names: an id; else everyone whose name or alias it is; else the persons
 * whose surname it is; else everyone whose name it is in another transliteration, with a note.
 * Nothing further is guessed: nearest names are only told in the note.
 */
export async function findActors(value: string, store: NameReader): Promise<Found> {
  if (recordTypeOf(value) === 'actor') return byId(value, store);
  const exact = await exactly(value, store);
  if (exact.length > 0) return found(value, exact);
  const surname = await bySurname(value, store);
  if (surname.length > 0) return found(value, surname);
  const near = await nearest(value, store);
  const respelt = inOtherSpelling(value, near);
  if (respelt.length === 0) return { ids: [], note: unknownNote(value, near) };
  const message = `“${value}” was read as ${respelt.map(({ name }) => name).join(', ')}.`;
  return { ids: respelt.map(({ id }) => id), note: { code: 'read-as', message } };
}

/** Everyone with a name like this one, as it stands or in Latin letters. */
async function nearest(value: string, store: NameReader): Promise<Actor[]> {
  const spellings = new Set([value, toLatin(normalise(value))]);
  const matches = await Promise.all(
    [...spellings].map((name) => store.matchNames(name, MOST_LIKE)),
  );
  const actors = matches.flat().map(({ actor }) => actor);
  return [...new Map(actors.map((actor) => [actor.id, actor])).values()];
}

function unknownNote(value: string, near: readonly Actor[]): Found['note'] {
  const names = [...new Set(near.map(({ name }) => name))].slice(0, 3);
  const hint = names.length > 0 ? ` Near: ${names.join(', ')}.` : '';
  return { code: 'unknown-name', message: `Nobody in the record is called “${value}”.${hint}` };
}
