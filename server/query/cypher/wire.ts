import type {
  CypherNode,
  CypherRelationship,
  CypherRequest,
  CypherValue,
} from '../../contract/index.ts';
import type { GraphNode, GraphRelationship } from './graph.ts';
import { formatTemporal } from './temporal/format.ts';
import type { Value } from './value.ts';
import { isList, isMap } from './value.ts';

/** A value as replies carry it: server/contract/cypher.ts says how. */
export function toWire(value: Value): CypherValue {
  if (typeof value === 'bigint') return integer(value);
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : { $type: 'float', value: String(value) };
  }
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(toWire);
  if (isMap(value)) {
    return { $type: 'map', entries: [...value].map(([key, item]) => [key, toWire(item)]) };
  }
  switch (value.kind) {
    case 'node':
      return node(value);
    case 'relationship':
      return relationship(value);
    case 'path':
      return {
        $type: 'path',
        nodes: value.nodes.map(node),
        relationships: value.relationships.map(relationship),
      };
    default:
      return { $type: value.kind, value: formatTemporal(value) };
  }
}

function integer(value: bigint): CypherValue {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : { $type: 'integer', value: String(value) };
}

function properties(map: ReadonlyMap<string, Value>): Record<string, CypherValue> {
  return Object.fromEntries([...map].map(([key, value]) => [key, toWire(value)]));
}

function node(value: GraphNode): CypherNode {
  const { id, labels } = value;
  return { $type: 'node', id, labels: [...labels], properties: properties(value.properties()) };
}

function relationship(value: GraphRelationship): CypherRelationship {
  const { id, type, start, end } = value;
  return {
    $type: 'relationship',
    id,
    type,
    start: start.id,
    end: end.id,
    properties: properties(value.properties()),
  };
}

type Json = CypherRequest['params'][string];

/** A parameter as it arrives: whole numbers are INTEGER, others FLOAT, objects maps. */
function fromJson(value: Json): Value {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(fromJson);
  return parametersOf(value);
}

export function parametersOf(params: CypherRequest['params']): Map<string, Value> {
  return new Map(Object.entries(params).map(([name, value]) => [name, fromJson(value)]));
}
