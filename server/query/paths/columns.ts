import { fnv1a } from '../../contract/fnv.ts';

/** Typed arrays that grow, and strings without an object for each: what an adjacency is made of. */

export type Typed = Int32Array | Uint8Array | Float64Array;

/** A typed array with room to grow; `values` may be longer than `length`. */
export class Vector<T extends Typed> {
  values: T;
  length = 0;
  private readonly make: (length: number) => T;

  constructor(make: (length: number) => T, capacity = 1024) {
    this.make = make;
    this.values = make(capacity);
  }

  /** A column that begins with these values, which it takes over. */
  static of<T extends Typed>(make: (length: number) => T, values: T): Vector<T> {
    const column = new Vector(make, 0);
    column.values = values;
    column.length = values.length;
    return column;
  }

  push(value: number): void {
    this.extend(1);
    this.values[this.length - 1] = value;
  }

  /** Further values, whatever stood there before. */
  extend(by: number): void {
    this.length += by;
    if (this.length <= this.values.length) return;
    const larger = this.make(Math.max(this.length, this.values.length * 2));
    larger.set(this.values);
    this.values = larger;
  }

  /** Makes room for so many values more without adding any. */
  reserve(more: number): void {
    if (this.length + more <= this.values.length) return;
    const larger = this.make(this.length + more);
    larger.set(this.values);
    this.values = larger;
  }

  /** An empty column of the same type. */
  fresh(capacity: number): Vector<T> {
    return new Vector(this.make, capacity);
  }

  /** A copy of exactly the values pushed. */
  done(): T {
    return this.values.slice(0, this.length) as T;
  }
}

export const int32 = (length: number): Int32Array => new Int32Array(length);
export const uint8 = (length: number): Uint8Array => new Uint8Array(length);
export const float64 = (length: number): Float64Array => new Float64Array(length);

/**
 * Distinct ids packed end to end, found again by hash (open addressing, at most half full): some
 * 50 bytes an id where a Map of strings takes several times that. Ids are ASCII, one byte each.
 */
export class StringTable {
  private readonly bytes = new Vector(uint8, 1 << 16);
  private readonly starts = new Vector(int32);
  /** Index of a string plus one; 0 is free. */
  private slots = new Int32Array(1 << 12);

  constructor() {
    this.starts.push(0);
  }

  get length(): number {
    return this.starts.length - 1;
  }

  /** The index of the text, which `at` takes back; the text is added when it is not there. */
  intern(text: string): number {
    const slot = this.slotOf(text);
    const known = this.slots[slot]!;
    if (known > 0) return known - 1;
    for (let at = 0; at < text.length; at += 1) this.bytes.push(text.charCodeAt(at));
    this.starts.push(this.bytes.length);
    this.slots[slot] = this.length;
    if (this.length * 2 > this.slots.length) this.grow();
    return this.length - 1;
  }

  /** -1 when the text is not there. */
  indexOf(text: string): number {
    return this.slots[this.slotOf(text)]! - 1;
  }

  at(index: number): string {
    const bytes = this.bytes.values.subarray(
      this.starts.values[index],
      this.starts.values[index + 1],
    );
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  }

  private slotOf(text: string): number {
    const mask = this.slots.length - 1;
    let slot = fnv1a(text) & mask;
    while (this.slots[slot] !== 0 && !this.equals(this.slots[slot]! - 1, text)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private equals(index: number, text: string): boolean {
    const start = this.starts.values[index]!;
    if (this.starts.values[index + 1]! - start !== text.length) return false;
    for (let at = 0; at < text.length; at += 1) {
      if (this.bytes.values[start + at] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    for (let index = 0; index < this.length; index += 1) {
      this.slots[this.slotOf(this.at(index))] = index + 1;
    }
  }
}

/** The permutation that sorts rows by a key of 0..size-1; rows of equal keys keep their order. */
export function countingSort(order: Int32Array, keys: Int32Array, size: number): Int32Array {
  const next = new Int32Array(size + 1);
  for (const row of order) next[(keys[row] ?? 0) + 1]! += 1;
  for (let key = 0; key < size; key += 1) next[key + 1]! += next[key]!;
  const sorted = new Int32Array(order.length);
  for (const row of order) {
    const key = keys[row]!;
    sorted[next[key]!] = row;
    next[key]! += 1;
  }
  return sorted;
}
