import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { ARTICLE } from './article.ts';
import { violations } from './axe.ts';
import { drawn, escapeDialog, keyInto, PHONE, WIDE, type Theme } from './browser.ts';
import { reviewing } from './record.ts';

/** Every screen, wide and on a phone, in both themes, as axe sees it. */

const DOCUMENT = 'doc:belarus-has-opened-its-doors-653d93';
const ACCUSED = "MATCH (a:Actor)-[:MADE]->(s {act: 'accusation'}) RETURN a, s";

const { visit, serverIsClean } = reviewing(ARTICLE);

vi.setConfig({ testTimeout: 180_000 });

const SCREENS: readonly [name: string, search: string, ready: string][] = [
  ['graph', '', '.legend'],
  ['statements as nodes', '?level=statements', '.legend'],
  ['pair', '?open=actor:alexander-lukashenko>actor:ukraine', '.evidence mark'],
  ['actor', '?open=actor:alexander-lukashenko', '.evidence .card'],
  ['path', '?open=path:actor:sergei-shoigu>actor:institute-for-the-study-of-war', '.step mark'],
  ['agreement', '?open=agr:security-cooperation-agreement', '.evidence mark'],
  ['document', `?open=${DOCUMENT}`, '.evidence mark'],
  ['table', '?view=table&act=accusation', 'tbody tr'],
  ['ties', '?view=table&table=ties', 'tbody tr'],
  ['events', '?view=table&table=events', 'tbody tr'],
  ['agreements by speaker', '?view=table&table=agreements&speaker=Lukashenko', '.notice'],
  ['matrix', '?view=matrix', '.matrix .cell'],
  ['console', '?view=console', '.starters'],
  ['answer', `?view=console&cypher=${encodeURIComponent(ACCUSED)}`, '.answer tbody tr'],
  ['review', '?view=review', '.review-text .own'],
  ['nothing to review', '?view=review&least=0.99&types=agreement', '.review-side h1'],
  ['nothing matches', '?speaker=actor:nato&about=actor:ryanair', '.notice'],
  ['nobody', '?open=actor:nobody-at-all', '[role=alert]'],
  ['error', '?said=2022-13', '[role=alert]'],
];

async function inBothThemes(page: Page, screen: string): Promise<string[]> {
  const found: string[] = [];
  for (const theme of ['light', 'dark'] satisfies Theme[]) {
    await page.emulateMedia({ colorScheme: theme });
    await page.waitForFunction((name) => document.documentElement.dataset['theme'] === name, theme);
    for (const violation of await violations(page, theme === 'dark' ? 'colour' : 'all'))
      found.push(`${screen}, ${theme}: ${violation}`);
  }
  return found;
}

/** Goes to an address as the back button does: without loading the page anew. */
async function go(page: Page, search: string): Promise<void> {
  await page.evaluate((next) => {
    history.pushState(null, '', `/${next}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, search);
}

/** The whole graph; the screens that refuse an address write their errors to the console. */
async function overview(viewport: typeof WIDE): Promise<Page> {
  const page = await visit('', { viewport, expected: /40[04]/ });
  await drawn(page, 80);
  return page;
}

describe('axe finds no violation', () => {
  it.each([
    ['wide', WIDE],
    ['on a phone', PHONE],
  ] as const)('on every screen, %s', async (_name, viewport) => {
    const page = await overview(viewport);
    const found: string[] = [];
    for (const [name, search, ready] of SCREENS) {
      await go(page, search);
      await page.locator(ready).first().waitFor();
      found.push(...(await inBothThemes(page, name)));
    }
    expect(found).toEqual([]);
  });

  it('in the dialogs', async () => {
    const page = await overview(WIDE);
    const found: string[] = [];
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    found.push(...(await inBothThemes(page, 'help')));
    await escapeDialog(page);
    await keyInto(page, 'Control+k', page.getByRole('combobox', { name: 'Command or name' }));
    await page.keyboard.type('luka');
    const option = page.getByRole('option', { name: /Lukashenko/ });
    await option.first().waitFor();
    found.push(...(await inBothThemes(page, 'palette')));
    await escapeDialog(page);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.locator('.drop-zone').waitFor();
    found.push(...(await inBothThemes(page, 'import')));
    expect(found).toEqual([]);
  });

  it.each([
    ['wide', WIDE],
    ['on a phone', PHONE],
  ] as const)('in the menu of exports, %s', async (_name, viewport) => {
    const page = await overview(viewport);
    await page.getByText('Export', { exact: true }).click();
    await page.getByRole('link', { name: 'Graph (GEXF)' }).waitFor();
    expect(await inBothThemes(page, 'exports')).toEqual([]);
  });

  it('in the drawer of the filters on a phone', async () => {
    const page = await overview(PHONE);
    await go(page, '?act=warning&of=actor:alexander-lukashenko&hops=1');
    await page.getByRole('button', { name: 'Filters' }).tap();
    await page.getByRole('list', { name: 'Filters set' }).waitFor();
    expect(await inBothThemes(page, 'filters')).toEqual([]);
  });

  it('in the drawer of the queue on a phone', async () => {
    const page = await overview(PHONE);
    await go(page, '?view=review');
    await page.getByRole('button', { name: 'Queue' }).tap();
    await page.getByRole('navigation', { name: 'Review queue' }).waitFor();
    expect(await inBothThemes(page, 'queue')).toEqual([]);
  });

  it.each([
    ['the reference of the API', 'api/docs'],
    ['an address that is not there', 'nonsense'],
  ])('in %s', async (_what, path) => {
    const page = await visit(path, { expected: /404/ });
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, 'colour')).toEqual([]);
  });
});

serverIsClean();
