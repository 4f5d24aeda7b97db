import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Request } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { manyArticles } from './article.ts';
import { violations } from './axe.ts';
import { escapeDialog, hasFocus, press } from './browser.ts';
import { recordOf } from './record.ts';
import { visiting } from './visit.ts';

/** Bringing files by pointer: a folder dropped, files chosen, an import stopped. */

describe('the import dialog', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-import-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const { stand, visit } = visiting();
  const record = recordOf(stand);

  function put(name: string, content: string | Buffer): string {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  // An import goes on when its page is closed, and the next dialog would show it.
  afterEach(() => stand().house.jobs.idle());

  async function openDialog(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.locator('.drop-zone').waitFor();
  }

  async function dialog(): Promise<Page> {
    const page = await visit();
    await openDialog(page);
    return page;
  }

  /** Waits until an import that has begun is read to its end, then for the way to its review. */
  async function readToItsEnd(page: Page): Promise<void> {
    await page.locator('.import-progress').waitFor();
    await stand().house.jobs.idle();
    await page.getByRole('button', { name: /^Review \d+ proposals$/ }).waitFor();
  }

  const begin = (page: Page) =>
    page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true });

  it('takes a folder that is dropped, with the folders in it', async () => {
    const [first = '', second = ''] = manyArticles(2);
    put('dropped/first.txt', first);
    put('dropped/deeper/second.md', second);
    put('dropped/.hidden', 'not a document');
    put('dropped/.git/config', 'nor is this');
    const page = await dialog();
    const zone = await page.locator('.drop-zone').boundingBox();
    if (zone === null) throw new Error('there is nowhere to drop');
    const session = await page.context().newCDPSession(page);
    const data = { items: [], files: [join(folder, 'dropped')], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', {
        type,
        x: zone.x + zone.width / 2,
        y: zone.y + 20,
        data,
      });
    await page.getByText(/^2 files/).waitFor();
    await begin(page).click();
    await readToItsEnd(page);
    expect(await page.locator('.import-item[data-outcome=added]').count()).toBe(2);
  });

  it('takes a folder that is chosen, without what is hidden in it', async () => {
    put('chosen/below/article.txt', manyArticles(1)[0] ?? '');
    put('chosen/.git/config', 'not a document');
    put('chosen/.hidden', 'nor is this');
    const page = await dialog();
    await page.locator('input[type=file]').nth(1).setInputFiles(join(folder, 'chosen'));
    await page.getByText(/^1 file/).waitFor();
  });

  it('says of each file that it refuses why, and what to do, before the others', async () => {
    const page = await dialog();
    const files = page.locator('input[type=file]').first();
    await files.setInputFiles([
      put('fine.txt', manyArticles(3)[2] ?? ''),
      put('empty.txt', ''),
      put('broken.pdf', Buffer.from('%PDF-1.7 and nothing more')),
      put('picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])),
    ]);
    await begin(page).click();
    await page.getByText('4 of 4 files').waitFor();
    const outcomes = await page
      .locator('.import-item')
      .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['outcome']));
    expect(outcomes).toEqual(['refused', 'refused', 'refused', 'added']);
    const reasons = await page.locator('.import-item .fault').allInnerTexts();
    expect(reasons).toHaveLength(3);
    for (const reason of reasons) expect(reason.length).toBeGreaterThan(20);
    expect(reasons.join(' '), 'only a scan needs text recognition').not.toContain('OCR');
    expect(new Set(reasons).size).toBe(3);
    expect(await violations(page)).toEqual([]);
  });

  it('holds no connection for an import while its tab is out of sight', async () => {
    const page = await dialog();
    const streams: Request[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/events')) streams.push(request);
    });
    const turn = (hidden: boolean) =>
      page.evaluate((now) => {
        Object.defineProperty(document, 'hidden', { value: now, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    const ended = page.waitForEvent('requestfailed', (request) => request === streams[0]);
    const paths = manyArticles(47)
      .slice(27)
      .map((text, i) => put(`tabs/${i}.txt`, text));
    await page.locator('input[type=file]').first().setInputFiles(paths);
    await begin(page).click();
    await expect.poll(() => streams.length).toBe(1);
    await turn(true);
    await ended;
    await stand().house.jobs.idle();
    expect(await page.getByRole('button', { name: /^Review \d+ proposals$/ }).count()).toBe(0);
    await turn(false);
    await readToItsEnd(page);
    expect(streams).toHaveLength(2);
  });

  it('stops a running import after the document under way, and keeps what is read', async () => {
    const before = (await record.json<{ total: number }>('/api/documents?limit=1')).total;
    const page = await dialog();
    const texts = manyArticles(26).slice(3);
    const paths = texts.map((text, i) => put(`many/${i}.txt`, text.repeat(30)));
    await page.locator('input[type=file]').first().setInputFiles(paths);
    await begin(page).click();
    await page.locator('.import-item[data-outcome=added]').first().waitFor();
    const items = page.locator('.import-items');
    await hasFocus(items);
    await press(page.getByRole('button', { name: 'Stop after this document' }));
    await hasFocus(items);
    await page.locator('.numbers', { hasText: 'stopped' }).waitFor();
    const count = (outcome: string) =>
      page.locator(`.import-item[data-outcome=${outcome}]`).count();
    const [added, stopped] = [await count('added'), await count('stopped')];
    expect(added).toBeGreaterThan(0);
    expect(stopped).toBeGreaterThan(0);
    expect(added + stopped).toBe(texts.length);
    const after = (await record.json<{ total: number }>('/api/documents?limit=1')).total;
    expect(after).toBe(before + added);
  });

  it('keeps what was pasted when it is closed, and says what is too long before it is sent', async () => {
    const page = await dialog();
    const field = page.getByLabel('Or paste the text of an article');
    await field.fill('A minister spoke.');
    await escapeDialog(page);
    await openDialog(page);
    expect(await field.inputValue()).toBe('A minister spoke.');
    await field.fill('word '.repeat(400_001));
    await page.getByRole('alert').filter({ hasText: '2,000,005 characters' }).waitFor();
    expect(await begin(page).isDisabled()).toBe(true);
  });

  it('shows an import that runs already, and that the server has gone silent until it is back', async () => {
    const page = await visit('', { expected: /ERR_CONNECTION_REFUSED/ });
    await page.route('**/events', (route) => route.abort('connectionrefused'));
    const { record: book } = stand().house;
    const write = book.importExtraction.bind(book);
    let goOn = () => {};
    const held = new Promise<void>((done) => (goOn = done));
    vi.spyOn(book, 'importExtraction').mockImplementationOnce(async (reading) => {
      await held;
      return write(reading);
    });
    await record.post('/api/documents', { text: manyArticles(27)[26] ?? '' });
    await page.reload();
    const button = page.getByRole('button', { name: 'Import under way' });
    await button.click();
    const progress = page.locator('.import-progress');
    await progress.getByText('The last document is read to its end').waitFor();
    expect(await page.locator('.numbers').innerText()).not.toContain('0 words');
    expect(await page.getByRole('button', { name: /^Stop/ }).count()).toBe(0);
    const silent = page.getByRole('alert').filter({ hasText: 'The server does not answer' });
    await silent.waitFor();
    await page.unroute('**/events');
    await silent.waitFor({ state: 'detached' });
    goOn();
    await readToItsEnd(page);
    await button.waitFor({ state: 'detached' });
  });

  it('counts proposals on the stage, hides them and shows them again', async () => {
    const page = await visit();
    const { total } = await record.json<{ total: number }>(
      '/api/statements?status=proposed&limit=1',
    );
    const proposals = page.locator('.proposals');
    await proposals.waitFor();
    expect(await proposals.innerText()).toContain(`${total} statements proposed`);
    const nodes = async () => Number(await page.locator('.canvas').getAttribute('data-nodes'));
    await expect.poll(nodes).toBeGreaterThan(0);
    const all = await nodes();
    await press(proposals.getByRole('button', { name: 'Hide' }));
    await page.waitForURL(/status=accepted/);
    await expect.poll(nodes).toBeLessThan(all);
    expect(await proposals.innerText()).toContain('proposals hidden');
    await press(proposals.getByRole('button', { name: 'Show' }));
    await expect.poll(nodes).toBe(all);
    expect(new URL(page.url()).search).toBe('');
  });
});
