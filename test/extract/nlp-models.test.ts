import { readdirSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ensembleScores, logistic } from '../../server/extract/attribution/trees.ts';
import { FeatureList, hashString, mix } from '../../server/extract/nlp/hash.ts';
import { loadModels } from '../../server/extract/load-models.ts';
import { decodeModelFile, hashMapOf, tableOf } from '../../server/extract/nlp/model-file.ts';
import { HashedWeights } from '../../server/extract/nlp/weights.ts';
import { boost } from '../../server/train/boosting.ts';
import { encodeModelFile, ModelWriter } from '../../server/train/model-writer.ts';
import { AveragedPerceptron } from '../../server/train/perceptron.ts';
import { randomSource } from '../../server/contract/index.ts';

const MODELS = new URL('../../server/extract/models/', import.meta.url);

describe('hashing', () => {
  // Trained weights depend on these for good.
  it('stays as it was when the weights were trained', () => {
    expect(hashString('said')).toBe(2_930_755_723);
    expect(mix(1, 2)).toBe(2_046_450_864);
  });
});
const tables = fc.record({
  width: fc.integer({ min: 1, max: 20 }),
  keys: fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { minLength: 1, maxLength: 50 }),
  seed: fc.nat(),
});

describe('weights', () => {
  it('add up as a plain table does, absent keys for nothing', () => {
    fc.assert(
      fc.property(
        tables,
        fc.array(fc.nat(49), { maxLength: 400, size: 'max' }),
        ({ width, keys, seed }, picks) => {
          const random = randomSource(seed);
          const values = Int8Array.from({ length: keys.length * width }, () =>
            random() < 0.5 ? 0 : Math.floor(random() * 255) - 127,
          );
          const weights = new HashedWeights(width, 32, 0.5, Uint32Array.from(keys), values);
          const features = Uint32Array.from(picks, (pick) => keys[pick] ?? 7_777_777);
          const out = new Float64Array(width);
          weights.accumulate(features, 0, features.length, out, 0);
          const expected = new Float64Array(width);
          for (const feature of features)
            for (let k = 0; k < width; k++)
              expected[k]! += 0.5 * (values[keys.indexOf(feature) * width + k] ?? 0);
          expect([...out]).toEqual([...expected]);
        },
      ),
    );
  });

  it('come back from a model file within a step of quantisation', () => {
    fc.assert(
      fc.property(tables, ({ width, keys, seed }) => {
        const random = randomSource(seed);
        const values = Float32Array.from({ length: keys.length * width }, () => random() * 2 - 1);
        const table = { width, bits: 32, keys: Uint32Array.from(keys), values };
        const file = new ModelWriter().set('note', 'x').table('t', table, 0, 1).build();
        const read = decodeModelFile(encodeModelFile(file));
        expect(read.header.note).toBe('x');
        const weights = tableOf(read, 't');
        keys.forEach((key, row) => {
          const out = new Float64Array(width);
          weights.accumulate(Uint32Array.of(key), 0, 1, out, 0);
          out.forEach((value, k) => expect(value).toBeCloseTo(values[row * width + k]!, 1));
        });
      }),
    );
  });

  it('keep maps', () => {
    const map = new Map([
      [0, 1],
      [4_294_967_295, 65_535],
      [77, 256],
    ]);
    const file = new ModelWriter().map('m', map).build();
    expect(hashMapOf(decodeModelFile(encodeModelFile(file)), 'm')).toEqual(map);
  });
});

describe('learning', () => {
  it('an averaged perceptron learns what can be told apart', () => {
    const perceptron = new AveragedPerceptron(2, 10);
    const features = new FeatureList();
    const scores = new Float32Array(2);
    const see = (word: number) => {
      features.clear();
      features.group(1);
      features.add(word);
    };
    for (let round = 0; round < 20; round++)
      for (const word of [1, 2, 3, 4]) {
        see(word);
        perceptron.scores(features, scores);
        perceptron.learn(features, word % 2, scores[1]! > scores[0]! ? 1 : 0);
      }
    for (const word of [1, 2, 3, 4]) {
      see(word);
      perceptron.scores(features, scores);
      expect(scores[1]! > scores[0]! ? 1 : 0).toBe(word % 2);
    }
  });

  it('boosted trees learn what no line divides, and say how sure they are', () => {
    const random = randomSource(5);
    const examples = Array.from({ length: 4000 }, () => {
      const [x, y] = [random(), random()];
      const likely = x > 0.5 !== y > 0.5 ? 0.9 : 0.1;
      return { features: Float32Array.of(x, y), outcome: random() < likely ? 1 : 0 };
    });
    const trees = boost(examples, {
      trees: 60,
      leaves: 6,
      rate: 0.2,
      leastWeight: 5,
      l2: 1,
      featureShare: 1,
      exampleShare: 0.8,
      seeds: [1, 2],
    });
    const probability = (x: number, y: number) =>
      logistic(ensembleScores(trees, [Float32Array.of(x, y)])[0]!);
    expect(probability(0.2, 0.8)).toBeGreaterThan(0.8);
    expect(probability(0.8, 0.2)).toBeGreaterThan(0.8);
    expect(probability(0.2, 0.2)).toBeLessThan(0.2);
    expect(probability(0.8, 0.8)).toBeLessThan(0.2);
  });
});

describe('the weights that ship', () => {
  it('take at most 25 MB', () => {
    const sizes = readdirSync(MODELS).map((name) => statSync(new URL(name, MODELS)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(25e6);
  });

  it('load', () => expect(loadModels().tagger.tags).toContain('VBD'));
});
