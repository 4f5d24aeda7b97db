import type {
  Condition,
  Element,
  GraphConstant,
  GraphGrouping,
  GraphRequest,
  GraphTop,
  LateKeys,
  PropertyType,
  RequestedCell,
} from '../record-graph.ts';
import { EDGE_KINDS, NODE_KINDS } from '../record-graph.ts';
import type { Value } from './database.ts';
import type { EdgeTable, NodeTable } from './graph-model.ts';
import { EDGE_FAMILIES, NODE_TABLES } from './graph-model.ts';
import type { JoinedTable } from './graph-order.ts';
import { walkOrder } from './graph-order.ts';

/** A value made of one that the query is given when it is asked. */
export interface LateValue {
  readonly late: number;
  readonly make: (given: GraphConstant) => Value;
}

export interface Sql {
  readonly text: string;
  readonly values: readonly (Value | LateValue)[];
}

export function isLate(value: Value | LateValue): value is LateValue {
  return typeof value === 'object' && value !== null && 'late' in value;
}

/** Most SELECTs that one request may fall into; beyond that the engine walks edge by edge. */
const MAX_BRANCHES = 48;

/** Places in a list (`ord`) that an edge's key has room for. */
const LIST_ROOM = 4096;

/** `tables` are of one family, and `table` the first of them. */
interface EdgeChoice {
  readonly table: EdgeTable;
  readonly tables: readonly EdgeTable[];
  readonly reversed: boolean;
}

/** One way to answer a request: a family of tables for every edge, a table for every node. */
interface Branch {
  readonly edges: readonly EdgeChoice[];
  readonly nodes: readonly NodeTable[];
}

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
  const compiled = branches.map((branch) => new BranchCompiler(request, branch).compile());
  const possible = compiled.filter((sql) => sql !== null);
  return possible.length > 0 ? possible : [nothing(request)];
}

/** A SELECT of the right width and no rows. */
function nothing({ cells }: GraphRequest): Sql {
  const columns = cells.map((_, i) => `NULL AS c${i}`);
  return { text: `SELECT ${columns.join(', ') || 'NULL AS c0'} WHERE 0`, values: [] };
}

/** Every choice of tables in which edges meet nodes of the right kind. */
function* branchesOf(
  request: GraphRequest,
  at = 0,
  chosen: Branch['edges'] = [],
): Iterable<Branch> {
  const edge = request.edges[at];
  if (!edge) {
    yield* nodeChoices(request, chosen, 0, []);
    return;
  }
  for (const family of EDGE_FAMILIES) {
    const tables = family.filter(({ type }) => !edge.types || edge.types.includes(type));
    const [table] = tables;
    if (!table) continue;
    for (const reversed of edge.undirected ? [false, true] : [false]) {
      const next = [...chosen, { table, tables, reversed }];
      if (consistent(request, next)) yield* branchesOf(request, at + 1, next);
    }
  }
}

function endLabel({ table, reversed }: Branch['edges'][number], end: 'from' | 'to'): string {
  return (end === 'from') === reversed ? table.to : table.from;
}

/** The kind that the edges chosen so far make of a node; null where none touches it. */
function kindByEdges(
  request: GraphRequest,
  chosen: Branch['edges'],
  node: number,
): string | null | false {
  const kinds = new Set<string>();
  chosen.forEach((choice, i) => {
    if (request.edges[i]?.from === node) kinds.add(endLabel(choice, 'from'));
    if (request.edges[i]?.to === node) kinds.add(endLabel(choice, 'to'));
  });
  return kinds.size > 1 ? false : ([...kinds][0] ?? null);
}

function accepts(table: NodeTable, labels: readonly string[]): boolean {
  const known = [table.label, ...Object.values(table.sublabels)];
  return labels.every((label) => known.includes(label));
}

function consistent(request: GraphRequest, chosen: Branch['edges']): boolean {
  return request.nodes.every(({ labels }, node) => {
    const kind = kindByEdges(request, chosen, node);
    if (kind === null) return true;
    const table = NODE_TABLES.find(({ label }) => label === kind);
    return table !== undefined && accepts(table, labels);
  });
}

function* nodeChoices(
  request: GraphRequest,
  edges: Branch['edges'],
  at: number,
  chosen: readonly NodeTable[],
): Iterable<Branch> {
  const node = request.nodes[at];
  if (!node) {
    yield { edges, nodes: chosen };
    return;
  }
  const kind = kindByEdges(request, edges, at);
  for (const table of NODE_TABLES) {
    if (kind !== null && table.label !== kind) continue;
    if (accepts(table, node.labels)) yield* nodeChoices(request, edges, at + 1, [...chosen, table]);
  }
}

const comparable: Readonly<Record<PropertyType, 'string' | 'number' | null>> = {
  string: 'string',
  integer: 'number',
  float: 'number',
  strings: null,
};

function kindList(tables: readonly EdgeTable[]): string {
  return tables.map(({ kind }) => `'${kind?.value}'`).join(', ');
}

/** SQL for the code of an edge's own table, over the alias `t`. */
function codeOf(tables: readonly EdgeTable[]): string {
  const [first] = tables;
  if (tables.length === 1 || !first?.kind) return String(first?.code);
  const cases = tables.map(({ kind, code }) => `WHEN '${kind?.value}' THEN ${code}`);
  return `CASE ${first.kind.sql} ${cases.join(' ')} END`;
}

class BranchCompiler {
  private readonly request: GraphRequest;
  private readonly branch: Branch;
  private readonly tables: JoinedTable[] = [];
  private readonly where: string[] = [];
  private readonly values: (Value | LateValue)[] = [];
  private readonly joined = new Map<number, string>();
  private readonly keySql = new Map<number, string>();
  private impossible = false;

  constructor(request: GraphRequest, branch: Branch) {
    this.request = request;
    this.branch = branch;
  }

  /** null where no row can match. */
  compile(): Sql | null {
    this.request.edges.forEach((_, i) => this.addEdge(i));
    this.request.nodes.forEach((_, i) => this.addNode(i));
    for (const [a, b] of this.request.distinct) this.addDistinct(a, b);
    for (const condition of this.request.conditions) this.addCondition(condition);
    if (this.impossible) return null;
    const cells = this.request.cells.map((cell, i) => `${this.cell(cell)} AS c${i}`);
    const where = this.where.length > 0 ? `\nWHERE ${this.where.join('\n  AND ')}` : '';
    const text = `SELECT ${cells.join(', ') || 'NULL AS c0'}\nFROM ${this.from()}${where}`;
    return { text, values: this.values };
  }

  /**
   * With one node to begin at, the tables in the order of a walk from it: SQLite, left to choose,
   * may begin a cycle at its far side. CROSS JOIN keeps the order (sqlite.org, "Query planner").
   */
  private from(): string {
    const anchors = this.request.nodes.flatMap((_, i) => (this.isAnchored(i) ? [i] : []));
    const [anchor] = anchors;
    if (anchor === undefined || anchors.length > 1)
      return this.tables.map(({ sql }) => sql).join(', ');
    const walk = walkOrder(this.tables, anchor);
    return walk.map(({ sql }) => sql).join(' CROSS JOIN ');
  }

  /** Whether an index leads to a few rows of this node. */
  private isAnchored(node: number): boolean {
    if (this.request.nodes[node]?.keys) return true;
    const indexes = this.branch.nodes[node]?.indexes ?? {};
    return this.conditionsOn(node).some(
      ({ property, operator }) => operator === '=' && Object.hasOwn(indexes, property),
    );
  }

  private conditionsOn(node: number): Condition[] {
    return this.request.conditions.filter(({ of }) => 'node' in of && of.node === node);
  }

  private edge(i: number) {
    const choice = this.branch.edges[i];
    const edge = this.request.edges[i];
    if (!choice || !edge) throw new Error('No such edge in the request.');
    const sql = (template: string) => template.replaceAll('t.', `e${i}.`);
    return { ...choice, edge, sql };
  }

  private addEdge(i: number): void {
    const { table, tables, edge, reversed, sql } = this.edge(i);
    const ends = reversed ? [edge.to, edge.from] : [edge.from, edge.to];
    const single = table.own === null ? null : (ends[table.own === 'from' ? 0 : 1] ?? null);
    const own = table.own !== null;
    this.tables.push({ sql: `${table.table} e${i}`, ends, single, narrows: true, own });
    if (table.where) this.where.push(sql(table.where));
    if (table.kind) this.where.push(`${sql(table.kind.sql)} IN (${kindList(tables)})`);
    const [from, to] = reversed ? [edge.to, edge.from] : [edge.from, edge.to];
    this.meet(from, sql(table.source), table.own === 'from' ? `e${i}` : null);
    this.meet(to, sql(table.target), table.own === 'to' ? `e${i}` : null);
    const loops = table.from === table.to;
    if (reversed && loops) this.where.push(`${sql(table.source)} <> ${sql(table.target)}`);
    if (edge.keys) this.addEdgeKeys(edge.keys, i);
  }

  /** One edge by its key: its row, and its place where the row is a list's. */
  private addEdgeKeys({ late }: LateKeys, i: number): void {
    const { table, sql } = this.edge(i);
    const place = (given: GraphConstant) => Math.floor(Number(given) / EDGE_KINDS);
    this.where.push(`${sql(table.row)} = ?`);
    this.values.push({ late, make: (given) => Math.floor(place(given) / LIST_ROOM) });
    if (table.ord === '0') return;
    this.where.push(`${sql(table.ord)} = ?`);
    this.values.push({ late, make: (given) => place(given) % LIST_ROOM });
  }

  /** An edge's end is this node: the first to say so names its key, the others must agree. */
  private meet(node: number, sql: string, alias: string | null): void {
    const known = this.keySql.get(node);
    if (known === undefined) this.keySql.set(node, sql);
    else if (known !== sql) this.where.push(`${sql} = ${known}`);
    if (alias !== null && !this.joined.has(node)) this.joined.set(node, alias);
  }

  private addNode(i: number): void {
    const { labels, keys } = this.request.nodes[i] ?? { labels: [], keys: null };
    const table = this.branch.nodes[i];
    if (!table) throw new Error('No such node in the request.');
    const sublabels = labels.filter((label) => label !== table.label);
    const read = this.reads(i) || sublabels.length > 0 || !this.keySql.has(i);
    if (read && !this.joined.has(i)) this.join(i, table);
    const stored = Object.entries(table.sublabels);
    for (const label of sublabels) {
      this.where.push(`${this.joined.get(i)}.kind = ?`);
      this.values.push(stored.find(([, name]) => name === label)?.[0] ?? '');
    }
    if (keys) this.addNodeKeys(keys, this.keySql.get(i) ?? '');
  }

  private addNodeKeys({ late, many }: LateKeys, sql: string): void {
    const row = (key: string | number) => Math.floor(Number(key) / NODE_KINDS);
    this.where.push(`${sql} ${many ? 'IN (SELECT value FROM json_each(?))' : '= ?'}`);
    const one = (given: GraphConstant) => row(Number(given));
    const all = (given: GraphConstant) => JSON.stringify([given].flat().map(row));
    this.values.push({ late, make: many ? all : one });
  }

  private join(i: number, table: NodeTable): void {
    const alias = `n${i}`;
    const narrows = table.where !== null || this.conditionsOn(i).length > 0;
    this.tables.push({ sql: `${table.table} ${alias}`, ends: [i], single: i, narrows, own: true });
    this.joined.set(i, alias);
    if (table.where) this.where.push(table.where.replaceAll('t.', `${alias}.`));
    this.meet(i, `${alias}.key`, null);
  }

  private reads(node: number): boolean {
    const of = (element: Element) => 'node' in element && element.node === node;
    return (
      this.request.conditions.some((condition) => of(condition.of)) ||
      this.request.cells.some((cell) => of(cell.of) && cell.read !== 'key')
    );
  }

  private addDistinct(a: number, b: number): void {
    const [left, right] = [this.edge(a), this.edge(b)];
    if (!left.tables.some((table) => right.tables.includes(table))) return;
    const { row, ord } = left.table;
    const same = [row, ...(ord === '0' ? [] : [ord])].map(
      (column) => `${left.sql(column)} = ${right.sql(column)}`,
    );
    this.where.push(`NOT (${same.join(' AND ')})`);
  }

  /** The SQL of a property and its type; null where the element has none of the name. */
  private property(of: Element, name: string): { sql: string; type: PropertyType } | null {
    if ('edge' in of) {
      const { table, sql } = this.edge(of.edge);
      const column = Object.hasOwn(table.columns, name) ? table.columns[name] : undefined;
      return column ? { type: column.type, sql: sql(column.sql) } : null;
    }
    const columns = this.branch.nodes[of.node]?.columns ?? {};
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
    if (!column) return null;
    const alias = this.joined.get(of.node) ?? '';
    return { type: column.type, sql: column.sql.replaceAll('t.', `${alias}.`) };
  }

  private addCondition(condition: Condition): void {
    const { of, property: name, operator, value } = condition;
    const property = this.property(of, name);
    const wanted = property && comparable[property.type];
    const fitting = (given: GraphConstant) => [given].flat().filter((x) => typeof x === wanted);
    if (!property || fitting(value).length === 0) {
      this.impossible = true;
      return;
    }
    const { sql } = property;
    if (operator === 'in') {
      this.where.push(`${sql} IN (SELECT value FROM json_each(?))`);
      this.bind(condition, (given) => JSON.stringify(fitting(given)));
      return;
    }
    const item = (given: GraphConstant) => fitting(given)[0] ?? null;
    if (operator === '=') this.addSeek(condition);
    if (operator === 'starts-with') {
      this.where.push(`substr(${sql}, 1, length(?)) = ?`);
      this.bind(condition, item);
    } else {
      this.where.push(`${sql} ${operator} ?`);
    }
    this.bind(condition, item);
  }

  private bind({ value, late }: Condition, make: LateValue['make']): void {
    this.values.push(late === null ? make(value) : { late, make });
  }

  private addSeek(condition: Condition): void {
    const { of, property, value } = condition;
    if ('edge' in of || typeof value !== 'string') return;
    const seek = this.branch.nodes[of.node]?.seek?.[property];
    if (!seek) return;
    this.where.push(seek.sql.replaceAll('t.', `${this.joined.get(of.node)}.`));
    this.bind(condition, (given) => seek.value(String(given)));
  }

  private cell({ of, read }: RequestedCell): string {
    if (typeof read === 'object') return this.property(of, read.property)?.sql ?? 'NULL';
    if ('edge' in of) {
      const { table, tables, sql, reversed } = this.edge(of.edge);
      if (read === 'forward') return reversed ? '0' : '1';
      const place = table.ord === '0' ? '' : ` + ${sql(table.ord)}`;
      return `(${sql(table.row)} * ${LIST_ROOM}${place}) * ${EDGE_KINDS} + ${sql(codeOf(tables))}`;
    }
    const table = this.branch.nodes[of.node];
    if (read === 'key') return `${this.keySql.get(of.node)} * ${NODE_KINDS} + ${table?.code ?? 0}`;
    const labelled = Object.keys(table?.sublabels ?? {}).length > 0;
    return labelled ? `${this.joined.get(of.node)}.kind` : 'NULL';
  }
}
