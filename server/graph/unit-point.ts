import { randomSource } from '../contract/index.ts';

/** FNV-1a over UTF-16 code units: 32 bits that depend on the string alone (Fowler, Noll, Vo). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/** A point of the unit square that depends on the string alone. */
export function unitPointOf(text: string): { x: number; y: number } {
  const random = randomSource(hashOf(text));
  return { x: random(), y: random() };
}
