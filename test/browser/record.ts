import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { DecisionPage } from '../../server/contract/decisions.ts';
import type { ProposalPage } from '../../server/contract/review.ts';
import type { Stand } from './stand.ts';

/** What tests ask of a stand's API beside the screen, and steps that several of them take. */
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
  return {
    json,
    post,
    queue,
    decisions: () => json<DecisionPage>('/api/decisions?limit=1000'),
    /** Every record, as text: equal when nothing differs. */
    whole: async () => (await fetch(`${stand().url}/api/export?format=jsonl`)).text(),
    /** Imports texts and waits until they are read. */
    async bring(...texts: readonly string[]): Promise<void> {
      const { total } = await queue();
      for (const text of texts) await post('/api/documents', { text });
      await stand().house.jobs.idle();
      expect((await queue()).total).toBeGreaterThan(total);
    },
  };
}

/** Opens the review and waits until the first proposal is marked in its text. */
export async function openReview(page: Page, url: string, search = ''): Promise<void> {
  await page.goto(`${url}/?view=review${search}`);
  await page.locator('.review-text .own').first().waitFor();
}

/** Presses J until the current proposal's line holds the words. */
export async function stepTo(page: Page, words: RegExp): Promise<void> {
  const line = page.locator('.line[aria-current]');
  await expect
    .poll(
      async () => {
        const told = await line.innerText();
        if (!words.test(told)) await page.keyboard.press('j');
        return told;
      },
      { timeout: 20_000, interval: 30 },
    )
    .toMatch(words);
}

/** Resolves when nothing done in the review is still on its way. */
export async function sent(page: Page): Promise<void> {
  await page.waitForFunction(
    () => !/sending/.test(document.querySelector('.queue-head [role=status]')?.textContent ?? ''),
  );
}

/** Types a name into a field that finds actors and takes the first one found, nobody new. */
export async function pickActor(page: Page, label: string, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: true });
  await field.focus();
  await field.pressSequentially(name, { delay: 5 });
  // The list for what was typed so far may hold it farther down.
  const first = page.getByRole('listbox').getByRole('option').first();
  await first.filter({ hasText: name, hasNotText: 'New actor' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}
