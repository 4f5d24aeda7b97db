import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ActorReply, AgreementPage, RelationPage } from '../../server/contract/replies.ts';
import { ARTICLE } from './article.ts';
import { violations } from './axe.ts';
import { drawn, escapeDialog, hasFocus, keyInto, press } from './browser.ts';
import { actorField, currentLine, pickActor, reviewing, sent, stepTo, toText } from './record.ts';
import { CONFLICT } from './visit.ts';

/** What the reader misread of agreements, ties and actors, mended on the screen. */

describe('mending on the screen', () => {
  const { visit, review, record, undoTo } = reviewing(ARTICLE);

  /** Opens what is known of an actor. */
  async function known(actor: string, faults: readonly string[] = []): Promise<Page> {
    const page = await visit(`?open=${actor}`, { faults });
    await drawn(page);
    return page;
  }

  const mending = (page: Page) => page.getByRole('dialog', { name: 'Mend the actor' });
  const merging = (page: Page) => page.getByRole('dialog', { name: 'Merge two actors' });

  /** Presses a button that opens the form of an actor; its name has the focus then. */
  async function openForm(page: Page, button: string): Promise<void> {
    await press(page.getByRole('button', { name: button, exact: true }));
    await hasFocus(mending(page).getByLabel('Name', { exact: true }));
  }

  it('changes state and parties of an agreement by keyboard, each undone by itself', async () => {
    const before = await record.whole();
    const page = await review('&types=agreement');
    const state = page.getByLabel('State', { exact: true });
    expect(await state.inputValue()).toBe('signed');
    await state.focus();
    await hasFocus(state);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await press(page.getByRole('button', { name: '+ add to “Parties”' }));
    const field = actorField(page, 'Add to “Parties”');
    await hasFocus(field);
    await field.fill('European Commission');
    await page
      .getByRole('option', { name: /European Commission/ })
      .first()
      .waitFor();
    await field.press('Enter');
    await page.getByRole('button', { name: /Take European Commission out/ }).waitFor();
    const place = page.getByLabel('Place', { exact: true });
    await place.fill('Tallinn harbour');
    await place.press('Enter');
    await sent(page);
    expect(await violations(page)).toEqual([]);
    const { items } = await record.json<AgreementPage>('/api/agreements?status=proposed');
    expect(items[0]).toMatchObject({ state: 'amended', place: 'Tallinn harbour' });
    expect(items[0]?.parties.map(({ name }) => name)).toContain('European Commission');
    const words = (await record.decisions()).items.map((item) => item.words);
    expect(words[2]).toMatch(/^Changed state \(signed → amended\)/);
    await toText(page);
    await undoTo(page, before, 3);
  });

  it('keeps two parties, and the focus where one was taken out', async () => {
    const before = await record.whole();
    const page = await review('&types=agreement');
    const out = (name: string) => page.getByRole('button', { name: `Take ${name} out of` });
    await press(out('Finland'));
    await page.getByText('At least two must stay').waitFor();
    await press(page.getByRole('button', { name: '+ add to “Signed by”' }));
    await pickActor(page, 'Add to “Signed by”', 'Jaan Tamm');
    await press(out('Jaan Tamm'));
    await hasFocus(page.locator('#claim-signatories-add'));
    await toText(page);
    await undoTo(page, before, 2);
  });

  it('changes the kind of a tie and tells that its date is none', async () => {
    const before = await record.whole();
    const page = await review('&types=relation');
    const valid = page.getByLabel('Valid', { exact: true });
    await valid.fill('last spring');
    await valid.press('Enter');
    await page.getByText('No such date.').waitFor();
    await valid.press('Escape');
    await page.getByText('No such date.').waitFor({ state: 'detached' });
    await valid.fill('2023');
    await valid.press('Enter');
    await sent(page);
    const { items } = await record.json<RelationPage>('/api/relations?status=proposed');
    expect(items.map((item) => item.valid)).toContain('2023');
    await toText(page);
    await undoTo(page, before);
  });

  it('mends an actor from what is known of it, and takes that back', async () => {
    const tamm = () => record.json<ActorReply>('/api/actors/actor:jaan-tamm');
    const before = JSON.stringify(await tamm());
    const page = await known('actor:jaan-tamm');
    await openForm(page, 'Mend');
    const form = mending(page);
    const name = form.getByLabel('Name', { exact: true });
    await name.fill('Jaan Tammsaar');
    await name.press('Tab');
    expect(await form.getByLabel('Also called').inputValue()).toContain('Jaan Tamm');
    await form.getByLabel('Wikidata item').fill('Q42');
    expect(await violations(page)).toEqual([]);
    await press(form.getByRole('button', { name: 'Save' }));
    await form.getByRole('status').waitFor();
    expect(await tamm()).toMatchObject({ name: 'Jaan Tammsaar', wikidata: 'Q42' });
    await page.getByRole('heading', { name: 'Jaan Tammsaar' }).waitFor();
    await press(form.getByRole('button', { name: 'Undo' }));
    await expect.poll(async () => JSON.stringify(await tamm())).toBe(before);
  });

  it('offers the merge when the name is somebody else’s, on the review by keyboard', async () => {
    const karvonen = () => record.json<ActorReply>('/api/actors/actor:anna-karvonen');
    const before = await record.whole();
    const page = await review();
    await stepTo(page, /We will keep the strait/);
    await openForm(page, 'Mend Anna Karvonen');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('jaan tamm');
    await mending(page).getByText('Jaan Tamm is on the record already').waitFor();
    expect(await violations(page)).toEqual([]);
    await keyInto(page, 'Tab', mending(page).getByRole('button', { name: 'merge the two' }));
    await page.keyboard.press('Enter');
    const dialog = merging(page);
    const half = (which: string) => dialog.getByRole('region', { name: which, exact: true });
    await half('Stays').getByText('Jaan Tamm').first().waitFor();
    await half('Becomes part of it').getByText('Anna Karvonen').first().waitFor();
    await press(dialog.getByRole('button', { name: 'Merge', exact: true }));
    await dialog.waitFor({ state: 'detached' });
    await sent(page);
    expect((await karvonen()).id).toBe('actor:jaan-tamm');
    await currentLine(page).filter({ hasText: 'Jaan Tamm' }).waitFor();
    await toText(page);
    await undoTo(page, before);
    await currentLine(page).filter({ hasText: 'Anna Karvonen' }).waitFor();
  });

  it('shows a mended name in the queue at once, and that it was taken back', async () => {
    const before = await record.whole();
    const page = await review();
    await stepTo(page, /We will keep the strait/);
    await openForm(page, 'Mend Anna Karvonen');
    const form = mending(page);
    await form.getByLabel('Name', { exact: true }).fill('Anna-Liisa Karvonen');
    await press(form.getByRole('button', { name: 'Save' }));
    await currentLine(page).filter({ hasText: 'Anna-Liisa Karvonen' }).waitFor();
    await press(form.getByRole('button', { name: 'Undo' }));
    await form.waitFor({ state: 'detached' });
    await currentLine(page).filter({ hasText: 'Anna Karvonen' }).waitFor();
    await expect.poll(record.whole).toBe(before);
  });

  it('offers the same beside what is known of an actor, and shows whom it became', async () => {
    const before = await record.whole();
    const page = await known('actor:pieter-stanov');
    const askMerge = async () => {
      await openForm(page, 'Mend');
      await page.getByLabel('Name', { exact: true }).fill('Jaan Tamm');
      await press(page.getByRole('button', { name: 'merge the two' }));
      await merging(page).waitFor();
    };
    await askMerge();
    await escapeDialog(page);
    await hasFocus(page.getByRole('button', { name: 'Mend', exact: true }));
    await askMerge();
    await press(merging(page).getByRole('button', { name: 'Merge', exact: true }));
    await page.getByRole('heading', { name: 'Jaan Tamm' }).waitFor();
    const [merged] = (await record.decisions()).items;
    await record.post(`/api/decisions/${merged?.id}/undo`, {});
    await expect.poll(record.whole).toBe(before);
  });

  it('takes an actor up anew that somebody else mended meanwhile, and keeps what was typed', async () => {
    const lund = () => record.json<ActorReply>('/api/actors/actor:henrik-lund');
    const page = await known('actor:henrik-lund', [CONFLICT]);
    const form = mending(page);
    const save = form.getByRole('button', { name: 'Save' });
    await openForm(page, 'Mend');
    await press(save);
    await form.waitFor({ state: 'detached' });
    await openForm(page, 'Mend');
    await form.getByLabel(/^Note/).fill('Of the navy');
    const meanwhile = { note: 'An admiral', aliases: ['H. Lund'] };
    const action = { kind: 'edit', record: 'actor:henrik-lund', set: meanwhile };
    expect((await record.post('/api/decisions', { action, seen: {} })).ok).toBe(true);
    await press(save);
    await press(form.getByRole('button', { name: 'Load anew' }));
    await form.getByText('note “An admiral”').waitFor();
    expect(await form.getByLabel(/^Note/).inputValue()).toBe('Of the navy');
    expect(await violations(page)).toEqual([]);
    await press(save);
    await form.getByText('Saved.').waitFor();
    expect(await lund()).toMatchObject({ note: 'Of the navy', aliases: ['H. Lund'] });
  });
});
