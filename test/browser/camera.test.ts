import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { drawn, PHONE } from './browser.ts';
import { visiting } from './visit.ts';

/** The drawing stays where it is when something is opened, unless that would be covered. */

vi.setConfig({ testTimeout: 90_000 });

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

/** Resolves when what was asked of the scene has been drawn. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let i = 0; i < 4; i += 1) await new Promise((done) => requestAnimationFrame(done));
  });
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function areaOf(page: Page, selector: string): Promise<Area> {
  const area = await page.locator(selector).boundingBox();
  if (area === null) throw new Error(`${selector} is not on screen`);
  return area;
}

/** Walks the pointer over an area, from its middle outwards, to what is wanted. */
async function find(page: Page, { x, y, width, height }: Area, wanted: RegExp): Promise<void> {
  const [columns, rows] = [width, height].map((length) => Math.floor((length - 24) / 9));
  const middle = { x: x + width / 2, y: y + height / 2 };
  const points = Array.from({ length: (columns ?? 0) * (rows ?? 0) }, (_, i) => ({
    x: x + 12 + 9 * (i % (columns ?? 1)),
    y: y + 12 + 9 * Math.floor(i / (columns ?? 1)),
  }));
  const away = (point: { x: number; y: number }) =>
    Math.hypot(point.x - middle.x, point.y - middle.y);
  for (const point of points.sort((a, b) => away(a) - away(b))) {
    await page.mouse.move(point.x, point.y);
    const key = await page.locator('.canvas').getAttribute('data-over');
    if (key !== null && wanted.test(key)) return;
  }
  throw new Error(`nothing like ${String(wanted)} is under the pointer anywhere`);
}

async function opened(page: Page): Promise<void> {
  await page.waitForURL(/open=/);
  await page.locator('.evidence .head .close').waitFor();
  await settled(page);
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
    await find(page, await areaOf(page, '.canvas'), /^says:/);
    await page.mouse.down();
    await page.mouse.up();
    await opened(page);
    expect(await matrixOf(page)).toEqual(before);
  });

  it('when an actor is opened by key', async () => {
    const page = await overview();
    const before = await matrixOf(page);
    await page.locator('.graph').focus();
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
    await settled(page);
    const [canvas, sheet] = [await areaOf(page, '.canvas'), await areaOf(page, '.evidence')];
    const above = { ...canvas, height: sheet.y - canvas.y };
    await find(page, above, /^actor:tatsiana-kulakevich$/);
  });
});

serverIsClean();
