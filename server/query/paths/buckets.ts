/** Buckets to a step: keys of one bucket differ by less than the least that a step costs. */
const PER_STEP = 4;
/** More than the dearest path there can be: 6 steps past 5 actors of 2^31 neighbours each. */
const MOST = 1024;

/**
 * A queue for searches in which every step costs at least 1 (Dial 1969; Denardo and Fox 1979): what
 * is reached from a bucket falls into a later one, so that a bucket can be emptied in the order in
 * which it was filled, and nothing need be sorted.
 */
export class Buckets {
  private readonly first = new Int32Array(MOST).fill(-1);
  private readonly last = new Int32Array(MOST);
  private readonly load = new Float64Array(MOST);
  /** By item: the next one of its bucket. */
  private after = new Int32Array(1024);
  private least = 0;
  private end = 0;

  clear(): void {
    this.first.fill(-1, 0, this.end);
    this.load.fill(0, 0, this.end);
    this.least = 0;
    this.end = 0;
  }

  /** Makes room for items below this number. */
  reserve(items: number): void {
    if (items <= this.after.length) return;
    const larger = new Int32Array(Math.max(items, this.after.length * 2));
    larger.set(this.after);
    this.after = larger;
  }

  /** @param work what taking the item will cost */
  push(key: number, item: number, work: number): void {
    const bucket = Math.min(Math.floor(key * PER_STEP), MOST - 1);
    this.after[item] = -1;
    if (this.first[bucket]! < 0) this.first[bucket] = item;
    else this.after[this.last[bucket]!] = item;
    this.last[bucket] = item;
    this.load[bucket]! += work;
    if (bucket >= this.end) this.end = bucket + 1;
  }

  /** No item has a smaller key; Infinity when there is none. */
  get radius(): number {
    const bucket = this.seek();
    return bucket < this.end ? bucket / PER_STEP : Infinity;
  }

  /** What taking the items of the first bucket will cost; Infinity when there are none. */
  get nextWork(): number {
    const bucket = this.seek();
    return bucket < this.end ? this.load[bucket]! : Infinity;
  }

  /** Removes and returns the first item of the first bucket when keys there are no larger; else -1. */
  take(radius: number): number {
    const bucket = this.seek();
    if (bucket >= this.end || bucket > radius * PER_STEP) return -1;
    const item = this.first[bucket]!;
    this.first[bucket] = this.after[item]!;
    return item;
  }

  private seek(): number {
    while (this.least < this.end && this.first[this.least]! < 0) this.least += 1;
    return this.least;
  }
}
