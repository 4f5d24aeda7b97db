/** Where in the query text something stands: `offset` in UTF-16 units from 0; line and column from 1. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** The error types of the openCypher TCK, and three of our own (refusals and limits). */
export type ErrorType =
  | 'SyntaxError'
  | 'SemanticError'
  | 'ParameterMissing'
  | 'EntityNotFound'
  | 'TypeError'
  | 'ArgumentError'
  | 'ArithmeticError'
  | 'ProcedureError'
  | 'WriteRefused'
  | 'LimitExceeded';

export type ErrorPhase = 'compile time' | 'runtime';

/**
 * Every refusal of the Cypher engine. `code` is stable and made of the openCypher detail, such as
 * `cypher.UndefinedVariable`; `position` is null only where the failing value has no one place in
 * the query (a row limit, say).
 */
export class CypherError extends Error {
  override readonly name = 'CypherError';
  readonly type: ErrorType;
  readonly phase: ErrorPhase;
  readonly detail: string;
  readonly position: Position | null;

  constructor(
    type: ErrorType,
    phase: ErrorPhase,
    detail: string,
    message: string,
    position: Position | null = null,
  ) {
    super(message);
    this.type = type;
    this.phase = phase;
    this.detail = detail;
    this.position = position;
  }

  get code(): string {
    return `cypher.${this.detail}`;
  }

  /** The same refusal at a place, for errors raised by functions that know no positions. */
  at(position: Position): CypherError {
    if (this.position) return this;
    return new CypherError(this.type, this.phase, this.detail, this.message, position);
  }
}

/** A SyntaxError found before anything runs, which is what most refusals are. */
export function syntaxError(detail: string, message: string, position: Position): CypherError {
  return new CypherError('SyntaxError', 'compile time', detail, message, position);
}

export function typeError(detail: string, message: string): CypherError {
  return new CypherError('TypeError', 'runtime', detail, message);
}

export function argumentError(detail: string, message: string): CypherError {
  return new CypherError('ArgumentError', 'runtime', detail, message);
}

export function arithmeticError(detail: string, message: string): CypherError {
  return new CypherError('ArithmeticError', 'runtime', detail, message);
}
