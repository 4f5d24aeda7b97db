import * as api from '../api/calls.ts';
import { QUERY_KEY_NAMES, QUERY_KEYS } from '../../server/contract/vocabulary.ts';
import { keyed, read } from './data-key.ts';
import { valuesOf, type Meanings } from './filters.ts';
import { mayBeQuestion } from './plain-question.ts';
import { resource } from './resource.ts';
import type { Screen } from './screen.ts';
import type { Filter } from './url.ts';

/** How the search is read, when it may be a plain question. */
export function createReading({ filters }: Screen) {
  return resource(
    keyed(() => valuesOf(filters.value, 'q').find(mayBeQuestion) ?? null),
    (key, signal) => api.ask(read<string>(key), signal),
  );
}

const ACTOR_KEYS: ReadonlySet<string> = new Set(
  QUERY_KEY_NAMES.filter((key) => QUERY_KEYS[key].type === 'actor'),
);
/** A filter on an actor that was typed as a name, and not picked with its id. */
const isName = ({ key, value }: Filter) => ACTOR_KEYS.has(key) && !/^-|^actor:/.test(value);

/** Whom the names in the filters mean, so that the rail can tick them. */
async function loadMeanings(key: string, signal: AbortSignal): Promise<Meanings> {
  const found = read<string[]>(key).map(async (name) => {
    const { notes } = await api.ask(name, signal);
    return [name, notes.flatMap(({ actor }) => actor?.id ?? [])] as const;
  });
  return new Map(await Promise.all(found));
}

export function createMeanings({ filters }: Screen) {
  return resource(
    keyed(() => {
      const names = filters.value.filter(isName).map(({ value }) => value);
      return names.length === 0 ? null : [...new Set(names)].sort();
    }),
    loadMeanings,
  );
}
