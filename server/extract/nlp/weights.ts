/** Anything that turns hashed features into scores: shipped weights, or those still in training. */
export interface Scorer {
  /** Scores per feature: classes, or pairs of classes. */
  readonly width: number;
  /** Adds the weights of `features[from..to)` to `out[offset..offset + width)`. */
  accumulate(
    features: Uint32Array,
    from: number,
    to: number,
    out: Float32Array | Float64Array,
    offset: number,
  ): void;
}

/** So many rows are looked up before they are added. */
const FOUND = 128;

/** Spreads keys over a table of a power of two. */
export const slotOf = (key: number, shift: number) => Math.imul(key, 0x9e3779b1) >>> shift;

/**
 * A pruned, quantised weight table: an open-addressing hash table from a feature's low `bits` to a
 * sparse row of signed bytes. `scale` turns sums of bytes into scores. Features without a row count
 * for nothing.
 */
export class HashedWeights implements Scorer {
  readonly width: number;
  readonly #scale: number;
  readonly #mask: number;
  readonly #shift: number;
  /** Pairs of a key and where its row begins, side by side for the cache; 0 marks an empty slot. */
  readonly #slots: Int32Array;
  /** Rows: how many weights are not zero, then each as its class (times 256) and its byte. */
  readonly #rows: Uint16Array;
  readonly #sums: Int32Array;
  readonly #found = new Int32Array(2 * FOUND + 2);

  /** `keys` are distinct, one per row of `width` (at most 256) bytes of `values`. */
  constructor(width: number, bits: number, scale: number, keys: Uint32Array, values: Int8Array) {
    const size = 2 ** Math.max(4, Math.ceil(Math.log2(keys.length * 2 + 1)));
    this.width = width;
    this.#scale = scale;
    this.#mask = bits === 32 ? -1 : 2 ** bits - 1;
    this.#shift = 32 - Math.log2(size);
    this.#slots = new Int32Array(2 * size);
    this.#rows = packedRows(width, keys.length, values);
    this.#sums = new Int32Array(width);
    let row = 1;
    for (const key of keys) {
      this.#insert(key | 0, row);
      row += 1 + this.#rows[row]!;
    }
  }

  #insert(key: number, row: number): void {
    const last = this.#slots.length - 1;
    let at = 2 * slotOf(key, this.#shift);
    while (this.#slots[at + 1] !== 0) at = (at + 2) & last;
    this.#slots[at] = key;
    this.#slots[at + 1] = row;
  }

  /**
   * Puts where the rows of features begin into `#found`, those without one left out, and returns how
   * many there are. A pass of its own, so that the processor can wait for many slots at once.
   */
  #findAll(features: Uint32Array, from: number, to: number): number {
    const slots = this.#slots;
    const found = this.#found;
    const rows = this.#rows;
    const mask = this.#mask;
    const shift = this.#shift;
    const last = slots.length - 1;
    let count = 0;
    for (let i = from; i < to; i++) {
      const key = features[i]! & mask;
      let at = 2 * slotOf(key, shift);
      while (slots[at] !== key && slots[at + 1] !== 0) at = (at + 2) & last;
      const row = slots[at + 1]!;
      found[2 * count] = row;
      found[2 * count + 1] = row + rows[row]!;
      if (row !== 0) count++;
    }
    return count;
  }

  accumulate(
    features: Uint32Array,
    from: number,
    to: number,
    out: Float32Array | Float64Array,
    offset: number,
  ): void {
    const rows = this.#rows;
    const sums = this.#sums.fill(0);
    const found = this.#found;
    for (let at = from; at < to; at += FOUND) {
      const count = this.#findAll(features, at, Math.min(to, at + FOUND));
      for (let f = 0; f < count; f++) {
        const end = found[2 * f + 1]!;
        for (let e = found[2 * f]! + 1; e <= end; e++) {
          const entry = rows[e]!;
          sums[entry >> 8]! += (entry << 24) >> 24;
        }
      }
    }
    for (let k = 0; k < this.width; k++) out[offset + k]! += sums[k]! * this.#scale;
  }
}

/** Sparse rows after one empty row, which stands for absent keys. */
function packedRows(width: number, count: number, values: Int8Array): Uint16Array {
  let size = 1 + count;
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) size++;
  const rows = new Uint16Array(size);
  let at = 1;
  for (let row = 0; row < count; row++) {
    const head = at++;
    for (let k = 0; k < width; k++) {
      const value = values[row * width + k]!;
      if (value !== 0) rows[at++] = (k << 8) | (value & 255);
    }
    rows[head] = at - head - 1;
  }
  return rows;
}

/** Index of the greatest score. */
export function argmax(scores: Float32Array): number {
  let best = 0;
  for (let k = 1; k < scores.length; k++) if (scores[k]! > scores[best]!) best = k;
  return best;
}
