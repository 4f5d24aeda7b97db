import type { Span } from '../nlp/index.ts';
import { stems } from './stems.ts';

/** Length of the longest common subsequence. O(a.length * b.length) time, linear memory. */
export function commonSubsequence(a: readonly string[], b: readonly string[]): number {
  let last = new Uint16Array(b.length + 1);
  for (const word of a) {
    const row = new Uint16Array(b.length + 1);
    for (let j = 1; j <= b.length; j++)
      row[j] = word === b[j - 1] ? last[j - 1]! + 1 : Math.max(last[j]!, row[j - 1]!);
    last = row;
  }
  return last[b.length]!;
}

/** A sentence as alignment sees it. */
export interface Unit extends Span {
  readonly stems: readonly string[];
}

/** Shorter sentences align by chance. In content words. */
const SHORTEST_UNIT = 5;
/** Longer "sentences" are cut, so that alignment stays quadratic in something small. */
const LONGEST_UNIT = 120;
/** Share of content words (Dice) from which two sentences are one, rewritten. */
const SAME_UNIT = 0.5;

/** The sentences of a text that are long enough to tell a copy. */
export function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  for (const match of text.matchAll(/[^.!?\n\r]+(?:[.!?](?=\S)[^.!?\n\r]*)*/gu)) {
    const words = stems(match[0]).slice(0, LONGEST_UNIT);
    const { index: start } = match;
    if (words.length >= SHORTEST_UNIT)
      units.push({ start, end: start + match[0].length, stems: words });
  }
  return units;
}

/** Two passages that say the same in nearly the same words, one from each text. */
export interface Aligned {
  readonly a: Span;
  readonly b: Span;
  /** Dice coefficient over content words in common order, 0..1. */
  readonly similarity: number;
}

/** Sentences of two texts that are each other's best match and at least half the same. */
export function alignUnits(a: readonly Unit[], b: readonly Unit[]): Aligned[] {
  const scores = a.map((x) => b.map((y) => similarity(x, y)));
  return a.flatMap((x, i) => {
    const j = indexOfMost(scores[i]!);
    const score = scores[i]![j] ?? 0;
    const mutual = score >= SAME_UNIT && scores.every((row) => row[j]! <= score);
    return mutual ? [{ a: x, b: b[j]!, similarity: score }] : [];
  });
}

function similarity(a: Unit, b: Unit): number {
  const [short, long] = [a.stems, b.stems].sort((x, y) => x.length - y.length) as [
    string[],
    string[],
  ];
  if ((2 * short.length) / (short.length + long.length) < SAME_UNIT) return 0;
  const pool = new Set(long);
  const shared = short.filter((word) => pool.has(word)).length;
  if ((2 * shared) / (short.length + long.length) < SAME_UNIT) return 0;
  return (2 * commonSubsequence(short, long)) / (short.length + long.length);
}

function indexOfMost(values: readonly number[]): number {
  return values.reduce((best, value, i) => (value > values[best]! ? i : best), 0);
}
