import { expect, it } from 'vitest';
import { eventsOf } from './sentence.ts';

/** Sentences of our own: events as wire copy, assessments and readouts word them. */

it.each([
  [
    'whose subject the parser hung on the day before it',
    'On March 28, Juan Vargas and Dana Hill held talks in Oslo.',
    'meeting, participant Juan Vargas, participant Dana Hill',
  ],
  [
    'whose subject the parser took for a part of the day',
    'Later on Thursday A. Lund held a meeting with Minister of Defence of Peru Juan Vargas.',
    'meeting, participant A. Lund, participant Juan Vargas',
  ],
  [
    'of several states by their adjectives',
    'He noted that the Norwegian and Peruvian foreign ministers met in Quito.',
    'meeting, participant Norway, participant Peruvian foreign ministers',
  ],
  [
    'whose guest is known by the office alone, and no state',
    'The Norwegian defence minister visited Rena on Monday.',
    'visit, guest Norwegian defence minister, host Rena',
  ],
  [
    'of somebody called on',
    'Dana Hill called on President Juan Vargas on Friday.',
    'meeting, participant Dana Hill, participant Juan Vargas',
  ],
  [
    'of persons who spoke with each other',
    'Dana Hill spoke with Juan Vargas, the president of Peru, on Monday.',
    'meeting, participant Dana Hill, participant Juan Vargas',
  ],
  [
    'in a participle that a comma sets off',
    'President Juan Vargas, receiving the new Norwegian ambassador in Lima, warned that prices rose.',
    'meeting, host Juan Vargas, guest Norway',
  ],
  [
    'as what an attack did',
    'A Norwegian missile hit a house in Lima, killing three people.',
    'attack, actor Norway, target people',
  ],
  [
    'of missiles launched at a place',
    'Norwegian forces launched four missiles at the outskirts of Lima.',
    'attack, actor Armed Forces of Norway',
  ],
  [
    'of who came under attack',
    'The village came under attack from Norwegian forces.',
    'attack, actor Armed Forces of Norway',
  ],
  [
    'of about so many',
    'Norway sent about 100 soldiers to Peru last week.',
    'deployment, actor Norway, host Peru',
  ],
  [
    'of about so many who act',
    'About thirty mothers marched through Lima on Sunday.',
    'protest, actor thirty mothers',
  ],
  [
    'of some of so many',
    "Eight of the region's former leaders have since been detained.",
    "arrest, target region's former leaders",
  ],
  [
    'of forces whose state is told by an adjective',
    'Norwegian peacekeepers were deployed along the line.',
    'deployment, actor norwegian peacekeepers',
  ],
  [
    'of forces that a participle describes',
    'Norwegian peacekeepers stationed there since 2020 did not intervene.',
    'deployment, actor Norwegian peacekeepers',
  ],
  [
    'of forces that withdrew',
    'Norwegian troops withdrew from Peru in May.',
    'deployment, actor Armed Forces of Norway, origin Peru',
  ],
  [
    'of what was handed over',
    'A frigate built in Lima was handed over to the Peruvian Navy on Saturday.',
    'delivery, recipient Navy of Peru',
  ],
  [
    'of who lost an office',
    'Norway removed General Juan Vargas as commander of the fleet.',
    'appointment, actor Norway, target Juan Vargas',
  ],
  [
    'of who took a command',
    'General Juan Vargas took over the brigade in May.',
    'appointment, actor Juan Vargas',
  ],
  [
    'of sanctions that answer something',
    'Norway responded with a new package of sanctions.',
    'sanction, actor Norway',
  ],
  [
    'of who was barred from something',
    'Norway has barred Peruvians from flights to Oslo.',
    'sanction, actor Norway, target Peruvians',
  ],
  [
    'of people who block a crossing',
    'Norwegian farmers blocked the crossing at Rena on Monday.',
    'protest, actor Norwegian farmers',
  ],
  [
    'of drones in the airspace of others',
    'Norwegian attack drones strayed into Peruvian airspace.',
    'other, actor Norway, target Peru',
  ],
  ['of who was brought out', 'Norway evacuated 46 patients from Lima.', 'other, actor Norway'],
  [
    'of a delegation received',
    'President Dana Hill received a delegation from Peru.',
    'meeting, host Dana Hill, guest Peru',
  ],
  [
    'told by the noun of what is delivered',
    'The first drone shipment from Norway to Peru was carried out this month.',
    'delivery, origin Norway, recipient Peru',
  ],
  [
    'told by a noun whose place hangs on the verb',
    'Mass protests broke out in Peru in May.',
    'protest, host Peru',
  ],
  [
    'of fighting between two',
    'Clashes between Norway and Peru erupted on September 27.',
    'attack, participant Norway, participant Peru',
  ],
  [
    'once that a noun and a verb tell',
    "Norway's strike on Lima killed ten people.",
    'attack, actor Norway, target ten people, target Government of Peru',
  ],
  [
    'of a clash with police',
    'Protesters clashed with police in Oslo.',
    'protest, actor protesters, target Norwegian police',
  ],
])('reads an event %s', (_, sentence, told) => {
  expect(eventsOf(sentence)).toEqual([told]);
});

it.each([
  'On March 28, Juan Vargas and Dana Hill did not hold talks in Oslo.',
  'On Monday, Juan Vargas and Dana Hill may hold talks in Oslo.',
  'Dana Hill called on President Juan Vargas to resign.',
  'Dana Hill would have called on President Juan Vargas on Friday.',
  'The Harbour Times spoke with Juan Vargas, the president of Peru.',
  'Dana Hill has never spoken with Juan Vargas, the president of Peru.',
  'A Norwegian missile could hit a house in Lima, killing three people.',
  'Norway did not launch missiles at southern Lima.',
  'The village has not come under attack from Norwegian forces.',
  'Norway will send about 100 soldiers to Peru next week.',
  'If Norway sends about 100 soldiers, Lima would answer.',
  'None of the leaders of the region have been detained.',
  'No Norwegian peacekeepers were deployed along the line.',
  'Norwegian troops might withdraw from Peru in May.',
  'A frigate will be handed over to the Peruvian Navy on Saturday.',
  'Norway has not removed General Juan Vargas as commander of the fleet.',
  'Norway would respond with a new package of sanctions.',
  'Norway may bar Peruvians from flights to Oslo.',
  'Norwegian farmers might block the crossing at Rena on Monday.',
  'Norwegian drones have not strayed into Peruvian airspace.',
  'The first drone shipment from Norway to Peru has not been carried out.',
  'Protests could break out in Peru in May.',
  'No clashes between Norway and Peru erupted.',
  'Two Norwegians were killed in an accident during the drill.',
  'President Dana Hill received a letter from Peru.',
  'Norway threatened to attack Peru, killing many.',
  'Norway banned smoking in bars.',
  'The Peruvian envoy gathered evidence in Oslo.',
  'A transfer of aircraft to Peru was discussed in May.',
  'Clashes between Norway and Peru were avoided.',
  'Clashes between Norway and Peru over tariffs dominated the summit.',
])('reads no event in %s', (sentence) => {
  expect(eventsOf(sentence)).toEqual([]);
});

it('gives nobody who tells of it what another did', () => {
  const told =
    'People living near the border said on Thursday they could hear shooting after Peru’s Llama Group arrived to train special forces.';
  expect(eventsOf(told).filter((event) => /guest people/.test(event))).toEqual([]);
});
