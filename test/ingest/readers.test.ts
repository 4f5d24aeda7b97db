import { describe, expect, it } from 'vitest';
import { readFile } from '../../server/ingest/readers/index.ts';
import { docx, file, MORE, page, pdf, SENTENCE } from './files.ts';

async function one(...args: Parameters<typeof file>) {
  const [document, ...more] = await readFile(file(...args));
  expect(more).toEqual([]);
  if (!document) throw new Error('no document');
  return document;
}

const refused = (code: string) => expect.objectContaining({ code });

describe('files that cannot be read are refused with a code', () => {
  it.each([
    ['an empty file', file('a.txt', ''), 'no-text'],
    ['JSON Lines of blank lines', file('a.jsonl', '\n \n'), 'no-text'],
    ['a picture', file('a.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47])), 'unreadable-document'],
    ['RTF', file('a.rtf', '{\\rtf1 A.}'), 'unreadable-document'],
    ['an archive', file('a.zip', 'PK\u0003\u0004'), 'unreadable-document'],
    ['binary data', file('a.txt', new Uint8Array(5000)), 'unreadable-document'],
    ['a damaged PDF', file('a.pdf', '%PDF-1.4 nothing more'), 'unreadable-document'],
    ['a damaged DOCX', file('a.docx', 'PK\u0003\u0004 nothing more'), 'unreadable-document'],
    ['a page without text', file('a.html', '<html><body><img></body></html>'), 'no-text'],
    ['JSON Lines with a broken line', file('a.jsonl', '{"text":"a"}\n{"text":'), 'bad-json'],
    ['JSON Lines without text', file('a.jsonl', '{"title":"a"}'), 'bad-json'],
    ['a mail without text', file('a.eml', 'Subject: x\r\n\r\n'), 'no-text'],
  ])('%s', async (_, source, code) => {
    await expect(readFile(source)).rejects.toEqual(refused(code));
  });

  it('a scan: a PDF whose pages hold no text', async () => {
    await expect(readFile(file('scan.pdf', pdf([[], []])))).rejects.toEqual(refused('no-text'));
  });

  it('a file beyond the size limit', async () => {
    const source = file('a.txt', new Uint8Array(20_000_001));
    await expect(readFile(source)).rejects.toEqual(refused('too-large'));
  });
});

describe('plain text', () => {
  it('is kept to the letter, line ends and non-breaking spaces too', async () => {
    const text = 'Title\r\n\r\nHe said:\u00a0“No.”\r\n \t\n';
    expect(await one('a.txt', text)).toMatchObject({ text, title: 'Title', format: 'text' });
  });

  it.each([
    ['Minsk, 3 December 2022\n\n“No,” he said.', '2022-12-03', null],
    [
      'Talks end\n\nBy Ann Lee, Reuters\nPublished: December 3, 2022, 10:15 a.m. GMT\n\nHe left.',
      '2022-12-03',
      'Talks end',
    ],
    ['3.12.2022 | BelTA\n\nTalks end\n\nHe left.', '2022-12-03', 'Talks end'],
    [
      'December 3, 2022 5:12 PM GMT Updated 2 years ago\n\nTalks end\n\nHe left.',
      '2022-12-03',
      'Talks end',
    ],
    ['2022-12-03 10:15\n\nTalks end\n\nHe left.', '2022-12-03', 'Talks end'],
    [
      'MINSK, Belarus, Dec. 3, 2022 (AP) — He left for Kyiv on November 1, 2022.',
      '2022-12-03',
      null,
    ],
    ['MINSK, Dec. 3 (AP) — He left.', null, null],
    ['The treaty of 3 December 2022\n\nIt binds both.', null, 'The treaty of 3 December 2022'],
    ['He left on 3 December 2022: nobody knew.', null, null],
    ['Talks end\n\nThey began on 3 December 2022.\n\nMinsk', null, 'Talks end'],
  ])('says in its first lines when it came out: %j', async (text, published, title) => {
    const read = await one('a.txt', text);
    expect(read).toMatchObject({ published, title });
    expect(read.publishedBasis).toBe(published === null ? 'unknown' : 'stated');
  });

  it.each([
    ['---\n\nTalks end\n\nHe left for Kyiv.', 'Talks end'],
    ['---\nHe left for Kyiv.\n\nNobody knew.', 'He left for Kyiv.'],
    ['* * *\n\n---\n\nTalks end\n\nHe left for Kyiv.', 'Talks end'],
    ['Talks end\n=========\n\nHe left for Kyiv.', 'Talks end'],
  ])('has no title in a line without words: %j', async (text, title) => {
    expect((await one('a.txt', text)).title).toBe(title);
  });

  it('has the front matter of a note that was copied as text', async () => {
    const text = '---\ntitle: Talks end\noutlet: Northern Herald\n---\n\nHe left for Kyiv.';
    const stated = { text, title: 'Talks end', outlet: 'Northern Herald', format: 'text' };
    expect(await one('a.txt', text)).toMatchObject(stated);
    const speech = '---\nSource: We are ready.\n---\n\nTalks end\n\nHe left for Kyiv.';
    expect((await one('a.txt', speech)).outlet).toBeNull();
  });

  it('leaves a byte order mark out of the text', async () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x61]);
    expect((await one('a.txt', bytes)).text).toBe('a');
  });

  it('reads UTF-16 by its mark and guesses windows-1251, saying so', async () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from('Добрый день', 'utf16le')]);
    expect((await one('a.txt', utf16)).text).toBe('Добрый день');
    const russian = 'Президент заявил в среду, что переговоры состоятся весной. '.repeat(4);
    const bytes = Uint8Array.from(russian, (c) => {
      const code = c.charCodeAt(0);
      return code < 128 ? code : code - 0x410 + 0xc0;
    });
    const read = await one('a.txt', bytes);
    expect(read.text).toBe(russian);
    expect(read.language).toBe('ru');
    expect(read.notes).toHaveLength(1);
  });
});

describe('markdown', () => {
  it('keeps the text as written and reads front matter', async () => {
    const text = '---\ntitle: "A title"\ndate: 2022-12-07\nauthor: Ann\n---\n# Head\n\n*Words.*\n';
    expect(await one('a.md', text)).toMatchObject({
      text,
      title: 'A title',
      authors: ['Ann'],
      published: '2022-12-07',
      publishedBasis: 'stated',
    });
  });
});

describe('what a document says of itself and cannot be so is set aside, with a note', () => {
  const front = (fields: string) => file('a.md', `---\n${fields}\n---\n${SENTENCE}`);
  const line = (fields: object) => file('a.jsonl', JSON.stringify({ text: SENTENCE, ...fields }));
  const head = (tags: string) =>
    file('a.html', `<html lang="e"><head>${tags}</head><body><p>${SENTENCE}</p></body></html>`);
  it.each([
    ['front matter', front('url: example.org\ndate: 2022-13\nlang: e'), 3],
    ['a date in other words', front('date: last week'), 1],
    ['blank front matter', front('title: ""\nauthor: ""\noutlet: " "'), 0],
    ['JSON Lines', line({ url: 'javascript:alert(1)', published: '2022-13', language: 'e' }), 3],
    ['blank JSON Lines', line({ title: '', authors: ['', ' '], author: null }), 0],
    ['JSON Lines of other types', line({ title: 5, outlet: {}, authors: [7], url: [] }), 4],
    ['a page', head('<link rel="canonical" href="/a"><meta name="date" content="2022-02-30">'), 3],
  ])('%s', async (_, source, notes) => {
    const [document] = await readFile(source);
    expect(document).toMatchObject({
      outlet: null,
      authors: [],
      published: null,
      publishedBasis: 'unknown',
      language: null,
      url: null,
    });
    const ours = document!.notes.filter((note) => note.includes('set aside'));
    expect(ours).toHaveLength(notes);
  });

  it.each([
    ['2022-12-07T10:00:00Z', '2022-12-07'],
    ['2022-12-07 10:00', '2022-12-07'],
    ['2022-12', '2022-12'],
    ['2022~', '2022~'],
  ])('takes %s as a date', async (published, day) => {
    const [document] = await readFile(line({ published, language: 'en_GB' }));
    expect(document).toMatchObject({ published: day, publishedBasis: 'stated', notes: [] });
    expect(document!.language).toBe('en-GB');
  });
});

describe('HTML', () => {
  it('gives the article without navigation and scripts, and what the page says of itself', async () => {
    const read = await one('a.html', page());
    expect(read).toMatchObject({
      title: 'Bridge to open in spring',
      outlet: 'The Gazette',
      authors: ['Ann Lee', 'Bo Chan'],
      published: '2022-12-07',
      publishedBasis: 'stated',
      language: 'en-GB',
      url: 'https://gazette.example/bridge',
    });
    expect(read.text).toContain(`${SENTENCE}\n\n${SENTENCE}`);
    expect(read.text).toContain('He added:\u00a0“No delay.”\nThat was all.');
    expect(read.text).not.toMatch(/Home|Subscribe|hostile/);
  });

  it('reads a declared charset', async () => {
    const head = '<html><head><meta charset="windows-1252"></head><body>';
    const bytes = Buffer.from(
      `${head}<p>${'Caf\u00e9 open. '.repeat(30)}</p></body></html>`,
      'latin1',
    );
    expect((await one('a.html', new Uint8Array(bytes))).text).toContain('Café open.');
  });

  it.each([
    ['windows-1252', [0x93, 0x94, 0x80]],
    ['iso-8859-1', [0x93, 0x94, 0x80]],
    ['windows-1251', [0x93, 0x94, 0x88]],
  ])('keeps the quotation marks of %s', async (charset, [open, close, euro]) => {
    const head = `<html><head><meta charset="${charset}"></head><body>`;
    const words = `<p>He said: \u0001all of it for 5 \u0003\u0002. ${'It was so. '.repeat(30)}</p>`;
    const bytes = Buffer.from(`${head}${words}</body></html>`, 'latin1').map(
      (byte) => [byte, open!, close!, euro!][byte < 4 ? byte : 0]!,
    );
    expect((await one('a.html', new Uint8Array(bytes))).text).toContain('“all of it for 5 €”');
  });

  it('survives nesting without end', async () => {
    const deep = `${'<div>'.repeat(20_000)}<p>${SENTENCE}</p>`;
    expect((await one('a.html', deep)).text).toBe(SENTENCE);
  });
});

describe('what is no document', () => {
  it.each(['table.csv', 'feed.xml', 'tool.PY'])('refuses %s by its name', async (name) => {
    await expect(one(name, SENTENCE)).rejects.toMatchObject({ code: 'unreadable-document' });
  });

  it('refuses the lines of an export, and takes documents that have ids of their own', async () => {
    const line = (id: string) => JSON.stringify({ id, text: SENTENCE });
    await expect(one('a.jsonl', line('stmt:bridge-open-1f2e3d'))).rejects.toMatchObject({
      code: 'unreadable-document',
    });
    expect((await one('a.jsonl', line('article 7'))).text).toBe(SENTENCE);
  });
});

describe('PDF, DOCX and mail', () => {
  it('joins lines of a PDF to paragraphs, over a hyphen too', async () => {
    const lines = ['The minister said that the', 'bridge would be re-', 'opened in spring.'];
    const read = await one('a.pdf', pdf([lines, ['A second page holds this.'], []]));
    expect(read.text).toBe(
      'The minister said that the bridge would be reopened in spring.\n\nA second page holds this.',
    );
    expect(read.notes).toEqual([expect.stringContaining('1 of 3 pages')]);
  });

  it('gives the paragraphs of a DOCX', async () => {
    const read = await one('a.docx', await docx([SENTENCE, MORE]));
    const text = `${SENTENCE}

${MORE}`;
    expect(read).toMatchObject({ text, format: 'docx', language: 'en' });
  });

  it('gives the text, subject, sender and date of a mail', async () => {
    const mail =
      'From: Press Office <press@ministry.example>\r\nSubject: =?utf-8?Q?Bridge_=E2=80=93_opening?=\r\n' +
      'Date: Wed, 07 Dec 2022 23:30:00 +0300\r\nContent-Type: text/plain; charset=utf-8\r\n' +
      `Content-Transfer-Encoding: 8bit\r\n\r\n${SENTENCE}\r\n`;
    expect(await one('a.eml', mail)).toMatchObject({
      title: 'Bridge – opening',
      authors: ['Press Office'],
      published: '2022-12-07',
      text: expect.stringContaining(SENTENCE) as string,
    });
  });
});

it('says in which line of JSON Lines what is missing', async () => {
  const lines = `{"text":"a"}\n{"title":"b"}`;
  await expect(readFile(file('a.jsonl', lines))).rejects.toThrow('Line 2: “text”: it is missing.');
});

it('reads each line of JSON Lines as a document', async () => {
  const lines = [
    {
      text: SENTENCE,
      outlet: 'The Gazette',
      published: '2022-12',
      url: 'https://gazette.example/1',
    },
    { text: 'Second.', extra: { __proto__: 1 } },
  ];
  const read = await readFile(
    file('a.jsonl', lines.map((line) => JSON.stringify(line)).join('\n')),
  );
  expect(read.map((document) => [document.text, document.outlet, document.published])).toEqual([
    [SENTENCE, 'The Gazette', '2022-12'],
    ['Second.', null, null],
  ]);
});
