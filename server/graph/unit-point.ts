import { fnv1a, randomSource } from '../contract/index.ts';

/** A point of the unit square that depends on the string alone. */
export function unitPointOf(text: string): { x: number; y: number } {
  const random = randomSource(fnv1a(text));
  return { x: random(), y: random() };
}
