import type {
  Condition,
  Element,
  GraphConstant,
  GraphRequest,
  LateKeys,
  PropertyType,
  RequestedCell,
} from '../record-graph.ts';
import { EDGE_KINDS, NODE_KINDS } from '../record-graph.ts';
import type { Value } from './database.ts';
import type { Branch } from './graph-branches.ts';
import type { EdgeTable, NodeTable } from './graph-model.ts';
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

/** Places in a list (`ord`) that an edge's key has room for. */
const LIST_ROOM = 4096;

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

/** Makes one branch of a request into a SELECT; for one use. */
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

  /** Two edges of one table are one when row, place and kind are: a party may sign at the same place. */
  private addDistinct(a: number, b: number): void {
    const [left, right] = [this.edge(a), this.edge(b)];
    if (!left.tables.some((table) => right.tables.includes(table))) return;
    const { row, ord } = left.table;
    const same = [row, ...(ord === '0' ? [] : [ord])].map(
      (column) => `${left.sql(column)} = ${right.sql(column)}`,
    );
    if (left.tables.length > 1 || right.tables.length > 1)
      same.push(`${left.sql(codeOf(left.tables))} = ${right.sql(codeOf(right.tables))}`);
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

/** The SELECT of one branch; null where no row can match. */
export function compileBranch(request: GraphRequest, branch: Branch): Sql | null {
  return new BranchCompiler(request, branch).compile();
}
