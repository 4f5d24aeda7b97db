import { OnrecordError } from '../../contract/index.ts';
import type { Connection } from './database.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function readPositions(connection: Connection): Map<string, Point> {
  const rows = connection.all<Point & { node: string }>('SELECT node, x, y FROM positions');
  return new Map(rows.map(({ node, x, y }) => [node, { x, y }]));
}

/** Replaces every position. Throws `invalid-records` for one that is not finite. */
export function writePositions(
  connection: Connection,
  positions: ReadonlyMap<string, Point>,
): void {
  connection.run('DELETE FROM positions');
  for (const [node, { x, y }] of positions) {
    if (!Number.isFinite(x) || !Number.isFinite(y))
      throw new OnrecordError('invalid-records', `the position of ${node} is not finite`);
    connection.run('INSERT INTO positions (node, x, y) VALUES (?, ?, ?)', node, x, y);
  }
}
