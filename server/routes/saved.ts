import { randomBytes } from 'node:crypto';
import {
  MAX_SAVED,
  OnrecordError,
  ROUTES,
  type SavedQuestion,
  type SaveRequest,
} from '../contract/index.ts';
import { serve, type Served } from '../http/serve.ts';
import { askKept, askSaved, type Askable } from '../query/saved.ts';
import type { Store } from '../store/store.ts';
import type { RouteDeps } from './deps.ts';
import { readQuery, readScope } from './read-query.ts';

/** Questions kept to be asked again. They are no part of the record, so no revision tells of them. */
export function savedRoutes(deps: RouteDeps): Served[] {
  const { store } = deps;
  const askable = askableOf(deps);
  return [
    serve(
      ROUTES.savedQuestions,
      async () => {
        const at = now();
        const kept = await store.savedQuestions();
        return { items: await Promise.all(kept.map((each) => askKept(each, at, askable))) };
      },
      { fresh: 'never' },
    ),
    serve(ROUTES.saveQuestion, async ({ body }) => {
      const at = now();
      const question = questionOf(body, at);
      const reply = await askSaved(question, at, askable);
      refuseMore(await store.savedQuestions(), question);
      await store.saveQuestion(question);
      return reply;
    }),
    serve(ROUTES.seeQuestion, async ({ params: { id }, body: { seen } }) => {
      const at = now();
      const question = { ...(await savedOf(store, id)), seen: seen < at ? seen : at };
      await store.saveQuestion(question);
      return askKept(question, at, askable);
    }),
    serve(ROUTES.removeQuestion, async ({ params: { id } }) => {
      const question = await savedOf(store, id);
      await store.removeQuestion(id);
      return question;
    }),
  ];
}

const now = () => new Date().toISOString();

function askableOf(deps: RouteDeps): Askable {
  return {
    store: deps.store,
    read: (filters) => readQuery(filters, deps.store),
    within: async (read, around) =>
      (await readScope(deps, read, around ?? { of: undefined, hops: 1 })).statements,
  };
}

function questionOf({ name, address, seen }: SaveRequest, at: string): SavedQuestion {
  const id = `saved:${randomBytes(6).toString('hex')}` as const;
  return { id, name, address: address.replace(/^\?/, ''), created: at, seen: seen ?? at };
}

/** Throws `bad-value` for a name that is taken, and when the record keeps as many as it may. */
function refuseMore(kept: readonly SavedQuestion[], { name }: SavedQuestion): void {
  if (kept.some((each) => each.name === name))
    throw new OnrecordError('bad-value', `A question is saved as “${name}” already.`, {
      field: 'name',
    });
  if (kept.length >= MAX_SAVED)
    throw new OnrecordError('bad-value', `${MAX_SAVED} questions are saved at most; remove some.`);
}

async function savedOf(store: Store, id: string): Promise<SavedQuestion> {
  const found = (await store.savedQuestions()).find((each) => each.id === id);
  if (found) return found;
  throw new OnrecordError('not-found', 'This question is not saved any more.', { field: 'id' });
}
