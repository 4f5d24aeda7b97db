import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { StatementPage, StatementReply } from '../../server/contract/replies.ts';
import type { ProposalPage } from '../../server/contract/review.ts';
import { ARTICLE, manyArticles } from './article.ts';
import { hasFocus, keyInto, PHONE, press } from './browser.ts';
import {
  actorField,
  placeOf,
  queueStatus,
  reviewing,
  sent,
  stepTo,
  takeBack,
  toText,
} from './record.ts';
import { CONFLICT } from './visit.ts';

/** Keys of the review that could decide what nobody meant to. */

describe('the review by keyboard', () => {
  const { review, record } = reviewing(ARTICLE);

  /** Opens the review at what she says of the strait. */
  async function atStrait(faults: readonly string[] = []): Promise<Page> {
    const page = await review('', { faults });
    await stepTo(page, /We will keep the strait/);
    return page;
  }

  const acts = async () => {
    const { items } = await record.json<StatementPage>('/api/statements?status=proposed');
    return new Map(items.map(({ id, act }) => [id as string, act]));
  };

  it('decides about an act once Enter is pressed, not at every arrow, and never by Escape', async () => {
    const page = await atStrait();
    const list = page.locator('#review-act');
    const { items } = await record.json<StatementPage>('/api/statements?q=%22keep+the+strait%22');
    const place = items[0]?.id ?? '';
    await expect.poll(() => placeOf(page)).toBe(place);
    const before = (await acts()).get(place);
    const decided = (await record.decisions()).total;
    const arrows = async () => {
      await keyInto(page, 't', list);
      for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowDown');
      await hasFocus(list);
      await expect.poll(() => list.inputValue()).not.toBe(before);
    };
    await arrows();
    await page.keyboard.press('Escape');
    await expect.poll(() => list.inputValue()).toBe(before);
    await arrows();
    const chosen = await list.inputValue();
    await page.keyboard.press('Enter');
    await sent(page);
    expect(placeOf(page)).toBe(place);
    expect((await record.decisions()).total).toBe(decided + 1);
    expect((await acts()).get(place)).toBe(chosen);
    await takeBack(page);
    expect((await acts()).get(place)).toBe(before);
    await expect.poll(() => list.inputValue()).toBe(before);

    // Picked by pointer, it is decided at once.
    await list.dispatchEvent('pointerdown');
    await list.selectOption(chosen);
    await expect.poll(async () => (await acts()).get(place)).toBe(chosen);
    await takeBack(page);
    expect((await acts()).get(place)).toBe(before);
  });

  it('offers nobody to merge by itself, and has the cursor in the empty name', async () => {
    const page = await atStrait();
    await keyInto(page, 'm', actorField(page, 'Becomes part of it'));
    expect(await page.getByRole('button', { name: 'Merge', exact: true }).isDisabled()).toBe(true);
  });

  it('says that a statement needs words when all of them are taken away', async () => {
    const page = await atStrait();
    await page.keyboard.press('e');
    await page.keyboard.press('Delete');
    await page.getByRole('alert').filter({ hasText: 'needs words' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
  });

  it('offers the ends of an edit alone while spans are moved, on a phone within reach', async () => {
    const page = await atStrait();
    await page.setViewportSize(PHONE);
    const decided = (await record.decisions()).total;
    await page.getByRole('button', { name: /^Edit/ }).click();
    const ends = page.getByRole('group', { name: 'Save or leave it' });
    await ends.waitFor();
    for (const name of [/^Accept/, /^Reject/, /^Merge actors/])
      expect(await page.getByRole('button', { name }).count()).toBe(0);
    await page.getByRole('button', { name: /end one word back/ }).click();
    await ends.getByRole('button', { name: /^Save/ }).click({ trial: true });
    await ends.getByRole('button', { name: /^Cancel/ }).click();
    await page.getByRole('group', { name: 'Decide' }).waitFor();
    expect((await record.decisions()).total).toBe(decided);
  });

  it('refuses to overrule unseen what was decided in another tab, and says by what', async () => {
    const first = await atStrait();
    const second = await atStrait([CONFLICT]);
    const place = placeOf(first) ?? '';
    await first.keyboard.press('r');
    await sent(first);
    await second.keyboard.press('a');
    const notice = second.getByRole('alert').filter({ hasText: '1 decision refused' });
    await notice.waitFor();
    const status = async () =>
      (await record.json<StatementReply>(`/api/statements/${place}`)).status;
    expect(await status()).toBe('rejected');
    await press(notice.getByRole('button', { name: 'Show' }));
    await second
      .getByRole('region', { name: 'Details of the proposal' })
      .getByRole('alert')
      .filter({ hasText: /stands as rejected now, by a decision of local/ })
      .waitFor();
    await press(notice.getByRole('button', { name: 'Load anew' }));
    await notice.waitFor({ state: 'detached' });
    await second.keyboard.press('o');
    const log = second.getByRole('region', { name: 'Log of decisions' });
    await log.getByText(/^Rejected Anna Karvonen “We will keep the strait open/).waitFor();
    await press(log.getByRole('button', { name: /^Undo: Rejected Anna Karvonen/ }));
    await log.getByText(/^Took back: Rejected Anna Karvonen “We will keep/).waitFor();
    expect(await status()).toBe('proposed');
  });

  it('says how many are sure, asks before it accepts so many, and counts anew', async () => {
    await record.bring(...manyArticles(26));
    const sureOf = async () => (await record.json<ProposalPage>('/api/suggestions?min=0.95')).total;
    const { total } = await record.queue();
    const sure = await sureOf();
    expect(sure).toBeGreaterThan(50);
    const page = await review();
    const status = () => queueStatus(page);
    const all = page.getByRole('button', { name: `Accept everything at 95 % or more ${sure}` });
    await press(all);
    await press(page.getByRole('button', { name: 'Cancel' }));
    await press(all);
    expect(await sureOf()).toBe(sure);
    await press(page.getByRole('button', { name: `Accept ${sure}`, exact: true }));
    await expect.poll(sureOf).toBe(0);
    await expect.poll(status).toContain(`${total - sure} proposals to decide`);
    await page.getByRole('button', { name: /more 0$/ }).waitFor();
    await toText(page);
    await takeBack(page);
    await expect.poll(sureOf).toBe(sure);
    await expect.poll(status).toContain(`${total} proposals to decide`);
    await all.waitFor();
  });

  it('counts no longer what was decided beside the queue, from a page not yet fetched', async () => {
    const { total, items } = await record.queue();
    expect(total).toBeGreaterThan(200);
    const last = items.at(-1);
    const of = items.filter(({ type }) => type === last?.type).length;
    const page = await review(`&at=${last?.record.id}`);
    await page.getByText('beside the queue').waitFor();
    const status = () => queueStatus(page);
    const kinds = () =>
      page.getByRole('group', { name: 'Kinds of proposals' }).getByRole('button').allInnerTexts();
    await expect.poll(status).toContain(`${total} proposals to decide`);
    await page.keyboard.press('a');
    await expect.poll(status).toContain(`${total - 1} proposals to decide`);
    await expect.poll(async () => (await kinds()).join()).toMatch(new RegExp(`\\b${of - 1}\\b`));
    await takeBack(page);
    await expect.poll(status).toContain(`${total} proposals to decide`);
    await expect.poll(async () => (await record.queue()).total).toBe(total);
  });
});
