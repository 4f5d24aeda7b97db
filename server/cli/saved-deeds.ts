import { OnrecordError, SavedList, SavedQuestion, SavedReply } from '../contract/index.ts';
import { GraphView } from '../graph/view.ts';
import { oneActor } from '../query/one-actor.ts';
import { queryFromParams } from '../query/params.ts';
import { askSaved, type Askable } from '../query/saved.ts';
import { keepQuestion, newQuestion, seenUpTo } from '../record/saved.ts';
import type { Store } from '../store/store.ts';
import type { Io } from './command.ts';
import { settingsOf } from './record.ts';
import { askServer, openWriter } from './writer.ts';

/** This instant, as the record tells instants. */
export const now = () => new Date().toISOString();

/** What saved questions are asked of, in this process. */
export function askableOf(store: Store): Askable {
  const graph = new GraphView(store);
  return {
    store,
    read: (filters) => queryFromParams(filters, store),
    within: async ({ query }, around) => {
      if (around === null) return query;
      const actor = await oneActor(store, 'of', around.of);
      return (await graph.scope({ ...around, actor }, query)).statements;
    },
  };
}

/** The saved question of a name. Throws `not-found`. */
export async function named(store: Store, name: string): Promise<SavedQuestion> {
  const found = (await store.savedQuestions()).find((each) => each.name === name);
  if (found) return found;
  throw new OnrecordError(
    'not-found',
    `No question is saved as “${name}”. onrecord saved lists those that are.`,
  );
}

const NO_ANSWER = 'The server that writes this record does not answer; nothing was changed.';

function post(url: string, body: unknown): [url: string, init: RequestInit] {
  const headers = { 'content-type': 'application/json' };
  return [url, { method: 'POST', headers, body: JSON.stringify(body) }];
}

/** What is done to saved questions, by this process or by the server that writes the record. */
export interface Deed<T> {
  readonly here: (store: Store) => Promise<T>;
  readonly there: (url: string) => Promise<T>;
}

/** Does it, and throws what doing it throws. */
export async function change<T>({ here, there }: Deed<T>, io: Io): Promise<T> {
  const onFault = (fault: unknown) => io.err(`onrecord: ${String(fault)}`);
  const deed = await openWriter(settingsOf(io), onFault, {
    here:
      ({ store, close }) =>
      () =>
        here(store).finally(close),
    there: (url) => () => there(url),
  });
  return deed();
}

/** The same, from a running server. */
async function namedThere(url: string, name: string): Promise<SavedReply> {
  const { items } = await askServer(`${url}/api/saved`, SavedList, NO_ANSWER);
  const found = items.find((each) => each.name === name);
  if (found) return found;
  throw new OnrecordError(
    'not-found',
    `No question is saved as “${name}”. onrecord saved lists those that are.`,
  );
}

/** Saves a question of the search language under a name. */
export function saving(name: string, question: string): Deed<SavedQuestion> {
  const request = {
    name,
    address: question === '' ? '' : `${new URLSearchParams({ q: question })}`,
  };
  return {
    here: async (store) => {
      const at = now();
      const kept = newQuestion(request, at);
      await askSaved(kept, at, askableOf(store));
      await keepQuestion(store, kept);
      return kept;
    },
    there: (url) => {
      const [address, init] = post(`${url}/api/saved`, request);
      return askServer(address, SavedReply, NO_ANSWER, init);
    },
  };
}

/** Takes all that it has found by now as seen. */
export function seeing(name: string): Deed<SavedQuestion> {
  return {
    here: async (store) => {
      const at = now();
      return seenUpTo(store, { id: (await named(store, name)).id, seen: at, at });
    },
    there: async (url) => {
      const { id, at } = await namedThere(url, name);
      const [address, init] = post(`${url}/api/saved/${id}/seen`, { seen: at });
      return askServer(address, SavedReply, NO_ANSWER, init);
    },
  };
}

/** Forgets it. */
export function removing(name: string): Deed<SavedQuestion> {
  return {
    here: async (store) => {
      const question = await named(store, name);
      await store.removeQuestion(question.id);
      return question;
    },
    there: async (url) => {
      const { id } = await namedThere(url, name);
      return askServer(`${url}/api/saved/${id}/remove`, SavedQuestion, NO_ANSWER, {
        method: 'POST',
      });
    },
  };
}
