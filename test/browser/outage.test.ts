import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { drawn, escapeDialog, keyInto } from './browser.ts';
import { visiting } from './visit.ts';

/** What stands on the screen when a question has no answer, and how it comes back. */

const { visit, serverIsClean } = visiting();

const OFFLINE = { expected: /ERR_INTERNET_DISCONNECTED|Failed to fetch/, alone: true };

const counts = (page: Page) => page.locator('.rail .n').allInnerTexts();

/** The answer to nothing: no count, no note and no bar is on screen. */
async function nothingIsCounted(page: Page): Promise<void> {
  await page.locator('.stage-bar', { hasText: 'no answer' }).waitFor();
  await page.locator('.timeline', { hasText: 'No timeline' }).waitFor();
  await expect.poll(async () => [...new Set(await counts(page))]).toEqual(['–']);
  expect(await page.locator('.evidence').innerText()).not.toMatch(/\d+ statements?/);
  expect(await page.locator('.notes li').count()).toBe(0);
}

async function everythingIsCounted(page: Page): Promise<void> {
  await expect.poll(async () => (await counts(page)).filter((n) => n !== '–').length).not.toBe(0);
  await page.locator('.evidence', { hasText: /\d+ statements?/ }).waitFor();
  await page.locator('.timeline rect').first().waitFor();
}

describe('after a query that is refused', () => {
  it('nothing of the query before stands as its answer', async () => {
    const page = await visit('?q=speaker:Belarus', { expected: /400/ });
    await page.locator('.notes li').first().waitFor();
    await page.locator('#search').fill('said:2022-13');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').first().waitFor();
    await nothingIsCounted(page);
    await page.getByRole('button', { name: 'Remove the search' }).first().click();
    await everythingIsCounted(page);
  });
});

describe('when the server is back', () => {
  it('one "Try again" brings everything back', async () => {
    const page = await visit('', OFFLINE);
    await drawn(page, 80);
    await page.context().setOffline(true);
    await page.getByRole('checkbox', { name: /Denial/ }).check();
    await page.getByRole('alert').first().waitFor();
    await nothingIsCounted(page);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await everythingIsCounted(page);
  });

  it('a view that was first opened while it was away opens', async () => {
    const page = await visit('', OFFLINE);
    await drawn(page, 80);
    await page.context().setOffline(true);
    await page.getByRole('tab', { name: 'Table' }).click();
    await page.getByText('could not be fetched').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('tbody tr').first().waitFor();
  });
});

describe('a drawing whose code cannot be fetched', () => {
  it('leaves the panels as they are, and is drawn once it can be', async () => {
    const page = await visit('', { expected: /ERR_FAILED|Failed to fetch/, alone: true });
    await page.route('**/assets/scene-*.js', (route) => route.abort());
    await page.reload();
    await page.locator('.graph-wrap').getByText('could not be fetched').waitFor();
    await everythingIsCounted(page);
    await page.unroute('**/assets/scene-*.js');
    await page.getByRole('button', { name: 'Try again' }).click();
    await drawn(page, 80);
  });
});

describe('a dialog whose code cannot be fetched', () => {
  it('says so in a dialog that Escape closes, and keys work on', async () => {
    const page = await visit('', OFFLINE);
    await drawn(page, 80);
    const timeline = await page.locator('.timeline').boundingBox();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Import' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('could not be fetched').waitFor();
    expect(await page.locator('.timeline').boundingBox()).toEqual(timeline);
    await escapeDialog(page);
    await keyInto(page, '/', page.locator('#search'));
  });
});

serverIsClean();
