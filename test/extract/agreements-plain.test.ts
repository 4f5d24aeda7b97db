import { expect, it } from 'vitest';
import { agreementsOf } from './sentence.ts';

/** Sentences of our own whose parties a pair, a list or another clause's words tell. */

it.each([
  [
    'what two decide',
    'Ministers of Norway and Peru met in Oslo. The two countries decided to widen trade.',
    'announced: Norway + Peru',
  ],
  [
    'two states told by an adjective and an owner',
    "Norwegian generals met Peru's minister in Lima. The two countries signed a treaty.",
    'signed: Norway + Peru',
  ],
  [
    'two without a noun',
    'Presidents Erna Dahl of Norway and Luis Vega of Peru met. The two signed a treaty.',
    'signed: Norway + Peru',
  ],
  [
    'ministers of two states, whoever was named before',
    'Riyadh and Tehran met. The foreign ministers of Norway and Peru signed an agreement.',
    'signed: Norway + Peru',
  ],
  [
    'those between whom another brokers',
    'China brokered an agreement between Norway and Peru in Beijing.',
    'announced: Norway + Peru',
  ],
  [
    'railways called after their states',
    'Norway Railways and Peruvian Railway signed an agreement.',
    'signed: Norway Railways + Peruvian Railway',
  ],
  [
    'those of a clause with which others do something else',
    'Norway, which signed a peace treaty with Peru in 1994, airdropped aid to Chile with the United States and Germany.',
    'signed: Norway + Peru',
  ],
  [
    'three by their number',
    'Norway, Peru and Chile met in Oslo. The three countries signed a treaty.',
    'signed: Norway + Peru + Chile',
  ],
  [
    'a trio',
    'Norway, Peru and Chile met in Oslo. The trio signed a treaty.',
    'signed: Norway + Peru + Chile',
  ],
  [
    'the ministers of three',
    'Norway, Peru and Chile met in Oslo. Their ministers signed a treaty.',
    'signed: Norway + Peru + Chile',
  ],
  ['states of one name', 'The two Koreas signed a treaty.', 'signed: North Korea + South Korea'],
  ['names put to a paper', 'Norway and Peru put their names to a treaty.', 'signed: Norway + Peru'],
  [
    'a contract made with a firm',
    'Norway made a contract with Kongsberg for missiles.',
    'announced: Norway + Kongsberg',
  ],
  [
    'a contract that is extended',
    'The Ministry of Defence of Norway and Kongsberg extended a contract.',
    'amended: Ministry of Defence of Norway + Kongsberg',
  ],
  [
    'two sides of whom one is named by a person',
    'Norwegian President Erna Dahl was in Kyiv and Moscow. In May, Dahl visited Peru, where the two sides signed a treaty.',
    'signed: Peru + Norway',
  ],
  [
    'a relative clause about a party',
    'Kongsberg, with which Norway made a contract, is content.',
    'announced: Norway + Kongsberg',
  ],
  [
    'a firm by the noun before its name',
    'Norway signed a contract with the Peruvian company Sol Minera.',
    'signed: Norway + Sol Minera',
  ],
  [
    'what something is based on',
    'The mission is based on an agreement between Norway and Peru.',
    'announced: Norway + Peru',
  ],
  [
    'by whom a noun was signed',
    'A memorandum signed by Norway and Peru covers fish.',
    'signed: Norway + Peru',
  ],
  [
    'what their ministers signed',
    'Norway and Peru met. The mission rests on the accord their defence ministers signed.',
    'announced: Norway + Peru',
  ],
  [
    'a signing that somebody attended',
    'Erna Dahl attended the signing of a contract between Norway and Peru.',
    'signed: Norway + Peru',
  ],
  [
    'a signing with which talks end',
    'The talks ended with the signing of a roadmap by Norway and Peru.',
    'signed: Norway + Peru',
  ],
])('reads %s as an agreement', (_, text, told) => {
  expect(agreementsOf(text)).toEqual([told]);
});

it.each([
  ['a contract without a partner', 'Norway made a contract for missiles.'],
  ['what one decides', 'Norway and Peru met in Oslo. Norway decided to widen trade.'],
  [
    'a signing that is planned',
    'Erna Dahl will attend the signing of a contract between Norway and Peru.',
  ],
  [
    'three of whom four are listed',
    'Norway, Peru, Chile and Kenya met in Oslo. The three countries signed a treaty.',
  ],
])('reads no agreement in %s', (_, text) => {
  expect(agreementsOf(text)).toEqual([]);
});

it('means by "the deal" the one just told of, whoever acts under it', () => {
  const told =
    "Norway and Peru signed a defence agreement. Under the five-year deal, Norway supports Peru's deployment to Chile.";
  expect(agreementsOf(told)).toEqual(['in-force: Norway + Peru']);
  expect(agreementsOf('Under the deal, Norway will sell gas to Chile.')).toHaveLength(1);
});

it('takes the name of what was just signed for the same agreement', () => {
  const signed = 'Norway and Peru signed a key defence pact Monday.';
  const named = (name: string) =>
    agreementsOf(`${signed} The ${name} was signed by ministers of Norway and Peru in Oslo.`);
  expect(named('Reciprocal Access Agreement')).toEqual(['signed: Norway + Peru']);
  expect(named('Extradition Treaty')).toHaveLength(2);
});
