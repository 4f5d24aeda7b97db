import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../server/ingest/readers/index.ts';
import { file } from './files.ts';

const documents = [
  { text: 'The bridge is open.', title: 'Open', outlet: 'The Gazette' },
  { headline: 'Shut', content: 'The road is shut.' },
];
const read = async (name: string, content: string) =>
  (await readFile(file(name, content))).map(({ title, text }) => [title, text]);

const EXPECTED = [
  ['Open', 'The bridge is open.'],
  ['Shut', 'The road is shut.'],
];

describe('a file of JSON', () => {
  it.each(['list.json', 'list.JSON', 'list.jsonl'])('is a list of documents: %s', async (name) => {
    expect(await read(name, JSON.stringify(documents, null, 2))).toEqual(EXPECTED);
    expect(await read(name, JSON.stringify(documents))).toEqual(EXPECTED);
  });

  it('is one document alone, or one a line', async () => {
    expect(await read('one.json', JSON.stringify(documents[0], null, 2))).toEqual([EXPECTED[0]]);
    const lines = documents.map((document) => JSON.stringify(document)).join('\n');
    expect(await read('lines.json', lines)).toEqual(EXPECTED);
  });

  it('reads the same documents however they are laid out', async () => {
    const text = fc.string({ minLength: 1 }).filter((it) => it.trim() !== '' && !it.includes('<'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ text }), { minLength: 1 }), async (given) => {
        const lines = given.map((document) => JSON.stringify(document)).join('\n');
        const expected = await read('a.jsonl', lines);
        for (const indent of [0, 2])
          expect(await read('a.json', JSON.stringify(given, null, indent))).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['a list that is broken off', '[{"text":"a"},', 'bad-json', 'The list'],
    ['an item without text', '[{"text":"a"},{"title":"b"}]', 'bad-json', 'Item 2'],
    ['data of another kind', '{\n  "name": "a",\n  "version": 1\n}', 'bad-json', 'The document'],
    ['words', 'No JSON at all.', 'bad-json', 'Line 1'],
    ['a list of nothing', '[]', 'no-text', 'a.json'],
    ['a record of an export', '[{"id":"stmt:a","text":"b"}]', 'unreadable-document', 'Item 1'],
  ])('is refused with its place: %s', async (_, content, code, place) => {
    const refusal = readFile(file('a.json', content));
    await expect(refusal).rejects.toMatchObject({ code });
    await expect(refusal).rejects.toThrow(place);
  });
});
