import { computed, type ReadonlySignal } from '@preact/signals';

/** A key of a resource from a value that is plain JSON; null asks for nothing. */
export function keyed<T>(make: () => T | null): ReadonlySignal<string | null> {
  return computed(() => {
    const value = make();
    return value === null ? null : JSON.stringify(value);
  });
}

/** The value that a key was made of. */
export const read = <T>(key: string) => JSON.parse(key) as T;
