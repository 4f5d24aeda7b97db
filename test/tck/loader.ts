import { runQuery } from '../../server/query/cypher/engine.ts';
import { MemoryGraph } from '../query/cypher/memory-graph.ts';
import type { NodePattern, PathPattern } from '../../server/query/cypher/syntax/ast.ts';
import { parsePattern } from '../../server/query/cypher/syntax/patterns.ts';
import type { Tokens } from '../../server/query/cypher/syntax/tokens.ts';
import type { Value } from '../../server/query/cypher/value.ts';
import { isList, isMap, isNode, isPath, isRelationship } from '../../server/query/cypher/value.ts';
import type { Segment } from './segments.ts';
import { cursor, statements } from './segments.ts';
import type { Frozen } from './setup-graph.ts';
import { SetupGraph } from './setup-graph.ts';

type Bindings = Map<string, Value>;

/** A name that no statement uses. */
const RESULT = 'the value asked for';

/**
 * Runs the setup statements of scenarios: CREATE, MERGE, SET, REMOVE, DELETE and FOREACH, with
 * whatever reads between them left to the engine under test. Test code only; the engine itself
 * never writes. Clauses run row by row, each row's writing being seen by the next.
 */
export class Loader {
  private readonly setup = new SetupGraph();
  private readonly parameters: ReadonlyMap<string, Value>;

  constructor(parameters: ReadonlyMap<string, Value> = new Map()) {
    this.parameters = parameters;
  }

  get graph(): MemoryGraph {
    return this.setup.graph();
  }

  run(text: string): void {
    for (const segments of statements(text)) this.runSegments(segments, [new Map()]);
  }

  private runSegments(segments: readonly Segment[], start: Bindings[]): void {
    let rows = start;
    for (const segment of segments) {
      if (segment.kind === 'RETURN') return;
      rows = segment.kind === 'READ' ? this.readAll(segment.text, rows) : this.write(segment, rows);
    }
  }

  private readAll(text: string, rows: readonly Bindings[]): Bindings[] {
    return rows.flatMap((row) => this.read(`${text} RETURN *`, row));
  }

  private read(text: string, row: Bindings, graph: MemoryGraph = this.graph): Bindings[] {
    const names = [...row.keys()];
    const given = names.map((name) => `$\`row ${name}\` AS \`${name}\``).join(', ');
    const parameters = new Map([
      ...this.parameters,
      ...[...row].map(([name, value]) => [`row ${name}`, value] as const),
    ]);
    const { columns, rows } = runQuery(`${given ? `WITH ${given} ` : ''}${text}`, graph, {
      parameters,
    });
    return [...rows].map((values) => new Map(columns.map((name, i) => [name, values[i] ?? null])));
  }

  /** Writes for each row; what the rows hold is read anew after each write. */
  private write({ kind, text }: Segment, rows: readonly Bindings[]): Bindings[] {
    if (kind === 'DELETE' || kind === 'DETACH') return this.delete(text, rows);
    const frozen = rows.map((row) => [...row].map(([k, v]) => [k, this.setup.frozen(v)] as const));
    const written = frozen.flatMap((entries) => {
      const row = new Map(entries.map(([key, value]) => [key, this.setup.renewed(value)]));
      return this.writeRow(kind, text, row).map((made) =>
        [...made].map(([key, value]) => [key, this.setup.frozen(value)] as const),
      );
    });
    return written.map((entries) => new Map(entries.map(([k, v]) => [k, this.setup.renewed(v)])));
  }

  private writeRow(kind: Segment['kind'], text: string, row: Bindings): Bindings[] {
    if (kind === 'CREATE') return [this.create(patternsOf(text), text, row)];
    if (kind === 'MERGE') return this.merge(text, row);
    if (kind === 'FOREACH') return this.forEach(text, row);
    return [this.change(cursor(text), text, row, kind === 'SET')];
  }

  /** Only a pattern asks the graph, which need not be rebuilt for anything else. */
  private evaluate(text: string, row: Bindings): Value {
    const graph = /\)\s*<?-/.test(text) ? this.graph : new MemoryGraph();
    const query = `WITH *, ${text} AS \`${RESULT}\` RETURN *`;
    const [found] = this.read(query, new Map([...row, ['_', null]]), graph);
    return found?.get(RESULT) ?? null;
  }

  private create(patterns: readonly PathPattern[], text: string, row: Bindings): Bindings {
    let bindings = new Map<string, Frozen>(
      [...row].map(([key, value]) => [key, this.setup.frozen(value)] as const),
    );
    const renewed = () =>
      new Map([...bindings].map(([key, value]) => [key, this.setup.renewed(value)]));
    const bind = (name: string | null, number: number) => {
      if (name !== null) bindings = new Map([...bindings, [name, { number }]]);
    };
    for (const pattern of patterns) {
      const nodes = pattern.nodes.map((node) => {
        const known = node.variable === null ? null : renewed().get(node.variable);
        if (known && isNode(known)) return this.setup.numberOf(known);
        const made = this.setup.addNode(node.labels, this.properties(node, text, renewed()));
        bind(node.variable, made);
        return made;
      });
      const relationships = pattern.relationships.map((step, i) => {
        const ends = [nodes[i] ?? 0, nodes[i + 1] ?? 0] as const;
        const [start, end] = step.direction === 'in' ? [ends[1], ends[0]] : ends;
        const properties = this.properties(step, text, renewed());
        const made = this.setup.addRelationship(step.types[0] ?? '', [start, end], properties);
        bind(step.variable, made);
        return made;
      });
      if (pattern.variable !== null) {
        bindings = new Map([...bindings, [pattern.variable, { nodes, relationships }]]);
      }
    }
    return renewed();
  }

  private properties(
    { properties: map }: Pick<NodePattern, 'properties'>,
    text: string,
    row: Bindings,
  ): Iterable<readonly [string, Value]> {
    if (!map) return [];
    const source = balanced(text, map.at.offset);
    const value = this.evaluate(source, row);
    if (!isMap(value)) throw new Error(`Not a map: ${source}`);
    return value;
  }

  /** `pattern [ON CREATE SET ...] [ON MATCH SET ...]` */
  private merge(text: string, row: Bindings): Bindings[] {
    const t = cursor(text);
    const pattern = parsePattern(t);
    const source = text.slice(0, t.lastEnd);
    const actions: { created: boolean; text: string }[] = [];
    while (t.keyword('ON')) {
      const created = t.keyword('CREATE');
      if (!created) t.expectKeyword('MATCH');
      t.expectKeyword('SET');
      const start = t.at.offset;
      while (t.peek().kind !== 'end' && !t.isKeyword('ON')) t.take();
      actions.push({ created, text: text.slice(start, t.lastEnd) });
    }
    if (t.peek().kind !== 'end') throw t.unexpected('ON CREATE or ON MATCH');
    const found = this.read(`MATCH ${source} RETURN *`, row);
    const rows = found.length > 0 ? found : [this.create([pattern], text, row)];
    const wanted = actions.filter(({ created }) => created === (found.length === 0));
    return wanted.reduce(
      (all, action) => this.write({ kind: 'SET', text: action.text }, all),
      rows,
    );
  }

  /** SET and REMOVE: properties, whole maps (`=`, `+=`) and labels. */
  private change(t: Tokens, text: string, row: Bindings, set: boolean): Bindings {
    const frozen = [...row].map(([key, value]) => [key, this.setup.frozen(value)] as const);
    do {
      const bracket = t.symbol('(');
      const name = t.variable();
      if (bracket) t.expectSymbol(')');
      const now = new Map(frozen.map(([key, value]) => [key, this.setup.renewed(value)]));
      const entity = now.get(name) ?? null;
      const number = isNode(entity) || isRelationship(entity) ? this.setup.numberOf(entity) : null;
      this.changeOne(t, text, now, number, set);
    } while (t.symbol(','));
    if (t.peek().kind !== 'end') throw t.unexpected('a comma');
    return new Map(frozen.map(([key, value]) => [key, this.setup.renewed(value)]));
  }

  private changeOne(
    t: Tokens,
    text: string,
    row: Bindings,
    number: number | null,
    set: boolean,
  ): void {
    if (t.isSymbol(':')) {
      while (t.symbol(':')) {
        const label = t.schemaName('a label');
        if (number !== null) this.setup.setLabel(number, label, set);
      }
      return;
    }
    const key = t.symbol('.') ? t.schemaName('a property key') : null;
    if (!set) {
      if (number !== null && key !== null) this.setup.setProperty(number, key, null);
      return;
    }
    const adds = t.symbol('+=');
    if (!adds) t.expectSymbol('=');
    const start = t.at.offset;
    t.expression();
    const value = this.evaluate(text.slice(start, t.lastEnd), row);
    if (number === null) return;
    if (key !== null) this.setup.setProperty(number, key, value);
    else this.setAll(number, value, adds);
  }

  private setAll(number: number, value: Value, adds: boolean): void {
    if (!adds) this.setup.clearProperties(number);
    const entity = isNode(value) || isRelationship(value) ? value.properties() : value;
    if (isMap(entity)) for (const [key, item] of entity) this.setup.setProperty(number, key, item);
  }

  /** `(variable IN list | clauses)`; the rows go on as they were. */
  private forEach(text: string, row: Bindings): Bindings[] {
    const t = cursor(text);
    t.expectSymbol('(');
    const name = t.variable();
    t.expectKeyword('IN');
    const start = t.at.offset;
    t.expression();
    const list = this.evaluate(text.slice(start, t.lastEnd), row);
    t.expectSymbol('|');
    const body = text.slice(t.at.offset, text.lastIndexOf(')'));
    const frozen = [...row].map(([key, value]) => [key, this.setup.frozen(value)] as const);
    const items = isList(list) ? list.map((item) => this.setup.frozen(item)) : [];
    const renewed = () => new Map(frozen.map(([key, value]) => [key, this.setup.renewed(value)]));
    for (const item of items) {
      const inner = new Map([...renewed(), [name, this.setup.renewed(item)]]);
      for (const segments of statements(body)) this.runSegments(segments, [inner]);
    }
    return [renewed()];
  }

  /** Deletes what the expressions give for all rows: nodes (with their relationships), paths. */
  private delete(text: string, rows: readonly Bindings[]): Bindings[] {
    const t = cursor(text);
    t.keyword('DELETE');
    const gone = new Set<number>();
    do {
      const start = t.at.offset;
      t.expression();
      const source = text.slice(start, t.lastEnd);
      for (const row of rows) {
        for (const entity of entitiesIn(this.evaluate(source, row))) {
          gone.add(this.setup.numberOf(entity));
        }
      }
    } while (t.symbol(','));
    const frozen = rows.map((row) => [...row].map(([k, v]) => [k, this.setup.frozen(v)] as const));
    for (const number of gone) this.setup.remove(number);
    return frozen.map(
      (row) => new Map(row.map(([key, value]) => [key, this.setup.renewed(value)])),
    );
  }
}

function entitiesIn(value: Value) {
  if (isNode(value) || isRelationship(value)) return [value];
  return isPath(value) ? [...value.relationships, ...value.nodes] : [];
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
