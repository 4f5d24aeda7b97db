import type { GraphNode, GraphRelationship } from '../graph.ts';
import type { Expression, ExpressionOf } from '../syntax/ast.ts';
import { mentionedNames } from '../syntax/walk.ts';
import type { Path, Value } from '../value.ts';
import type { Compiler } from './compiler.ts';
import { bind } from './compiler.ts';
import { compile } from './expression.ts';
import { truth } from './logic.ts';
import type { Context, Row } from './operator.ts';

/** What WHERE asks of a shortest path, as far as the search itself can see to it. */
export interface PathTests {
  readonly node: (node: GraphNode) => boolean;
  readonly relationship: (relationship: GraphRelationship) => boolean;
  /** What only a whole path can tell; null where nothing is left. */
  readonly path: ((path: Path) => boolean) | null;
}

export type TestsOf = (row: Row, context: Context) => PathTests;

/** The slots a found path goes into, and the names of the two variables. */
export interface PathPlace {
  readonly path: { readonly name: string; readonly slot: number };
  readonly relationship: { readonly name: string; readonly slot: number };
}

type Test = (row: Row, context: Context) => (item: Value) => boolean;

/**
 * Conditions on a shortest path that restrict the search for it. `all(x IN nodes(p) WHERE ...)`
 * and `none`, also over relationships, keep it from elements that fail; the others are asked of
 * every path found, shortest first.
 */
export function compilePathTests(
  conditions: readonly Expression[],
  place: PathPlace,
  compiler: Compiler,
): TestsOf {
  const elements = conditions.map((e) => elementTest(e, place, compiler));
  const ofKind = (kind: 'node' | 'relationship') =>
    elements.flatMap((found) => (found?.kind === kind ? [found.test] : []));
  const [nodes, relationships] = [ofKind('node'), ofKind('relationship')];
  const rest = conditions
    .filter((_, i) => !elements[i])
    .map((expression) => compile(expression, compiler));
  return (row, context) => {
    const bound = (tests: readonly Test[]) => {
      const ready = tests.map((test) => test(row, context));
      return (item: Value) => ready.every((holds) => holds(item));
    };
    const path = (found: Path) => {
      const local = row.slice();
      local[place.path.slot] = found;
      local[place.relationship.slot] = found.relationships;
      return rest.every((predicate) => truth(predicate(local, context)) === true);
    };
    return {
      node: bound(nodes),
      relationship: bound(relationships),
      path: rest.length > 0 ? path : null,
    };
  };
}

/** A test of single elements that the whole condition amounts to; null where it is none. */
function elementTest(
  e: Expression,
  place: PathPlace,
  compiler: Compiler,
): { kind: 'node' | 'relationship'; test: Test } | null {
  if (e.kind !== 'quantifier' || (e.quantifier !== 'all' && e.quantifier !== 'none')) return null;
  const kind = elementsOf(e.list, place);
  const names = e.where && mentionedNames(e.where);
  const own = [place.path.name, place.relationship.name];
  if (!kind || !names || own.some((name) => names.has(name) || e.variable === name)) return null;
  return { kind, test: compileTest(e, compiler) };
}

/** `nodes(p)`, `relationships(p)`, or the variable of the relationships. */
function elementsOf(list: Expression, place: PathPlace): 'node' | 'relationship' | null {
  if (list.kind === 'variable') {
    return list.name === place.relationship.name ? 'relationship' : null;
  }
  const [argument] = list.kind === 'call' ? (list.args ?? []) : [];
  if (argument?.kind !== 'variable' || argument.name !== place.path.name) return null;
  const name = list.kind === 'call' ? list.name.toLowerCase() : '';
  if (name === 'nodes') return 'node';
  return name === 'relationships' || name === 'rels' ? 'relationship' : null;
}

function compileTest(e: ExpressionOf<'quantifier'>, compiler: Compiler): Test {
  const slot = compiler.frame.slot();
  const inner = bind(compiler, [[e.variable, slot]]);
  const where = e.where && compile(e.where, inner);
  const wanted = e.quantifier === 'all';
  return (row, context) => {
    const local = row.slice();
    return (item) => {
      local[slot] = item;
      return truth(where?.(local, context) ?? null) === wanted;
    };
  };
}
