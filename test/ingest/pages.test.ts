import { describe, expect, it } from 'vitest';
import { readFile } from '../../server/ingest/readers/index.ts';
import { file, SENTENCE } from './files.ts';

const BODY = `<p>${SENTENCE}</p>`.repeat(4);

async function page(head: string, body = `<article><h1>Bridge opens</h1>${BODY}</article>`) {
  const html = `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
  return (await readFile(file('a.html', html)))[0]!;
}

const data = (value: object) =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('what a page says of itself', () => {
  it.each([
    ['<meta name="date" content="Fri, 13 Dec 2024 10:00:00 GMT">'],
    ['<meta property="article:published_time" content="December 13, 2024">'],
    ['<meta name="pubdate" content="20241213">'],
    ['<meta name="DC.date.issued" content="2024/12/13">'],
    ['<meta itemprop="datePublished" content="13.12.2024">'],
    ['<meta name="parsely-pub-date" content="2024-12-13T10:00:00Z">'],
    ['<meta name="sailthru.date" content="Fri Dec 13 2024 10:00:00 GMT+0000">'],
    ['<meta name="date" content="13-Dec-2024">'],
    [data({ '@type': 'NewsArticle', datePublished: '2024-12-13T09:30:00Z' })],
  ])('takes the day from %s', async (head) => {
    const { published, notes } = await page(head);
    expect(published).toBe('2024-12-13');
    expect(notes.filter((note) => note.includes('set aside'))).toEqual([]);
  });

  it('reads the article of schema.org data, in a graph too, and no other thing', async () => {
    const article = {
      '@type': ['NewsArticle'],
      headline: 'Bridge &amp; road open',
      datePublished: '2024-12-13',
      author: [{ '@type': 'Person', name: 'Ann Lee' }, 'Bo Chan'],
      publisher: { '@type': 'Organization', name: 'The Gazette' },
      mainEntityOfPage: { '@id': 'https://gazette.example/1' },
    };
    const site = { '@type': 'WebSite', name: 'Another', datePublished: '2001-01-01' };
    expect(await page(data({ '@graph': [site, article] }))).toMatchObject({
      title: 'Bridge & road open',
      outlet: 'The Gazette',
      authors: ['Ann Lee', 'Bo Chan'],
      published: '2024-12-13',
      url: 'https://gazette.example/1',
    });
    const broken = '<script type="application/ld+json">{"@type":</script>';
    expect(await page(broken)).toMatchObject({ title: 'Bridge opens', published: null });
  });

  it('leaves the outlet out of the title, and accounts that are nobody out of the authors', async () => {
    const head =
      '<meta property="og:site_name" content="The Gazette"><meta name="author" content="admin">' +
      '<meta property="og:title" content="Bridge opens | The Gazette">';
    expect(await page(head)).toMatchObject({ title: 'Bridge opens', authors: [] });
  });

  it('takes what stands beside its headline in its title for the outlet', async () => {
    expect((await page('<title>Bridge opens | World | The Gazette</title>')).outlet).toBe(
      'The Gazette',
    );
    expect((await page('<title>The bridge - a story</title>')).outlet).toBeNull();
  });

  it('takes the time of the article, not those of teasers', async () => {
    const teaser = '<aside><time datetime="2019-01-01">then</time> Older news</aside>';
    const article = `<article><h1>Bridge opens</h1><time datetime="2024-12-13">now</time>${BODY}</article>`;
    expect((await page('', teaser + article)).published).toBe('2024-12-13');
    const other = '<aside><time datetime="2018-01-01">then</time> Other news</aside>';
    expect((await page('', `${teaser}${other}<div><h1>A</h1>${BODY}</div>`)).published).toBeNull();
  });
});

describe('the text of a page', () => {
  it('keeps the cells of a table apart, whatever becomes of the table', async () => {
    const prose = Array<string>(6).fill(`<p>${SENTENCE} ${SENTENCE}</p>`);
    const rows = [...prose, 'You may <a>leave</a> | <a>or stay</a>', 'The Gazette, Riga'];
    const cells = rows.map((row) => `<tr><td>${row}</td></tr>`).join('');
    expect((await page('', `<table>${cells}</table>`)).text).toMatch(/or stay\n\nThe Gazette/);
  });

  it('keeps apart what only style sets side by side, and no letters of a word', async () => {
    const line = '<time>9 December 2022</time><span>13:30</span><span>Riga</span>';
    const word = '<span>B</span>ridge <span>o</span><span>pens</span>';
    const { text } = await page('', `<div>${line}<br>${word}<br>${SENTENCE}</div>`);
    expect(text).toBe(`9 December 2022 13:30 Riga\nBridge opens\n${SENTENCE}`);
  });

  it('leaves out what divides words, and keeps the numbers of notes off them', async () => {
    const note = '<sup><a href="#n1">1</a></sup>';
    const words = `The min&shy;ister${note} saw 5 km<sup>2</sup> of it. ${SENTENCE}`;
    const { text } = await page('', `<article><p>${words}</p>${BODY}</article>`);
    expect(text).toContain('The minister[1] saw 5 km2 of it.');
  });

  it('keeps the paragraphs of preformatted text', async () => {
    const { text } = await page('', `<pre>${SENTENCE}\n\n${SENTENCE}\nNo.</pre>`);
    expect(text).toBe(`${SENTENCE}\n\n${SENTENCE}\nNo.`);
  });

  it('takes two line breaks for a paragraph', async () => {
    const { text } = await page('', `<div>${SENTENCE}<br><br>\n${SENTENCE}<br>No.</div>`);
    expect(text).toBe(`${SENTENCE}\n\n${SENTENCE}\nNo.`);
  });
});

describe('a page that a browser saved', () => {
  it('has the address that is noted in it', async () => {
    const note = '<!-- saved from url=(0025)https://gazette.example/1 -->';
    const html = `<!DOCTYPE html>\n${note}\n<html><body>${BODY}</body></html>`;
    expect((await readFile(file('a.html', html)))[0]!.url).toBe('https://gazette.example/1');
  });

  it('may be one file', async () => {
    const html = `<html><head><title>Bridge opens</title></head><body><p>So =E2=80=94 yes.</p>${BODY}</body></html>`;
    const saved = [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://gazette.example/1',
      'Date: Fri, 13 Dec 2024 10:00:00 -0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="b"',
      '',
      '--b',
      'Content-Type: text/html',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      html,
      '--b',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgo=',
      '--b--',
      '',
    ].join('\r\n');
    const read = (await readFile(file('a.mhtml', saved)))[0]!;
    expect(read).toMatchObject({ format: 'html', url: 'https://gazette.example/1' });
    expect(read.published).toBeNull();
    expect(read.text).toContain('So — yes.');
  });
});

describe('encodings', () => {
  const words = '“Так”, — said Ann.';
  const html = (meta: string) => `<html><head>${meta}</head><body><p>${words}</p></body></html>`;
  const read = async (bytes: Uint8Array) => (await readFile(file('a.html', bytes)))[0]!.text;

  it.each(['utf16le', 'utf16be'])('tells %s without a mark', async (order) => {
    const bytes = Buffer.from(html(''), 'utf16le');
    expect(await read(new Uint8Array(order === 'utf16le' ? bytes : bytes.swap16()))).toBe(words);
    const cyrillic = Buffer.from('Добрый день', 'utf16le');
    const plain = new Uint8Array(order === 'utf16le' ? cyrillic : cyrillic.swap16());
    expect((await readFile(file('a.txt', plain)))[0]!.text).toBe('Добрый день');
  });

  it('takes UTF-8 for what it is when the page says another encoding', async () => {
    expect(await read(new TextEncoder().encode(html('<meta charset="iso-8859-1">')))).toBe(words);
  });

  it('finds a charset that is declared late', async () => {
    const late = `<style>${'x{color:red}'.repeat(200)}</style><meta charset="windows-1251">`;
    const bytes = Buffer.from(html(late).replace(words, '\u00c4\u00e0'), 'latin1');
    expect(await read(new Uint8Array(bytes))).toBe('Да');
  });
});
