import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ProposalPage } from '../../server/contract/review.ts';
import { ARTICLE } from './article.ts';
import { violations } from './axe.ts';
import { faultsOf, launch, openPage } from './browser.ts';
import { openReview, recordOf, sent } from './record.ts';
import { createStand, type Stand } from './stand.ts';

/** What narrows the page narrows the review queue, and says so. */

vi.setConfig({ testTimeout: 90_000 });

describe('the review queue, narrowed', () => {
  let stand: Stand;
  let browser: Browser;
  const record = recordOf(() => stand);

  beforeAll(async () => {
    [stand, browser] = await Promise.all([createStand(), launch()]);
    await record.bring(ARTICLE);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await stand?.stop();
  });

  async function reviewing(search = '', expected: readonly string[] = []): Promise<Page> {
    const page = await openPage(browser);
    const faults = faultsOf(page);
    onTestFinished(async () => {
      await page.close();
      expect(faults).toEqual(expected);
      expect(stand.faults).toEqual([]);
    });
    await openReview(page, stand.url, search);
    return page;
  }

  const totalOf = async (asked: string) =>
    (await record.json<ProposalPage>(`/api/suggestions?${asked}`)).total;
  const status = (page: Page) => page.locator('.queue-head [role=status]').innerText();
  const lines = (page: Page) => page.locator('.line').count();
  const narrowed = (page: Page) => page.getByRole('group', { name: 'What narrows the queue' });
  const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

  it('by a search that is typed, stays on the review and is widened again', async () => {
    const [all, found] = [await totalOf(''), await totalOf('q=strait')];
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(all);
    const page = await reviewing();
    await expect.poll(() => status(page)).toContain(`${all} proposals to decide`);
    expect(await narrowed(page).count()).toBe(0);
    await page.keyboard.press('/');
    await page.keyboard.type('strait');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=strait/);
    await expect.poll(() => status(page)).toMatch(new RegExp(`^${found} proposals? to decide`));
    expect(param(page, 'view')).toBe('review');
    expect(await lines(page)).toBe(found);
    await narrowed(page).getByRole('button', { name: 'Remove search strait' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await narrowed(page).getByRole('button', { name: 'All proposals' }).press('Enter');
    await expect.poll(() => status(page)).toContain(`${all} proposals to decide`);
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
    const page = await reviewing(`&speaker=${lund}`);
    await expect.poll(() => lines(page)).toBe(bySpeaker);
    await narrowed(page)
      .getByText(/have no “speaker”/)
      .waitFor();
    const others = await totalOf(`-speaker=${lund}`);
    await page.goto(`${stand.url}/?view=review&-speaker=${lund}`);
    await expect.poll(() => lines(page)).toBe(others);
    expect(
      await narrowed(page)
        .getByText(/have no “speaker”/)
        .count(),
    ).toBe(0);
    await page.goto(`${stand.url}/?view=review&speaker=${lund}&of=${lund}&hops=1`);
    await expect.poll(() => status(page)).toMatch(new RegExp(`^${both} proposals? to decide`));
    await narrowed(page)
      .getByRole('button', { name: /^Remove speaker/ })
      .press('Enter');
    await expect.poll(() => status(page)).toMatch(new RegExp(`^${ego} proposals? to decide`));
    await narrowed(page)
      .getByRole('button', { name: /^Remove within 1 step of/ })
      .press('Enter');
    await expect.poll(async () => lines(page)).toBe(await totalOf(''));
  });

  it('to nothing, says so and leads to the table and to all of it', async () => {
    const page = await openPage(browser);
    onTestFinished(() => page.close());
    await page.goto(`${stand.url}/?view=review&q=mobilization`);
    await page.getByText('No undecided proposal fits the filters').waitFor();
    const aside = page.getByRole('complementary', { name: 'Proposal' });
    await aside.getByRole('button', { name: 'What fits in the table' }).press('Enter');
    await page.locator('tbody tr').first().waitFor();
    expect(param(page, 'q')).toBe('mobilization');
    await page.goBack();
    await aside.getByRole('button', { name: 'All proposals' }).press('Enter');
    await expect.poll(async () => lines(page)).toBe(await totalOf(''));
  });

  it('is accepted as far as it fits and no farther, and one undo takes that back', async () => {
    const asked = 'q=said+OR+told+OR+strait';
    const [all, sure] = [await totalOf(''), await totalOf(`${asked}&min=0.95`)];
    expect(sure).toBeGreaterThan(0);
    expect(sure).toBeLessThan(await totalOf('min=0.95'));
    const page = await reviewing(`&${asked}`);
    await page
      .getByRole('button', {
        name: `Accept everything at 95 % or more under the filters ${sure}`,
      })
      .press('Enter');
    await expect.poll(() => totalOf('')).toBe(all - sure);
    expect(await totalOf(`${asked}&min=0.95`)).toBe(0);
    await page.getByRole('button', { name: /filters 0$/ }).waitFor();
    await page.locator('.review-text').focus();
    await page.keyboard.press('u');
    await sent(page);
    await expect.poll(() => totalOf('')).toBe(all);
  });

  it('is not accepted once it holds another number than was told', async () => {
    const page = await reviewing('', [
      'Failed to load resource: the server responded with a status of 409 (Conflict)',
    ]);
    const { items } = await record.json<ProposalPage>('/api/suggestions?min=0.95');
    const [first] = items;
    const sure = items.length;
    const accept = page.getByRole('button', { name: /^Accept everything/ });
    await accept.filter({ hasText: String(sure) }).waitFor();
    const kept = { kind: 'reject', records: [first?.record.id] };
    await record.post('/api/decisions', { action: kept });
    await accept.press('Enter');
    const refusal = page.getByRole('alert').filter({ hasText: 'Not accepted' });
    await refusal.filter({ hasText: `The queue holds ${sure - 1} ` }).waitFor();
    expect(await totalOf('min=0.95')).toBe(sure - 1);
    await accept.filter({ hasText: String(sure - 1) }).waitFor();
    await accept.press('Enter');
    await expect.poll(() => totalOf('min=0.95')).toBe(0);
    await refusal.waitFor({ state: 'detached' });
  });
});
