import { BitSet } from './bit-set.ts';

/** Keys that match a query: as bits when they are many, as a list when they are few. */
export class Match {
  readonly size: number;
  #bits: BitSet | null;
  #keys: Int32Array | null;

  private constructor(bits: BitSet | null, keys: Int32Array | null) {
    this.#bits = bits;
    this.#keys = keys;
    this.size = keys?.length ?? bits?.size ?? 0;
  }

  static ofBits(bits: BitSet): Match {
    return new Match(bits, null);
  }

  static ofKeys(keys: Int32Array): Match {
    return new Match(null, keys);
  }

  /** In no order that matters. */
  get keys(): Int32Array {
    return (this.#keys ??= this.bits.members());
  }

  get bits(): BitSet {
    return (this.#bits ??= BitSet.of(this.#keys ?? []));
  }
}
