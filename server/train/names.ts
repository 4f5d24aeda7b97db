import { FeatureList, hashOf } from '../extract/nlp/hash.ts';
import type { ModelFile } from '../extract/nlp/model-file.ts';
import { ENTITY_KINDS, NAME_LABELS, nameFeatures } from '../extract/nlp/names.ts';
import { argmax } from '../extract/nlp/weights.ts';
import { ModelWriter, PRUNE_SHARE } from './model-writer.ts';
import { AveragedPerceptron, greatestWeight } from './perceptron.ts';
import { randomSource } from '../contract/index.ts';
import { shuffle } from './shuffle.ts';
import type { SilverSentence } from './silver.ts';

const BITS = 19;
const EPOCHS = 6;
const START = 99;

/** Trains the name tagger on the layer's tags. */
export function trainNames(sentences: readonly SilverSentence[]): ModelFile {
  const perceptron = new AveragedPerceptron(NAME_LABELS, BITS);
  const random = randomSource(11);
  const order = sentences.map((sentence) => ({
    columns: sentence.columns,
    tags: Uint32Array.from(sentence.tags, hashOf),
    labels: nameLabels(sentence.entities),
  }));
  const features = new FeatureList();
  const scores = new Float32Array(NAME_LABELS);
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const { columns, tags, labels } of shuffle(order, random)) {
      let [previous, before] = [START, START];
      for (let i = 0; i < columns.length; i++) {
        nameFeatures(columns, tags, i, previous, before, features);
        perceptron.scores(features, scores);
        const guess = argmax(scores);
        perceptron.learn(features, labels[i]!, guess);
        before = previous;
        previous = guess;
      }
    }
  const table = perceptron.averaged();
  const limit = greatestWeight(table);
  return new ModelWriter().table('weights', table, limit * PRUNE_SHARE, limit).build();
}

/** Begin-inside-outside labels from a class per word. */
function nameLabels(entities: readonly string[]): number[] {
  let previous = -1;
  return entities.map((entity) => {
    const kind = (ENTITY_KINDS as readonly string[]).indexOf(entity);
    const label = kind < 0 ? 0 : 1 + 2 * kind + (kind === previous ? 1 : 0);
    previous = kind;
    return label;
  });
}
