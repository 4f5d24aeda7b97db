import { describe, expect, it } from 'vitest';
import { attributions } from '../../server/extract/attribution/index.ts';
import { loadModels } from '../../server/extract/load-models.ts';
import { parse, type Span } from '../../server/extract/nlp/index.ts';

/** The rules that stand on top of the learned fields: layouts, paragraphs, words named afterwards. */

const models = loadModels();
const read = (text: string) => attributions(parse(text, models), models);
const wordsOf = (text: string, spans: readonly Span[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

describe('layouts without a verb', () => {
  it('reads a quotation signed after a dash', () => {
    const text = '“We have never been closer to peace than now.” — Anna Kowalska, senator';
    const [one] = read(text);
    expect(wordsOf(text, one!.source)).toEqual(['Anna Kowalska, senator']);
    expect(wordsOf(text, one!.content)).toEqual(['“We have never been closer to peace than now.”']);
    expect(one).toMatchObject({ mode: 'direct', speech: true });
  });

  it('reads a signed quotation whose first mark is wrong, or that holds another', () => {
    for (const words of ['”Nobody has asked us.”', '“I live in what he calls “hell” every day.”']) {
      const text = `${words} ― Anna Kowalska`;
      const found = read(text);
      expect(found.map(({ source }) => wordsOf(text, source))).toEqual([['Anna Kowalska']]);
      expect(wordsOf(text, found[0]!.content)).toEqual([words]);
    }
  });

  it('reads a transcript that is quoted', () => {
    const text = '"CLINTON: That is not so.\n\n"TRUMP: It is quite so.\n\n"HOLT: Let us go on."';
    expect(read(text).map(({ source }) => wordsOf(text, source)[0])).toEqual([
      'CLINTON',
      'TRUMP',
      'HOLT',
    ]);
  });

  it('reads a transcript once it has three lines', () => {
    const lines = ['CLINTON: That is not so.', 'TRUMP: It is quite so.', 'HOLT: Let us go on now.'];
    const text = lines.join('\n\n');
    const found = read(text);
    expect(found.map(({ source }) => wordsOf(text, source)[0])).toEqual([
      'CLINTON',
      'TRUMP',
      'HOLT',
    ]);
    expect(wordsOf(text, found[1]!.content)).toEqual(['It is quite so.']);
  });
});

describe('contributions by named persons', () => {
  const lines = [
    'Li Wen, Institute of Foreign Studies: I do not believe it. The Chinese side was surprised.',
    'Mark Hollis (Chatham House): My reading is different. Senior people knew something.',
  ];

  it('reads all of their words where a document has several', () => {
    const text = lines.join('\n\n');
    const found = read(text);
    expect(found.map(({ source }) => wordsOf(text, source)[0])).toEqual([
      'Li Wen, Institute of Foreign Studies',
      'Mark Hollis (Chatham House)',
    ]);
    expect(wordsOf(text, found[1]!.content)).toEqual([
      'My reading is different. Senior people knew something.',
    ]);
  });

  it('leaves a single line with a colon to the learned fields', () => {
    const text = 'Mark Hollis, a retired cook: the book is out. It has been praised by nobody.';
    expect(read(text).every(({ content }) => wordsOf(text, content).join('').length < 50)).toBe(
      true,
    );
  });
});

describe('quotations over paragraphs', () => {
  it('go on with the speaker of the paragraph before', () => {
    const text =
      '“The relocation will take several days,” Valery Revenko said.\n\n' +
      '“The total number will be a little less than 9,000 people.”';
    const found = read(text);
    expect(found).toHaveLength(1);
    expect(wordsOf(text, found[0]!.content).at(-1)).toContain('The total number');
  });

  it('follow a cue that ends its paragraph with a colon', () => {
    const text =
      'Alexander Lukashenko told reporters on Tuesday:\n\n“We shall not be moved by anyone at all.”';
    const found = read(text);
    expect(found).toHaveLength(1);
    expect(wordsOf(text, found[0]!.source)).toEqual(['Alexander Lukashenko']);
    expect(wordsOf(text, found[0]!.content)).toEqual(['“We shall not be moved by anyone at all.”']);
  });

  it('keep the speaker who is only a pronoun', () => {
    const text = 'He said:\n\n“We shall not be moved by anyone at all.”';
    expect(read(text).map(({ source }) => wordsOf(text, source))).toEqual([['He']]);
  });
});

describe('doubled apostrophes', () => {
  it('are quotation marks that open and close', () => {
    const text = "The damage would be great. ''We have rifles,'' Mr. Rubio said.";
    const found = read(text);
    expect(found.map(({ content }) => wordsOf(text, content))).toEqual([["''We have rifles,''"]]);
    expect(found[0]).toMatchObject({ mode: 'direct' });
  });
});

describe('a speaker named afterwards', () => {
  it('is given the paragraph before', () => {
    const text =
      'The army might create new groups in two months.\n\n' +
      'Oleksii Hromov made this statement on November 3 during a press conference.';
    const found = read(text);
    expect(found.map(({ source }) => wordsOf(text, source))).toEqual([['Oleksii Hromov']]);
    expect(wordsOf(text, found[0]!.content)).toEqual([
      'The army might create new groups in two months.',
    ]);
    expect(wordsOf(text, found[0]!.cue)).toEqual(['made this statement']);
  });
});
