import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { KnownActors, loadModels, readDocument, type Reading } from '../../server/extract/index.ts';

/** Speakers whom no list and no tagger knows, and words that only look like a statement; written for these tests. */
const models = loadModels();

function read(text: string): Reading {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const id = `doc:untold-${sha256.slice(0, 6)}` as const;
  const document = {
    id,
    sha256,
    title: 'A',
    outlet: null,
    published: '2023-05-10',
    language: 'en',
  };
  return readDocument({ text, document }, models, new KnownActors());
}

const nameOf = ({ actors }: Reading, id: string) => actors.find((one) => one.id === id)?.name ?? id;
const said = (text: string) => {
  const reading = read(text);
  return reading.statements.map((one) => [nameOf(reading, one.speaker), one.text]);
};

describe('a speaker whom no list knows', () => {
  it.each([
    [
      'Laurence Prower, an associate fellow of the institute, suggests that the road will stay shut.',
      'Laurence Prower',
      'the road will stay shut',
    ],
    [
      'US Secretary of State Antony Blinken said that the talks had failed.',
      'Antony Blinken',
      'the talks had failed',
    ],
    [
      'Presidential hopeful and former surgeon Ann Costa said that the plan was dead.',
      'Ann Costa',
      'the plan was dead',
    ],
    ['A lawsuit alleges that the company hid the leak.', 'lawsuit', 'the company hid the leak'],
    [
      'A report by Greenpeace claims that the company hid the leak.',
      'Greenpeace',
      'the company hid the leak',
    ],
    [
      'Mr. Castelo was tired. A number of readers said that the map was wrong.',
      'readers',
      'the map was wrong',
    ],
  ])('is taken from the words: %s', (text, speaker, content) => {
    const [[name, words]] = said(text) as [[string, string]];
    expect([name.endsWith(speaker), words]).toEqual([true, content]);
  });

  it('is the person named last where an epithet stands', () => {
    const text =
      'Donald Trump flew to Dayton. The billionaire mogul said that the plant would stay open.';
    expect(said(text)).toEqual([['Donald Trump', 'the plant would stay open']]);
  });

  it('is whoever the relative clause follows', () => {
    const text = 'The report is a gift to Republicans who say that the law is a money pit.';
    expect(said(text).map(([speaker]) => speaker)).toEqual(['Republicans']);
  });

  it('is nobody where a share of those asked stands', () => {
    expect(said('Sixty-six percent said that it made no difference to them.')).toEqual([]);
  });

  it('is nobody named in the words that "he" says', () => {
    const text =
      '“There are two differences,” analyst Pavel Novak said. “Second, it is Donald Trump who sounds angry. Ted Cruz is calm,” he notes.';
    expect(new Set(said(text).map(([speaker]) => speaker))).toEqual(new Set(['Pavel Novak']));
  });

  it('is the one after "and", not the one before', () => {
    const text =
      'Latvian Foreign Minister Edgars Rinkevics voiced concern about the drills, and the press secretary of the Pentagon, Patrick Ryder, said that no attack was near.';
    expect(said(text).at(-1)).toEqual(['Patrick Ryder', 'no attack was near']);
  });

  it('is the ministry that the words name, not the one that spoke before', () => {
    const text =
      "Belarus's defence ministry did not respond to a request for comment.\n\nRussia regards the base as a threat, the foreign ministry said in a statement.";
    expect(said(text)).toEqual([
      ['Ministry of Foreign Affairs of Russia', 'Russia regards the base as a threat'],
    ]);
  });

  it('is whom the agency quotes with words of his own', () => {
    const text =
      'Chinese President Xi Jinping met his guest in Beijing.\n\n“The countries concerned should stop this game”, Mr. Xi told the guest, according to the Xinhua news agency.';
    expect(said(text)).toEqual([['Xi Jinping', 'The countries concerned should stop this game']]);
  });

  it('is whose view it is at the end of a sentence', () => {
    const text =
      'The move is a message to other allies, in the view of Pavel Novak of the institute.';
    expect(said(text)).toEqual([['Pavel Novak', 'The move is a message to other allies']]);
  });

  it('is sure, in place of saying so', () => {
    const text =
      'Analyst Andrei Parotny said that three months were needed. “Not before the next spring”, – the expert is sure.';
    expect(said(text).at(-1)).toEqual(['Andrei Parotny', 'Not before the next spring']);
  });
});

describe('what a statement holds', () => {
  it.each([
    [
      'Germany will station a brigade there, Defence Minister Boris Pistorius said on Monday, in what would be a first for the army.',
      'Germany will station a brigade there',
    ],
    [
      '"Every day shows that the guards keep nothing", Ann Lee writes.',
      'Every day shows that the guards keep nothing',
    ],
    [
      'Ann Lee, the minister, put the explosion down to local partisans.',
      'the explosion down to local partisans',
    ],
  ])('%s', (text, content) => {
    expect(said(text).map(([, words]) => words)).toEqual([content]);
  });

  it.each([
    'People who describe themselves as activists have blocked the road since Monday.',
    'Yevgeny Prigozhin called off a march on Moscow.',
    'Police detained twenty alleged helpers on Tuesday.',
    'The two leaders signed a joint statement on further developing the partnership.',
    'But observers in Beijing think otherwise.',
    'Putin agreed with his counterpart on the price of gas for three years.',
  ])('is none: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('is nothing of whom it was told', () => {
    const text =
      'On January 17, KGB officers detained a resident of Machulishchy, the human rights center Viasna reports. He was taken away in slippers, his neighbor told our website.';
    expect(said(text).at(-1)![1]).toBe('He was taken away in slippers');
  });

  it('is carried by a channel without its platform in the name', () => {
    const reading = read(
      'A source in the 116th air base told the Flagshtok Telegram channel that pilots were forbidden to leave.',
    );
    const via = reading.statements[0]!.reports[0]!.via.map((id) => nameOf(reading, id));
    expect(via).toEqual(['Flagshtok', 'Telegram']);
  });
});
