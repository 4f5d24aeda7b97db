type Numbers = Int32Array | Float64Array;

/** One number for each key, in room that grows; 0 where none was set. */
export class Column<T extends Numbers = Int32Array> {
  #numbers: T;

  constructor(numbers: T) {
    this.#numbers = numbers;
  }

  /** The numbers themselves, for loops; taken anew after every `set`. */
  get numbers(): T {
    return this.#numbers;
  }

  get(key: number): number {
    return this.#numbers[key] ?? 0;
  }

  set(key: number, value: number): void {
    if (key >= this.#numbers.length) this.#numbers = grown(this.#numbers, key + 1);
    this.#numbers[key] = value;
  }
}

function grown<T extends Numbers>(numbers: T, size: number): T {
  const room = Math.max(size, Math.ceil(numbers.length * 1.25));
  const larger = (
    numbers instanceof Int32Array ? new Int32Array(room) : new Float64Array(room)
  ) as T;
  larger.set(numbers);
  return larger;
}

/**
 * A list of numbers for each key: where it starts among all values, and how long it is. A list that
 * is put anew goes to the end; what it leaves behind stays until the columns are read again.
 */
export class Lists {
  readonly starts: Column;
  readonly lengths: Column;
  readonly #values: Column;
  #end = 0;

  constructor(keys: number) {
    this.starts = new Column(new Int32Array(keys + 1));
    this.lengths = new Column(new Int32Array(keys + 1));
    this.#values = new Column(new Int32Array(keys + 1));
  }

  get values(): Int32Array {
    return this.#values.numbers;
  }

  /** Adds to a key's list what it lacks; the values of one key come one after another. */
  add(key: number, value: number): void {
    if (this.#holds(key, value)) return;
    if (this.lengths.get(key) === 0) this.starts.set(key, this.#end);
    this.#values.set(this.#end++, value);
    this.lengths.set(key, this.lengths.get(key) + 1);
  }

  #holds(key: number, value: number): boolean {
    const start = this.starts.get(key);
    const { values } = this;
    for (let at = start; at < start + this.lengths.get(key); at++)
      if (values[at] === value) return true;
    return false;
  }

  forget(key: number): void {
    this.lengths.set(key, 0);
  }
}
