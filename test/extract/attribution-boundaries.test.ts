import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARGUMENT_LABELS, LABEL } from '../../server/extract/attribution/argument-features.ts';
import {
  beginsAt,
  endsAt,
  withMovedBoundary,
} from '../../server/extract/attribution/boundaries.ts';
import { isContent, isSource } from '../../server/extract/attribution/proposal.ts';

/** A field that is sure of nothing but the places given. */
function fieldOf(length: number, begins: Record<number, number>, ends: Record<number, number>) {
  const marginals = new Float64Array(length * ARGUMENT_LABELS);
  for (const [i, p] of Object.entries(begins))
    marginals[Number(i) * ARGUMENT_LABELS + LABEL.contentBegins] = p;
  for (const [i, p] of Object.entries(ends))
    marginals[Number(i) * ARGUMENT_LABELS + LABEL.contentContinues] = p;
  return { marginals, offset: 0 };
}

/** o outside, s source, c content, Q cue; a run begins where its letter does. */
const labelsOf = (drawn: string) =>
  Uint8Array.from(drawn, (letter, i) => {
    const continues = drawn[i - 1] === letter ? 1 : 0;
    if (letter === 's') return LABEL.sourceBegins + continues;
    if (letter === 'c') return LABEL.contentBegins + continues;
    return letter === 'Q' ? LABEL.cue : LABEL.outside;
  });
const drawn = (labels: Uint8Array) =>
  Array.from(labels, (label) =>
    isContent(label) ? 'c' : isSource(label) ? 's' : label === LABEL.cue ? 'Q' : 'o',
  ).join('');
const moved = (before: string, field: ReturnType<typeof fieldOf>) => {
  const cue = { from: before.indexOf('Q'), to: before.lastIndexOf('Q') + 1 };
  return withMovedBoundary(labelsOf(before), cue, field).map(drawn);
};

describe('moved boundaries', () => {
  it('stand where the field sees the next best ones, the likeliest first', () => {
    const field = fieldOf(8, { 4: 0.3 }, { 5: 0.2, 7: 0.4 });
    expect(moved('sQcccooo', field)).toEqual(['sQcccccc', 'sQccccoo', 'sQoocooo']);
  });

  it('keep to the side of the cue, and leave the source out of what they take in', () => {
    expect(moved('cccoQss', fieldOf(7, {}, { 3: 0.5, 6: 0.5 }))).toEqual(['ccccQss']);
    expect(moved('Qcsso', fieldOf(5, {}, { 4: 0.5 }))).toEqual(['Qcssc']);
    expect(moved('osocQ', fieldOf(5, { 0: 0.5 }, {}))).toEqual(['csccQ']);
  });

  it('are none where the field is sure, or there is no content', () => {
    expect(moved('sQccc', fieldOf(5, { 3: 0.05 }, { 2: 0.05 }))).toEqual([]);
    expect(moved('sQooo', fieldOf(5, { 3: 0.9 }, { 4: 0.9 }))).toEqual([]);
  });

  it('leave cue and source as they are, and every run begins with a beginning', () => {
    const length = 12;
    const letters = fc.array(fc.constantFrom('o', 'c', 's'), {
      minLength: length - 1,
      maxLength: length - 1,
    });
    const weights = fc.array(fc.double({ min: 0, max: 0.5, noNaN: true }), {
      minLength: length * ARGUMENT_LABELS,
      maxLength: length * ARGUMENT_LABELS,
    });
    fc.assert(
      fc.property(letters, fc.nat(length - 1), weights, (rest, at, marginals) => {
        const before = [...rest.slice(0, at), 'Q', ...rest.slice(at)].join('');
        const labels = labelsOf(before);
        const field = { marginals: Float64Array.from(marginals), offset: 0 };
        const results = withMovedBoundary(labels, { from: at, to: at + 1 }, field);
        expect(results.length).toBeLessThanOrEqual(4);
        for (const result of results) {
          result.forEach((label, i) => {
            if (!isContent(label) && !isContent(labels[i]!)) expect(label).toBe(labels[i]);
            if (isSource(labels[i]!)) expect(label).toBe(labels[i]);
            if (label === LABEL.contentContinues) expect(isContent(result[i - 1]!)).toBe(true);
          });
          expect(result[at]).toBe(LABEL.cue);
        }
      }),
    );
  });

  it('read how probable a beginning and an end are', () => {
    const field = fieldOf(4, { 1: 0.8 }, { 2: 0.6, 3: 0.1 });
    expect([0, 1, 2].map((i) => beginsAt(field, i))).toEqual([0, 0.8, 0]);
    expect(endsAt(field, 1)).toBeCloseTo(0.2);
    expect(endsAt(field, 2)).toBeCloseTo(0.5);
    expect(endsAt(field, 3)).toBeCloseTo(0.1);
  });
});
