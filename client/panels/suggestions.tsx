import { useSignal, useSignalEffect, type ReadonlySignal } from '@preact/signals';
import * as api from '../api/calls.ts';
import type { Suggestion } from '../../server/contract/replies.ts';
import {
  isQueryKey,
  QUERY_KEYS,
  type QueryKey,
  type QueryKeyName,
} from '../../server/contract/vocabulary.ts';
import { keyAndValue } from '../state/token.ts';
import { KindIcon, ShapeIcon } from './kit.tsx';

const PAUSE_MS = 90;

/** Values of a key that takes one of a few words. */
function wordsOf(key: QueryKeyName, value: string): Suggestion[] {
  const spec: QueryKey = QUERY_KEYS[key];
  return (spec.values ?? [])
    .filter((word) => word.startsWith(value.toLowerCase()))
    .map((word) => ({
      type: 'value',
      label: word,
      insert: `${key}:${word}`,
      id: null,
      kind: null,
      matched: null,
    }));
}

const TAKES: Readonly<Partial<Record<QueryKey['type'], Suggestion['type']>>> = {
  actor: 'actor',
  document: 'document',
  agreement: 'agreement',
};

/** After `key:` only what the key takes is suggested, to be put behind that key. */
async function valuesFor(key: QueryKeyName, value: string, signal: AbortSignal) {
  const wanted = TAKES[QUERY_KEYS[key].type];
  if (wanted === undefined) return wordsOf(key, value);
  if (value === '') return [];
  const { items } = await api.suggest(value, signal);
  return items
    .filter((item) => item.type === wanted)
    .map((item) => ({ ...item, insert: `${key}:${item.insert.replace(/^\w+:/, '')}` }));
}

async function ask(text: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
  const typed = keyAndValue(text);
  if (typed !== null && isQueryKey(typed.key)) return valuesFor(typed.key, typed.value, signal);
  return (await api.suggest(text, signal)).items;
}

/** Suggestions for what is being typed, asked for after a short pause; failures show none. */
export function useSuggestions(
  text: ReadonlySignal<string>,
): ReadonlySignal<readonly Suggestion[]> {
  const items = useSignal<readonly Suggestion[]>([]);
  useSignalEffect(() => {
    const wanted = text.value.trim();
    if (wanted === '') {
      items.value = [];
      return;
    }
    const controller = new AbortController();
    const take = (found: readonly Suggestion[]) => {
      if (!controller.signal.aborted) items.value = found;
    };
    const timer = setTimeout(() => {
      ask(wanted, controller.signal).then(take, () => take([]));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  });
  return items;
}

const TYPE_WORDS: Readonly<Record<Suggestion['type'], string>> = {
  actor: '',
  document: 'document',
  agreement: 'agreement',
  key: 'key',
  value: 'value',
};

export function SuggestionLine({ item }: { item: Suggestion }) {
  return (
    <>
      {item.kind !== null && <KindIcon kind={item.kind} />}
      {item.type === 'agreement' && <ShapeIcon shape="agreement" />}
      <span class="grow">
        {item.label}
        {item.matched !== null && <small class="quiet"> ({item.matched})</small>}
      </span>
      <small class="quiet">{TYPE_WORDS[item.type]}</small>
    </>
  );
}
