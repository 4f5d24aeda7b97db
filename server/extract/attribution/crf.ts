import type { Scorer } from '../nlp/weights.ts';

/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) whose emission and
 * transition scores both come from hashed features of the position.
 */
export interface CrfModel {
  /** One score per label. */
  readonly emissions: Scorer;
  /** One score per pair of labels, at `from * labels + to`. */
  readonly transitions: Scorer;
  readonly constraints: Constraints;
}

/** Labellings that cannot be. */
export interface Constraints {
  readonly labels: number;
  /** 1 where label `to` may not follow `from`, at `from * labels + to`. */
  readonly forbidden: Uint8Array;
  /** 1 where a sequence may not begin with the label. */
  readonly notFirst: Uint8Array;
}

/** The features of a sequence, flat: those of position i lie at `starts[i]..starts[i + 1]`. */
export interface Sequence {
  readonly length: number;
  readonly emission: Uint32Array;
  readonly emissionStarts: Uint32Array;
  readonly transition: Uint32Array;
  readonly transitionStarts: Uint32Array;
  /** Bit mask of the labels that a position may have; absent where all may. */
  readonly allowed?: Uint8Array;
}

const IMPOSSIBLE = -1e6;
/** Sums below this passed through something impossible. */
const BARRED = IMPOSSIBLE / 2;

/** Scores of one sequence and the recursions over them. */
export class Lattice {
  readonly length: number;
  readonly labels: number;
  readonly emission: Float64Array;
  readonly transition: Float64Array;

  constructor(sequence: Sequence, { emissions, transitions, constraints }: CrfModel) {
    const { labels, forbidden, notFirst } = constraints;
    const pairs = labels * labels;
    this.length = sequence.length;
    this.labels = labels;
    this.emission = new Float64Array(sequence.length * labels);
    this.transition = new Float64Array(sequence.length * pairs);
    for (let i = 0; i < sequence.length; i++) {
      const { emission, emissionStarts, transition, transitionStarts, allowed } = sequence;
      const [from, to] = [emissionStarts[i]!, emissionStarts[i + 1]!];
      emissions.accumulate(emission, from, to, this.emission, i * labels);
      for (let k = 0; k < labels; k++) {
        const barred = (i === 0 && notFirst[k]) || (allowed && !((allowed[i]! >> k) & 1));
        if (barred) this.emission[i * labels + k] = IMPOSSIBLE;
      }
      if (i === 0) continue;
      const [tFrom, tTo] = [transitionStarts[i]!, transitionStarts[i + 1]!];
      transitions.accumulate(transition, tFrom, tTo, this.transition, i * pairs);
      for (let k = 0; k < pairs; k++) if (forbidden[k]) this.transition[i * pairs + k] = IMPOSSIBLE;
    }
  }

  /** The most probable labelling (Viterbi 1967). */
  viterbi(): Uint8Array {
    const { length, labels } = this;
    const best = new Float64Array(length * labels);
    const back = new Uint8Array(length * labels);
    best.set(this.emission.subarray(0, labels));
    for (let i = 1; i < length; i++)
      for (let k = 0; k < labels; k++) {
        const from = this.#bestBefore(best, i, k);
        back[i * labels + k] = from;
        best[i * labels + k] =
          best[(i - 1) * labels + from]! + this.#edge(i, from, k) + this.emission[i * labels + k]!;
      }
    return this.#follow(best, back);
  }

  #bestBefore(best: Float64Array, i: number, to: number): number {
    let from = 0;
    let top = -Infinity;
    for (let j = 0; j < this.labels; j++) {
      const score = best[(i - 1) * this.labels + j]! + this.#edge(i, j, to);
      if (score > top) [top, from] = [score, j];
    }
    return from;
  }

  #follow(best: Float64Array, back: Uint8Array): Uint8Array {
    const { length, labels } = this;
    const path = new Uint8Array(length);
    if (length === 0) return path;
    let label = 0;
    for (let k = 1; k < labels; k++)
      if (best[(length - 1) * labels + k]! > best[(length - 1) * labels + label]!) label = k;
    for (let i = length - 1; i >= 0; i--) {
      path[i] = label;
      label = back[i * labels + label]!;
    }
    return path;
  }

  #edge(i: number, from: number, to: number): number {
    return this.transition[i * this.labels * this.labels + from * this.labels + to]!;
  }

  /**
   * The best labelling for every combination of kinds of labels that it may hold: `kindAt(i, label)`
   * is a bit mask of the kinds that a label shows at a position, and the result's place m the best
   * labelling that shows exactly the kinds of m, or null where there is none. The label `once` is
   * not given where its kind is shown already. Viterbi over pairs of mask and label.
   */
  viterbiByKinds(
    kindAt: (position: number, label: number) => number,
    masks: number,
    once = -1,
  ): (Uint8Array | null)[] {
    const { length, labels } = this;
    const states = masks * labels;
    const best = new Float64Array(length * states).fill(-Infinity);
    const back = new Uint8Array(length * states);
    for (let k = 0; k < labels; k++) best[kindAt(0, k) * labels + k] = this.emission[k]!;
    const kinds = new Uint8Array(labels);
    for (let i = 1; i < length; i++) {
      for (let k = 0; k < labels; k++) kinds[k] = kindAt(i, k);
      for (let from = 0; from < states; from++) {
        const score = best[(i - 1) * states + from]!;
        if (score < BARRED) continue;
        const mask = Math.floor(from / labels);
        const edges = (i * labels + (from % labels)) * labels;
        for (let k = 0; k < labels; k++) {
          const kind = kinds[k]!;
          if (k === once && mask & kind) continue;
          const reached = score + this.transition[edges + k]! + this.emission[i * labels + k]!;
          const to = i * states + (mask | kind) * labels + k;
          if (reached < BARRED || reached <= best[to]!) continue;
          best[to] = reached;
          back[to] = from;
        }
      }
    }
    return Array.from({ length: masks }, (_, mask) => this.#followStates(best, back, mask, states));
  }

  #followStates(
    best: Float64Array,
    back: Uint8Array,
    mask: number,
    states: number,
  ): Uint8Array | null {
    const { length, labels } = this;
    const last = (length - 1) * states;
    let state = mask * labels;
    for (let k = 1; k < labels; k++)
      if (best[last + mask * labels + k]! > best[last + state]!) state = mask * labels + k;
    if (length === 0 || best[last + state]! < BARRED) return null;
    const path = new Uint8Array(length);
    for (let i = length - 1; i >= 0; i--) {
      path[i] = state % labels;
      state = back[i * states + state]!;
    }
    return path;
  }

  /** Log-sums of scores of all labellings up to, and after, each position and label. */
  forwardBackward(): ForwardBackward {
    const { length, labels } = this;
    const forward = new Float64Array(length * labels);
    const backward = new Float64Array(length * labels);
    const terms = new Float64Array(labels);
    forward.set(this.emission.subarray(0, labels));
    for (let i = 1; i < length; i++)
      for (let k = 0; k < labels; k++) {
        for (let j = 0; j < labels; j++)
          terms[j] = forward[(i - 1) * labels + j]! + this.#edge(i, j, k);
        forward[i * labels + k] = logSum(terms) + this.emission[i * labels + k]!;
      }
    for (let i = length - 2; i >= 0; i--)
      for (let j = 0; j < labels; j++) {
        const next = (i + 1) * labels;
        for (let k = 0; k < labels; k++)
          terms[k] = this.#edge(i + 1, j, k) + this.emission[next + k]! + backward[next + k]!;
        backward[i * labels + j] = logSum(terms);
      }
    const logPartition = length ? logSum(forward.subarray((length - 1) * labels)) : 0;
    return { forward, backward, logPartition };
  }

  /** Labellings drawn by their probability: forward filtering, backward sampling. */
  samples(count: number, { forward }: Pick<ForwardBackward, 'forward'>, random: () => number) {
    const { length, labels } = this;
    // Samples mostly take the same ways, so what leads to a label is worked out once.
    const before = new Map<number, Float64Array>();
    const weights = (i: number, next: number) => {
      const key = i * (labels + 1) + next;
      const known = before.get(key);
      if (known) return known;
      const scores = forward.slice(i * labels, (i + 1) * labels);
      if (next < labels)
        scores.forEach((score, j) => (scores[j] = score + this.#edge(i + 1, j, next)));
      const total = logSum(scores);
      const shares = scores.map((score) => Math.exp(score - total));
      before.set(key, shares);
      return shares;
    };
    return Array.from({ length: count }, () => {
      const path = new Uint8Array(length);
      for (let i = length - 1, next = labels; i >= 0; i--) {
        next = drawn(weights(i, next), random());
        path[i] = next;
      }
      return path;
    });
  }

  /** The probability of each label at each position. */
  marginals(): Marginals {
    const { forward, backward, logPartition } = this.forwardBackward();
    const probability = (value: number, i: number) => Math.exp(value + backward[i]! - logPartition);
    return { marginals: forward.map(probability), forward, logPartition };
  }

  /** The score of a labelling; its log-probability is this less the log-partition. */
  pathScore(path: Uint8Array): number {
    let score = 0;
    for (let i = 0; i < this.length; i++) {
      score += this.emission[i * this.labels + path[i]!]!;
      if (i > 0) score += this.#edge(i, path[i - 1]!, path[i]!);
    }
    return score;
  }
}

export interface ForwardBackward {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly logPartition: number;
}

export interface Marginals extends Pick<ForwardBackward, 'forward' | 'logPartition'> {
  readonly marginals: Float64Array;
}

/** The place in a distribution that a number in [0, 1) falls on. */
function drawn(shares: Float64Array, at: number): number {
  let left = at;
  for (let k = 0; k < shares.length; k++) {
    left -= shares[k]!;
    if (left < 0) return k;
  }
  return shares.findLastIndex((share) => share > 0);
}

/** Of what is so far below the greatest term the exponential is 0. */
const UNDERFLOW = -746;

function logSum(terms: Float64Array): number {
  let top = -Infinity;
  for (let i = 0; i < terms.length; i++) if (terms[i]! > top) top = terms[i]!;
  let sum = 0;
  for (let i = 0; i < terms.length; i++) {
    const below = terms[i]! - top;
    if (below > UNDERFLOW) sum += Math.exp(below);
  }
  return top + Math.log(sum);
}

/** Features of one position after another, in memory that grows. */
class Gathered {
  #values = new Uint32Array(8192);

  /** Puts features at an offset, all before it filled, and returns where they end. */
  put(at: number, { values, length }: Features): number {
    if (at + length > this.#values.length) {
      const larger = new Uint32Array(2 * (at + length));
      larger.set(this.#values);
      this.#values = larger;
    }
    // Faster than a view and its copy for some tens of numbers.
    for (let i = 0; i < length; i++) this.#values[at + i] = values[i]!;
    return at + length;
  }

  upTo(end: number): Uint32Array {
    return this.#values.slice(0, end);
  }
}

interface Features {
  readonly values: Uint32Array;
  readonly length: number;
}

/** One sequence is built at a time, so that all use the same memory. */
const gathered = { emission: new Gathered(), transition: new Gathered() };

/** Gathers the features of a sequence position by position; one builder is in use at a time. */
export class SequenceBuilder {
  readonly #emissionStarts: Uint32Array;
  readonly #transitionStarts: Uint32Array;
  readonly #length: number;
  #position = 0;

  constructor(length: number) {
    this.#length = length;
    this.#emissionStarts = new Uint32Array(length + 1);
    this.#transitionStarts = new Uint32Array(length + 1);
  }

  /** Appends the next position's features. */
  push(emission: Features, transition: Features): void {
    const at = this.#position++;
    const { emission: e, transition: t } = gathered;
    this.#emissionStarts[at + 1] = e.put(this.#emissionStarts[at]!, emission);
    this.#transitionStarts[at + 1] = t.put(this.#transitionStarts[at]!, transition);
  }

  build(allowed?: Uint8Array): Sequence {
    return {
      length: this.#length,
      emission: gathered.emission.upTo(this.#emissionStarts[this.#length]!),
      emissionStarts: this.#emissionStarts,
      transition: gathered.transition.upTo(this.#transitionStarts[this.#length]!),
      transitionStarts: this.#transitionStarts,
      allowed,
    };
  }
}
