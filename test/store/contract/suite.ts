import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { Records } from '../../../graph-data/schema/index.ts';
import type { ResolvedQuery, ResolvedTerm } from '../../../server/contract/index.ts';
import type { Page, Store } from '../../../server/store/store.ts';
import { query, records } from '../arbitrary.ts';
import { fixture } from '../fixture.ts';
import { MemoryStore } from '../memory-store.ts';

export interface ContractOptions {
  /** A new, empty store whose clock is the one given. */
  readonly makeStore: (now: () => Date) => Promise<Store>;
  /** Runs of each property. */
  readonly runs: number;
}

export const ALL: ResolvedQuery = { type: 'all' };
export const FIRST = { limit: 1000, cursor: null };
export const clock = () => new Date('2024-05-06T07:08:09.010Z');

export function term(value: ResolvedTerm): ResolvedQuery {
  return { type: 'term', term: value };
}

export async function gather<T>(batches: AsyncIterable<T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}

/** Every page, each asked for with the cursor of the one before. */
export async function everyPage<T>(
  ask: (page: { limit: number; cursor: string | null }) => Promise<Page<T>>,
  limit: number,
): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await ask({ limit, cursor });
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return all;
}

/** An error of a code, as `toEqual` takes it. */
export function code(expected: string) {
  return expect.objectContaining({ code: expected });
}

/** Stores for the tests of one contract, each closed after the test that opened it. */
export function createSuite({ makeStore, runs }: ContractOptions) {
  const opened: Store[] = [];
  const closeAll = () => Promise.all(opened.splice(0).map((store) => store.close()));
  afterEach(async () => {
    await closeAll();
  });
  const open = async () => {
    const store = await makeStore(clock);
    opened.push(store);
    return store;
  };
  return {
    /** A store that is empty. */
    open,
    /** A store that holds the fixture. */
    async filled(): Promise<Store> {
      const store = await open();
      await store.loadSample(fixture());
      return store;
    },
    /** A store and the scan in memory, both with a data set. */
    async opposite(data: Records) {
      const [store, slow] = [await open(), new MemoryStore(clock)];
      await store.loadSample(data);
      await slow.loadSample(data);
      return { store, slow };
    },
    /** A test of what must hold of any data set and query. */
    property(what: string, body: (data: Records, asked: ResolvedQuery) => Promise<void>): void {
      test(what, async () => {
        await fc.assert(
          fc.asyncProperty(records, query, async (data, asked) => {
            await body(data, asked);
            await closeAll();
          }),
          { numRuns: runs },
        );
      });
    },
  };
}

export type Suite = ReturnType<typeof createSuite>;
