import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphs, stitch, wholeWords, type Span } from '../../client/state/passage.ts';
import { CONTEXT_LENGTH, selectorAt } from '../../graph-data/schema/index.ts';

const text = fc.string({ minLength: 1, maxLength: 400, unit: 'binary' });

/** A text and spans in it, which may overlap. */
const marked = text.chain((body) =>
  fc
    .array(fc.tuple(fc.nat(body.length - 1), fc.integer({ min: 1, max: 30 })), { maxLength: 6 })
    .map((spans) => ({
      body,
      spans: spans.map(([start, length]): Span => ({
        role: 'content',
        selector: selectorAt(body, start, Math.min(body.length, start + length)),
      })),
    })),
);

const written = (runs: readonly { text: string }[]) => runs.map((run) => run.text).join('');

describe('passages', () => {
  it('are the very text of the document, in its order, apart from one another', () => {
    fc.assert(
      fc.property(marked, ({ body, spans }) => {
        let end = -1;
        for (const { start, runs } of stitch(spans)) {
          const words = written(runs);
          expect(body.slice(start, start + words.length)).toBe(words);
          expect(start).toBeGreaterThan(end);
          end = start + words.length;
        }
      }),
    );
  });

  it('mark every span that overlaps no earlier one, exactly', () => {
    fc.assert(
      fc.property(marked, ({ spans }) => {
        const marks = stitch(spans).flatMap(({ runs }) => runs.filter((run) => run.span !== null));
        for (const run of marks) expect(run.text).toBe(run.span?.selector.exact);
        const starts = spans.map(({ selector }) => selector.start);
        if (spans.length > 0) expect(marks[0]?.span?.selector.start).toBe(Math.min(...starts));
      }),
    );
  });

  it('show what a selector knows around it and no more', () => {
    const body = `${'a'.repeat(50)}QUOTED${'b'.repeat(50)}`;
    const [passage] = stitch([{ role: 'content', selector: selectorAt(body, 50, 56) }]);
    expect(written(passage?.runs ?? [])).toBe(
      `${'a'.repeat(CONTEXT_LENGTH)}QUOTED${'b'.repeat(CONTEXT_LENGTH)}`,
    );
  });

  it('lose only context when half words are trimmed', () => {
    fc.assert(
      fc.property(marked, ({ spans }) => {
        for (const passage of stitch(spans)) {
          const marks = (runs: typeof passage.runs) => runs.filter((run) => run.span !== null);
          expect(marks(wholeWords(passage).runs)).toEqual(marks(passage.runs));
        }
      }),
    );
  });

  it('begin with the text, and not with what stands above it as its front matter', () => {
    const body = '---\ndate: 2022-12-06\n---\n\nThey will not, he said.';
    const start = body.indexOf('not');
    const selector = selectorAt(body, start, start + 3);
    const [passage] = stitch([{ role: 'content', selector }]).map(wholeWords);
    expect(written(passage?.runs ?? [])).toBe('They will not, he');
    expect(passage?.cutBefore).toBe(false);
  });

  it('are whole paragraphs when the text is held', () => {
    const body = 'First line.\nHe said “no” to it.\nLast line.';
    const start = body.indexOf('no');
    const [passage, ...rest] = paragraphs(body, [
      { role: 'content', selector: selectorAt(body, start, start + 2) },
    ]);
    expect(rest).toEqual([]);
    expect(written(passage?.runs ?? [])).toBe('He said “no” to it.');
  });

  it('are all paragraphs of the text when asked, each once, wrapped lines joined', () => {
    const wrapped = [
      'He said in the council that the bridge would open in spring and that',
      'nobody had told him of the cracks before the money for it was spent,',
      'although they were known.',
    ];
    const body = `Title\n\n${wrapped.join('\n')}\n\nLast line.`;
    const start = body.indexOf('the bridge');
    const end = body.indexOf('nobody');
    const span = { role: 'content' as const, selector: selectorAt(body, start, end) };
    const shown = paragraphs(body, [span], true).map(({ runs }) => written(runs));
    expect(shown).toEqual(['Title', wrapped.join(' '), 'Last line.']);
    expect(paragraphs(body, [], true)).toHaveLength(3);
    expect(paragraphs(body, [span]).map(({ runs }) => written(runs))).toEqual([wrapped.join(' ')]);
  });

  it('take the fields above a text for one', () => {
    const body = '---\ntitle: A bridge\ndate: 2022-12-06\n---\n\nThey will not.\n---\nNo: never.';
    const shown = paragraphs(body, [], true).map(({ start, runs }) => [start, written(runs)]);
    expect(shown).toEqual([
      [0, '--- title: A bridge date: 2022-12-06 ---'],
      [body.indexOf('They'), 'They will not.'],
      [body.indexOf('---\nNo'), '---'],
      [body.indexOf('No:'), 'No: never.'],
    ]);
  });

  it('leave out a span that does not fit the held text', () => {
    const selector = { ...selectorAt('abc', 0, 2), exact: 'xy' };
    expect(paragraphs('abc', [{ role: 'content', selector }])).toEqual([]);
  });
});
