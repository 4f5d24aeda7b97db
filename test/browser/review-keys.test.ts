import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { StatementPage } from '../../server/contract/replies.ts';
import { ARTICLE } from './article.ts';
import { faultsOf, launch, openPage } from './browser.ts';
import { openReview, recordOf, sent, stepTo } from './record.ts';
import { createStand, type Stand } from './stand.ts';

/** Keys of the review that could decide what nobody meant to. */

vi.setConfig({ testTimeout: 90_000 });

describe('the review by keyboard', () => {
  let stand: Stand;
  let browser: Browser;
  const record = recordOf(() => stand);

  beforeAll(async () => {
    [stand, browser] = await Promise.all([createStand(), launch()]);
    await record.bring(ARTICLE);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await stand?.stop();
  });

  async function reviewing(words: RegExp): Promise<Page> {
    const page = await openPage(browser);
    const faults = faultsOf(page);
    onTestFinished(async () => {
      await page.close();
      expect(faults).toEqual([]);
      expect(stand.faults).toEqual([]);
    });
    await openReview(page, stand.url);
    await stepTo(page, words);
    return page;
  }

  const at = (page: Page) => new URL(page.url()).searchParams.get('at');
  const acts = async () => {
    const { items } = await record.json<StatementPage>('/api/statements?status=proposed');
    return new Map(items.map(({ id, act }) => [id as string, act]));
  };

  it('decides about an act once Enter is pressed, not at every arrow, and never by Escape', async () => {
    const page = await reviewing(/We will keep the strait/);
    const list = page.locator('#review-act');
    const place = at(page) ?? '';
    const before = (await acts()).get(place);
    const decided = (await record.decisions()).total;
    const arrows = async () => {
      await page.keyboard.press('t');
      for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowDown');
      expect(await list.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await list.inputValue()).not.toBe(before);
    };
    await arrows();
    await page.keyboard.press('Escape');
    expect(await list.inputValue()).toBe(before);
    await arrows();
    const chosen = await list.inputValue();
    await page.keyboard.press('Enter');
    await sent(page);
    expect(at(page)).toBe(place);
    expect((await record.decisions()).total).toBe(decided + 1);
    expect((await acts()).get(place)).toBe(chosen);
    await page.keyboard.press('u');
    await sent(page);
    expect((await acts()).get(place)).toBe(before);
    expect(await list.inputValue()).toBe(before);
  });

  it('offers nobody to merge by itself, and has the cursor in the empty name', async () => {
    const page = await reviewing(/We will keep the strait/);
    await page.keyboard.press('m');
    const goes = page.getByRole('combobox', { name: 'Becomes part of it', exact: true });
    await expect
      .poll(() => goes.evaluate((element) => element === document.activeElement))
      .toBe(true);
    expect(await page.getByRole('button', { name: 'Merge', exact: true }).isDisabled()).toBe(true);
  });

  it('says that a statement needs words when all of them are taken away', async () => {
    const page = await reviewing(/We will keep the strait/);
    await page.keyboard.press('e');
    await page.keyboard.press('Delete');
    await page.getByRole('alert').filter({ hasText: 'needs words' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
  });
});
