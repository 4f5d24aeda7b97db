import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { StatementPage, StatementReply } from '../../server/contract/replies.ts';
import type { ProposalPage } from '../../server/contract/review.ts';
import { ARTICLE, manyArticles } from './article.ts';
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

  async function reviewing(words: RegExp, expected: readonly string[] = []): Promise<Page> {
    const page = await openPage(browser);
    const faults = faultsOf(page);
    onTestFinished(async () => {
      await page.close();
      expect(faults).toEqual(expected);
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
    const { items } = await record.json<StatementPage>('/api/statements?q=%22keep+the+strait%22');
    const place = items[0]?.id ?? '';
    await expect.poll(() => at(page)).toBe(place);
    const before = (await acts()).get(place);
    const decided = (await record.decisions()).total;
    const arrows = async () => {
      await page.keyboard.press('t');
      for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowDown');
      expect(await list.evaluate((element) => element === document.activeElement)).toBe(true);
      await expect.poll(() => list.inputValue()).not.toBe(before);
    };
    await arrows();
    await page.keyboard.press('Escape');
    await expect.poll(() => list.inputValue()).toBe(before);
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
    await expect.poll(() => list.inputValue()).toBe(before);

    // Picked by pointer, it is decided at once.
    await list.dispatchEvent('pointerdown');
    await list.selectOption(chosen);
    await expect.poll(async () => (await acts()).get(place)).toBe(chosen);
    await page.keyboard.press('u');
    await sent(page);
    expect((await acts()).get(place)).toBe(before);
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

  it('refuses to overrule unseen what was decided in another tab, and says by what', async () => {
    const first = await reviewing(/We will keep the strait/);
    const second = await reviewing(/We will keep the strait/, [
      'Failed to load resource: the server responded with a status of 409 (Conflict)',
    ]);
    const place = at(first) ?? '';
    await first.keyboard.press('r');
    await sent(first);
    await second.keyboard.press('a');
    const notice = second.getByRole('alert').filter({ hasText: '1 decision refused' });
    await notice.waitFor();
    const status = async () =>
      (await record.json<StatementReply>(`/api/statements/${place}`)).status;
    expect(await status()).toBe('rejected');
    await notice.getByRole('button', { name: 'Show' }).press('Enter');
    await second
      .getByRole('region', { name: 'Details of the proposal' })
      .getByRole('alert')
      .filter({ hasText: /stands as rejected now, by a decision of local/ })
      .waitFor();
    await notice.getByRole('button', { name: 'Load anew' }).press('Enter');
    await notice.waitFor({ state: 'detached' });
    await second.keyboard.press('o');
    const log = second.getByRole('region', { name: 'Log of decisions' });
    await log.getByText(/^Rejected Anna Karvonen “We will keep the strait open/).waitFor();
    await log.getByRole('button', { name: /^Undo: Rejected Anna Karvonen/ }).press('Enter');
    await log.getByText(/^Took back: Rejected Anna Karvonen “We will keep/).waitFor();
    expect(await status()).toBe('proposed');
  });

  it('says how many are sure, asks before it accepts so many, and counts anew', async () => {
    await record.bring(...manyArticles(26));
    const sureOf = async () => (await record.json<ProposalPage>('/api/suggestions?min=0.95')).total;
    const { total } = await record.queue();
    const sure = await sureOf();
    expect(sure).toBeGreaterThan(50);
    const page = await openPage(browser);
    onTestFinished(() => page.close());
    await openReview(page, stand.url);
    const status = () => page.locator('.queue-head [role=status]').innerText();
    const all = page.getByRole('button', { name: `Accept everything at 95 % or more ${sure}` });
    await all.press('Enter');
    await page.getByRole('button', { name: 'Cancel' }).press('Enter');
    await all.press('Enter');
    expect(await sureOf()).toBe(sure);
    await page.getByRole('button', { name: `Accept ${sure}`, exact: true }).press('Enter');
    await expect.poll(sureOf).toBe(0);
    await expect.poll(status).toContain(`${total - sure} proposals to decide`);
    await page.getByRole('button', { name: /more 0$/ }).waitFor();
    await page.locator('.review-text').focus();
    await page.keyboard.press('u');
    await expect.poll(sureOf).toBe(sure);
    await expect.poll(status).toContain(`${total} proposals to decide`);
    await all.waitFor();
  });

  it('counts no longer what was decided beside the queue, from a page not yet fetched', async () => {
    const { total, items } = await record.queue();
    expect(total).toBeGreaterThan(200);
    const last = items.at(-1);
    const of = items.filter(({ type }) => type === last?.type).length;
    const page = await openPage(browser);
    onTestFinished(() => page.close());
    await openReview(page, stand.url, `&at=${last?.record.id}`);
    await page.getByText('beside the queue').waitFor();
    const status = () => page.locator('.queue-head [role=status]').innerText();
    const kinds = () =>
      page.getByRole('group', { name: 'Kinds of proposals' }).getByRole('button').allInnerTexts();
    await expect.poll(status).toContain(`${total} proposals to decide`);
    await page.keyboard.press('a');
    await expect.poll(status).toContain(`${total - 1} proposals to decide`);
    await expect.poll(async () => (await kinds()).join()).toMatch(new RegExp(`\\b${of - 1}\\b`));
    await page.keyboard.press('u');
    await expect.poll(status).toContain(`${total} proposals to decide`);
    await expect.poll(async () => (await record.queue()).total).toBe(total);
  });
});
