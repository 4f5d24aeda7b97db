import { runQuery } from '../../server/query/cypher/engine.ts';
import type { GraphNode, GraphRelationship } from '../../server/query/cypher/graph.ts';
import { MemoryGraph } from '../../server/query/cypher/memory-graph.ts';
import type { NodePattern, PathPattern } from '../../server/query/cypher/syntax/ast.ts';
import { parseSubquery } from '../../server/query/cypher/syntax/clauses.ts';
import { parseExpression } from '../../server/query/cypher/syntax/expressions.ts';
import { parsePattern } from '../../server/query/cypher/syntax/patterns.ts';
import { Tokens } from '../../server/query/cypher/syntax/tokens.ts';
import type { Value } from '../../server/query/cypher/value.ts';
import { isMap, isNode, isRelationship } from '../../server/query/cypher/value.ts';

type Bindings = Map<string, Value>;

/**
 * Runs the setup statements of scenarios: CREATE and DELETE, with whatever reads between them left
 * to the engine under test. Test code only; the engine itself never writes.
 */
export class Loader {
  graph = new MemoryGraph();

  run(text: string): void {
    let rows: Bindings[] = [new Map()];
    for (const segment of segments(text)) {
      if (segment.keyword === 'CREATE') rows = rows.map((row) => this.create(segment.text, row));
      else if (segment.keyword === 'DELETE') rows = this.delete(segment.text, rows);
      else rows = rows.flatMap((row) => this.read(segment.text, row));
    }
  }

  private read(text: string, row: Bindings): Bindings[] {
    const names = [...row.keys()];
    const given = names.map((name) => `$\`${name}\` AS \`${name}\``).join(', ');
    const query = `${given ? `WITH ${given} ` : ''}${text} RETURN *`;
    const { columns, rows } = runQuery(query, this.graph, { parameters: row });
    return [...rows].map((values) => new Map(columns.map((name, i) => [name, values[i] ?? null])));
  }

  private create(text: string, row: Bindings): Bindings {
    const bindings = new Map(row);
    for (const pattern of patternsOf(text)) this.createPattern(pattern, text, bindings);
    return bindings;
  }

  private createPattern(pattern: PathPattern, text: string, bindings: Bindings): void {
    const nodes = pattern.nodes.map((node) => this.createNode(node, text, bindings));
    pattern.relationships.forEach((step, i) => {
      const ends = [nodes[i], nodes[i + 1]] as const;
      const [start, end] = step.direction === 'in' ? [ends[1], ends[0]] : ends;
      if (!start || !end) throw new Error('A relationship without ends.');
      const properties = this.properties(step.properties, text, bindings);
      const made = this.graph.addRelationship(step.types[0] ?? '', start, end, properties);
      if (step.variable !== null) bindings.set(step.variable, made);
    });
  }

  private createNode(node: NodePattern, text: string, bindings: Bindings): GraphNode {
    const known = node.variable === null ? null : (bindings.get(node.variable) ?? null);
    if (isNode(known)) return known;
    const properties = this.properties(node.properties, text, bindings);
    const made = this.graph.addNode(node.labels, properties);
    if (node.variable !== null) bindings.set(node.variable, made);
    return made;
  }

  private properties(
    map: NodePattern['properties'],
    text: string,
    bindings: Bindings,
  ): Iterable<readonly [string, Value]> {
    if (!map) return [];
    const source = balanced(text, map.at.offset);
    const [row] = this.read(
      `WITH *, ${source} AS \`the map\``,
      new Map([...bindings, ['_', null]]),
    );
    const value = row?.get('the map') ?? null;
    if (!isMap(value)) throw new Error(`Not a map: ${source}`);
    return value;
  }

  /** Rebuilds the graph without the relationships named; node keys stay as they were. */
  private delete(text: string, rows: readonly Bindings[]): Bindings[] {
    const name = text.trim();
    const gone = new Set(rows.map((row) => row.get(name) ?? null));
    const old = this.graph;
    this.graph = new MemoryGraph();
    const nodes = [...old.nodes()].map((node) =>
      this.graph.addNode(node.labels, node.properties()),
    );
    const moved = (node: GraphNode) => nodes[Number(node.key)] as GraphNode;
    const kept = [...old.relationships(null)].filter((edge) => !isGone(edge, gone));
    for (const edge of kept) {
      this.graph.addRelationship(edge.type, moved(edge.start), moved(edge.end), edge.properties());
    }
    return rows.map(
      (row) => new Map([...row].map(([key, value]) => [key, isNode(value) ? moved(value) : value])),
    );
  }
}

function isGone(edge: GraphRelationship, gone: ReadonlySet<Value>): boolean {
  return [...gone].some((value) => isRelationship(value) && value.key === edge.key);
}

interface Segment {
  readonly keyword: 'CREATE' | 'DELETE' | null;
  readonly text: string;
}

const clauseWords = new Set([
  'CREATE',
  'DELETE',
  'MATCH',
  'OPTIONAL',
  'UNWIND',
  'WITH',
  'SET',
  'MERGE',
]);

/** Splits a statement where a CREATE or DELETE begins or ends. */
function segments(text: string): Segment[] {
  const tokens = cursor(text);
  const starts: { offset: number; word: string }[] = [];
  for (let depth = 0; tokens.peek().kind !== 'end';) {
    const { kind, upper, at, text: symbol } = tokens.take();
    if (kind === 'symbol' && '([{'.includes(symbol)) depth += 1;
    if (kind === 'symbol' && ')]}'.includes(symbol)) depth -= 1;
    if (depth === 0 && kind === 'name' && clauseWords.has(upper)) {
      starts.push({ offset: at.offset, word: upper });
    }
  }
  const writes = (word: string) => word === 'CREATE' || word === 'DELETE';
  const kept = starts.filter(
    ({ word }, i) => i === 0 || writes(word) || writes(starts[i - 1]?.word ?? ''),
  );
  return kept.map(({ offset, word }, i) => {
    const body = text.slice(offset, kept[i + 1]?.offset ?? text.length).replace(/;\s*$/, '');
    if (word !== 'CREATE' && word !== 'DELETE') return { keyword: null, text: body };
    return { keyword: word, text: body.slice(word.length) };
  });
}

function cursor(text: string): Tokens {
  return new Tokens(text, { expression: parseExpression, subquery: parseSubquery });
}

function patternsOf(text: string): PathPattern[] {
  const tokens = cursor(text);
  const patterns: PathPattern[] = [];
  do patterns.push(parsePattern(tokens));
  while (tokens.symbol(','));
  if (tokens.peek().kind !== 'end') throw tokens.unexpected('a comma');
  return patterns;
}

/** The text of the map that opens at an offset. */
function balanced(text: string, offset: number): string {
  const tokens = cursor(text.slice(offset));
  let depth = 0;
  do {
    const token = tokens.take();
    if (token.kind === 'symbol' && token.text === '{') depth += 1;
    if (token.kind === 'symbol' && token.text === '}') depth -= 1;
  } while (depth > 0);
  return text.slice(offset, offset + tokens.lastEnd);
}
