import { describe, expect, it, onTestFinished } from 'vitest';
import { drawn } from './browser.ts';
import { visiting } from './visit.ts';

/** What is wrong in an address, on the way to the server or in the record itself. */

const SHOIGU = 'actor:sergei-shoigu';

const { stand, visit, serverIsClean } = visiting();

describe('when something is wrong', () => {
  it('says which filter the server refuses, and takes it away', async () => {
    const page = await visit('?said=2022-13', { expected: /400/ });
    const alert = page.getByRole('alert').first();
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/bad-date/);
    await alert.getByRole('button', { name: 'Remove said:2022-13' }).click();
    await drawn(page, 80);
    expect(new URL(page.url()).search).toBe('');
  });

  it('says that an id leads nowhere', async () => {
    const page = await visit('?open=actor:nobody-at-all', { expected: /404/ });
    await page.getByRole('alert').filter({ hasText: 'not-found' }).waitFor();
  });

  it('says that the server is gone, and goes on when it is back', async () => {
    const page = await visit('', { expected: /ERR_INTERNET_DISCONNECTED/, alone: true });
    await drawn(page, 80);
    await page.context().setOffline(true);
    await page.getByRole('checkbox', { name: /Denial/ }).check();
    const alert = page.getByRole('alert').first();
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/does not answer/);
    await page.context().setOffline(false);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('alert').first().waitFor({ state: 'detached' });
  });

  it('works on in a browser that keeps nothing', async () => {
    const page = await visit(`?view=console&cypher=${encodeURIComponent('RETURN 1 AS one')}`, {
      before: () =>
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('site data is blocked', 'SecurityError');
          },
        }),
    });
    await page.locator('.answer tbody tr').waitFor();
    await page.getByRole('tab', { name: 'Graph' }).click();
    await drawn(page, 80);
  });

  it('says how the search was read where it was not taken literally', async () => {
    const page = await visit(`?q=${encodeURIComponent('colour:red sabotage')}`);
    await page.locator('.notes li').first().waitFor();
    expect(await page.locator('.notes').innerText()).toMatch(/colour/);
  });
});

describe('hostile text', () => {
  const HOSTILE = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';

  it('in a name, a search and an address is shown as text and does nothing', async () => {
    const [actor] = await stand().house.store.actorsById([SHOIGU]);
    if (actor === undefined) throw new Error('the sample has no Shoigu');
    await stand().house.store.write({ put: { actors: [{ ...actor, name: HOSTILE }] } });
    onTestFinished(async () => {
      await stand().house.store.write({ put: { actors: [actor] } });
    });
    const page = await visit(`?open=${SHOIGU}&q=${encodeURIComponent(HOSTILE)}`, {
      expected: /400/,
    });
    await page.locator('.evidence .head h2').waitFor();
    expect(await page.locator('.evidence .head h2').innerText()).toBe(HOSTILE);
    await page.goto(
      `${stand().url}/?open=${encodeURIComponent(HOSTILE)}&view=${encodeURIComponent(HOSTILE)}`,
    );
    await page.getByRole('alert').first().waitFor();
    await page.goto(`${stand().url}/?view=table&table=actors`);
    await page.getByText(HOSTILE).first().waitFor();
    expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  });
});

serverIsClean();
