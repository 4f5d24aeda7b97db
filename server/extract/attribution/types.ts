import type { Span } from '../nlp/types.ts';

/**
 * Somebody's words, belief or wish reported by the document: source, cue and content after PARC 3.0
 * (Pareti 2012) and PolNeAR (Newell, Margolin and Ruths 2018). Spans stand in text order, do not
 * overlap one another, and may be several (discontinuous).
 */
export interface Attribution {
  /** Words that name who said it, here; empty where the passage names nobody. */
  readonly source: readonly Span[];
  /** The words that attribute ("said", "according to"); a colon or dash for verbless shapes. */
  readonly cue: readonly Span[];
  /** What was said; never empty. */
  readonly content: readonly Span[];
  /** All content in quotation marks, none of it, or part of it. */
  readonly mode: 'direct' | 'indirect' | 'mixed';
  /** True for saying and writing; false for belief, wish, plan, knowledge or feeling. */
  readonly speech: boolean;
  /** True where the cue is negated ("did not say that ..."). */
  readonly negated: boolean;
  /** Probability, 0 to 1, that content and source are right; calibrated (docs/model-card.md). */
  readonly confidence: number;
}
