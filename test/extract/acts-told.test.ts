import { describe, expect, it } from 'vitest';
import { read } from './retold.ts';
import { readSentence } from './sentence.ts';

/** What act words show, by what they say of whom and not by single words; sentences of our own. */

const actOf = (text: string) => read(text).said[0]?.act;

describe('words that only look like an act', () => {
  it.each([
    ['The mayor said the village lies near the border.', 'assertion'],
    ['Petrov said his sister wrote fiction for children.', 'assertion'],
    ['The ministry said the agency is responsible for roads.', 'assertion'],
    ['The teacher said the children knew exactly what they wanted.', 'assertion'],
    ['The company said drivers pay the toll.', 'assertion'],
    ['The aide said Theresa May had left.', 'assertion'],
    ['Petrov said crime had fallen in the capital.', 'assertion'],
    ['Petrov said that Norway did not pose a threat to the region.', 'assertion'],
    ['Petrov said thousands had died in the famine of 1932.', 'assertion'],
    ['Petrov said that no school will open in May.', 'assessment'],
  ])('%s: %s', (text, act) => expect(actOf(text)).toBe(act));
});

describe('words that are one', () => {
  it.each([
    ['Petrov said the claim was wholly baseless.', 'denial'],
    ['Petrov said that it was a lie.', 'denial'],
    ['Petrov called the report a bare-faced lie.', 'denial'],
    ['Petrov said the minister was lying.', 'accusation'],
    ['Petrov said the agency was responsible for the deaths of two miners.', 'accusation'],
    ['Petrov said that the regime continues to repress its people.', 'accusation'],
    ['Petrov said the strike was a crime.', 'accusation'],
    ['Petrov said that Norway posed a threat to the region.', 'accusation'],
    ['Petrov said that no attacks will come from the north.', 'promise'],
    ['Petrov said that they would pay a heavy price.', 'warning'],
    ['Petrov said that the famine would claim thousands of lives.', 'warning'],
    ['Petrov said the talks may fail.', 'assessment'],
  ])('%s: %s', (text, act) => expect(actOf(text)).toBe(act));
});

describe('an event within a denial', () => {
  const kinds = (text: string) => readSentence(text).events.map(({ kind }) => kind);

  it('stands where its words deny nothing of it', () => {
    expect(
      kinds(
        'Ukraine said that Russian forces shelled Kharkiv on Monday from a village that lies near the border.',
      ),
    ).toEqual(['attack']);
    expect(
      kinds(
        'Ukraine said that Russian forces had shelled Kharkiv, and that the rumours were false.',
      ),
    ).toEqual(['attack']);
  });

  it.each([
    'Moscow denied that Russian forces had shelled Kharkiv on Monday.',
    'Moscow said that reports that Russian forces had shelled Kharkiv were false.',
    'Moscow called reports that Russian forces had shelled Kharkiv a lie.',
  ])('falls with what is denied: %s', (text) => expect(kinds(text)).toEqual([]));
});

describe('a clause after a dash', () => {
  const wordsOf = (text: string) => read(text).said.map(({ words }) => words);

  it.each(['- but only for buses and trams', '– but it would carry only buses'])(
    'goes on with what was said: %s',
    (more) => {
      expect(wordsOf(`The mayor said that the bridge would open in June ${more}.`)).toEqual([
        `the bridge would open in June ${more}`,
      ]);
    },
  );

  it('holds something against it with a subject of its own', () => {
    expect(
      wordsOf('The mayor said that the bridge would open in June - but there were signs of haste.'),
    ).toEqual(['the bridge would open in June']);
  });
});
