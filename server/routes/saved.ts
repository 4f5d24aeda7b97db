import { ROUTES } from '../contract/index.ts';
import { serve, type Served } from '../http/serve.ts';
import { askKept, askSaved, type Askable } from '../query/saved.ts';
import { keepQuestion, keptQuestion, newQuestion, seenUpTo } from '../record/saved.ts';
import type { RouteDeps } from './deps.ts';
import { readQuery, readScope } from './read-query.ts';

const now = () => new Date().toISOString();

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
      const question = newQuestion(body, at);
      const reply = await askSaved(question, at, askable);
      await keepQuestion(store, question);
      return reply;
    }),
    serve(ROUTES.seeQuestion, async ({ params: { id }, body: { seen } }) => {
      const at = now();
      return askKept(await seenUpTo(store, { id, seen, at }), at, askable);
    }),
    serve(ROUTES.removeQuestion, async ({ params: { id } }) => {
      const question = await keptQuestion(store, id);
      await store.removeQuestion(question.id);
      return question;
    }),
  ];
}

function askableOf(deps: RouteDeps): Askable {
  return {
    store: deps.store,
    read: (filters) => readQuery(filters, deps.store),
    within: async (read, around) =>
      (await readScope(deps, read, around ?? { of: undefined, hops: 1 })).statements,
  };
}
