import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { StatementPage } from '../../server/contract/replies.ts';
import { ARTICLE } from './article.ts';
import { violations } from './axe.ts';
import { hasFocus, keyInto, PHONE, press } from './browser.ts';
import { actorField, pickActor, pickNobody, reviewing } from './record.ts';
import { UNPROCESSABLE } from './visit.ts';

/** A statement that the reader missed, added on the screen. */

/** Attributed in no way that the reader knows. */
const MISSED = 'Fishermen of Hamina: no ship has passed for a week, and none will.';
const TEXT = `${ARTICLE}\n${MISSED}\n`;
const WORDS = 'no ship has passed for a week, and none will';

describe('adding a statement on the screen', () => {
  const { visit, review, record, undoTo } = reviewing(TEXT);

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

  const openForm = async (page: Page) => {
    await page.keyboard.press('i');
    await form(page).waitFor();
  };
  const addButton = (page: Page) => form(page).getByRole('button', { name: /^Add Enter/ });
  const gone = (page: Page) => form(page).waitFor({ state: 'detached' });

  it('by keyboard alone, of somebody new, and undoing it leaves the record as it was', async () => {
    const before = await record.whole();
    const page = await review();
    const { total } = await record.queue();
    await openForm(page);

    // The sentence is found by arrows, its ends by words, its cue and source are told.
    await expect
      .poll(async () => {
        const words = await content(page);
        if (!words.startsWith('Fishermen')) await page.keyboard.press('ArrowDown');
        return words;
      })
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
    await hasFocus(actorField(page, 'Speaker'));
    expect(await violations(page)).toEqual([]);
    await pickNobody(page, 'Speaker', 'Fishermen of Hamina');
    await form(page).getByLabel('Kind').selectOption('group');
    const make = form(page).getByRole('button', { name: 'Make' });
    await press(make);
    await make.waitFor({ state: 'detached' });
    await keyInto(page, 't', page.locator('#added-act'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await form(page).getByLabel('Mode').inputValue()).toBe('indirect');
    await page.keyboard.press('Enter');
    await gone(page);

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
    await expect.poll(() => marked(page)).toEqual([WORDS]);
    expect(await record.lastWords()).toBe(`Added Fishermen of Hamina “${WORDS}”`);

    await undoTo(page, before);
    await expect.poll(() => marked(page)).toEqual([]);
  });

  it('by selecting words and pressing the button, of somebody who speaks near by', async () => {
    const before = await record.whole();
    const page = await review();
    await select(page, WORDS);
    await page.getByRole('button', { name: /^Add statement/ }).click();
    expect(await content(page)).toBe(WORDS);
    await keyInto(page, 's', actorField(page, 'Speaker'));
    const near = form(page).getByRole('list', { name: 'Who speaks near by' });
    await near.getByRole('button', { name: /Jaan Tamm/ }).click();
    await form(page).getByLabel('Said', { exact: true }).fill('2023-03');
    await form(page).getByRole('button', { name: '+ add to “About”' }).click();
    await pickActor(page, 'Add to “About”', 'Estonia');
    await form(page)
      .getByRole('button', { name: /Take Estonia out/ })
      .waitFor();
    await addButton(page).click();
    await gone(page);
    await expect.poll(async () => (await found())[0]?.speaker.name).toBe('Jaan Tamm');
    expect((await found())[0]).toMatchObject({ said: '2023-03', about: [{ name: 'Estonia' }] });
    // What was added stays in view.
    const added = page.locator('.review-text .other-content[title^="On the record"]');
    await expect
      .poll(() => added.evaluate((it) => it.getBoundingClientRect().bottom < innerHeight))
      .toBe(true);
    await undoTo(page, before);
  });

  it('makes a namesake somebody of his own', async () => {
    const before = await record.whole();
    const page = await review();
    await select(page, WORDS);
    await openForm(page);
    await keyInto(page, 's', actorField(page, 'Speaker'));
    await actorField(page, 'Speaker').fill('Jaan Tamm');
    await page.getByRole('option', { name: /New actor/ }).click();
    await form(page).getByText('Jaan Tamm is on the record already').waitFor();
    await press(form(page).getByRole('button', { name: 'Make' }));
    await press(addButton(page));
    await gone(page);
    const [item] = await found();
    expect(item?.speaker).toMatchObject({ id: 'actor:jaan-tamm-2', name: 'Jaan Tamm' });
    await undoTo(page, before);
  });

  it('keeps the choice of somebody new when those on the record are found only then', async () => {
    const page = await review();
    let answer = () => {};
    const asked = new Promise<void>((done) => (answer = done));
    await page.route('**/api/suggest?*', (route) => asked.then(() => route.continue()));
    await openForm(page);
    await keyInto(page, 's', actorField(page, 'Speaker'));
    await actorField(page, 'Speaker').fill('Jaan Tamm');
    await page.keyboard.press('ArrowUp');
    const list = page.getByRole('listbox');
    const chosen = list.getByRole('option', { selected: true });
    await chosen.filter({ hasText: 'New actor' }).waitFor();
    answer();
    await list.getByRole('option').filter({ hasNotText: 'New actor' }).first().waitFor();
    expect(await chosen.innerText()).toContain('New actor');
    await page.keyboard.press('Enter');
    await form(page).getByText('Jaan Tamm is on the record already').waitFor();
  });

  it('says why it is refused and keeps what was typed', async () => {
    const before = await record.whole();
    const page = await review('', { faults: [UNPROCESSABLE] });
    const speaker = actorField(page, 'Speaker');
    const add = async () => {
      await select(page, WORDS);
      await openForm(page);
      await keyInto(page, 's', speaker);
      await speaker.fill('Henrik Lund');
      const known = page.getByRole('option').filter({ hasNotText: 'New actor' });
      await known.first().waitFor();
      await page.keyboard.press('Enter');
      await speaker.waitFor({ state: 'detached' });
      await page.keyboard.press('Enter');
    };
    await add();
    await gone(page);
    await expect.poll(() => marked(page)).toEqual([WORDS]);
    await add();
    await form(page)
      .getByRole('alert')
      .filter({ hasText: /statement already/ })
      .waitFor();
    expect(await content(page)).toBe(WORDS);
    await page.keyboard.press('Escape');
    await gone(page);
    await undoTo(page, before);
  });

  it('works on a phone, and where every proposal is decided', async () => {
    const before = await record.whole();
    await record.post('/api/suggestions/accept', {});
    const [accepted] = (await record.decisions()).items;
    const [item] = (await record.json<StatementPage>('/api/statements?q=strait+open')).items;
    const document = item?.reports[0]?.document.id ?? '';
    const page = await visit(`?view=review&document=${document}`, { viewport: PHONE });
    await page.locator('.review-text .other-content').first().waitFor();
    const cancel = form(page).getByRole('button', { name: /^Cancel/ });
    await page.getByRole('button', { name: /^Add a statement/ }).tap();
    await cancel.tap();
    await select(page, WORDS);
    await page.getByRole('button', { name: /^Add statement/ }).tap();
    expect(await content(page)).toBe(WORDS);
    expect(await violations(page)).toEqual([]);
    await cancel.tap();
    await record.post(`/api/decisions/${accepted?.id}/undo`, {});
    await expect.poll(record.whole).toBe(before);
  });
});
