import type { Scorer } from '../nlp/weights.ts';
import type { CueSpan } from './cue-path.ts';

/**
 * The choice among a cue's proposals, or none of them: a conditional log-linear model over whole
 * proposals, as parses are reranked (Charniak and Johnson 2005).
 */

/** A proposal as the model sees it. */
export interface Choosable {
  readonly cue: CueSpan;
  /** Hashed features. */
  readonly choice: Uint32Array;
}

/** A proposal's standing among those of its cue. */
export interface Standing {
  /** Against none of them (log-odds), and against the best of the others. */
  readonly score: number;
  readonly lead: number;
  /** Probability of being the one, 0 to 1. */
  readonly probability: number;
}

const FARTHEST = 20;

/** The standing of each of some proposals, all those of a cue among them. */
export function standingsOf(proposals: readonly Choosable[], weights: Scorer): Standing[] {
  const sums = new Float64Array(proposals.length);
  const byCue = new Map<CueSpan, number[]>();
  proposals.forEach(({ cue, choice }, i) => {
    weights.accumulate(choice, 0, choice.length, sums, i);
    const own = byCue.get(cue);
    if (own) own.push(i);
    else byCue.set(cue, [i]);
  });
  return proposals.map(({ cue }, i) => standing(i, byCue.get(cue)!, sums));
}

function standing(i: number, rivals: readonly number[], sums: Float64Array): Standing {
  const score = sums[i]!;
  let [all, best] = [1, -FARTHEST];
  for (const rival of rivals) {
    all += Math.exp(sums[rival]!);
    if (rival !== i) best = Math.max(best, sums[rival]!);
  }
  return { score, lead: score - best, probability: Math.exp(score) / all };
}
