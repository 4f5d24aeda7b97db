import { expect, it } from 'vitest';
import { eventsOf } from './sentence.ts';

/** Sentences of our own: events of people who are only counted, of many, and past what is inserted. */

it.each([
  ['a bare number', 'Thousands rallied in Oslo.', 'protest, actor thousands'],
  [
    'counted people',
    'Several hundred people rallied outside the office.',
    'protest, actor hundred people',
  ],
  ['some of those before', 'Police detained 31 of them.', 'arrest, target 31 of them'],
  ['students', 'In Oslo, students occupied the university.', 'protest, actor students'],
  [
    'a crowd that is dispersed',
    'Norwegian police dispersed the protesters.',
    'protest, target Norwegian police, actor protesters',
  ],
  [
    'who comes past an insertion',
    'Peruvian President Ole Berg, accompanied by his ministers, arrived in Oslo.',
    'visit, guest Ole Berg, host Norway',
  ],
  [
    'who comes past a clause',
    'Former commander Ole Berg, who now works for the Redut company, visited Oslo.',
    'visit, guest Ole Berg, host Norway',
  ],
  [
    'talks that are held with somebody',
    'Talks were held in Oslo with Foreign Minister of Peru Ole Berg.',
    'meeting, participant Ole Berg',
  ],
  [
    'two persons, each with a state',
    'Presidents Erna Dahl of Norway and Luis Vega of Peru met in Oslo.',
    'meeting, participant Erna Dahl, participant Luis Vega',
  ],
  ['ministers of a body', 'NATO defence ministers met in Brussels.', 'meeting, participant NATO'],
  [
    'a withdrawal that is completed',
    'Norway completed its pullout from Niger.',
    'deployment, actor Norway, origin Niger',
  ],
  [
    'drones launched from somewhere',
    'Norway launched 40 drones from Peru overnight.',
    'attack, actor Norway',
  ],
  [
    'a verdict of guilt',
    'Ole Berg was found guilty by a court in Oslo.',
    'other, actor court in Oslo, target Ole Berg',
  ],
])('reads an event of %s', (_, sentence, told) => {
  expect(eventsOf(sentence)).toEqual([told]);
});

it.each([
  [
    'of an exercise that brings soldiers together',
    'The exercise, which brings together 400 soldiers, is popular.',
  ],
  ['of a state that protests to another', 'Peru protested to Norway over fish.'],
  ['of what is sent as a rule', 'Norway sends its oil to Peru.'],
  [
    'of whoever says that a ship came',
    'Rear Admiral Armando Balilo, spokesperson of the Philippine Coast Guard, said the Vietnamese vessel CSB 8002, with 80 crew aboard, arrived on Monday.',
  ],
])('reads no event %s', (_, sentence) => {
  expect(eventsOf(sentence)).toEqual([]);
});
