import { fnv1a } from '../../contract/fnv.ts';
import { remembered } from './memo.ts';

/**
 * Hashing of features (Weinberger et al. 2009, "Feature hashing for large scale multitask
 * learning"): a feature is a 32-bit number, its low bits are its place in the weight table.
 * The functions are fixed for good, since trained weights depend on them.
 */

/** FNV-1a, then a part of the finaliser of MurmurHash3. Unsigned 32 bits. */
export function hashString(text: string): number {
  let h = fnv1a(text);
  h ^= h >>> 15;
  h = Math.imul(h, 2246822507);
  h ^= h >>> 13;
  return h >>> 0;
}

/** One hash of two numbers; order matters. Unsigned 32 bits. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 2654435761) ^ Math.imul(b + 0x7f4a7c15, 2246822519);
  h ^= h >>> 15;
  h = Math.imul(h, 3266489917);
  h ^= h >>> 16;
  return h >>> 0;
}

const MOST_TEXTS = 200_000;

/** `hashString`, remembered. */
export const hashOf = remembered(hashString, MOST_TEXTS);

const TEMPLATES = 1024;
const templateHashes = Uint32Array.from({ length: TEMPLATES }, (_, i) => hashString(`T${i}`));

/**
 * Collects the hashed features of one position. `group(n)` opens template n; each `add` takes the
 * next template, so features that may be absent stand in a group of their own.
 */
export class FeatureList {
  readonly values = new Uint32Array(512);
  length = 0;
  #template = 0;

  clear(): void {
    this.length = 0;
  }

  group(template: number): void {
    this.#template = template;
  }

  add(value: number): void {
    this.values[this.length++] = mix(templateHashes[this.#template++]!, value);
  }

  add2(a: number, b: number): void {
    this.add(mix(a, b));
  }

  add3(a: number, b: number, c: number): void {
    this.add(mix(a, mix(b, c)));
  }

  add4(a: number, b: number, c: number, d: number): void {
    this.add(mix(mix(a, b), mix(c, d)));
  }
}
