import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  judge,
  KINDS,
  ROLES,
  scoreOf,
  type AnnotatedAttribution,
  type AnnotatedDocument,
  type Pair,
} from '../bench/attribution-metrics.ts';
import { readGold } from '../bench/attribution-gold.ts';

const EVALUATOR = '../shared/polnear/evaluate.mjs';
const DEV = '../shared/polnear/dev';

const TEXT =
  'Smith said “we will go,” and then Jones wrote that it was — in a way — over. Who knows?';
const span = fc
  .tuple(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 30 }))
  .map(([start, length]): Pair => [start, Math.min(TEXT.length, start + length)]);
const attribution: fc.Arbitrary<AnnotatedAttribution> = fc.record({
  source: fc.array(span, { maxLength: 1 }),
  cue: fc.array(span, { minLength: 1, maxLength: 1 }),
  content: fc.array(span, { minLength: 1, maxLength: 2 }),
});
const annotated: fc.Arbitrary<AnnotatedDocument> = fc.record({
  text: fc.constant(TEXT),
  gold: fc.array(attribution, { maxLength: 4 }),
  predicted: fc.array(attribution, { maxLength: 4 }),
});

describe('judge', () => {
  it('gives gold as its own prediction full marks', () => {
    fc.assert(
      fc.property(fc.array(attribution, { minLength: 1, maxLength: 1 }), (gold) => {
        const judged = judge([{ text: TEXT, gold, predicted: gold }]);
        for (const role of ROLES) {
          const tally = judged.exact[role];
          if (tally.gold > 0) expect(scoreOf(tally).f1).toBe(1);
        }
      }),
    );
  });

  it('gives an empty prediction none', () => {
    const gold = [
      { source: [[0, 5] as const], cue: [[6, 10] as const], content: [[11, 24] as const] },
    ];
    const judged = judge([{ text: TEXT, gold, predicted: [] }]);
    expect(scoreOf(judged.relation.all)).toEqual({ precision: 0, recall: 0, f1: 0 });
    expect(judged.relation.quoted.gold).toBe(1);
    expect(judged.relation.speech.gold).toBe(1);
  });

  it.skipIf(!existsSync(EVALUATOR))('agrees with the evaluator of the corpus', async () => {
    const { evaluate } = (await import(pathToFileURL(resolve(EVALUATOR)).href)) as {
      evaluate: Evaluate;
    };
    fc.assert(
      fc.property(fc.array(annotated, { minLength: 1, maxLength: 3 }), (documents) => {
        const theirs = evaluate(
          new Map(documents.map(({ text, gold }, i) => [`${i}`, { text, attributions: gold }])),
          new Map(documents.map(({ predicted }, i) => [`${i}`, { attributions: predicted }])),
        );
        const ours = judge(documents);
        for (const kind of KINDS) {
          const { pred, gold, p, r } = theirs.relation[kind]!;
          expect(ours.relation[kind]).toMatchObject({ predicted: pred, gold });
          if (pred) expect(scoreOf(ours.relation[kind]).precision).toBeCloseTo(p, 9);
          if (gold) expect(scoreOf(ours.relation[kind]).recall).toBeCloseTo(r, 9);
        }
        for (const role of ROLES) {
          const { tp, pred, gold } = theirs.exact[role]!;
          expect(ours.exact[role]).toMatchObject({ matched: tp, predicted: pred, gold });
        }
      }),
    );
  });

  it.skipIf(!existsSync(EVALUATOR))('reads the same gold as the evaluator', async () => {
    const { goldMap } = (await import(pathToFileURL(resolve(EVALUATOR)).href)) as {
      goldMap: (folder: string, mode: string) => Map<string, { attributions: unknown[] }>;
    };
    const ours = readGold(DEV);
    const theirs = goldMap(DEV, 'medoid');
    expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
    for (const [name, { gold }] of ours) expect(gold).toEqual(theirs.get(name)!.attributions);
  });
});

type Evaluate = (
  gold: Map<string, { text: string; attributions: readonly AnnotatedAttribution[] }>,
  predicted: Map<string, { attributions: readonly AnnotatedAttribution[] }>,
) => {
  relation: Record<string, { p: number; r: number; pred: number; gold: number }>;
  exact: Record<string, { tp: number; pred: number; gold: number }>;
};
