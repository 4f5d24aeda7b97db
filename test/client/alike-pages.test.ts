import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { likenessesOf } from '../../client/state/alike.ts';
import type { Likeness, LikenessList } from '../../server/contract/review.ts';
import { MOST_IDS } from '../../server/contract/vocabulary.ts';

/** Likenesses of a table that is asked about in parts. */

const id = (n: number) => `stmt:s${n}`;
const ids = (count: number) => Array.from({ length: count }, (_, n) => id(n));

const likeness = (records: readonly string[], score: number): Likeness => ({
  ...{
    type: 'same-utterance',
    records: [...records],
    documents: records.length,
    copies: 0,
    first: [],
  },
  ...{ labels: [], sources: [], score, reason: '' },
});

/** A server that has these likenesses and lists `most` of them at a time. */
function serves(all: readonly Likeness[], most: number, bound?: (of: string[]) => string | null) {
  const listOf = (of: string[]): LikenessList => {
    const among = all.filter(({ records }) => records.some((record) => of.includes(record)));
    return { total: among.length, items: among.slice(0, most), bound: bound?.(of) ?? null };
  };
  vi.stubGlobal('fetch', async (url: string) => {
    const of = new URL(url, 'http://localhost').searchParams.get('of')?.split(',') ?? [];
    expect(of.length).toBeLessThanOrEqual(MOST_IDS);
    return Response.json(listOf(of));
  });
}

afterEach(() => vi.unstubAllGlobals());

it('tells each likeness once, most alike first, whichever parts it spans', async () => {
  const count = 2 * MOST_IDS + 20;
  const group = fc.uniqueArray(fc.nat(count + 20), { minLength: 2, maxLength: 6 });
  const records = fc.uniqueArray(group, {
    selector: (group) => group.join(' '),
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(records, async (groups) => {
      const all = groups.map((group, i) => likeness(group.map(id), 1 - i / 100));
      serves(all, 200);
      const asked = new Set(ids(count));
      const wanted = all.filter((each) => each.records.some((record) => asked.has(record)));
      const { items, total } = await likenessesOf(ids(count));
      expect(items).toEqual(wanted);
      expect(total).toBe(wanted.length);
    }),
  );
});

it('counts what each of the lists cut', async () => {
  const [first, second] = [id(0), id(MOST_IDS)];
  const all = [
    ...Array.from({ length: 5 }, (_, n) => likeness([first, `stmt:other${n}`], 0.9)),
    ...Array.from({ length: 4 }, (_, n) => likeness([second, `stmt:more${n}`], 0.8)),
  ];
  serves(all, 3);
  const { items, total } = await likenessesOf(ids(MOST_IDS + 1));
  expect([items.length, total]).toEqual([6, 9]);
});

it('tells all that was not compared, though only some of the statements bear on it', async () => {
  const bound = (of: string[]) =>
    of.includes(id(MOST_IDS))
      ? 'Compared were some statements; some documents.'
      : 'Compared were some statements.';
  serves([], 200, bound);
  expect((await likenessesOf(ids(MOST_IDS + 1))).bound).toContain('documents');
});
