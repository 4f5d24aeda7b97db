import type { Actor, Document } from '../../graph-data/schema/index.ts';
import type { RecordReader } from '../store/store.ts';
import { BATCH } from './selection.ts';

/** Actors and documents that records name, gathered on the way and written out at the end. */
export class Met {
  readonly #actors = new Set<string>();
  readonly #documents = new Set<string>();

  /** Ids may come as often as they like. */
  add(actors: readonly string[], documents: readonly string[]): void {
    for (const id of actors) this.#actors.add(id);
    for (const id of documents) this.#documents.add(id);
  }

  /** Documents by id in batches, then actors by id, the documents' outlets among them. */
  async *read(
    reader: Pick<RecordReader, 'actorsById' | 'documentsById'>,
  ): AsyncGenerator<{ documents: Document[]; actors: Actor[] }> {
    for (const ids of slices([...this.#documents].sort())) {
      const documents = await reader.documentsById(ids);
      const outlets = documents.flatMap(({ outlet }) => outlet ?? []);
      this.add(outlets, []);
      yield { documents, actors: [] };
    }
    for (const ids of slices([...this.#actors].sort()))
      yield { documents: [], actors: await reader.actorsById(ids) };
  }
}

function* slices(ids: readonly string[]): Generator<string[]> {
  for (let at = 0; at < ids.length; at += BATCH) yield ids.slice(at, at + BATCH);
}
