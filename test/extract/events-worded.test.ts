import { expect, it } from 'vitest';
import { eventsOf, readSentence } from './sentence.ts';

/** Sentences of our own: events as features and commentaries word them. */

it.each([
  [
    'a noun with its year, wherever it stands',
    'He compared it with the 1979 invasion of Afghanistan.',
    'attack, target Afghanistan',
  ],
  [
    'an attack on what belongs to a state',
    'Bob Dale was at home during the attacks on the Turkish consulate.',
    'attack, target Turkish consulate',
  ],
  [
    'military action',
    'Finland left the room after the Danish military intervention in Libya.',
    'attack, actor Denmark, target Libya',
  ],
  [
    'what somebody is blamed for',
    'Ivan Petrov lashed out at Turkey for having shot down a Bulgarian helicopter.',
    'attack, actor Turkey, target Bulgaria',
  ],
  [
    'a gerund after "by"',
    'Norway responded by sending tanks to Estonia.',
    'delivery, origin Norway, recipient Estonia',
  ],
  [
    'a particle that the parser takes for a preposition',
    'Norway sent in more troops on Monday.',
    'deployment, actor Norway',
  ],
  ['attacks that are stepped up', 'Norway has stepped up airstrikes.', 'attack, actor Norway'],
  [
    'the noun that a clause without a pronoun describes',
    'It is the island Norway seized from Denmark years ago.',
    'attack, actor Norway',
  ],
  [
    'a ship or fleet that is sunk',
    'It was a war in which Norway sank the Danish Navy.',
    'attack, actor Norway, target Navy of Denmark',
  ],
  [
    'a subject that hangs on the auxiliary',
    'Norway has in the last year reopened an embassy in Peru.',
    'other, actor Norway',
  ],
  [
    'a phrase that hangs on the time before it',
    'Ann Hale met for two hours with the Russian foreign minister, Ivan Petrov.',
    'meeting, participant Ann Hale, participant Ivan Petrov',
  ],
  [
    'a ruler who takes a place',
    'President Ivan Petrov annexed Crimea from Ukraine.',
    'attack, actor Ivan Petrov, target Ukraine',
  ],
  [
    'sanctions that are lifted',
    'Norway lifted sanctions on Chile.',
    'other, actor Norway, target Chile',
  ],
  ['a flight', 'Bob Dale fled to Russia.', 'other, actor Bob Dale, host Russia'],
  [
    'a chat',
    'Ann Hale chatted with Bob Dale at the palace.',
    'meeting, participant Ann Hale, participant Bob Dale',
  ],
  [
    'their meeting',
    'President Ann Hale of Peru warned Ivan Petrov during their recent meeting in Lima.',
    'meeting, participant Ann Hale, participant Ivan Petrov',
  ],
])('reads an event told by %s', (_, sentence, told) => {
  expect(eventsOf(sentence).map((one) => one.replace(/, target Peru$/, ''))).toContain(told);
});

it.each([
  ['calls for troops', 'The calls for more Danish troops have come to Peru.'],
  ['a call with reporters', 'Ann Hale spoke of it in a conference call with reporters.'],
  ['a flight over a sea', 'Ann Hale flew over the Persian Gulf.'],
  ['a welcome by a crowd', 'Ann Hale came in and was greeted with cheers.'],
  ['attacks by words', 'Ann Hale unleashed withering attacks against Bob Dale in the debate.'],
  ['protests by words', 'Ann Hale is protesting the orders.'],
  ['a day when somebody will be elected', 'It may be over by the time anybody is elected.'],
  ['a rally of voters', 'Ann Hale held a rally in Ohio.'],
  ['an invasion of a year to come', 'It may be like the 2030 invasion of Peru.'],
])('reads no event in %s', (_, sentence) => {
  expect(eventsOf(sentence)).toEqual([]);
});

it('reads no name out of a headline in capitals, nor a body out of a place', () => {
  const { mentions, names } = readSentence(
    'Ann Hale Just Let Something Slip That Could Harm Peru.\n\nPresident Ann Hale of Peru visited West Virginia.',
  );
  const named = new Set(mentions.map(({ actor }) => names.get(actor ?? '')));
  expect([...named].sort()).toEqual(['Ann Hale', 'Peru']);
});

it('reads an attack though nobody is named in it', () => {
  expect(eventsOf('Security forces killed 40 protesters in August.')).toEqual([
    'attack, target 40 protesters',
  ]);
  expect(eventsOf('The storm that killed 40 protesters is over.')).toEqual([]);
});
