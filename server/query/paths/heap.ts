/**
 * A binary min-heap of integers by floating-point keys, in typed arrays (Williams 1964). Equal keys
 * come out in an order that depends only on the order of the calls.
 */
export class MinHeap {
  size = 0;
  private keys = new Float64Array(1024);
  private values = new Int32Array(1024);

  clear(): void {
    this.size = 0;
  }

  /** The smallest key; Infinity when empty. */
  get topKey(): number {
    return this.size > 0 ? this.keys[0]! : Infinity;
  }

  /** The value with the smallest key; -1 when empty. */
  get top(): number {
    return this.size > 0 ? this.values[0]! : -1;
  }

  push(key: number, value: number): void {
    if (this.size === this.keys.length) this.grow();
    let hole = this.size;
    this.size += 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (this.keys[parent]! <= key) break;
      this.move(parent, hole);
      hole = parent;
    }
    this.keys[hole] = key;
    this.values[hole] = value;
  }

  /** Removes and returns the value with the smallest key; -1 when empty. */
  pop(): number {
    const top = this.top;
    if (this.size === 0) return top;
    this.size -= 1;
    if (this.size > 0) this.sink(this.keys[this.size]!, this.values[this.size]!);
    return top;
  }

  private sink(key: number, value: number): void {
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && this.keys[child + 1]! < this.keys[child]!) child += 1;
      if (this.keys[child]! >= key) break;
      this.move(child, hole);
      hole = child;
    }
    this.keys[hole] = key;
    this.values[hole] = value;
  }

  private move(from: number, to: number): void {
    this.keys[to] = this.keys[from]!;
    this.values[to] = this.values[from]!;
  }

  private grow(): void {
    const keys = new Float64Array(this.keys.length * 2);
    const values = new Int32Array(this.values.length * 2);
    keys.set(this.keys);
    values.set(this.values);
    this.keys = keys;
    this.values = values;
  }
}
