import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { drawn, escapeDialog, hasFocus, keyInto, param, press } from './browser.ts';
import { rowKeys, rowsOf } from './table.ts';
import { visiting } from './visit.ts';

/** What narrows the screen narrows its tables of claims and its exports too; by keyboard alone. */

const LUKASHENKO = 'actor:alexander-lukashenko';

const { stand, visit, serverIsClean } = visiting();

/** Exports from the menu by keyboard; what the file holds. */
async function exported(page: Page, format: string): Promise<string> {
  await page.getByText('Export', { exact: true }).press('Enter');
  const link = page.getByRole('link', { name: format });
  await link.waitFor();
  await link.focus();
  await hasFocus(link);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ]);
  await page.keyboard.press('Escape');
  return readFile(await download.path(), 'utf8');
}

const idsIn = (jsonLines: string) =>
  jsonLines
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id: string }).id)
    .sort();

const focused = (page: Page) => page.evaluate(() => document.activeElement?.className ?? '');

it('a stretch of time, set by a handle, which has the focus again once it is reset', async () => {
  const page = await visit();
  const handle = page.getByRole('slider', { name: 'From' });
  await handle.focus();
  await hasFocus(handle);
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/said=/);
  await press(page.getByRole('button', { name: 'Reset' }));
  await page.waitForURL((url) => !url.searchParams.has('said'));
  await expect.poll(() => focused(page)).toBe('handle');
});

describe('an export', () => {
  it('of a neighbourhood holds what is drawn of it, without the layers that are hidden', async () => {
    const page = await visit(`?of=${LUKASHENKO}&hops=1&hide=event,relation`);
    await drawn(page, 5);
    const graph = await fetch(`${stand().url}/api/neighbourhood?of=${LUKASHENKO}&hops=1`);
    const { nodes, edges } = (await graph.json()) as {
      nodes: { key: string; attributes: { type: string } }[];
      edges: { attributes: { type: string; records: string[] } }[];
    };
    const says = edges.filter(({ attributes }) => attributes.type === 'says');
    const wanted = new Set([
      ...says.flatMap(({ attributes }) => attributes.records),
      ...nodes.flatMap(({ key, attributes }) => (attributes.type === 'agreement' ? [key] : [])),
    ]);
    const text = await exported(page, 'Records (JSON Lines)');
    const told = 'All statements and agreements within 1 step of Alexander Lukashenko';
    expect(
      await page.locator('.menu', { hasText: 'Export' }).locator('.drop p').textContent(),
    ).toBe(told);
    expect(idsIn(text)).toEqual([...wanted].sort());
  });

  it('of a table of events is a table of those events', async () => {
    const page = await visit('?view=table&table=events&actor=Belarus&said=2022-10..');
    await rowsOf(page).first().waitFor();
    const rows = await rowKeys(page);
    expect(idsIn(await exported(page, 'Records (JSON Lines)'))).toEqual(rows);
    const [header] = (await exported(page, 'Table (CSV)')).split('\r\n');
    expect(header).toContain('participants,roles,date,place,figures');
  });
});

describe('the table of agreements', () => {
  it('says that a speaker is none of theirs, and finds those that he has a part in', async () => {
    const page = await visit(`?view=table&table=agreements&speaker=${LUKASHENKO}`);
    await page.getByText('The filter “speaker”').waitFor();
    await press(page.getByRole('button', { name: /has a part/ }));
    await rowsOf(page).first().waitFor();
    expect(param(page, 'actor')).toBe(LUKASHENKO);
    const reply = await fetch(`${stand().url}/api/agreements?actor=${LUKASHENKO}`);
    const { items } = (await reply.json()) as { items: { id: string }[] };
    expect(await rowKeys(page)).toEqual(items.map(({ id }) => id).sort());
  });

  it('answers a question after agreements that is typed into the search box', async () => {
    const page = await visit('');
    await drawn(page, 80);
    await keyInto(page, '/', page.locator('#search'));
    await page.keyboard.type('agreements between Belarus and Russia');
    await page.keyboard.press('Enter');
    await rowsOf(page).first().waitFor();
    const rows = await rowsOf(page).allInnerTexts();
    for (const row of rows) expect(row).toMatch(/Belarus[^]*Russia|Russia[^]*Belarus/);
  });
});

describe('the focus', () => {
  it('stays on the filters when one is taken off, and on the stage when an error is', async () => {
    const page = await visit(`?said=2022-13&speaker=${LUKASHENKO}`, { expected: /400/ });
    await press(page.getByRole('button', { name: 'Remove said:2022-13' }));
    await page.waitForFunction(() => document.activeElement !== document.body);
    await drawn(page, 2);
    await press(page.locator('.chip').first());
    await page.waitForFunction(() => document.activeElement?.matches('.rail input, .chip'));
  });

  it('is again where it was when a dialog has closed', async () => {
    const page = await visit('');
    await drawn(page, 80);
    for (const key of ['?', 'Control+k']) {
      const brand = page.locator('.brand');
      await brand.focus();
      await hasFocus(brand);
      await page.keyboard.press(key);
      await escapeDialog(page);
      await hasFocus(brand);
    }
  });
});

serverIsClean();
