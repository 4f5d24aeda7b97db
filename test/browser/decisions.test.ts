import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ActorReply, StatementPage } from '../../server/contract/replies.ts';
import { ARTICLE, manyArticles, RETOLD } from './article.ts';
import { escapeDialog, PHONE, press } from './browser.ts';
import {
  acceptAll,
  marked,
  pickActor,
  pickNobody,
  queueStatus,
  reviewing,
  sent,
  stepTo,
  toText,
} from './record.ts';

/** Every kind of decision, made and taken back on the screen. */

const KARVONEN = 'actor:anna-karvonen';
const TAMM = 'actor:jaan-tamm';

describe('decisions on the screen', () => {
  const { review, record, undoTo } = reviewing(ARTICLE, RETOLD);

  /** Does something on the screen, sees what came of it, and takes it back with `times` U. */
  async function doneAndUndone(
    page: Page,
    deed: () => Promise<void>,
    seen: () => Promise<void>,
    times = 1,
  ): Promise<void> {
    const before = await record.whole();
    await deed();
    await expect.poll(record.whole).not.toBe(before);
    await sent(page);
    await seen();
    await undoTo(page, before, times);
  }

  it('merges two actors, both records side by side, and parts them again', async () => {
    const page = await review();
    await stepTo(page, /Jaan Tamm/);
    await doneAndUndone(
      page,
      async () => {
        await page.keyboard.press('m');
        const stays = page.getByRole('region', { name: 'Stays' });
        const goes = page.getByRole('region', { name: 'Becomes part of it' });
        await expect.poll(() => stays.innerText()).toMatch(/Jaan Tamm[\s\S]*Documents/);
        const change = goes.getByRole('button', { name: 'change' });
        if ((await change.count()) > 0) await press(change);
        await pickActor(page, 'Becomes part of it', 'Henrik Lund');
        await expect.poll(() => goes.innerText()).toMatch(/Henrik Lund[\s\S]*Documents/);
        await press(page.getByRole('button', { name: 'Merge', exact: true }));
      },
      async () => {
        const merged = await record.json<ActorReply>('/api/actors/actor:henrik-lund');
        expect(merged.id).toBe(TAMM);
        expect(merged.aliases).toContain('Henrik Lund');
      },
    );
  });

  it('splits one statement from an actor to a new one, and gives it back', async () => {
    const page = await review();
    // Her tie to the ministry comes before what she says: only a statement is chosen beforehand.
    await stepTo(page, /Anna Karvonen[^]*ferry line/);
    await doneAndUndone(
      page,
      async () => {
        await page.keyboard.press('x');
        const given = page.getByRole('group', { name: 'Statements to give away' });
        const first = given.getByRole('checkbox').first();
        expect(await first.isChecked(), 'the statement under review is chosen').toBe(true);
        await first.press('Space');
        await pickNobody(page, 'Actor who gets them', 'Aino Virtala');
        const make = page.getByRole('button', { name: 'Make' });
        await press(make);
        await page.getByText('Choose at least one statement').waitFor();
        await first.press('Space');
        await press(make);
      },
      async () => {
        const path = '/api/statements?actor=actor:aino-virtala';
        expect((await record.json<StatementPage>(path)).total).toBe(1);
        const rest = await record.json<StatementPage>(`/api/statements?speaker=${KARVONEN}`);
        expect(rest.total).toBeGreaterThan(0);
      },
    );
  });

  it("forgets what was chosen of one actor's statements once another is to be split", async () => {
    const page = await review();
    await stepTo(page, /We will keep the strait/);
    await page.keyboard.press('x');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^1 of \d+ statements? to give away/).waitFor();
    await press(dialog.getByRole('button', { name: 'another' }));
    await pickActor(page, 'Actor to split', 'Henrik Lund');
    await dialog.getByText(/^0 of \d+ statements? to give away/).waitFor();
    await escapeDialog(page);
  });

  it('makes one statement of two tellings, says that they copy, and takes both back', async () => {
    const page = await review();
    const answer = async (deed: string) => {
      await page.keyboard.press('d');
      const button = page.getByRole('dialog').getByRole('button', { name: deed, exact: true });
      await press(button.first());
      await page.getByRole('button', { name: /^Done/ }).waitFor();
      await escapeDialog(page);
      await sent(page);
    };
    await doneAndUndone(
      page,
      async () => {
        await answer('Make one statement');
        await answer('Share one origin');
      },
      async () => {
        const { items } = await record.json<StatementPage>('/api/statements?limit=1000');
        const joined = items.filter(({ reports }) =>
          reports.some(({ document }) => /Strait stays open/.test(document.title)),
        );
        expect(joined.some(({ reports, origins }) => reports.length === 2 && origins === 1)).toBe(
          true,
        );
      },
      2,
    );
  });

  it('moves a span by dragging over the text', async () => {
    const page = await review();
    await stepTo(page, /We will keep the strait/);
    await doneAndUndone(
      page,
      async () => {
        await page.keyboard.press('e');
        const words = page.locator('.own-content').first();
        const box = await words.evaluate((element) => {
          const range = document.createRange();
          range.setStart(element.firstChild ?? element, 0);
          range.setEnd(element.firstChild ?? element, 'We will keep'.length);
          const { left, right, top, height } = range.getBoundingClientRect();
          return { left, right, y: top + height / 2 };
        });
        await page.mouse.move(box.left + 1, box.y);
        await page.mouse.down();
        await page.mouse.move(box.right - 1, box.y, { steps: 4 });
        await page.mouse.up();
        await expect.poll(() => words.innerText()).toBe('We will keep');
        await page.keyboard.press('Enter');
      },
      async () => {
        const { items } = await record.json<StatementPage>(`/api/statements?speaker=${KARVONEN}`);
        const words = items.flatMap(({ reports }) => reports.flatMap(({ content }) => content));
        expect(words.map(({ exact }) => exact)).toContain('We will keep');
      },
    );
  });

  it('accepts all that is sure by keyboard, and takes it back from the log', async () => {
    const page = await review();
    const before = await record.whole();
    const { total, items } = await record.queue();
    const sure = items.filter(({ confidence }) => confidence === null || confidence >= 0.95);
    expect(sure.length).toBeGreaterThan(0);
    const decided = (await record.decisions()).total;
    await press(acceptAll(page));
    await sent(page);
    await expect.poll(async () => (await record.queue()).total).toBe(total - sure.length);
    expect((await record.decisions()).total).toBe(decided + 1);

    await toText(page);
    await page.keyboard.press('o');
    const undo = page.getByRole('button', { name: /^Undo: Accepted/ });
    await press(undo);
    await undo.waitFor({ state: 'detached' });
    await escapeDialog(page);
    await expect.poll(async () => (await record.queue()).total).toBe(total);
    expect(await record.whole()).toBe(before);
  });

  it('says how good the reader is at this kind of statement, and what that means', async () => {
    const page = await review();
    await stepTo(page, /We will keep the strait/);
    const { measured } = await record.queue();
    const direct = measured.kinds.find(({ mode, speech }) => mode === 'direct' && speech === true);
    const percent = (share: number | null | undefined) => `${Math.round((share ?? 0) * 100)} %`;
    const summary = page.locator('.worth summary');
    expect(await summary.innerText()).toBe(
      `Direct speech: ${percent(direct?.precision)} right, ${percent(direct?.recall)} found`,
    );
    await press(summary);
    await page.getByText(`Counted on ${measured.documents} articles`).waitFor();
    expect(await page.locator('.worth tbody tr').count()).toBe(4);
  });

  it('reaches the queue, its filters, the log and the doubles on a phone', async () => {
    const page = await review('', { viewport: PHONE });
    const queue = page.getByRole('navigation', { name: 'Review queue' });
    await queue.waitFor({ state: 'hidden' });
    const open = page.getByRole('button', { name: 'Queue' });
    await open.tap();
    await queue.waitFor();
    await queue.getByRole('button', { name: /Ties/ }).tap();
    const glyphs = async () => new Set(await queue.locator('.line .glyph').allInnerTexts());
    await expect.poll(glyphs).toEqual(new Set(['↔']));
    const last = queue.locator('.line').last();
    const told = await last.locator('b').innerText();
    await last.tap();
    await queue.waitFor({ state: 'hidden' });
    expect(await page.locator('.review-side').innerText()).toContain(told);
    for (const name of [/^Decisions/, /^Doubles/, /^Keys/]) {
      await open.tap();
      await queue.getByRole('button', { name }).tap();
      await escapeDialog(page);
      await open.tap();
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  });

  it('lists the newest decisions first, and older ones when asked', async () => {
    const { items } = await record.queue();
    const [first] = items;
    for (let i = (await record.decisions()).total; i <= 100; i += 2) {
      const made = await record.post('/api/decisions', {
        action: { kind: 'accept', records: [first!.record.id] },
      });
      const { decision } = (await made.json()) as { decision: { id: string } };
      expect((await record.post(`/api/decisions/${decision.id}/undo`, { note: '' })).status).toBe(
        200,
      );
    }
    const { total } = await record.decisions();
    const page = await review();
    await page.keyboard.press('o');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(`${total} decisions, the newest 100 listed`).waitFor();
    await press(dialog.getByRole('button', { name: 'Show older' }));
    await dialog.getByText(`${total} decisions`, { exact: true }).waitFor();
    expect(await dialog.getByRole('listitem').count()).toBe(total);
    await escapeDialog(page);
  });

  it('lists a decision whose record is gone as in conflict', async () => {
    const text = manyArticles(1)[0] ?? '';
    await record.bring(text);
    const { items } = await record.queue();
    const of = (document: string) => record.json<{ title: string }>(`/api/documents/${document}`);
    const [title = ''] = text.split('\n');
    const documents = [...new Set(items.map(({ document }) => document))];
    const titles = await Promise.all(documents.map(async (id) => (await of(id)).title));
    const document = documents[titles.indexOf(title)] ?? '';
    const page = await review(`&document=${document}`);
    await page.keyboard.press('a');
    await sent(page);
    await record.post(`/api/documents/${document}/remove`, {});
    await page.keyboard.press('o');
    await page.getByRole('heading', { name: '1 conflict' }).waitFor();
    expect(await page.getByRole('dialog').innerText()).toMatch(/gone/);
  });

  it('is quick enough for a hundred proposals in ten minutes by keyboard', async () => {
    await record.bring(...manyArticles(9).slice(1));
    const { total } = await record.queue();
    expect(total).toBeGreaterThanOrEqual(100);
    const page = await review();
    await page.addInitScript(() => {
      const waits: number[] = [];
      Object.assign(window, { waits });
      addEventListener(
        'keydown',
        ({ timeStamp }) =>
          requestAnimationFrame(() => setTimeout(() => waits.push(performance.now() - timeStamp))),
        true,
      );
    });
    await page.reload();
    await marked(page);
    const start = performance.now();
    for (let i = 1; i <= 100; i += 1) {
      await page.keyboard.press(i % 10 === 0 ? 'r' : 'a');
      await page.waitForFunction((n) => (window as unknown as Waits).waits.length >= n, i);
    }
    const decided = performance.now() - start;
    await sent(page);
    const arrived = performance.now() - start;
    expect(await queueStatus(page)).toContain('100 done');
    await expect.poll(async () => (await record.queue()).total).toBe(total - 100);
    const waits = await page.evaluate(() => (window as unknown as Waits).waits);
    const sorted = waits.sort((a, b) => a - b).map(Math.round);
    console.log(
      `100 decisions by keyboard: ${sorted[50]} ms from key to picture in the middle, ${sorted[95]} ms at p95; ` +
        `${Math.round(decided / 100)} ms each with the driver, all stored after ${Math.round(arrived)} ms`,
    );
  });
});

interface Waits {
  readonly waits: number[];
}
