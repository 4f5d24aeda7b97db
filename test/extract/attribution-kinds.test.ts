import { describe, expect, it } from 'vitest';
import { judgeKinds, measuredOf } from '../bench/attribution-kinds.ts';
import type { AnnotatedAttribution } from '../bench/attribution-metrics.ts';
import type { Measured, MeasuredKind } from '../../server/contract/index.ts';
import { loadMeasured } from '../../server/extract/index.ts';
import { loadModels } from '../../server/extract/load-models.ts';

const TEXT =
  '“We will sign the treaty tomorrow,” Smith said.\n\n' +
  'Jones believes that the talks are over.\n\nBrown said that “nobody” was asked.';

const span = (words: string) => {
  const start = TEXT.indexOf(words);
  return [[start, start + words.length] as const];
};

const GOLD: AnnotatedAttribution[] = [
  {
    source: span('Smith'),
    cue: span('said'),
    content: span('“We will sign the treaty tomorrow,”'),
  },
  {
    source: span('Jones'),
    cue: span('believes'),
    content: span('that the talks are over'),
  },
  { source: span('Brown'), cue: span('said that'), content: span('“nobody” was asked') },
];

const measuredKind = (
  { kinds }: Measured,
  mode: MeasuredKind['mode'],
  speech: MeasuredKind['speech'],
) => kinds.find((one) => one.mode === mode && one.speech === speech);

describe('figures by kind', () => {
  const measured = measuredOf('three sentences', [judgeKinds(TEXT, GOLD, loadModels())]);
  const annotated = (mode: MeasuredKind['mode'], speech: MeasuredKind['speech']) =>
    measuredKind(measured, mode, speech)!.annotated;

  it('count the annotated attributions by what their words show', () => {
    expect(annotated(null, null)).toBe(3);
    expect(annotated('direct', true)).toBe(1);
    expect(annotated('mixed', true)).toBe(1);
    expect(annotated('indirect', false)).toBe(1);
  });

  it('leave a share open where there is nothing to divide by', () => {
    expect(measuredKind(measured, 'direct', false)).toMatchObject({
      precision: null,
      recall: null,
    });
  });

  it('of the weights that ship add up', () => {
    const shipped = loadMeasured();
    const sum = (count: 'proposals' | 'annotated') =>
      shipped.kinds
        .filter(({ mode, speech }) => mode !== null && speech !== null)
        .reduce((all, kind) => all + kind[count], 0);
    const all = measuredKind(shipped, null, null)!;
    expect([sum('proposals'), sum('annotated')]).toEqual([all.proposals, all.annotated]);
    expect(all.precision! * all.proposals).toBeCloseTo(all.recall! * all.annotated, -1);
  });
});
