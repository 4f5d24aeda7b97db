import { LABEL } from './argument-features.ts';
import type { CueSpan } from './cue-path.ts';
import type { Passage } from './passage.ts';

/** A passage with labels over its tokens. */
export interface Labelled {
  readonly passage: Passage;
  readonly labels: Uint8Array;
}

/** An attribution that was settled on, before it is put into spans of the text. */
export interface Found extends Labelled {
  readonly cue: CueSpan;
  /** Probability of being right. */
  readonly score: number;
  /** Content in other passages, in text order. */
  readonly elsewhere: readonly Labelled[];
}

/** A passage and what was found in it. */
export interface Reading {
  readonly passage: Passage;
  readonly found: readonly Found[];
  /** A likely cue that ends the passage with a colon and has no content in it; else null. */
  readonly introduction: Found | null;
}

/** Labels that make tokens `from..to` content. */
export function contentLabels(passage: Passage, from: number, to: number): Labelled {
  const labels = new Uint8Array(passage.length).fill(LABEL.contentContinues, from, to);
  labels[from] = LABEL.contentBegins;
  return { passage, labels };
}
