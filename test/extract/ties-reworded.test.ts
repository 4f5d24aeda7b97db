import { expect, it } from 'vitest';
import { ownTiesOf as tiesOf, readSentence } from './sentence.ts';

/** Sentences of our own: the ties that they state, those of ministries to governments left out. */

const BERG = 'Ole Berg holds-office';

it('a president’s state is told by what the text calls him next, whatever stands before its adjective', () => {
  const text = 'President Ole Berg spoke. The 68-year-old Peruvian leader laughed.';
  expect(tiesOf(text)).toEqual([`${BERG} Peru`]);
});

it.each([
  ['a state’s', 'Ole Berg bought a firm. The Peruvian president protested.'],
  ['a body’s', 'Ole Berg was killed. The director of the Institute of Fish mourned.'],
])('nobody before is taken for whom the text calls by %s office alone', (_, sentence) => {
  expect(tiesOf(sentence)).toEqual([]);
});

it.each([
  ['a town before it', 'Bergen mayor Ole Berg spoke.', `${BERG} Bergen`],
  ['a town’s owner', "Bergen's mayor, Ole Berg, spoke.", `${BERG} Bergen`],
  [
    'a town told by its kind',
    'The mayor of the Norwegian city of Bodo, Ole Berg, spoke.',
    `${BERG} Bodo`,
  ],
  [
    'a region told by its kind',
    'Ole Berg, governor of the Mexican state of Sinaloa, spoke.',
    `${BERG} Sinaloa`,
  ],
  ['a region’s adjective', 'Scottish First Minister Ole Berg spoke.', `${BERG} Scotland`],
  [
    'a region’s own premier',
    'The premier of the Australian state of Victoria, Ole Berg, spoke.',
    `${BERG} Victoria`,
  ],
  [
    'a place just before',
    'Shells fell on the town hall of Chernihiv overnight. Governor Ole Berg spoke.',
    `${BERG} Chernihiv`,
  ],
])('a mayor or governor is told by %s', (_, sentence, tie) => {
  expect(tiesOf(sentence)).toContain(tie);
});

it.each([
  ['an untagged firm', 'On Monday Norfish chief executive Ole Berg spoke.', `${BERG} Norfish`],
  ['an oath', 'Ole Berg, who was sworn in as president of Peru in 2022, lost.', `${BERG} Peru`],
  ['taking office', 'Ole Berg took office as president of Peru in May.', `${BERG} Peru`],
  ['an election before', "Ole Berg, Peru's newly elected president, spoke.", `${BERG} Peru`],
  ['foreign words', "Ole Berg, Peru's de facto ruler and army chief, spoke.", `${BERG} Peru`],
  ['a high commissioner', "Peru's High Commissioner to Kenya Ole Berg spoke.", `${BERG} Peru`],
  [
    'a body after a deputy',
    'Ole Berg, deputy Asia director for Human Rights Watch, spoke.',
    `${BERG} Human Rights Watch`,
  ],
  [
    'a body and no title',
    'Ole Berg of the Norwegian Foreign Ministry spoke.',
    `${BERG} Ministry of Foreign Affairs of Norway`,
  ],
  [
    'serving a head',
    "Ole Berg, an adviser to Peru's president, spoke.",
    `${BERG} Government of Peru`,
  ],
  [
    'a colleague’s town',
    "Peru's Defence Minister Ana Lund and her colleague in Oslo, Ole Berg, spoke.",
    `${BERG} Ministry of Defence of Norway`,
  ],
  [
    'both of two states',
    "Peru and Norway made peace. The two countries' defence ministers, Ana Lund and Ole Berg, spoke.",
    `${BERG} Ministry of Defence of Norway`,
  ],
  [
    'a ministry just before',
    'The Finance Ministry of Peru agreed. Minister Ole Berg spoke.',
    `${BERG} Ministry of Finance of Peru`,
  ],
  [
    'other words of a title',
    "Peru's far-right finance minister, Ole Berg, spoke.",
    `${BERG} Ministry of Finance of Peru`,
  ],
  ['a union just before', 'NATO is uneasy. Secretary General Ole Berg spoke.', `${BERG} NATO`],
  [
    'a committee of a chamber',
    'Ole Berg, who chairs the trade committee of the State Duma, spoke.',
    `${BERG} State Duma`,
  ],
  ['"their"', 'Wagner fighters moved with their chief, Ole Berg.', `${BERG} Wagner Group`],
  ['"his" spokesman', 'Ana Lund was late. Her spokesman, Ole Berg, spoke.', `${BERG} Ana Lund`],
  [
    'a given name that is a state',
    'Israeli Foreign Minister Israel Katz spoke.',
    'Israel Katz holds-office Ministry of Foreign Affairs of Israel',
  ],
  [
    'a body whose adjectives stand apart',
    'Ole Berg, head of the Peruvian Geological Survey, spoke.',
    `${BERG} Peruvian Geological Survey`,
  ],
  [
    'a body of two fields',
    'Ole Berg, head of the Economic and Financial Crimes Commission, spoke.',
    `${BERG} Economic and Financial Crimes Commission`,
  ],
  [
    'a body of two fields, one with a hyphen',
    'Ole Berg, head of the Ethics and Anti-Corruption Commission, spoke.',
    `${BERG} Ethics and Anti-Corruption Commission`,
  ],
  [
    'a body whose short form has a letter for its state',
    'Ole Berg, chairman of the Indian Space Research Organisation (ISRO), spoke.',
    `${BERG} Indian Space Research Organisation`,
  ],
  ['a college', 'Ole Berg, director of Wellesley College, spoke.', `${BERG} Wellesley College`],
  [
    'a government that none recognises',
    "Somaliland's president, Ole Berg, spoke.",
    `${BERG} Somaliland`,
  ],
])('an office is told by %s', (_, sentence, tie) => {
  expect(tiesOf(sentence)).toContain(tie);
});

it.each([
  ['a gang’s', 'Peruvian gang leader Ole Berg spoke.'],
  ['a union’s', 'Peruvian union leader Ole Berg spoke.'],
  ['a federation’s', 'Peruvian football federation president Ole Berg spoke.'],
  ['an unnamed council’s', "Ole Berg, president of Peru's electoral council, spoke."],
  ['a candidate’s', 'Ole Berg, a candidate for chairman of the World Bank, spoke.'],
  ['a club’s', 'The EU protested. Secretary General Ole Berg of the club spoke.'],
  ['of a people', 'Crimean Tatar leader Ole Berg spoke.'],
  ['whose holder another met', "French Prime Minister's guest met Germany's Ole Berg."],
  [
    'of ministers before the states',
    'The ministers, Ana Lund and Ole Berg, spoke of Peru and Chile.',
  ],
  ['a woman’s, of "his"', 'Maria Lund was late. His spokesman, Ole Berg, spoke.'],
  ['a former head’s', "Ole Berg, an aide to Peru's former president, spoke."],
])('no state or body is given for an office that is %s', (_, sentence) => {
  expect(tiesOf(sentence)).toEqual([]);
});

it('an office told with its years is over', () => {
  const { relations } = readSentence("Ole Berg, Peru's president from 2010 to 2015, spoke.");
  expect(relations.map(({ valid }) => valid)).toEqual([null]);
});

it.each([
  [
    'of a lawmaker to a party',
    'Ole Berg, a lawmaker of the opposition Civic Platform, spoke.',
    'Ole Berg member-of Civic Platform',
  ],
  ['by "belongs"', 'Ole Berg belongs to the Green party.', 'Ole Berg member-of Green party'],
  [
    'by "to which"',
    'The Green party, to which Ole Berg belongs, lost.',
    'Ole Berg member-of Green party',
  ],
  [
    'by a body’s own name',
    'The Union State of Russia and Belarus has a budget.',
    'Russia member-of Union State',
  ],
  [
    'of both of two',
    'Peru, which like Norway is a member of both NATO and the OSCE, spoke.',
    'Norway member-of NATO',
  ],
  ['as the newest', "Finland, NATO's newest member, spoke.", 'Finland member-of NATO'],
  [
    'behind a dash',
    'The BRICS countries - Brazil, Russia and India - met.',
    'India member-of BRICS',
  ],
  [
    'by "part of"',
    'Armenia is part of the Collective Security Treaty Organization.',
    'Armenia member-of Collective Security Treaty Organization',
  ],
])('membership is told %s', (_, sentence, tie) => {
  expect(tiesOf(sentence)).toContain(tie);
});

it.each([
  ['backs', 'Rwanda backs the M23 rebels.', 'Rwanda supports M23'],
  ['backs, by a compound', 'Rwanda-backed M23 rebels took the town.', 'Rwanda supports M23'],
  ['needs', 'Moldova depends on Russian gas.', 'Moldova depends-on Russia'],
  [
    'needs, for its economy',
    "Armenia's economy is heavily dependent on Russia.",
    'Armenia depends-on Russia',
  ],
  ['is an ally', 'Australia, a key U.S. ally, spoke.', 'Australia ally-of United States'],
  ['is under sanctions', 'Huawei is subject to US sanctions.', 'United States sanctions Huawei'],
  [
    'is under sanctions that stand',
    'EU sanctions against Gazprom took effect.',
    'European Union sanctions Gazprom',
  ],
  ['is owned', "Rosatom, Russia's state nuclear company, will build it.", 'Rosatom part-of Russia'],
])('one %s', (_, sentence, tie) => {
  expect(tiesOf(sentence)).toContain(tie);
});

it('an office is given neither by whom somebody criticises nor by whom they meet', () => {
  expect(
    tiesOf('Norway cut exports to Peru. Trade Minister Ivan Berg accused Oslo of greed.'),
  ).toEqual([]);
  expect(
    tiesOf("The Norwegian culture minister Ola Berg met Peru's Mario Vega.").join(),
  ).not.toContain('Mario Vega');
});

it('no name goes on past ", the"', () => {
  const { names } = readSentence(
    'Ann Lee beat Ole Berg of the New Patriotic Party, the Electoral Commission said on Friday.',
  );
  expect([...names.values()].filter((name) => name.includes(','))).toEqual([]);
});

it.each([
  ['a game', 'Canada opposed the United States in the final.'],
  ['a person’s country', 'Ole Berg, whose country depends on Russian gas, spoke.'],
  ['sanctions that are lifted', 'The EU lifted sanctions on Gazprom.'],
  ['sanctions that are weighed', 'The EU is considering sanctions against Gazprom.'],
  ['a former ally', 'Peru, a former U.S. ally, spoke.'],
  ['backing that is over', 'Norway no longer supports the M23.'],
  ['backing of old', 'Norway once backed the M23 rebels.'],
  [
    'what experts say of it',
    'The United Arab Emirates, which U.N. experts say has armed the RSF, rejected it.',
  ],
  ['a membership of old', 'Peru, once a member of NATO, spoke.'],
  ['a film director', 'The Polish director Ola Berg won a prize.'],
  ['a judge', 'The French judge Ola Berg won a prize.'],
  ['a lawmaker of no chamber', 'The Polish MP Ola Berg won a prize.'],
  ['a president of a federation', 'The Norwegian chess federation’s president Ole Berg spoke.'],
  ['a leader of a band', 'The Polish band leader Ole Berg spoke.'],
  ['a leader of a band with its region', 'The Scottish leader of the band, Ole Berg, spoke.'],
  ['a queen of pop', 'The Norwegian queen of pop Ann Hale sang.'],
  ['an ambassador of a brand', 'Brand ambassador Ola Berg of Norway sang.'],
  ['an office that is hoped for', 'Peruvian would-be president Ole Berg spoke.'],
  ['an office nearly won', 'Ola Berg, who was nearly elected president of Peru, spoke.'],
  ['a bank’s adviser', 'Ola Berg, an adviser to the Norwegian bank’s president, spoke.'],
])('no tie is told by %s', (_, sentence) => {
  expect(tiesOf(sentence)).toEqual([]);
});

it('reads an office of a place with which a text ends, without a stop', () => {
  expect(() => tiesOf('The trains were late, said Ann Lee, governor of Khyber')).not.toThrow();
});
