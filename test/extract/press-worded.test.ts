import { expect, it } from 'vitest';
import { readSentence } from './sentence.ts';

/** Sentences of our own: events, agreements and ties as agencies word them. */
function claimsOf(text: string): string[] {
  const { events, agreements, relations, names } = readSentence(text);
  const called = (id: string) => names.get(id) ?? id;
  return [
    ...events.map(({ kind, date, participants }) =>
      [kind, date, ...participants.map(({ role, actor }) => `${role} ${called(actor)}`)].join(', '),
    ),
    ...agreements.map(({ state, date, parties }) =>
      ['agreed', state, date, ...parties.map(called)].join(', '),
    ),
    ...relations.map(({ kind, from, to }) => `${called(from)} ${kind} ${called(to)}`),
  ];
}

it.each([
  [
    'a capital for the state that one comes to',
    'Ivan Lis arrived in Oslo on Monday.',
    'visit, 2022-12-19, guest Ivan Lis, host Norway',
  ],
  [
    'a place that the parser hung on the day',
    'Ivan Lis has begun his official visit to Mongolia today.',
    'visit, 2022-12-20, guest Ivan Lis, host Mongolia',
  ],
  [
    'a subject that the parser took for another name of the day',
    'As noted, on September 3, a delegation of the Iraqi Defense Ministry paid an official visit to Peru.',
    'visit, 2022-09-03, guest delegation of the Iraqi Defense Ministry, host Peru',
  ],
  [
    'the two persons of whom the sentence before tells',
    'Peruvian President Ana Diaz and Chilean President Ivan Lis met in Lima. The two leaders visited a museum near Cuzco on Sunday.',
    'visit, 2022-12-18, guest Ana Diaz, guest Ivan Lis',
  ],
  [
    'names in apposition on both sides of "met"',
    'The Minister of Defense of Peru, Colonel General Ana Diaz, met with the Minister of National Defense of Norway, Mr. Per Lund, in Lima.',
    'meeting, , participant Ana Diaz, participant Per Lund',
  ],
  [
    'somebody of a nation',
    'A Norwegian national was detained in Poland on suspicion of espionage.',
    'arrest, , target Norwegian national',
  ],
  [
    'what a decree does',
    'The president of Peru signed a decree dismissing Ana Diaz from the post of defence minister.',
    'appointment, , actor Peru, target Ana Diaz',
  ],
  [
    'whose appointment is approved',
    'The Norwegian parliament approved the appointment of Ana Lund.',
    'appointment, , actor Parliament of Norway, target Ana Lund',
  ],
  [
    'a package of sanctions that is adopted',
    'The European Union approved a new package of sanctions on Thursday.',
    'sanction, 2022-12-15, actor European Union',
  ],
  [
    'an amendment in which a meeting ends',
    'The meeting of Norway and Peru resulted in the amendment of the agreement on trade.',
    'agreed, amended, , Norway, Peru',
  ],
  [
    'two ministries for their states',
    'Norway and Peru have close ties. The two defence ministries signed a memorandum in 2013.',
    'agreed, signed, 2013, Norway, Peru',
  ],
  [
    'a paper of another day than the one before',
    'Norway concluded a security agreement with Peru in 1997. Norwegian Defence Minister Ana Lund and her Peruvian counterpart Ivan Lis signed the protocol on December 3.',
    'agreed, signed, 2022-12-03, Norway, Peru',
  ],
  [
    'states that are allies of each other',
    'Norway and Peru are closely allied.',
    'Norway ally-of Peru',
  ],
  [
    'what somebody has become',
    'Norway has become increasingly dependent on Peru.',
    'Norway depends-on Peru',
  ],
  [
    'the ministries of two states in one',
    'The Ministries of Defence of Norway and Peru signed a plan.',
    'Ministry of Defence of Peru part-of Government of Peru',
  ],
  [
    'a day on which somebody else took an office',
    'Ana Diaz appointed Ivan Lis as defence minister, replacing Per Lund, who had held the post since 2012.',
    'appointment, , actor Ana Diaz, target Ivan Lis',
  ],
  [
    'envoys who are no longer welcome',
    'Norway declared two Chilean diplomats personae non gratae on Monday.',
    'other, 2022-12-19, actor Norway, target Chilean diplomats',
  ],
  [
    'a delegation by whoever heads it',
    'A delegation headed by Ivan Lis arrived in Belgrade on Monday.',
    'visit, 2022-12-19, guest Ivan Lis, host Serbia',
  ],
  [
    'guests whom the text has told of',
    'As part of the visit, the delegation toured the tank plant in Lima.',
    'visit, , guest delegation',
  ],
  [
    'the dead of an attack without a name',
    'Two soldiers were killed in the shelling.',
    'attack, , target soldiers',
  ],
  [
    'training',
    'Norwegian soldiers have been training in Peru.',
    'exercise, , actor Armed Forces of Norway, host Peru',
  ],
  [
    'exercises under way',
    'Joint exercises of Norway and Latvia are under way near Riga.',
    'exercise, , participant Norway, participant Latvia',
  ],
  [
    'a summit that somebody attends',
    'Ivan Lis took part in a summit in Oslo.',
    'meeting, , participant Ivan Lis',
  ],
  [
    'a visit that is counted',
    "This is Ivan Petrov's first visit to Peru in three years.",
    'visit, , guest Ivan Petrov, host Peru',
  ],
  [
    'an attack by its day',
    'Norway used Chile as a staging ground for its February 24 invasion of Peru.',
    'attack, 2022-02-24, target Peru',
  ],
  [
    'whoever is joined to the bearer of a title',
    'Norwegian Minister of National Defence Gen. Per Lund and his Peruvian counterpart Ana Diaz discussed ties during their talks in Lima.',
    'meeting, , participant Per Lund, participant Ana Diaz',
  ],
  [
    'an office before a rank',
    'Norwegian Minister of National Defence Gen. Per Lund spoke on Monday.',
    'Per Lund holds-office Ministry of Defence of Norway',
  ],
  [
    'an office with its state before a comma',
    'Foreign Minister of Norway, Borge Brende arrived in Sri Lanka.',
    'Borge Brende holds-office Ministry of Foreign Affairs of Norway',
  ],
  [
    'a name after the state of an office',
    'Ana Diaz met with Foreign Minister of Madagascar Henry Rabary Njaka.',
    'Henry Rabary Njaka holds-office Ministry of Foreign Affairs of Madagascar',
  ],
  [
    'the other side of a counterpart',
    'Norway concluded a pact with Peru in 1997. Observers were surprised. Defence Minister Ana Lund and her Peruvian counterpart Ivan Lis signed the protocol.',
    'Ana Lund holds-office Ministry of Defence of Norway',
  ],
  [
    'air defences that shoot',
    'Norwegian air defences shot down 12 of the missiles.',
    'attack, , actor Norway',
  ],
  [
    'they, of two states',
    'The foreign ministers of Norway and Peru criticised the deal when they met in Lima on Wednesday.',
    'meeting, 2022-12-14, participant Norway, participant Peru',
  ],
  [
    'a capital that receives',
    'Slovakia donated two helicopters to Kyiv.',
    'delivery, , origin Slovakia, recipient Ukraine',
  ],
  [
    'where arms are stationed with their carriers',
    'Norway has stationed missiles with launchers in Peru.',
    'deployment, , actor Norway, host Peru',
  ],
  [
    'the state of places that host',
    'The Norwegian troops relocated to camps in Peru in June.',
    'deployment, 2022-06, actor Armed Forces of Norway, host Peru',
  ],
  [
    'members that the sentence after lists',
    'The Collective Security Treaty Organization was created in 1992. Its six members are Russia, Armenia and Belarus.',
    'Armenia member-of Collective Security Treaty Organization',
  ],
  [
    'members beside whom one is a member',
    'Its membership in the CSTO, which it shares with Belarus and Russia, has never been popular.',
    'Russia member-of Collective Security Treaty Organization',
  ],
  [
    'who is held though no name is told',
    'A Norwegian officer was detained in Peru.',
    'arrest, , target Norwegian officer',
  ],
  [
    'firms under sanctions',
    'The Norwegian firm was placed under sanctions by Peru.',
    'sanction, , actor Peru, target Norwegian firm',
  ],
  [
    'a name that the parser set apart from the counterpart',
    'Norwegian Defence Minister Oleksii Reznikov and his Polish counterpart signed a letter of intent on tank repairs during talks in Warsaw.',
    'agreed, signed, , Norway, Poland',
  ],
  [
    "a minister by the leader's state",
    "Kosovo's Prime Minister Albin Kurti spoke. Kurti's interior minister, Ana Lund, said that the operation is ready.",
    'Ana Lund holds-office Ministry of Internal Affairs of Kosovo',
  ],
  [
    'an arm by the name of its body',
    'The UN Security Council met on Monday.',
    'United Nations Security Council part-of United Nations',
  ],
])('reads %s', (_, text, claim) => {
  expect(claimsOf(text)).toContain(claim);
});

it('reads no visit of a host to itself', () => {
  expect(claimsOf('Norwegian President Ana Lund returned to Oslo on Monday.')).toContain(
    'visit, 2022-12-19, guest Ana Lund',
  );
});

it('gives what somebody told of no day on which it was told', () => {
  const told = claimsOf(
    'Ivan Lis said on Tuesday that Norwegian President Ana Lund had visited Peru.',
  );
  expect(told).toContain('visit, , guest Ana Lund, host Peru');
  const dated = claimsOf('On Tuesday Norwegian President Ana Lund visited Peru, Ivan Lis said.');
  expect(dated).toContain('visit, 2022-12-20, guest Ana Lund, host Peru');
});

it('makes a member of the one state alone that is called so', () => {
  const claims = claimsOf('Tensions between NATO member Poland and Belarus are escalating.');
  expect(claims).toContain('Poland member-of NATO');
  expect(claims).not.toContain('Belarus member-of NATO');
});
