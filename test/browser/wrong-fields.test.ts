import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ARTICLE } from './article.ts';
import { violations } from './axe.ts';
import { hasFocus, keyInto, PHONE, press } from './browser.ts';
import { actorField, reviewing, sent } from './record.ts';

/** What is wrong in a field keeps the form from being sent, and is told to everybody. */

describe('a wrong field', () => {
  const { visit, review, record, undoTo, serverIsClean } = reviewing(ARTICLE);

  const announced = (page: Page) => page.locator('#live').innerText();

  it('keeps a statement from being added until its date is one, by keyboard', async () => {
    const before = await record.whole();
    const page = await review();
    const form = page.getByRole('complementary', { name: 'Add a statement' });
    await page.keyboard.press('i');
    await form.waitFor();
    await keyInto(page, 's', actorField(page, 'Speaker'));
    const near = form.getByRole('list', { name: 'Who speaks near by' });
    await press(near.getByRole('button').first());
    await form.getByRole('button', { name: /^Change S/ }).waitFor();
    await keyInto(page, 'w', page.locator('#added-said'));
    await page.keyboard.type('next week');
    await page.keyboard.press('Enter');
    await form.getByRole('alert').filter({ hasText: 'No such date.' }).waitFor();
    await page.keyboard.press('Enter');
    await hasFocus(page.locator('#added-said'));
    await expect.poll(() => announced(page)).toBe('Not added. Said: No such date.');
    const field = form.getByLabel('Said', { exact: true });
    expect(await field.getAttribute('aria-describedby')).toContain('added-said-fault');
    expect(await violations(page)).toEqual([]);
    await form.getByRole('button', { name: /^Add Enter/ }).click();
    await hasFocus(page.locator('#added-said'));
    expect(await record.whole()).toBe(before);

    await field.fill('2023-03');
    await page.keyboard.press('Enter');
    await form.getByRole('button', { name: /^Add Enter/ }).click();
    await form.waitFor({ state: 'detached' });
    await undoTo(page, before);
  });

  it('keeps an agreement from being accepted while its date is none or its name is gone', async () => {
    const before = await record.whole();
    const page = await review('&types=agreement');
    const accept = page.getByRole('button', { name: /^Accept A/ });
    await page.getByLabel('Date', { exact: true }).fill('last spring');
    await accept.click();
    await hasFocus(page.locator('#claim-date'));
    await expect.poll(() => announced(page)).toBe('Not accepted. Date: No such date.');
    await page.keyboard.press('Escape');
    await page.locator('#claim-date-fault').waitFor({ state: 'detached' });

    await page.getByLabel('Name', { exact: true }).fill('  ');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'cannot be left empty' }).waitFor();
    await page.keyboard.press('a');
    await hasFocus(page.locator('#claim-name'));
    expect(await record.whole()).toBe(before);
    await page.keyboard.press('Escape');
    await page.locator('#claim-name-fault').waitFor({ state: 'detached' });
    await page.keyboard.press('a');
    await sent(page);
    await expect.poll(record.whole).not.toBe(before);
    await undoTo(page, before);
  });

  it('is told in sight on a phone, above the bar that adds', async () => {
    const page = await review('', { viewport: PHONE });
    await page.getByRole('button', { name: /^Add a statement/ }).tap();
    const form = page.getByRole('complementary', { name: 'Add a statement' });
    const add = form.getByRole('group', { name: 'Add or leave it' }).getByRole('button').first();
    const told = (words: string) => form.getByRole('alert').filter({ hasText: words });
    /** Whether its middle is what a finger there would meet. */
    const inSight = (words: string) =>
      told(words).evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const ends = [top + 1, top + height - 1];
        return ends.every((y) => document.elementFromPoint(left + width / 2, y) === element);
      });
    await add.tap();
    await told('Who says it?').waitFor();
    await expect.poll(() => inSight('Who says it?')).toBe(true);
    const near = form.getByRole('list', { name: 'Who speaks near by' });
    await near.getByRole('button').first().tap();
    const said = form.getByLabel('Said', { exact: true });
    await said.fill('next week');
    await said.press('Enter');
    await told('No such date.').waitFor();
    await expect.poll(() => inSight('No such date.')).toBe(true);
    const scroller = form.getByRole('region', { name: 'Statement to add' });
    await scroller.evaluate((element) => element.scrollTo(0, 0));
    await add.tap();
    await hasFocus(page.locator('#added-said'));
    await expect.poll(() => inSight('No such date.')).toBe(true);
    expect(await violations(page)).toEqual([]);
  });

  it('keeps an actor from a name of spaces', async () => {
    const page = await visit('?open=actor:jaan-tamm');
    await press(page.getByRole('button', { name: 'Mend', exact: true }));
    const dialog = page.getByRole('dialog', { name: 'Mend the actor' });
    const name = dialog.getByLabel('Name', { exact: true });
    await name.fill('   ');
    await press(dialog.getByRole('button', { name: 'Save' }));
    await hasFocus(name);
    expect(await name.evaluate((it: HTMLInputElement) => it.validity.valid)).toBe(false);
    expect(await dialog.getByRole('status').count()).toBe(0);
  });

  serverIsClean();
});
