import type { Row } from './operator.ts';

/** Most rows expanded in one call to the graph; batches begin small so that LIMIT stays cheap. */
export const MAX_BATCH = 1024;

/** Rows in batches of growing size. */
export function* batches(rows: Iterable<Row>): Iterable<Row[]> {
  let size = 1;
  let batch: Row[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
    size = Math.min(size * 4, MAX_BATCH);
  }
  if (batch.length > 0) yield batch;
}
