import { describe, expect, it } from 'vitest';
import { readFile } from '../../server/ingest/readers/index.ts';
import { linesOf, paragraphsOf } from '../../server/ingest/readers/pdf-layout.ts';
import { at, file, placedPdf, type Placed } from './files.ts';

async function read(...pages: (readonly Placed[])[]) {
  const [document] = await readFile(file('report.pdf', placedPdf(pages)));
  return { paragraphs: document?.text.split('\n\n') ?? [], notes: document?.notes };
}

const FULL = 'The minister said on Wednesday that the bridge over the river';

describe('the paragraphs of a PDF', () => {
  it('go on over the end of a page, and leave out what runs through its edges', async () => {
    const page = (n: number, ...lines: string[]) => [
      at('Bridge Watch', 0, { y: 760, size: 9 }),
      ...lines.map((text, i) => at(text, i)),
      at(`Page ${n} of 3`, 0, { y: 40, size: 9 }),
    ];
    const { paragraphs, notes } = await read(
      page(1, FULL, `would open in spring. ${FULL}`),
      page(2, 'had opened in the spring of the year before, as he had said.'),
      page(3, 'The mayor denied it.'),
    );
    expect(paragraphs).toEqual([
      `${FULL} would open in spring. ${FULL} had opened in the spring of the year before, as he had said.`,
      'The mayor denied it.',
    ]);
    expect(notes).toEqual([expect.stringContaining('6 lines at the edges of pages')]);
  });

  it('keep a line that only one page has at its edge', async () => {
    const { paragraphs } = await read([at('A town.', 0)], [at('A river.', 0)]);
    expect(paragraphs).toEqual(['A town.', 'A river.']);
  });

  it('begin at an indent, or after a short last line, where a sentence has ended', async () => {
    const lines = [FULL, `would open. ${FULL}.`, `${FULL} was old.`, 'He left.', `${FULL}.`];
    const { paragraphs } = await read(
      lines.map((text, i) => at(text, i, i === 2 ? { x: 96 } : {})),
    );
    expect(paragraphs).toEqual([
      `${FULL} would open. ${FULL}.`,
      `${FULL} was old. He left.`,
      `${FULL}.`,
    ]);
  });

  it('hold together where lines are set far apart', async () => {
    const lines = [FULL, FULL, FULL, FULL, FULL];
    const { paragraphs } = await read(lines.map((text, i) => at(text, i, { y: 720 - 30 * i })));
    expect(paragraphs).toEqual([lines.join(' ')]);
  });

  it('are set apart from a heading above them', async () => {
    const { paragraphs } = await read([at('The river', 0, { size: 16 }), at(FULL, 1)]);
    expect(paragraphs).toEqual(['The river', FULL]);
  });

  it('go on in the next column', async () => {
    const { paragraphs } = await read([
      at('The minister said that the', 0),
      at('bridge would open, and that', 1),
      at('the mayor had known of it.', 0, { x: 320 }),
    ]);
    expect(paragraphs).toEqual([
      'The minister said that the bridge would open, and that the mayor had known of it.',
    ]);
  });
});

describe("a hyphen at a line's end", () => {
  it.each([
    ['goes', ['It would be re-', 'opened in spring.'], 'It would be reopened in spring.'],
    ['stays before a capital', ['The Obuz-', 'Lesnovsky range.'], 'The Obuz-Lesnovsky range.'],
    [
      'stays in a word that has it elsewhere',
      ['A long-', 'range gun is a long-range gun.'],
      'A long-range gun is a long-range gun.',
    ],
    ['stays apart from "and"', ['Short-', 'and long-range guns.'], 'Short- and long-range guns.'],
  ])('%s', async (_, lines, text) => {
    const { paragraphs } = await read(lines.map((line, i) => at(line, i)));
    expect(paragraphs).toEqual([text]);
  });
});

it('sets the number of a note apart from the word before it', async () => {
  const { paragraphs } = await read([
    at('Troops left the north.', 0),
    at('12', 0, { x: 194, y: 725, size: 8 }),
    at('Others came.', 0, { x: 208 }),
  ]);
  expect(paragraphs).toEqual(['Troops left the north.[12] Others came.']);
});

describe('a hostile layout', () => {
  const item = { transform: [1, 0, 0, 1, 72, 720], width: 1, height: 10 };

  it('may have a line of more pieces than a call takes arguments', () => {
    const items = Array.from({ length: 200_000 }, () => ({ ...item, str: 'a ', hasEOL: false }));
    expect(linesOf(items).map(({ text }) => text.length)).toEqual([399_999]);
  });

  it('may have a paragraph of very many lines', () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => {
      return {
        text: 'it went on and on, over the long-',
        x: 72,
        width: 400,
        y: -12 * i,
        height: 10,
      };
    });
    const [text, ...rest] = paragraphsOf([lines]);
    expect([text!.length, rest.length]).toEqual([60_000 * 32 + 1, 0]);
  });
});
