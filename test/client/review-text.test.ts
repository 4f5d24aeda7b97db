import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectorAt } from '../../graph-data/schema/index.ts';
import * as spans from '../../client/state/review-spans.ts';
import { blocksOf, type Mark } from '../../client/state/review-text.ts';
import type { StatementReply } from '../../server/contract/replies.ts';

const prose = fc
  .array(fc.constantFrom('word', 'ü', '“quote”', 'B-2', '\n', ' ', ', ', '. ', '🙂'), {
    minLength: 4,
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

/** A line that goes on in the next is shown with a blank for its end. */
const blank = (words: string) => words.replaceAll('\n', ' ');

describe('the text with its marks', () => {
  it('shows every word of every paragraph once, whatever marks overlap', () => {
    fc.assert(
      fc.property(prose, fc.array(fc.tuple(fc.nat(), fc.nat())), (text, pairs) => {
        const marks = pairs.flatMap(([a, b], i): Mark[] => {
          const [start, end] = [a % text.length, b % text.length].sort((x, y) => x - y);
          return start === undefined || end === undefined || start === end
            ? []
            : [{ record: `stmt:${i}`, role: 'content', selector: selectorAt(text, start, end) }];
        });
        const shown = blocksOf(text, marks).flatMap(({ segments }) => segments);
        let left = 0;
        for (const { start, text: words, marks: over } of shown) {
          expect(start).toBeGreaterThanOrEqual(left);
          expect(text.slice(left, start)).toMatch(/^\s*$/);
          expect(blank(text.slice(start, start + words.length))).toBe(blank(words));
          const end = start + words.length;
          left = end;
          const expected = marks.filter(
            ({ selector }) => selector.start < end && selector.end > start,
          );
          expect(new Set(over)).toEqual(new Set(expected));
        }
        expect(text.slice(left)).toMatch(/^\s*$/);
      }),
    );
  });
});

describe('spans moved by words', () => {
  const text = 'The minister said: “We will go, now.” Nobody’s ship moved.';

  it('steps from word to word and keeps a word of punctuation whole', () => {
    expect(text.slice(0, spans.stepEnd(text, 3, 1))).toBe('The minister');
    expect(text.slice(0, spans.stepEnd(text, 12, -1))).toBe('The');
    const nobody = text.indexOf('Nobody');
    expect(text.slice(nobody, spans.stepEnd(text, nobody, 1))).toBe('Nobody’s');
  });

  it('never crosses its edges nor leaves the text', () => {
    const steps = fc.array(
      fc.tuple(fc.constantFrom('start' as const, 'end' as const), fc.constantFrom(1, -1)),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(prose, steps, (words, moves) => {
        fc.pre(words.length > 3);
        const begun: spans.Draft = {
          content: [{ start: 1, end: 3 }],
          cue: null,
          source: null,
          role: 'content',
          part: 0,
        };
        const moved = moves.reduce(
          (draft, [edge, by]) => spans.move(draft, words, edge, by as 1 | -1),
          begun,
        );
        const span = spans.current(moved);
        expect(span).not.toBeNull();
        expect(span!.start).toBeGreaterThanOrEqual(0);
        expect(span!.start).toBeLessThan(span!.end);
        expect(span!.end).toBeLessThanOrEqual(words.length);
      }),
    );
  });

  it('takes white space off what was dragged over', () => {
    const draft: spans.Draft = {
      content: [{ start: 0, end: 3 }],
      cue: null,
      source: null,
      role: 'cue',
      part: 0,
    };
    expect(spans.drag(draft, text, { start: 12, end: 18 }).cue).toEqual({ start: 13, end: 18 - 0 });
  });

  it('are what the statement says from then on, in short as well', () => {
    const report = { document: { id: 'doc:a' }, content: [], via: [] };
    const statement = { text: 'Old', summary: 'Old', reports: [report] } as unknown;
    const draft: spans.Draft = {
      content: [{ start: 0, end: 3 }],
      cue: null,
      source: null,
      role: 'content',
      part: 0,
    };
    const after = spans.withDraft(statement as StatementReply, 'doc:a', text, draft);
    expect(after).toMatchObject({ text: text.slice(0, 3), summary: text.slice(0, 3) });
  });
});
