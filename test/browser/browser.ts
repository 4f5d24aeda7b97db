import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

/**
 * The one way in which tests and scripts start a browser: CHROMIUM_PATH, else the one that
 * `server/bin/prepare.mjs` found or got. Software rendering, so that WebGL draws on any machine.
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

interface Opening {
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

const contexts = new WeakMap<Browser, Map<string, ReturnType<typeof contextOf>>>();

/** Pages of one theme and size share a context, and so what it has fetched and compiled. */
export async function openPage(browser: Browser, opening: Opening = {}): Promise<Page> {
  if (opening.alone === true) return (await contextOf(browser, opening)).newPage();
  const known = contexts.get(browser) ?? new Map<string, ReturnType<typeof contextOf>>();
  contexts.set(browser, known);
  const key = JSON.stringify([opening.theme, opening.viewport]);
  const context = known.get(key) ?? contextOf(browser, opening);
  known.set(key, context);
  return (await context).newPage();
}

/** Resolves once the graph is drawn with at least this many nodes. */
export async function drawn(page: Page, nodes = 1): Promise<void> {
  await page.waitForFunction(
    (least) =>
      Number(document.querySelector<HTMLElement>('.canvas')?.dataset['nodes'] ?? 0) >= least,
    nodes,
  );
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}
