import { describe, expect, it } from 'vitest';
import { said } from './prose.ts';

/** Statements as varied copy tells them; sentences written for these tests. */
const words = (text: string) => said(text).map((one) => one[2]);
const speakers = (text: string) => said(text).map((one) => one[0]);

describe('the occasion of saying', () => {
  it.each([
    [
      'Financier Marek Novak posted footage in which he stated that the port was "practically closed".',
      'the port was "practically closed"',
    ],
    [
      'As Mr Novak pointed out at the briefing that followed, "trade grew by a third, and this is not the limit".',
      'trade grew by a third',
    ],
    [
      'Vrba’s lawyer said on leaving the building that the sentence would be challenged within ten days.',
      'the sentence would be challenged within ten days',
    ],
    [
      'He claimed that paying no duties was smart, although he again refused to publish his returns.',
      'paying no duties was smart',
    ],
  ])('is no part of what was said: %s', (text, told) => {
    const found = words(`Marek Novak came late. ${text}`).at(-1)!;
    expect(found).toContain(told);
    expect(found).not.toMatch(/footage|briefing|building|refused/);
  });
});

describe('a clause after “after”', () => {
  it('is told by its own subject', () => {
    const text =
      'President Marek Novak has warned that hard days lie ahead after authorities in Arica announced that the peso would be banned.';
    expect(said(text).map(([who, , told]) => [who, told])).toEqual([
      ['Marek Novak', 'hard days lie ahead'],
      ['authorities in Arica', 'the peso would be banned'],
    ]);
  });
});

describe('what tells of no saying', () => {
  it.each([
    'Local leaders could call on the help of the navy. He might warn of a strike.',
    'The president called an emergency meeting on Friday.',
    'The mayor welcomed several hundred guests.',
    'The council considered the matter.',
    'It is run by a group called the Arica Harbour Fund, which paid it back.',
  ])('is left out: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('is no heading in marks of its own line', () => {
    const text =
      '"These are strange days," said Peter Morgan, a lawyer for the club. "I am skeptical he can pull it off."\n\n‘Legend in the Coal Fields.’\n\nBankruptcy is like chess.'.replace(
        /[‘’]/gu,
        "'",
      );
    expect(words(text).join()).not.toContain('Legend');
  });
});

describe('who spoke', () => {
  it('stands before the colon of a quotation', () => {
    const text =
      'Marek Novak calls the bill "a breach of every rule". Charles Horta tweets: "People want another future. I call on the mayor to listen." The law, says Anna Vrba, is fine.';
    expect(said(text)[1]?.[0]).toBe('Charles Horta');
  });

  it('goes on before a colon that tells of him', () => {
    const text =
      'The mayor, Marek Novak, says 200 people have left. What worries him most are the bombs: "You don’t hear them until it is too late."';
    expect(speakers(text)).toEqual(['Marek Novak', 'Marek Novak']);
  });

  it('is not whoever asked', () => {
    expect(
      speakers('In Arica, shopkeepers interviewed by Arica Online complained they had no prices.'),
    ).toEqual(['shopkeepers']);
  });

  it('is one more of the same calling', () => {
    expect(
      speakers(
        '"We would be mad to quarrel with any of them," one deputy minister remarked. Another compared the region to "a bride with three grooms".',
      ),
    ).toEqual(['one deputy minister', 'another deputy minister']);
  });

  it('is the one of whom the office comes a sentence later', () => {
    expect(
      speakers(
        'The club is "close to" a deal on assets, Janet Horta has said. The treasury secretary told reporters that there was a case.',
      ),
    ).toEqual(['Janet Horta', 'Janet Horta']);
  });

  it('is somebody’s own spokesman, not another body’s', () => {
    const text =
      'The aid office has no money. Its spokesman, Jens Lund, told reporters it was stretched. President William Novak has denied the report, and his spokesman accused the media of panic.';
    expect(speakers(text).at(-1)).toBe("William Novak's spokesman");
  });

  it('goes on in a whole quotation right after a paraphrase', () => {
    const text =
      'His partner, Marek Novak, called him a master at bolting together deals. "He showed again and again that he could do what others could not."';
    expect(speakers(text)).toEqual(['Marek Novak', 'Marek Novak']);
  });

  it('is the general named just before, called the commander', () => {
    const text =
      'The delegation called on the chief of staff, Major General Mohammad Horta. The commander warned enemies against any mischief in the region.';
    expect(speakers(text)).toEqual(['Mohammad Horta']);
  });

  it('has no hour in the name', () => {
    expect(speakers('LIVE: Protests\n\n17:05 Police say 14 people have been held.')).toEqual([
      'police',
    ]);
  });

  it('has no verb of a headline and no party in the name', () => {
    expect(speakers('Republican Donald Novak said that the wall would be paid for.')).toEqual([
      'Donald Novak',
    ]);
  });
});
