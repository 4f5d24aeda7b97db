import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { drawn, launch, pagesIn, PHONE, WIDE, type Pages, type Theme } from './browser.ts';
import { createStand } from './stand.ts';

/**
 * Pictures of the screen over the sample record, at two sizes in two themes, and readme.png, the
 * one that is kept as docs/screenshot.png.
 * Run: node --import tsx test/browser/screenshots.ts OUTDIR
 */
const PAIR = 'actor:alexander-lukashenko>actor:ukraine';
const PATH = 'path:actor:sergei-shoigu>actor:institute-for-the-study-of-war';

const SCREENS: readonly (readonly [name: string, search: string, ready: string])[] = [
  ['graph', '', '.evidence .section'],
  ['pair', `?open=${PAIR}`, '.evidence mark'],
  ['path', `?open=${PATH}`, '.step mark'],
  ['actor', '?open=actor:alexander-lukashenko', '.evidence .card'],
  ['agreement', '?open=agr:security-cooperation-agreement', '.evidence mark'],
  ['table', '?view=table', 'tbody tr'],
  ['matrix', '?view=matrix', '.matrix .cell'],
];

/** The pair without events, at a height that keeps the file under 400 kB. */
async function readme(pages: Pages, url: string, file: string): Promise<void> {
  const page = await pages.open({ viewport: { ...WIDE, height: 790 } });
  await page.goto(`${url}/?open=${PAIR}&hide=event`);
  await drawn(page);
  await page.locator('.evidence mark').first().waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: file });
}

async function main(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const stand = await createStand();
  const browser = await launch();
  const pages = pagesIn(browser);
  try {
    await readme(pages, stand.url, join(folder, 'readme.png'));
    for (const theme of ['light', 'dark'] satisfies Theme[])
      for (const [size, viewport] of Object.entries({ wide: WIDE, phone: PHONE })) {
        const page = await pages.open({ theme, viewport });
        for (const [name, search, ready] of SCREENS) {
          await page.goto(`${stand.url}/${search}`);
          await drawn(page);
          const seen = size === 'phone' && name === 'graph' ? '.canvas' : ready;
          await page.locator(seen).first().waitFor();
          await page.waitForTimeout(300);
          await page.screenshot({ path: join(folder, `${name}-${size}-${theme}.png`) });
        }
        await page.close();
      }
  } finally {
    await browser.close();
    await stand.stop();
  }
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Say where the pictures go: node --import tsx test/browser/screenshots.ts OUTDIR');
  process.exitCode = 2;
} else await main(folder);
