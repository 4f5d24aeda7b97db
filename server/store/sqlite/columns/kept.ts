/** Answers kept until the record changes, least recently used out first. */
export class Kept<T> {
  readonly #answers = new Map<string, T>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(question: string, answer: () => T): T {
    const known = this.#answers.get(question);
    if (known !== undefined) this.#answers.delete(question);
    const given = known ?? answer();
    this.#answers.set(question, given);
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= this.#most) break;
      this.#answers.delete(oldest);
    }
    return given;
  }

  clear(): void {
    this.#answers.clear();
  }
}
