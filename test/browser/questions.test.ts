import { describe, expect, it } from 'vitest';
import { drawn, keyInto } from './browser.ts';
import { rowKeys, rowsOf, tables } from './table.ts';
import { visiting } from './visit.ts';

/** What the sample record tells whoever opens it, and the questions that it answers. */

const LUKASHENKO = 'actor:alexander-lukashenko';
const UKRAINE = 'actor:ukraine';
const SHOIGU = 'actor:sergei-shoigu';
const ISW = 'actor:institute-for-the-study-of-war';

const { stand, visit, serverIsClean } = visiting();
const { tableOf, idsOf } = tables({ stand, visit });

describe('first sight', () => {
  it('draws the whole sample and lists the people that it is about', async () => {
    const opened = async () => {
      const start = Date.now();
      const page = await visit();
      await drawn(page, 80);
      return { page, ms: Date.now() - start };
    };
    const [first, second] = [await opened(), await opened()];
    console.log(
      `sample graph on screen ${first.ms} ms after the first opening of a browser, ` +
        `${second.ms} ms after the next (software rendering)`,
    );
    const { page } = second;
    await page.keyboard.press('l');
    await page.getByRole('tab', { name: 'Actors' }).click();
    await page.waitForURL(/table=actors/);
    for (const name of [
      'Alexander Lukashenko',
      'Sergei Shoigu',
      'Viktor Khrenin',
      'Oleh Zhdanov',
      'Konrad Muzyka',
      'Institute for the Study of War',
      'Oleksii Hromov',
      'Tatsiana Kulakevich',
    ])
      await rowsOf(page).filter({ hasText: name }).first().waitFor();
  });
});

describe('the questions that the sample answers', () => {
  it('what Lukashenko said about Ukraine, and through whom', async () => {
    const page = await tableOf(`?speaker=${LUKASHENKO}&about=${UKRAINE}&view=table`);
    const ids = await idsOf(`speaker=${LUKASHENKO}&about=${UKRAINE}`);
    expect(ids).toHaveLength(6);
    expect(await rowKeys(page)).toEqual(ids);
    expect(await page.locator('th').allInnerTexts()).toContain('Carried by');
  });

  it('who accused whom', async () => {
    const page = await tableOf('?act=accusation&view=table');
    expect(await rowKeys(page)).toEqual(await idsOf('act=accusation'));
    await page.getByRole('tab', { name: 'Matrix' }).click();
    await page.getByRole('button', { name: /Volodymyr Zelensky of or to Russia/ }).waitFor();
  });

  it('what analysts said that Associated Press carried, asked in the search box', async () => {
    const page = await tableOf('?view=table');
    await keyInto(page, '/', page.locator('#search'));
    await page.keyboard.type('via:"Associated Press"');
    await page.keyboard.press('Enter');
    await expect.poll(() => rowsOf(page).count()).toBe(2);
    const rows = (await page.locator('tbody tr').allInnerTexts()).join('\n');
    expect(rows).toContain('Oleh Zhdanov');
    expect(rows).toContain('Valery Karbalevich');
  });

  it('which agreements bind Belarus and Russia, who signed, what became of them', async () => {
    const page = await visit('?open=actor:belarus>actor:russia');
    await page.getByText('Agreed together').waitFor();
    expect(await page.locator('[data-agreement]').count()).toBe(7);
    const amendments = page.locator('[data-agreement^="agr:amendments"]');
    expect(await amendments.innerText()).toContain('Viktor Khrenin');
    await page.locator('[data-agreement^="agr:union"]').getByRole('button').first().click();
    const fate = page.locator('.history');
    await fate.waitFor();
    expect(await fate.innerText()).toContain('Not implemented');
    expect(await page.locator('.evidence mark').count()).toBeGreaterThan(0);
  });

  it('who doubts that Belarus will join the war, in whose words', async () => {
    const search = `q=${encodeURIComponent('about:Belarus ("not willing" OR willingness OR "ready to participate")')}`;
    const page = await tableOf(`?${search}&view=table`);
    const ids = await idsOf(search);
    expect(ids.length).toBeGreaterThanOrEqual(3);
    expect(await rowKeys(page)).toEqual(ids);
    const speakers = (await page.locator('td.col-speaker').allInnerTexts()).join('\n');
    expect(speakers).toContain('Western officials');
    expect(speakers).toContain('Oleh Zhdanov');
  });

  it('what was said in two documents, and that copies are one origin', async () => {
    const page = await tableOf('?view=table&order=-reports');
    const first = page.locator('tbody tr').first();
    expect(await first.innerText()).toMatch(/2 reports, 1 origin/);
    await first.click();
    const origins = page.locator('.origins');
    await origins.waitFor();
    expect(await origins.innerText()).toMatch(/copies of one text/);
    expect(await page.locator('.evidence .report').count()).toBe(2);
  });

  it('how Sergei Shoigu is tied to the Institute for the Study of War', async () => {
    const page = await visit(`?open=path:${SHOIGU}>${ISW}`);
    await page.locator('.step').first().waitFor();
    const steps = page.locator('.step');
    const n = await steps.count();
    expect(n).toBeGreaterThanOrEqual(2);
    for (let i = 0; i < n; i += 1)
      expect(await steps.nth(i).locator('mark').count(), `step ${i + 1}`).toBeGreaterThan(0);
    expect(await steps.first().innerText()).toContain('Sergei Shoigu');
    expect(await steps.last().innerText()).toContain('Institute for the Study of War');
  });
});

serverIsClean();
