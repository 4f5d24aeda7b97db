import type { Actor } from '../../../graph-data/schema/index.ts';
import type { QueryKeyName } from '../../contract/index.ts';
import type { Found, NameReader } from './actors.ts';

/**
 * A state speaks through its government, which the record keeps as an actor of its own
 * (codebook: "Minsk added" is the government's statement; the state is what is spoken about).
 * Whoever asks for `speaker:Belarus` means both.
 */
const KEYS: ReadonlySet<QueryKeyName> = new Set(['speaker', 'addressee', 'via', 'actor']);

/** Bodies of the state under its own name, "government of" it, or its "government". */
async function governmentOf(state: Actor, store: NameReader): Promise<Actor[]> {
  const names = [state.name, ...state.aliases].flatMap((name) => [
    name,
    `government of ${name}`,
    `${name} government`,
  ]);
  const called = await Promise.all(names.map((name) => store.actorsCalled(name)));
  return called
    .flat()
    .filter(({ kind, country }) => kind === 'government-body' && country === state.id);
}

/** Adds the governments of the states among the ids, for keys that ask who spoke, and says so. */
export async function withGovernments(
  key: QueryKeyName,
  result: Found,
  store: NameReader,
): Promise<Found> {
  if (!KEYS.has(key) || result.ids.length === 0) return result;
  const actors = await store.actorsById(result.ids);
  const states = actors.filter(({ kind }) => kind === 'state');
  const governments = (await Promise.all(states.map((state) => governmentOf(state, store)))).flat();
  const added = governments.filter(({ id }) => !result.ids.includes(id));
  if (added.length === 0) return result;
  const names = [...new Set(added.map(({ name }) => name))].join(', ');
  const ids = [...new Set([...result.ids, ...added.map(({ id }) => id)])];
  return { ids, note: { code: 'with-government', message: `${names} is meant as well.` } };
}
