import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ERRORS, OnrecordError } from '../../server/contract/errors.ts';
import type { StatementPage } from '../../server/contract/replies.ts';
import type { LikenessList } from '../../server/contract/review.ts';
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

const { visit, review, record, undoTo, serverIsClean } = reviewing(...OUTLETS.map(copy), OWN);

const tellings = (words: string) =>
  record.json<StatementPage>(`/api/statements?q=${words}&limit=100`);

const ofBorder = async () =>
  (await tellings('plans+border')).items.find(({ reports }) => reports.length > 1);

const bordersOf = async (outlet: string) => {
  const { items } = await tellings('plans+border');
  return items.find(({ reports }) => reports[0]?.document.outlet?.name === outlet)?.id ?? '';
};

describe('one statement in many documents', () => {
  it('is told to be so where it is read, before anybody has decided anything', async () => {
    const id = await bordersOf('Daily Tribune');
    const page = await visit(`?open=${id}`);
    const hint = page.locator('.evidence .origins', { hasText: 'Told alike' });
    await hint.waitFor();
    expect(await hint.innerText()).toBe(
      'Told alike in 5 other documents; 5 of the 6 may be copies of one text. First published: Northern Herald, 2 Dec 2022.',
    );
    await press(hint.getByRole('button'));
    const dialog = page.getByRole('dialog', { name: 'Doubles' });
    await dialog.getByText('One utterance told 6 times?').waitFor();
    expect(await dialog.locator('.pair').count()).toBe(1);
    await press(dialog.getByRole('button', { name: 'All doubles of the record' }));
    await expect.poll(() => dialog.locator('.pair').count()).toBeGreaterThan(1);
  });

  it('is told to be so in the table', async () => {
    const page = await visit('?view=table&q=plans+border');
    const rows = page.locator('tbody tr', {
      hasText: 'alike in 5 others, 5 of the 6 perhaps copies',
    });
    await expect.poll(() => rows.count()).toBe(6);
  });

  describe('of which not everything is known', () => {
    const BOUND = 'Compared were the latest 20,000 of 31,000 statements.';

    /** Opens an address where the likenesses come with a bound. */
    async function bounded(search: string): Promise<Page> {
      const page = await visit();
      await page.route('**/api/likenesses?*', async (route) => {
        const response = await route.fetch();
        const list = (await response.json()) as LikenessList;
        await route.fulfill({ response, json: { ...list, total: list.total + 7, bound: BOUND } });
      });
      await page.goto(new URL(search, page.url()).href);
      return page;
    }

    /** Opens an address where whoever asks for likenesses is refused until `answer` is called. */
    async function refused(search: string) {
      const page = await visit('', { expected: /503/ });
      const { status } = ERRORS.busy;
      const detail = 'Two such searches are under way.';
      await page.route('**/api/likenesses?*', (route) =>
        route.fulfill({
          status,
          contentType: 'application/problem+json',
          json: new OnrecordError('busy', detail).toProblem(),
        }),
      );
      await page.goto(new URL(search, page.url()).href);
      return { page, detail, answer: () => page.unroute('**/api/likenesses?*') };
    }

    it('says what was compared, beside what was found', async () => {
      const page = await bounded(`?open=${await bordersOf('Daily Tribune')}`);
      await page.locator('.evidence .origins', { hasText: BOUND }).waitFor();
      await page.locator('.evidence .origins', { hasText: 'Told alike' }).waitFor();
      const table = await bounded('?view=table&q=plans+border');
      await table.getByText(BOUND).waitFor();
      await table.getByText('Up to 7 likenesses not told.').waitFor();
    });

    it.each([
      ['where it is read', async () => `?open=${await bordersOf('Daily Tribune')}`],
      ['in the table', async () => '?view=table&q=plans+border'],
    ])('says %s why it could not be asked, and asks again', async (_, search) => {
      const { page, detail, answer } = await refused(await search());
      const line = page.getByText('told elsewhere is not known');
      await line.waitFor();
      expect(await line.innerText()).toContain(detail);
      expect(await page.getByText(/alike in 5/i).count()).toBe(0);
      await answer();
      await press(line.getByRole('button', { name: 'Try again' }));
      await page
        .getByText(/alike in 5/i)
        .first()
        .waitFor();
      expect(await line.count()).toBe(0);
    });
  });

  it('is made one from where it is read, and several again', async () => {
    const before = await record.whole();
    const page = await visit(`?open=${await bordersOf('Daily Tribune')}`);
    await press(page.getByRole('button', { name: 'Told alike in 5 other documents' }));
    const dialog = page.getByRole('dialog', { name: 'Doubles' });
    await press(dialog.getByRole('button', { name: 'Make one statement of 6' }));
    // What is asked next of the statement that they became.
    await dialog.getByText('Copies of one text').waitFor();
    await press(dialog.getByRole('button', { name: 'Take it back' }));
    await dialog.getByText('One utterance told 6 times?').waitFor();
    await expect.poll(record.whole).toBe(before);
  });

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
    // Every paper has reporters of its own; who listened to one utterance is one group.
    const listeners = (await ofBorder())?.addressees.map(({ name }) => name);
    expect(listeners?.filter((name) => name === 'reporters')).toHaveLength(1);
  });

  it('is told to stand in copies of one text', async () => {
    const page = await visit(`?open=${(await ofBorder())?.id ?? ''}`);
    await page
      .locator('.evidence')
      .getByRole('button', { name: '5 of its 6 documents may be copies of one text' })
      .waitFor();
  });

  it('has the copies of one text for one origin, with all that they share, by one answer', async () => {
    const closed = await tellings('bridge+closed');
    const [into = '', ...others] = closed.items.map(({ id }) => id);
    for (const from of others)
      await record.post('/api/decisions', { action: { kind: 'link', from, into } });
    const before = await record.whole();
    const { total } = await record.decisions();
    const page = await review();
    await page.keyboard.press('d');
    const group = page.getByRole('dialog').locator('.pair', { hasText: '5 documents' });
    await group.getByText('and 1 more statement that they share').press('Enter');
    await group.getByText('the old bridge over the wide river').waitFor();
    await press(group.getByRole('button', { name: /^Share one origin/ }));
    await escapeDialog(page);
    await sent(page);
    await expect.poll(async () => (await ofBorder())?.origins).toBe(2);
    expect((await tellings('bridge+closed')).items.map(({ origins }) => origins)).toEqual([1]);
    expect((await record.decisions()).total).toBe(total + 1);
    expect(await record.lastWords()).toMatch(/5 documents copy one another .* and 1 more$/);
    await undoTo(page, before);
    await page.keyboard.press('d');
    await press(group.getByRole('button', { name: /^Share one origin/ }));
    await escapeDialog(page);
    await sent(page);
  });

  it('is told by documents of one title, each with its outlet and day', async () => {
    const page = await visit();
    await page.locator('#search').fill('Khoren has no');
    const offers = page.getByRole('option');
    await offers.filter({ hasText: 'Morning Post · 4 Dec 2022' }).click();
    await page.waitForURL(/open=doc/);
    await page.locator('.evidence', { hasText: 'Morning Post' }).waitFor();
  });

  it('is filtered by documents of one title, each with its outlet and day', async () => {
    const page = await visit();
    const choices = page.getByRole('group', { name: 'Document', exact: true });
    await press(choices.getByRole('button', { name: /more/ }));
    const post = choices.locator('label', { hasText: 'Morning Post · 4 Dec 2022' });
    expect(await post.innerText()).toContain('Khoren has no plans to cross borders');
    // A title that stands alone needs nothing beside it.
    const own = await choices
      .locator('label', { hasText: 'What Khoren told diplomats' })
      .innerText();
    expect(own).not.toContain('Vilna Weekly');
    await post.getByRole('checkbox').check();
    await page.locator('.rail .chip', { hasText: 'Khoren has no plans' }).waitFor();
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
