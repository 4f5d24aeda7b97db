import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { AgreementPage, EventReply } from '../../server/contract/replies.ts';
import { ARTICLE } from './article.ts';
import { violations } from './axe.ts';
import { hasFocus } from './browser.ts';
import { placeOf, reviewing, sent, stepTo, toText } from './record.ts';

/** The passages that agreements and events rest on, and figures of events, mended on the screen. */

const TEXT = `${ARTICLE}
Russia deployed 9,000 troops and 170 tanks to Belarus in October 2022.
`;

describe('what claims rest on', () => {
  const { review, record, undoTo, serverIsClean } = reviewing(TEXT);

  const own = async (page: Page) =>
    (await page.locator('.review-text .own-evidence').allInnerTexts()).join('');

  /** Drags over words that stand within one run of the text. */
  async function drag(page: Page, wanted: string): Promise<void> {
    const box = await page.evaluate((part) => {
      const root = document.querySelector('.review-text') as Element;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(part) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + part.length);
        node.parentElement?.scrollIntoView({ block: 'center' });
        const rects = [...range.getClientRects()];
        const [first, last] = [rects[0], rects.at(-1)];
        if (first === undefined || last === undefined) return null;
        const middle = first.top + first.height / 2;
        return { x: first.left, y: middle, toX: last.right, toY: last.top + last.height / 2 };
      }
      return null;
    }, wanted);
    if (box === null) throw new Error(`the text does not show “${wanted}”`);
    await page.mouse.move(box.x + 1, box.y);
    await page.mouse.down();
    await page.mouse.move(box.toX - 1, box.toY, { steps: 6 });
    await page.mouse.up();
  }

  it('is the passage of an agreement that is dragged over, or moved by keys', async () => {
    const before = await record.whole();
    const page = await review('&types=agreement');
    await expect.poll(() => own(page)).not.toBe('');
    const told = await own(page);
    await page.keyboard.press('e');
    const bar = page.getByRole('region', { name: 'Edit spans' });
    await bar.getByRole('button', { name: '1 Passage' }).waitFor();
    expect(await bar.getByRole('button', { name: /Cue|Source/ }).count()).toBe(0);
    await page.keyboard.press('2');
    await page.keyboard.press('Delete');
    await bar.getByRole('alert').filter({ hasText: 'rests on this passage alone' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await drag(page, 'a memorandum on rescue at sea');
    await expect.poll(() => own(page)).toBe('a memorandum on rescue at sea');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => own(page)).toBe('a memorandum on rescue at sea in');
    await page.keyboard.press('Enter');
    await sent(page);
    const { items } = await record.json<AgreementPage>('/api/agreements?status=proposed');
    const exact = items[0]?.evidence[0]?.selectors.map((each) => each.exact);
    expect(exact).toEqual(['a memorandum on rescue at sea in']);
    expect(await record.lastWords()).toMatch(
      /^Changed passages \(“.*” → “a memorandum on rescue at sea in”\)/,
    );
    await toText(page);
    await undoTo(page, before);
    await expect.poll(() => own(page)).toBe(told);
  });

  it('is a figure of an event: its words, number and unit, by keyboard', async () => {
    const before = await record.whole();
    const page = await review('&types=event');
    await stepTo(page, /Russia/);
    const id = placeOf(page) ?? '';
    const figures = async () => (await record.json<EventReply>(`/api/events/${id}`)).figures;
    const old = await figures();
    const fresh = page.getByRole('textbox', { name: 'New figure' });
    await fresh.fill('9000 troops');
    await fresh.press('Enter');
    await page.getByText('None of its passages holds these words.').waitFor();
    await page.keyboard.press('a');
    await hasFocus(fresh);
    expect(await violations(page)).toEqual([]);
    await fresh.fill('170');
    await fresh.press('Enter');
    await sent(page);
    expect((await figures()).slice(old.length)).toMatchObject([
      { text: '170', value: 170, unit: 'unit' },
    ]);
    const n = old.length + 1;
    await page.getByLabel(`Unit ${n}`, { exact: true }).fill('tank');
    await page.keyboard.press('Enter');
    await page.getByLabel(`Number ${n}`, { exact: true }).fill('about 170');
    await page.keyboard.press('Enter');
    await page.getByText('Not a number, such as 9000.').waitFor();
    await page.getByLabel(`Number ${n}`, { exact: true }).press('Escape');
    await sent(page);
    expect((await figures()).at(-1)).toMatchObject({ value: 170, unit: 'tank' });
    expect(await record.lastWords()).toMatch(
      /^Changed figures \(.*“170”: 170 unit → .*“170”: 170 tank\)/,
    );
    await page.getByLabel(`Figure ${n}`, { exact: true }).fill('');
    await page.keyboard.press('Enter');
    await sent(page);
    expect(await figures()).toEqual(old);
    await toText(page);
    await undoTo(page, before, 3);
  });

  serverIsClean();
});
