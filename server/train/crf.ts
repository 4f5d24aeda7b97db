import { Lattice, type Constraints, type Sequence } from '../extract/attribution/crf.ts';
import type { Scorer } from '../extract/nlp/weights.ts';
import { AnnotatorCopies, type TokenRows } from './annotator-copies.ts';
import { type FeatureIndex, indexFrequent, rowsOf } from './feature-index.ts';
import type { TrainedTable } from './model-writer.ts';
import { randomSource } from '../contract/index.ts';
import { shuffle } from './shuffle.ts';

/** A sequence with its right labels. */
export interface LabelledSequence {
  readonly sequence: Sequence;
  readonly labels: Uint8Array;
  /** Who labelled it, from 0 on. */
  readonly annotator: number;
}

/** How the copies of features learn that each annotator has; see AnnotatorCopies. */
export interface CopyOptions {
  /** Features seen less often have none. */
  readonly cutoff: number;
  /** Squared slopes that they start from: the more, the more is left to the shared features. */
  readonly initialSquares: number;
}

export interface CrfOptions {
  readonly epochs: number;
  /** Step size of AdaGrad. */
  readonly rate: number;
  /** Squared slopes that AdaGrad starts from; large, so that rare features do not leap. */
  readonly initialSquares: number;
  /** Weight of the L2 penalty, paid by a feature each time it is seen. */
  readonly l2: number;
  /** Features seen less often are left out. */
  readonly cutoff: number;
  readonly copies: CopyOptions;
  readonly seed: number;
  readonly log?: (line: string) => void;
}

export interface TrainedCrf {
  readonly emissions: TrainedTable;
  readonly transitions: TrainedTable;
}

/** Gradients smaller than this, summed over labels, are not worth a step. */
const NEGLIGIBLE = 1e-3;
const SNAPSHOTS_PER_EPOCH = 3;

/** Weights by row, with the sums that AdaGrad (Duchi et al. 2011) and averaging need. */
class AdaGradTable implements Scorer {
  readonly width: number;
  readonly weights: Float32Array;
  readonly #squares: Float32Array;
  /** Of the shared rows alone. */
  readonly #sum: Float32Array;
  #snapshots = 0;

  constructor(width: number, { index, copies }: Part, options: CrfOptions) {
    const shared = width * index.size;
    const size = shared + width * copies.size;
    this.width = width;
    this.weights = new Float32Array(size);
    this.#squares = new Float32Array(size).fill(options.initialSquares);
    this.#squares.fill(options.copies.initialSquares, shared);
    this.#sum = new Float32Array(shared);
  }

  accumulate(
    rows: Uint32Array,
    from: number,
    to: number,
    out: Float32Array | Float64Array,
    offset: number,
  ): void {
    const { width, weights } = this;
    for (let i = from; i < to; i++) {
      const row = rows[i]! * width;
      for (let k = 0; k < width; k++) out[offset + k]! += weights[row + k]!;
    }
  }

  step(
    rows: Uint32Array,
    from: number,
    to: number,
    gradient: Float64Array,
    rate: number,
    l2: number,
  ): void {
    const { width, weights } = this;
    const squares = this.#squares;
    for (let i = from; i < to; i++) {
      const row = rows[i]! * width;
      for (let k = 0; k < width; k++) {
        const slope = gradient[k]! - l2 * weights[row + k]!;
        squares[row + k]! += slope * slope;
        weights[row + k]! += (rate * slope) / Math.sqrt(squares[row + k]!);
      }
    }
  }

  snapshot(): void {
    this.#snapshots++;
    for (let i = 0; i < this.#sum.length; i++) this.#sum[i]! += this.weights[i]!;
  }

  /** The shared rows; the copies are dropped. */
  averaged(): Float32Array {
    return this.#sum.map((sum) => sum / Math.max(1, this.#snapshots));
  }
}

/** Emissions or transitions as rows: one for each feature, then the annotators' copies. */
interface Part {
  readonly index: FeatureIndex;
  readonly copies: AnnotatorCopies;
  /** By sequence. */
  readonly rows: readonly TokenRows[];
}

/** Maximises the likelihood of the labels, one sequence at a time; returns averaged weights. */
export function trainCrf(
  data: readonly LabelledSequence[],
  constraints: Constraints,
  options: CrfOptions,
): TrainedCrf {
  const emissions = partOf(data, 'emission', options);
  const transitions = partOf(data, 'transition', options);
  const indexed = data.map(({ sequence, labels }, i): Item => {
    const { rows: emission, starts: emissionStarts } = emissions.rows[i]!;
    const { rows: transition, starts: transitionStarts } = transitions.rows[i]!;
    const rows = { emission, emissionStarts, transition, transitionStarts };
    return { labels, sequence: { ...sequence, ...rows } };
  });
  return new CrfTrainer(emissions, transitions, constraints, options).run(indexed);
}

function partOf(
  data: readonly LabelledSequence[],
  part: 'emission' | 'transition',
  options: CrfOptions,
): Part {
  const sequences = data.map(({ sequence }) => sequence);
  const index = indexFrequent(sequences, part, options.cutoff);
  const shared = data.map(({ sequence, annotator }) => ({
    ...rowsOf(sequence[part], sequence[`${part}Starts`], index),
    annotator,
  }));
  const copies = new AnnotatorCopies(shared, index.size, options.copies.cutoff);
  return { index, copies, rows: shared.map((one) => copies.added(one)) };
}

/** A sequence of rows in place of features. */
type Item = Pick<LabelledSequence, 'sequence' | 'labels'>;

class CrfTrainer {
  readonly #emissions: AdaGradTable;
  readonly #transitions: AdaGradTable;
  readonly #indices: readonly [FeatureIndex, FeatureIndex];
  readonly #constraints: Constraints;
  readonly #options: CrfOptions;

  constructor(emissions: Part, transitions: Part, constraints: Constraints, options: CrfOptions) {
    const { labels } = constraints;
    this.#emissions = new AdaGradTable(labels, emissions, options);
    this.#transitions = new AdaGradTable(labels * labels, transitions, options);
    this.#indices = [emissions.index, transitions.index];
    this.#constraints = constraints;
    this.#options = options;
  }

  run(data: readonly Item[]): TrainedCrf {
    const { epochs, seed, rate, log } = this.#options;
    const random = randomSource(seed);
    const order = data.filter(({ labels }) => labels.length > 0);
    const every = Math.ceil(order.length / SNAPSHOTS_PER_EPOCH);
    for (let epoch = 0; epoch < epochs; epoch++) {
      let likelihood = 0;
      const slowed = rate * (1 - (0.8 * epoch) / epochs);
      shuffle(order, random).forEach((item, i) => {
        likelihood += this.#learn(item, slowed);
        if (epoch > 0 && (i + 1) % every === 0) this.#snapshot();
      });
      log?.(`  epoch ${epoch}: log-likelihood ${(likelihood / order.length).toFixed(3)}`);
    }
    return this.#result();
  }

  #snapshot(): void {
    this.#emissions.snapshot();
    this.#transitions.snapshot();
  }

  #result(): TrainedCrf {
    const [emissionIndex, transitionIndex] = this.#indices;
    const table = (trained: AdaGradTable, index: FeatureIndex): TrainedTable => ({
      width: trained.width,
      bits: 32,
      keys: index.keys(),
      values: trained.averaged(),
    });
    return {
      emissions: table(this.#emissions, emissionIndex),
      transitions: table(this.#transitions, transitionIndex),
    };
  }

  /** One step on one sequence; returns its log-likelihood before the step. */
  #learn({ sequence, labels }: Item, rate: number): number {
    const lattice = new Lattice(sequence, {
      emissions: this.#emissions,
      transitions: this.#transitions,
      constraints: this.#constraints,
    });
    const sums = lattice.forwardBackward();
    const likelihood = lattice.pathScore(labels) - sums.logPartition;
    const count = lattice.labels;
    const { l2 } = this.#options;
    const slope = new Float64Array(count);
    const edgeSlope = new Float64Array(count * count);
    for (let i = 0; i < sequence.length; i++) {
      if (emissionGradient(sums, labels, i, count, slope) > NEGLIGIBLE) {
        const { emission, emissionStarts: at } = sequence;
        this.#emissions.step(emission, at[i]!, at[i + 1]!, slope, rate, l2);
      }
      if (i > 0 && edgeGradient(lattice, sums, labels, i, edgeSlope) > NEGLIGIBLE) {
        const { transition, transitionStarts: at } = sequence;
        this.#transitions.step(transition, at[i]!, at[i + 1]!, edgeSlope, rate, l2);
      }
    }
    return likelihood;
  }
}

type Sums = ReturnType<Lattice['forwardBackward']>;

/** Seen less expected, by label; returns the sum of absolute slopes. */
function emissionGradient(
  { forward, backward, logPartition }: Sums,
  labels: Uint8Array,
  i: number,
  count: number,
  out: Float64Array,
): number {
  let total = 0;
  for (let k = 0; k < count; k++) {
    const at = i * count + k;
    out[k] = (labels[i] === k ? 1 : 0) - Math.exp(forward[at]! + backward[at]! - logPartition);
    total += Math.abs(out[k]!);
  }
  return total;
}

function edgeGradient(
  { emission, transition, labels: count }: Lattice,
  { forward, backward, logPartition }: Sums,
  labels: Uint8Array,
  i: number,
  out: Float64Array,
): number {
  let total = 0;
  for (let j = 0; j < count; j++)
    for (let k = 0; k < count; k++) {
      const at = i * count + k;
      const score =
        forward[(i - 1) * count + j]! +
        transition[i * count * count + j * count + k]! +
        emission[at]! +
        backward[at]!;
      const seen = labels[i - 1] === j && labels[i] === k ? 1 : 0;
      out[j * count + k] = seen - Math.exp(score - logPartition);
      total += Math.abs(out[j * count + k]!);
    }
  return total;
}
