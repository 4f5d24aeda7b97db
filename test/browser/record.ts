import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { z } from 'zod';
import type { DecisionPage } from '../../server/contract/decisions.ts';
import type { PasteDocument } from '../../server/contract/jobs.ts';
import type { ProposalPage } from '../../server/contract/review.ts';
import { hasFocus, param } from './browser.ts';
import type { Stand } from './stand.ts';
import { visiting, type Visit } from './visit.ts';

/** A text, alone or with what is known of it. */
export type Brought = string | z.input<typeof PasteDocument>;

/** What tests ask of a stand's API beside the screen. */
export function recordOf(stand: () => Stand) {
  const json = async <T>(path: string): Promise<T> =>
    (await (await fetch(`${stand().url}${path}`)).json()) as T;
  const post = (path: string, body: unknown) =>
    fetch(`${stand().url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const queue = () => json<ProposalPage>('/api/suggestions?limit=1000');
  const decisions = () => json<DecisionPage>('/api/decisions?limit=1000');
  return {
    json,
    post,
    queue,
    decisions,
    /** What the log says of the last decision; empty when there is none. */
    lastWords: async () => (await decisions()).items[0]?.words ?? '',
    /** Every record, as text: equal when nothing differs. */
    whole: async () => (await fetch(`${stand().url}/api/export?format=jsonl`)).text(),
    /** Imports texts and waits until they are read. */
    async bring(...texts: readonly Brought[]): Promise<void> {
      const { total } = await queue();
      for (const text of texts)
        await post('/api/documents', typeof text === 'string' ? { text } : text);
      await stand().house.jobs.idle();
      expect((await queue()).total).toBeGreaterThan(total);
    },
  };
}

/** As `visiting`, with texts that are read before the first test, their record and its review. */
export function reviewing(...texts: readonly Brought[]) {
  const { stand, visit, serverIsClean } = visiting(() => record.bring(...texts));
  const record = recordOf(stand);
  return {
    stand,
    visit,
    serverIsClean,
    record,
    /** Opens the review as an address narrows it; the first proposal is marked in its text. */
    async review(search = '', opening: Visit = {}): Promise<Page> {
      const page = await visit(`?view=review${search}`, opening);
      await marked(page);
      return page;
    },
    /** Takes the last deeds back by U, and holds the record to what it was before them. */
    async undoTo(page: Page, before: string, deeds = 1): Promise<void> {
      await takeBack(page, deeds);
      await expect.poll(record.whole).toBe(before);
    },
  };
}

/** Resolves once the current proposal is marked in its text. */
export async function marked(page: Page): Promise<void> {
  await page.locator('.review-text .own').first().waitFor();
}

/** Id of the record under review, as the address has it; null while there is none. */
export const placeOf = (page: Page) => param(page, 'at');

/** The line of the queue that stands for the proposal under review. */
export const currentLine = (page: Page): Locator => page.locator('.line[aria-current]');

/** What the head of the queue says of how many are left, done and on their way. */
export const queueStatus = (page: Page) => page.locator('.queue-head [role=status]').innerText();

/** The button that accepts everything sure: its name says how many they are. */
export const acceptAll = (page: Page): Locator =>
  page.getByRole('button', { name: /^Accept everything/ });

/** Presses J until the current proposal's line holds the words. */
export async function stepTo(page: Page, words: RegExp): Promise<void> {
  await stepUntil(page, async () => words.test(await currentLine(page).innerText()));
}

/** Presses J until the proposal under review is a statement. */
export async function stepToStatement(page: Page): Promise<void> {
  await stepUntil(page, async () => (await page.locator('#review-act').count()) === 1);
}

/** Presses J, each time once the step before has been drawn, until what is wanted is there. */
async function stepUntil(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(
      async () => {
        const there = await isThere();
        if (!there) await step(page);
        return there;
      },
      { interval: 30 },
    )
    .toBe(true);
}

async function step(page: Page): Promise<void> {
  const place = placeOf(page);
  await page.keyboard.press('j');
  await expect.poll(() => placeOf(page)).not.toBe(place);
}

/** Resolves when nothing done in the review is still on its way. */
export async function sent(page: Page): Promise<void> {
  await page.waitForFunction(
    () => !/sending/.test(document.querySelector('.queue-head [role=status]')?.textContent ?? ''),
  );
}

/** Leaves the field that has the focus for the text, where keys are those of the review. */
export async function toText(page: Page): Promise<void> {
  const text = page.locator('.review-text');
  await text.focus();
  await hasFocus(text);
}

/** Takes the last deeds back by U once they have arrived, and waits until that has arrived too. */
export async function takeBack(page: Page, deeds = 1): Promise<void> {
  await sent(page);
  for (let i = 0; i < deeds; i += 1) {
    await expect.poll(() => undoButton(page).isEnabled()).toBe(true);
    await page.keyboard.press('u');
  }
  await sent(page);
}

const undoButton = (page: Page) =>
  page.locator('.review-side').getByRole('button', { name: /^Undo\b/ });

/** Types a name into a field once that has the focus. */
async function typeName(field: Locator, name: string): Promise<void> {
  await field.focus();
  await hasFocus(field);
  await field.pressSequentially(name, { delay: 5 });
}

/** Types a name into a field that finds actors and takes the first one found, nobody new. */
export async function pickActor(page: Page, label: string, name: string): Promise<void> {
  await typeName(actorField(page, label), name);
  // The list for what was typed so far may hold it farther down.
  const first = page.getByRole('listbox').getByRole('option').first();
  await first.filter({ hasText: name, hasNotText: 'New actor' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { selected: true }).filter({ hasText: name }).waitFor();
  await page.keyboard.press('Enter');
}

/** Types the name of nobody on the record into a field that finds actors, and has them made. */
export async function pickNobody(page: Page, label: string, name: string): Promise<void> {
  await typeName(actorField(page, label), name);
  const fresh = page.getByRole('option', { name: `New actor “${name}”` });
  await fresh.waitFor();
  await page.keyboard.press('ArrowUp');
  await fresh.and(page.getByRole('option', { selected: true })).waitFor();
  await page.keyboard.press('Enter');
}

/** The field that finds an actor, by its label. */
export const actorField = (page: Page, label: string): Locator =>
  page.getByRole('combobox', { name: label, exact: true });
