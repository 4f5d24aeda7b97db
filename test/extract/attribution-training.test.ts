import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CUE_CONSTRAINTS, crfOf } from '../../server/extract/attribution/models.ts';
import { precedentFeatures } from '../../server/extract/attribution/precedents.ts';
import { standingsOf } from '../../server/extract/attribution/choice.ts';
import type { CueSpan } from '../../server/extract/attribution/cue-path.ts';
import { tableOf, type ModelFile } from '../../server/extract/nlp/model-file.ts';
import { loadModels } from '../../server/extract/load-models.ts';
import { parse } from '../../server/extract/nlp/index.ts';
import { analysed } from '../../server/train/analysed.ts';
import {
  crfFile,
  DEFAULT_OPTIONS,
  includeCrf,
  jackknifedExamples,
  trainArgumentStage,
  trainCueStage,
} from '../../server/train/attribution.ts';
import { averagedCrf } from '../../server/train/average.ts';
import { trainChoice, type Choice } from '../../server/train/choice.ts';
import { clustersOf, type Embeddings } from '../../server/train/clusters.ts';
import { readCorpus } from '../../server/train/corpus.ts';
import {
  encodeModelFile,
  ModelWriter,
  type TrainedTable,
} from '../../server/train/model-writer.ts';
import { greatestWeight } from '../../server/train/perceptron.ts';
import { randomSource } from '../../server/contract/index.ts';
import { choiceFile, precedentsOf, trainRanker, writeRanker } from '../../server/train/ranker.ts';

const CORPUS = '../shared/polnear/train';

/** A trained table as weights that score. */
function weightsOf(table: TrainedTable) {
  return tableOf(new ModelWriter().table('t', table, 0, greatestWeight(table)).build(), 't');
}

/** A field over features 0 to 9 with weights of its own. */
function field(seed: number): ModelFile {
  const random = randomSource(seed);
  const table = (width: number, first: number) => {
    const keys = Uint32Array.from({ length: 8 }, (_, i) => first + i);
    const values = Float32Array.from({ length: 8 * width }, () => 2 * random() - 1);
    return { width, bits: 32, keys, values };
  };
  return crfFile({ emissions: table(3, seed % 3), transitions: table(9, 0) });
}

function emissionsOf(file: ModelFile, feature: number): number[] {
  const out = new Float64Array(3);
  crfOf(file, 'crf', CUE_CONSTRAINTS).emissions.accumulate(Uint32Array.of(feature), 0, 1, out, 0);
  return [...out];
}

describe('an average of fields', () => {
  it('scores as the mean of them does, within a step of quantisation', () => {
    const files = [1, 2, 3].map(field);
    const average = crfFile(averagedCrf(files));
    for (let feature = 0; feature < 10; feature++) {
      const scores = files.map((file) => emissionsOf(file, feature));
      emissionsOf(average, feature).forEach((score, k) => {
        const mean = scores.reduce((sum, one) => sum + one[k]!, 0) / files.length;
        expect(score).toBeCloseTo(mean, 1);
      });
    }
  });
});

describe('precedents', () => {
  const example = (aspect: number, outcome: number) => ({
    aspects: Uint32Array.from({ length: 15 }, (_, i) => 100 * aspect + i),
    features: new Float32Array(),
    choice: new Uint32Array(),
    cue: { from: 0, to: 1 },
    outcome,
    exact: 0,
  });

  it('tell the share that was right, drawn towards the prior, and the number of cases', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 2, max: 40 }), (right, count) => {
        fc.pre(right <= count);
        const cases = Array.from({ length: count }, (_, i) => example(7, i < right ? 1 : 0));
        const features = precedentFeatures(example(7, 0).aspects, precedentsOf(cases));
        expect(features[0]).toBeCloseTo((right + 4 * 0.22) / (count + 4), 2);
        expect(features.at(-1)).toBe(count);
      }),
    );
  });

  it('of what was never seen, or but once, are the prior', () => {
    const features = precedentFeatures(example(8, 0).aspects, precedentsOf([example(8, 1)]));
    expect(features[0]).toBeCloseTo(0.22);
    expect(features.at(-1)).toBe(0);
  });
});

describe('the choice among the proposals of a cue', () => {
  const cueOf = () => ({ from: 0, to: 1 });
  const seen = (cue: CueSpan, features: number[], outcome: number): Choice => {
    return { cue, choice: Uint32Array.from(features), outcome };
  };
  // Feature 1 marks the right one, 2 the wrong one, 3 both of a cue of which none is right.
  const choices = Array.from({ length: 60 }, cueOf).flatMap((cue, i) =>
    i % 3 === 0
      ? [seen(cue, [3, 1], 0), seen(cue, [3, 2], 0)]
      : [seen(cue, [1], 1), seen(cue, [2], 0)],
  );
  const options = { epochs: 20, rate: 0.5, initialSquares: 1, l2: 0, cutoff: 2, seed: 1 };
  const weights = weightsOf(trainChoice(choices, options));

  it('learns which is right, and that none may be', () => {
    const cue = cueOf();
    const [right, wrong] = standingsOf([seen(cue, [1], 0), seen(cue, [2], 0)], weights);
    expect(right!.probability).toBeGreaterThan(0.7);
    expect(wrong!.probability).toBeLessThan(0.2);
    const none = standingsOf([seen(cue, [3, 1], 0), seen(cue, [3, 2], 0)], weights);
    expect(none[0]!.probability + none[1]!.probability).toBeLessThan(0.4);
  });

  it('is within a cue alone', () => {
    const [a, b] = [cueOf(), cueOf()];
    const alone = standingsOf([seen(a, [1], 0)], weights);
    const beside = standingsOf([seen(b, [2], 0), seen(a, [1], 0), seen(b, [1], 0)], weights);
    expect(beside[1]).toEqual(alone[0]);
  });
});

describe('clusters of words', () => {
  it('part words by where their vectors point', () => {
    const angles = [0, 0.1, 1.6, 1.7, 0.05, 1.65];
    const embeddings: Embeddings = {
      dimensions: 2,
      words: angles.map((_, i) => `word${i}`),
      vectors: Float32Array.from(angles.flatMap((angle) => [Math.cos(angle), Math.sin(angle)])),
    };
    const options = { clusters: 2, rounds: 4, frequent: 6, spread: 6 };
    expect([...clustersOf(embeddings, options)]).toEqual([0, 0, 1, 1, 0, 1]);
  });
});

describe.skipIf(!existsSync(CORPUS))('training on a few articles', () => {
  it('gives the same bytes when it is done again', () => {
    const models = loadModels();
    const documents = readCorpus(CORPUS).slice(0, 4);
    const parsed = documents.map(({ text }) => parse(text, models));
    const options = {
      ...DEFAULT_OPTIONS,
      orders: 2,
      cues: { ...DEFAULT_OPTIONS.cues, epochs: 2 },
      arguments: { ...DEFAULT_OPTIONS.arguments, epochs: 2 },
    };
    const train = () => {
      const texts = analysed(documents, parsed, models.attribution.clusters);
      const cues = trainCueStage(texts, options, (_, make) => make());
      const args = trainArgumentStage(texts, cues, options, (_, make) => make());
      const examples = jackknifedExamples(texts, cues, args);
      const writer = new ModelWriter()
        .map('precedents', precedentsOf(examples.flat()))
        .include(choiceFile(examples.flat()), 'choice', 'choice');
      includeCrf(writer, 'cues', cues.file);
      includeCrf(writer, 'arguments', args.file);
      writeRanker(writer, trainRanker(examples));
      return Buffer.from(encodeModelFile(writer.build())).toString('base64');
    };
    expect(train()).toBe(train());
  }, 120_000);
});
