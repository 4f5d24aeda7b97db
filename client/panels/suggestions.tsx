import { useSignal, useSignalEffect, type ReadonlySignal } from '@preact/signals';
import * as api from '../api/calls.ts';
import type { Suggestion } from '../../server/contract/replies.ts';
import { KindIcon, ShapeIcon } from './kit.tsx';

const PAUSE_MS = 90;

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
    const timer = setTimeout(() => {
      api.suggest(wanted, controller.signal).then(
        (reply) => (items.value = reply.items),
        () => {
          if (!controller.signal.aborted) items.value = [];
        },
      );
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
