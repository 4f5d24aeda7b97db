import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { StatementPage, StatementReply } from '../../server/contract/replies.ts';
import { ARTICLE } from './article.ts';
import { violations } from './axe.ts';
import { drawn, keyInto, press } from './browser.ts';
import { actorField, pickActor, placeOf, reviewing, sent, toText } from './record.ts';

/** What is on the record already, mended with the fields and spans of a proposal. */

const MISSED = 'Fishermen of Hamina: no ship has passed for a week, and none will.';
const WORDS = 'no ship has passed for a week';
const TEXT = `${ARTICLE}\n${MISSED}\n`;

describe('what is on the record', () => {
  const { visit, review, record, undoTo, serverIsClean } = reviewing(TEXT);
  let added: string;

  beforeAll(async () => {
    const [proposal] = (await record.queue()).items;
    const start = TEXT.indexOf(WORDS);
    const content = [
      {
        exact: WORDS,
        prefix: TEXT.slice(start - 32, start),
        suffix: TEXT.slice(start + WORDS.length, start + WORDS.length + 32),
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
  const fields = (page: Page) => page.getByRole('complementary', { name: 'Proposal' });
  const beside = (page: Page) => fields(page).getByText('beside the queue');

  it('is mended from its evidence: each field is one decision, told in words, undone by itself', async () => {
    const before = await record.whole();
    const page = await visit(`?open=${added}`);
    await drawn(page);
    await press(page.getByRole('button', { name: 'Mend', exact: true }));
    await beside(page).waitFor();
    expect(await violations(page)).toEqual([]);

    // Nobody's confidence was measured in what a person read.
    expect(await page.getByRole('meter', { name: 'Confidence' }).count()).toBe(0);

    await toText(page);
    await keyInto(page, 'w', page.locator('#review-said'));
    await page.keyboard.type('2023-03-10');
    await page.keyboard.press('Enter');
    await sent(page);
    expect(await record.lastWords()).toMatch(
      /^Changed said \(not known → 2023-03-10\) of Jaan Tamm/,
    );

    await keyInto(page, 't', page.locator('#review-act'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await press(page.getByRole('button', { name: '+ add to “About”' }));
    await pickActor(page, 'Add to “About”', 'Estonia');
    await press(page.getByRole('button', { name: '+ add to “Via”' }));
    await pickActor(page, 'Add to “Via”', 'TASS');
    await page.getByRole('button', { name: /Take TASS out/ }).waitFor();
    await sent(page);
    expect(await record.lastWords()).toMatch(/^Changed carriers \(none → TASS\) of Jaan Tamm/);

    await toText(page);
    await keyInto(page, 's', actorField(page, 'Speaker'));
    await pickActor(page, 'Speaker', 'Anna Karvonen');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await sent(page);
    expect(await record.lastWords()).toMatch(
      /^Gave the statement of .* from Jaan Tamm to Anna Karvonen$/,
    );
    expect(await standing()).toMatchObject({
      speaker: { name: 'Anna Karvonen' },
      said: '2023-03-10',
      act: 'denial',
      about: [{ name: 'Estonia' }],
      reports: [{ via: [{ name: 'TASS' }] }],
    });
    await toText(page);
    await undoTo(page, before, 5);
  });

  it('is reached by keyboard in the text under review, its spans moved, and left again', async () => {
    const before = await record.whole();
    const page = await review();
    const at = () => placeOf(page);
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
    await expect
      .poll(record.lastWords)
      .toMatch(/content \(“no ship .* week” → “no ship .* week, and”\)/);
    await page.keyboard.press(']');
    await expect
      .poll(() => page.locator('#live').innerText())
      .toBe('Nothing after this is on the record here');
    await page.keyboard.press('Escape');
    await beside(page).waitFor({ state: 'detached' });
    await expect.poll(at).toBe(queued);
    await toText(page);
    await undoTo(page, before);
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
    await toText(page);
    await undoTo(page, before);
  });

  serverIsClean();
});
