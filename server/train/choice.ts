import type { Choosable } from '../extract/attribution/choice.ts';
import { randomSource } from '../contract/index.ts';
import { shuffle } from './shuffle.ts';
import type { CrfOptions } from './crf.ts';
import { FeatureIndex } from './feature-index.ts';
import type { TrainedTable } from './model-writer.ts';

/** A proposal with its outcome: 1 where it is right, else 0. */
export interface Choice extends Choosable {
  readonly outcome: number;
}

export type ChoiceOptions = Omit<CrfOptions, 'copies' | 'log'>;

interface Group {
  readonly rows: readonly Uint32Array[];
  readonly outcomes: readonly number[];
}

/**
 * Maximises the probability of the right proposals of each cue, or of none where none is right, by
 * AdaGrad (Duchi et al. 2011); returns averaged weights.
 */
export function trainChoice(choices: readonly Choice[], options: ChoiceOptions): TrainedTable {
  const index = frequent(choices, options.cutoff);
  const groups = groupsOf(choices, index);
  const weights = new Float32Array(index.size);
  const squares = new Float32Array(index.size).fill(options.initialSquares);
  const sum = new Float32Array(index.size);
  const random = randomSource(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const rate = options.rate * (1 - (0.8 * epoch) / options.epochs);
    for (const group of shuffle(groups, random)) learn(group, weights, squares, rate, options.l2);
    if (epoch > 0) weights.forEach((weight, row) => (sum[row]! += weight));
  }
  const values = sum.map((total) => total / Math.max(1, options.epochs - 1));
  return { width: 1, bits: 32, keys: index.keys(), values };
}

function frequent(choices: readonly Choice[], cutoff: number): FeatureIndex {
  const all = new FeatureIndex();
  const counts: number[] = [];
  for (const { choice } of choices)
    for (const feature of choice) {
      const row = all.add(feature);
      counts[row] = (counts[row] ?? 0) + 1;
    }
  const kept = new FeatureIndex();
  all.keys().forEach((key, row) => {
    if (counts[row]! >= cutoff) kept.add(key);
  });
  return kept;
}

function groupsOf(choices: readonly Choice[], index: FeatureIndex): Group[] {
  const groups = new Map<object, { rows: Uint32Array[]; outcomes: number[] }>();
  for (const { cue, choice, outcome } of choices) {
    const group = groups.get(cue) ?? { rows: [], outcomes: [] };
    groups.set(cue, group);
    group.rows.push(Uint32Array.from(rowsOf(choice, index)));
    group.outcomes.push(outcome);
  }
  return [...groups.values()];
}

const rowsOf = (features: Uint32Array, index: FeatureIndex) =>
  Array.from(features, (feature) => index.find(feature)).filter((row) => row >= 0);

function learn(
  { rows, outcomes }: Group,
  weights: Float32Array,
  squares: Float32Array,
  rate: number,
  l2: number,
): void {
  const scores = rows.map((own) => own.reduce((total, row) => total + weights[row]!, 0));
  const top = Math.max(0, ...scores);
  const shares = scores.map((score) => Math.exp(score - top));
  const all = shares.reduce((a, b) => a + b, Math.exp(-top));
  const right = shares.reduce((total, share, i) => total + share * outcomes[i]!, 0);
  rows.forEach((own, i) => {
    const seen = right > 0 ? (outcomes[i]! * shares[i]!) / right : 0;
    const slope = seen - shares[i]! / all;
    if (Math.abs(slope) < 1e-3) return;
    for (const row of own) {
      const step = slope - l2 * weights[row]!;
      squares[row]! += step * step;
      weights[row]! += (rate * step) / Math.sqrt(squares[row]!);
    }
  });
}
