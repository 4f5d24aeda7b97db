import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { drawn, hasFocus, pictures, PHONE } from './browser.ts';
import { areaOf, hover } from './pointer.ts';
import { visiting } from './visit.ts';

/** The drawing stays where it is when something is opened, unless that would be covered. */

const { visit, serverIsClean } = visiting();

/** Keeps the matrix with which WebGL last drew: column-major, its translation in 6 and 7. */
function keepMatrix(): void {
  const { uniformMatrix3fv } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.uniformMatrix3fv = function (at, transpose, data, ...rest) {
    Object.assign(globalThis, { matrix: [...data] });
    uniformMatrix3fv.call(this, at, transpose, data, ...rest);
  };
}

const matrixOf = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { matrix: number[] }).matrix);

async function opened(page: Page): Promise<void> {
  await page.waitForURL(/open=/);
  await page.locator('.evidence .head .close').waitFor();
  await pictures(page, 4);
}

async function overview(): Promise<Page> {
  const page = await visit('', { before: keepMatrix });
  await drawn(page, 80);
  return page;
}

describe('the camera stays', () => {
  it('when an edge is opened in the drawing', async () => {
    const page = await overview();
    const before = await matrixOf(page);
    await hover(page, await areaOf(page, '.canvas'), /^says:/);
    await page.mouse.down();
    await page.mouse.up();
    await opened(page);
    expect(await matrixOf(page)).toEqual(before);
  });

  it('when an actor is opened by key', async () => {
    const page = await overview();
    const before = await matrixOf(page);
    const graph = page.locator('.graph');
    await graph.focus();
    await hasFocus(graph);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await opened(page);
    expect(await matrixOf(page)).toEqual(before);
  });

  it('when a pair is opened from the panel, again and again', async () => {
    const page = await overview();
    const before = await matrixOf(page);
    for (let i = 0; i < 4; i += 1) {
      await page.locator('.evidence .tight .link').nth(i).click();
      await opened(page);
      expect(await matrixOf(page)).toEqual(before);
      await page.keyboard.press('Escape');
      await page.getByText('Who said what to whom').waitFor();
    }
  });
});

describe('what a shared link opens', () => {
  it('on a phone is not under the sheet', async () => {
    const page = await visit('?open=actor:tatsiana-kulakevich', { viewport: PHONE });
    await drawn(page, 80);
    await pictures(page, 4);
    const [canvas, sheet] = [await areaOf(page, '.canvas'), await areaOf(page, '.evidence')];
    const above = { ...canvas, height: sheet.y - canvas.y };
    await hover(page, above, /^actor:tatsiana-kulakevich$/);
  });
});

serverIsClean();
