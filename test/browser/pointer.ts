import type { Page } from 'playwright-core';
import { pictures } from './browser.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Area extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where an element is, in pixels of the page. Throws when it is not on screen. */
export async function areaOf(page: Page, selector: string): Promise<Area> {
  const area = await page.locator(selector).boundingBox();
  if (area === null) throw new Error(`${selector} is not on screen`);
  return area;
}

/** Distance from an edge within which nothing is looked for, and between two places. */
const [EDGE, STEP] = [12, 9];

/** Places all over an area, those in its middle first. */
function placesIn({ x, y, width, height }: Area): Point[] {
  const count = (length: number) => Math.max(0, Math.floor((length - 2 * EDGE) / STEP));
  const [columns, rows] = [count(width), count(height)];
  const places = Array.from({ length: columns * rows }, (_, i) => ({
    x: x + EDGE + STEP * (i % columns),
    y: y + EDGE + STEP * Math.floor(i / columns),
  }));
  const away = (place: Point) => Math.hypot(place.x - x - width / 2, place.y - y - height / 2);
  return places.sort((a, b) => away(a) - away(b));
}

/**
 * Moves the pointer over a part of the drawing until what is wanted is under it, and still is once
 * the drawing has followed.
 *
 * @returns where that is, and the key of what is there
 */
export async function hover(
  page: Page,
  area: Area,
  wanted: RegExp,
): Promise<Point & { readonly key: string }> {
  const under = async () => (await page.locator('.canvas').getAttribute('data-over')) ?? '';
  for (const place of placesIn(area)) {
    await page.mouse.move(place.x, place.y);
    if (!wanted.test(await under())) continue;
    await pictures(page, 2);
    const key = await under();
    if (wanted.test(key)) return { ...place, key };
  }
  throw new Error(`nothing like ${String(wanted)} is under the pointer anywhere`);
}
