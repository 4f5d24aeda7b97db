import { describe, expect, it } from 'vitest';
import { choose, drawn, escapeDialog, hasFocus, keyInto, param } from './browser.ts';
import { rowsOf, tables } from './table.ts';
import { visiting } from './visit.ts';

/** The screen without a mouse. */

const { stand, visit, serverIsClean } = visiting();
const { tableOf } = tables({ stand, visit });

describe('by keyboard alone', () => {
  it('finds an actor, walks the graph, opens an edge, and makes a path', async () => {
    const page = await visit();
    await drawn(page, 80);
    await keyInto(page, '/', page.locator('#search'));
    await page.keyboard.type('shoig');
    await choose(page, /Sergei Shoigu/);
    await page.locator('.evidence .head h2', { hasText: 'Sergei Shoigu' }).waitFor();

    const told = () => page.locator('#live').innerText();
    const graph = page.locator('.graph');
    await graph.focus();
    await hasFocus(graph);
    await page.keyboard.press('ArrowRight');
    await expect.poll(told).toMatch(/neighbour/);
    await page.keyboard.press('b');
    await expect.poll(told).toMatch(/Neighbours: /);
    await page.keyboard.press(']');
    await expect.poll(told).toMatch(/Edge 1 of/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/open=[^&]*(%3E|>)/);
    await page.keyboard.press('Escape');

    await page.keyboard.press('p');
    await page.getByText('choose the other end').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('p');
    await page.waitForURL(/open=path/);
    await page.locator('.step').first().waitFor();
  });

  it('walks a table and opens a row; the palette and the help answer', async () => {
    const page = await tableOf('?view=table&table=actors');
    await rowsOf(page).first().focus();
    await keyInto(page, 'ArrowDown', rowsOf(page).nth(1));
    await page.keyboard.press('Enter');
    await page.waitForURL(/open=actor/);
    await keyInto(page, 'Control+k', page.getByRole('combobox', { name: 'Command or name' }));
    await page.getByRole('dialog', { name: 'Command palette' }).waitFor();
    await page.keyboard.type('matrix');
    await choose(page, /matrix/i);
    await page.waitForURL(/view=matrix/);
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard help' }).waitFor();
    await escapeDialog(page);
  });

  it('goes from a search into the table of what it found, and on to the first statement', async () => {
    const page = await visit();
    await drawn(page, 80);
    await keyInto(page, '/', page.locator('#search'));
    await page.keyboard.type('act:denial');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=act/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('l');
    await hasFocus(rowsOf(page).first());
    await page.keyboard.press('Enter');
    await page.waitForURL(/open=stmt/);
  });

  it('moves the handles of the timeline', async () => {
    const page = await visit();
    const handle = page.getByRole('slider', { name: 'To' });
    await handle.focus();
    await hasFocus(handle);
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/said=/);
    await page.keyboard.press('End');
    await expect.poll(() => param(page, 'said')).toBeNull();
  });
});

serverIsClean();
