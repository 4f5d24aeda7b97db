import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportReply, StatementReply } from '../../server/contract/replies.ts';
import { ALL, attributed, quoted } from '../../server/contract/index.ts';
import { presentStatements } from '../../server/export/present.ts';
import { loadRecords } from '../../server/record/sample.ts';
import { openTemporaryStore } from '../../server/store/sqlite/index.ts';
import type { Store } from '../../server/store/store.ts';
import { citation, quotation } from '../../client/state/words.ts';

/** What "Copy citation" puts into other people's texts. */

let store: Store;
let cited: { statement: StatementReply; report: ReportReply; line: string }[];

const URL = 'http://here/?open=x';

beforeAll(async () => {
  store = await openTemporaryStore();
  await store.loadSample(loadRecords());
  const { items } = await store.statements(ALL, 'said', { limit: 1000, cursor: null });
  const replies = await presentStatements(store, items);
  cited = replies.flatMap((statement) =>
    statement.reports.map((report) => ({
      statement,
      report,
      line: citation(statement, report, URL),
    })),
  );
});
afterAll(() => store.close());

describe('the citation of every report of the sample', () => {
  it('is there for all of them', () => {
    expect(cited.length).toBeGreaterThan(80);
  });

  it('writes dates as people do, with the vagueness that they have', () => {
    for (const { statement, report, line } of cited) {
      const outside = line.replace(quotation(report), '');
      expect(line).not.toMatch(/NaN|undefined|null|XX/);
      expect(outside).not.toMatch(/\d{4}-\d{2}|\d~/);
      const vague = [statement.said, report.document.published].filter((date) =>
        date?.includes('~'),
      );
      expect(outside.match(/about /g) ?? []).toHaveLength(vague.length);
    }
  });

  it('puts marks around direct speech only, and single ones within', () => {
    for (const { statement, report, line } of cited) {
      const marked = line.includes(quoted(quotation(report)).slice(0, -1));
      expect(marked, line).toBe(statement.mode === 'direct');
      expect(line.includes('paraphrased): ')).toBe(statement.mode !== 'direct');
      if (statement.mode === 'direct') expect(line.match(/[“”"]/g)).toHaveLength(4);
    }
  });

  it('ends its sentences once, and with the address', () => {
    for (const { line } of cited) {
      expect(line).not.toMatch(/[.!?]["”’]*\.(?!\.)/);
      expect(line.endsWith(`. ${URL}`)).toBe(true);
    }
  });
});

describe('words of a speaker', () => {
  it.each([
    ['direct', 'He said "no" to “us”.', 'X: “He said ‘no’ to ‘us’.”'],
    ['indirect', 'there was no plan', 'X (paraphrased): there was no plan'],
    ['mixed', 'it was “a game”', 'X (partly paraphrased): it was “a game”'],
  ] as const)('in %s speech', (mode, words, line) => {
    expect(attributed('X', mode, words)).toBe(line);
  });
});
