import {
  normalise,
  QUERY_KEYS,
  ROUTES,
  type QueryKey,
  type Suggestion,
} from '../contract/index.ts';
import { serve, type Served } from '../http/serve.ts';
import type { Store } from '../store/store.ts';
import type { RouteDeps } from './deps.ts';

export function suggestRoutes({ store }: RouteDeps): Served[] {
  return [
    serve(ROUTES.suggest, async ({ query: { q, limit } }) => {
      const text = q.trim();
      if (text === '') return { items: keysLike('').slice(0, limit) };
      const found = [
        ...keysLike(text),
        ...valuesLike(text),
        ...(await actorsLike(store, text, limit)),
        ...(await recordsLike(store, text, limit)),
      ];
      return { items: found.slice(0, limit) };
    }),
  ];
}

const nothing = { id: null, kind: null, matched: null };

/** A value as the search box takes it: quoted when it holds anything but letters, digits, hyphens. */
function quoted(value: string): string {
  return /^[\p{L}\p{N}-]+$/u.test(value) ? value : `"${value.replaceAll('"', '')}"`;
}

function keysLike(text: string): Suggestion[] {
  const start = normalise(text);
  return Object.entries(QUERY_KEYS)
    .filter(([key]) => key.startsWith(start))
    .map(([key, { meaning }]: [string, QueryKey]) => ({
      ...nothing,
      type: 'key' as const,
      label: `${key}: ${meaning}`,
      insert: `${key}:`,
    }));
}

function valuesLike(text: string): Suggestion[] {
  const start = normalise(text);
  return Object.entries(QUERY_KEYS).flatMap(([key, { values = [] }]: [string, QueryKey]) =>
    values
      .filter((value) => value.startsWith(start))
      .map((value) => ({
        ...nothing,
        type: 'value' as const,
        label: `${key}: ${value}`,
        insert: `${key}:${value}`,
      })),
  );
}

async function actorsLike(store: Store, text: string, limit: number): Promise<Suggestion[]> {
  const matches = await store.matchNames(text, limit);
  return matches.map(({ actor, matched }) => ({
    type: 'actor',
    label: actor.name,
    insert: `actor:${quoted(actor.name)}`,
    id: actor.id,
    kind: actor.kind,
    matched: matched === actor.name ? null : matched,
  }));
}

async function recordsLike(store: Store, text: string, limit: number): Promise<Suggestion[]> {
  const page = { limit, cursor: null };
  const documents = await store.documents({ text }, page);
  const agreements = await store.agreements({ text }, page);
  return [
    ...documents.items.map(({ id, title }) => ({
      ...nothing,
      type: 'document' as const,
      label: title,
      insert: `document:${quoted(title)}`,
      id,
    })),
    ...agreements.items.map(({ id, name }) => ({
      ...nothing,
      type: 'agreement' as const,
      label: name,
      insert: `agreement:${quoted(name)}`,
      id,
    })),
  ];
}
