import type { GraphGrouping, GraphRequest, GraphTop, RequestedCell } from '../record-graph.ts';
import type { Branch } from './graph-branches.ts';
import { branchesOf } from './graph-branches.ts';
import { NODE_TABLES } from './graph-model.ts';
import type { Sql } from './graph-select.ts';
import { compileBranch } from './graph-select.ts';

/** Most SELECTs that one request may fall into; beyond that the engine walks edge by edge. */
const MAX_BRANCHES = 48;

/** SQL for a request; null where it would fall into too many branches or needs a list. */
function compileMatch(request: GraphRequest): Sql | null {
  const branches = compileBranches(request);
  if (!branches) return null;
  return {
    text: branches.map(({ text }) => text).join('\nUNION ALL\n'),
    values: branches.flatMap(({ values }) => values),
  };
}

/** Lists are stored as JSON, whose text does not sort as the list does. */
function isListed(property: string): boolean {
  return NODE_TABLES.some(({ columns }) => {
    return Object.hasOwn(columns, property) && columns[property]?.type === 'strings';
  });
}

/** The same with a limit and perhaps an order, whose properties become further cells behind the others. */
export function compileTop(request: GraphRequest, top?: GraphTop): Sql | null {
  if (!top || top.limit === null) return compileMatch(request);
  if (top.order.some(({ property }) => isListed(property))) return null;
  const cells = [...request.cells];
  const order = top.order.map(({ of, property, descending }) => {
    const column = `c${placeOf(cells, { of, read: { property } })}`;
    return descending ? `${column} DESC NULLS FIRST` : `${column} NULLS LAST`;
  });
  const inner = compileMatch({ ...request, cells });
  if (!inner) return null;
  const first = `LIMIT ${top.limit}`;
  if (order.length === 0) return { text: `${inner.text}\n${first}`, values: inner.values };
  const columns = request.cells.map((_, i) => `c${i}`).join(', ') || 'NULL';
  const text = `SELECT ${columns} FROM (${inner.text})\nORDER BY ${order.join(', ')} ${first}`;
  return { text, values: inner.values };
}

/** Where a cell stands among others, to which it is added where it is not there yet. */
function placeOf(cells: RequestedCell[], wanted: RequestedCell): number {
  const same = JSON.stringify(wanted);
  const known = cells.findIndex((cell) => JSON.stringify(cell) === same);
  return known >= 0 ? known : cells.push(wanted) - 1;
}

export function compileGroup(request: GraphRequest, grouping: GraphGrouping): Sql | null {
  const inner = compileMatch(request);
  if (!inner) return null;
  const keys = request.cells.slice(0, grouping.keys).map((_, i) => `c${i}`);
  const counts = grouping.counts.map(({ cell, distinct }, i) => {
    const what = cell === null ? '*' : `${distinct ? 'DISTINCT ' : ''}c${cell}`;
    return `count(${what}) AS k${i}`;
  });
  const order = grouping.order.map(
    ({ count, descending }) => `k${count}${descending ? ' DESC' : ''}`,
  );
  const parts = [
    `SELECT ${[...keys, ...counts].join(', ')} FROM (${inner.text})`,
    keys.length > 0 ? `GROUP BY ${keys.join(', ')}` : '',
    order.length > 0 ? `ORDER BY ${order.join(', ')}` : '',
    grouping.limit === null ? '' : `LIMIT ${grouping.limit}`,
  ];
  return { text: parts.filter((part) => part !== '').join('\n'), values: inner.values };
}

function compileBranches(request: GraphRequest): Sql[] | null {
  const branches: Branch[] = [];
  for (const branch of branchesOf(request)) {
    branches.push(branch);
    if (branches.length > MAX_BRANCHES) return null;
  }
  const compiled = branches.map((branch) => compileBranch(request, branch));
  const possible = compiled.filter((sql) => sql !== null);
  return possible.length > 0 ? possible : [nothing(request)];
}

/** A SELECT of the right width and no rows. */
function nothing({ cells }: GraphRequest): Sql {
  const columns = cells.map((_, i) => `NULL AS c${i}`);
  return { text: `SELECT ${columns.join(', ') || 'NULL AS c0'} WHERE 0`, values: [] };
}
