import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decision, Records } from '../../graph-data/schema/index.ts';
import { OnrecordError } from '../../server/contract/index.ts';
import { Book } from '../../server/record/book.ts';
import { createRecord } from '../../server/record/index.ts';
import { replay, standing } from '../../server/record/replay.ts';
import type { AnyRecord, Store } from '../../server/store/store.ts';
import { openTemporaryStore } from '../../server/store/sqlite/index.ts';
import { records } from '../store/arbitrary.ts';
import { MemoryStore } from '../store/memory-store.ts';
import { documentOf } from './document.ts';
import { BY, plain } from './filled.ts';
import { actionFor, HELD, step, type Step } from './steps.ts';

/** The record by replaying the whole log over the whole data set, from scratch. */
function fromScratch(data: Records, log: readonly Decision[]): Map<string, AnyRecord> {
  const { format: _format, decisions: _decisions, ...lists } = data;
  const book = new Book(Object.values(lists).flat());
  replay(book, standing(log), { record: () => null, isDropped: () => false });
  return book.records;
}

/** Some actors are groups of one name, as every document has "reporters" of its own. */
const withGroups = (data: Records): Records => ({
  ...data,
  actors: data.actors.map((actor, i) =>
    i % 2 === 0 ? { ...actor, kind: 'group', name: i === 6 ? 'Reporters' : 'reporters' } : actor,
  ),
});

async function standingRecords(store: Store): Promise<[string, string][]> {
  const { format: _format, decisions: _decisions, ...lists } = await store.dataSet();
  return sorted(Object.values(lists).flat());
}

function sorted(list: Iterable<AnyRecord>): [string, string][] {
  return [...list]
    .map((record): [string, string] => [record.id, JSON.stringify(record)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

describe.each([
  ['in memory', async () => new MemoryStore(), 60],
  ['in SQLite', () => openTemporaryStore(), 12],
] as const)('decisions %s', (_where, open, numRuns) => {
  test('leave what a replay from scratch leaves, and undone leave what was there', async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.array(step, { minLength: 1, maxLength: 14 }),
        async (drawn, steps) => {
          const store = await open();
          try {
            await store.loadSample(withGroups(drawn));
            const record = createRecord(store);
            const document = documentOf('doc:held', HELD);
            await record.importExtraction({ document, text: HELD, proposals: {} });
            const data = await store.dataSet();
            const before = await plain(store);
            const recorded = await recordedAt(store);
            const log = await take(store, record, data, steps, seen);
            expect(await standingRecords(store)).toEqual(sorted(fromScratch(data, log).values()));
            await undoAll(store, record);
            expect(await plain(store)).toBe(before);
            expect(await recordedAt(store)).toEqual(recorded);
            expect(await store.bases()).toEqual(new Map());
            for (const { id } of data.actors) expect(await store.resolveId(id)).toBe(id);
          } finally {
            await store.close();
          }
        },
      ),
      { numRuns },
    );
    if (numRuns >= 50)
      for (const kind of [
        'merge',
        'split',
        'link',
        'add',
        'edit',
        're-attribute',
        'undo',
        'accept',
      ])
        expect([kind, (seen.get(kind) ?? 0) > 0]).toEqual([kind, true]);
  });
});

async function recordedAt(store: Store): Promise<[string, string][]> {
  const ids = (await store.dataSet()).statements.map(({ id }) => id);
  return (await store.statementsById(ids)).map(({ id, recorded }) => [id, recorded]);
}

/** Takes the steps that can be taken; one that is refused must change nothing. */
async function take(
  store: Store,
  record: ReturnType<typeof createRecord>,
  data: Records,
  steps: readonly Step[],
  seen: Map<string, number>,
): Promise<Decision[]> {
  for (const each of steps) {
    const action = actionFor(each, data, (await store.dataSet()).decisions);
    if (!action) continue;
    const before = JSON.stringify([await store.dataSet(), await store.revision()]);
    try {
      await record.decide(action, BY);
      seen.set(action.kind, (seen.get(action.kind) ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error;
      expect(['invalid-decision', 'not-found', 'conflict']).toContain(error.code);
      expect(JSON.stringify([await store.dataSet(), await store.revision()])).toBe(before);
    }
  }
  return (await store.dataSet()).decisions;
}

async function undoAll(store: Store, record: ReturnType<typeof createRecord>): Promise<void> {
  for (;;) {
    const last = standing((await store.dataSet()).decisions).at(-1);
    if (!last) return;
    await record.undo(last.id, BY);
  }
}
