import type { Decision } from '../../../graph-data/schema/index.ts';
import type { Page, PageRequest } from '../store.ts';
import { cursorBehind, placeOf } from './cursor.ts';
import type { Connection } from './database.ts';

interface DecisionRow {
  readonly key: number;
  readonly id: string;
  readonly at: string;
  readonly author: string;
  readonly note: string;
  readonly action: string;
}

function decisionOf({ id, at, author, note, action }: DecisionRow): Decision {
  return {
    id: id as Decision['id'],
    at,
    by: author,
    note,
    action: JSON.parse(action) as Decision['action'],
  };
}

/** The log, oldest first. */
export function readDecisions(connection: Connection): Decision[] {
  return connection.all<DecisionRow>('SELECT * FROM decisions ORDER BY key').map(decisionOf);
}

export function* eachDecisionOf(connection: Connection): Generator<Decision> {
  const rows = connection.prepare('SELECT * FROM decisions ORDER BY key').iterate();
  for (const row of rows as Iterable<DecisionRow>) yield decisionOf(row);
}

/** Newest first, by place in the log. */
export function decisionPage(
  connection: Connection,
  { limit, cursor }: PageRequest,
): Page<Decision> {
  const behind = placeOf('decisions', cursor, 'number');
  return connection.read(() => {
    const total = connection.column<number>('SELECT count(*) FROM decisions')[0] ?? 0;
    const rows = connection.all<DecisionRow>(
      'SELECT * FROM decisions WHERE key < ? ORDER BY key DESC LIMIT ?',
      behind?.key ?? Number.MAX_SAFE_INTEGER,
      limit + 1,
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const more = last && rows.length > shown.length;
    return {
      total,
      items: shown.map(decisionOf),
      next: more ? cursorBehind('decisions', last) : null,
    };
  });
}
