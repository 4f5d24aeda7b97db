import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { choose, drawn, hasFocus, param } from './browser.ts';
import { rowsOf } from './table.ts';
import { visiting } from './visit.ts';

/** The search box: what it completes, where it leads, and what it says of how it was read. */

const { visit, serverIsClean } = visiting();

const ISW = 'actor:institute-for-the-study-of-war';

async function type(page: Page, text: string): Promise<void> {
  await page.locator('#search').fill('');
  await page.locator('#search').pressSequentially(text, { delay: 2 });
}

async function ask(page: Page, text: string): Promise<void> {
  await type(page, text);
  await page.keyboard.press('Enter');
}

/** Types, and waits until a name is offered first in answer to the whole of it. */
async function typeFor(page: Page, text: string, name: string): Promise<void> {
  const answered = page.waitForResponse((reply) => {
    const { pathname, searchParams } = new URL(reply.url());
    return pathname === '/api/suggest' && searchParams.get('q') === text;
  });
  await type(page, text);
  await answered;
  await page.getByRole('option').first().filter({ hasText: name }).waitFor();
}

/** Types more into the box; how many options there are before the next picture is drawn. */
const optionsAfter = (page: Page, more: string) =>
  page.locator('#search').evaluate(async (box: HTMLInputElement, added) => {
    box.value += added;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise((done) => setTimeout(done));
    return document.querySelectorAll('[role=option]').length;
  }, more);

describe('a name of several words', () => {
  it('is completed as a whole, and gone to', async () => {
    const page = await visit('?view=table');
    await typeFor(page, 'sabotage institute for the st', 'Institute for the Study of War');
    await choose(page, /Institute for the Study of War/);
    await page.waitForURL(/open=/);
    expect(param(page, 'open')).toBe(ISW);
    await expect.poll(() => page.locator('#search').inputValue()).toBe('sabotage');
  });

  it('takes its place behind a key', async () => {
    const page = await visit('?view=table');
    await typeFor(page, 'war -via:wash', 'The Washington Post');
    await choose(page, /The Washington Post/);
    await expect
      .poll(() => page.locator('#search').inputValue())
      .toBe('war -via:"The Washington Post" ');
  });

  it('that was offered for the word before is gone once the next is typed', async () => {
    const page = await visit('?view=table');
    await typeFor(page, 'lukash', 'Alexander Lukashenko');
    await page.route('**/api/suggest?*', () => undefined);
    expect(await optionsAfter(page, ' x')).toBe(0);
  });

  it('picked in the box is the other end of a path', async () => {
    const page = await visit('?open=actor:sergei-shoigu&view=table');
    await page.getByRole('button', { name: 'Path from here' }).click();
    await type(page, 'institute for the st');
    await page.getByRole('option', { name: 'Institute for the Study of War' }).click();
    await page.locator('.step').first().waitFor();
    expect(param(page, 'open')).toBe(`path:actor:sergei-shoigu>${ISW}`);
    await page.locator('.hint').waitFor({ state: 'detached' });
  });
});

describe('what is found is shown', () => {
  it('from the console in the table', async () => {
    const page = await visit('?view=console');
    await ask(page, 'mobilization');
    await rowsOf(page).first().waitFor();
    expect(param(page, 'view')).toBe('table');
    expect(param(page, 'q')).toBe('mobilization');
  });

  it('is asked whole though the editor of the console comes in meanwhile', async () => {
    const page = await visit('', { alone: true });
    let letIn = () => {};
    const held = new Promise<void>((done) => (letIn = done));
    await page.route('**/assets/console-*.js', (route) => held.then(() => route.continue()));
    await page.goto(`${page.url()}?view=console`);
    await type(page, 'mobil');
    letIn();
    await page.locator('.cm-content').waitFor();
    await page.keyboard.type('ization');
    await page.keyboard.press('Enter');
    await rowsOf(page).first().waitFor();
    expect(param(page, 'q')).toBe('mobilization');
  });

  it('in the table that the question is about', async () => {
    const page = await visit('?view=table');
    await ask(page, 'agreements between Belarus and Russia');
    await page.waitForURL(/table=agreements/);
    await ask(page, 'what did Lukashenko say about Ukraine');
    await page.locator('[role=tab][aria-selected=true]', { hasText: 'Statements' }).waitFor();
    await expect.poll(() => rowsOf(page).count()).toBe(6);
  });

  it('of the question asked last: no search narrows a path, no path stands beside a search', async () => {
    const page = await visit('?act=accusation');
    await ask(page, 'executions');
    await page.waitForURL(/q=executions/);
    await ask(page, 'how is Sergei Shoigu tied to Belarus?');
    // No accusation ties them: the filter stays, and the way on is offered.
    const without = page.getByRole('button', { name: 'Look without act' });
    await without.waitFor();
    expect(param(page, 'q')).toBeNull();
    expect(param(page, 'act')).toBe('accusation');
    await without.click();
    await page.locator('.step').first().waitFor();
    expect(param(page, 'act')).toBeNull();
    await ask(page, 'executions');
    await page.waitForURL(/q=executions/);
    expect(param(page, 'open')).toBeNull();
  });

  it('from a table that holds none of it, too', async () => {
    const page = await visit('?view=table&table=agreements');
    await ask(page, 'speaker:Lukashenko about:Ukraine');
    await page.getByRole('button', { name: '6 statements match: show them' }).click();
    await expect.poll(() => rowsOf(page).count()).toBe(6);
  });
});

describe('how it was read', () => {
  it('is shown of a plain question, and can be edited', async () => {
    const page = await visit('');
    await drawn(page, 80);
    await ask(page, 'what did Lukashenko say about Ukraine?');
    const reading = page.locator('.notes code');
    await reading.waitFor();
    expect(await reading.innerText()).toBe('speaker:Lukashenko about:Ukraine');
    await page.locator('.notes').getByRole('button', { name: 'Edit' }).click();
    await hasFocus(page.locator('#search'));
    await expect
      .poll(() => page.locator('#search').inputValue())
      .toBe('speaker:Lukashenko about:Ukraine');
    await reading.waitFor({ state: 'detached' });
  });

  it.each(['лукашенко', 'Lukashenko'])('leads from a bare name, %s, to its actor', async (name) => {
    const page = await visit('?view=table');
    await ask(page, name);
    await page
      .locator('.notes')
      .getByRole('button', { name: /^Alexander Lukashenko: \d+ said, \d+ about/ })
      .click();
    await page.locator('.evidence .head h2', { hasText: 'Alexander Lukashenko' }).waitFor();
  });
});

describe('an actor among the filters', () => {
  const lukashenko = 'actor:alexander-lukashenko';

  it('is ticked when it was typed as a name, and goes with its tick', async () => {
    const page = await visit('?speaker=Lukashenko&view=table');
    const tick = page
      .getByRole('group', { name: 'Speaker', exact: true })
      .getByRole('checkbox', { name: /Alexander Lukashenko/ });
    await expect.poll(() => tick.isChecked()).toBe(true);
    await tick.uncheck();
    await page.waitForURL((url) => !url.searchParams.has('speaker'));
    await tick.check();
    await expect
      .poll(() => new URL(page.url()).searchParams.getAll('speaker'))
      .toEqual([lukashenko]);
  });

  it('is only said by or only said about, which is seen on the button', async () => {
    const page = await visit(`?open=${lukashenko}`);
    const [by, about] = ['Only said by', 'Only said about'].map((name) =>
      page.getByRole('button', { name }),
    );
    await by?.click();
    await about?.click();
    await page.waitForURL(/about=/);
    expect(param(page, 'speaker')).toBeNull();
    expect(await by?.getAttribute('aria-pressed')).toBe('false');
    expect(await about?.getAttribute('aria-pressed')).toBe('true');
  });
});

describe('where the browser forbids to copy', () => {
  it('the link is shown instead', async () => {
    const page = await visit('?view=table', {
      before: () => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException('NotAllowed'));
      },
    });
    const shown = page.waitForEvent('dialog');
    const click = page.getByRole('button', { name: 'Copy link' }).click();
    const dialog = await shown;
    expect(dialog.defaultValue()).toBe(page.url());
    await dialog.dismiss();
    await click;
  });
});

serverIsClean();
