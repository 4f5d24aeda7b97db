import { useSignal, useSignalEffect, type ReadonlySignal } from '@preact/signals';
import { ActorId } from '../../../graph-data/schema/index.ts';
import { normalise } from '../../../server/contract/normalise.ts';
import type { ActorRef, Suggestion } from '../../../server/contract/replies.ts';
import * as api from '../../api/calls.ts';

/** What is found by a name. */
export interface Near {
  readonly name: string;
  readonly items: readonly Suggestion[];
}

/** What is found by a name; nothing while the server does not answer. */
export async function near(name: string): Promise<Near> {
  const { items } = await api.suggest(name).catch(() => ({ items: [] }));
  return { name, items };
}

/**
 * What is found by the name as it is typed, there before it is asked for: the form waits for
 * nothing. Null while it is not known.
 */
export function useNear(called: ReadonlySignal<string>): Near | null {
  const found = useSignal<Near | null>(null);
  useSignalEffect(() => {
    const name = called.value.trim();
    if (name === '') return;
    let overtaken = false;
    void near(name).then((reply) => {
      if (!overtaken) found.value = reply;
    });
    return () => void (overtaken = true);
  });
  return found.value?.name === called.value.trim() ? found.value : null;
}

/**
 * Who bears the name already, as their name or as one of their others.
 *
 * @param but id of whom it is asked for
 */
export function namesakeIn({ name, items }: Near, but: string | null = null): ActorRef | null {
  const wanted = normalise(name);
  const bears = ({ label, matched }: Suggestion) =>
    [label, matched].some((each) => each !== null && normalise(each) === wanted);
  for (const item of items) {
    const id = ActorId.safeParse(item.id);
    if (item.type === 'actor' && item.kind !== null && id.success && id.data !== but && bears(item))
      return { id: id.data, name: item.label, kind: item.kind };
  }
  return null;
}
