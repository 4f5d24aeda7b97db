import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadModels } from '../../server/extract/load-models.ts';
import { parse, type ParsedDocument } from '../../server/extract/nlp/index.ts';
import { lemmaOf } from '../../server/extract/nlp/lemma.ts';
import { splitSentences } from '../../server/extract/nlp/sentences.ts';
import { tokenise } from '../../server/extract/nlp/tokens.ts';

const models = loadModels();

const words = (text: string) => tokenise(text).map(({ start, end }) => text.slice(start, end));
const sentences = (text: string) => {
  const tokens = tokenise(text);
  return splitSentences(text, tokens).map(([from, to]) =>
    text.slice(tokens[from]!.start, tokens[to - 1]!.end),
  );
};

/** Strings of the marks that break tokenisers, among words and any other characters. */
const roughText = fc
  .array(
    fc.oneof(
      fc.constantFrom('“', '”', '"', "'", '’', '‘', '«', '»', '``', '--', '—', '.', '...', '\n'),
      fc.constantFrom('U.S.', 'Mr.', "don't", 'p.m.', '@x', 'http://a.b/', '1,000', '\u00a0', ' '),
      fc.constantFrom('said', 'Minsk', 'told', 'the', 'that', 'he', 'Lukashenko', ',', ':'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(' '));

describe('tokenise', () => {
  it.each([
    ["He didn't say.", ['He', 'did', "n't", 'say', '.']],
    ['Sen. J. Smith (R-Ohio)', ['Sen.', 'J.', 'Smith', '(', 'R-Ohio', ')']],
    ['The U.S. paid $1,200.50', ['The', 'U.S.', 'paid', '$', '1,200.50']],
    ["Belarus' minister’s “plan”", ['Belarus', "'", 'minister', '’s', '“', 'plan', '”']],
    ['at 5:30 p.m. on https://x.org/a?b=c', ['at', '5:30', 'p.m.', 'on', 'https://x.org/a?b=c']],
    ['Łukaszenka—Žižek', ['Łukaszenka', '—', 'Žižek']],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));

  it('covers every character that is not blank, once, in order', () => {
    fc.assert(
      fc.property(roughText, (text) => {
        let last = 0;
        for (const { start, end } of tokenise(text)) {
          expect(text.slice(last, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
    );
  });
});

describe('splitSentences', () => {
  it.each([
    ['One. Two? Three!', ['One.', 'Two?', 'Three!']],
    ['He met Mr. Smith. They spoke.', ['He met Mr. Smith.', 'They spoke.']],
    ['“It works.” He left.', ['“It works.”', 'He left.']],
    ['A title\nA text.', ['A title', 'A text.']],
    [
      'In the U.S. Congress met. In the U.S. The end.',
      ['In the U.S. Congress met.', 'In the U.S.', 'The end.'],
    ],
    ['He said it. and went on.', ['He said it. and went on.']],
    ["It is late. ''We go,'' he said.", ['It is late.', "''We go,'' he said."]],
    ["''We go.'' He left.", ["''We go.''", 'He left.']],
    ['"It goes on.\n"We go." He left.', ['"It goes on.', '"We go."', 'He left.']],
  ])('%s', (text, expected) => expect(sentences(text)).toEqual(expected));

  it('bounds a sentence that never ends', () => {
    const ranges = splitSentences('a '.repeat(5000), tokenise('a '.repeat(5000)));
    expect(Math.max(...ranges.map(([from, to]) => to - from))).toBeLessThanOrEqual(251);
  });
});

describe('lemmaOf', () => {
  it.each([
    ['said', 'VBD', 'say'],
    ['accused', 'VBD', 'accuse'],
    ['denies', 'VBZ', 'deny'],
    ['warning', 'VBG', 'warn'],
    ['stopped', 'VBD', 'stop'],
    ['ministers', 'NNS', 'minister'],
    ['Minsk', 'NNP', 'minsk'],
    ['told', 'VBN', 'tell'],
    ['insisted', 'VBD', 'insist'],
    ['announced', 'VBD', 'announce'],
    ['believes', 'VBZ', 'believe'],
    ['believed', 'VBD', 'believe'],
    ['reported', 'VBD', 'report'],
    ['noted', 'VBD', 'note'],
    ['added', 'VBD', 'add'],
    ['adding', 'VBG', 'add'],
    ['agreed', 'VBD', 'agree'],
    ['agreeing', 'VBG', 'agree'],
    ['freed', 'VBN', 'free'],
    ['need', 'VBD', 'need'],
    ['planned', 'VBN', 'plan'],
    ['controlled', 'VBD', 'control'],
    ['called', 'VBD', 'call'],
    ['described', 'VBD', 'describe'],
    ['claimed', 'VBD', 'claim'],
    ['speaking', 'VBG', 'speak'],
    ['cited', 'VBD', 'cite'],
    ['writing', 'VBG', 'write'],
    ['using', 'VBG', 'use'],
    ['going', 'VBG', 'go'],
    ['became', 'VBD', 'become'],
    ['ignored', 'VBD', 'ignore'],
    ['monitored', 'VBD', 'monitor'],
    ['threatened', 'VBD', 'threaten'],
    ['convened', 'VBD', 'convene'],
    ['visited', 'VBD', 'visit'],
    ['invited', 'VBD', 'invite'],
    ['vowed', 'VBD', 'vow'],
    ['replied', 'VBD', 'reply'],
    ['lied', 'VBD', 'lie'],
    ['goes', 'VBZ', 'go'],
    ['focused', 'VBD', 'focus'],
    ['caucuses', 'NNS', 'caucus'],
    ['ties', 'NNS', 'tie'],
    ['allies', 'NNS', 'ally'],
    ['gentlemen', 'NNS', 'gentleman'],
    ['politics', 'NNS', 'politics'],
  ])('%s %s -> %s', (word, tag, lemma) => expect(lemmaOf(word, tag)).toBe(lemma));
});

function expectSound(parsed: ParsedDocument): void {
  let last = 0;
  for (const sentence of parsed.sentences) {
    expect(sentence.tokens.length).toBeGreaterThan(0);
    expect(sentence.tokens.filter(({ head }) => head === -1)).toHaveLength(1);
    sentence.tokens.forEach((token, i) => {
      expect(token.start).toBeGreaterThanOrEqual(last);
      expect(parsed.text.slice(token.start, token.end)).toBe(token.word);
      expect(token.head).toBeLessThan(sentence.tokens.length);
      expect(token.head).not.toBe(i);
      last = token.end;
      let x = i;
      for (let steps = 0; x >= 0; steps++) {
        expect(steps).toBeLessThanOrEqual(sentence.tokens.length);
        x = sentence.tokens[x]!.head;
      }
    });
  }
  const covered = parsed.paragraphs.flatMap(({ firstSentence, endSentence }) =>
    Array.from({ length: endSentence - firstSentence }, (_, i) => firstSentence + i),
  );
  expect(covered).toEqual(parsed.sentences.map((_, i) => i));
}

describe('parse', () => {
  it('reads a plain sentence', () => {
    const { sentences: read } = parse('Alexander Lukashenko said Minsk would not join.', models);
    const tokens = read[0]!.tokens;
    expect(tokens.map(({ tag }) => tag)).toEqual([
      'NNP',
      'NNP',
      'VBD',
      'NNP',
      'MD',
      'RB',
      'VB',
      '.',
    ]);
    expect(tokens[1]).toMatchObject({ entity: 'PERSON', head: 2, relation: 'nsubj' });
    expect(tokens[6]).toMatchObject({ head: 2, relation: 'ccomp' });
  });

  it('gives a tree per sentence and true offsets for any text', () => {
    fc.assert(fc.property(roughText, (text) => expectSound(parse(text, models))));
  });

  it.each(['', ' ', '\n\n', '\ud800', '"""""'])('takes %j', (text) =>
    expectSound(parse(text, models)),
  );

  it('takes time in proportion to the text', () => {
    const seconds = (text: string) => {
      const from = process.cpuUsage();
      parse(text, models);
      return process.cpuUsage(from).user / 1e6;
    };
    for (const unit of ['a.b@c-', '“', '1,', "'", 'word ', '.'])
      expect(seconds(unit.repeat(5_000))).toBeLessThan(4);
  });
});
