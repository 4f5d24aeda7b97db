import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findBoilerplate,
  readable,
  repeatsOf,
  withoutMarks,
} from '../../server/extract/body/index.ts';
import { unwrapped } from '../../server/contract/index.ts';
import { quotationsOf, withMarksMended } from '../../server/extract/statements/quotations.ts';

const MORE = 'It was the third delay in two years, and few thought that it would be the last.';

const kinds = (text: string) => findBoilerplate(text).map(({ kind }) => kind);

describe('boilerplate', () => {
  it.each([
    ['Also read: Navy spots a ship', 'related'],
    ['https://example.org/status/1', 'link'],
    ['Leave a Comment', 'comments'],
    ['Exit mobile version', 'navigation'],
    ['You must log in to post a comment.', 'subscription'],
    ['Soldiers board a train in Brest. Photo: AP.', 'caption'],
    ['By Jane Doe and John Roe', 'byline'],
    ['(Reporting by Jane Doe in Riga; Editing by John Roe)', 'byline'],
    ['5 min read', 'navigation'],
    ['The post Ministers meet appeared first on The Gazette.', 'navigation'],
    ['RELATED: Minister says that he will stay', 'related'],
    [
      'Get our news delivered to your inbox. By signing up, you agree to our terms.',
      'subscription',
    ],
    ['You are receiving this email because you signed up.', 'subscription'],
    ['Follow Jane Doe on X: @janedoe', 'sharing'],
    ['FOR IMMEDIATE RELEASE', 'release'],
    ['Media contact: Jane Doe, press@ministry.example', 'release'],
    ['On Thu, 12 Dec 2024 at 17:00, Jane Doe <jane@gazette.example> wrote:', 'mail'],
    ['> Sent from my phone', 'mail'],
  ])('knows %s', (line, kind) => {
    expect(kinds(`The ministers met on Monday in Riga.\n${line}\nThey will meet again.`)).toEqual([
      kind,
    ]);
  });

  it.each([
    'By the end of the year, the army intends to draw up a list.',
    'Comments by the minister drew anger in Paris and in Rome.',
    'The search for survivors went on.',
    'He said: “Read more books.”',
  ])('leaves prose alone: %s', (line) => {
    expect(kinds(`The ministers met on Monday in Riga.\n${line}`)).toEqual([]);
  });

  it('knows the headers and signatures of mail, and no list that looks like one', () => {
    const header = 'From: Press Office\nSent: Monday\nTo: Jane Doe\nSubject: Bridge';
    expect(kinds(`See below.\n\n${header}\n\nIt opens.\n\n-- \nJane Doe\nThe Gazette`)).toEqual(
      Array(7).fill('mail'),
    );
    expect(kinds('From: Riga\nTo: Minsk\n\n--\n' + 'It goes on.\n'.repeat(20))).toEqual([]);
  });

  it('knows front matter, and no rule that divides a text', () => {
    expect(kinds('---\ntitle: It ends\n---\nIt ended.')).toEqual(Array(3).fill('front-matter'));
    expect(kinds('---\nIt ended.\n---\nIt went on.')).toEqual([]);
  });

  it('takes a pull quote for a repeat of the passage that it is from', () => {
    const words = 'We will not pay for what nobody has proven';
    const text = `“${words}”\n\nHe left. “${words},” he said.`;
    const blocks = findBoilerplate(text);
    expect(blocks.map(({ kind }) => kind)).toEqual(['repeat']);
    const at = text.lastIndexOf(words);
    const [again] = repeatsOf(text, { start: at, end: at + words.length }, blocks);
    expect(text.slice(again!.start, again!.end)).toBe(words);
    expect(kinds(`“${words}.”\n\nHe left.`)).toEqual([]);
  });

  it('takes time that grows with the text', () => {
    const quotes = Array.from(
      { length: 20_000 },
      (_, i) => `“It was said ${i} times by everybody.”`,
    );
    const started = performance.now();
    findBoilerplate(quotes.join('\n'));
    findBoilerplate('--\n'.repeat(50_000));
    findBoilerplate('From: a\nTo: b\n'.repeat(100_000));
    unwrapped(`${WRAPPED.join('\n')}\n`.repeat(10_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('takes the titles under "Related Posts" for links until prose goes on', () => {
    const text =
      'It ended on Monday.\nRelated Posts\nMinisters meet in Riga\nThe article goes on here.';
    expect(kinds(text)).toEqual(['related', 'related']);
  });

  it('keeps every offset, whatever the text', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'Also read: A',
        'COMMENTS',
        'Photo: AP.',
        'a line long enough to be known again',
      ),
    );
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n', '\u2028'), (lines, mark) => {
        const text = lines.join(mark);
        const blocks = findBoilerplate(text);
        const masked = readable(text, blocks);
        expect(masked.length).toBe(text.length);
        for (const { start, end } of blocks) expect(masked.slice(start, end).trim()).toBe('');
        for (let i = 0; i < text.length; i++)
          if (!blocks.some(({ start, end }) => i >= start && i < end))
            expect(masked[i]).toBe(text[i]);
      }),
    );
  });

  it('finds the words of a span again in the block that repeats its line', () => {
    const line = 'The minister said that the road would be closed.';
    const text = `${line}\nOther news came in.\n${line}`;
    const again = repeatsOf(text, { start: 4, end: 12 }, findBoilerplate(text));
    expect(again.map(({ start, end }) => text.slice(start, end))).toEqual(['minister']);
    expect(again[0]!.start).toBeGreaterThan(line.length);
  });
});

const WRAPPED = [
  'The minister said on Monday that the bridge over the river would be',
  'closed until spring, and that nobody had told the council of the cracks',
  'before the money was spent.',
];

describe('lines that were wrapped at a width', () => {
  it('go on in the next, quoted mail too, at equal length', () => {
    const joined = WRAPPED.join(' ');
    for (const mark of ['\n', '\r\n'])
      expect(unwrapped(WRAPPED.join(mark)).replace(/ +/g, ' ')).toBe(joined);
    const quoted = WRAPPED.map((line) => `> ${line}`).join('\n');
    expect(withoutMarks(unwrapped(quoted)).replace(/ +/g, ' ').trim()).toBe(joined);
    expect(withoutMarks(unwrapped(quoted))).toHaveLength(quoted.length);
  });

  it('end where they are not full, and before a point of a list or another speaker', () => {
    const wrapped = WRAPPED.join('\n');
    for (const next of ['By Ann Lee', `- ${WRAPPED[2]}`, 'MR LEE: It was so.']) {
      const full = `${WRAPPED[1]!.slice(0, -6)}known.`;
      expect(unwrapped(`${wrapped}\n\nBridge\n${next}`)).toContain(`Bridge\n${next}`);
      if (!next.startsWith('By'))
        expect(unwrapped(`${wrapped}\n\n${full}\n${next}`)).toContain(`.\n${next}`);
    }
  });

  it.each([
    ['paragraphs of a line each', [MORE, MORE, `${MORE} ${MORE}`].join('\n')],
    [
      'headlines',
      'Minister denies that bridge is closed\nCouncil asks who knew of the cracks\nMayor of Riga wins vote on the bridge',
    ],
    [
      'a list',
      '- the bridge over the river\n- the road along the canal\n- the houses at the harbour',
    ],
  ])('are told from %s', (_, text) => {
    expect(unwrapped(text)).toBe(text);
  });

  it('go on within a point of a list where they are set in', () => {
    const text =
      '* The bridge opens\n  in spring.\n* The Mayor\n  Lee denied it.\n\n  Set in.\n  No point.';
    expect(unwrapped(text).replace(/ +/g, ' ')).toBe(
      '* The bridge opens in spring.\n* The Mayor Lee denied it.\n\n Set in.\n No point.',
    );
  });

  it('go on where a hand broke a sentence', () => {
    const text =
      'The European Union, which paid for the bridge, called on both to\nreturn to talks.';
    expect(unwrapped(text)).toBe(text.replace('\n', ' '));
  });

  it('keep every offset, whatever the text', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom(...WRAPPED, '> a', ''));
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n', '\r'), (lines, mark) => {
        const text = [...WRAPPED, ...lines].join(mark);
        const made = unwrapped(text);
        expect(made.length).toBe(text.length);
        for (let i = 0; i < text.length; i++) if (made[i] !== ' ') expect(made[i]).toBe(text[i]);
      }),
    );
  });
});

it('makes the marks of Markdown blank and keeps its words, at equal length', () => {
  const text =
    '## Talks\n![He left](a.jpg)\n> **Jane Doe**, of the [Union](https://u.example/a), said *no*. 2 * 3 * 4';
  const plain = withoutMarks(text);
  expect(plain).toHaveLength(text.length);
  expect(
    plain
      .replace(/[^\S\n]+/g, ' ')
      .split('\n')
      .map((line) => line.trim()),
  ).toEqual(['Talks', '', 'Jane Doe , of the Union , said no . 2 * 3 * 4']);
});

describe('quotation marks', () => {
  it('sets right a closing mark typed as an opening one, and nothing else', () => {
    expect(withMarksMended('“It was a test, “According to him.')).toBe(
      '“It was a test,” According to him.',
    );
    const fine = '“We told him, “Go away” twice,” she said.';
    expect(withMarksMended(fine)).toBe(fine);
  });

  it.each([
    ["'It's a scandal,' said X. 'They've paid.'", "“It's a scandal,” said X. “They've paid.”"],
    ["Y told Z: 'Don't believe it.'", "Y told Z: “Don't believe it.”"],
    ["'We will not yield', he said.", '“We will not yield”, he said.'],
    ['\'I quote, "There is none",\' he said.', '“I quote, ‘There is none’,” he said.'],
    ["X said: 'It is late.\n\n'We are tired.'", 'X said: “It is late.\n\n“We are tired.”'],
    ["'The ministers' pay is high,' he said.", "“The ministers' pay is high,” he said."],
  ])('doubles the single marks of a whole quotation: %s', (text, mended) => {
    expect(withMarksMended(text)).toBe(mended);
  });

  it.each([
    ['Er sagte: „Wir warten.“', 'Er sagte: “Wir warten.”'],
    ['»Wir warten«, sagte er. »Noch.«', '“Wir warten”, sagte er. “Noch.”'],
    ['« Nous attendons », dit-il. « Encore. »', '“ Nous attendons ”, dit-il. “ Encore. ”'],
    ['„We wait,” he said. “Still.”', '“We wait,” he said. “Still.”'],
  ])('turns the marks of other languages into English ones: %s', (text, mended) => {
    expect(withMarksMended(text)).toBe(mended);
  });

  it.each([
    "In the '90s the ministers' pay was low. Get 'em out, he said.",
    "He called the plan 'mad' and the workers' union 'bad'.",
    '"He said: \'It is late,\' and left," she said.',
    "'Tis late. Rock 'n' roll is back.",
  ])('leaves apostrophes, elisions and words set apart as they are: %s', (text) => {
    expect(withMarksMended(text)).toBe(text);
  });

  it('does so in time that grows with the text', () => {
    const text = " 'a".repeat(100_000) + ' "b" '.repeat(100_000);
    const started = performance.now();
    withMarksMended(text);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('pairs marks within lines on any text, in order and without overlap', () => {
    const piece = fc.constantFrom('“', '”', '"', '«', '»', 'a b', '\n', '’', ' ', "'", ',');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const quotation of quotationsOf(text)) {
          expect(quotation.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(quotation.start, quotation.end)).not.toContain('\n');
          end = quotation.end;
        }
        expect(withMarksMended(text)).toHaveLength(text.length);
      }),
    );
  });
});
