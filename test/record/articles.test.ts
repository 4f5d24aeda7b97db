import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createRecord } from '../../server/record/index.ts';
import { loadRecords } from '../../server/record/sample.ts';
import { MemoryStore } from '../store/memory-store.ts';

/** The raw articles of the sample record; they are data of others and not part of the repository. */
const CORPUS = new URL('../../../shared/corpus/', import.meta.url);
const articles = existsSync(CORPUS)
  ? readdirSync(CORPUS)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(new URL(name, CORPUS), 'utf8'))
  : [];

async function sample() {
  const store = new MemoryStore();
  await store.loadSample(loadRecords());
  return { store, record: createRecord(store) };
}

describe.skipIf(articles.length === 0)('an article of the sample (needs ../shared/corpus)', () => {
  test('anchors every selector and is held', async () => {
    const { store, record } = await sample();
    for (const text of articles) {
      const report = await record.attachText(null, text);
      expect(report).toMatchObject({ version: false, faults: [] });
      expect(report.checked).toBeGreaterThan(20);
      expect(await store.text(report.document)).toBe(text);
    }
  });

  test('with ten altered passages reports just those ten', async () => {
    for (const text of articles) {
      const { store, record } = await sample();
      const sha256 = createHash('sha256').update(text).digest('hex');
      const document = await store.documentOfText(sha256);
      if (!document) throw new Error('the sample quotes every article');
      const { statements } = await store.dataSet();
      const spans = statements
        .flatMap(({ reports }) => reports.filter((report) => report.document === document))
        .map(({ content }) => content[0])
        .filter((selector) => selector !== undefined)
        .sort((a, b) => a.start - b.start);
      const apart = spans.filter((span, i) => i === 0 || span.start >= (spans[i - 1]?.end ?? 0));
      const step = Math.max(1, Math.floor(apart.length / 10));
      const chosen = apart.filter((_, i) => i % step === 0).slice(0, 10);
      const marked = chosen.map(({ start, end }) => [start, end]);
      const report = await record.attachText(document, alter(text, chosen));
      const hit = report.faults.filter(({ role }) => role === 'content');
      expect(hit.map(({ start, end }) => [start, end])).toEqual(expect.arrayContaining(marked));
      const outside = report.faults.filter(
        (fault) => !chosen.some(({ start, end }) => fault.start < end && fault.end > start),
      );
      expect(outside).toEqual([]);
    }
  });
});

/** Puts a word into the middle of each passage, so that what follows is shifted. */
function alter(text: string, passages: readonly { start: number; end: number }[]): string {
  return [...passages]
    .sort((a, b) => b.start - a.start)
    .reduce((copy, { start, end }) => {
      const middle = Math.floor((start + end) / 2);
      return `${copy.slice(0, middle)}xyzzy${copy.slice(middle)}`;
    }, text);
}
