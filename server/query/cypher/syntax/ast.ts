import type { Position } from '../errors.ts';
import type { Direction } from '../graph.ts';

/** Every node of the tree knows where its text begins. */
interface Placed {
  readonly at: Position;
}

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '^'
  | 'AND'
  | 'OR'
  | 'XOR'
  | 'IN'
  | 'STARTS WITH'
  | 'ENDS WITH'
  | 'CONTAINS'
  | '=~';

export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=';
export type QuantifierName = 'all' | 'any' | 'none' | 'single';

export type Expression = Placed &
  (
    | { readonly kind: 'literal'; readonly value: null | boolean | bigint | number | string }
    | { readonly kind: 'parameter'; readonly name: string }
    | { readonly kind: 'variable'; readonly name: string }
    | { readonly kind: 'property'; readonly object: Expression; readonly name: string }
    | { readonly kind: 'index'; readonly object: Expression; readonly index: Expression }
    | {
        readonly kind: 'slice';
        readonly object: Expression;
        readonly from: Expression | null;
        readonly to: Expression | null;
      }
    | { readonly kind: 'list'; readonly items: readonly Expression[] }
    | { readonly kind: 'map'; readonly entries: readonly MapEntry[] }
    | {
        readonly kind: 'unary';
        readonly operator: '-' | '+' | 'NOT';
        readonly operand: Expression;
      }
    | {
        readonly kind: 'binary';
        readonly operator: BinaryOperator;
        readonly left: Expression;
        readonly right: Expression;
      }
    | {
        readonly kind: 'comparison';
        readonly operands: readonly Expression[];
        readonly operators: readonly ComparisonOperator[];
      }
    | { readonly kind: 'isNull'; readonly operand: Expression; readonly negated: boolean }
    | {
        readonly kind: 'hasLabels';
        readonly operand: Expression;
        readonly labels: readonly string[];
      }
    | FunctionCall
    | {
        readonly kind: 'case';
        readonly subject: Expression | null;
        readonly branches: readonly { readonly when: Expression; readonly then: Expression }[];
        readonly otherwise: Expression | null;
      }
    | {
        readonly kind: 'listComprehension';
        readonly variable: string;
        readonly list: Expression;
        readonly where: Expression | null;
        readonly projection: Expression | null;
      }
    | {
        readonly kind: 'quantifier';
        readonly quantifier: QuantifierName;
        readonly variable: string;
        readonly list: Expression;
        readonly where: Expression | null;
      }
    | {
        readonly kind: 'reduce';
        readonly accumulator: string;
        readonly initial: Expression;
        readonly variable: string;
        readonly list: Expression;
        readonly body: Expression;
      }
    | {
        readonly kind: 'patternComprehension';
        readonly pattern: PathPattern;
        readonly where: Expression | null;
        readonly projection: Expression;
      }
    | { readonly kind: 'patternPredicate'; readonly pattern: PathPattern }
    | {
        readonly kind: 'subquery';
        readonly form: 'exists' | 'count';
        readonly query: Query;
      }
  );

export type ExpressionOf<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

export interface FunctionCall {
  readonly kind: 'call';
  /** As written; functions are looked up without regard to case. */
  readonly name: string;
  readonly distinct: boolean;
  /** null for `count(*)`. */
  readonly args: readonly Expression[] | null;
}

export interface MapEntry {
  readonly key: string;
  readonly value: Expression;
}

export interface NodePattern extends Placed {
  readonly variable: string | null;
  readonly labels: readonly string[];
  readonly properties: Expression | null;
}

export interface RelationshipPattern extends Placed {
  readonly variable: string | null;
  /** Empty for any type. */
  readonly types: readonly string[];
  readonly properties: Expression | null;
  /** As read from left to right. */
  readonly direction: Direction;
  /** null for exactly one hop; `max` null for no bound. */
  readonly length: { readonly min: number; readonly max: number | null } | null;
}

/** `relationships[i]` stands between `nodes[i]` and `nodes[i + 1]`. */
export interface PathPattern extends Placed {
  readonly variable: string | null;
  readonly shortest: 'one' | 'all' | null;
  readonly nodes: readonly NodePattern[];
  readonly relationships: readonly RelationshipPattern[];
}

export interface ProjectionItem extends Placed {
  readonly expression: Expression;
  readonly alias: string | null;
  /** The expression as written, which names the column where there is no alias. */
  readonly text: string;
}

export interface SortItem extends Placed {
  readonly expression: Expression;
  readonly descending: boolean;
}

export interface Projection extends Placed {
  readonly kind: 'with' | 'return';
  readonly distinct: boolean;
  readonly star: boolean;
  readonly items: readonly ProjectionItem[];
  readonly orderBy: readonly SortItem[];
  readonly skip: Expression | null;
  readonly limit: Expression | null;
  /** Only after WITH. */
  readonly where: Expression | null;
}

export interface YieldItem extends Placed {
  readonly column: string;
  readonly variable: string;
}

export type Clause =
  | Projection
  | (Placed & {
      readonly kind: 'match';
      readonly optional: boolean;
      readonly patterns: readonly PathPattern[];
      readonly where: Expression | null;
    })
  | (Placed & { readonly kind: 'unwind'; readonly list: Expression; readonly variable: string })
  | (Placed & {
      readonly kind: 'call';
      readonly procedure: string;
      /** null where the arguments are taken from the parameters by name. */
      readonly args: readonly Expression[] | null;
      /** null where there is no YIELD. */
      readonly yields: readonly YieldItem[] | '*' | null;
      readonly where: Expression | null;
    });

export type ClauseOf<K extends Clause['kind']> = Extract<Clause, { kind: K }>;

export interface SingleQuery extends Placed {
  readonly clauses: readonly Clause[];
}

export interface Query extends Placed {
  readonly parts: readonly SingleQuery[];
  /** `unions[i]` joins `parts[i]` and `parts[i + 1]`. */
  readonly unions: readonly { readonly all: boolean; readonly at: Position }[];
}

export interface Statement {
  readonly explain: boolean;
  readonly query: Query;
}
