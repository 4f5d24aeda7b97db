import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { drawn, PHONE } from './browser.ts';
import { visiting } from './visit.ts';

/** The screen, driven as people drive it, over the real app and the sample record. */

const LUKASHENKO = 'actor:alexander-lukashenko';
const UKRAINE = 'actor:ukraine';
const SHOIGU = 'actor:sergei-shoigu';
const ISW = 'actor:institute-for-the-study-of-war';

const { stand, visit } = visiting();

const rowKeys = (page: Page) =>
  page
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['key']));

async function tableOf(search: string): Promise<Page> {
  const page = await visit(search);
  await page.locator('tbody tr').first().waitFor();
  return page;
}

/** Ids that the API gives for the same filters: what the table must show, none left out. */
async function idsOf(search: string): Promise<string[]> {
  const reply = await fetch(`${stand().url}/api/statements?${search}&limit=1000`);
  const { items } = (await reply.json()) as { items: { id: string }[] };
  return items.map(({ id }) => id);
}

/** Moves the pointer over the drawing until it is over what is wanted; where that is. */
async function find(page: Page, wanted: RegExp): Promise<{ x: number; y: number; key: string }> {
  const box = await page.locator('.canvas').boundingBox();
  if (box === null) throw new Error('nothing is drawn');
  const middle = box.y + box.height / 2;
  const rows = Array.from(
    { length: Math.floor((box.height - 40) / 11) },
    (_, i) => box.y + 20 + 11 * i,
  ).sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  for (const y of rows)
    for (let x = box.x + 30; x < box.x + box.width - 70; x += 11) {
      await page.mouse.move(x, y);
      const key = await page.locator('.canvas').getAttribute('data-over');
      if (key !== null && wanted.test(key)) return { x, y, key };
    }
  throw new Error(`nothing like ${String(wanted)} is under the pointer anywhere`);
}

describe('first sight', () => {
  it('draws the whole sample and lists the people that it is about', async () => {
    const opened = async () => {
      const start = Date.now();
      const page = await visit();
      await drawn(page, 80);
      return { page, ms: Date.now() - start };
    };
    const [first, second] = [await opened(), await opened()];
    console.log(
      `sample graph on screen ${first.ms} ms after the first opening of a browser, ` +
        `${second.ms} ms after the next (software rendering)`,
    );
    const { page } = second;
    await page.keyboard.press('l');
    await page.getByRole('tab', { name: 'Actors' }).click();
    const names = await page.locator('tbody tr').allInnerTexts();
    for (const name of [
      'Alexander Lukashenko',
      'Sergei Shoigu',
      'Viktor Khrenin',
      'Oleh Zhdanov',
      'Konrad Muzyka',
      'Institute for the Study of War',
      'Oleksii Hromov',
      'Tatsiana Kulakevich',
    ])
      expect(
        names.some((row) => row.includes(name)),
        name,
      ).toBe(true);
  });
});

describe('the questions that the sample answers', () => {
  it('what Lukashenko said about Ukraine, and through whom', async () => {
    const page = await tableOf(`?speaker=${LUKASHENKO}&about=${UKRAINE}&view=table`);
    const ids = await idsOf(`speaker=${LUKASHENKO}&about=${UKRAINE}`);
    expect(ids).toHaveLength(6);
    expect((await rowKeys(page)).sort()).toEqual(ids.sort());
    expect(await page.locator('th').allInnerTexts()).toContain('Carried by');
  });

  it('who accused whom', async () => {
    const page = await tableOf('?act=accusation&view=table');
    expect((await rowKeys(page)).sort()).toEqual((await idsOf('act=accusation')).sort());
    await page.getByRole('tab', { name: 'Matrix' }).click();
    await page.getByRole('button', { name: /Volodymyr Zelensky of or to Russia/ }).waitFor();
  });

  it('what analysts said that Associated Press carried, asked in the search box', async () => {
    const page = await tableOf('?view=table');
    await page.keyboard.press('/');
    await page.keyboard.type('via:"Associated Press"');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 2);
    const rows = (await page.locator('tbody tr').allInnerTexts()).join('\n');
    expect(rows).toContain('Oleh Zhdanov');
    expect(rows).toContain('Valery Karbalevich');
  });

  it('which agreements bind Belarus and Russia, who signed, what became of them', async () => {
    const page = await visit('?open=actor:belarus>actor:russia');
    await page.getByText('Agreed together').waitFor();
    expect(await page.locator('[data-agreement]').count()).toBe(7);
    const amendments = page.locator('[data-agreement^="agr:amendments"]');
    expect(await amendments.innerText()).toContain('Viktor Khrenin');
    await page.locator('[data-agreement^="agr:union"]').getByRole('button').first().click();
    const fate = page.locator('.history');
    await fate.waitFor();
    expect(await fate.innerText()).toContain('Not implemented');
    expect(await page.locator('.evidence mark').count()).toBeGreaterThan(0);
  });

  it('who doubts that Belarus will join the war, in whose words', async () => {
    const search = `q=${encodeURIComponent('about:Belarus ("not willing" OR willingness OR "ready to participate")')}`;
    const page = await tableOf(`?${search}&view=table`);
    const ids = await idsOf(search);
    expect(ids.length).toBeGreaterThanOrEqual(3);
    expect((await rowKeys(page)).sort()).toEqual(ids.sort());
    const speakers = (await page.locator('td.col-speaker').allInnerTexts()).join('\n');
    expect(speakers).toContain('Western officials');
    expect(speakers).toContain('Oleh Zhdanov');
  });

  it('what was said in two documents, and that copies are one origin', async () => {
    const page = await tableOf('?view=table&order=-reports');
    const first = page.locator('tbody tr').first();
    expect(await first.innerText()).toMatch(/2 reports, 1 origin/);
    await first.click();
    const origins = page.locator('.origins');
    await origins.waitFor();
    expect(await origins.innerText()).toMatch(/copies of one text/);
    expect(await page.locator('.evidence .report').count()).toBe(2);
  });

  it('how Sergei Shoigu is tied to the Institute for the Study of War', async () => {
    const page = await visit(`?open=path:${SHOIGU}>${ISW}`);
    await page.locator('.step').first().waitFor();
    const steps = page.locator('.step');
    const n = await steps.count();
    expect(n).toBeGreaterThanOrEqual(2);
    for (let i = 0; i < n; i += 1)
      expect(await steps.nth(i).locator('mark').count(), `step ${i + 1}`).toBeGreaterThan(0);
    expect(await steps.first().innerText()).toContain('Sergei Shoigu');
    expect(await steps.last().innerText()).toContain('Institute for the Study of War');
  });
});

describe('by pointer', () => {
  it('an edge opens the statements behind it, marked in their context', async () => {
    const page = await visit();
    await drawn(page, 80);
    const { x, y, key } = await find(page, /^says:/);
    await page.mouse.click(x, y);
    await page.locator('.evidence mark').first().waitFor();
    const open = new URL(page.url()).searchParams.get('open');
    expect(`says:${open}`).toBe(key);
    const before = await page.locator('.evidence blockquote').first().innerText();
    const marked = await page.locator('.evidence blockquote mark').first().innerText();
    expect(before.length).toBeGreaterThan(marked.length);
  });

  it('shift and click on a second actor opens the path between the two', async () => {
    const page = await visit(`?open=${SHOIGU}`);
    await drawn(page, 80);
    const { x, y, key } = await find(page, /^actor:(?!sergei-shoigu)/);
    await page.keyboard.down('Shift');
    await page.mouse.click(x, y);
    await page.keyboard.up('Shift');
    await page.locator('.step').first().waitFor();
    expect(new URL(page.url()).searchParams.get('open')).toBe(`path:${SHOIGU}>${key}`);
  });

  it('the brush filters graph, list and counts together, and the address keeps it', async () => {
    const page = await visit();
    await drawn(page, 80);
    const handle = await page.getByRole('slider', { name: 'From' }).boundingBox();
    if (handle === null) throw new Error('no handle');
    await page.mouse.move(handle.x + 5, handle.y + 15);
    await page.mouse.down();
    await page.mouse.move(handle.x + 700, handle.y + 15, { steps: 5 });
    await page.mouse.up();
    await page.waitForURL(/said=/);
    await page.waitForFunction(
      () => Number(document.querySelector<HTMLElement>('.canvas')?.dataset['nodes']) < 80,
    );
    const said = new URL(page.url()).searchParams.get('said') ?? '';
    const ids = await idsOf(`said=${said}`);
    await page
      .getByRole('status')
      .filter({ hasText: `${ids.length} statement` })
      .first()
      .waitFor();
  });
});

describe('statements as nodes', () => {
  it('are drawn on request, open their words, and leave tables and matrix as they are', async () => {
    const page = await visit('?of=actor:konrad-muzyka');
    await drawn(page, 2);
    const nodes = async () => Number(await page.locator('.canvas').getAttribute('data-nodes'));
    const without = await nodes();
    await page.getByRole('radio', { name: 'Each as a node' }).press('Space');
    await page.waitForURL(/level=statements/);
    await expect.poll(nodes).toBeGreaterThan(without);
    const { x, y, key } = await find(page, /^stmt:/);
    await page.mouse.click(x, y);
    await page.locator('.evidence mark').first().waitFor();
    expect(new URL(page.url()).searchParams.get('open')).toBe(key);
    await page.getByRole('tab', { name: 'Matrix' }).click();
    await page.locator('.matrix .cell').first().waitFor();
  });
});

describe('a neighbourhood', () => {
  it('narrows graph, table and counts alike', async () => {
    const page = await tableOf('?of=actor:konrad-muzyka&view=table');
    const ids = await idsOf('of=actor:konrad-muzyka&hops=1');
    expect((await rowKeys(page)).sort()).toEqual(ids.sort());
    const words = `${ids.length} statement`;
    await page.locator('.stage-bar [role=status]', { hasText: words }).waitFor();
    await page.locator('.evidence', { hasText: words }).waitFor();
  });
});

describe('back and forward', () => {
  it('walk through what was open and filtered', async () => {
    const page = await visit();
    await drawn(page, 80);
    await page.getByRole('checkbox', { name: /Accusation/ }).check();
    await page.waitForURL(/act=accusation/);
    await page.getByRole('tab', { name: 'Table' }).click();
    await page.locator('tbody tr').first().click();
    await page.waitForURL(/open=stmt/);
    await page.goBack();
    await page.locator('.evidence .head h2', { hasText: 'Who said what' }).waitFor();
    await page.goBack();
    await page.goBack();
    await page.waitForFunction(
      () => Number(document.querySelector<HTMLElement>('.canvas')?.dataset['nodes']) >= 80,
    );
    expect(new URL(page.url()).search).toBe('');
    await page.goForward();
    expect(await page.getByRole('checkbox', { name: /Accusation/ }).isChecked()).toBe(true);
  });
});

describe('by keyboard alone', () => {
  it('finds an actor, walks the graph, opens an edge, and makes a path', async () => {
    const page = await visit();
    await drawn(page, 80);
    await page.keyboard.press('/');
    await page.keyboard.type('shoig');
    await page.getByRole('option', { name: /Sergei Shoigu/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.evidence .head h2', { hasText: 'Sergei Shoigu' }).waitFor();

    await page.locator('.graph').focus();
    await page.keyboard.press('ArrowRight');
    const live = page.locator('#live');
    await page.waitForFunction(() => document.querySelector('#live')?.textContent !== '');
    expect(await live.innerText()).toMatch(/neighbour/);
    await page.keyboard.press('b');
    await page.waitForFunction(() =>
      /Neighbours: /.test(document.querySelector('#live')?.textContent ?? ''),
    );
    await page.keyboard.press(']');
    await page.waitForFunction(() =>
      /Edge 1 of/.test(document.querySelector('#live')?.textContent ?? ''),
    );
    await page.keyboard.press('Enter');
    await page.waitForURL(/open=/);
    await page.keyboard.press('Escape');

    await page.keyboard.press('p');
    await page.getByText('choose the other end').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('p');
    await page.waitForURL(/open=path/);
    await page.locator('.step').first().waitFor();
  });

  it('walks a table and opens a row; the palette and the help answer', async () => {
    const page = await tableOf('?view=table&table=actors');
    await page.locator('tbody tr').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/open=actor/);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Command palette' }).waitFor();
    await page.keyboard.type('matrix');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/view=matrix/);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard help' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('moves the handles of the timeline', async () => {
    const page = await visit();
    const handle = page.getByRole('slider', { name: 'To' });
    await handle.focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/said=/);
    await page.keyboard.press('End');
    await page.waitForFunction(() => !location.search.includes('said'));
  });
});

describe('on a phone', () => {
  it('opens filters in a drawer and evidence in a sheet', async () => {
    const page = await visit('', { viewport: PHONE });
    await drawn(page, 80);
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('checkbox', { name: /Accusation/ }).tap();
    await page.waitForURL(/act=accusation/);
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('tab', { name: 'Table' }).tap();
    await page.locator('tbody tr').first().tap();
    await page.locator('.evidence mark').first().waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(PHONE.width);
    await page.getByRole('button', { name: 'Close' }).tap();
    await page.locator('.evidence').waitFor({ state: 'hidden' });
  });
});

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

it('the server met no fault of its own all the while', () => {
  expect(stand().faults).toEqual([]);
});
