import type { Compiler, PatternPlan } from '../exec/compiler.ts';
import { compile, compilePredicate } from '../exec/expression.ts';
import { expand, expandWalks, scanRelationships } from '../exec/expand.ts';
import { followBound } from '../exec/follow-bound.ts';
import { checkNode, scanNodes } from '../exec/nodes.ts';
import { buildPath, searchShortest } from '../exec/paths.ts';
import { filter } from '../exec/rows.ts';
import type { ExpandStep } from '../exec/step.ts';
import type { Operator } from '../exec/operator.ts';
import { compilePathTests } from '../exec/path-tests.ts';
import { compileAccept, shortestSearch } from '../exec/shortest.ts';
import type { Direction } from '../graph.ts';
import type { Expression, PathPattern } from '../syntax/ast.ts';
import type { NodeStart } from './access.ts';
import { chooseStart } from './access.ts';
import { describeExpression, describeNode, describeRelationship, shown } from './describe.ts';
import type {
  Conjunct,
  NodeVariable,
  PathVariable,
  PatternGraph,
  RelationshipVariable,
} from './pattern.ts';
import { readPatterns } from './pattern.ts';
import { pushPattern } from './pushdown.ts';

/** Plans the patterns and the WHERE of one MATCH. */
export function planMatch(
  patterns: readonly PathPattern[],
  where: Expression | null,
  compiler: Compiler,
): PatternPlan {
  const graph = readPatterns(patterns, where, compiler.bindings, compiler.frame);
  const inner = { ...compiler, bindings: graph.bindings };
  const pushed = soughtByRow(graph, inner, compiler) ? null : pushPattern(graph, inner);
  if (pushed) return { ...pushed, bindings: graph.bindings };
  const plan = new MatchPlanner(graph, inner, compiler).plan();
  return { plan, bindings: graph.bindings };
}

/**
 * Whether an index finds a node by what each row brings: asked whole, the pattern would be fetched
 * again for every row.
 */
function soughtByRow(pattern: PatternGraph, inner: Compiler, { bindings }: Compiler): boolean {
  const brought = pattern.conjuncts.filter(({ names }) => {
    return [...names].some((name) => bindings.has(name));
  });
  if (brought.length === 0) return false;
  const known = (names: Iterable<string>) => [...names].every((name) => bindings.has(name));
  return [...pattern.nodes.values()].some((node) => {
    return chooseStart(node, brought, known, inner).name === 'NodeIndexSeek';
  });
}

const opposite: Readonly<Record<Direction, Direction>> = { out: 'in', in: 'out', both: 'both' };

/**
 * Greedy planning: begin at the node that is cheapest to find, expand where the fewest rows are
 * expected, and apply every condition as soon as its variables are bound.
 */
class MatchPlanner {
  private readonly pattern: PatternGraph;
  private readonly compiler: Compiler;
  private readonly operators: Operator[] = [];
  private readonly solved: Set<string>;
  private readonly placed = new Set<Conjunct>();
  private readonly taken = new Set<RelationshipVariable>();

  constructor(pattern: PatternGraph, compiler: Compiler, outer: Compiler) {
    this.pattern = pattern;
    this.compiler = compiler;
    this.solved = new Set(outer.bindings.keys());
  }

  plan(): Operator[] {
    this.placeConjuncts();
    this.checkBoundNodes();
    for (;;) {
      const relationship = this.nextRelationship();
      if (relationship) this.solve(relationship);
      else if (!this.startSomewhere()) break;
    }
    this.finishPaths();
    return this.operators;
  }

  private add(operator: Operator, ...names: readonly string[]): void {
    this.operators.push(operator);
    for (const name of names) this.solved.add(name);
    this.finishPaths();
    this.placeConjuncts();
  }

  private placeConjuncts(): void {
    for (const conjunct of this.pattern.conjuncts) {
      if (this.placed.has(conjunct) || !this.ready(conjunct)) continue;
      this.placed.add(conjunct);
      const { expression } = conjunct;
      this.operators.push(
        filter(describeExpression(expression), compilePredicate(expression, this.compiler)),
      );
    }
  }

  private ready({ names }: Conjunct): boolean {
    return [...names].every((name) => this.solved.has(name) || !this.pattern.bindings.has(name));
  }

  private checkBoundNodes(): void {
    for (const node of this.pattern.nodes.values()) {
      if (!node.bound) continue;
      const details = describeNode(node.name, node.labels);
      this.operators.push(checkNode(details, node.slot, [...node.labels]));
    }
  }

  private finishPaths(): void {
    for (const path of this.pattern.paths) {
      if (this.solved.has(path.name) || path.shortest) continue;
      if (!path.needs.every((name) => this.solved.has(name) && !this.pending(name))) continue;
      this.solved.add(path.name);
      this.operators.push(buildPath(shown(path.name), path.slot, path.parts));
    }
  }

  /** A relationship bound from outside is solved only once it has been followed here. */
  private pending(name: string): boolean {
    return this.pattern.relationships.some((r) => r.name === name && !this.taken.has(r));
  }

  private open(): RelationshipVariable[] {
    return this.pattern.relationships.filter((relationship) => !this.taken.has(relationship));
  }

  /** The cheapest relationship that can be solved now: bound ones, then those that only check. */
  private nextRelationship(): RelationshipVariable | null {
    const ranked = this.open()
      .map((relationship) => ({ relationship, cost: this.cost(relationship) }))
      .filter(({ cost }) => cost !== null)
      .sort((a, b) => (a.cost ?? 0) - (b.cost ?? 0));
    return ranked[0]?.relationship ?? null;
  }

  private cost(relationship: RelationshipVariable): number | null {
    const { bound, from, to, pattern, shortest } = relationship;
    const [left, right] = [this.solved.has(from.name), this.solved.has(to.name)];
    if (bound) return 0;
    if (shortest) {
      if (!left || !right) return null;
      const ready = this.conditionsOn(relationship).every((conjunct) => {
        return this.othersSolved(conjunct, relationship);
      });
      return ready ? 1 : Number.MAX_VALUE;
    }
    if (!left && !right) return null;
    const { graph } = this.compiler;
    const types = pattern.types.length > 0 ? pattern.types : null;
    const fanOut = graph.countRelationships(types) / Math.max(1, graph.countNodes(null));
    const hops = pattern.length ? 10 + (pattern.length.max ?? 10) : 1;
    return left && right ? hops : hops * (2 + fanOut);
  }

  private step(relationship: RelationshipVariable, reversed: boolean): ExpandStep {
    const { pattern } = relationship;
    const [from, to] = reversed
      ? [relationship.to, relationship.from]
      : [relationship.from, relationship.to];
    return {
      from: from.slot,
      relationship: relationship.slot,
      to: to.slot,
      expansion: {
        direction: reversed ? opposite[pattern.direction] : pattern.direction,
        types: pattern.types.length > 0 ? pattern.types : null,
      },
      into: this.solved.has(to.name),
      labels: [...to.labels],
      distinctFrom: this.rivals(relationship),
    };
  }

  /** Relationships solved before in this MATCH that could be the same one. */
  private rivals({ pattern }: RelationshipVariable): number[] {
    return [...this.taken]
      .filter(({ shortest }) => !shortest)
      .filter(({ pattern: { types } }) => {
        const free = types.length === 0 || pattern.types.length === 0;
        return free || types.some((type) => pattern.types.includes(type));
      })
      .map(({ slot }) => slot);
  }

  private solve(relationship: RelationshipVariable): void {
    const { from, to, name } = relationship;
    const reversed = !this.solved.has(from.name);
    const step = this.step(relationship, reversed);
    const operator = this.operatorFor(relationship, step, reversed);
    this.taken.add(relationship);
    const path = this.pattern.paths.find(({ shortest, needs }) => shortest && needs.includes(name));
    this.add(operator, name, from.name, to.name, ...(path ? [path.name] : []));
  }

  private operatorFor(
    relationship: RelationshipVariable,
    step: ExpandStep,
    reversed: boolean,
  ): Operator {
    const { pattern, bound, shortest } = relationship;
    const details = this.describe(relationship);
    if (shortest) return this.shortestOperator(relationship, shortest, details);
    if (bound) return this.boundOperator(relationship, details);
    if (!pattern.length) return expand(details, step);
    const accept = compileAccept(pattern.properties, this.compiler, compile);
    return expandWalks(details, { ...step, ...pattern.length, reversed, accept });
  }

  private boundOperator(relationship: RelationshipVariable, details: string): Operator {
    const step = this.step(relationship, false);
    const fromBound = this.solved.has(relationship.from.name);
    return followBound(details, {
      ...step,
      fromBound,
      into: step.into || relationship.from === relationship.to,
    });
  }

  private shortestOperator(
    relationship: RelationshipVariable,
    pattern: PathPattern,
    details: string,
  ): Operator {
    const { search, accept } = shortestSearch(pattern, this.compiler, compile);
    const path = this.pathOf(relationship);
    const place = { path: path ?? relationship, relationship };
    const conditions = this.conditionsOn(relationship).filter((conjunct) => {
      return this.othersSolved(conjunct, relationship);
    });
    for (const conjunct of conditions) this.placed.add(conjunct);
    const expressions = conditions.map(({ expression }) => expression);
    const where = expressions.map(describeExpression).join(' AND ');
    return searchShortest(`${details}${where ? ` where ${where}` : ''}`, {
      from: relationship.from.slot,
      to: relationship.to.slot,
      relationship: relationship.slot,
      path: place.path.slot,
      search,
      accept,
      tests: compilePathTests(expressions, place, this.compiler),
    });
  }

  private pathOf({ name }: RelationshipVariable): PathVariable | undefined {
    return this.pattern.paths.find(({ shortest, needs }) => shortest && needs.includes(name));
  }

  /** Conditions that name the path of a search or its relationships: they restrict the search. */
  private conditionsOn(relationship: RelationshipVariable): Conjunct[] {
    const own = [relationship.name, this.pathOf(relationship)?.name ?? relationship.name];
    return this.pattern.conjuncts.filter(({ names }) => own.some((name) => names.has(name)));
  }

  private othersSolved({ names }: Conjunct, relationship: RelationshipVariable): boolean {
    const own = [relationship.name, this.pathOf(relationship)?.name];
    return [...names].every((name) => {
      return own.includes(name) || this.solved.has(name) || !this.pattern.bindings.has(name);
    });
  }

  private describe({ from, to, name, pattern }: RelationshipVariable): string {
    const middle = describeRelationship(name, pattern);
    return describeNode(from.name) + middle + describeNode(to.name, to.labels);
  }

  /** Finds the next node to begin at; false where every node is solved. */
  private startSomewhere(): boolean {
    const unsolved = [...this.pattern.nodes.values()].filter(({ name }) => !this.solved.has(name));
    if (unsolved.length === 0) return false;
    const starts = unsolved.map((node) => this.startOf(node));
    const best = starts.reduce((a, b) => (b.cost < a.cost ? b : a));
    if (this.scanCheaperRelationship(best.cost)) return true;
    const { node, name, details, nodesOf } = best;
    this.add(scanNodes(name, details, node.slot, [...node.labels], nodesOf), node.name);
    return true;
  }

  private startOf(node: NodeVariable): NodeStart {
    const usable = this.pattern.conjuncts.filter((conjunct) => !this.placed.has(conjunct));
    const known = (names: Iterable<string>) =>
      [...names].every((name) => this.solved.has(name) || !this.pattern.bindings.has(name));
    return chooseStart(node, usable, known, this.compiler);
  }

  /** Where no node is easy to find, a scan over relationships of few types may be cheaper. */
  private scanCheaperRelationship(nodeCost: number): boolean {
    const { graph } = this.compiler;
    const usable = this.open().find(({ pattern, from, to, bound, shortest }) => {
      if (bound || shortest || pattern.length || pattern.types.length === 0 || from === to) {
        return false;
      }
      const free = from.labels.size === 0 && to.labels.size === 0;
      return free && graph.countRelationships(pattern.types) < nodeCost;
    });
    if (!usable || [usable.from, usable.to].some(({ name }) => this.solved.has(name))) return false;
    const step = this.step(usable, false);
    this.taken.add(usable);
    const operator = scanRelationships(this.describe(usable), step);
    this.add(operator, usable.name, usable.from.name, usable.to.name);
    return true;
  }
}
