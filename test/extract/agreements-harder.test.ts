import { expect, it } from 'vitest';
import { readSentence } from './sentence.ts';

/** Sentences of our own: agreements as readouts, wire copy and business news word them. */
function agreementsOf(sentence: string): string[] {
  const { agreements, names } = readSentence(sentence);
  return agreements.map(
    ({ state, parties }) => `${state}: ${parties.map((id) => names.get(id)).join(', ')}`,
  );
}

const MET = 'President Juan Vargas of Peru met President Dana Hill of Norway.';

it.each([
  ['whose parties the parser hung on the month', 'In February, Norway and Peru signed a treaty.'],
  [
    'where the object was taken for a clause',
    'Norway and Peru signed two pacts on air defence radars on Monday.',
  ],
  [
    'ratified, its parties deep below it',
    'A protocol on the exchange of data between Norway and Peru was ratified in May.',
  ],
  ['that a meeting ended with', `${MET} The meeting concluded with the signing of a memorandum.`],
  [
    'that a meeting was ended by',
    'Norway and Peru ended the meeting by signing a plan of cooperation.',
  ],
  [
    'after whose signing something was',
    'Ann Lee left after the signing of a treaty between Norway and Peru.',
  ],
  [
    'under which somebody acts',
    'Norway will buy tanks under a contract it signed with Peru in May.',
  ],
  [
    'that signatures were put to',
    'The ministers of Norway and Peru put their signatures under a treaty.',
  ],
  [
    'initialled on an occasion told before',
    `${MET} A letter of intent on tanks was initialled there.`,
  ],
])('reads an agreement %s', (_, sentence) => {
  const [told, more] = agreementsOf(sentence);
  expect(told?.split(': ')[1]?.split(', ').sort()).toEqual(['Norway', 'Peru']);
  expect(more).toBeUndefined();
});

it.each([
  ['Norway awarded a contract for frigates to BAE Systems.', 'announced: Norway, BAE Systems'],
  ['Norway awarded BAE Systems a contract for frigates.', 'announced: Norway, BAE Systems'],
  ['BAE Systems won a $155 million order from Oslo.', 'announced: BAE Systems, Norway'],
  [
    'Juan Vargas, the director of Lund Shipyards Ltd, signed a contract with BAE Systems.',
    'signed: Lund Shipyards Ltd, BAE Systems',
  ],
  [
    'Ministers Ann Lund of Norway, Juan Vargas of Peru and Eva Weber of Germany met. The ministers agreed to exchange data.',
    'announced: Norway, Peru, Germany',
  ],
])('reads who agreed in %s', (sentence, told) => {
  expect(agreementsOf(sentence)).toEqual([told]);
});

it.each([
  'Norway and Peru spoke. During the visit, Norway signed 24 agreements with the three nations.',
  'Norway agreed to raise its imports of arms amid Peru’s increasingly aggressive behaviour.',
  'In February, Norway and Peru may sign a treaty.',
  'In February, Norway and Peru did not sign a treaty.',
  'A protocol on the exchange of data between Norway and Peru has not been ratified.',
  `${MET} The meeting may end with the signing of a memorandum.`,
  `${MET} The meeting did not end with the signing of a memorandum.`,
  `${MET} They spoke about the signing of a memorandum.`,
  'Norway could award a contract for frigates to BAE Systems.',
  'Norway did not award BAE Systems a contract.',
  'BAE Systems hopes to win an order from Oslo.',
  'The ministers of Norway and Peru refused to put their signatures under a treaty.',
])('reads no agreement in %s', (sentence) => {
  expect(agreementsOf(sentence)).toEqual([]);
});
