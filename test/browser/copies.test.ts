import { describe, expect, it } from 'vitest';
import type { StatementPage } from '../../server/contract/replies.ts';
import { escapeDialog, param, press } from './browser.ts';
import { reviewing, sent } from './record.ts';

const OUTLETS = ['Northern Herald', 'Daily Tribune', 'Morning Post', 'City Echo', 'Valley Argus'];

/** A dispatch as an outlet of that number carried it, on a day of its own. */
const copy = (outlet: string, n: number) => ({
  outlet,
  title: 'Khoren has no plans to cross borders',
  published: `2022-12-0${n + 2}`,
  text: `Defence Minister Aino Khoren of Virland said on Thursday that the old bridge over the wide river would be closed until spring. "We have no plans to cross the border of anybody this winter," Khoren told reporters in the capital.

The exercises near the lake began on Monday with two thousand soldiers and forty tanks of the northern brigade.

The ministry gave no further details, and the paper number ${n} went to press.`,
});

const OWN = {
  outlet: 'Vilna Weekly',
  title: 'What Khoren told diplomats',
  published: '2022-12-09',
  text: `At a reception Defence Minister Aino Khoren of Virland repeated herself. "We have no plans to cross the border of anybody this winter," Khoren told the guests over coffee. Several of them left early for the airport in the snow.`,
};

const { visit, review, record, serverIsClean } = reviewing(...OUTLETS.map(copy), OWN);

const ofBorder = async () => {
  const page = await record.json<StatementPage>('/api/statements?q=plans+border&limit=100');
  return page.items.find(({ reports }) => reports.length > 1);
};

describe('one statement in many documents', () => {
  it('is asked about once, without those that are left out of the answer', async () => {
    const page = await review();
    await page.keyboard.press('d');
    const dialog = page.getByRole('dialog');
    const group = dialog.locator('.pair', { hasText: 'plans to cross the border' });
    await group.locator('details summary').press('Enter');
    expect(await group.getByRole('checkbox').count()).toBe(6);
    await group.getByRole('checkbox', { name: /Vilna Weekly/ }).uncheck();
    await group.getByRole('button', { name: 'Make one statement of 5' }).waitFor();
    await group.getByRole('checkbox', { name: /Vilna Weekly/ }).check();
    await press(group.getByRole('button', { name: 'Make one statement of 6' }));
    await escapeDialog(page);
    await sent(page);
    expect((await ofBorder())?.reports.length).toBe(6);
    expect((await ofBorder())?.origins).toBe(6);
  });

  it('has the copies of one text for one origin, once somebody says so', async () => {
    const page = await review();
    await page.keyboard.press('d');
    const group = page.getByRole('dialog').locator('.pair', { hasText: '5 documents' });
    await press(group.getByRole('button', { name: /^Share one origin/ }).first());
    await escapeDialog(page);
    await sent(page);
    await expect.poll(async () => (await ofBorder())?.origins).toBe(2);
  });

  it('is told by documents of one title, each with its outlet and day', async () => {
    const page = await visit();
    await page.locator('#search').fill('Khoren has no');
    const offers = page.getByRole('option');
    await offers.filter({ hasText: 'Morning Post · 4 Dec 2022' }).click();
    await page.waitForURL(/open=doc/);
    await page.locator('.evidence', { hasText: 'Morning Post' }).waitFor();
  });

  it('stands first in the table by reports, among all that match', async () => {
    const page = await visit('?view=table');
    await page.getByRole('columnheader', { name: 'Reports' }).getByRole('button').click();
    const most = page.locator('tbody tr').first().filter({ hasText: '6 reports, 2 origins' });
    await most.waitFor();
    expect(param(page, 'order')).toBe('-reports');
  });

  it('tells who published it first, and folds the copies under the first of them', async () => {
    const page = await visit(`?open=${(await ofBorder())?.id ?? ''}`);
    const origins = page.locator('.origins');
    await origins.waitFor();
    const words = await origins.innerText();
    expect(words).toContain('6 reports, 2 origins');
    expect(words).toContain('Northern Herald, 2 Dec 2022');
    const reports = page.locator('.evidence .report');
    expect(await reports.filter({ visible: true }).count()).toBe(2);
    expect(await reports.first().innerText()).toContain('Northern Herald');
    await page.getByText('4 copies of this text').press('Enter');
    expect(await reports.filter({ visible: true }).count()).toBe(6);
  });
});

serverIsClean();
