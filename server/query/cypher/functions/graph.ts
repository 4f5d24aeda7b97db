import { typeError } from '../errors.ts';
import type { GraphNode, GraphRelationship } from '../graph.ts';
import type { Value } from '../value.ts';
import { describe, isList, isMap, isNode, isPath, isRelationship } from '../value.ts';
import { define, refuse } from './define.ts';
import type { CypherFunction } from './signature.ts';

function invalid(name: string, value: Value): Error {
  return typeError('InvalidArgumentValue', `${name}() cannot take ${describe(value)}.`);
}

function entity(name: string, value: Value): GraphNode | GraphRelationship {
  if (isNode(value) || isRelationship(value)) return value;
  throw invalid(name, value);
}

function labels(value: Value): Value {
  if (isNode(value)) return [...value.labels];
  throw invalid('labels', value);
}

function type(value: Value): Value {
  if (isRelationship(value)) return value.type;
  throw invalid('type', value);
}

function properties(value: Value): Value {
  return isMap(value) ? value : new Map(entity('properties', value).properties());
}

function keys(value: Value): Value {
  return [...(isMap(value) ? value : entity('keys', value).properties()).keys()];
}

function endpoint(name: string, value: Value, end: 'start' | 'end'): Value {
  if (isRelationship(value)) return value[end];
  throw invalid(name, value);
}

function pathPart(name: string, value: Value, part: 'nodes' | 'relationships'): Value {
  if (isPath(value)) return value[part];
  throw invalid(name, value);
}

function size(value: Value): Value {
  if (typeof value === 'string' || isList(value)) return BigInt(value.length);
  throw refuse('size', value);
}

function length(value: Value): Value {
  if (isPath(value)) return BigInt(value.relationships.length);
  return size(value);
}

/** An id as the graph gives it: an INTEGER where the key is a number, else the text. */
function id(value: Value): Value {
  const { key, id: text } = entity('id', value);
  return typeof key === 'number' ? BigInt(key) : text;
}

const element = ['NODE', 'RELATIONSHIP'] as const;

export const graphFunctions: readonly CypherFunction[] = [
  define('id', ([v = null]) => id(v), { accepts: [element] }),
  define('elementId', ([v = null]) => entity('elementId', v).id, {
    accepts: [element],
    returns: 'STRING',
  }),
  define('labels', ([v = null]) => labels(v), { accepts: [['NODE']], returns: 'LIST' }),
  define('type', ([v = null]) => type(v), { accepts: [['RELATIONSHIP']], returns: 'STRING' }),
  define('properties', ([v = null]) => properties(v), {
    accepts: [[...element, 'MAP']],
    returns: 'MAP',
  }),
  define('keys', ([v = null]) => keys(v), { accepts: [[...element, 'MAP']], returns: 'LIST' }),
  define('startNode', ([v = null]) => endpoint('startNode', v, 'start'), {
    accepts: [['RELATIONSHIP']],
    returns: 'NODE',
  }),
  define('endNode', ([v = null]) => endpoint('endNode', v, 'end'), {
    accepts: [['RELATIONSHIP']],
    returns: 'NODE',
  }),
  define('nodes', ([v = null]) => pathPart('nodes', v, 'nodes'), {
    accepts: [['PATH']],
    returns: 'LIST',
  }),
  define('relationships', ([v = null]) => pathPart('relationships', v, 'relationships'), {
    accepts: [['PATH']],
    returns: 'LIST',
  }),
  define('rels', ([v = null]) => pathPart('rels', v, 'relationships'), {
    accepts: [['PATH']],
    returns: 'LIST',
  }),
  define('length', ([v = null]) => length(v), {
    accepts: [['PATH', 'STRING', 'LIST']],
    returns: 'INTEGER',
  }),
  define('size', ([v = null]) => size(v), { accepts: [['LIST', 'STRING']], returns: 'INTEGER' }),
  define('exists', ([v = null]) => v !== null, { nulls: true, returns: 'BOOLEAN' }),
];
