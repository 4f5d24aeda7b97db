import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { writeList, type List } from '../../server/cli/lists.ts';
import type { Format } from '../../server/cli/args.ts';
import { SqliteStore } from '../../server/store/sqlite/index.ts';
import { inShell } from './shell.ts';

const folder = mkdtempSync(join(tmpdir(), 'onrecord-lists-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

/** Numbers from 0, in pages as a store gives them. */
function numbers(total: number): List<number> {
  return {
    one: 'number',
    ask: async ({ limit, cursor }) => {
      const from = Number(cursor ?? 0);
      const to = Math.min(total, from + limit);
      const items = Array.from({ length: to - from }, (_, i) => from + i);
      return { total, items, next: to < total ? String(to) : null };
    },
    listing: async (items) => ({ columns: ['n'], rows: items.map((n) => [n]), json: items }),
  };
}

async function written(total: number, format: Format, limit: number) {
  let out = '';
  const err: string[] = [];
  const io = {
    ...{ out: (text: string) => void (out += text), err: (line: string) => void err.push(line) },
    ...{ width: null, env: {}, folder },
  };
  expect(await writeList(numbers(total), { format, limit, io })).toBe(total);
  return { out, err: err.join('\n') };
}

describe('a list', () => {
  test('holds as many as are asked for, and tells how many there are', async () => {
    const limits = fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.constant(Infinity));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 4000 }), limits, async (total, limit) => {
        const listed = Array.from({ length: Math.min(total, limit) }, (_, i) => i);
        const csv = await written(total, 'csv', limit);
        expect(csv.out).toBe(['n', ...listed].map((cell) => `${cell}\r\n`).join(''));
        const json = await written(total, 'json', limit);
        expect(JSON.parse(json.out)).toEqual(listed);
        for (const { err } of [csv, json])
          expect(err.match(/\d+/g)?.map(Number)).toEqual(
            listed.length < total ? [listed.length, total] : [total],
          );
      }),
      { numRuns: 50 },
    );
  });
});

describe('statements as CSV', () => {
  /** More than can be asked for by number. */
  const MANY = 100_500;

  test('are all that match, however many', { timeout: 60_000 }, async () => {
    const { statements } = SqliteStore.prototype;
    vi.spyOn(SqliteStore.prototype, 'statements').mockImplementation(async function (
      this: SqliteStore,
      query,
      sort,
      { limit, cursor },
    ) {
      const [model] = (await statements.call(this, query, sort, { limit: 1, cursor: null })).items;
      const from = Number(cursor ?? 0);
      const to = Math.min(MANY, from + limit);
      const items = Array.from({ length: to - from }, () => model!);
      return { total: MANY, items, next: to < MANY ? String(to) : null };
    });
    const { code, out, err } = await inShell(['search', '--csv'], { folder });
    expect(code).toBe(0);
    expect(out.match(/stmt:/g)).toHaveLength(MANY);
    expect(err).toContain(`${MANY} statements`);
    expect(err).not.toContain(' of ');
  });
});
