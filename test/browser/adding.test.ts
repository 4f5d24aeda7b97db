import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { StatementPage } from '../../server/contract/replies.ts';
import { ARTICLE } from './article.ts';
import { violations } from './axe.ts';
import { faultsOf, launch, openPage, PHONE } from './browser.ts';
import { openReview, pickActor, recordOf, sent } from './record.ts';
import { createStand, type Stand } from './stand.ts';

/** A statement that the reader missed, added on the screen. */

vi.setConfig({ testTimeout: 90_000 });
const PATIENT = { timeout: 20_000, interval: 50 };

/** Attributed in no way that the reader knows. */
const MISSED = 'Fishermen of Hamina: no ship has passed for a week, and none will.';
const TEXT = `${ARTICLE}\n${MISSED}\n`;
const WORDS = 'no ship has passed for a week, and none will';

describe('adding a statement on the screen', () => {
  let stand: Stand;
  let browser: Browser;
  const record = recordOf(() => stand);

  beforeAll(async () => {
    [stand, browser] = await Promise.all([createStand(), launch()]);
    await record.bring(TEXT);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await stand?.stop();
  });

  async function reviewing(expected: readonly string[] = [], viewport?: typeof PHONE) {
    const page = await openPage(browser, viewport === undefined ? {} : { viewport });
    const faults = faultsOf(page);
    onTestFinished(async () => {
      await page.close();
      expect(faults).toEqual(expected);
      expect(stand.faults).toEqual([]);
    });
    await openReview(page, stand.url);
    return page;
  }

  const form = (page: Page) => page.getByRole('complementary', { name: 'Add a statement' });
  const content = (page: Page) => form(page).locator('blockquote').innerText();
  const marked = (page: Page) =>
    page.locator('.review-text .other-content[title^="On the record"]').allInnerTexts();
  const found = async () =>
    (await record.json<StatementPage>('/api/statements?q=%22passed+for+a+week%22')).items;

  /** Selects words of the text as a mouse does, and waits until the screen has taken them. */
  async function select(page: Page, words: string): Promise<void> {
    await page.evaluate((wanted) => {
      const walker = document.createTreeWalker(
        document.querySelector('.review-text') as Element,
        NodeFilter.SHOW_TEXT,
      );
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
        return;
      }
    }, words);
    await page.getByRole('button', { name: /^Add statement/ }).waitFor();
  }

  it('by keyboard alone, of somebody new, and undoing it leaves the record as it was', async () => {
    const before = await record.whole();
    const page = await reviewing();
    const { total } = await record.queue();
    await page.keyboard.press('i');
    await form(page).waitFor();

    // The sentence is found by arrows, its ends by words, its cue and source are told.
    await expect
      .poll(async () => {
        const words = await content(page);
        if (!words.startsWith('Fishermen')) await page.keyboard.press('ArrowDown');
        return words;
      }, PATIENT)
      .toBe(MISSED);
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => content(page)).toBe(WORDS);
    await page.keyboard.press('3');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    await expect
      .poll(async () => (await page.locator('.own-source').allInnerTexts()).join(''))
      .toBe('Fishermen of Hamina');

    // Enter asks for the speaker; somebody new is made.
    await page.keyboard.press('Enter');
    await form(page).getByRole('alert').filter({ hasText: 'Who says it?' }).waitFor();
    expect(await violations(page)).toEqual([]);
    const field = page.getByRole('combobox', { name: 'Speaker', exact: true });
    await expect.poll(() => field.evaluate((it) => it === document.activeElement)).toBe(true);
    await field.pressSequentially('Fishermen of Hamina', { delay: 5 });
    await page.getByRole('option', { name: /New actor “Fishermen of Hamina”/ }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await form(page).getByLabel('Kind').selectOption('group');
    const make = form(page).getByRole('button', { name: 'Make' });
    await make.press('Enter');
    await make.waitFor({ state: 'detached' });
    await page.keyboard.press('t');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await form(page).getByLabel('Mode').inputValue()).toBe('indirect');
    await page.keyboard.press('Enter');
    await form(page).waitFor({ state: 'detached' });

    expect(await found()).toMatchObject([
      {
        speaker: { id: 'actor:fishermen-of-hamina', kind: 'group' },
        text: WORDS,
        act: 'denial',
        status: 'accepted',
        method: 'read',
        reports: [{ cue: null, source: { exact: 'Fishermen of Hamina' } }],
      },
    ]);
    expect((await record.queue()).total).toBe(total);
    await expect.poll(() => marked(page), PATIENT).toEqual([WORDS]);
    const log = (await record.decisions()).items;
    expect(log[0]?.words).toBe(`Added Fishermen of Hamina “${WORDS}”`);

    await page.keyboard.press('u');
    await sent(page);
    await expect.poll(record.whole, PATIENT).toBe(before);
    await expect.poll(() => marked(page), PATIENT).toEqual([]);
  });

  it('by selecting words and pressing the button, of somebody who speaks near by', async () => {
    const before = await record.whole();
    const page = await reviewing();
    await select(page, WORDS);
    await page.getByRole('button', { name: /^Add statement/ }).click();
    expect(await content(page)).toBe(WORDS);
    await page.keyboard.press('s');
    const near = form(page).getByRole('list', { name: 'Who speaks near by' });
    await near.getByRole('button', { name: /Jaan Tamm/ }).click();
    await form(page).getByLabel('Said', { exact: true }).fill('2023-03');
    await form(page).getByRole('button', { name: '+ add to “About”' }).click();
    await pickActor(page, 'Add to “About”', 'Estonia');
    await form(page)
      .getByRole('button', { name: /Take Estonia out/ })
      .waitFor();
    await form(page)
      .getByRole('button', { name: /^Add Enter/ })
      .click();
    await form(page).waitFor({ state: 'detached' });
    await expect.poll(async () => (await found())[0]?.speaker.name, PATIENT).toBe('Jaan Tamm');
    expect((await found())[0]).toMatchObject({ said: '2023-03', about: [{ name: 'Estonia' }] });
    // What was added stays in view.
    const added = page.locator('.review-text .other-content[title^="On the record"]');
    await expect
      .poll(() => added.evaluate((it) => it.getBoundingClientRect().bottom < innerHeight), PATIENT)
      .toBe(true);
    await page.keyboard.press('u');
    await sent(page);
    await expect.poll(record.whole, PATIENT).toBe(before);
  });

  it('makes a namesake somebody of his own', async () => {
    const before = await record.whole();
    const page = await reviewing();
    await select(page, WORDS);
    await page.keyboard.press('i');
    await page.keyboard.press('s');
    await page.getByRole('combobox', { name: 'Speaker' }).fill('Jaan Tamm');
    await page.getByRole('option', { name: /New actor/ }).click();
    await form(page).getByText('Jaan Tamm is on the record already').waitFor();
    await form(page).getByRole('button', { name: 'Make' }).press('Enter');
    await form(page)
      .getByRole('button', { name: /^Add Enter/ })
      .press('Enter');
    await form(page).waitFor({ state: 'detached' });
    const [item] = await found();
    expect(item?.speaker).toMatchObject({ id: 'actor:jaan-tamm-2', name: 'Jaan Tamm' });
    await page.keyboard.press('u');
    await sent(page);
    await expect.poll(record.whole, PATIENT).toBe(before);
  });

  it('says why it is refused and keeps what was typed', async () => {
    const before = await record.whole();
    const page = await reviewing([
      'Failed to load resource: the server responded with a status of 422 (Unprocessable Entity)',
    ]);
    const add = async () => {
      await select(page, WORDS);
      await page.keyboard.press('i');
      await page.keyboard.press('s');
      await page.getByRole('combobox', { name: 'Speaker' }).fill('Henrik Lund');
      const known = page.getByRole('option').filter({ hasNotText: 'New actor' });
      await known.first().waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('combobox', { name: 'Speaker' }).waitFor({ state: 'detached' });
      await page.keyboard.press('Enter');
    };
    await add();
    await expect.poll(() => marked(page), PATIENT).toEqual([WORDS]);
    await sent(page);
    await page.waitForLoadState('networkidle');
    await add();
    await form(page)
      .getByRole('alert')
      .filter({ hasText: /statement already/ })
      .waitFor();
    expect(await content(page)).toBe(WORDS);
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await sent(page);
    await expect.poll(record.whole, PATIENT).toBe(before);
  });

  it('works on a phone, and where every proposal is decided', async () => {
    const before = await record.whole();
    await record.post('/api/suggestions/accept', {});
    const [accepted] = (await record.decisions()).items;
    const page = await openPage(browser, { viewport: PHONE });
    onTestFinished(() => page.close());
    const [item] = (await record.json<StatementPage>('/api/statements?q=strait+open')).items;
    const document = item?.reports[0]?.document.id ?? '';
    await page.goto(`${stand.url}/?view=review&document=${document}`);
    await page.locator('.review-text .other-content').first().waitFor();
    await page.getByRole('button', { name: /^Add a statement/ }).tap();
    await form(page)
      .getByRole('button', { name: /^Cancel/ })
      .tap();
    await select(page, WORDS);
    await page.getByRole('button', { name: /^Add statement/ }).tap();
    expect(await content(page)).toBe(WORDS);
    expect(await violations(page)).toEqual([]);
    await form(page)
      .getByRole('button', { name: /^Cancel/ })
      .tap();
    await record.post(`/api/decisions/${accepted?.id}/undo`, {});
    await expect.poll(record.whole, PATIENT).toBe(before);
  });
});
