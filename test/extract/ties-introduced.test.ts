import { expect, it } from 'vitest';
import { ownTiesOf as tiesOf, readSentence } from './sentence.ts';

/** Sentences of our own: offices and bodies as news introduces them, ministries' ties to governments left out. */

const BERG = 'Ole Berg holds-office';

it.each([
  [
    'of a state before both',
    "Ole Berg, Norway's prime minister and leader of the Labour Party, spoke.",
    [`${BERG} Government of Norway`, `${BERG} Labour Party`],
  ],
  [
    'of a state after both',
    'Ole Berg, deputy prime minister and defence minister of Poland, spoke.',
    [`${BERG} Poland`, `${BERG} Ministry of Defence of Poland`],
  ],
  [
    'before the name',
    'Polish Deputy Prime Minister and Defence Minister Ole Berg spoke.',
    [`${BERG} Government of Poland`, `${BERG} Ministry of Defence of Poland`],
  ],
  [
    'before a comma and the name',
    "Qatar's prime minister and foreign minister, Ole Berg, spoke.",
    [`${BERG} Government of Qatar`, `${BERG} Ministry of Foreign Affairs of Qatar`],
  ],
  [
    'one of a body without a name',
    "Ole Berg, chief negotiator in the talks and Armenia's deputy foreign minister, spoke.",
    [`${BERG} Ministry of Foreign Affairs of Armenia`],
  ],
  [
    'both of one body',
    'Ole Berg, president and chief executive of Petrobras, spoke.',
    [`${BERG} Petrobras`],
  ],
])('two offices joined are both held, %s', (_, sentence, ties) => {
  expect(tiesOf(sentence)).toEqual(ties);
});

it.each([
  [
    'a region in small letters',
    'Belgorod region governor Ole Berg spoke.',
    `${BERG} Belgorod region`,
  ],
  ['occupation', 'Kherson Oblast occupation head Ole Berg spoke.', `${BERG} Kherson Oblast`],
  ['a republic’s adjective', 'Chechen Republic Head Ole Berg spoke.', `${BERG} Chechnya`],
  ['the town after the name', 'Mayor Ole Berg of Nikopol spoke.', `${BERG} Nikopol`],
  [
    'a regional administration',
    'Luhansk regional military administration head Ole Berg spoke.',
    `${BERG} Luhansk regional military administration`,
  ],
  [
    'a town’s committee',
    'The chairman of the Minsk city executive committee, Ole Berg, spoke.',
    `${BERG} Minsk city executive committee`,
  ],
  [
    'a group of forces',
    'Ole Berg, spokesperson for the Tavria group of forces, spoke.',
    `${BERG} Tavria group of forces`,
  ],
  [
    'a military district',
    'General Ole Berg, commander of the Southern Military District, spoke.',
    `${BERG} Southern Military District`,
  ],
  [
    'a rank with a hyphen',
    'Chairman of the State Border Committee of Belarus Major-General Ole Berg spoke.',
    `${BERG} Border Guard of Belarus`,
  ],
  [
    'an army’s chief of staff',
    'Israeli army chief of staff Lt. Gen. Ole Berg spoke.',
    `${BERG} Armed Forces of Israel`,
  ],
  [
    'a chief of defence',
    'Nigerian Chief of Defence Staff General Ole Berg spoke.',
    `${BERG} Armed Forces of Nigeria`,
  ],
  [
    'an office for a year',
    'OSCE Chairperson-in-Office Ole Berg spoke.',
    `${BERG} Organization for Security and Co-operation in Europe`,
  ],
  ['an envoy’s place', 'U.N. Special Envoy for Yemen Ole Berg spoke.', `${BERG} United Nations`],
  [
    'an ambassador’s place',
    'Russian Ambassador to Belarus Boris Berg spoke.',
    'Boris Berg holds-office Russia',
  ],
  [
    'a body’s letters after its state',
    'Belarusian KGB chairman Ole Berg spoke.',
    `${BERG} State Security Committee of Belarus`,
  ],
  [
    'another’s staff',
    "Ole Berg, the UN secretary-general's special representative in Congo, spoke.",
    `${BERG} United Nations`,
  ],
  [
    'a ruling party',
    "Ole Berg, the executive secretary of Georgia's ruling Georgian Dream party, spoke.",
    `${BERG} Georgian Dream`,
  ],
  [
    'a lawmaker’s party',
    'Ole Berg, a State Duma deputy from United Russia, spoke.',
    'Ole Berg member-of United Russia',
  ],
  ['the European Parliament', 'Estonian MEP Ole Berg spoke.', `${BERG} European Parliament`],
  [
    'a body whose name begins with a state',
    "Ole Berg, a spokesperson for China's Taiwan Affairs Office, spoke.",
    `${BERG} Taiwan Affairs Office`,
  ],
  [
    'a body past its owner',
    "Ole Berg, head of Poland's National Security Bureau, spoke.",
    `${BERG} National Security Bureau`,
  ],
  [
    'a body past the state that it studies',
    'Ole Berg, director of the Russia studies program at the Center for Naval Analyses, spoke.',
    `${BERG} Center for Naval Analyses`,
  ],
  [
    'whom a body is headed by',
    "Belarus's State Security Committee, still feared by many, is headed by Ole Berg.",
    `${BERG} State Security Committee of Belarus`,
  ],
  [
    'whose chairman somebody is',
    "The Tigray People's Liberation Front, whose chairman is Ole Berg, refused.",
    `${BERG} Tigray People's Liberation Front`,
  ],
  [
    'a security adviser',
    'US National Security Adviser Ole Berg met them.',
    `${BERG} Government of the United States`,
  ],
  [
    'a special representative before a comma',
    'EU Special Representative for the Belgrade-Pristina Dialogue, Ole Berg, spoke.',
    `${BERG} European Union`,
  ],
  [
    'a deputy minister past a field within the ministry',
    'Iranian Deputy Foreign Minister for Legal Affairs Ole Berg spoke.',
    `${BERG} Ministry of Foreign Affairs of Iran`,
  ],
  [
    'a ministry of two fields',
    'Ole Berg, Minister of Labour and Social Protection of the Republic of Belarus, spoke.',
    `${BERG} Ministry of Labour of Belarus`,
  ],
  ['a movement’s adjective', 'Houthi military spokesman Ole Berg spoke.', `${BERG} Houthis`],
  [
    'an institute named after its state',
    'Ole Berg, a researcher at the Kazakhstan Institute for Strategic Studies, spoke.',
    'Ole Berg member-of Kazakhstan Institute for Strategic Studies',
  ],
  [
    'whom they are led by',
    'Led by Ole Berg, the Wagner Group took the town.',
    `${BERG} Wagner Group`,
  ],
])('an office is told by %s', (_, sentence, tie) => {
  expect(tiesOf(sentence)).toContain(tie);
});

it.each([
  [
    'an article and an owner',
    'Srbijagas, a Gazprom subsidiary, paid.',
    'Srbijagas part-of Gazprom',
  ],
  [
    'whose arm it is',
    "The Quds Force, the foreign arm of Iran's Islamic Revolutionary Guard Corps, trained them.",
    'Quds Force part-of Islamic Revolutionary Guard Corps',
  ],
  [
    'the formation above it',
    "The 810th Naval Infantry Brigade of Russia's Black Sea Fleet fought there.",
    '810th Naval Infantry Brigade part-of Black Sea Fleet',
  ],
  ['a capital for its state', 'Belarus, a close ally of Moscow, waited.', 'Belarus ally-of Russia'],
  [
    'states alongside it',
    'Belarus, alongside Russia and Armenia, is a member of the CSTO.',
    'Belarus member-of Collective Security Treaty Organization',
  ],
  ['a group for an ally', "Iran's ally Hezbollah waited.", 'Hezbollah ally-of Iran'],
])('what belongs to or stands by whom is told by %s', (_, sentence, tie) => {
  expect(tiesOf(sentence)).toContain(tie);
});

it.each([
  ['two people, one of them unnamed', 'The defence minister and President Ole Berg spoke.', []],
  [
    'the next in a list',
    'Defence Minister Ana Lund of Peru, the head of the navy, Ole Berg, and others spoke.',
    ['Ana Lund holds-office Ministry of Defence of Peru'],
  ],
  ['a state that is only studied', 'Ole Berg, director of the Russia programme, spoke.', []],
  ['a region without an office', 'Fires broke out in Belgorod region, Ole Berg said.', []],
  ['a state’s own administration', 'The British military administration fined Ole Berg.', []],
  ['an ally of nobody', 'Belarus, no ally of Moscow then, waited.', []],
  [
    'whom somebody is according to',
    'According to Ole Berg, the head of the Kremlin will be pleased.',
    [],
  ],
  ['a body that begins with a capital', 'Ole Berg, head of Minsk Dialogue, spoke.', []],
  [
    'several ministers, one named',
    'The defence ministers of Estonia, Ole Berg, and of Latvia spoke.',
    [],
  ],
  [
    'ministers of one rank, who meet',
    'US Secretary of State Ana Lund and Foreign Minister Ole Berg met.',
    ['Ana Lund holds-office Government of the United States'],
  ],
  ['a body count', 'Srbijagas, an OSCE body count showed, lost men.', []],
])('no more ties than the words state: %s', (_, sentence, ties) => {
  expect(tiesOf(sentence)).toEqual(ties);
});

it('the second of two offices is over with the first, where no article parts them', () => {
  const ended = (sentence: string) =>
    readSentence(sentence).relations.map(({ title, valid }) => [title, valid === null]);
  expect(ended('Ole Berg, a former governor of Ohio and mayor of Bergen, spoke.')).toEqual([
    ['governor', true],
    ['mayor', true],
  ]);
  expect(ended('Ole Berg, a former governor of Ohio and the mayor of Bergen, spoke.')).toEqual([
    ['governor', true],
    ['mayor', false],
  ]);
  expect(ended('They met former Norwegian premier Ana Lund and Bergen mayor Ole Berg.')).toEqual([
    ['premier', true],
    ['mayor', false],
  ]);
});
