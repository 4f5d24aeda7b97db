import { describe, expect, it } from 'vitest';
import { readFile } from '../../server/ingest/readers/index.ts';
import { at, docx, file, MORE, pdf, placedPdf, SENTENCE } from './files.ts';

const one = async (...args: Parameters<typeof file>) => (await readFile(file(...args)))[0]!;

describe('JSON Lines of other makes', () => {
  const told = {
    text: SENTENCE,
    title: 'Bridge opens',
    outlet: 'The Gazette',
    published: '2024-12-13',
    url: 'https://gazette.example/1',
  };
  it.each([
    {
      headline: 'Bridge opens',
      content: SENTENCE,
      source: 'The Gazette',
      date: 'Fri, 13 Dec 2024 10:00 GMT',
      link: told.url,
    },
    {
      Title: 'Bridge opens',
      Body: SENTENCE,
      publisher: { name: 'The Gazette' },
      publish_date: '2024-12-13 10:00:00',
      source_url: told.url,
    },
    { ...told, text: `<p>${SENTENCE}</p>`, content: 'Something else.' },
  ])('are read by what their fields are commonly called: %j', async (line) => {
    expect(await one('a.jsonl', JSON.stringify(line))).toMatchObject({ ...told, notes: [] });
  });

  it('may be one list, whose wrong item is named', async () => {
    const list = (last: object) => file('a.jsonl', JSON.stringify([{ text: 'A.' }, last], null, 1));
    expect((await readFile(list({ body: 'B.' }))).map(({ text }) => text)).toEqual(['A.', 'B.']);
    await expect(readFile(list({}))).rejects.toThrow('Item 2: “text”: it is missing.');
  });
});

describe('Markdown', () => {
  it.each([
    '---\ntitle: Bridge opens\nauthor:\n  - Ann Lee\n  - "[[Bo Chan]]"\nDate: 13 December 2024\nsource: https://gazette.example/1\n---\n',
    '+++\ntitle = "Bridge opens"\nauthors = ["Ann Lee", "Bo Chan"]\ndate = 2024-12-13\nlink = "https://gazette.example/1"\n+++\n',
  ])('has front matter of several makes: %j', async (front) => {
    expect(await one('a.md', front + SENTENCE)).toMatchObject({
      text: front + SENTENCE,
      title: 'Bridge opens',
      authors: ['Ann Lee', 'Bo Chan'],
      published: '2024-12-13',
      url: 'https://gazette.example/1',
    });
  });

  it('has headings that are underlined', async () => {
    expect((await one('a.md', `Bridge opens\n====\n\n${SENTENCE}`)).title).toBe('Bridge opens');
  });
});

describe('titles', () => {
  it.each([
    ['FOR IMMEDIATE RELEASE\n\nContact: Ann Lee\nThe Ministry\n\nBridge opens\n\n', 'Bridge opens'],
    ['By Ann Lee\n\nBridge opens\n\n', 'Bridge opens'],
    ['FOR IMMEDIATE RELEASE\n\n', null],
  ])('are no furniture: %j', async (front, title) => {
    expect((await one('a.txt', front + SENTENCE)).title).toBe(title);
  });

  it('of a DOCX are its first line when no style marks one', async () => {
    expect((await one('a.docx', await docx(['Bridge opens', SENTENCE]))).title).toBe(
      'Bridge opens',
    );
  });

  it('of a PDF are the words in its largest type when it states a file', async () => {
    const lines = [
      at('The Gazette', 0),
      at('Bridge to open', 2, { size: 20 }),
      at('in spring', 4, { size: 20 }),
      ...[SENTENCE, MORE].map((text, i) => at(text, 6 + i)),
    ];
    expect((await one('a.pdf', placedPdf([lines]))).title).toBe('Bridge to open in spring');
    expect((await one('a.pdf', pdf([['Bridge to open', SENTENCE]]))).title).toBeNull();
  });
});

it('keeps a byline apart from the paragraph below it, both indented', async () => {
  const lines = [
    'By Ann Lee, 13 December 2024',
    'The minister said that the',
    'bridge would open.',
  ];
  const placed = lines.map((text, i) => at(text, i, { x: i === 2 ? 72 : 90 }));
  expect(await one('a.pdf', placedPdf([placed]))).toMatchObject({
    text: 'By Ann Lee, 13 December 2024\n\nThe minister said that the bridge would open.',
    published: '2024-12-13',
  });
});

it('leaves prose that stands at the foot of two pages by chance where it is', async () => {
  const foot = 'with the council and the mayor until';
  const pages = ['The bridge opens', 'The road is closed'].map((begin) => [begin, foot]);
  const read = await one('a.pdf', pdf([...pages, ['the spring.']]));
  expect(read.text.match(/with the council/g)).toHaveLength(2);
});

it('keeps the hyphen of a compound that a line ends at', async () => {
  const lines = ['They spoke of the long-', 'term consequences of an agree-', 'ment on gas.'];
  expect((await one('a.pdf', pdf([lines]))).text).toMatch(/long-term .* agreement/);
});

it('joins the wrapped lines of a mail, quoted ones too', async () => {
  const wrapped = [
    'The minister said on Wednesday that the bridge over the river would',
    'be opened in spring, and the mayor, who had not been told before the',
    'council met, denied it.',
  ];
  const quoted = wrapped.map((line) => `> ${line}`);
  const mail = `Subject: Bridge\r\n\r\n${[...wrapped, '', ...quoted].join('\r\n')}\r\n`;
  const joined = wrapped.join(' ');
  expect((await one('a.eml', mail)).text.trim().split(/\s*\n\s*/)).toEqual([joined, `> ${joined}`]);
});

it('knows a mail that was copied as text by its header', async () => {
  const header =
    'From: Ann Lee\nSent: Thursday, December 12, 2024 6:00 PM\nTo: Desk\nSubject: Bridge';
  expect(await one('a.txt', `${header}\n\n${SENTENCE}`)).toMatchObject({
    title: 'Bridge',
    authors: ['Ann Lee'],
    published: '2024-12-12',
  });
  expect((await one('a.txt', `From: Riga\nto Minsk\n\n${SENTENCE}`)).authors).toEqual([]);
});

it('reads mails that are attached to a mail, each by the day of its sender', async () => {
  const inner = `Subject: Statement\r\nDate: Fri, 13 Dec 2024 01:00:00 +0200\r\n\r\n${SENTENCE}`;
  const mail = [
    'Subject: Fwd: Statement',
    'Date: Sat, 14 Dec 2024 10:00:00 +0000',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'See attached.',
    '--b',
    'Content-Type: message/rfc822',
    'Content-Disposition: attachment; filename="a.eml"',
    '',
    inner,
    '--b--',
    '',
  ].join('\r\n');
  const read = await readFile(file('a.eml', mail));
  expect(read.map(({ title, published, notes }) => [title, published, notes])).toEqual([
    ['Fwd: Statement', '2024-12-14', []],
    ['Statement', '2024-12-13', []],
  ]);
});
