import { expect, it } from 'vitest';
import { ownTiesOf as tiesOf } from './sentence.ts';

/** Sentences of our own: the ties that they state, those of ministries to governments left out. */

const BERG = 'Ole Berg holds-office';

it.each([
  [
    'after an age',
    'Ole Berg, 48, head of the Institute of Fish, spoke.',
    `${BERG} Institute of Fish`,
  ],
  [
    'that was held until lately',
    "Ole Berg, until now Norway's ambassador to NATO, spoke.",
    `${BERG} Norway`,
  ],
  ['of executives', 'Kongsberg chief executive Ole Berg spoke.', `${BERG} Kongsberg`],
  [
    'of permanent secretaries',
    'The Permanent Secretary of the Ministry of Defence of Norway, Ole Berg, spoke.',
    `${BERG} Ministry of Defence of Norway`,
  ],
  [
    'of heads of regions',
    'The head of Zaporizhia Oblast, Ole Berg, spoke.',
    `${BERG} Zaporizhia Oblast`,
  ],
  [
    'of regions that are a state’s',
    "Ole Berg, governor of Russia's Kursk region, spoke.",
    `${BERG} Kursk region`,
  ],
  ['of commanders', 'Ole Berg, commander of the 72nd brigade, spoke.', `${BERG} 72nd brigade`],
  ['of staff', 'Ana Lund, an adviser to Ole Berg, spoke.', 'Ana Lund holds-office Ole Berg'],
  [
    'of staff of somebody who is described',
    'Ana Lund, an adviser to exiled opposition leader Ole Berg, spoke.',
    'Ana Lund holds-office Ole Berg',
  ],
  ['of founders', 'The Green party, founded by billionaire Ole Berg, lost.', `${BERG} Green party`],
  [
    'of owners by "whose"',
    'The Green party, whose leader Ole Berg is old, lost.',
    `${BERG} Green party`,
  ],
  [
    'held before',
    'Ole Berg, who used to command the US Army, spoke.',
    `${BERG} Armed Forces of the United States`,
  ],
  ['of speakers', 'Ole Berg, who speaks for the World Bank, agreed.', `${BERG} World Bank`],
  [
    'of those in charge',
    'Ole Berg, in charge of trade at the World Bank, agreed.',
    `${BERG} World Bank`,
  ],
  [
    'by a verb',
    'Ole Berg has headed the Institute of Fish since May.',
    `${BERG} Institute of Fish`,
  ],
  ['that somebody takes', 'Ole Berg took over as head of the World Bank.', `${BERG} World Bank`],
  ['of successors', 'Ole Berg replaced Ana Lund as head of the World Bank.', `${BERG} World Bank`],
  [
    'of a spokesman of whoever is told of first',
    'The Kremlin is “very concerned,” spokesman Ole Berg said.',
    `${BERG} Government of Russia`,
  ],
  [
    'of a body that is a state’s',
    "Lebanon's Hezbollah held its fire. Its deputy leader, Ole Berg, spoke.",
    `${BERG} Hezbollah`,
  ],
  [
    'of envoys by who recalls them',
    'Peru recalled its ambassador to Norway, Ole Berg.',
    `${BERG} Peru`,
  ],
  [
    'of whoever has small words in the name',
    'European Commission chief Ursula von der Leyen spoke.',
    'Ursula von der Leyen holds-office European Commission',
  ],
  ['of mayors', 'Ole Berg, mayor of Oslo, spoke.', `${BERG} Oslo`],
])('reads an office %s', (_, sentence, tie) => {
  expect(tiesOf(sentence)).toContain(tie);
});

it.each([
  [
    'a minister by whose',
    'Norwegian Prime Minister Ana Lund dismissed her defence minister, Ole Berg.',
    `${BERG} Ministry of Defence of Norway`,
  ],
  [
    'a minister by who appoints',
    'President of Norway Ana Lund appointed Ole Berg foreign minister.',
    `${BERG} Ministry of Foreign Affairs of Norway`,
  ],
])('reads the state of %s', (_, sentence, tie) => {
  expect(tiesOf(sentence)).toContain(tie);
});

it.each([
  ['Ole Berg, who now works for the Kongsberg company, spoke.', 'Ole Berg member-of Kongsberg'],
  ['Ole Berg teaches history at the University of Oslo.', 'Ole Berg member-of University of Oslo'],
  ['Ole Berg, Institute of Fish, spoke.', 'Ole Berg member-of Institute of Fish'],
  ['Ole Berg, whose Green Might party lost, spoke.', 'Ole Berg member-of Green Might party'],
  ['Alison Broers of Chatham House is careful.', 'Alison Broers member-of Chatham House'],
  ['Temur Umarov of the Carnegie Center spoke.', 'Temur Umarov member-of Carnegie Center'],
])('reads where somebody works: %s', (sentence, tie) => {
  expect(tiesOf(sentence)).toEqual([tie]);
});

it.each([
  [
    'The EAEU, of which Armenia and Belarus are the members, met.',
    ['Armenia', 'Belarus'].map((state) => `${state} member-of Eurasian Economic Union`),
  ],
  [
    'The NATO allies Latvia and Estonia met.',
    ['Latvia', 'Estonia'].map((state) => `${state} member-of NATO`),
  ],
  [
    'Kongsberg was sanctioned by Norway and Peru in May.',
    ['Norway sanctions Kongsberg', 'Peru sanctions Kongsberg'],
  ],
  ['Norway imposed sanctions on Kongsberg.', ['Norway sanctions Kongsberg']],
  [
    'Kongsberg has been under U.S. and Peruvian sanctions since May.',
    ['United States sanctions Kongsberg', 'Peru sanctions Kongsberg'],
  ],
  [
    'The Akhmat battalion is subordinated to the National Guard of Russia.',
    ['Akhmat battalion part-of National Guard of Russia'],
  ],
  ['The bank Vestkredit belongs to the Peruvian group Sol.', ['Vestkredit part-of Sol']],
  ['The Russian State Duma met.', ['State Duma part-of Government of Russia']],
  ["Norway's 5th Brigade came.", ['5th Brigade part-of Armed Forces of Norway']],
  ['Iran-backed Hezbollah held its fire.', ['Iran supports Hezbollah']],
  [
    'The CSTO, a Russia-led alliance, met.',
    ['Russia commands Collective Security Treaty Organization'],
  ],
])('reads the ties in %s', (sentence, ties) => {
  expect(tiesOf(sentence)).toEqual(ties);
});

it.each([
  'Ole Berg, Kongsberg, and Ana Lund signed.',
  'Ole Berg led a delegation of the World Bank.',
  'The party was banned by Norway.',
  'Norway may impose sanctions on Kongsberg.',
  'The German-led NATO battlegroup came.',
  'Kongsberg does not belong to the group Sol.',
])('reads no tie in %s', (sentence) => {
  expect(tiesOf(sentence)).toEqual([]);
});
