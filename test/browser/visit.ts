import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { faultsOf, launch, openPage, type Theme, type WIDE } from './browser.ts';
import { createStand, type Stand } from './stand.ts';

interface Visit {
  readonly theme?: Theme;
  readonly viewport?: typeof WIDE;
  readonly alone?: boolean;
  /** Errors that this visit is meant to cause, by part of their text. */
  readonly expected?: RegExp;
  /** Runs in the page before its own scripts. */
  readonly before?: () => void;
}

/** One stand and one browser for all tests of a file, and the way to open an address there. */
export function visiting() {
  let stand: Stand;
  let browser: Browser;
  beforeAll(async () => {
    [stand, browser] = await Promise.all([createStand(), launch()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await stand?.stop();
  });
  return {
    stand: () => stand,
    /** Opens an address and holds the page to a clean console when the test ends. */
    async visit(search = '', { expected, before, ...opening }: Visit = {}): Promise<Page> {
      const page = await openPage(browser, opening);
      const faults = faultsOf(page);
      onTestFinished(async () => {
        await page.close();
        expect(faults.filter((fault) => !expected?.test(fault))).toEqual([]);
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
