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
  readonly #keys: Uint32Array;
  /** Number of the key's row plus one; 0 marks an empty slot. */
  readonly #rows: Int32Array;
  /** The weights of a row that are not zero lie from `starts[row]` to `starts[row + 1]`. */
  readonly #starts: Uint32Array;
  readonly #classes: Uint8Array;
  readonly #values: Int8Array;
  readonly #sums: Int32Array;

  /** `keys` are distinct, one per row of `width` (at most 256) bytes of `values`. */
  constructor(width: number, bits: number, scale: number, keys: Uint32Array, values: Int8Array) {
    const size = 2 ** Math.max(4, Math.ceil(Math.log2(keys.length * 2 + 1)));
    this.width = width;
    this.#scale = scale;
    this.#mask = bits === 32 ? -1 : 2 ** bits - 1;
    this.#shift = 32 - Math.log2(size);
    this.#keys = new Uint32Array(size);
    this.#rows = new Int32Array(size);
    keys.forEach((key, row) => this.#insert(key, row + 1));
    let count = 0;
    for (let i = 0; i < values.length; i++) if (values[i] !== 0) count++;
    this.#starts = new Uint32Array(keys.length + 1);
    this.#classes = new Uint8Array(count);
    this.#values = new Int8Array(count);
    this.#sums = new Int32Array(width);
    this.#pack(values);
  }

  #insert(key: number, row: number): void {
    const last = this.#keys.length - 1;
    let slot = slotOf(key, this.#shift);
    while (this.#rows[slot] !== 0) slot = (slot + 1) & last;
    this.#keys[slot] = key;
    this.#rows[slot] = row;
  }

  #pack(values: Int8Array): void {
    let at = 0;
    for (let row = 0; row + 1 < this.#starts.length; row++) {
      for (let k = 0; k < this.width; k++) {
        const value = values[row * this.width + k]!;
        if (value === 0) continue;
        this.#classes[at] = k;
        this.#values[at++] = value;
      }
      this.#starts[row + 1] = at;
    }
  }

  #find(key: number): number {
    const last = this.#keys.length - 1;
    let slot = slotOf(key, this.#shift);
    for (let row = this.#rows[slot]!; row !== 0; row = this.#rows[slot]!) {
      if (this.#keys[slot] === key) return row - 1;
      slot = (slot + 1) & last;
    }
    return -1;
  }

  accumulate(
    features: Uint32Array,
    from: number,
    to: number,
    out: Float32Array | Float64Array,
    offset: number,
  ): void {
    const starts = this.#starts;
    const classes = this.#classes;
    const values = this.#values;
    const sums = this.#sums.fill(0);
    for (let i = from; i < to; i++) {
      const row = this.#find((features[i]! & this.#mask) >>> 0);
      if (row < 0) continue;
      const end = starts[row + 1]!;
      for (let at = starts[row]!; at < end; at++) sums[classes[at]!]! += values[at]!;
    }
    for (let k = 0; k < this.width; k++) out[offset + k]! += sums[k]! * this.#scale;
  }
}

/** Index of the greatest score. */
export function argmax(scores: Float32Array): number {
  let best = 0;
  for (let k = 1; k < scores.length; k++) if (scores[k]! > scores[best]!) best = k;
  return best;
}
