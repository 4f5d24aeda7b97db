import { existsSync, readFileSync } from 'node:fs';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
} from 'playwright-core';
import { expect } from 'vitest';

/**
 * The one way in which tests and scripts start a browser: CHROMIUM_PATH, else the one that
 * `server/bin/prepare.mjs` found or got. Software rendering, so that WebGL draws on any machine;
 * what is not WebGL is put together without that, which takes a third of the time
 * (docs/decisions/0155-time-of-the-tests.md).
 */
const ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing',
];

const MARK = new URL('../../node_modules/.cache/onrecord/chromium', import.meta.url);

/** Where the browser is; null when there is none on this machine. */
function browserPath(): string | null {
  const candidates = [process.env['CHROMIUM_PATH'], prepared()];
  return candidates.find((path) => path !== undefined && existsSync(path)) ?? null;
}

function prepared(): string | undefined {
  return existsSync(MARK) ? readFileSync(MARK, 'utf8') : undefined;
}

/** Starts a browser. Throws an Error that says what to do when there is none. */
export async function launch(): Promise<Browser> {
  const executablePath = browserPath();
  if (executablePath === null)
    throw new Error('No Chromium: run node server/bin/prepare.mjs test, or set CHROMIUM_PATH');
  return chromium.launch({
    executablePath,
    args: ARGUMENTS,
    ignoreDefaultArgs: ['--headless', '--headless=old'],
  });
}

let running: Promise<Browser> | null = null;

/** The browser of this process, which all test files in it use; it ends with the process. */
export async function browserHere(): Promise<Browser> {
  const known = await running?.catch(() => null);
  if (known?.isConnected()) return known;
  running = launch();
  return running;
}

export type Theme = 'light' | 'dark';

export const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Everything a page wrote to the console as an error, and every exception it did not catch. */
export function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  return faults;
}

export interface Opening {
  readonly theme?: Theme;
  readonly viewport?: typeof WIDE;
  /** In a context of its own: for a test that changes the context, or must find an empty cache. */
  readonly alone?: boolean;
}

function contextOf(browser: Browser, { theme = 'light', viewport = WIDE }: Opening) {
  return browser.newContext({
    viewport,
    colorScheme: theme,
    reducedMotion: 'reduce',
    hasTouch: viewport.width < 700,
  });
}

/** Pages of a browser that no others opened there share anything with. */
export interface Pages {
  /** Pages of one theme and size share a context, and so what it has fetched and compiled. */
  open(opening?: Opening): Promise<Page>;
  /** Closes all of them. */
  close(): Promise<void>;
}

export function pagesIn(browser: Browser): Pages {
  const contexts: Promise<BrowserContext>[] = [];
  const byKind = new Map<string, Promise<BrowserContext>>();
  const made = (opening: Opening) => {
    const context = contextOf(browser, opening);
    contexts.push(context);
    return context;
  };
  return {
    async open(opening = {}) {
      if (opening.alone === true) return (await made(opening)).newPage();
      const kind = JSON.stringify([opening.theme, opening.viewport]);
      const context = byKind.get(kind) ?? made(opening);
      byKind.set(kind, context);
      return (await context).newPage();
    },
    async close() {
      for (const context of await Promise.allSettled(contexts))
        if (context.status === 'fulfilled') await context.value.close();
    },
  };
}

/** Resolves when the page has drawn as many pictures: what was asked of it is on screen then. */
export async function pictures(page: Page, count: number): Promise<void> {
  await page.evaluate(async (n) => {
    for (let i = 0; i < n; i += 1) await new Promise((done) => requestAnimationFrame(done));
  }, count);
}

/** How many nodes are drawn. */
export const nodesOf = async (page: Page) =>
  Number(await page.locator('.canvas').getAttribute('data-nodes'));

/** Resolves once the graph is drawn with at least this many nodes. */
export async function drawn(page: Page, nodes = 1): Promise<void> {
  await page.waitForFunction(
    (least) =>
      Number(document.querySelector<HTMLElement>('.canvas')?.dataset['nodes'] ?? 0) >= least,
    nodes,
  );
  await page.evaluate(() => document.fonts.ready);
  await pictures(page, 2);
}

/** A parameter of a page's address; null when it has none of that name. */
export const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

/** Resolves once an element has the focus, so that the next key goes there. */
export async function hasFocus(element: Locator): Promise<void> {
  await expect.poll(() => element.evaluate((it) => it === document.activeElement)).toBe(true);
}

/** Presses a key that leads into a field, and waits until the field has the focus. */
export async function keyInto(page: Page, key: string, field: Locator): Promise<void> {
  await page.keyboard.press(key);
  await hasFocus(field);
}

/** Takes the first of the options that a field offers, by keyboard, once it is the one wanted. */
export async function choose(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('option').first().filter({ hasText: name }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { selected: true }).filter({ hasText: name }).waitFor();
  await page.keyboard.press('Enter');
}

/** Presses a button by keyboard once it can be pressed. */
export async function press(button: Locator): Promise<void> {
  await expect.poll(() => button.isEnabled()).toBe(true);
  await button.press('Enter');
}

/** Closes the dialog that is open by Escape, and waits until it is gone. */
export async function escapeDialog(page: Page): Promise<void> {
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
}
