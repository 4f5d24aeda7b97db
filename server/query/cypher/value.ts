import type {
  CypherDate,
  CypherDateTime,
  CypherDuration,
  CypherLocalDateTime,
  CypherLocalTime,
  CypherTime,
} from './temporal/types.ts';
import { isTemporal } from './temporal/types.ts';
import { formatTemporal } from './temporal/format.ts';

/** Identity of a node or relationship within one graph; never shown, compared with `===`. */
export type EntityKey = number | string;

export interface GraphNode {
  readonly kind: 'node';
  readonly key: EntityKey;
  /** The id a reader sees and a screen draws by; a record id on the store's graph. */
  readonly id: string;
  readonly labels: readonly string[];
  /** As `labels.includes`, but may know the answer without reading all of them. */
  hasLabel(label: string): boolean;
  /** null where the node has no such property. */
  property(name: string): Value;
  properties(): ReadonlyMap<string, Value>;
}

export interface GraphRelationship {
  readonly kind: 'relationship';
  readonly key: EntityKey;
  readonly id: string;
  readonly type: string;
  readonly start: GraphNode;
  readonly end: GraphNode;
  property(name: string): Value;
  properties(): ReadonlyMap<string, Value>;
}

/** `relationships[i]` joins `nodes[i]` and `nodes[i + 1]`, whichever way it points. */
export interface Path {
  readonly kind: 'path';
  readonly nodes: readonly GraphNode[];
  readonly relationships: readonly GraphRelationship[];
}

export type Temporal =
  CypherDate | CypherLocalTime | CypherTime | CypherLocalDateTime | CypherDateTime | CypherDuration;

export type ValueMap = ReadonlyMap<string, Value>;
export type ValueList = readonly Value[];

/**
 * A Cypher value. INTEGER is a bigint within 64 bits and FLOAT a number, so that 1 and 1.0 stay
 * apart; a map is a Map, so that a key such as `__proto__` is only a key.
 */
export type Value =
  | null
  | boolean
  | bigint
  | number
  | string
  | ValueList
  | ValueMap
  | GraphNode
  | GraphRelationship
  | Path
  | Temporal;

export type TypeName =
  | 'NULL'
  | 'BOOLEAN'
  | 'INTEGER'
  | 'FLOAT'
  | 'STRING'
  | 'LIST'
  | 'MAP'
  | 'NODE'
  | 'RELATIONSHIP'
  | 'PATH'
  | 'DATE'
  | 'LOCALTIME'
  | 'TIME'
  | 'LOCALDATETIME'
  | 'DATETIME'
  | 'DURATION';

const kindNames = {
  node: 'NODE',
  relationship: 'RELATIONSHIP',
  path: 'PATH',
  date: 'DATE',
  localtime: 'LOCALTIME',
  time: 'TIME',
  localdatetime: 'LOCALDATETIME',
  datetime: 'DATETIME',
  duration: 'DURATION',
} as const;

export function isList(value: Value): value is ValueList {
  return Array.isArray(value);
}

export function isMap(value: Value): value is ValueMap {
  return value instanceof Map;
}

type Tagged = Exclude<Value, null | boolean | bigint | number | string | ValueList | ValueMap>;

/** True for nodes, relationships, paths and temporal values, told apart by `kind`. */
export function isTagged(value: Value): value is Tagged {
  return typeof value === 'object' && value !== null && !isList(value) && !isMap(value);
}

export function isNode(value: Value): value is GraphNode {
  return isTagged(value) && value.kind === 'node';
}

export function isRelationship(value: Value): value is GraphRelationship {
  return isTagged(value) && value.kind === 'relationship';
}

export function isPath(value: Value): value is Path {
  return isTagged(value) && value.kind === 'path';
}

export function typeOf(value: Value): TypeName {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return 'BOOLEAN';
  if (typeof value === 'bigint') return 'INTEGER';
  if (typeof value === 'number') return 'FLOAT';
  if (typeof value === 'string') return 'STRING';
  if (isList(value)) return 'LIST';
  if (isMap(value)) return 'MAP';
  return kindNames[value.kind];
}

/** A value as error messages name it: its type, and itself where it is short. */
export function describe(value: Value): string {
  if (value === null) return 'null';
  if (isTagged(value) && !isTemporal(value)) return typeOf(value);
  const text = isTagged(value) && isTemporal(value) ? formatTemporal(value) : printValue(value);
  return text.length > 40 ? typeOf(value) : `${typeOf(value)} ${text}`;
}

function printValue(value: Value): string {
  if (typeof value === 'string') return `'${value}'`;
  return typeof value === 'object' ? '' : String(value);
}

/**
 * A FLOAT as the openCypher engines write it, which is Java's `Double.toString`: shortest digits
 * that read back as the same number, an exponent below 0.001 and from 10,000,000 on.
 */
export function formatFloat(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-3 && size < 1e7)) {
    const text = Object.is(value, -0) ? '-0' : String(value);
    return text.includes('.') ? text : `${text}.0`;
  }
  const [mantissa = '', exponent = ''] = value.toExponential().split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent.replace('+', '')}`;
}
