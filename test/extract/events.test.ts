import { expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { KnownActors, loadModels, readDocument } from '../../server/extract/index.ts';

/** Sentences of our own, each beneath a headline: what kind of event, and who did what in it. */
const models = loadModels();

function eventsOf(sentence: string): string[] {
  const text = `News of the day\n\n${sentence}`;
  const reading = readDocument(
    {
      text,
      document: {
        id: 'doc:x',
        sha256: createHash('sha256').update(text).digest('hex'),
        title: 'News of the day',
        outlet: null,
        published: '2022-12-20',
        language: 'en',
      },
    },
    models,
    new KnownActors([]),
  );
  const names = new Map(reading.actors.map(({ id, name }) => [id as string, name]));
  return reading.events.map(({ kind, participants }) =>
    [kind, ...participants.map(({ role, actor }) => `${role} ${names.get(actor)}`)].join(', '),
  );
}

it.each([
  [
    'the noun after "after"',
    'Shops closed after the arrest of a former policeman, Dejan Pantic.',
    'arrest, target Dejan Pantic',
  ],
  [
    'a possessor, though a verb is denied',
    "Russian President Vladimir Putin's visit to Minsk on December 19 did not produce a commitment.",
    'visit, guest Vladimir Putin',
  ],
  [
    'the subject of the verb above',
    'Olaf Scholz spoke during a visit to Warsaw.',
    'visit, guest Olaf Scholz',
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
])('reads no event in %s', (_, sentence) => {
  expect(eventsOf(sentence)).toEqual([]);
});

it('tells an event once, though a noun takes it up again', () => {
  const told = 'Police arrested Ivan Petrov on Monday. Crowds gathered after the arrest of Petrov.';
  expect(eventsOf(told).filter((event) => event.startsWith('arrest'))).toHaveLength(1);
});
