import { expect, it } from 'vitest';
import { eventsOf, readSentence } from './sentence.ts';

/** Sentences of our own: events that plain verbs tell of, and what they do not tell. */

it.each([
  [
    'what somebody has begun to do',
    'Norway has begun withdrawing its 300 soldiers from Peru.',
    'deployment, actor Norway, origin Peru',
  ],
  ['what somebody had to do', 'Ivan Petrov had to resign in January.', 'other, actor Ivan Petrov'],
  [
    'the delegation as whoever leads it',
    'Defence Minister Ana Lund met a delegation led by General Ivan Petrov.',
    'meeting, participant Ana Lund, participant Ivan Petrov',
  ],
  [
    'two titles with the names after them',
    'The chairman, Ivan Petrov, and the minister, Ana Lund, met in Oslo.',
    'meeting, participant Ivan Petrov, participant Ana Lund',
  ],
  [
    'whose goods came',
    'A second planeload of Norwegian ammunition landed at Lima airport.',
    'delivery, recipient Peru, origin Norway',
  ],
  [
    'goods called by their number',
    'Two Yak-130 trainers were handed over to the Peruvian air force.',
    'delivery, recipient Air Force of Peru',
  ],
  [
    'a delivery that is taken',
    'Peru took delivery of two NASAMS launchers from Norway.',
    'delivery, recipient Peru, origin Norway',
  ],
  [
    'goods that are flown in',
    'Norway, which flew in 500 missiles, is content.',
    'delivery, origin Norway',
  ],
  [
    'who is moved to another office',
    'Erna Dahl moved Ivan Petrov to the Security Council.',
    'appointment, actor Erna Dahl, target Ivan Petrov',
  ],
  [
    'who is put in charge',
    'Erna Dahl put Ivan Petrov in charge of the army.',
    'appointment, actor Erna Dahl, target Ivan Petrov',
  ],
  [
    'who becomes something',
    'Ivan Petrov became a presidential aide.',
    'appointment, target Ivan Petrov',
  ],
  [
    'who goes with somebody',
    'Ivan Petrov accompanied Erna Dahl to Peru.',
    'visit, guest Ivan Petrov, guest Erna Dahl, host Peru',
  ],
  [
    'who is in another country',
    'The Norwegian foreign minister Ana Lund, who is in Lima at the head of a delegation, agreed.',
    'visit, guest Ana Lund, host Peru',
  ],
  [
    'a visit whose phrases the parser hung elsewhere',
    'Trade grew during the visit of President Erna Dahl to Peru in March.',
    'visit, guest Erna Dahl, host Peru',
  ],
  [
    'talks with a place between',
    'Ana Lund spoke after talks in Oslo with her Peruvian counterpart Ivan Petrov.',
    'meeting, participant Ana Lund, participant Ivan Petrov',
  ],
  [
    'an arrest that is announced',
    'The police announced the arrest of two men.',
    'arrest, target men',
  ],
  [
    'armed groups without a state',
    'Tuareg rebels seized the city in 2012.',
    'attack, actor Tuareg rebels',
  ],
  [
    'what the one who tells it did',
    'The Norwegian Ministry of Defence said it had downed a drone.',
    'attack, actor Ministry of Defence of Norway',
  ],
  [
    'sanctions that are announced',
    'Norway announced sanctions targeting nine firms.',
    'sanction, actor Norway',
  ],
  [
    'exercises by the words before the noun',
    'The first stage of the joint Norwegian-Peruvian drills started on Monday.',
    'exercise, participant Norway, participant Peru',
  ],
])('tells %s', (_, sentence, event) => {
  expect(eventsOf(sentence)).toEqual([event]);
});

it.each([
  ['somebody at home', 'The Norwegian foreign minister Ana Lund was in Oslo on Monday.'],
  ['what was not begun', 'Norway has not begun withdrawing its soldiers from Peru.'],
  ['what somebody became to others', 'Ivan Petrov became the first leader to call for peace.'],
  ['an arrest that is demanded', 'Norway demanded the arrest of two men.'],
])('tells no event of %s', (_, sentence) => {
  expect(eventsOf(sentence)).toEqual([]);
});

it('takes no day from a clause that describes somebody', () => {
  const { events } = readSentence(
    'Ana Lund, who served as minister from 2012 until 2024, met Ivan Petrov in Oslo.',
  );
  expect(events.map(({ date }) => date)).toEqual([null]);
});
