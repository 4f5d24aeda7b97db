import type { TreeEnsemble } from '../extract/attribution/trees.ts';
import { randomSource } from '../contract/index.ts';

/**
 * Gradient boosting of regression trees for a yes-or-no outcome (Friedman 2001), with second-order
 * gains (Chen and Guestrin 2016) over histograms of binned features, leaf by best leaf.
 */
export interface BoostingOptions {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  /** Least sum of second derivatives in a leaf. */
  readonly leastWeight: number;
  /** L2 penalty on leaf values. */
  readonly l2: number;
  /** Share of features, and of examples, that each tree sees. */
  readonly featureShare: number;
  readonly exampleShare: number;
  /** The mean of an ensemble for each. */
  readonly seeds: readonly number[];
}

export interface Example {
  readonly features: Float32Array;
  /** 1 yes, 0 no. */
  readonly outcome: number;
}

const BINS = 64;

/** Examples by feature: bin numbers, and the upper bound of each bin. */
interface Binned {
  readonly bins: Uint8Array[];
  readonly bounds: Float32Array[];
}

function binned(examples: readonly Example[]): Binned {
  const width = examples[0]!.features.length;
  const bins: Uint8Array[] = [];
  const bounds: Float32Array[] = [];
  for (let f = 0; f < width; f++) {
    const column = Float32Array.from(examples, ({ features }) => features[f]!);
    const limits = quantiles(column);
    bounds.push(limits);
    bins.push(Uint8Array.from(column, (value) => binOf(value, limits)));
  }
  return { bins, bounds };
}

function quantiles(column: Float32Array): Float32Array {
  const sorted = column.slice().sort();
  const limits = new Set<number>();
  for (let b = 1; b < BINS; b++) limits.add(sorted[Math.floor((b * sorted.length) / BINS)]!);
  return Float32Array.from(limits);
}

function binOf(value: number, limits: Float32Array): number {
  let [low, high] = [0, limits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= limits[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  /** Bins up to this go left. */
  readonly bin: number;
}

interface Leaf {
  readonly members: Int32Array;
  readonly histogram: Histogram;
  readonly split: Split;
  readonly node: number;
  readonly sums: readonly [slope: number, weight: number];
}

/** Sums of slopes, and of weights, of a leaf's members by feature and bin; a tree's features only. */
interface Histogram {
  readonly slopes: Float64Array;
  readonly weights: Float64Array;
}

/** What a leaf has that its other child lacks: twice as fast as counting both. */
function difference(whole: Histogram, part: Histogram): Histogram {
  return {
    slopes: whole.slopes.map((slope, i) => slope - part.slopes[i]!),
    weights: whole.weights.map((weight, i) => weight - part.weights[i]!),
  };
}

/** Columns of the ensemble while it grows. */
interface Columns {
  roots: number[];
  feature: number[];
  value: number[];
  left: number[];
  right: number[];
}

/**
 * Ensembles that differ by their seeds alone, and their mean as one: it is less moved by which
 * features and examples each tree saw (Breiman 1996, "Bagging predictors").
 */
export function boost(examples: readonly Example[], options: BoostingOptions): TreeEnsemble {
  const data = binned(examples);
  return meanEnsemble(
    options.seeds.map((seed) => new Booster(examples, data, options, seed).run()),
  );
}

function meanEnsemble(ensembles: readonly TreeEnsemble[]): TreeEnsemble {
  const all: Columns = { roots: [], feature: [], value: [], left: [], right: [] };
  const share = 1 / ensembles.length;
  let bias = 0;
  for (const one of ensembles) {
    const first = all.feature.length;
    const moved = (node: number) => (node < 0 ? node : node + first);
    bias += share * one.bias;
    one.roots.forEach((root) => all.roots.push(moved(root)));
    one.feature.forEach((feature, node) => {
      all.feature.push(feature);
      all.value.push(feature < 0 ? share * one.value[node]! : one.value[node]!);
      all.left.push(moved(one.left[node]!));
      all.right.push(moved(one.right[node]!));
    });
  }
  return ensembleOf(bias, all);
}

function ensembleOf(bias: number, { roots, feature, value, left, right }: Columns): TreeEnsemble {
  return {
    bias,
    roots: Int32Array.from(roots),
    feature: Int16Array.from(feature),
    value: Float32Array.from(value),
    left: Int32Array.from(left),
    right: Int32Array.from(right),
  };
}

class Booster {
  readonly #options: BoostingOptions;
  readonly #data: Binned;
  readonly #outcomes: Float64Array;
  readonly #scores: Float64Array;
  readonly #slopes: Float64Array;
  readonly #weights: Float64Array;
  readonly #random: () => number;
  readonly #columns: Columns = { roots: [], feature: [], value: [], left: [], right: [] };
  /** The last bin that goes left, by node. */
  readonly #bins: number[] = [];
  readonly #bias: number;

  constructor(examples: readonly Example[], data: Binned, options: BoostingOptions, seed: number) {
    this.#options = options;
    this.#data = data;
    this.#outcomes = Float64Array.from(examples, ({ outcome }) => outcome);
    const share = this.#outcomes.reduce((a, b) => a + b, 0) / examples.length;
    this.#bias = Math.log(share / (1 - share));
    this.#scores = new Float64Array(examples.length).fill(this.#bias);
    this.#slopes = new Float64Array(examples.length);
    this.#weights = new Float64Array(examples.length);
    this.#random = randomSource(seed);
  }

  run(): TreeEnsemble {
    for (let tree = 0; tree < this.#options.trees; tree++) {
      this.#differentiate();
      this.#growTree();
    }
    return ensembleOf(this.#bias, this.#columns);
  }

  #differentiate(): void {
    this.#scores.forEach((score, i) => {
      const probability = 1 / (1 + Math.exp(-score));
      this.#slopes[i] = this.#outcomes[i]! - probability;
      this.#weights[i] = probability * (1 - probability);
    });
  }

  #growTree(): void {
    const { exampleShare, featureShare, leaves } = this.#options;
    const every = Int32Array.from(this.#scores.keys());
    const seen = every.filter(() => this.#random() < exampleShare);
    const features = this.#data.bins.map((_, f) => f).filter(() => this.#random() < featureShare);
    const root = this.#newNode();
    this.#columns.roots.push(root);
    const open = [this.#leaf(seen, this.#histogram(seen, features), features, root)];
    for (let count = 1; count < leaves; count++) {
      open.sort((a, b) => a.split.gain - b.split.gain);
      if (!(open.at(-1)!.split.gain > 0)) break;
      open.push(...this.#divide(open.pop()!, features));
    }
    for (const { node, sums } of open) this.#columns.value[node] = this.#leafValue(sums);
    this.#addScores(root, every);
  }

  #newNode(): number {
    const { feature, value, left, right } = this.#columns;
    feature.push(-1);
    value.push(0);
    left.push(-1);
    right.push(-1);
    return feature.length - 1;
  }

  #leafValue([slope, weight]: Leaf['sums']): number {
    return (this.#options.rate * slope) / (weight + this.#options.l2);
  }

  #leaf(
    members: Int32Array,
    histogram: Histogram,
    features: readonly number[],
    node: number,
  ): Leaf {
    let [slope, weight] = [0, 0];
    for (const i of members) {
      slope += this.#slopes[i]!;
      weight += this.#weights[i]!;
    }
    const sums = [slope, weight] as const;
    return { members, histogram, node, sums, split: this.#bestSplit(histogram, sums, features) };
  }

  #divide({ members, histogram, split, node }: Leaf, features: readonly number[]): [Leaf, Leaf] {
    const bins = this.#data.bins[split.feature]!;
    const [left, right] = [this.#newNode(), this.#newNode()];
    this.#columns.feature[node] = split.feature;
    this.#bins[node] = split.bin;
    this.#columns.value[node] = this.#data.bounds[split.feature]![split.bin]!;
    this.#columns.left[node] = left;
    this.#columns.right[node] = right;
    const low = members.filter((i) => bins[i]! <= split.bin);
    const high = members.filter((i) => bins[i]! > split.bin);
    const isLowSmaller = low.length < high.length;
    const counted = this.#histogram(isLowSmaller ? low : high, features);
    const other = difference(histogram, counted);
    return [
      this.#leaf(low, isLowSmaller ? counted : other, features, left),
      this.#leaf(high, isLowSmaller ? other : counted, features, right),
    ];
  }

  #histogram(members: Int32Array, features: readonly number[]): Histogram {
    const slopes = new Float64Array(features.length * BINS);
    const weights = new Float64Array(features.length * BINS);
    const slopeOf = Float64Array.from(members, (i) => this.#slopes[i]!);
    const weightOf = Float64Array.from(members, (i) => this.#weights[i]!);
    for (let f = 0; f < features.length; f++) {
      const bins = this.#data.bins[features[f]!]!;
      for (let m = 0; m < members.length; m++) {
        const at = f * BINS + bins[members[m]!]!;
        slopes[at]! += slopeOf[m]!;
        weights[at]! += weightOf[m]!;
      }
    }
    return { slopes, weights };
  }

  #bestSplit(histogram: Histogram, sums: Leaf['sums'], features: readonly number[]): Split {
    let best: Split = { gain: 0, feature: -1, bin: -1 };
    features.forEach((feature, f) => {
      const split = this.#splitOf(histogram, sums, feature, f * BINS);
      if (split.gain > best.gain) best = split;
    });
    return best;
  }

  /** The best split by a feature whose bins lie in the histogram from `from` on. */
  #splitOf(
    { slopes, weights }: Histogram,
    [slope, weight]: Leaf['sums'],
    feature: number,
    from: number,
  ): Split {
    const { leastWeight, l2 } = this.#options;
    const whole = (slope * slope) / (weight + l2);
    const last = this.#data.bounds[feature]!.length;
    let best: Split = { gain: 0, feature, bin: -1 };
    let [s, w] = [0, 0];
    for (let bin = 0; bin < last; bin++) {
      s += slopes[from + bin]!;
      w += weights[from + bin]!;
      const [rest, restWeight] = [slope - s, weight - w];
      if (w < leastWeight || restWeight < leastWeight) continue;
      const gain = (s * s) / (w + l2) + (rest * rest) / (restWeight + l2) - whole;
      if (gain > best.gain) best = { gain, feature, bin };
    }
    return best;
  }

  #addScores(root: number, members: Int32Array): void {
    const { feature, value, left, right } = this.#columns;
    for (const i of members) {
      let node = root;
      while (feature[node]! >= 0) {
        const bins = this.#data.bins[feature[node]!]!;
        node = bins[i]! <= this.#bins[node]! ? left[node]! : right[node]!;
      }
      this.#scores[i]! += value[node]!;
    }
  }
}
