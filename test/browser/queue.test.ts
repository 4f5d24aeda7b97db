import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ProposalPage } from '../../server/contract/review.ts';
import { ARTICLE } from './article.ts';
import { violations } from './axe.ts';
import { keyInto, param, press } from './browser.ts';
import { acceptAll, queueStatus, reviewing, takeBack, toText } from './record.ts';
import { CONFLICT } from './visit.ts';

/** What narrows the page narrows the review queue, and says so. */

describe('the review queue, narrowed', () => {
  const { stand, visit, review, record } = reviewing(ARTICLE);

  const totalOf = async (asked: string) =>
    (await record.json<ProposalPage>(`/api/suggestions?${asked}`)).total;
  const lines = (page: Page) => page.locator('.line').count();
  const narrowed = (page: Page) => page.getByRole('group', { name: 'What narrows the queue' });

  it('by a search that is typed, stays on the review and is widened again', async () => {
    const [all, found] = [await totalOf(''), await totalOf('q=strait')];
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(all);
    const page = await review();
    await expect.poll(() => queueStatus(page)).toContain(`${all} proposals to decide`);
    expect(await narrowed(page).count()).toBe(0);
    await keyInto(page, '/', page.locator('#search'));
    await page.keyboard.type('strait');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=strait/);
    await expect
      .poll(() => queueStatus(page))
      .toMatch(new RegExp(`^${found} proposals? to decide`));
    expect(param(page, 'view')).toBe('review');
    expect(await lines(page)).toBe(found);
    await narrowed(page).getByRole('button', { name: 'Remove search strait' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await press(narrowed(page).getByRole('button', { name: 'All proposals' }));
    await expect.poll(() => queueStatus(page)).toContain(`${all} proposals to decide`);
    expect(await narrowed(page).count()).toBe(0);
    expect(param(page, 'q')).toBeNull();
  });

  it('by any key and by a neighbourhood of the address, each taken off by itself', async () => {
    const { items } = await record.queue();
    const lund = items.flatMap((it) =>
      it.type === 'statement' && /Lund$/.test(it.record.speaker.name) ? it.record.speaker.id : [],
    )[0];
    const [both, ego] = [
      await totalOf(`speaker=${lund}&of=${lund}&hops=1`),
      await totalOf(`of=${lund}&hops=1`),
    ];
    const bySpeaker = await totalOf(`speaker=${lund}`);
    expect(bySpeaker).toBeGreaterThan(0);
    const page = await review(`&speaker=${lund}`);
    await expect.poll(() => lines(page)).toBe(bySpeaker);
    await narrowed(page)
      .getByText(/have no “speaker”/)
      .waitFor();
    const others = await totalOf(`-speaker=${lund}`);
    await page.goto(`${stand().url}/?view=review&-speaker=${lund}`);
    await expect.poll(() => lines(page)).toBe(others);
    expect(
      await narrowed(page)
        .getByText(/have no “speaker”/)
        .count(),
    ).toBe(0);
    await page.goto(`${stand().url}/?view=review&speaker=${lund}&of=${lund}&hops=1`);
    await expect.poll(() => queueStatus(page)).toMatch(new RegExp(`^${both} proposals? to decide`));
    await press(narrowed(page).getByRole('button', { name: /^Remove speaker/ }));
    await expect.poll(() => queueStatus(page)).toMatch(new RegExp(`^${ego} proposals? to decide`));
    await press(narrowed(page).getByRole('button', { name: /^Remove within 1 step of/ }));
    await expect.poll(async () => lines(page)).toBe(await totalOf(''));
  });

  it('to nothing, says so and leads to the table and to all of it', async () => {
    const page = await visit('?view=review&q=mobilization');
    await page.getByText('No undecided proposal fits the filters').waitFor();
    const aside = page.getByRole('complementary', { name: 'Proposal' });
    await press(aside.getByRole('button', { name: 'What fits in the table' }));
    await page.locator('tbody tr').first().waitFor();
    expect(param(page, 'q')).toBe('mobilization');
    await page.goBack();
    await press(aside.getByRole('button', { name: 'All proposals' }));
    await expect.poll(async () => lines(page)).toBe(await totalOf(''));
  });

  it('is counted in one place, as it is decided', async () => {
    const page = await review();
    await page.locator('.stage-bar [role=status]').waitFor();
    expect(await page.locator('.proposals').count()).toBe(0);
    await page.getByRole('tab', { name: 'Table' }).click();
    await page.locator('.proposals', { hasText: 'proposed' }).waitFor();
  });

  it('is accepted as far as it fits and no farther, and one undo takes that back', async () => {
    const asked = 'q=said+OR+told+OR+strait';
    const [all, sure] = [await totalOf(''), await totalOf(`${asked}&min=0.95`)];
    expect(sure).toBeGreaterThan(0);
    expect(sure).toBeLessThan(await totalOf('min=0.95'));
    const page = await review(`&${asked}`);
    const told = `Accept everything at 95 % or more under the filters ${sure}`;
    await press(page.getByRole('button', { name: told }));
    await expect.poll(() => totalOf('')).toBe(all - sure);
    expect(await totalOf(`${asked}&min=0.95`)).toBe(0);
    await page.getByRole('button', { name: /filters 0$/ }).waitFor();
    await toText(page);
    await takeBack(page);
    await expect.poll(() => totalOf('')).toBe(all);
  });

  it('is not accepted once it holds another number than was told', async () => {
    const page = await review('', { faults: [CONFLICT] });
    const { items } = await record.json<ProposalPage>('/api/suggestions?min=0.95');
    const [first] = items;
    const sure = items.length;
    const accept = acceptAll(page);
    await accept.filter({ hasText: String(sure) }).waitFor();
    const kept = { kind: 'reject', records: [first?.record.id] };
    await record.post('/api/decisions', { action: kept });
    await press(accept);
    const refusal = page.getByRole('alert').filter({ hasText: 'Not accepted' });
    await refusal.filter({ hasText: `The queue holds ${sure - 1} ` }).waitFor();
    expect(await totalOf('min=0.95')).toBe(sure - 1);
    await accept.filter({ hasText: String(sure - 1) }).waitFor();
    await press(accept);
    await expect.poll(() => totalOf('min=0.95')).toBe(0);
    await refusal.waitFor({ state: 'detached' });
  });
});
