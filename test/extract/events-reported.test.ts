import { expect, it } from 'vitest';
import { eventsOf } from './sentence.ts';

/** Sentences of our own: events as agencies, assessments, ministries and translated media report them. */

it.each([
  [
    'told with its day before the verb',
    "Norway on December 29 summoned Peru's ambassador.",
    'other, actor Norway, target Peru',
  ],
  [
    'of those in office, named after their offices',
    'The security chiefs of Norway and Peru, Dana Hill and Juan Vargas, conferred in Oslo on Monday.',
    'meeting, participant Dana Hill, participant Juan Vargas',
  ],
  [
    'of those in office, named right after their states',
    'Defense ministers of Japan and Georgia Dana Hill and Juan Vargas held talks in Oslo.',
    'meeting, participant Dana Hill, participant Juan Vargas',
  ],
  [
    'that took place between two',
    'A telephone conversation took place between Foreign Minister Dana Hill and President Juan Vargas.',
    'meeting, participant Dana Hill, participant Juan Vargas',
  ],
  [
    'with a governor whose name a comma sets off',
    'Dana Hill had a working breakfast with the governor of Cusco, Juan Vargas.',
    'meeting, participant Dana Hill, participant Juan Vargas',
  ],
  [
    'of a report that was heard',
    'Dana Hill heard a report from the governor Juan Vargas on Monday.',
    'meeting, host Dana Hill, guest Juan Vargas',
  ],
  [
    'in a participle that opens the sentence',
    'Visiting Lima on Tuesday, Dana Hill praised the troops.',
    'visit, guest Dana Hill, host Peru',
  ],
  [
    'that a comma sets off from what somebody held possible',
    'Dana Hill claimed that the weapons could be an answer, during a bilateral meeting with her Peruvian counterpart Juan Vargas in Lima.',
    'meeting, participant Dana Hill, participant Juan Vargas',
  ],
  [
    'that lasted so long',
    'The Norwegian president spoke to Juan Vargas for 90 minutes today.',
    'meeting, participant Norway, participant Juan Vargas',
  ],
  [
    'of a stay',
    'Defence Minister Dana Hill wrapped up a three-day stay in Peru on Saturday.',
    'visit, guest Dana Hill, host Peru',
  ],
  [
    'of who set off',
    'Prime Minister Dana Hill set off for Lima on Sunday.',
    'visit, guest Dana Hill, host Peru',
  ],
  [
    'of days spent somewhere',
    'Prime Minister Dana Hill spent two days in Peru.',
    'visit, guest Dana Hill, host Peru',
  ],
  [
    'of drills that the parser took for what a force does',
    'Norway and Peru began joint air force exercises on Monday.',
    'exercise, actor Norway, actor Peru',
  ],
  [
    'of drills that a clause describes',
    'The joint Russian-Belarusian exercises, which began on January 16, are defensive.',
    'exercise, participant Russia, participant Belarus',
  ],
  [
    'of what states rehearse with units of a third',
    'Norway and Peru rehearsed the defence of the coast with American units.',
    'exercise, actor Norway, actor Peru, participant American units',
  ],
  [
    'of a readiness check',
    'The Peruvian navy underwent a combat readiness check.',
    'exercise, participant Navy of Peru',
  ],
  [
    'of a train and what is in it',
    'A train carrying Norwegian soldiers pulled into Lima on Saturday.',
    'deployment, actor Armed Forces of Norway',
  ],
  [
    'of forces that pulled out of a region',
    'Norwegian peacekeepers pulled out of the Cusco corridor.',
    'deployment, actor Norwegian peacekeepers',
  ],
  [
    'of a relative clause that begins with its day',
    'Peru, which last week deployed 400 soldiers on its bank of the river, hailed the deal.',
    'deployment, actor Peru',
  ],
  [
    'of equipment that is being moved',
    'Norway began transferring military equipment to Peru.',
    'delivery, origin Norway, recipient Peru',
  ],
  [
    'of goods that reached somebody, and no forces',
    'A new batch of Norwegian drones reached Peru on Wednesday.',
    'delivery, origin Norway, recipient Peru',
  ],
  [
    'of goods whose adjective tells who gave them',
    'Peru has obtained hundreds of Norwegian drones.',
    'delivery, recipient Peru, origin Norway',
  ],
  [
    'of what was turned over',
    'Norway turned over another missile system to Peru.',
    'delivery, origin Norway, recipient Peru',
  ],
  [
    'for which a group claimed responsibility',
    'Islamic State claimed responsibility for the bombing of a mosque in Lima.',
    'attack, actor Islamic State',
  ],
  [
    'by arms, whatever they hit',
    'A missile hit an apartment block in Lima.',
    'attack, target Peru',
  ],
  [
    'that left people dead',
    'An attack by gunmen left eleven soldiers dead.',
    'attack, target eleven soldiers',
  ],
  [
    'of those who fought each other by their adjectives',
    'Norwegian and Peruvian soldiers exchanged fire near the village.',
    'attack, actor Norway, actor Peru',
  ],
  [
    'of forces that were pushed out',
    'Norwegian forces pushed Peruvian forces out of the town on Sunday.',
    'attack, actor Armed Forces of Norway, target Armed Forces of Peru',
  ],
  [
    'of soldiers killed, though nobody says by whom',
    'Three soldiers were killed near Lima on Sunday.',
    'attack, target soldiers',
  ],
  [
    'of a province that was shelled',
    'In Cusco, a province that was shelled last Thursday, few were packing.',
    'attack, target Cusco',
  ],
  [
    'by the army of what it said it struck',
    'The Israeli military said it had struck Hezbollah operatives in southern Lebanon.',
    'attack, actor Armed Forces of Israel, target Hezbollah',
  ],
  [
    'of a second time',
    'Norwegian drones targeted an oil refinery in Cusco for the second time in a month.',
    'attack, actor Norway',
  ],
  [
    'of a crowd that was dispersed',
    'Police fired tear gas to disperse a crowd of protesters in Lima.',
    'protest, target police, actor protesters in Lima',
  ],
  [
    'outside a building',
    'Thousands of nationalists rallied outside Government House on Saturday.',
    'protest, actor nationalists',
  ],
  [
    'of a people by its name',
    'Ethnic Serbs put up barricades in Lima on Monday.',
    'protest, actor ethnic Serbs',
  ],
  [
    'on a square',
    'Residents of Cusco came out onto the square over fuel prices.',
    'protest, actor residents of Cusco',
  ],
  [
    'of somebody by trade and name',
    'Norwegian security officers detained the journalist Juan Vargas in Oslo on December 6.',
    'arrest, actor Norwegian security officers, target Juan Vargas',
  ],
  [
    'of many',
    'More than 120 people were rounded up in raids across Cusco.',
    'arrest, target 120 people',
  ],
  [
    'of somebody who was put into a van',
    'Peruvian police bundled Juan Vargas into a van at the airport.',
    'arrest, actor Peruvian police, target Juan Vargas',
  ],
  [
    'of who replaced whom',
    'Dana Hill replaced Juan Vargas with Per Olsen as commander of the forces.',
    'appointment, actor Dana Hill, target Juan Vargas, target Per Olsen',
  ],
  [
    'of who was relieved',
    'Dana Hill relieved Juan Vargas of his duties.',
    'appointment, actor Dana Hill, target Juan Vargas',
  ],
  [
    'of a package of sanctions that was agreed on',
    'The European Union agreed on its eleventh package of sanctions on Peru.',
    'sanction, actor European Union, target Peru',
  ],
  [
    'of who joined a package',
    "Norway joined the EU's tenth package of sanctions against Peru.",
    'sanction, actor Norway, target Peru',
  ],
  [
    'of restrictive measures',
    'The EU Council approved further restrictive measures.',
    'sanction, actor EU Council',
  ],
])('reads an event %s', (_, sentence, told) => {
  expect(eventsOf(sentence)).toEqual([told]);
});

it.each([
  ['what is denied by a participle', 'Norway denies having fired the missile.'],
  ['rumours', 'Rumours that Juan Vargas had been killed proved false.'],
  ['a leader whom only the text at large names', 'The opposition leader is in Lima.'],
  ['troops about to move', 'The troops are ready to deploy.'],
  ['talks that were put off', 'Talks between Norway and Peru have been postponed.'],
  ['soldiers killed in an accident', 'Three soldiers were killed in a crash near Lima.'],
  ['questions', 'Reporters bombarded the minister with questions.'],
  ['a market', 'The rouble took another hit on Monday.'],
  ['who talked, though not to each other', 'Dana Hill and Juan Vargas talked about prices.'],
  ['a family that quarrels', 'The Vargas family clashed with Dana Hill over taxes.'],
  ['what somebody heads for by habit', 'Dana Hill heads to Peru a diminished candidate.'],
  ['a visit that was called off', 'The visit of the Norwegian president was called off.'],
  ['backing told by a participle', 'Backing Dana Hill, the party left the hall.'],
])('reads no event in %s', (_, sentence) => {
  expect(eventsOf(sentence)).toEqual([]);
});
