import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SavedList, StatementPage } from '../../server/contract/index.ts';
import { violations } from './axe.ts';
import { choose, drawn, hasFocus, keyInto, param, PHONE } from './browser.ts';
import { recordOf } from './record.ts';
import { visiting } from './visit.ts';

/** Questions that are kept under a name, and what is new to each. */

const { stand, visit, serverIsClean } = visiting();
const record = recordOf(stand);

const kept = async () => (await record.json<SavedList>('/api/saved')).items;
const summary = (page: Page) => page.locator('summary', { hasText: /^Saved/ });
const questions = (page: Page) => page.getByRole('list', { name: 'Saved questions' });

/** Takes a statement out of the record and puts it back, so that it enters it now. */
async function recordAgain(id: string): Promise<void> {
  const { store } = stand().house;
  const [statement] = await store.statementsById([id]);
  if (!statement) throw new Error(`there is no ${id}`);
  const { recorded: _recorded, ...plain } = statement;
  await store.write({ remove: [plain.id] });
  await store.write({ put: { statements: [plain] } });
}

describe('a question', () => {
  it('is saved, told of, seen, removed and put back by keyboard alone', async () => {
    const page = await visit('?view=table&speaker=actor:alexander-lukashenko&about=actor:ukraine');
    await page.locator('tbody tr').first().waitFor();
    await summary(page).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await hasFocus(page.getByLabel('Save what is on screen as'));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Lukashenko on Ukraine');
    await page.keyboard.press('Enter');
    await questions(page).getByRole('link', { name: 'Lukashenko on Ukraine' }).waitFor();
    expect(await kept()).toMatchObject([{ name: 'Lukashenko on Ukraine', unseen: 0 }]);
    await page.getByText('is saved as “Lukashenko on Ukraine”').waitFor();
    expect(await violations(page)).toEqual([]);

    const { items } = await record.json<StatementPage>(
      '/api/statements?speaker=Lukashenko&about=Ukraine',
    );
    const news = items[0]!.id;
    await recordAgain(news);
    await page.goto(`${stand().url}/`);
    await summary(page).getByText('1 new').waitFor();
    await summary(page).focus();
    await page.keyboard.press('Enter');
    const link = questions(page).getByRole('link', { name: '1 new' });
    await link.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => param(page, 'recorded')).toMatch(/Z\.\.$/);
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
    await page.getByText(/^since \d/).waitFor();
    expect(await questions(page).isVisible()).toBe(false);
    await hasFocus(summary(page));

    await page.keyboard.press('Enter');
    await questions(page)
      .getByRole('button', { name: /^Mark as seen/ })
      .focus();
    await page.keyboard.press('Enter');
    await link.waitFor({ state: 'detached' });
    expect(await kept()).toMatchObject([{ unseen: 0 }]);
    await hasFocus(questions(page).getByRole('button', { name: /^Remove/ }));

    const [{ seen } = { seen: '' }] = await kept();
    await page.keyboard.press('Enter');
    const back = page.getByRole('button', { name: 'Put back' });
    await hasFocus(back);
    expect(await kept()).toEqual([]);
    await page.keyboard.press('Enter');
    await questions(page).getByRole('link', { name: 'Lukashenko on Ukraine' }).waitFor();
    expect(await kept()).toMatchObject([{ name: 'Lukashenko on Ukraine', seen }]);
  });

  it('leaves the focus beside what was done, however long the server takes', async () => {
    await record.post('/api/saved', { name: 'Accusations', address: 'act=accusation' });
    const page = await visit('?view=table');
    await summary(page).click();
    const remove = page.getByRole('button', { name: 'Remove Accusations' });
    await remove.waitFor();
    await page.route('**/api/saved**', async (route) => {
      await new Promise((go) => setTimeout(go, 800));
      await route.continue();
    });
    const back = page.getByRole('button', { name: 'Put back' });
    await remove.focus();
    await page.keyboard.press('Enter');
    await back.waitFor();
    await hasFocus(back);
    await page.keyboard.press('Enter');
    await remove.waitFor();
    await hasFocus(page.locator('.saved .actions button').first());
  });

  it('is asked from the commands, and a name that is taken is refused in words', async () => {
    await record.post('/api/saved', { name: 'Warnings', address: 'view=table&act=warning' });
    const page = await visit('?act=denial', { viewport: PHONE, expected: /400/ });
    await drawn(page);
    await summary(page).click();
    await page.getByLabel('Save what is on screen as').fill('Warnings');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('alert').getByText('Warnings').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await keyInto(page, 'Control+k', page.getByRole('combobox', { name: 'Command or name' }));
    await page.keyboard.type('ask warn');
    await choose(page, /Ask Warnings/);
    await expect.poll(() => param(page, 'act')).toBe('warning');
    expect(param(page, 'view')).toBe('table');
  });
});

serverIsClean();
