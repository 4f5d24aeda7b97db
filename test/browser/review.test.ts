import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ARTICLE } from './article.ts';
import { violations } from './axe.ts';
import { drawn, escapeDialog, keyInto, press } from './browser.ts';
import {
  acceptAll,
  marked,
  placeOf,
  queueStatus,
  recordOf,
  sent,
  stepToStatement,
  takeBack,
  toText,
} from './record.ts';
import { visiting } from './visit.ts';

interface Health {
  readonly counts: Readonly<Record<string, number>>;
}

describe('bringing a document and deciding about it', () => {
  const { stand, visit } = visiting();
  const record = recordOf(stand);

  const health = () => record.json<Health>('/healthz');
  const nodes = async (page: Page) =>
    Number(await page.locator('.canvas').getAttribute('data-nodes'));

  /** Pastes a text by way of the palette; how many proposals there are once it is read. */
  async function paste(page: Page, text: string): Promise<number> {
    await keyInto(page, 'Control+k', page.getByRole('combobox', { name: 'Command or name' }));
    await page.keyboard.type('import');
    await page
      .getByRole('option', { name: /import/i })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByLabel('Or paste the text of an article').fill(text);
    await press(page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }));
    await page.getByRole('progressbar', { name: 'Import' }).waitFor();
    const onward = page.getByRole('button', { name: /^Review \d+ proposals?$/ });
    await onward.waitFor();
    expect(await violations(page)).toEqual([]);
    const proposals = Number(/\d+/.exec(await onward.innerText())?.[0]);
    await press(onward);
    return proposals;
  }

  /** Takes everything back, each by its own entry of the log. */
  async function undoFromLog(page: Page, decisions: number): Promise<void> {
    for (let left = decisions; left > 0; left -= 1) {
      await page.keyboard.press('o');
      const undo = page.getByRole('button', { name: /^Undo: (?!Took back)/ });
      await expect.poll(() => undo.count()).toBe(left);
      await undo.first().click();
      await expect.poll(() => undo.count()).toBe(left - 1);
      await escapeDialog(page);
    }
  }

  it('by keyboard alone, and undoing all of it leaves the record as it was', async () => {
    const before = { text: await record.whole(), counts: (await health()).counts };
    const page = await visit();
    const status = () => queueStatus(page);
    await drawn(page);
    const nodesBefore = await nodes(page);

    // Import: the palette leads there, the text is pasted, progress is told.
    const proposals = await paste(page, ARTICLE);
    expect(proposals).toBeGreaterThan(8);

    // Review: marks, keys, optimistic deeds, nothing refused.
    await marked(page);
    expect(await page.locator('.review-text .flag').count()).toBeGreaterThan(8);
    await expect.poll(status).toContain(`${proposals} proposals to decide`);
    const at = () => placeOf(page);
    await expect.poll(at).not.toBeNull();
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
    await stepToStatement(page);
    const words = () => page.locator('.review-side blockquote').innerText();
    const told = await words();
    await page.keyboard.press('e');
    await page.getByRole('region', { name: 'Edit spans' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await words()).length).toBeLessThan(told.length);
    await sent(page);
    expect(await page.locator('.fault').count()).toBe(0);
    expect(await violations(page)).toEqual([]);

    // The graph has grown, and what is undecided in it is drawn as a proposal.
    await page.goto(`${stand().url}/`);
    await drawn(page, nodesBefore + 1);
    expect((await record.decisions()).items).toHaveLength(4);

    await page.goto(`${stand().url}/?view=review`);
    await marked(page);
    await undoFromLog(page, 4);
    await expect.poll(status).toContain(`${proposals} proposals to decide`);

    const documents = await record.json<{ items: { id: string; holding: string }[] }>(
      '/api/documents?limit=100',
    );
    const held = documents.items.filter(({ holding }) => holding === 'held');
    expect(held).toHaveLength(1);
    await record.post(`/api/documents/${held[0]?.id}/remove`, {});
    expect((await health()).counts).toEqual(before.counts);
    expect(await record.whole()).toBe(before.text);
  });

  it('accepts all that is sure as one decision, which one undo takes back', async () => {
    await record.bring(ARTICLE);
    const { total } = await record.queue();
    const page = await visit('?view=review');
    await marked(page);
    await acceptAll(page).click();
    await expect.poll(async () => (await record.queue()).total).toBeLessThan(total);
    await toText(page);
    await takeBack(page);
    await expect.poll(async () => (await record.queue()).total).toBe(total);
  });

  it('has no accessibility fault in the dark, nor with its dialogs open', async () => {
    await record.bring(`${ARTICLE}\nNothing more was said.\n`);
    const page = await visit('?view=review', { theme: 'dark' });
    await marked(page);
    expect(await violations(page)).toEqual([]);
    await stepToStatement(page);
    for (const key of ['?', 's', 'm', 'x', 'o', 'd']) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      expect(await violations(page), key).toEqual([]);
      await escapeDialog(page);
    }
  });
});
