import type { CypherRequest } from '../../../contract/index.ts';
import type { ErrorPhase, ErrorType, Position } from '../errors.ts';

/** What the child is to open: a module with `openRecordGraph(dataDir)`, and the directory. */
export interface GraphSource {
  /** File URL of the module, named by the program itself and never by a request. */
  readonly module: string;
  readonly dataDir: string;
}

export interface QueryMessage {
  readonly id: number;
  readonly request: CypherRequest;
  /** Megabytes that its rows may take as JSON. */
  readonly answerMb: number;
}

/** What one process may take. */
export interface ProcessLimits {
  readonly memoryMb: number;
  readonly answerMb: number;
}

export interface Failure {
  /** `AnswerLimit`: the rows would take more than `answerMb`. */
  readonly type: ErrorType | 'Internal' | 'AnswerLimit';
  readonly phase: ErrorPhase;
  readonly detail: string;
  readonly message: string;
  readonly position: Position | null;
}

/**
 * What the child says. Rows come in parts, so that reading them never holds up the server; `json`
 * is a list of rows as JSON.
 */
export type ChildMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'rows'; readonly id: number; readonly json: string }
  | {
      readonly kind: 'done';
      readonly id: number;
      readonly columns: readonly string[];
      readonly truncated: boolean;
      readonly ms: number;
    }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure };
