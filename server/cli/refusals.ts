import { faultOfSurroundings, OnrecordError, type ErrorCode } from '../contract/index.ts';
import { exitOfCode, OutputClosed, UsageError, type Io } from './command.ts';

/** One item of a batch that could not be done; the others are done none the less. */
export interface Refusal {
  /** As it was named: a file, a document's id. */
  readonly item: string;
  readonly error: OnrecordError;
}

/** Faults that every further item would meet as well. */
const ENDING: ReadonlySet<ErrorCode> = new Set([
  'damaged-record',
  'disk-full',
  'no-answer',
  'record-in-use',
  'stopping',
]);

/** What an error says of one item; null when it is not about the item alone and ends the batch. */
export function refusalOf(item: string, thrown: unknown): Refusal | null {
  const error = faultOfSurroundings(thrown) ?? thrown;
  if (error instanceof OutputClosed) return null;
  if (error instanceof OnrecordError) return ENDING.has(error.code) ? null : { item, error };
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof UsageError)
    return { item, error: new OnrecordError('unreadable-document', detail, { field: 'file' }) };
  return { item, error: new OnrecordError('internal', `${detail}. This is a fault in Onrecord.`) };
}

/** Tells on the other stream what was refused, one a line. */
export function tellRefusals(refusals: readonly Refusal[], io: Io): void {
  for (const { item, error } of refusals)
    io.err(`onrecord: ${error.code} (${item}): ${error.message}`);
}

/** The exit code of a batch: that of its gravest refusal, else the one given. */
export function exitOfBatch(refusals: readonly Refusal[], otherwise: number): number {
  if (refusals.length === 0) return otherwise;
  return Math.max(...new Set(refusals.map(({ error }) => exitOfCode(error.code))));
}
