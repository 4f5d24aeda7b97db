import { describe, expect, it } from 'vitest';
import { loadRecords } from '../../server/record/sample.ts';

const records = loadRecords();
const kindOf = new Map(records.actors.map(({ id, kind }) => [id, kind]));
const outletOf = new Map(records.documents.map(({ id, outlet }) => [id, outlet]));
const reports = records.statements.flatMap((statement) =>
  statement.reports.map((report) => ({ ...report, statement })),
);

const OPEN = '“';
const CLOSE = '”';

/** Whether marks stand in pairs, so that a mark at an end belongs to words quoted inside. */
function balanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === OPEN) depth += 1;
    if (character === CLOSE) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

describe('spans, by the codebook', () => {
  it('takes direct speech from between its marks, without the comma before the closing one', () => {
    for (const { statement, content } of reports.filter((r) => r.statement.mode === 'direct'))
      for (const { exact } of content) {
        expect(exact, statement.id).not.toMatch(/[,\s]$/);
        expect(exact, statement.id).not.toMatch(/^[“"]|^\s/);
        expect(balanced(exact), statement.id).toBe(true);
      }
  });

  it('finds marks around direct speech in the text, reversed and unclosed ones included', () => {
    for (const { statement, content } of reports.filter((r) => r.statement.mode === 'direct'))
      for (const { exact, prefix, suffix } of content) {
        expect(prefix.slice(-1), statement.id).toBe(OPEN);
        const closed = /[“”]/.test(suffix.slice(0, 3)) || exact.endsWith(CLOSE);
        expect(closed, statement.id).toBe(true);
      }
  });

  it('takes paraphrase without "that", without marks and without the final stop', () => {
    for (const { statement, content } of reports.filter((r) => r.statement.mode === 'indirect'))
      for (const { exact } of content) {
        expect(exact, statement.id).not.toMatch(/^that\s|[.,\s]$/);
        expect(exact, statement.id).not.toMatch(/[“”"]/);
      }
  });

  it('keeps the inner marks of a mixed content, in pairs', () => {
    for (const { statement, content } of reports.filter((r) => r.statement.mode === 'mixed')) {
      const words = content.map(({ exact }) => exact).join(' ');
      expect(words, statement.id).toMatch(/“[^”]+”/);
      expect(balanced(words), statement.id).toBe(true);
      expect(words.startsWith(OPEN) && words.indexOf(CLOSE) === words.length - 1).toBe(false);
    }
  });

  it('keeps cue and source short and outside the content', () => {
    for (const { statement, content, cue, source } of reports)
      for (const selector of [cue, source].filter((s) => s !== null)) {
        expect(selector.exact.split(/\s+/).length, statement.id).toBeLessThanOrEqual(10);
        for (const { start, end } of content)
          expect(selector.end <= start || selector.start >= end, statement.id).toBe(true);
      }
    for (const { cue } of reports) if (cue) expect(cue.exact.split(/\s+/).length).toBeLessThan(4);
  });

  it('gives every report content, and a source wherever the text names one', () => {
    for (const { content, statement, source } of reports) {
      expect(content.length, statement.id).toBeGreaterThan(0);
      expect(source, statement.id).not.toBeNull();
    }
  });

  it('words each statement as its longest report does', () => {
    for (const { id, text, reports: told } of records.statements) {
      const wordings = told.map(({ content }) => content.map(({ exact }) => exact).join(' '));
      expect(wordings, id).toContain(text);
      expect(text.length, id).toBe(Math.max(...wordings.map(({ length }) => length)));
    }
  });

  it('repeats words exactly where a block stands twice, never as a second statement', () => {
    const repeated = reports.filter(({ repeats }) => repeats.length > 0);
    expect(repeated.length).toBe(4);
    for (const { content, repeats } of repeated)
      expect(repeats.map(({ exact }) => exact)).toEqual(content.map(({ exact }) => exact));
    const spans = reports.map((r) => `${r.document} ${r.content.map((c) => c.exact).join(' ')}`);
    expect(new Set(spans).size).toBe(spans.length);
  });

  it('gives every content span to one statement only', () => {
    for (const { id } of records.documents) {
      const spans = reports
        .filter((report) => report.document === id)
        .flatMap(({ content }) => content)
        .sort((a, b) => a.start - b.start);
      spans.slice(1).forEach((span, i) => expect(span.start).toBeGreaterThan(spans[i]?.end ?? 0));
    }
  });
});

describe('speakers and carriers, by the codebook', () => {
  it('lets governments speak, never states', () => {
    for (const { id, speaker } of records.statements)
      expect(kindOf.get(speaker), id).not.toBe('state');
  });

  it('lets states, not their governments, be parties to agreements', () => {
    for (const { parties } of records.agreements)
      for (const party of parties) expect(kindOf.get(party)).toBe('state');
  });

  it('keeps the outlet, the speaker and the addressees out of via', () => {
    for (const { via, document, statement } of reports) {
      expect(via, statement.id).not.toContain(outletOf.get(document));
      expect(via, statement.id).not.toContain(statement.speaker);
      for (const addressee of statement.addressees) expect(via).not.toContain(addressee);
      for (const carrier of via) expect(kindOf.get(carrier), statement.id).toBe('media');
    }
  });

  it('names every carrier in the document that credits it', () => {
    for (const { via, document } of reports)
      for (const carrier of via)
        expect(
          records.mentions.some((m) => m.document === document && m.actor === carrier),
          `${carrier} in ${document}`,
        ).toBe(true);
  });

  it('keeps an unnamed group to one origin', () => {
    const groups = records.actors.filter(({ kind }) => kind === 'group').map(({ id }) => id);
    for (const group of groups) {
      const said = reports.filter(({ statement }) => statement.speaker === group);
      const documents = new Set(said.map(({ document }) => document));
      if (documents.size > 1) expect(new Set(said.map(({ origin }) => origin)).size).toBe(1);
    }
  });

  it('shares an origin only between reports of a statement told in several documents', () => {
    for (const { id, reports: told } of records.statements)
      if (told.length > 1) expect(new Set(told.map(({ origin }) => origin)).size, id).toBe(1);
  });
});

describe('dates, by the codebook', () => {
  it('marks what was said on a weekday as approximate while publication is not stated', () => {
    const weekday = /\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/;
    const undated = reports.filter(({ cue }) => cue !== null && weekday.test(cue.suffix));
    expect(undated.length).toBeGreaterThan(0);
    for (const { statement, cue } of undated)
      if (!/\b(November|October) \d/.test(cue?.suffix ?? ''))
        expect(statement.said, statement.id).toMatch(/~/);
  });
});
