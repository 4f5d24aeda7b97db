import { expect, it } from 'vitest';
import { eventsOf } from './sentence.ts';

/** Sentences of our own, each beneath a headline: what kind of event, and who did what in it. */

it.each([
  [
    'the noun after "after"',
    'Shops closed after the arrest of a former policeman, Dejan Pantic.',
    'arrest, target Dejan Pantic',
  ],
  [
    'a possessor, though a verb is denied',
    "Russian President Vladimir Putin's visit to Minsk on December 19 did not produce a commitment.",
    'visit, guest Vladimir Putin, host Belarus',
  ],
  [
    'the subject of the verb above',
    'Olaf Scholz spoke during a visit to Warsaw.',
    'visit, guest Olaf Scholz, host Poland',
  ],
  [
    "a participle after 'after'",
    '“It does not help,” Sergei Lavrov told journalists after meeting his Armenian counterpart, Ararat Mirzoyan, in Yerevan.',
    'meeting, participant Sergei Lavrov, participant Ararat Mirzoyan',
  ],
  [
    'the state of what struck',
    'A Turkish drone strike killed Ivan Petrov.',
    'attack, actor Turkey, target Ivan Petrov',
  ],
  [
    'who acted by the state alone',
    'Israeli jets bombed a warehouse near Damascus on Monday.',
    'attack, actor Israel',
  ],
  [
    'forces that arrive',
    'The first Russian troops arrived in Belarus on October 15.',
    'deployment, actor Armed Forces of Russia, host Belarus',
  ],
  [
    'systems that are moved',
    'Russia moved S-300 missiles to Belarus.',
    'deployment, actor Russia, host Belarus',
  ],
  [
    'a conversation by telephone',
    'Vladimir Putin and Alexander Lukashenko spoke by phone on Friday.',
    'meeting, participant Vladimir Putin, participant Alexander Lukashenko',
  ],
  [
    'the states of those who met',
    'Delegations from Serbia and Kosovo met in Brussels.',
    'meeting, participant Serbia, participant Kosovo',
  ],
  [
    'a group without the day on which it was done to',
    'The United States imposed sanctions on three Iranian companies on Thursday.',
    'sanction, actor United States, target Iranian companies',
  ],
  [
    'a name that runs into the office',
    'President Assimi Goita named Abdoulaye Maiga interim prime minister.',
    'appointment, actor Assimi Goita, target Abdoulaye Maiga',
  ],
  [
    'a host and a counterpart, by the state',
    'Turkish Foreign Minister Hakan Fidan received his Iraqi counterpart in Ankara on Monday.',
    'meeting, host Hakan Fidan, guest Iraq',
  ],
  [
    'a meeting with the heads of bodies',
    'Lukashenko held a meeting with the heads of the Security Council on Monday.',
    'meeting, participant Lukashenko, participant Security Council',
  ],
  [
    'a delegation that visits',
    'A delegation of the Hungarian parliament visited a dairy near Skopje on Monday.',
    'visit, guest delegation of the Hungarian parliament',
  ],
  [
    'who is somewhere on a visit',
    'Sergei Lavrov was on a visit to Pyongyang last week.',
    'visit, guest Sergei Lavrov, host North Korea',
  ],
  [
    'goods of any kind, where somebody receives them',
    'Belarus delivered 20 MAZ buses to Cuba in 2021.',
    'delivery, origin Belarus, recipient Cuba',
  ],
  [
    'whom somebody supplies with goods',
    'China has provided Pakistan with J-10 fighters.',
    'delivery, origin China, recipient Pakistan',
  ],
  [
    'weapons that arrive by their numbers',
    'The first six F-16s arrived in Romania in September.',
    'delivery, recipient Romania',
  ],
  [
    'shots that are no missiles, and the states of boats',
    'Two Chinese coast guard ships used water cannon against a Vietnamese fishing boat.',
    'attack, actor Coast Guard of China, target Vietnam',
  ],
  [
    'a particle',
    'Azerbaijan shot down a Russian helicopter.',
    'attack, actor Azerbaijan, target Russia',
  ],
  [
    'who blocks a road',
    'Romanian truckers blocked the crossing at Siret on Friday.',
    'protest, actor Romanian truckers',
  ],
  [
    'an arrest of people without a name',
    'Masked officers detained seven workers of the Grodno plant.',
    'arrest, target seven workers of the Grodno plant',
  ],
  ['who leaves office', 'Defence Minister Ali Khan resigned on Monday.', 'other, actor Ali Khan'],
  [
    'who is sworn in',
    'Javier Milei was sworn in as president on 10 December.',
    'appointment, target Javier Milei',
  ],
  [
    'a membership that is given up',
    'Burkina Faso, Mali and Niger withdrew from ECOWAS in January.',
    'other, actor Burkina Faso, actor Mali, actor Niger, target ECOWAS',
  ],
  ['ties that are cut', 'Ecuador severed ties with Mexico.', 'other, actor Ecuador, target Mexico'],
  [
    'a border that is closed',
    'Finland closed its border with Russia on Friday.',
    'other, actor Finland, target Russia',
  ],
  [
    'what is true though the clause above is denied',
    'Egypt has not given up; its foreign minister, Badr Abdelatty, received Ali Bagheri in Cairo.',
    'meeting, host Badr Abdelatty, guest Ali Bagheri',
  ],
  [
    'a delivery told by a noun',
    'The delivery of S-400 systems to Turkey began in 2019.',
    'delivery, recipient Turkey',
  ],
  [
    'exercises as the time of something else',
    'Three soldiers died during joint drills between India and Nepal.',
    'exercise, participant India, participant Nepal',
  ],
])('reads %s', (_, sentence, told) => {
  expect(eventsOf(sentence)).toEqual([told]);
});

it.each([
  ['a planned visit', 'A planned visit to Warsaw by Olaf Scholz was discussed.'],
  ['what somebody called for', 'Vladimir Putin called for the arrest of Ivan Petrov.'],
  ['what was not', 'There was no meeting with Sergei Shoigu.'],
  ['what was asked for', 'Warsaw asked that the launchers be stationed in Ukraine.'],
  ['what is denied', 'Andriy Yusov denied that missiles had been delivered to Belarus by Russia.'],
  ['what may come', 'Germany may send Leopard tanks to Ukraine after a visit to Kyiv.'],
  ['what nobody underwent', 'No sanctions were imposed on Georgia.'],
  ['what is alleged', 'Iran is believed to have supplied drones to Russia.'],
  ['what there is no evidence of', 'There is no evidence that Iran shipped missiles to Russia.'],
  ['what is yet to come', 'Before China invades Taiwan, it will cut the cables.'],
  ['what nature did', 'The Turkish earthquake struck northern Syria.'],
  ['what nearly was', 'The ambassador was almost expelled from Chad.'],
  ['words that are delivered', 'Japan delivered a protest to Beijing.'],
  ['a proposal that is shot down', 'Estonia shot down the proposal.'],
  ['a purchase under way', 'Serbia is buying jets from France.'],
  ['support that is rallied', 'Erdogan rallied support for the bill.'],
  ['a strike of workers', 'The strike by Polish miners ended on Friday.'],
  ['talks on a delivery', 'Talks on the delivery of tanks to Morocco failed.'],
  ['a participle before a noun', 'Judges moved five detained citizens to house arrest in Tehran.'],
])('reads no event in %s', (_, sentence) => {
  expect(eventsOf(sentence)).toEqual([]);
});

it('tells an event once, though a noun takes it up again', () => {
  const told = 'Police arrested Ivan Petrov on Monday. Crowds gathered after the arrest of Petrov.';
  expect(eventsOf(told).filter((event) => event.startsWith('arrest'))).toHaveLength(1);
});
