import { useComputed, useSignal, useSignalEffect, type ReadonlySignal } from '@preact/signals';
import * as api from '../api/calls.ts';
import type { Suggestion } from '../../server/contract/replies.ts';
import type { Stretch } from '../state/insert.ts';
import { KindIcon, Listed, ShapeIcon } from './kit.tsx';

const PAUSE_MS = 90;

/** A suggestion, the text that it was asked for, and the part of that which it takes the place of. */
export interface Offer extends Suggestion {
  readonly asked: string;
  readonly replace: Stretch;
}

async function ask(text: string, signal: AbortSignal): Promise<readonly Offer[]> {
  const { items, replace } = await api.suggest(text, signal);
  return items.map((item) => ({ ...item, asked: text, replace }));
}

/** What was offered for another word must not be there to be picked while the next is typed. */
function stillAtWord(asked: string, wanted: string): boolean {
  return wanted.startsWith(asked) && !/\s/.test(wanted.slice(asked.length));
}

/** Suggestions for what is being typed, asked for after a short pause; failures show none. */
export function useSuggestions(text: ReadonlySignal<string>): ReadonlySignal<readonly Offer[]> {
  const found = useSignal<readonly Offer[]>([]);
  useSignalEffect(() => {
    const wanted = text.value.trimEnd();
    if (wanted === '') return;
    const controller = new AbortController();
    const take = (offers: readonly Offer[]) => {
      if (!controller.signal.aborted) found.value = offers;
    };
    const timer = setTimeout(() => {
      ask(wanted, controller.signal).then(take, () => take([]));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  });
  // Not in the effect: that comes a picture later, and Enter may come before it.
  return useComputed(() => {
    const wanted = text.value.trimEnd();
    return wanted === '' ? [] : found.value.filter(({ asked }) => stillAtWord(asked, wanted));
  });
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
        {item.detail.length > 0 && (
          <small class="quiet">
            {' '}
            <Listed words={item.detail} />
          </small>
        )}
      </span>
      <small class="quiet">{TYPE_WORDS[item.type]}</small>
    </>
  );
}
