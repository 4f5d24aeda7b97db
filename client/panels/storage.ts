/**
 * What the browser keeps between visits. It may refuse (site data blocked, no room left): then
 * nothing is kept, and everything else works.
 */

/** Null when nothing is kept under the key. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param value null forgets */
export function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Only the next visit would have known it.
  }
}
