/** Keeps the results of the latest asks of one revision of the record; a new one empties it. */
export class RevisionCache<T> {
  readonly #kept = new Map<string, Promise<T>>();
  readonly #size: number;
  #revision: number | null = null;

  /** @param size most results kept; the least recently used goes first */
  constructor(size: number) {
    this.#size = size;
  }

  /** The kept result, also when it is still being made, else a new one. Failures are not kept. */
  get(revision: number, key: string, make: () => Promise<T>): Promise<T> {
    if (revision !== this.#revision) {
      this.#kept.clear();
      this.#revision = revision;
    }
    const known = this.#kept.get(key);
    const result = known ?? make();
    this.#kept.delete(key);
    this.#kept.set(key, result);
    if (!known) result.catch(() => this.#forget(key, result));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#size && oldest !== undefined) this.#kept.delete(oldest);
    return result;
  }

  #forget(key: string, result: Promise<T>): void {
    if (this.#kept.get(key) === result) this.#kept.delete(key);
  }
}
