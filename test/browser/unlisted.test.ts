import { expect, it } from 'vitest';
import { visiting } from './visit.ts';

/** An actor of whom there is more than its evidence lists. */

const TIES = 1_012;

const { stand, visit, serverIsClean } = visiting(async () => {
  const { store } = stand().house;
  const [tie] = (await store.relations({}, { limit: 1, cursor: null })).items;
  const relations = Array.from({ length: TIES }, (_, i) => ({
    ...tie!,
    ...{ id: `rel:many-${i}` as const, from: 'actor:konrad-muzyka' as const, title: `Post ${i}` },
  }));
  await store.write({ put: { relations } });
});

it('is told of, and counted in its tab', async () => {
  const page = await visit('?open=actor:konrad-muzyka');
  const tab = page.getByRole('tab', { name: /^Ties/ });
  await tab.click();
  const { total } = await stand().house.store.relations(
    { actors: ['actor:konrad-muzyka'] },
    { limit: 1, cursor: null },
  );
  expect(await tab.innerText()).toContain(String(total));
  const panel = page.getByRole('tabpanel').last();
  const left = (total - 1000).toLocaleString('en');
  await panel.getByText(`${left} more are not listed`).waitFor();
});

serverIsClean();
