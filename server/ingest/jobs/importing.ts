import type { DocumentHints, JobDocument, Stage } from '../../contract/jobs.ts';
import type { SourceDocument, SourceFile } from '../readers/index.ts';

/** What a job asks of whatever imports its files. */
export interface FileImporter {
  /** Documents that can be under way at once. */
  readonly lanes: number;
  /** The documents of a file. Rejects with OnrecordError when it cannot be read. */
  open(file: SourceFile): Promise<SourceDocument[]>;
  /** Begins what can be done before the documents ahead of this one are in; may wait for room. */
  begin(source: SourceDocument, hints: DocumentHints): Promise<DocumentImport>;
}

/** One document that is coming in; it is finished or dropped, once. */
export interface DocumentImport {
  readonly words: number;
  /** Brings it into the record, whole or not at all. Called in the order in which they began. */
  finish(onStage: (stage: Stage) => void): Promise<JobDocument>;
  drop(): void;
}

/** The next document of a file. */
export interface NextDocument {
  readonly item: number;
  /** In the file, from 1. */
  readonly place: number;
  readonly title: string;
  readonly document: DocumentImport;
}

/** What comes next of a job: documents in order, and what could not be opened. */
export type Step =
  | { readonly item: number; readonly found: number }
  | NextDocument
  | { readonly item: number; readonly error: unknown }
  | { readonly item: number; readonly ended: true };

/** A document that could not be begun: it is refused in its turn, as one that fails later is. */
export function refusing(error: unknown): DocumentImport {
  return { words: 0, finish: () => Promise.reject(error), drop: () => undefined };
}

/**
 * Lets steps be taken up to `count` ahead of whoever asks for them, in their order. Every step is
 * given out, or the caller ends the steps and takes what is left.
 */
export async function* ahead<T>(steps: AsyncGenerator<T, void>, count: number): AsyncGenerator<T> {
  const asked: Promise<IteratorResult<T, void>>[] = [];
  for (;;) {
    while (asked.length < count) asked.push(steps.next());
    const next = await asked.shift()!;
    if (next.done) return;
    yield next.value;
  }
}
