import { at, type WordColumns } from './forms.ts';
import { FeatureList, hashOf } from './hash.ts';
import { argmax, type Scorer } from './weights.ts';

/**
 * Part-of-speech tagger: an averaged perceptron, greedy from left to right (Collins 2002; features
 * after Honnibal 2013). Frequent words with one tag are looked up by the hash of the word.
 */
export interface TaggerModel {
  readonly weights: Scorer;
  /** Penn tags by class. */
  readonly tags: readonly string[];
  /** Hash of a frequent unambiguous word -> class. */
  readonly certain: ReadonlyMap<number, number>;
}

const START = hashOf('<s>');

/** Features of word i; `previous` and `before` are hashes of the two tags to its left. */
export function tagFeatures(
  columns: WordColumns,
  i: number,
  previous: number,
  before: number,
  out: FeatureList,
): void {
  const { form, shape, suffix2, suffix3, suffix4, prefix3, word } = columns;
  const here = form[i]!;
  const left = at(form, i - 1);
  const right = at(form, i + 1);
  out.clear();
  out.group(1);
  for (const value of [here, word[i]!, suffix3[i]!, suffix2[i]!, suffix4[i]!, prefix3[i]!])
    out.add(value);
  out.add(shape[i]!);
  for (const value of [left, right, at(form, i - 2), at(form, i + 2)]) out.add(value);
  out.add(previous);
  out.add(before);
  out.add2(previous, before);
  out.add2(previous, here);
  out.add2(left, here);
  out.add2(here, right);
  out.add(at(suffix3, i + 1));
  out.add(at(suffix3, i - 1));
  out.add2(previous, right);
  out.add2(shape[i]!, i === 0 ? 1 : 0);
  out.add2(previous, suffix3[i]!);
  out.add2(at(shape, i + 1), shape[i]!);
}

/** The tag of every word of a sentence. */
export function tagWords(columns: WordColumns, model: TaggerModel): string[] {
  const features = new FeatureList();
  const scores = new Float32Array(model.tags.length);
  const tags: string[] = [];
  let previous = START;
  let before = START;
  for (let i = 0; i < columns.length; i++) {
    let best = model.certain.get(columns.word[i]!);
    if (best === undefined) {
      tagFeatures(columns, i, previous, before, features);
      scores.fill(0);
      model.weights.accumulate(features.values, 0, features.length, scores, 0);
      best = argmax(scores);
    }
    tags.push(model.tags[best]!);
    before = previous;
    previous = hashOf(model.tags[best]!);
  }
  return tags;
}
