import { slotOf } from '../extract/nlp/weights.ts';
import type { TokenRows } from './annotator-copies.ts';
import type { Sequence } from '../extract/attribution/crf.ts';

/** A growing map from 32-bit features to consecutive row numbers (open addressing). */
export class FeatureIndex {
  #keys = new Uint32Array(1 << 16);
  #rows = new Int32Array(1 << 16).fill(-1);
  #shift = 16;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The row of a feature, or -1. */
  find(key: number): number {
    return this.#rows[this.#slot(key)]!;
  }

  /** The row of a feature, a new one where it has none. */
  add(key: number): number {
    let slot = this.#slot(key);
    if (this.#rows[slot]! >= 0) return this.#rows[slot]!;
    if (this.#size * 2 >= this.#keys.length) {
      this.#grow();
      slot = this.#slot(key);
    }
    this.#keys[slot] = key;
    this.#rows[slot] = this.#size;
    return this.#size++;
  }

  /** Features by row. */
  keys(): Uint32Array {
    const keys = new Uint32Array(this.#size);
    this.#rows.forEach((row, slot) => {
      if (row >= 0) keys[row] = this.#keys[slot]!;
    });
    return keys;
  }

  #slot(key: number): number {
    const last = this.#keys.length - 1;
    let slot = slotOf(key, this.#shift);
    while (this.#rows[slot]! >= 0 && this.#keys[slot] !== key) slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const rows = this.#rows;
    this.#keys = new Uint32Array(keys.length * 2);
    this.#rows = new Int32Array(keys.length * 2).fill(-1);
    this.#shift--;
    rows.forEach((row, i) => {
      if (row < 0) return;
      const slot = this.#slot(keys[i]!);
      this.#keys[slot] = keys[i]!;
      this.#rows[slot] = row;
    });
  }
}

type Part = 'emission' | 'transition';

/** Gives rows to the features of one part that occur at least `cutoff` times (at most 255). */
export function indexFrequent(
  sequences: readonly Sequence[],
  part: Part,
  cutoff: number,
): FeatureIndex {
  const bits = 27;
  const counts = new Uint8Array(2 ** bits);
  for (const sequence of sequences)
    for (const feature of sequence[part]) {
      const slot = feature >>> (32 - bits);
      if (counts[slot]! < 255) counts[slot]!++;
    }
  const index = new FeatureIndex();
  for (const sequence of sequences)
    for (const feature of sequence[part])
      if (counts[feature >>> (32 - bits)]! >= cutoff) index.add(feature);
  return index;
}

/** Rows in place of the features of each token; features without a row are left out. */
export function rowsOf(features: Uint32Array, starts: Uint32Array, index: FeatureIndex): TokenRows {
  const rows = new Uint32Array(features.length);
  const newStarts = new Uint32Array(starts.length);
  let size = 0;
  for (let i = 0; i + 1 < starts.length; i++) {
    for (let j = starts[i]!; j < starts[i + 1]!; j++) {
      const row = index.find(features[j]!);
      if (row >= 0) rows[size++] = row;
    }
    newStarts[i + 1] = size;
  }
  return { rows: rows.slice(0, size), starts: newStarts };
}
