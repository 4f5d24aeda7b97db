/** A set of small non-negative integers, one bit each. */
export class BitSet {
  #words: Uint32Array;

  /** @param size one more than the largest member that it has room for at first */
  constructor(size: number) {
    this.#words = new Uint32Array(Math.ceil(size / 32));
  }

  static of(members: Iterable<number>): BitSet {
    const set = new BitSet(0);
    for (const member of members) set.add(member);
    return set;
  }

  /**
   * The numbers from 0 to `size` - 1 that pass. A word is built whole, which is several times as
   * quick as adding them.
   */
  static where(size: number, passes: (member: number) => boolean): BitSet {
    return BitSet.#built(size, (first, last) => {
      let word = 0;
      for (let member = first; member < last; member++)
        if (passes(member)) word |= 1 << (member & 31);
      return word;
    });
  }

  /** The places at which `from` is at most `last` and `to` at least `first`. */
  static overlapping(from: Int32Array, to: Int32Array, first: number, last: number): BitSet {
    return BitSet.#built(Math.min(from.length, to.length), (start, end) => {
      let word = 0;
      for (let i = start; i < end; i++)
        if (from[i]! <= last && to[i]! >= first) word |= 1 << (i & 31);
      return word;
    });
  }

  /** The places at which a number stands. */
  static equal(numbers: Int32Array, wanted: number): BitSet {
    return BitSet.#built(numbers.length, (start, end) => {
      let word = 0;
      for (let i = start; i < end; i++) if (numbers[i] === wanted) word |= 1 << (i & 31);
      return word;
    });
  }

  /** @param wordAt the bits of the numbers from `first` up to and without `last` */
  static #built(size: number, wordAt: (first: number, last: number) => number): BitSet {
    const set = new BitSet(size);
    const words = set.#words;
    for (let i = 0; i < words.length; i++) words[i] = wordAt(i << 5, Math.min(size, (i + 1) << 5));
    return set;
  }

  add(member: number): void {
    const at = member >>> 5;
    if (at >= this.#words.length) this.#grow(at + 1);
    this.#words[at] = (this.#words[at] ?? 0) | (1 << (member & 31));
  }

  delete(member: number): void {
    const at = member >>> 5;
    if (at < this.#words.length) this.#words[at] = (this.#words[at] ?? 0) & ~(1 << (member & 31));
  }

  has(member: number): boolean {
    return (((this.#words[member >>> 5] ?? 0) >>> (member & 31)) & 1) === 1;
  }

  copy(): BitSet {
    const copy = new BitSet(0);
    copy.#words = this.#words.slice();
    return copy;
  }

  /** Keeps the members that `other` has too. Returns this set. */
  intersect(other: BitSet): this {
    const [mine, theirs] = [this.#words, other.#words];
    const shared = Math.min(mine.length, theirs.length);
    for (let i = 0; i < shared; i++) mine[i]! &= theirs[i]!;
    mine.fill(0, shared);
    return this;
  }

  /** Takes in the members of `other`. Returns this set. */
  unite(other: BitSet): this {
    if (other.#words.length > this.#words.length) this.#grow(other.#words.length);
    const [mine, theirs] = [this.#words, other.#words];
    for (let i = 0; i < theirs.length; i++) mine[i]! |= theirs[i]!;
    return this;
  }

  /** Drops the members of `other`. Returns this set. */
  subtract(other: BitSet): this {
    const [mine, theirs] = [this.#words, other.#words];
    const shared = Math.min(mine.length, theirs.length);
    for (let i = 0; i < shared; i++) mine[i]! &= ~theirs[i]!;
    return this;
  }

  get size(): number {
    const words = this.#words;
    let size = 0;
    for (let i = 0; i < words.length; i++) size += ones(words[i]!);
    return size;
  }

  /** Every member, ascending. */
  members(): Int32Array {
    const members = new Int32Array(this.size);
    let at = 0;
    for (let i = 0; i < this.#words.length; i++) {
      let word = this.#words[i] ?? 0;
      while (word !== 0) {
        const lowest = word & -word;
        members[at++] = (i << 5) + (31 - Math.clz32(lowest));
        word ^= lowest;
      }
    }
    return members;
  }

  #grow(words: number): void {
    const larger = new Uint32Array(Math.max(words, Math.ceil(this.#words.length * 1.25)));
    larger.set(this.#words);
    this.#words = larger;
  }
}

/** Set bits of a 32-bit word (Warren, Hacker's Delight, 2nd edition, figure 5-2). */
function ones(word: number): number {
  let sums = word - ((word >>> 1) & 0x55555555);
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333);
  return Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
