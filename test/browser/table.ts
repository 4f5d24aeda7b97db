import type { Locator, Page } from 'playwright-core';
import type { Stand } from './stand.ts';
import type { Visit } from './visit.ts';

/** Rows of the table that is on screen. */
export const rowsOf = (page: Page): Locator => page.locator('tbody tr');

/** Ids of the records that the table shows, sorted. */
export const rowKeys = (page: Page) =>
  rowsOf(page).evaluateAll((rows) =>
    rows.map((row) => (row as HTMLElement).dataset['key'] ?? '').sort(),
  );

/** What tests of the table need of the stand of their file. */
export function tables({
  stand,
  visit,
}: {
  stand: () => Stand;
  visit: (search: string, opening?: Visit) => Promise<Page>;
}) {
  return {
    /** Opens an address whose table has rows. */
    async tableOf(search: string): Promise<Page> {
      const page = await visit(search);
      await rowsOf(page).first().waitFor();
      return page;
    },
    /** Ids that the API gives for the same filters, sorted: what the table must show, none left out. */
    async idsOf(search: string): Promise<string[]> {
      const reply = await fetch(`${stand().url}/api/statements?${search}&limit=1000`);
      const { items } = (await reply.json()) as { items: { id: string }[] };
      return items.map(({ id }) => id).sort();
    },
  };
}
