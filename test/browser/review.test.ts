import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARTICLE } from './article.ts';
import { violations } from './axe.ts';
import { drawn, faultsOf, launch, openPage } from './browser.ts';
import { createStand, type Stand } from './stand.ts';

const SLOW = 120_000;

describe('bringing a document and deciding about it', () => {
  let stand: Stand;
  let browser: Browser;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    stand = await createStand();
    browser = await launch();
    page = await openPage(browser);
    faults = faultsOf(page);
  }, SLOW);
  afterAll(async () => {
    await browser?.close();
    await stand?.stop();
  });

  const exported = async () => (await fetch(`${stand.url}/api/export?format=jsonl`)).text();
  const health = async () => (await (await fetch(`${stand.url}/healthz`)).json()) as Health;
  interface Health {
    readonly counts: Readonly<Record<string, number>>;
  }
  const nodes = () =>
    page.evaluate(() =>
      Number(document.querySelector<HTMLElement>('.canvas')?.dataset['nodes'] ?? 0),
    );
  const status = () => page.locator('.queue-head [role=status]').innerText();
  const queue = async () =>
    (await (await fetch(`${stand.url}/api/suggestions`)).json()) as { total: number };
  const bring = async () => {
    const body = JSON.stringify({ text: ARTICLE });
    const headers = { 'content-type': 'application/json' };
    await fetch(`${stand.url}/api/documents`, { method: 'POST', headers, body });
    await expect.poll(async () => (await queue()).total, { timeout: 60_000 }).toBeGreaterThan(8);
  };
  const sent = () =>
    page.waitForFunction(
      () => !/sending/.test(document.querySelector('.queue-head [role=status]')?.textContent ?? ''),
    );

  it(
    'by keyboard alone, and undoing all of it leaves the record as it was',
    async () => {
      const before = { text: await exported(), counts: (await health()).counts };
      await page.goto(stand.url);
      await drawn(page);
      const nodesBefore = await nodes();

      // Import: the palette leads there, the text is pasted, progress is told.
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Command or name' }).fill('import');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByLabel('Or paste the text of an article').fill(ARTICLE);
      const begin = page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true });
      const bar = page.getByRole('progressbar', { name: 'Import' });
      await expect.poll(() => begin.isEnabled()).toBe(true);
      // Drawing anew may take the focus between focusing and pressing; a person presses again.
      await expect
        .poll(
          async () => {
            if ((await bar.count()) === 0 && (await begin.count()) === 1)
              await begin.press('Enter');
            return bar.count();
          },
          { timeout: 30_000, interval: 500 },
        )
        .toBe(1);
      const onward = page.getByRole('button', { name: /^Review \d+ proposals?$/ });
      await onward.waitFor({ timeout: 60_000 });
      expect(await violations(page)).toEqual([]);
      const proposals = Number(/\d+/.exec(await onward.innerText())?.[0]);
      expect(proposals).toBeGreaterThan(8);
      await onward.focus();
      await page.keyboard.press('Enter');

      // Review: marks, keys, optimistic deeds, nothing refused.
      await page.locator('.review-text .own').first().waitFor();
      expect(await page.locator('.review-text .flag').count()).toBeGreaterThan(8);
      expect(await status()).toContain(`${proposals} proposals to decide`);
      const at = () => new URL(page.url()).searchParams.get('at');
      const first = at();
      await page.keyboard.press('j');
      await expect.poll(at).not.toBe(first);
      await page.keyboard.press('k');
      await expect.poll(at).toBe(first);
      await page.keyboard.press('a');
      await page.keyboard.press('r');
      await page.keyboard.press('a');
      await expect.poll(status).toContain('3 done');

      // A span one word shorter, saved as an edit.
      await expect
        .poll(async () => {
          const statement = await page.locator('#review-act').count();
          if (statement === 0) await page.keyboard.press('j');
          return statement;
        })
        .toBe(1);
      const words = () => page.locator('.review-side blockquote').innerText();
      const told = await words();
      await page.keyboard.press('e');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await words()).length).toBeLessThan(told.length);
      await sent();
      expect(await page.locator('.fault').count()).toBe(0);
      expect(await violations(page)).toEqual([]);

      // The graph has grown, and what is undecided in it is drawn as a proposal.
      await page.goto(`${stand.url}/`);
      await drawn(page, nodesBefore + 1);
      const decisions = (await (await fetch(`${stand.url}/api/decisions`)).json()) as {
        items: { id: string }[];
      };
      expect(decisions.items).toHaveLength(4);

      // Undo all of it, each by its own entry of the log.
      await page.goto(`${stand.url}/?view=review`);
      await page.locator('.review-text .own').first().waitFor();
      for (let left = 4; left > 0; left -= 1) {
        await page.keyboard.press('o');
        const undo = page.getByRole('button', { name: /^Undo: (?!Took back)/ });
        await undo.first().waitFor({ timeout: 8000 });
        expect(await undo.count()).toBe(left);
        await undo.first().click();
        await expect.poll(() => undo.count()).toBe(left - 1);
        await page.keyboard.press('Escape');
        await page.locator('dialog').waitFor({ state: 'detached' });
      }
      await expect.poll(status).toContain(`${proposals} proposals to decide`);

      const documents = (await (await fetch(`${stand.url}/api/documents?limit=100`)).json()) as {
        items: { id: string; holding: string }[];
      };
      const held = documents.items.filter(({ holding }) => holding === 'held');
      expect(held).toHaveLength(1);
      await fetch(`${stand.url}/api/documents/${held[0]?.id}/remove`, { method: 'POST' });
      expect((await health()).counts).toEqual(before.counts);
      expect(await exported()).toBe(before.text);
      expect(faults).toEqual([]);
      expect(stand.faults).toEqual([]);
    },
    SLOW,
  );

  it(
    'accepts all that is sure as one decision, which one undo takes back',
    async () => {
      await bring();
      const { total } = await queue();
      await page.goto(`${stand.url}/?view=review`);
      await page.locator('.review-text .own').first().waitFor();
      await page.getByRole('button', { name: /^Accept everything/ }).click();
      await expect.poll(async () => (await queue()).total).toBeLessThan(total);
      // The server has decided; the page can take it back once it has been told so.
      const undo = page.getByRole('button', { name: /^Undo/ }).first();
      await expect.poll(async () => (await undo.count()) > 0 && undo.isEnabled()).toBe(true);
      await page.locator('.review-text').focus();
      await page.keyboard.press('u');
      await expect.poll(async () => (await queue()).total).toBe(total);
    },
    SLOW,
  );

  it(
    'has no accessibility fault in the dark, nor with its dialogs open',
    async () => {
      await bring();
      const dark = await openPage(browser, { theme: 'dark' });
      await dark.goto(`${stand.url}/?view=review`);
      await dark.locator('.review-text .own').first().waitFor();
      expect(await violations(dark)).toEqual([]);
      await expect
        .poll(async () => {
          const statement = await dark.locator('#review-act').count();
          if (statement === 0) await dark.keyboard.press('j');
          return statement;
        })
        .toBe(1);
      for (const key of ['?', 's', 'm', 'x', 'o', 'd']) {
        await dark.keyboard.press(key);
        await dark.getByRole('dialog').waitFor({ timeout: 8000 });
        expect(await violations(dark), key).toEqual([]);
        await dark.keyboard.press('Escape');
        await dark.locator('dialog').waitFor({ state: 'detached' });
      }
    },
    SLOW,
  );
});
