import { describe, expect, it } from 'vitest';
import { drawn, nodesOf, param, PHONE } from './browser.ts';
import { areaOf, hover } from './pointer.ts';
import { rowKeys, tables } from './table.ts';
import { visiting } from './visit.ts';

/** The drawing by pointer, and what narrows it and the tables alike. */

const SHOIGU = 'actor:sergei-shoigu';

const { stand, visit, serverIsClean } = visiting();
const { tableOf, idsOf } = tables({ stand, visit });

describe('by pointer', () => {
  it('an edge opens the statements behind it, marked in their context', async () => {
    const page = await visit();
    await drawn(page, 80);
    const { x, y, key } = await hover(page, await areaOf(page, '.canvas'), /^says:/);
    await page.mouse.click(x, y);
    await page.locator('.evidence mark').first().waitFor();
    const open = param(page, 'open');
    expect(`says:${open}`).toBe(key);
    const before = await page.locator('.evidence blockquote').first().innerText();
    const marked = await page.locator('.evidence blockquote mark').first().innerText();
    expect(before.length).toBeGreaterThan(marked.length);
  });

  it('shift and click on a second actor opens the path between the two', async () => {
    const page = await visit(`?open=${SHOIGU}`);
    await drawn(page, 80);
    const { x, y, key } = await hover(
      page,
      await areaOf(page, '.canvas'),
      /^actor:(?!sergei-shoigu)/,
    );
    await page.keyboard.down('Shift');
    await page.mouse.click(x, y);
    await page.keyboard.up('Shift');
    await page.locator('.step').first().waitFor();
    expect(param(page, 'open')).toBe(`path:${SHOIGU}>${key}`);
  });

  it('the brush filters graph, list and counts together, and the address keeps it', async () => {
    const page = await visit();
    await drawn(page, 80);
    const handle = await page.getByRole('slider', { name: 'From' }).boundingBox();
    if (handle === null) throw new Error('no handle');
    await page.mouse.move(handle.x + 5, handle.y + 15);
    await page.mouse.down();
    await page.mouse.move(handle.x + 700, handle.y + 15, { steps: 5 });
    await page.mouse.up();
    await page.waitForURL(/said=/);
    await expect.poll(() => nodesOf(page)).toBeLessThan(80);
    const said = new URL(page.url()).searchParams.get('said') ?? '';
    const ids = await idsOf(`said=${said}`);
    await page
      .getByRole('status')
      .filter({ hasText: `${ids.length} statement` })
      .first()
      .waitFor();
  });
});

describe('statements as nodes', () => {
  it('are drawn on request, open their words, and leave tables and matrix as they are', async () => {
    const page = await visit('?of=actor:konrad-muzyka');
    await drawn(page, 2);
    const without = await nodesOf(page);
    await page.getByRole('radio', { name: 'Each as a node' }).press('Space');
    await page.waitForURL(/level=statements/);
    await expect.poll(() => nodesOf(page)).toBeGreaterThan(without);
    const { x, y, key } = await hover(page, await areaOf(page, '.canvas'), /^stmt:/);
    await page.mouse.click(x, y);
    await page.locator('.evidence mark').first().waitFor();
    expect(param(page, 'open')).toBe(key);
    await page.getByRole('tab', { name: 'Matrix' }).click();
    await page.locator('.matrix .cell').first().waitFor();
  });
});

describe('a neighbourhood', () => {
  it('narrows graph, table and counts alike', async () => {
    const page = await tableOf('?of=actor:konrad-muzyka&view=table');
    const ids = await idsOf('of=actor:konrad-muzyka&hops=1');
    expect(await rowKeys(page)).toEqual(ids);
    const words = `${ids.length} statement`;
    await page.locator('.stage-bar [role=status]', { hasText: words }).waitFor();
    await page.locator('.evidence', { hasText: words }).waitFor();
  });
});

describe('back and forward', () => {
  it('walk through what was open and filtered', async () => {
    const page = await visit();
    await drawn(page, 80);
    await page.getByRole('checkbox', { name: /Accusation/ }).check();
    await page.waitForURL(/act=accusation/);
    await page.getByRole('tab', { name: 'Table' }).click();
    await page.locator('tbody tr').first().click();
    await page.waitForURL(/open=stmt/);
    await page.goBack();
    await page.locator('.evidence .head h2', { hasText: 'Who said what' }).waitFor();
    await page.goBack();
    await page.goBack();
    await expect.poll(() => nodesOf(page)).toBeGreaterThanOrEqual(80);
    expect(new URL(page.url()).search).toBe('');
    await page.goForward();
    const accusation = page.getByRole('checkbox', { name: /Accusation/ });
    await expect.poll(() => accusation.isChecked()).toBe(true);
  });
});

describe('on a phone', () => {
  it('opens filters in a drawer and evidence in a sheet', async () => {
    const page = await visit('', { viewport: PHONE });
    await drawn(page, 80);
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('checkbox', { name: /Accusation/ }).tap();
    await page.waitForURL(/act=accusation/);
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('tab', { name: 'Table' }).tap();
    await page.locator('tbody tr').first().tap();
    await page.locator('.evidence mark').first().waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(PHONE.width);
    await page.getByRole('button', { name: 'Close' }).tap();
    await page.locator('.evidence').waitFor({ state: 'hidden' });
  });
});

serverIsClean();
