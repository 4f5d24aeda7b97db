import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { EXAMPLES } from '../../client/state/console-examples.ts';
import { CypherReply } from '../../server/contract/cypher.ts';
import { violations } from './axe.ts';
import { hasFocus, keyInto, param, press } from './browser.ts';
import { recordOf } from './record.ts';
import { visiting, type Visit } from './visit.ts';

const SPEAKERS = `MATCH (who:Actor)-[:MADE]->(s:Statement)
RETURN who.name AS speaker, count(s) AS n ORDER BY n DESC, speaker LIMIT 5`;

/** For queries with a flaw; the browser itself puts a style on what is inserted for a selection. */
const REFUSED: Visit = { expected: /400|Applying inline style/ };

describe('the Cypher console', () => {
  const { stand, visit } = visiting();
  const record = recordOf(stand);

  /** Opens the console with a query that is answered. */
  async function answered(query: string, opening?: Visit): Promise<Page> {
    const page = await visit(`?view=console&cypher=${encodeURIComponent(query)}`, opening);
    await page.locator('.answer tbody tr').first().waitFor();
    return page;
  }

  /** Puts a query in the place of the one in the editor. */
  async function write(page: Page, query: string): Promise<void> {
    const editor = page.locator('.cm-content');
    await editor.click();
    await hasFocus(editor);
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(query);
  }

  it('gives an answer to each of its ten examples', async () => {
    expect(EXAMPLES).toHaveLength(10);
    for (const { question, query } of EXAMPLES) {
      const response = await record.post('/api/cypher', { query });
      const reply = CypherReply.parse(await response.json());
      expect(reply.rows.length, question).toBeGreaterThan(0);
    }
  });

  it('runs a query that is stopped at its limit once', async () => {
    const page = await visit('?view=console', { expected: /422/ });
    const run = vi.spyOn(stand().house.cypher, 'run');
    const code = await page.evaluate(async () => {
      const lists = Array.from({ length: 10 }, (_, i) => `UNWIND range(1, 100) AS x${i}`);
      // Browsers ask again by themselves only on a connection that has served before.
      await (await fetch('/healthz')).text();
      const response = await fetch('/api/cypher', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: `${lists.join(' ')} RETURN count(*)`, timeoutMs: 50 }),
      });
      return ((await response.json()) as { code: string }).code;
    });
    expect(code).toBe('limit-time');
    const runs = run.mock.calls.filter(([{ query }]) => query.startsWith('UNWIND'));
    run.mockRestore();
    expect(runs).toHaveLength(1);
  });

  it('takes Cypher from the query bar, shows a table and a graph, and is an address', async () => {
    const page = await visit();
    await page.getByRole('combobox', { name: 'Search' }).fill(EXAMPLES[2]?.query ?? '');
    await page.keyboard.press('Enter');
    await page.locator('.answer table tbody tr').first().waitFor();
    expect(param(page, 'view')).toBe('console');
    expect(await violations(page)).toEqual([]);

    const rows = await page.locator('.answer tbody tr').count();
    await page.reload();
    await page.locator('.answer table tbody tr').first().waitFor();
    expect(await page.locator('.answer tbody tr').count()).toBe(rows);

    await page.getByRole('tab', { name: 'Table' }).last().focus();
    await keyInto(page, 'ArrowRight', page.getByRole('tab', { name: 'Graph' }).last());
    await page.waitForFunction(() => {
      const canvas = document.querySelector<HTMLElement>('.canvas');
      const shown = document.querySelector<HTMLElement>('.graph-wrap')?.dataset['shown'];
      return shown === 'true' && Number(canvas?.dataset['nodes']) < 60;
    });
    expect(await violations(page)).toEqual([]);
  });

  it('underlines what is wrong, where it is wrong, and shows a plan', async () => {
    const page = await visit('?view=console', REFUSED);
    await write(page, 'MATCH (n)\nRETRN n');
    await page.keyboard.press('Control+Enter');
    await page.locator('.flaw').waitFor();
    expect(await page.locator('.flaw').innerText()).toBe('RETRN');
    await write(page, 'MATCH (n:Person) RETURN n.name');
    await page.getByRole('button', { name: 'Explain' }).click();
    await page.getByRole('region', { name: 'Plan of the query' }).waitFor();
  });

  it('offers no clearing of filters for a fault of the query', async () => {
    const cypher = encodeURIComponent('MATCH (a:Actor RETURN a');
    const page = await visit(`?act=accusation&view=console&cypher=${cypher}`, REFUSED);
    const notice = page.getByRole('alert').filter({ hasText: 'cypher-syntax' });
    await notice.waitFor();
    expect(await notice.getByRole('button').count()).toBe(0);
  });

  it('copies an answer as cells and saves it as CSV, whole', async () => {
    const page = await answered(SPEAKERS);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const rows = await page
      .locator('.answer tbody tr')
      .evaluateAll((lines) =>
        lines.map((line) => [...line.querySelectorAll('td')].map((cell) => cell.textContent)),
      );
    await press(page.getByRole('button', { name: 'Copy', exact: true }));
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const lines = [['speaker', 'n'], ...rows];
    expect(copied.split('\n')).toEqual(lines.map((cells) => cells.join('\t')));

    const saving = page.waitForEvent('download');
    await press(page.getByRole('button', { name: 'CSV' }));
    const file = await saving;
    expect(file.suggestedFilename()).toBe('onrecord-answer.csv');
    const saved = readFileSync(await file.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(saved).toEqual(lines.map((cells) => cells.join(',')));
  });

  it('completes names of actors, and has no accessibility fault in the dark', async () => {
    const page = await visit('?view=console', { theme: 'dark' });
    await page.locator('.starters').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('.cm-content').click();
    await hasFocus(page.locator('.cm-content'));
    await page.keyboard.type("MATCH (a {name: 'Zelensk", { delay: 15 });
    await page.getByRole('option', { name: /Volodymyr Zelensky/ }).waitFor();
  });

  it('shows beneath a query its own answer only, and none beneath an empty one', async () => {
    const page = await answered(SPEAKERS, REFUSED);
    let goOn = () => {};
    const held = new Promise<void>((done) => (goOn = done));
    await page.route('**/api/cypher', async (route) => {
      await held;
      await route.continue();
    });
    await write(page, 'RETURN 1 AS one');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Running …').waitFor();
    expect(await page.locator('.answer, .starters').count()).toBe(0);
    goOn();
    await page.getByRole('columnheader', { name: 'one' }).waitFor();
    await page.unroute('**/api/cypher');

    await hasFocus(page.locator('.cm-content'));
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+Enter');
    await page.locator('.starters').waitFor();
    expect(await page.locator('.answer').count()).toBe(0);
    // The address follows a frame later.
    await expect.poll(() => param(page, 'cypher')).toBeNull();

    await page.keyboard.type('MAT', { delay: 15 });
    const list = page.locator('.cm-tooltip-autocomplete');
    await list.waitFor();
    await page.keyboard.press('Control+Enter');
    await list.waitFor({ state: 'detached' });
    await page.locator('.flaw').waitFor();
  });

  it('closes a menu by a click beside it, which does nothing else', async () => {
    const page = await visit();
    const check = page.getByRole('checkbox', { name: /Accusation/ });
    await check.waitFor();
    const box = await check.boundingBox();
    if (box === null) throw new Error('there is no filter to click');
    const menu = page.locator('details.menu', { hasText: 'Export' });
    const beside = () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await menu.locator('summary').click();
    await page.getByRole('link', { name: 'Table (CSV)' }).waitFor();
    await beside();
    await page.getByRole('link', { name: 'Table (CSV)' }).waitFor({ state: 'hidden' });
    expect(await check.isChecked()).toBe(false);
    await beside();
    expect(await check.isChecked()).toBe(true);
  });
});
