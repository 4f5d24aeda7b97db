import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { StatementPage, StatementReply } from '../../server/contract/replies.ts';
import { ARTICLE } from './article.ts';
import { violations } from './axe.ts';
import { drawn } from './browser.ts';
import { openReview, pickActor, recordOf, sent } from './record.ts';
import { visiting } from './visit.ts';

/** What is on the record already, mended with the fields and spans of a proposal. */

vi.setConfig({ testTimeout: 90_000 });
const PATIENT = { timeout: 20_000, interval: 50 };

const MISSED = 'Fishermen of Hamina: no ship has passed for a week, and none will.';
const WORDS = 'no ship has passed for a week';

describe('what is on the record', () => {
  const { stand, visit, serverIsClean } = visiting();
  const record = recordOf(stand);
  let added: string;

  beforeAll(async () => {
    await record.bring(`${ARTICLE}\n${MISSED}\n`);
    const [proposal] = (await record.queue()).items;
    const text = `${ARTICLE}\n${MISSED}\n`;
    const start = text.indexOf(WORDS);
    const content = [
      {
        exact: WORDS,
        prefix: text.slice(start - 32, start),
        suffix: text.slice(start + WORDS.length, start + WORDS.length + 32),
        start,
        end: start + WORDS.length,
      },
    ];
    const report = { document: proposal?.document, content, repeats: [] };
    const statement = { speaker: 'actor:jaan-tamm', mode: 'indirect', act: 'assertion', report };
    await record.post('/api/decisions', { action: { kind: 'add', statement } });
    added = (await found())[0]?.id ?? '';
  }, 120_000);

  const found = async () =>
    (await record.json<StatementPage>('/api/statements?q=%22passed+for+a+week%22')).items;
  const standing = () => record.json<StatementReply>(`/api/statements/${added}`);
  const words = async () => (await record.decisions()).items[0]?.words ?? '';
  const fields = (page: Page) => page.getByRole('complementary', { name: 'Proposal' });
  const beside = (page: Page) => fields(page).getByText('beside the queue');

  /** Undoes as many deeds, and holds the record to what it was. */
  async function undo(page: Page, deeds: number, before: string): Promise<void> {
    await page.locator('.review-text').focus();
    for (let i = 0; i < deeds; i += 1) await page.keyboard.press('u');
    await sent(page);
    await expect.poll(record.whole, PATIENT).toBe(before);
  }

  it('is mended from its evidence: each field is one decision, told in words, undone by itself', async () => {
    const before = await record.whole();
    const page = await visit(`?open=${added}`);
    await drawn(page);
    await page.getByRole('button', { name: 'Mend', exact: true }).press('Enter');
    await beside(page).waitFor();
    expect(await violations(page)).toEqual([]);

    // Nobody's confidence was measured in what a person read.
    expect(await page.getByRole('meter', { name: 'Confidence' }).count()).toBe(0);

    await page.locator('.review-text').focus();
    await page.keyboard.press('w');
    await page.keyboard.type('2023-03-10');
    await page.keyboard.press('Enter');
    await sent(page);
    expect(await words()).toMatch(/^Changed said \(not known → 2023-03-10\) of Jaan Tamm/);

    await page.keyboard.press('t');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '+ add to “About”' }).press('Enter');
    await pickActor(page, 'Add to “About”', 'Estonia');
    await page.getByRole('button', { name: '+ add to “Via”' }).press('Enter');
    await pickActor(page, 'Add to “Via”', 'TASS');
    await page.getByRole('button', { name: /Take TASS out/ }).waitFor();
    await sent(page);
    expect(await words()).toMatch(/^Changed carriers \(none → TASS\) of Jaan Tamm/);

    await page.locator('.review-text').focus();
    await page.keyboard.press('s');
    await pickActor(page, 'Speaker', 'Anna Karvonen');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await sent(page);
    expect(await words()).toMatch(/^Gave the statement of .* from Jaan Tamm to Anna Karvonen$/);
    expect(await standing()).toMatchObject({
      speaker: { name: 'Anna Karvonen' },
      said: '2023-03-10',
      act: 'denial',
      about: [{ name: 'Estonia' }],
      reports: [{ via: [{ name: 'TASS' }] }],
    });
    await undo(page, 5, before);
  });

  it('is reached by keyboard in the text under review, its spans moved, and left again', async () => {
    const before = await record.whole();
    const page = await visit();
    await openReview(page, stand().url);
    const at = () => new URL(page.url()).searchParams.get('at');
    await expect.poll(at).not.toBeNull();
    const queued = at();
    await page.keyboard.press(']');
    await beside(page).waitFor();
    await expect.poll(at).toBe(added);
    await page.keyboard.press('e');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('3');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await sent(page);
    expect((await standing()).text).toBe(`${WORDS}, and`);
    expect((await standing()).reports[0]?.source?.exact).toBe('Hamina');
    await expect.poll(words).toMatch(/content \(“no ship .* week” → “no ship .* week, and”\)/);
    await page.keyboard.press(']');
    await expect
      .poll(() => page.locator('#live').innerText())
      .toBe('Nothing after this is on the record here');
    await page.keyboard.press('Escape');
    await beside(page).waitFor({ state: 'detached' });
    await expect.poll(at).toBe(queued);
    await undo(page, 1, before);
  });

  it('is rejected beside the queue, and stays in view until it is left', async () => {
    const before = await record.whole();
    const page = await visit(`?view=review&at=${added}`);
    await beside(page).waitFor();
    await page.keyboard.press('r');
    await fields(page).getByText('rejected').waitFor();
    await sent(page);
    expect((await standing()).status).toBe('rejected');
    expect(await beside(page).count()).toBe(1);
    await undo(page, 1, before);
  });

  serverIsClean();
});
