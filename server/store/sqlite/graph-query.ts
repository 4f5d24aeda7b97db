import type Database from 'better-sqlite3';
import type { GraphCell, GraphConstant, GraphQuery } from '../record-graph.ts';
import type { Value } from './database.ts';
import type { Sql } from './graph-select.ts';
import { isLate } from './graph-select.ts';

type RowStatement = Database.Statement<Value[]>;
type FewQuery = (late: readonly GraphConstant[]) => GraphCell[][];

/**
 * Rows up to which an answer is fetched at once: stepping through a statement costs more than a
 * small query itself.
 */
export const FEW_ROWS = 1000;

/** A query whose rows are known to be few: always fetched at once. */
export function fewRows(database: Database.Database, { text, values }: Sql): FewQuery {
  let statement: RowStatement | null = null;
  return (late) => {
    statement ??= database.prepare<Value[]>(text).raw();
    return statement.all(...bind(values, late)) as GraphCell[][];
  };
}

/** A query stepped through row by row; `ended` is told how many there were. */
export function steppedRows(
  database: Database.Database,
  { text, values }: Sql,
  ended: (rows: number) => void = () => undefined,
): GraphQuery {
  const free: RowStatement[] = [];
  return (late) => ({
    [Symbol.iterator]: () => {
      const statement = free.pop() ?? database.prepare<Value[]>(text).raw();
      return iterate(statement, bind(values, late), free, ended);
    },
  });
}

/**
 * A query without a limit, whose rows may be too many to be held at once. Where the answer before
 * was small, this one is thought to be small, too, and fetched up to a limit; if it reaches that,
 * it is asked once more and stepped through.
 */
export function anyRows(database: Database.Database, { text, values }: Sql): GraphQuery {
  let small = false;
  const ended = (rows: number) => {
    small = rows < FEW_ROWS;
  };
  const stepped = steppedRows(database, { text, values }, ended);
  const first = fewRows(database, { text: `${text}\nLIMIT ${FEW_ROWS}`, values });
  return (late) => {
    if (!small) return stepped(late);
    const rows = first(late);
    ended(rows.length);
    return small ? rows : stepped(late);
  };
}

function bind(values: Sql['values'], late: readonly GraphConstant[]): Value[] {
  return values.map((value) => (isLate(value) ? value.make(late[value.late] ?? '') : value));
}

/**
 * Rows one by one; the statement is free again at their end. Each iteration has one of its own:
 * better-sqlite3 runs one iterator per statement.
 */
function iterate(
  statement: RowStatement,
  bound: Value[],
  free: RowStatement[],
  ended: (rows: number) => void,
): Iterator<GraphCell[]> {
  const rows = statement.iterate(...bound) as Iterator<GraphCell[]>;
  let running = true;
  let count = 0;
  const release = () => {
    if (running) free.push(statement);
    running = false;
  };
  return {
    next: () => {
      const row = rows.next();
      count += 1;
      if (row.done && running) ended(count - 1);
      if (row.done) release();
      return row;
    },
    return: () => {
      rows.return?.();
      release();
      return { done: true, value: undefined };
    },
  };
}
