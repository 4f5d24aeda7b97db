import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { drawn } from './browser.ts';
import { visiting } from './visit.ts';

/** Between a desk and a phone: what is opened leaves the ways on within reach. */

const { visit, serverIsClean } = visiting();

/** Whether a click in the middle of an element would meet it. */
const isOnTop = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });

describe.each([
  { width: 1280, height: 800 },
  { width: 800, height: 600 },
  { width: 844, height: 390 },
])('at $width x $height, with something open', (viewport) => {
  it('views, timeline and most of the drawing are not covered', async () => {
    const page = await visit('?open=actor:belarus', { viewport });
    await drawn(page, 80);
    await page.locator('.evidence .card').first().waitFor();
    for (const view of ['graph', 'table', 'matrix', 'console', 'review'])
      expect(await isOnTop(page, `#view-${view}`), view).toBe(true);
    if (viewport.height > 480) expect(await isOnTop(page, '.handle:last-child')).toBe(true);
    const [canvas, panel] = await Promise.all(
      ['.canvas', '.evidence'].map((part) => page.locator(part).boundingBox()),
    );
    expect((panel?.x ?? 0) - (canvas?.x ?? 0)).toBeGreaterThan(400);
    await page.getByRole('tab', { name: 'Cypher' }).click();
    await page.locator('.cm-content').waitFor();
  });
});

it('filters are in a drawer where there is no room for them beside the drawing', async () => {
  const page = await visit('', { viewport: { width: 1000, height: 700 } });
  await drawn(page, 80);
  await page.locator('.rail').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('checkbox', { name: /Accusation/ }).check();
  await page.waitForURL(/act=accusation/);
  await page.keyboard.press('Escape');
  await page.locator('.rail').waitFor({ state: 'hidden' });
});

it.each([390, 720, 800, 1000])('what is searched for can be read, %s wide', async (width) => {
  const page = await visit('?view=table', { viewport: { width, height: 600 } });
  const box = await page.locator('#search').boundingBox();
  expect(box?.width).toBeGreaterThan(200);
});

it.each([
  { width: 1440, height: 900 },
  { width: 844, height: 390 },
])('how a path ends is told beside the views, at $width x $height', async (viewport) => {
  const page = await visit('?open=actor:belarus', { viewport });
  await drawn(page, 80);
  await page.locator('.evidence').getByRole('button', { name: 'Path from here' }).click();
  const hint = page.locator('.hint');
  for (const view of ['graph', 'table', 'matrix']) {
    await page.locator(`#view-${view}`).click();
    await hint.waitFor();
    const [told, tabs] = await Promise.all(
      [hint, page.locator('.stage-bar')].map((it) => it.boundingBox()),
    );
    expect(told?.y, view).toBeGreaterThanOrEqual((tabs?.y ?? 0) + (tabs?.height ?? Infinity));
  }
  await page.locator('thead, .matrix').first().waitFor();
  expect(await isOnTop(page, '.hint .link')).toBe(true);
});

serverIsClean();
