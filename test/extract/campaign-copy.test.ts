import { describe, expect, it } from 'vitest';
import { nameOf, read, said } from './prose.ts';

/** What campaign reporting words otherwise than the rest of our texts; sentences written for these tests. */

const speakers = (text: string) => said(text).map(([speaker]) => speaker);
const names = (text: string) => read(text).actors.map(({ name }) => name);

describe('who is named', () => {
  it.each([
    [
      'Republican presidential hopeful Donald Trump says he never watches football.',
      'Donald Trump',
    ],
    ['Top party donor Sheldon Adelson said that he met the candidate.', 'Sheldon Adelson'],
    [
      'Fox News Vice President and Washington Managing Editor Bill Sammon denied that it was so.',
      'Bill Sammon',
    ],
    ['Ann Lee Says She Has Already Won. It was no surprise.', 'Ann Lee'],
  ])('past every title before the name: %s', (text, speaker) => {
    expect(speakers(text)).toEqual([speaker]);
  });

  it('is told apart by initials', () => {
    const text =
      'President George H.W. Bush said he was glad. President George W. Bush said the war was over.';
    expect(speakers(text)).toEqual(['George H.W. Bush', 'George W. Bush']);
  });

  it('is shown as written in small letters', () => {
    const reading = read('KASICH: WE ARE GOING TO GO ALL THE WAY\n\nMr Kasich said he was glad.');
    expect(reading.actors.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['Kasich', ['KASICH']],
    ]);
  });

  it('is the outlet named in full before by the last word of its name', () => {
    const text =
      'The New York Times reported on Monday that the order had been signed. “We have seen it,” ' +
      'the Times said. Officials told The Times that it was not signed.';
    const reading = read(text);
    expect(speakers(text)).toEqual(['The New York Times', 'The New York Times', 'officials']);
    expect(reading.statements[2]!.reports[0]!.via.map((id) => nameOf(reading, id))).toEqual([
      'The New York Times',
    ]);
    expect(speakers('The Times reported that the order had been signed.')).toEqual(['The Times']);
  });

  it('ends before what is said of them or to them', () => {
    const told = 'Ann Lee told supporters that “we will win”. ';
    const accused = 'She accused debate moderators of asking too many personal questions.';
    expect(names(told + accused)).toEqual(['Ann Lee', 'debate moderators', 'supporters']);
  });
});

describe('a body named between marks', () => {
  it.each([
    [
      'The chairman of the "Free Belarus" foundation Aleksey Koval said that it was late.',
      'Aleksey Koval',
      'Free Belarus',
    ],
    [
      'Director of the company "Roga i Kopyta" Ivan Petrov said that it was late.',
      'Ivan Petrov',
      'Roga i Kopyta',
    ],
    [
      'On Monday, the head of the NGO "Agency for the Return of Peace and Order" Yuriy Koval noted that it was late.',
      'Yuriy Koval',
      'Agency for the Return of Peace and Order',
    ],
    [
      'The head of the Belarusian "Svetlyn Project" Anton Koval said that it was late.',
      'Anton Koval',
      'Svetlyn Project',
    ],
    [
      'Commander of the "Azov" regiment Denys Koval told the BBC that it was late.',
      'Denys Koval',
      'Azov',
    ],
  ])('has an office, and is not what was said: %s', (text, holder, body) => {
    const reading = read(text);
    expect(said(text)).toEqual([[holder, expect.anything(), 'it was late']]);
    expect(
      reading.relations.map(({ from, to }) => [nameOf(reading, from), nameOf(reading, to)]),
    ).toEqual([[holder, body]]);
  });
});

it('whoever is named after "according to the paper," is no source', () => {
  const text =
    'According to a report by the Kyiv Star, Minister Sergei Koval and his colleague Viktor Lis signed the protocol.';
  expect(said(text)).toEqual([
    ['Kyiv Star', '', 'Minister Sergei Koval and his colleague Viktor Lis signed the protocol'],
  ]);
});

describe('nothing is said', () => {
  it.each([
    'Critics could argue that the plan is too dear.',
    'Moscow should ask Minsk to open the road.',
    'The president may announce on Friday that the road is open.',
    'Ohio was lost to Hillary Clinton, who added to her lead.',
    'Mr Weiner wrote under the pseudonym “Carlos Danger of Hove”, which did him no good.',
    'Officials made no public statements after the breaches of the “line of contact”.',
    'In the Clear Roads polling average, Ann Lee is ahead of Bob Ray.',
  ])('by what may be, or by another deed: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('but by what could only be said', () => {
    expect(said('The spokesman could only say that the talks go on.')).toHaveLength(1);
  });
});

it.each([
  'Officials have said that Ms. Brain did not violate any rules.',
  'Mr. Brain said that the exercises do not pose a threat to Poland.',
])('whoever clears somebody does not accuse: %s', (text) => {
  expect(read(text).statements.map(({ act }) => act)).toEqual(['assertion']);
});

it.each([
  ['The two countries added weapons to the exercises, Reuters reported.', 'Reuters'],
  ['The watchdog suggested that the trains were empty.', 'watchdog'],
  ['The mediating troika urged both sides to “cease firing”.', 'mediating troika'],
])('whoever speaks is found: %s', (text, speaker) => {
  expect(speakers(text)).toEqual([speaker]);
});

it('a body behind the noun for what it is, and whatever it is called next, is one', () => {
  const text =
    'Russia sent a convoy to Belarus, Belarusian monitoring group Belarusian Hajun reported. ' +
    'The convoy left Omsk on Monday, Belarusian Hajun said. ' +
    'The watchdog suggested that the trains were empty.';
  expect(new Set(speakers(text))).toEqual(new Set(['Belarusian Hajun']));
});

it('what was said begins after the occasion, and not with who said it', () => {
  const after =
    'The mediators said after visiting Baku and Yerevan last month that Aliyev and Sarkisian “will talk again”.';
  expect(said(after).map(([, , words]) => words)).toEqual([
    'Aliyev and Sarkisian “will talk again”',
  ]);
  const told =
    'As the Northern News Agency reported, on January 16, the spokesman of the Air Force, Yurii Lis, said that the exercises were over.';
  expect(speakers(told)).toEqual(['Yurii Lis']);
});

it('several channels are no one outlet', () => {
  const [speaker] = speakers('Unofficial Telegram channels reported that the troops had arrived.');
  expect(speaker).toBe('Unofficial Telegram channels');
});
