import { expect, it } from 'vitest';
import { eventsOf } from './sentence.ts';

/** Sentences of our own: events in the wordings that a grid of them for each kind showed to be missed. */

it.each([
  [
    'forces told by two words',
    'Norway sent 400 police officers to Peru.',
    'deployment, actor Norway, host Peru',
  ],
  [
    'a past tense that looks like a participle',
    'Thousands of people marched through Lima on Saturday.',
    'protest, actor people',
  ],
  [
    'a participle before the one it is said of',
    'Sanctioned by Norway in 2021, Ivan Petrov lost his yacht.',
    'sanction, actor Norway, target Ivan Petrov',
  ],
  [
    'a participle of appointing',
    'Ivan Petrov, appointed minister by Erna Dahl in May, is content.',
    'appointment, actor Erna Dahl, target Ivan Petrov',
  ],
  [
    'what somebody was given',
    'Peru was given two launchers by Norway.',
    'delivery, origin Norway, recipient Peru',
  ],
  [
    'those who took part past the place',
    'Talks were held in Lima between Ivan Petrov and Erna Dahl.',
    'meeting, participant Ivan Petrov, participant Erna Dahl',
  ],
  [
    'those who took part past the means',
    'Erna Dahl spoke by phone with President Ivan Petrov.',
    'meeting, participant Erna Dahl, participant Ivan Petrov',
  ],
  [
    'a pronoun before the name',
    'After she met Ivan Petrov, Erna Dahl said so.',
    'meeting, participant Erna Dahl, participant Ivan Petrov',
  ],
  [
    'who was told something at a meeting',
    'General Ivan Petrov told President Erna Dahl at a meeting on Monday that all was well.',
    'meeting, participant Ivan Petrov, participant Erna Dahl',
  ],
  [
    'whose plane came',
    "Erna Dahl's plane touched down in Lima.",
    'visit, guest Erna Dahl, host Peru',
  ],
  [
    'an object past "overnight"',
    'Norway launched 60 drones at Peru overnight.',
    'attack, actor Norway, target Peru',
  ],
  [
    'a town struck by nobody who is told',
    'A missile struck a clinic in Kharkiv.',
    'attack, target Kharkiv',
  ],
  [
    'one of a series, which is no tale',
    'Norwegian forces hit a power plant in Kharkiv in a series of strikes.',
    'attack, actor Armed Forces of Norway',
  ],
  [
    'a town that only its name tells',
    'Norwegian forces liberated Robotyne.',
    'attack, actor Armed Forces of Norway, target Robotyne',
  ],
  [
    'a port where goods came',
    'The first two launchers arrived in Gdynia.',
    'delivery, host Gdynia',
  ],
  [
    'people held who have no name',
    'Norway arrested three suspected spies.',
    'arrest, actor Norway, target three suspected spies',
  ],
  [
    'people freed who have no name',
    'Peru freed 14 political prisoners.',
    'other, actor Peru, target 14 political prisoners',
  ],
  [
    'people killed who have no name',
    'Norwegian troops killed 50 bandits.',
    'attack, actor Armed Forces of Norway, target 50 bandits',
  ],
  [
    'warships that somebody saw',
    'Norway detected two Peruvian warships near its coast.',
    'deployment, participant Norway, actor Peru',
  ],
  [
    'people led away from home',
    'Ivan Petrov was taken from his home by police.',
    'arrest, target Ivan Petrov',
  ],
  [
    'talks told by how long they took',
    'Erna Dahl held four hours of talks with Ivan Petrov.',
    'meeting, participant Erna Dahl, participant Ivan Petrov',
  ],
  [
    'a deed that is done on purpose',
    'A young sergeant was stabbed in May.',
    'attack, target young sergeant',
  ],
  [
    'what was voted',
    'Parliament voted to remove Ivan Petrov as minister.',
    'appointment, target Ivan Petrov',
  ],
  [
    'what a decision does',
    'Erna Dahl enacted a decision to impose sanctions on Peru.',
    'sanction, actor Erna Dahl, target Peru',
  ],
  [
    'a crowd that the parser hung on the day',
    'On May 2 about twenty women gathered near the ministry and demanded a meeting.',
    'protest, actor twenty women',
  ],
  [
    'drills by who held them',
    'Drills held by Norway and Peru ended on Friday.',
    'exercise, participant Norway, participant Peru',
  ],
  [
    'a state that left another',
    'Norway withdrew from Peru last year.',
    'deployment, actor Norway, origin Peru',
  ],
  [
    'a state that joined',
    'Peru became the tenth member of NATO.',
    'other, actor Peru, target NATO',
  ],
])('reads an event of %s', (_, sentence, told) => {
  expect(eventsOf(sentence)).toContain(told);
});

it.each([
  [
    'the pair',
    'Erna Dahl and Ivan Petrov travelled to Lima. The pair later toured a base.',
    'visit, guest Erna Dahl, guest Ivan Petrov',
  ],
  [
    'the guests',
    'The Peruvian delegation came to Oslo. The previous day the guests toured a base.',
    'visit, guest guests',
  ],
  [
    'some of the goods before',
    'Norway bought tanks. The first 14 of them arrived in Peru in June.',
    'delivery, origin Norway, recipient Peru',
  ],
  [
    'the joint drill of two states before',
    'Norway and Peru are at peace. The joint drill began two days later.',
    'exercise, participant Norway, participant Peru',
  ],
])('reads an event of %s from the sentence before', (_, sentence, told) => {
  expect(eventsOf(sentence)).toContain(told);
});

it.each([
  ['a game', 'Norway met Peru in the final in Lima.'],
  ['people who come privately', 'Tourists from Norway returned to Peru.'],
  ['a habit', 'Norway regularly holds exercises with Peru.'],
  ['words of critics', 'The Norwegian minister came under fire from critics.'],
  ['gear of a firm', 'The company deployed a new software system in Peru.'],
  ['leave that is given', 'Norway sanctioned the use of the vaccine.'],
  ['how many in all', 'Norway has deported more people than any other state.'],
  ['a mishap', 'Some 200 people died in floods in Peru.'],
  ['a crash', 'A car crashed into a shop in Lima.'],
  ['what is yet to come', 'The troops are trained in Norway before being sent to Peru.'],
  ['what a state says of an attack', 'Norway claimed an attack on Peru.'],
  ['an election rally', 'A rally in Lima was well attended.'],
  ['prices', 'Shares rallied in Peru.'],
  ['a government that protests', 'Norway protested the decision.'],
  ['a storm', 'Typhoon Malakas killed 36 people in Peru.'],
  ['a storm by another’s name', 'Storm Boris killed 24 people in Peru.'],
  ['a decision that is welcomed', 'The African Union welcomed the appointment.'],
  ['exile', 'Ivan Petrov went into exile in Spain.'],
  ['a turn of phrase', 'Ivan Petrov came to terms with his time in Peru.'],
  ['a novel', 'In the novel, Norway invaded Peru.'],
  ['a list of honour', 'Erna Dahl was placed on the list of best authors.'],
  ['the stock market', 'A rally in Norwegian shares drew investors.'],
  ['a contract', 'The studio released Erna Dahl from her contract.'],
  ['a score', 'Norway hammered Peru 5-0 on Sunday.'],
  ['demands that are met', 'Erna Dahl met Ivan Petrov’s demands.'],
  ['a deadline that is met', 'The deadline was met by Norway and Peru.'],
  ['a podium', 'Erna Dahl stepped down from the podium.'],
  ['work that is laid down', 'Strikes by nurses hit Norwegian hospitals.'],
  ['a pronoun that the name does not fit', 'After he met Ivan Petrov, Erna Dahl said so.'],
])('reads no event of %s', (_, sentence) => {
  expect(eventsOf(sentence)).toEqual([]);
});

it('reads nobody into talks whose two sides are told, nor a party that is "each other"', () => {
  expect(
    eventsOf('Drivers in Norway went on after talks between Norway and Peru ended in Oslo.'),
  ).toEqual(['meeting, participant Norway, participant Peru']);
  expect(eventsOf('The rebels fought with each other.').join()).not.toContain('each other');
});

it('takes "he" for no daughter', () => {
  const told = eventsOf('His daughter, Fatou, said so. He became foreign minister of Peru.');
  expect(told.join()).not.toContain('Fatou');
});

it('reads what two discussed at a meeting as no other one', () => {
  expect(eventsOf('Erna Dahl met Ivan Petrov. The two discussed trade.')).toEqual([
    'meeting, participant Erna Dahl, participant Ivan Petrov',
  ]);
});
