import {
  EXPORT_TYPES,
  OnrecordError,
  type ExportFormat,
  type ExportType,
} from '../contract/index.ts';
import { eachClaim } from '../graph/collect.ts';
import type { Scope } from '../graph/ego.ts';
import type { Claim } from '../graph/projection.ts';
import { everyItem, type RecordReader, type StoredStatement } from '../store/store.ts';

/** Statements read from the store at a time. */
export const BATCH = 500;

/** The records that an export holds, read from the store as they are asked for. */
export class Selection {
  readonly reader: RecordReader;
  readonly types: readonly ExportType[];
  readonly #scope: Scope;

  constructor(reader: RecordReader, scope: Scope, types: readonly ExportType[] = EXPORT_TYPES) {
    this.reader = reader;
    this.types = types;
    this.#scope = scope;
  }

  /** In batches, in id order. */
  async *statements(): AsyncGenerator<StoredStatement[]> {
    if (this.types.includes('statement'))
      yield* this.reader.eachStatement(this.#scope.statements, BATCH);
  }

  /** By the day they were said, earliest first; undated ones last. */
  async *statementsByDay(): AsyncGenerator<StoredStatement> {
    if (!this.types.includes('statement')) return;
    yield* everyItem((page) => this.reader.statements(this.#scope.statements, 'said', page));
  }

  /** Agreements, then events, then relations. */
  async *claims(): AsyncGenerator<Claim> {
    const types = this.types.filter((type) => type !== 'statement');
    yield* eachClaim(this.reader, this.#scope.claims, { types });
  }
}

/**
 * The types of records that a file holds: those asked for, else all; a CSV has the columns of one
 * type, of statements when none is asked for.
 *
 * @throws OnrecordError `bad-value` when none is named, or several for a CSV
 */
export function typesFor(
  format: ExportFormat,
  asked: readonly ExportType[] | undefined,
): readonly ExportType[] {
  if (asked === undefined) return format === 'csv' ? ['statement'] : EXPORT_TYPES;
  if (asked.length > 0 && (format !== 'csv' || asked.length === 1)) return asked;
  const detail =
    asked.length === 0
      ? `“types” names none: some of ${EXPORT_TYPES.join(', ')}.`
      : 'A CSV has the columns of one type of record. Name one in “types”, or take jsonl for several.';
  throw new OnrecordError('bad-value', detail, { field: 'types' });
}

/** What the filters of an export are asked of: a question after agreements has its answer there. */
export function askedOf(types: readonly ExportType[]): 'statements' | 'claims' {
  return types.includes('statement') ? 'statements' : 'claims';
}
