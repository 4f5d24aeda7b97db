import type { Actor } from '../../../graph-data/schema/index.ts';
import type { Problem } from '../../contract/index.ts';
import type { Reading, ReadingInput } from '../../extract/index.ts';
import type { SourceDocument, SourceFile } from '../readers/index.ts';

/**
 * What the parent asks of a reading process and what it answers. Messages travel as structured
 * clones, so bytes stay bytes. Both ends are ours: types are enough here.
 */
export interface Tasks {
  /** Turns a file into documents. */
  read: { ask: SourceFile; answer: SourceDocument[] };
  /** Does ahead what of a reading depends on the text and its title alone, and keeps it. */
  prepare: { ask: { text: string; title: string }; answer: null };
  /** Turns a text into proposals, with what was done ahead when that was for this text. */
  extract: { ask: ReadingInput; answer: Reading };
  /** Tells which actors the record knows: those new or changed since last told, and those gone. */
  know: { ask: { put: Actor[]; remove: string[] }; answer: null };
}

export type TaskName = keyof Tasks;

export interface Ask<N extends TaskName = TaskName> {
  readonly id: number;
  readonly task: N;
  readonly input: Tasks[N]['ask'];
}

export type Answer =
  | { readonly id: number; readonly ok: true; readonly output: unknown }
  | {
      readonly id: number;
      readonly ok: false;
      /** The problem when it is the document's fault; null for a fault of ours. */
      readonly problem: Problem | null;
      readonly message: string;
    };
