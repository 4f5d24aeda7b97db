import { mix } from '../nlp/hash.ts';
import { isVerb, type Passage } from './passage.ts';

/** A run of tokens that is a cue, or may be one. End exclusive. */
export interface CueSpan {
  readonly from: number;
  readonly to: number;
}

/** The word of a cue that heads it: one that hangs outside, a verb rather than a noun. */
export function cueHead(passage: Passage, buckets: Uint8Array, { from, to }: CueSpan): number {
  let head = from;
  let best = -1;
  for (let i = from; i < to; i++) {
    const governor = passage.head[i]!;
    const outside = governor < from || governor >= to ? 2 : 0;
    const kind = isVerb(passage, i) ? 1.5 : passage.tokens[i]!.tag.startsWith('N') ? 0.5 : 0;
    const score = outside + kind + buckets[i]! * 0.4;
    if (score > best) [best, head] = [score, i];
  }
  return head;
}

const CLIMB = 30;
const DESCENT = 60;

/**
 * How each token of a window hangs together with the cue's head in the parse: the way up from the
 * cue to the common ancestor, and the branch down to the token.
 */
export class CuePaths {
  readonly #passage: Passage;
  readonly #head: number;
  /** Ancestor of the cue's head, itself included -> steps up. */
  readonly #steps = new Map<number, number>();
  readonly #upRelations: number[] = [];
  /** Hash of the way, in full and in short. By token less `offset`. */
  readonly path: Uint32Array;
  readonly short: Uint32Array;
  /** Root of the branch that holds the token, -1 in other sentences. */
  readonly branch: Int32Array;
  /** Depth below the common ancestor, at most 7. */
  readonly depth: Uint8Array;

  constructor(passage: Passage, head: number, offset: number, end: number) {
    this.#passage = passage;
    this.#head = head;
    this.path = new Uint32Array(end - offset);
    this.short = new Uint32Array(end - offset);
    this.branch = new Int32Array(end - offset).fill(-1);
    this.depth = new Uint8Array(end - offset);
    for (let x = head, steps = 0; x >= 0 && steps < CLIMB; x = passage.head[x]!, steps++) {
      this.#steps.set(x, steps);
      this.#upRelations.push(passage.relation[x]!);
    }
    for (let i = offset; i < end; i++) this.#describe(i, i - offset);
  }

  #describe(i: number, at: number): void {
    const { head, relation, sentence } = this.#passage;
    const apart = sentence[i]! - sentence[this.#head]!;
    if (apart !== 0) {
      this.path[at] = this.short[at] = mix(11, Math.max(-2, Math.min(2, apart)) + 5);
      return;
    }
    let [x, below, depth] = [i, -1, 0];
    while (x >= 0 && !this.#steps.has(x) && depth < DESCENT) {
      below = x;
      x = head[x]!;
      depth++;
    }
    const up = this.#steps.get(x);
    if (up === undefined) {
      this.path[at] = this.short[at] = 13;
      return;
    }
    const side = below < 0 ? 0 : below < x ? 1 : 2;
    const down = below < 0 ? 5 : relation[below]!;
    const climbed = up ? mix(this.#upRelations[up - 1]!, Math.min(up, 3)) : 1;
    this.depth[at] = Math.min(depth, 7);
    this.branch[at] = below < 0 ? x : below;
    this.path[at] = mix(mix(Math.min(up, 2), down), mix(side, climbed));
    this.short[at] = mix(Math.min(up, 3), down);
  }
}

/** Counts of what lies between the cue and each token, each capped. By token less `offset`. */
export interface Between {
  readonly commas: Uint8Array;
  readonly cues: Uint8Array;
  readonly verbs: Uint8Array;
  readonly quotationMarks: Uint8Array;
  readonly subjects: Uint8Array;
}

/** `cueOf` gives a token's cue number, or -1. */
export function countsBetween(
  passage: Passage,
  { from, to }: CueSpan,
  cueOf: Int32Array,
  offset: number,
): Between {
  const size = cueOf.length;
  const column = () => new Uint8Array(size);
  const between = {
    commas: column(),
    cues: column(),
    verbs: column(),
    quotationMarks: column(),
    subjects: column(),
  };
  const walk = (start: number, step: 1 | -1) => {
    const count = { commas: 0, cues: 0, verbs: 0, quotationMarks: 0, subjects: 0 };
    let lastCue = -1;
    for (let at = start - offset; at >= 0 && at < size; at += step) {
      between.commas[at] = Math.min(count.commas, 4);
      between.cues[at] = Math.min(count.cues, 3);
      between.verbs[at] = Math.min(count.verbs, 3);
      between.quotationMarks[at] = Math.min(count.quotationMarks, 4);
      between.subjects[at] = Math.min(count.subjects, 2);
      const { word, tag, relation } = passage.tokens[at + offset]!;
      if (word === ',') count.commas++;
      if (tag.startsWith('V')) count.verbs++;
      if (relation === 'nsubj') count.subjects++;
      if (isMark(passage, at + offset)) count.quotationMarks++;
      if (cueOf[at]! >= 0 && cueOf[at] !== lastCue) {
        count.cues++;
        lastCue = cueOf[at]!;
      }
    }
  };
  walk(to, 1);
  walk(from - 1, -1);
  return between;
}

function isMark(passage: Passage, i: number): boolean {
  const number = passage.quotation[i]!;
  if (number < 0) return false;
  const { first, last } = passage.quotations[number]!;
  return i === first || i === last;
}
