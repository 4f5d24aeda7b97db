import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ActorReply, AgreementPage, RelationPage } from '../../server/contract/replies.ts';
import { ARTICLE } from './article.ts';
import { violations } from './axe.ts';
import { drawn, faultsOf, launch, openPage } from './browser.ts';
import { openReview, pickActor, recordOf, sent, stepTo } from './record.ts';
import { createStand, type Stand } from './stand.ts';

/** What the reader misread of agreements, ties and actors, mended on the screen. */

vi.setConfig({ testTimeout: 90_000 });
const PATIENT = { timeout: 20_000, interval: 50 };

describe('mending on the screen', () => {
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

  async function opened(expected: readonly string[] = []): Promise<Page> {
    const page = await openPage(browser);
    const faults = faultsOf(page);
    onTestFinished(async () => {
      await page.close();
      expect(faults).toEqual(expected);
      expect(stand.faults).toEqual([]);
    });
    return page;
  }

  it('changes state and parties of an agreement by keyboard, each undone by itself', async () => {
    const before = await record.whole();
    const page = await opened();
    await openReview(page, stand.url, '&types=agreement');
    const state = page.getByLabel('State', { exact: true });
    expect(await state.inputValue()).toBe('signed');
    await state.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '+ add to “Parties”' }).press('Enter');
    const field = page.getByRole('combobox', { name: 'Add to “Parties”' });
    await field.fill('European Commission');
    await page
      .getByRole('option', { name: /European Commission/ })
      .first()
      .waitFor();
    await field.press('Enter');
    await page.getByRole('button', { name: /Take European Commission out/ }).waitFor();
    await page.getByLabel('Place', { exact: true }).fill('Tallinn harbour');
    await page.getByLabel('Place', { exact: true }).press('Enter');
    await sent(page);
    expect(await violations(page)).toEqual([]);
    const { items } = await record.json<AgreementPage>('/api/agreements?status=proposed');
    expect(items[0]).toMatchObject({ state: 'amended', place: 'Tallinn harbour' });
    expect(items[0]?.parties.map(({ name }) => name)).toContain('European Commission');
    const words = (await record.decisions()).items.map((item) => item.words);
    expect(words[2]).toMatch(/^Changed state \(signed → amended\)/);
    await page.locator('.review-text').focus();
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('u');
    await sent(page);
    await expect.poll(record.whole, PATIENT).toBe(before);
  });

  it('keeps two parties, and the focus where one was taken out', async () => {
    const before = await record.whole();
    const page = await opened();
    await openReview(page, stand.url, '&types=agreement');
    const out = (name: string) => page.getByRole('button', { name: `Take ${name} out of` });
    await out('Finland').press('Enter');
    await page.getByText('At least two must stay').waitFor();
    await page.getByRole('button', { name: '+ add to “Signed by”' }).press('Enter');
    await pickActor(page, 'Add to “Signed by”', 'Jaan Tamm');
    await out('Jaan Tamm').press('Enter');
    const focused = () => page.evaluate(() => document.activeElement?.id);
    await expect.poll(focused, PATIENT).toBe('claim-signatories-add');
    await page.locator('.review-text').focus();
    for (let i = 0; i < 2; i += 1) await page.keyboard.press('u');
    await sent(page);
    await expect.poll(record.whole, PATIENT).toBe(before);
  });

  it('changes the kind of a tie and tells that its date is none', async () => {
    const before = await record.whole();
    const page = await opened();
    await openReview(page, stand.url, '&types=relation');
    const valid = page.getByLabel('Valid', { exact: true });
    await valid.fill('last spring');
    await valid.press('Enter');
    await page.getByText('No such date.').waitFor();
    await valid.press('Escape');
    await page.getByText('No such date.').waitFor({ state: 'detached' });
    await valid.fill('2023');
    await valid.press('Enter');
    await sent(page);
    const { items } = await record.json<RelationPage>('/api/relations?status=proposed');
    expect(items.map((item) => item.valid)).toContain('2023');
    await page.locator('.review-text').focus();
    await page.keyboard.press('u');
    await sent(page);
    await expect.poll(record.whole, PATIENT).toBe(before);
  });

  it('mends an actor from what is known of it, and takes that back', async () => {
    const tamm = () => record.json<ActorReply>('/api/actors/actor:jaan-tamm');
    const before = JSON.stringify(await tamm());
    const page = await opened();
    await page.goto(`${stand.url}/?open=actor:jaan-tamm`);
    await drawn(page);
    await page.getByRole('button', { name: 'Mend', exact: true }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Mend the actor' });
    const name = dialog.getByLabel('Name', { exact: true });
    await name.fill('Jaan Tammsaar');
    await name.press('Tab');
    expect(await dialog.getByLabel('Also called').inputValue()).toContain('Jaan Tamm');
    await dialog.getByLabel('Wikidata item').fill('Q42');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');
    await dialog.getByRole('status').waitFor();
    expect(await tamm()).toMatchObject({ name: 'Jaan Tammsaar', wikidata: 'Q42' });
    await page.getByRole('heading', { name: 'Jaan Tammsaar' }).waitFor();
    await dialog.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect.poll(async () => JSON.stringify(await tamm()), PATIENT).toBe(before);
  });

  it('offers the merge when the name is somebody else’s, on the review by keyboard', async () => {
    const karvonen = () => record.json<ActorReply>('/api/actors/actor:anna-karvonen');
    const before = await record.whole();
    const page = await opened();
    await openReview(page, stand.url);
    await stepTo(page, /We will keep the strait/);
    const mend = page.getByRole('button', { name: 'Mend Anna Karvonen' });
    await mend.press('Enter');
    const form = page.getByRole('dialog', { name: 'Mend the actor' });
    const name = form.getByLabel('Name', { exact: true });
    await name.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('jaan tamm');
    await form.getByText('Jaan Tamm is on the record already').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Merge two actors' });
    const half = (which: string) => dialog.getByRole('region', { name: which, exact: true });
    await half('Stays').getByText('Jaan Tamm').first().waitFor();
    await half('Becomes part of it').getByText('Anna Karvonen').first().waitFor();
    await dialog.getByRole('button', { name: 'Merge', exact: true }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await sent(page);
    expect((await karvonen()).id).toBe('actor:jaan-tamm');
    const line = page.locator('.line[aria-current]');
    await line.filter({ hasText: 'Jaan Tamm' }).waitFor();
    await page.locator('.review-text').focus();
    await page.keyboard.press('u');
    await sent(page);
    await line.filter({ hasText: 'Anna Karvonen' }).waitFor();
    await expect.poll(record.whole, PATIENT).toBe(before);
  });

  it('shows a mended name in the queue at once, and that it was taken back', async () => {
    const before = await record.whole();
    const page = await opened();
    await openReview(page, stand.url);
    await stepTo(page, /We will keep the strait/);
    const line = page.locator('.line[aria-current]');
    await page.getByRole('button', { name: 'Mend Anna Karvonen' }).press('Enter');
    const form = page.getByRole('dialog', { name: 'Mend the actor' });
    await form.getByLabel('Name', { exact: true }).fill('Anna-Liisa Karvonen');
    await form.getByRole('button', { name: 'Save' }).press('Enter');
    await line.filter({ hasText: 'Anna-Liisa Karvonen' }).waitFor();
    await form.getByRole('button', { name: 'Undo' }).press('Enter');
    await form.waitFor({ state: 'detached' });
    await line.filter({ hasText: 'Anna Karvonen' }).waitFor();
    await expect.poll(record.whole, PATIENT).toBe(before);
  });

  it('offers the same beside what is known of an actor, and shows whom it became', async () => {
    const before = await record.whole();
    const page = await opened();
    await page.goto(`${stand.url}/?open=actor:pieter-stanov`);
    await drawn(page);
    const mend = page.getByRole('button', { name: 'Mend', exact: true });
    await mend.press('Enter');
    await page.getByLabel('Name', { exact: true }).fill('Jaan Tamm');
    const merge = page.getByRole('button', { name: 'merge the two' });
    await merge.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Merge two actors' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const focused = () => mend.evaluate((button) => button === document.activeElement);
    await expect.poll(focused, PATIENT).toBe(true);
    await mend.press('Enter');
    await page.getByLabel('Name', { exact: true }).fill('Jaan Tamm');
    await merge.press('Enter');
    await dialog.getByRole('button', { name: 'Merge', exact: true }).press('Enter');
    await page.getByRole('heading', { name: 'Jaan Tamm' }).waitFor();
    const [merged] = (await record.decisions()).items;
    await record.post(`/api/decisions/${merged?.id}/undo`, {});
    await expect.poll(record.whole, PATIENT).toBe(before);
  });

  it('takes an actor up anew that somebody else mended meanwhile, and keeps what was typed', async () => {
    const lund = () => record.json<ActorReply>('/api/actors/actor:henrik-lund');
    const page = await opened([
      'Failed to load resource: the server responded with a status of 409 (Conflict)',
    ]);
    await page.goto(`${stand.url}/?open=actor:henrik-lund`);
    await drawn(page);
    await page.getByRole('button', { name: 'Mend', exact: true }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Mend the actor' });
    const save = dialog.getByRole('button', { name: 'Save' });
    await save.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Mend', exact: true }).press('Enter');
    await dialog.getByLabel(/^Note/).fill('Of the navy');
    const meanwhile = { note: 'An admiral', aliases: ['H. Lund'] };
    const action = { kind: 'edit', record: 'actor:henrik-lund', set: meanwhile };
    expect((await record.post('/api/decisions', { action, seen: {} })).ok).toBe(true);
    await save.press('Enter');
    await dialog.getByRole('button', { name: 'Load anew' }).press('Enter');
    await dialog.getByText('note “An admiral”').waitFor();
    expect(await dialog.getByLabel(/^Note/).inputValue()).toBe('Of the navy');
    expect(await violations(page)).toEqual([]);
    await save.press('Enter');
    await dialog.getByText('Saved.').waitFor();
    expect(await lund()).toMatchObject({ note: 'Of the navy', aliases: ['H. Lund'] });
  });
});
