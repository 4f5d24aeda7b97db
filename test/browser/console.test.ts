import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../client/state/console-examples.ts';
import { CypherReply } from '../../server/contract/cypher.ts';
import { violations } from './axe.ts';
import { launch, openPage } from './browser.ts';
import { createStand, type Stand } from './stand.ts';

const SLOW = 120_000;
const SPEAKERS = `MATCH (who:Actor)-[:MADE]->(s:Statement)
RETURN who.name AS speaker, count(s) AS n ORDER BY n DESC, speaker LIMIT 5`;

describe('the Cypher console', () => {
  let stand: Stand;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    stand = await createStand();
    browser = await launch();
    page = await openPage(browser);
  }, SLOW);
  afterAll(async () => {
    await browser?.close();
    await stand?.stop();
  });

  it('gives an answer to each of its ten examples', async () => {
    expect(EXAMPLES).toHaveLength(10);
    for (const { question, query } of EXAMPLES) {
      const response = await fetch(`${stand.url}/api/cypher`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      const reply = CypherReply.parse(await response.json());
      expect(reply.rows.length, question).toBeGreaterThan(0);
    }
  });

  it(
    'takes Cypher from the query bar, shows a table and a graph, and is an address',
    async () => {
      await page.goto(stand.url);
      await page.getByRole('combobox', { name: 'Search' }).fill(EXAMPLES[2]?.query ?? '');
      await page.keyboard.press('Enter');
      await page.locator('.answer table tbody tr').first().waitFor();
      expect(new URL(page.url()).searchParams.get('view')).toBe('console');
      expect(await violations(page)).toEqual([]);

      const rows = await page.locator('.answer tbody tr').count();
      await page.reload();
      await page.locator('.answer table tbody tr').first().waitFor();
      expect(await page.locator('.answer tbody tr').count()).toBe(rows);

      await page.getByRole('tab', { name: 'Graph' }).last().focus();
      await page.getByRole('tab', { name: 'Table' }).last().focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(() => {
        const canvas = document.querySelector<HTMLElement>('.canvas');
        const shown = document.querySelector<HTMLElement>('.graph-wrap')?.dataset['shown'];
        return shown === 'true' && Number(canvas?.dataset['nodes']) < 60;
      });
      expect(await violations(page)).toEqual([]);
    },
    SLOW,
  );

  it(
    'underlines what is wrong, where it is wrong, and shows a plan',
    async () => {
      await page.goto(`${stand.url}/?view=console`);
      await page.locator('.cm-content').click();
      await page.keyboard.insertText('MATCH (n)\nRETRN n');
      await page.keyboard.press('Control+Enter');
      await page.locator('.flaw').waitFor();
      expect(await page.locator('.flaw').innerText()).toBe('RETRN');
      await page.locator('.cm-content').click();
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText('MATCH (n:Person) RETURN n.name');
      await page.getByRole('button', { name: 'Explain' }).click();
      await page.getByRole('region', { name: 'Plan of the query' }).waitFor();
    },
    SLOW,
  );

  it(
    'copies an answer as cells and saves it as CSV, whole',
    async () => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(`${stand.url}/?view=console&cypher=${encodeURIComponent(SPEAKERS)}`);
      await page.locator('.answer tbody tr').first().waitFor();
      const rows = await page
        .locator('.answer tbody tr')
        .evaluateAll((lines) =>
          lines.map((line) => [...line.querySelectorAll('td')].map((cell) => cell.textContent)),
        );
      await page.getByRole('button', { name: 'Copy', exact: true }).press('Enter');
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      const lines = [['speaker', 'n'], ...rows];
      expect(copied.split('\n')).toEqual(lines.map((cells) => cells.join('\t')));

      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: 'CSV' }).press('Enter');
      const file = await saving;
      expect(file.suggestedFilename()).toBe('onrecord-answer.csv');
      const saved = readFileSync(await file.path(), 'utf8')
        .trimEnd()
        .split('\r\n');
      expect(saved).toEqual(lines.map((cells) => cells.join(',')));
    },
    SLOW,
  );

  it(
    'completes names of actors, and has no accessibility fault in the dark',
    async () => {
      const dark = await openPage(browser, { theme: 'dark' });
      await dark.goto(`${stand.url}/?view=console`);
      await dark.locator('.starters').waitFor();
      expect(await violations(dark)).toEqual([]);
      await dark.locator('.cm-content').click();
      await dark.keyboard.type("MATCH (a {name: 'Zelensk", { delay: 15 });
      await dark.getByRole('option', { name: /Volodymyr Zelensky/ }).waitFor();
    },
    SLOW,
  );

  it(
    'shows beneath a query its own answer only, and none beneath an empty one',
    async () => {
      await page.goto(`${stand.url}/?view=console&cypher=${encodeURIComponent(SPEAKERS)}`);
      await page.locator('.answer tbody tr').first().waitFor();
      let goOn = () => {};
      const held = new Promise<void>((done) => (goOn = done));
      await page.route('**/api/cypher', async (route) => {
        await held;
        await route.continue();
      });
      await page.locator('.cm-content').click();
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText('RETURN 1 AS one');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Running …').waitFor();
      expect(await page.locator('.answer, .starters').count()).toBe(0);
      goOn();
      await page.getByRole('columnheader', { name: 'one' }).waitFor();
      await page.unroute('**/api/cypher');

      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await page.keyboard.press('Control+Enter');
      await page.locator('.starters').waitFor();
      expect(await page.locator('.answer').count()).toBe(0);
      // The address follows a frame later.
      await expect.poll(() => new URL(page.url()).searchParams.get('cypher')).toBeNull();

      await page.keyboard.type('MAT', { delay: 15 });
      const list = page.locator('.cm-tooltip-autocomplete');
      await list.waitFor();
      await page.keyboard.press('Control+Enter');
      await list.waitFor({ state: 'detached' });
      await page.locator('.flaw').waitFor();
    },
    SLOW,
  );

  it(
    'closes a menu by a click beside it, which does nothing else',
    async () => {
      await page.goto(stand.url);
      const check = page.getByRole('checkbox', { name: /Accusation/ });
      await check.waitFor();
      const box = await check.boundingBox();
      if (box === null) throw new Error('there is no filter to click');
      const menu = page.locator('details.menu');
      const beside = () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await menu.locator('summary').click();
      await page.getByRole('link', { name: 'Table (CSV)' }).waitFor();
      await beside();
      await page.getByRole('link', { name: 'Table (CSV)' }).waitFor({ state: 'hidden' });
      expect(await check.isChecked()).toBe(false);
      await beside();
      expect(await check.isChecked()).toBe(true);
    },
    SLOW,
  );
});
