import type { EntityKind, Token } from '../nlp/index.ts';
import type { Referent } from './referent.ts';

/** A stretch of tokens that may name somebody; `to` exclusive. */
export interface Found {
  readonly from: number;
  readonly to: number;
  /** Who it names; null when it names no actor after all (a place, an adjective). */
  readonly referent: () => Referent | null;
}

/** A stretch of tokens that the name tagger took for one name; `to` exclusive. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly kind: EntityKind;
}

/** Runs with others in the place of those that they overlap, in the order of the text. */
export function inPlace(runs: readonly Run[], others: readonly Run[]): Run[] {
  if (others.length === 0) return [...runs];
  const apart = runs.filter((run) =>
    others.every(({ from, to }) => run.to <= from || run.from >= to),
  );
  return [...apart, ...others].sort((a, b) => a.from - b.from);
}

/** The words of tokens as the text has them, line breaks and spaces as one space. */
export function surfaceOf(text: string, tokens: readonly Token[]): string {
  return text.slice(tokens[0]!.start, tokens.at(-1)!.end).replace(/\s+/gu, ' ');
}
