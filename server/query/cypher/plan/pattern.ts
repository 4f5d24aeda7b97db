import type { Expression, PathPattern, RelationshipPattern } from '../syntax/ast.ts';
import { mentionedNames } from '../syntax/walk.ts';
import type { Bindings, Frame } from '../exec/operator.ts';
import type { PathPart } from '../exec/paths.ts';
import { hiddenName } from './describe.ts';

/** A node variable of a MATCH, with the labels of all its occurrences. */
export interface NodeVariable {
  readonly name: string;
  readonly slot: number;
  readonly labels: Set<string>;
  readonly bound: boolean;
}

export interface RelationshipVariable {
  readonly name: string;
  readonly slot: number;
  readonly from: NodeVariable;
  readonly to: NodeVariable;
  readonly pattern: RelationshipPattern;
  /** Bound before this MATCH. */
  readonly bound: boolean;
  /** Set for shortestPath and allShortestPaths, which search instead of expanding. */
  readonly shortest: PathPattern | null;
}

export interface PathVariable {
  readonly name: string;
  readonly slot: number;
  readonly parts: readonly PathPart[];
  readonly needs: readonly string[];
  readonly shortest: boolean;
}

/** One of the conditions that WHERE and `{key: value}` join by AND. */
export interface Conjunct {
  readonly expression: Expression;
  readonly names: ReadonlySet<string>;
}

/** The patterns of one MATCH as variables and conditions. */
export interface PatternGraph {
  readonly nodes: ReadonlyMap<string, NodeVariable>;
  readonly relationships: readonly RelationshipVariable[];
  readonly paths: readonly PathVariable[];
  readonly conjuncts: readonly Conjunct[];
  readonly bindings: Bindings;
}

function conjuncts(where: Expression | null): Expression[] {
  if (!where) return [];
  if (where.kind !== 'binary' || where.operator !== 'AND') return [where];
  return [...conjuncts(where.left), ...conjuncts(where.right)];
}

/** Reads patterns into variables, giving slots to those that are new. */
export function readPatterns(
  patterns: readonly PathPattern[],
  where: Expression | null,
  outer: Bindings,
  frame: Frame,
): PatternGraph {
  return new PatternReader(outer, frame).read(patterns, where);
}

class PatternReader {
  private readonly bindings: Map<string, number>;
  private readonly outer: Bindings;
  private readonly frame: Frame;
  private readonly nodes = new Map<string, NodeVariable>();
  private readonly relationships: RelationshipVariable[] = [];
  private readonly paths: PathVariable[] = [];
  private readonly expressions: Expression[] = [];

  constructor(outer: Bindings, frame: Frame) {
    this.outer = outer;
    this.frame = frame;
    this.bindings = new Map(outer);
  }

  read(patterns: readonly PathPattern[], where: Expression | null): PatternGraph {
    for (const pattern of patterns) this.readPath(pattern);
    const all = [...this.expressions, ...conjuncts(where)];
    return {
      nodes: this.nodes,
      relationships: this.relationships,
      paths: this.paths,
      conjuncts: all.map((expression) => ({ expression, names: mentionedNames(expression) })),
      bindings: this.bindings,
    };
  }

  private slotOf(name: string): number {
    const known = this.bindings.get(name);
    if (known !== undefined) return known;
    const slot = this.frame.slot();
    this.bindings.set(name, slot);
    return slot;
  }

  private readPath(pattern: PathPattern): void {
    const nodes = pattern.nodes.map((node) => this.readNode(node));
    const relationships = pattern.relationships.map((relationship, i) =>
      this.readRelationship(relationship, nodes[i], nodes[i + 1], pattern),
    );
    if (pattern.variable === null && !pattern.shortest) return;
    const name = pattern.variable ?? hiddenName();
    const parts = nodes.map((node, i) => ({
      node: node.slot,
      relationship: relationships[i]?.slot ?? null,
    }));
    const needs = [...nodes, ...relationships].map((element) => element.name);
    const shortest = pattern.shortest !== null;
    this.paths.push({ name, slot: this.slotOf(name), parts, needs, shortest });
  }

  private readNode(node: PathPattern['nodes'][number]): NodeVariable {
    const name = node.variable ?? hiddenName();
    const variable = this.nodes.get(name) ?? {
      name,
      slot: this.slotOf(name),
      labels: new Set<string>(),
      bound: this.outer.has(name),
    };
    for (const label of node.labels) variable.labels.add(label);
    this.nodes.set(name, variable);
    this.addProperties(name, node.properties);
    return variable;
  }

  /** `{key: value}` says the same as `name.key = value`. */
  private addProperties(name: string, properties: Expression | null): void {
    if (properties?.kind !== 'map') return;
    const { at } = properties;
    for (const { key, value } of properties.entries) {
      const object: Expression = { kind: 'variable', at, name };
      const property: Expression = { kind: 'property', at, object, name: key };
      this.expressions.push({
        kind: 'comparison',
        at,
        operands: [property, value],
        operators: ['='],
      });
    }
  }

  private readRelationship(
    pattern: RelationshipPattern,
    from: NodeVariable | undefined,
    to: NodeVariable | undefined,
    path: PathPattern,
  ): RelationshipVariable {
    if (!from || !to) throw new Error('A relationship pattern lacks a node.');
    const name = pattern.variable ?? hiddenName();
    const bound = this.outer.has(name);
    const slot = this.slotOf(name);
    const shortest = path.shortest ? path : null;
    const relationship = { name, slot, from, to, pattern, bound, shortest };
    this.relationships.push(relationship);
    if (!pattern.length && !shortest) this.addProperties(name, pattern.properties);
    return relationship;
  }
}
