import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { browserHere, faultsOf, pagesIn, type Opening, type Pages } from './browser.ts';
import { createStand, type Stand } from './stand.ts';

/** Software rendering beside other test files is slow; a hang is still caught. */
const TEST_MS = 120_000;

/** How long a test waits for one thing on the screen. */
const STEP_MS = 60_000;

export interface Visit extends Opening {
  /** Errors that this visit may cause, by part of their text. */
  readonly expected?: RegExp;
  /** Errors that this visit must cause, each whole and in turn; none when absent. */
  readonly faults?: readonly string[];
  /** Runs in the page before its own scripts. */
  readonly before?: () => void;
}

/** What a page writes when the server refuses something with a status. */
const refusedWith = (status: string) =>
  `Failed to load resource: the server responded with a status of ${status}`;

export const CONFLICT = refusedWith('409 (Conflict)');
export const UNPROCESSABLE = refusedWith('422 (Unprocessable Entity)');

/**
 * One stand and its own pages for all tests of a file, and the way to open an address there.
 *
 * @param prepare what is done on the stand before the first test
 */
export function visiting(prepare: () => Promise<unknown> = async () => undefined) {
  vi.setConfig({ testTimeout: TEST_MS });
  let stand: Stand;
  let pages: Pages;
  beforeAll(async () => {
    const [own, browser] = await Promise.all([createStand(), browserHere()]);
    stand = own;
    pages = pagesIn(browser);
    await prepare();
  }, TEST_MS);
  afterAll(async () => {
    await pages?.close();
    await stand?.stop();
  });
  return {
    stand: () => stand,
    /** Opens an address and holds the page to a clean console when the test ends. */
    async visit(search = '', { expected, faults = [], before, ...opening }: Visit = {}) {
      const page: Page = await pages.open(opening);
      page.setDefaultTimeout(STEP_MS);
      const met = faultsOf(page);
      onTestFinished(async () => {
        await page.close();
        expect(met.filter((fault) => !expected?.test(fault))).toEqual(faults);
        expect(stand.faults).toEqual([]);
      });
      if (before) await page.addInitScript(before);
      await page.goto(`${stand.url}/${search}`);
      return page;
    },
    /** To be called last in a file. */
    serverIsClean: () =>
      it('the server met no fault of its own all the while', () => {
        expect(stand.faults).toEqual([]);
      }),
  };
}
