import { describe, expect, it } from 'vitest';
import { readSentence } from './sentence.ts';

/** Events and agreements that need an office, a place, two who meet, or the deal itself; sentences of our own. */

function events(sentence: string): string[] {
  const { events: found, names } = readSentence(sentence);
  return found.map(
    ({ kind, participants }) =>
      `${kind}: ${participants.map(({ role, actor }) => `${role} ${names.get(actor)}`).join(', ')}`,
  );
}

describe('an event without what belongs to it', () => {
  it.each([
    'Ana Silva quit smoking on Monday.',
    'Ana Silva resigned herself to defeat.',
    'Jonas Store arrived at the hospital on Monday.',
    'Ana Silva visited her mother on Monday.',
    'Ana Silva said on a call with analysts that sales had risen.',
    'Ana Silva spoke after a meeting with students.',
  ])('is none: %s', (sentence) => expect(events(sentence)).toEqual([]));

  it.each([
    ['Prime Minister Ana Silva resigned on Monday.', 'other: actor Ana Silva'],
    ['Ana Silva resigned as prime minister on Monday.', 'other: actor Ana Silva'],
    ['Ana Silva quit the cabinet on Monday.', 'other: actor Ana Silva'],
    ['Jonas Store arrived in Lima on Monday.', 'visit: guest Jonas Store, host Peru'],
    ['Ana Silva visited a factory in Lima on Monday.', 'visit: guest Ana Silva'],
    ['Ana Silva toured the region on Monday.', 'visit: guest Ana Silva'],
    [
      'Jonas Store said at a meeting with ambassadors that trade had grown.',
      'meeting: participant Jonas Store',
    ],
    [
      'Jonas Store said during talks with Peruvian President Ana Silva that trade had grown.',
      'meeting: participant Jonas Store, participant Ana Silva',
    ],
  ])('is one with it: %s', (sentence, event) => expect(events(sentence)).toEqual([event]));
});

describe('an agreement that came to nothing', () => {
  const states = (sentence: string) => readSentence(sentence).agreements.map(({ state }) => state);

  it.each([
    'Norway signed a trade deal with China on Monday, though parliament has not ratified the budget.',
    'Norway signed a trade deal with China on Monday, though Peru has never honoured its debts.',
  ])('is none where something else was not ratified: %s', (sentence) =>
    expect(states(sentence)).toEqual(['signed']),
  );

  it.each([
    'Norway signed a trade deal with China on Monday, but parliament has not ratified it.',
    'Norway signed a trade deal with China in 2019, but the agreement was never implemented.',
    'Norway signed a trade deal with China in 2019 which was never implemented.',
  ])('is one where it was not: %s', (sentence) =>
    expect(states(sentence)).toEqual(['not-implemented']),
  );
});
