import type {
  Element,
  GraphCell,
  GraphConstant,
  GraphQuery,
  GraphRequest,
  PropertyType,
  RecordGraph,
  RequestedCell,
} from '../../store/store.ts';
import type {
  GraphNode,
  Parameters,
  PatternCell,
  PatternCondition,
  PatternGrouping,
  PatternMatch,
  PatternRequest,
} from './graph.ts';
import type { StoreNode, StoreRelationship } from './store-entities.ts';
import { valueOf } from './store-entities.ts';
import type { Value } from './value.ts';
import { isList } from './value.ts';

/** Makes the entities of keys. */
export interface EntityMaker {
  node(key: number): StoreNode;
  edge(key: number, start: GraphNode, end: GraphNode): StoreRelationship;
}

/** One column of a row from a stored cell to a value. */
interface Conversion {
  readonly column: number;
  readonly convert: (cell: GraphCell | undefined) => Value;
}

interface Asked {
  readonly query: GraphQuery;
  /** The columns whose cells are not their values already. */
  readonly conversions: readonly Conversion[];
}

/** Whole patterns asked of the record: one request each, made ready once and then only asked. */
export class StorePatterns {
  private readonly record: RecordGraph;
  private readonly entities: EntityMaker;
  private readonly asked = new WeakMap<object, Asked | null>();

  constructor(record: RecordGraph, entities: EntityMaker) {
    this.record = record;
    this.entities = entities;
  }

  match(pattern: PatternRequest, parameters: Parameters): Iterable<PatternMatch> | null {
    const asked = this.once(pattern, [], 0, () => this.queryOf(pattern));
    return asked && this.matches(asked.query(lateValues(pattern, parameters)), pattern);
  }

  read(
    pattern: PatternRequest,
    cells: readonly PatternCell[],
    parameters: Parameters,
  ): Iterable<Value[]> | null {
    const asked = this.once(cells, cells, 0, () => {
      const base = requestOf(pattern);
      const { order, limit } = pattern;
      return base && this.record.match({ ...base, cells: cells.map(cellOf) }, { order, limit });
    });
    return asked && valuesOf(asked, lateValues(pattern, parameters));
  }

  count(
    pattern: PatternRequest,
    grouping: PatternGrouping,
    parameters: Parameters,
  ): Iterable<Value[]> | null {
    const { keys, counts } = grouping;
    const asked = this.once(grouping, keys, counts.length, () => this.groupsOf(pattern, grouping));
    return asked && valuesOf(asked, lateValues(pattern, parameters));
  }

  /** A question asked while planning is asked again at every run: its SQL is made once. */
  private once(
    question: object,
    cells: readonly PatternCell[],
    counts: number,
    ask: () => GraphQuery | null,
  ): Asked | null {
    const known = this.asked.get(question);
    if (known !== undefined) return known;
    const query = ask();
    const asked = query && { query, conversions: this.conversionsOf(cells, counts) };
    this.asked.set(question, asked);
    return asked;
  }

  private conversionsOf(cells: readonly PatternCell[], counts: number): Conversion[] {
    const own = cells.flatMap(({ of, property }, column): Conversion[] => {
      if (property === null) return [{ column, convert: (c) => this.entities.node(Number(c)) }];
      const type = this.typeOf(of, property);
      const asStored = type === 'string' || type === 'float';
      return asStored ? [] : [{ column, convert: (cell) => valueOf(cell, type) }];
    });
    const counted = Array.from({ length: counts }, (_, i): Conversion => {
      return { column: cells.length + i, convert: (cell) => BigInt(cell ?? 0) };
    });
    return [...own, ...counted];
  }

  private queryOf(pattern: PatternRequest): GraphQuery | null {
    const base = requestOf(pattern);
    if (!base) return null;
    const cells: RequestedCell[] = [
      ...pattern.nodes.map((_, node) => ({ of: { node }, read: 'key' as const })),
      ...pattern.edges.flatMap((_, edge) => [
        { of: { edge }, read: 'key' as const },
        { of: { edge }, read: 'forward' as const },
      ]),
      ...pattern.reads.map(({ of, property }) => ({ of, read: { property } })),
    ];
    const { order, limit } = pattern;
    return this.record.match({ ...base, cells }, { order, limit });
  }

  private *matches(
    rows: Iterable<readonly GraphCell[]>,
    { nodes, edges, reads }: PatternRequest,
  ): Iterable<PatternMatch> {
    const [firstEdge, firstRead] = [nodes.length, nodes.length + 2 * edges.length];
    for (const row of rows) {
      const found = nodes.map((_, i) => this.entities.node(Number(row[i])));
      const relationships = edges.map((edge, i) => {
        const forward = row[firstEdge + 2 * i + 1] === 1;
        const ends =
          forward === (edge.direction !== 'in') ? [edge.from, edge.to] : [edge.to, edge.from];
        const [start, end] = ends.map((place) => found[place] as GraphNode);
        const key = Number(row[firstEdge + 2 * i]);
        return this.entities.edge(key, start as GraphNode, end as GraphNode);
      });
      reads.forEach(({ of, property }, i) => {
        const entity = 'node' in of ? found[of.node] : relationships[of.edge];
        entity?.note(property, row[firstRead + i]);
      });
      yield { nodes: found, relationships };
    }
  }

  private groupsOf(pattern: PatternRequest, grouping: PatternGrouping): GraphQuery | null {
    const base = requestOf(pattern);
    if (!base) return null;
    const counted = grouping.counts.flatMap(({ cell }) => (cell ? [cell] : []));
    let place = grouping.keys.length;
    const counts = grouping.counts.map(({ cell, distinct }) => ({
      cell: cell ? place++ : null,
      distinct,
    }));
    return this.record.group(
      { ...base, cells: [...grouping.keys, ...counted].map(cellOf) },
      { keys: grouping.keys.length, counts, order: grouping.order, limit: grouping.limit },
    );
  }

  /** The type of a property over all kinds that have it; kinds agree on a name's type. */
  private typeOf(of: Element, property: string): PropertyType {
    const kinds = 'node' in of ? this.record.nodeKinds : this.record.edgeKinds;
    const kind = kinds.find(({ properties }) => Object.hasOwn(properties, property));
    return kind?.properties[property] ?? 'string';
  }
}

/** The store's rows as values, in place: rows are the caller's. */
function valuesOf({ query, conversions }: Asked, late: GraphConstant[]): Iterable<Value[]> {
  const rows = query(late);
  if (conversions.length === 0) return rows;
  if (!Array.isArray(rows)) return converted(rows, conversions);
  for (const row of rows) convertRow(row, conversions);
  return rows;
}

function* converted(
  rows: Iterable<Value[]>,
  conversions: readonly Conversion[],
): Iterable<Value[]> {
  for (const row of rows) {
    convertRow(row, conversions);
    yield row;
  }
}

function convertRow(row: Value[], conversions: readonly Conversion[]): void {
  for (const { column, convert } of conversions) row[column] = convert(row[column] as GraphCell);
}

/** The request behind a pattern; null where a value is of a type that nothing stored has. */
function requestOf(pattern: PatternRequest): Omit<GraphRequest, 'cells'> | null {
  const conditions = pattern.conditions.map((condition, place) => {
    const { of, property, operator, value, late } = condition;
    const stored = storedConstant(condition, value);
    return stored === null
      ? null
      : { of, property, operator, value: stored, late: late ? place : null };
  });
  if (conditions.includes(null)) return null;
  return {
    nodes: pattern.nodes.map(({ labels }) => ({ labels, keys: null })),
    edges: pattern.edges.map(({ direction, types, from, to }) => ({
      types,
      from: direction === 'in' ? to : from,
      to: direction === 'in' ? from : to,
      undirected: direction === 'both',
      keys: null,
    })),
    distinct: pattern.distinct,
    conditions: conditions.filter((condition) => condition !== null),
  };
}

function cellOf({ of, property }: PatternCell): RequestedCell {
  return { of, read: property === null ? 'key' : { property } };
}

function storedConstant({ operator }: PatternCondition, value: Value): GraphConstant | null {
  return operator === 'in' ? storedList(value) : storedValue(value);
}

/** What the late conditions of a pattern compare with in this run, each at its own place. */
function lateValues({ conditions }: PatternRequest, parameters: Parameters): GraphConstant[] {
  return conditions.map((condition) => {
    if (!condition.late) return '';
    const stored = storedConstant(condition, condition.late(parameters));
    if (stored !== null) return stored;
    throw new Error('A plan was kept for parameters of other types.');
  });
}

/** A value that the store can compare with; null for any other. */
export function storedValue(value: Value): string | number | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'bigint') return null;
  return Number.isSafeInteger(Number(value)) ? Number(value) : null;
}

function storedList(value: Value): (string | number)[] | null {
  if (!isList(value)) return null;
  const items = value.filter((item) => item !== null).map(storedValue);
  return items.includes(null) ? null : items.filter((item) => item !== null);
}
