import { computed, signal } from '@preact/signals';
import type { Item } from './review-queue.ts';

/**
 * The items that have been fetched and where the person stands among them; beside them, what is
 * taken up though the queue does not hold it.
 */
export function createPlace() {
  const items = signal<readonly Item[]>([]);
  const cursor = signal<string | null>(null);
  /** Null when it is the queue's turn. */
  const aside = signal<Item | null>(null);
  const place = computed(() =>
    Math.max(
      0,
      items.value.findIndex(({ id }) => id === cursor.value),
    ),
  );
  const has = (id: string | null) => items.peek().some((item) => item.id === id);
  return {
    items,
    cursor,
    aside,
    /** Index in the queue. */
    place,
    has,
    current: computed<Item | null>(() => aside.value ?? items.value[place.value] ?? null),
    /** Everything that can be decided about here: the queue, and what is taken up beside it. */
    shown: computed<readonly Item[]>(() =>
      aside.value === null || has(aside.value.id) ? items.value : [...items.value, aside.value],
    ),
    /** Id of what the person looks at. */
    at: computed(() => aside.value?.id ?? cursor.value),
    goTo(at: number): void {
      aside.value = null;
      cursor.value = items.peek()[at]?.id ?? cursor.peek();
    },
    /** Looks at what is shown already; nothing happens when it is not. */
    lookAt(id: string | null): void {
      if (id === aside.peek()?.id || !has(id)) return;
      aside.value = null;
      cursor.value = id;
    },
    /** Back to where the person stands in the queue; false when that is where they are. */
    leaveAside(): boolean {
      const left = aside.peek() !== null;
      aside.value = null;
      return left;
    },
    /** Puts items in the place of those with their ids. */
    put(changed: readonly Item[]): void {
      const byId = new Map(changed.map((item) => [item.id, item]));
      items.value = items.peek().map((item) => byId.get(item.id) ?? item);
      const taken = aside.peek();
      if (taken !== null) aside.value = byId.get(taken.id) ?? taken;
    },
  };
}
