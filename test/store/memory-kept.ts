import { OnrecordError, type SavedQuestion } from '../../server/contract/index.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a store keeps beside the record: positions of nodes and saved questions. */
export class MemoryKept {
  #positions = new Map<string, Point>();
  readonly #saved = new Map<string, SavedQuestion>();

  async positions() {
    return new Map(this.#positions);
  }

  async savePositions(positions: ReadonlyMap<string, Point>) {
    for (const { x, y } of positions.values())
      if (!Number.isFinite(x) || !Number.isFinite(y))
        throw new OnrecordError('invalid-records', 'not finite');
    this.#positions = new Map(positions);
  }

  async savedQuestions() {
    return [...this.#saved.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async saveQuestion(question: SavedQuestion) {
    for (const { id, name } of this.#saved.values())
      if (name === question.name && id !== question.id)
        throw new OnrecordError('invalid-records', `two are called ${name}`);
    this.#saved.set(question.id, question);
  }

  async removeQuestion(id: SavedQuestion['id']) {
    this.#saved.delete(id);
  }
}
