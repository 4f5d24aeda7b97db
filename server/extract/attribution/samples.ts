import { randomSource } from '../../contract/index.ts';
import type { Lattice } from './crf.ts';
import { isContent, isSource, type Agreement } from './proposal.ts';

/**
 * Labellings of a cue's stretch as often as the field holds them probable, against which proposals
 * are held: how many of them would call a proposal right. The measure that proposals are judged by
 * forgives boundaries that are a little off, which no probability of a single labelling shows
 * (minimum Bayes risk; Goodman 1996, by sampling).
 */

const SAMPLES = 32;
const SEED = 1;

/** Spans of one sample, in the stretch; content by token, its size in all. */
interface Sample {
  readonly labels: Uint8Array;
  readonly content: number;
  readonly source: number;
}

export class Samples {
  readonly #offset: number;
  readonly #sizes: Uint16Array;
  readonly #samples: readonly Sample[];

  /** `sizes` are the lengths of the tokens of the passage; the lattice's first is at `offset`. */
  constructor(lattice: Lattice, forward: Float64Array, offset: number, sizes: Uint16Array) {
    this.#offset = offset;
    this.#sizes = sizes;
    this.#samples = lattice
      .samples(SAMPLES, { forward }, randomSource(SEED))
      .map((labels): Sample => ({ labels, ...this.#sizesOf(labels) }));
  }

  #sizesOf(labels: Uint8Array): { content: number; source: number } {
    let [content, source] = [0, 0];
    for (let i = 0; i < labels.length; i++) {
      if (isContent(labels[i]!)) content += this.#sizes[i + this.#offset]!;
      else if (isSource(labels[i]!)) source += this.#sizes[i + this.#offset]!;
    }
    return { content, source };
  }

  /** Of labels over the passage. */
  agreement(passageLabels: Uint8Array): Agreement {
    const length = this.#samples[0]?.labels.length ?? 0;
    const labels = passageLabels.subarray(this.#offset, this.#offset + length);
    const own = this.#sizesOf(labels);
    let [right, content, exact, none] = [0, 0, 0, 0];
    for (const sample of this.#samples) {
      if (sample.content === 0) none++;
      const shared = this.#shared(labels, sample.labels);
      const either = own.content + sample.content - shared.content;
      if (either === 0 || shared.content * 2 < either) continue;
      content++;
      if (shared.content === either) exact++;
      if (sourcesAgree(own.source, sample.source, shared.source)) right++;
    }
    const share = (count: number) => count / this.#samples.length;
    return { right: share(right), content: share(content), exact: share(exact), none: share(none) };
  }

  #shared(a: Uint8Array, b: Uint8Array): { content: number; source: number } {
    let [content, source] = [0, 0];
    for (let i = 0; i < a.length; i++) {
      if (a[i] === 0 || b[i] === 0) continue;
      const size = this.#sizes[i + this.#offset]!;
      if (isContent(a[i]!) && isContent(b[i]!)) content += size;
      else if (isSource(a[i]!) && isSource(b[i]!)) source += size;
    }
    return { content, source };
  }
}

function sourcesAgree(a: number, b: number, shared: number): boolean {
  return a === 0 || b === 0 ? a === b : shared * 2 >= Math.min(a, b);
}
