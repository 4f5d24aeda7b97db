import { FeatureList } from './hash.ts';
import { parserFeatures, type ParserInput } from './parser-features.ts';
import { ParserState } from './parser-state.ts';
import type { Scorer } from './weights.ts';

/**
 * Dependency parser: greedy arc-hybrid transitions scored by an averaged perceptron, trained with a
 * dynamic oracle (Goldberg and Nivre 2013). Projective; linear in the length of the sentence.
 */
export interface ParserModel {
  readonly weights: Scorer;
  /** Universal Dependencies v1 relations by label. */
  readonly relations: readonly string[];
}

export interface Tree {
  /** Governing word, -1 for the root. */
  readonly heads: Int32Array;
  readonly relations: readonly string[];
}

export function parseWords(input: ParserInput, model: ParserModel): Tree {
  const labels = model.relations.length;
  const state = new ParserState(input.form.length);
  const features = new FeatureList();
  const scores = new Float32Array(1 + 2 * labels);
  while (!state.done) {
    if (!state.canLeft && !state.canRight) {
      state.apply(SHIFT, labels);
      continue;
    }
    parserFeatures(state, input, features);
    scores.fill(0);
    model.weights.accumulate(features.values, 0, features.length, scores, 0);
    state.apply(bestAction(state, scores, labels), labels);
  }
  const relations = Array.from(state.label, (label) => model.relations[label] ?? 'root');
  return { heads: state.head, relations };
}

const SHIFT = 0;

/** The best of the actions that the state allows. */
function bestAction(state: ParserState, scores: Float32Array, labels: number): number {
  let best = state.canShift ? SHIFT : -1;
  if (state.canLeft) best = bestOf(scores, 1, labels, best);
  if (state.canRight) best = bestOf(scores, 1 + labels, 2 * labels, best);
  return best;
}

/** The better of an action, -1 for none, and the best of `from..to`. */
function bestOf(scores: Float32Array, from: number, to: number, action: number): number {
  let best = action;
  for (let i = from; i <= to; i++) if (best < 0 || scores[i]! > scores[best]!) best = i;
  return best;
}
