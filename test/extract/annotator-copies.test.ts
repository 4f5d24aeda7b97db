import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CUE_CONSTRAINTS } from '../../server/extract/attribution/models.ts';
import { AnnotatorCopies, type AnnotatedRows } from '../../server/train/annotator-copies.ts';
import { trainCrf, type LabelledSequence } from '../../server/train/crf.ts';

const FEATURES = 6;

const annotated = fc
  .tuple(fc.array(fc.array(fc.nat(FEATURES - 1), { maxLength: 4 }), { maxLength: 5 }), fc.nat(2))
  .map(([tokens, annotator]) => {
    const starts = [0];
    for (const token of tokens) starts.push(starts.at(-1)! + token.length);
    const rows = Uint32Array.from(tokens.flat());
    return { tokens, data: { rows, starts: Uint32Array.from(starts), annotator } };
  });

describe("an annotator's copies of features", () => {
  it('stand beside the features that are frequent, and no two annotators or features share one', () => {
    fc.assert(
      fc.property(
        fc.array(annotated, { minLength: 1 }),
        fc.integer({ min: 1, max: 4 }),
        (all, cutoff) => {
          const copies = new AnnotatorCopies(
            all.map((one) => one.data),
            FEATURES,
            cutoff,
          );
          const owners = new Map<number, string>();
          for (const { tokens, data } of all) {
            const { rows, starts } = copies.added(data);
            tokens.forEach((token, i) => {
              const own = [...rows.subarray(starts[i], starts[i + 1])];
              expect(own.filter((row) => row < FEATURES)).toEqual(token);
              const copied = token.filter((row) => uses(all, row) >= cutoff);
              const extra = own.filter((row) => row >= FEATURES);
              expect(extra).toHaveLength(copied.length);
              extra.forEach((row, k) => {
                const owner = `${data.annotator} ${copied[k]}`;
                expect(owners.get(row) ?? owner).toBe(owner);
                owners.set(row, owner);
                expect(row).toBeLessThan(FEATURES + copies.size);
              });
            });
          }
          expect(new Set(owners.values()).size).toBe(owners.size);
        },
      ),
    );
  });

  const uses = (all: readonly { data: AnnotatedRows }[], row: number) =>
    all.flatMap(({ data }) => [...data.rows]).filter((one) => one === row).length;
});

describe('a field learned from several annotators', () => {
  /** One token with a feature: 1 begins a cue for both annotators, 2 for the first one alone. */
  const token = (feature: number, annotator: number): LabelledSequence => {
    const label = feature === 1 || annotator === 0 ? 1 : 0;
    const sequence = {
      length: 1,
      emission: Uint32Array.of(feature),
      emissionStarts: Uint32Array.of(0, 1),
      transition: Uint32Array.of(),
      transitionStarts: Uint32Array.of(0, 0),
    };
    return { sequence, labels: Uint8Array.of(label), annotator };
  };
  // The first annotator has four times as many articles.
  const data = Array.from({ length: 100 }, (_, i) => token(1 + (i % 2), i % 10 < 8 ? 0 : 1));
  const options = { epochs: 20, rate: 0.5, initialSquares: 1, l2: 0, cutoff: 1, seed: 1 };
  const begins = (feature: number, cutoff: number) => {
    const copies = { cutoff, initialSquares: 1 };
    const { emissions } = trainCrf(data, CUE_CONSTRAINTS, { ...options, copies });
    const row = emissions.keys.indexOf(feature);
    return emissions.values[row * emissions.width + 1]!;
  };

  it("keeps what is one annotator's manner out of what all agree on", () => {
    expect(begins(2, 1)).toBeLessThan(begins(2, Infinity));
    expect(begins(2, 1) / begins(1, 1)).toBeLessThan(begins(2, Infinity) / begins(1, Infinity));
  });

  it('gives a weight for each feature and none for the copies', () => {
    const copies = { cutoff: 1, initialSquares: 1 };
    const { emissions } = trainCrf(data, CUE_CONSTRAINTS, { ...options, copies });
    expect([...emissions.keys].sort()).toEqual([1, 2]);
    expect(emissions.values).toHaveLength(2 * emissions.width);
  });
});
