import type { FeatureList } from '../extract/nlp/hash.ts';
import type { Scorer } from '../extract/nlp/weights.ts';
import type { TrainedTable } from './model-writer.ts';

/**
 * An averaged multi-class perceptron in training (Freund and Schapire 1999; Collins 2002). Features
 * share `2 ** bits` rows by their low bits.
 */
export class AveragedPerceptron implements Scorer {
  readonly width: number;
  readonly #bits: number;
  readonly #mask: number;
  readonly #weights: Float32Array;
  /** Sum of each update times the moment it was made. */
  readonly #moments: Float32Array;
  #time = 1;

  constructor(width: number, bits: number) {
    this.width = width;
    this.#bits = bits;
    this.#mask = 2 ** bits - 1;
    this.#weights = new Float32Array(width * 2 ** bits);
    this.#moments = new Float32Array(width * 2 ** bits);
  }

  accumulate(
    features: Uint32Array,
    from: number,
    to: number,
    out: Float32Array | Float64Array,
    offset: number,
  ): void {
    const { width } = this;
    for (let i = from; i < to; i++) {
      const row = (features[i]! & this.#mask) * width;
      for (let k = 0; k < width; k++) out[offset + k]! += this.#weights[row + k]!;
    }
  }

  scores(features: FeatureList, out: Float32Array): void {
    out.fill(0);
    this.accumulate(features.values, 0, features.length, out, 0);
  }

  /** One step of learning: where the guess was wrong, the right class gains what it loses. */
  learn(features: FeatureList, right: number, guess: number): void {
    this.#time++;
    if (right === guess) return;
    for (let i = 0; i < features.length; i++) {
      const row = (features.values[i]! & this.#mask) * this.width;
      this.#change(row + right, 1);
      this.#change(row + guess, -1);
    }
  }

  #change(at: number, by: number): void {
    this.#weights[at]! += by;
    this.#moments[at]! += by * this.#time;
  }

  /** The weights averaged over all steps, rows without any left out. */
  averaged(): TrainedTable {
    const { width } = this;
    const average = (at: number) => this.#weights[at]! - this.#moments[at]! / this.#time;
    const rows: number[] = [];
    for (let row = 0; row <= this.#mask; row++) {
      let used = false;
      for (let k = 0; k < width; k++) used ||= this.#moments[row * width + k] !== 0;
      if (used) rows.push(row);
    }
    const values = new Float32Array(rows.length * width);
    rows.forEach((row, i) => {
      for (let k = 0; k < width; k++) values[i * width + k] = average(row * width + k);
    });
    return { width, bits: this.#bits, keys: Uint32Array.from(rows), values };
  }
}

/** Greatest absolute weight: the quantisation limit that clips nothing. */
export function greatestWeight({ values }: TrainedTable): number {
  let greatest = 0;
  for (const value of values) greatest = Math.max(greatest, Math.abs(value));
  return greatest;
}
