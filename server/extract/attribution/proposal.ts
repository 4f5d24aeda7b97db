import { LABEL } from './argument-features.ts';
import type { CueSpan } from './cue-path.ts';

/** A cue that may be one, with its probability. */
export interface CueCandidate extends CueSpan {
  readonly probability: number;
}

/** How far a proposal agrees with labellings drawn from the field (samples.ts); each a share of them, 0 to 1. */
export interface Agreement {
  /** Contents overlap by half, and sources agree. */
  readonly right: number;
  /** Contents overlap by half. */
  readonly content: number;
  /** The content is the same to the token. */
  readonly exact: number;
  /** There is no content at all. */
  readonly none: number;
}

/** A possible attribution within a passage. */
export interface Proposal {
  readonly cue: CueCandidate;
  /** Label of each token of the passage (LABEL); outside the window all are outside. */
  readonly labels: Uint8Array;
  /** The cue's best labelling without content, of which the source holds where that is elsewhere. */
  readonly withoutContent: Uint8Array;
  /** Mean probability that the content's tokens are content, and the source's tokens source. */
  readonly contentProbability: number;
  readonly sourceProbability: number;
  /** Log-probability of the labelling, given the cue. */
  readonly pathLogProbability: number;
  /** How much likelier it is than having no arguments, and than the best of other kinds. */
  readonly overNone: number;
  readonly overOther: number;
  /** 1 where a boundary of the content was moved, and how much likelier that made it (log); else 0. */
  readonly moved: number;
  readonly overBase: number;
  readonly agreement: Agreement;
  /** Probability of each label of each token from `offset` on. */
  readonly marginals: Float64Array;
  readonly offset: number;
}

export const isContent = (label: number) =>
  label === LABEL.contentBegins || label === LABEL.contentContinues;
export const isSource = (label: number) =>
  label === LABEL.sourceBegins || label === LABEL.sourceContinues;
