import { FeatureList, hashOf } from '../extract/nlp/hash.ts';
import type { ModelFile } from '../extract/nlp/model-file.ts';
import { tagFeatures } from '../extract/nlp/tagger.ts';
import { argmax } from '../extract/nlp/weights.ts';
import { ModelWriter, PRUNE_SHARE } from './model-writer.ts';
import { AveragedPerceptron, greatestWeight } from './perceptron.ts';
import { randomSource } from '../contract/index.ts';
import { shuffle } from './shuffle.ts';
import type { SilverSentence } from './silver.ts';

const BITS = 18;
const EPOCHS = 5;
/** A word so frequent and so unambiguous has its tag looked up. */
const CERTAIN_COUNT = 50;
const CERTAIN_SHARE = 0.998;
const START = hashOf('<s>');

/** Trains the part-of-speech tagger, feeding it its own guesses as history. */
export function trainTagger(sentences: readonly SilverSentence[]): ModelFile {
  const tags = [...new Set(sentences.flatMap((sentence) => sentence.tags))].sort();
  const classOf = new Map(tags.map((tag, i) => [tag, i]));
  const certain = certainWords(sentences, classOf);
  const perceptron = new AveragedPerceptron(tags.length, BITS);
  const random = randomSource(7);
  const order = [...sentences];
  const tagHashes = tags.map(hashOf);
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const sentence of shuffle(order, random))
      learnSentence(sentence, classOf, tagHashes, certain, perceptron);
  const table = perceptron.averaged();
  const limit = greatestWeight(table);
  return new ModelWriter()
    .set('tags', tags)
    .map('certain', certain)
    .table('weights', table, limit * PRUNE_SHARE, limit)
    .build();
}

function learnSentence(
  sentence: SilverSentence,
  classOf: ReadonlyMap<string, number>,
  tagHashes: readonly number[],
  certain: ReadonlyMap<number, number>,
  perceptron: AveragedPerceptron,
): void {
  const { columns, tags } = sentence;
  const features = new FeatureList();
  const scores = new Float32Array(perceptron.width);
  let [previous, before] = [START, START];
  for (let i = 0; i < columns.length; i++) {
    let guess = certain.get(columns.word[i]!);
    if (guess === undefined) {
      tagFeatures(columns, i, previous, before, features);
      perceptron.scores(features, scores);
      guess = argmax(scores);
      perceptron.learn(features, classOf.get(tags[i]!)!, guess);
    }
    before = previous;
    previous = tagHashes[guess]!;
  }
}

function certainWords(
  sentences: readonly SilverSentence[],
  classOf: ReadonlyMap<string, number>,
): Map<number, number> {
  const counts = new Map<number, Map<string, number>>();
  for (const { words, tags } of sentences)
    words.forEach((word, i) => {
      const key = hashOf(word);
      const byTag = counts.get(key) ?? new Map<string, number>();
      counts.set(key, byTag.set(tags[i]!, (byTag.get(tags[i]!) ?? 0) + 1));
    });
  const certain = new Map<number, number>();
  for (const [key, byTag] of counts) {
    const total = [...byTag.values()].reduce((sum, count) => sum + count, 0);
    const [tag, count] = [...byTag].reduce((a, b) => (b[1] > a[1] ? b : a));
    if (total >= CERTAIN_COUNT && count / total > CERTAIN_SHARE)
      certain.set(key, classOf.get(tag)!);
  }
  return certain;
}
