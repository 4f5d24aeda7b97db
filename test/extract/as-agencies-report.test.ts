import { describe, expect, it } from 'vitest';
import { agreementsOf, eventsOf, ownTiesOf, readSentence } from './sentence.ts';

/** Sentences of our own, worded as agencies and ministries of eastern Europe and central Asia do; see docs/decisions/0154. */

describe('an event as agencies report it', () => {
  it.each([
    [
      'a diplomat summoned, called by the French',
      "Norway's foreign ministry said it had summoned the Peruvian charge d'affaires.",
      "other, actor Ministry of Foreign Affairs of Norway, target Peruvian charge d'affaires",
    ],
    [
      'whoever summons, by where one is summoned to',
      "Charge d'Affaires of the Republic of Peru in Norway Juan Salas was summoned to the Ministry of Foreign Affairs of Norway.",
      'other, target Juan Salas, actor Ministry of Foreign Affairs of Norway',
    ],
    [
      'an expulsion by the decision to make it',
      'The Norwegian Foreign Ministry announced on Friday its decision to expel one Peruvian diplomat.',
      'other, actor Ministry of Foreign Affairs of Norway, target Peru',
    ],
    [
      'sanctions that were decided',
      'The European Council decided to impose sanctions on Peru.',
      'sanction, actor European Council, target Peru',
    ],
    [
      'sanctions by a clause without "which"',
      'The Council cited the sanctions the EU imposed on Peruvian military personnel in May.',
      'sanction, actor European Union, target Peru',
    ],
    [
      'troops that were reported to have come',
      'Some 10,000 Norwegian soldiers were reported to have arrived in Peru.',
      'deployment, actor Armed Forces of Norway, host Peru',
    ],
    [
      'a military that the tagger takes for an adjective',
      'The Norwegian military attacked Peruvian airfields in the Lima region.',
      'attack, actor Armed Forces of Norway, target Peru',
    ],
    [
      'an attack that was tried',
      'Norway tried to attack Peruvian airfields.',
      'attack, actor Norway, target Peru',
    ],
    [
      'strikes to which somebody was subjected',
      'Peru said it was subjected to a wave of missile strikes.',
      'attack, target Peru',
    ],
    [
      'fighting in which people died',
      'At least 49 people were killed in fighting between Norway and Peru.',
      'attack, participant Norway, participant Peru',
    ],
    [
      'an invasion that is taken as known',
      "Since the start of Norway's full-scale invasion of Peru, prices have risen.",
      'attack, actor Norway, target Peru',
    ],
    [
      'a prisoner exchange',
      'Norway and Peru recently completed their first prisoner exchange in months.',
      'other, participant Norway, participant Peru',
    ],
    [
      'what mediation led to',
      'Its efforts had led to an exchange of 400 captives between Norway and Peru.',
      'other, participant Norway, participant Peru',
    ],
    [
      'goods of which "another" counts more',
      'The Norwegian army had received another 34 armoured vehicles from Peru.',
      'delivery, recipient Armed Forces of Norway, origin Peru',
    ],
    [
      'goods from one to the other',
      'A ship has arrived in the port, delivering more tanks from Norway to Peru.',
      'delivery, recipient Peru, origin Norway',
    ],
    [
      'an exercise of those in a union',
      'NATO nations have begun exercises in the north.',
      'exercise, actor NATO',
    ],
    [
      'a session of a council',
      "The decision was made during a meeting of Norway's State Defence Council.",
      'meeting, participant State Defence Council',
    ],
    [
      'those in office who are listed',
      'Ola Berg, President of Norway, Juan Salas, Prime Minister of Peru, Luis Rojas, President of Chile, and Jon Lund, President of Iceland, arrived in Tallinn for the meeting.',
      'visit, guest Ola Berg, guest Juan Salas, guest Luis Rojas, guest Jon Lund, host Estonia',
    ],
    [
      'a sentence past the day on which it was passed',
      'Ola Berg, one of the winners, and three others, were on Friday sentenced to ten years in prison.',
      'other, target Ola Berg',
    ],
    [
      'the removal of somebody without a name',
      "President Nils Dahl on Sunday sacked the head of the country's security service.",
      'appointment, actor Nils Dahl',
    ],
    [
      'talks with officials of two states',
      'Ola Berg held talks with military officials of Norway and Peru.',
      'meeting, participant Ola Berg, participant Norway, participant Peru',
    ],
  ])('%s', (_, text, event) => {
    expect(eventsOf(text)).toContain(event);
  });

  it('is no move of the ship that delivers', () => {
    const text =
      'He said: “A ship has arrived in Lima, delivering more tanks from Norway to Peru.”';
    expect(eventsOf(text)).toEqual(['delivery, recipient Peru, origin Norway']);
  });

  it.each([
    'The West fears the Norwegian invasion of Peru.',
    "The Lund base, which hosts Norway's bombers, is far away.",
    'Ola Berg, Prime Minister of Norway and the host of the summit, spoke at the open part of the meeting.',
    "Juan Salas called on Norway's ministers for support.",
    "Norway's recently appointed ambassador to Peru, Ola Berg, smiled.",
    "Nils Dahl dismissed the minister's claims.",
  ])('is none: %s', (text) => {
    expect(eventsOf(text)).toEqual([]);
  });

  it.each([
    ['Ola Berg met with Peruvian President Juan Salas in Lima last week.', 'Lima'],
    ['Ola Berg and Juan Salas met last week at the Andean summit in Cusco.', 'Cusco'],
    ['After talks with Ola Berg in Oslo on Monday, President Juan Salas left.', 'Oslo'],
    ['Ola Berg said so in Oslo, during the meeting with Peruvian envoy Juan Salas.', 'Oslo'],
    ["Ola Berg met with Norway's ambassador to Peru, Jon Lund.", null],
  ])('has its place: %s', (text, place) => {
    expect(readSentence(text).events.map((event) => event.place)).toEqual([place]);
  });
});

describe('a tie as agencies report it', () => {
  it.each([
    [
      'an outlet that a state runs',
      'So said the Norwegian national news agency Norinfo.',
      'Norinfo part-of Norway',
    ],
    [
      'an envoy made of late',
      "Chile received Norway's recently appointed ambassador to Peru, Ola Berg.",
      'Ola Berg holds-office Norway',
    ],
    [
      'who served then',
      "Anita Berg, who then served as Norway's defence minister, announced it.",
      'Anita Berg holds-office Ministry of Defence of Norway',
    ],
    [
      'a holder in brackets',
      'He dismissed the head of the Security Service of Norway (Ola Berg).',
      'Ola Berg holds-office Security Service of Norway',
    ],
    [
      'the one chief of a foreign policy',
      'So said Josep Salas, High Representative for Foreign Affairs and Security Policy.',
      'Josep Salas holds-office European Union',
    ],
    [
      'a member between dashes',
      'Peru – a member of the NATO military alliance – is buying tanks.',
      'Peru member-of NATO',
    ],
    [
      'members whom an alliance comprises',
      'The CSTO is an alliance comprising Norway and former Soviet republics Peru and Chile.',
      'Chile member-of Collective Security Treaty Organization',
    ],
    [
      'an envoy at large',
      '“We agreed,” Edmon Salas, a Peruvian ambassador-at-large, told them.',
      'Edmon Salas holds-office Peru',
    ],
    [
      'a council of a union',
      'Luis Salas, Chairman of the Council of the Andean Union, left.',
      'Luis Salas holds-office Council of the Andean Union',
    ],
  ])('%s', (_, text, tie) => {
    expect(ownTiesOf(text)).toContain(tie);
  });

  it('is none of a doctrine', () => {
    const text = 'They adopted the Military Doctrine of the Union State on Friday.';
    expect(ownTiesOf(text)).toEqual([]);
  });

  it('is none of a state named before the one that is a member', () => {
    const text = 'Under a contract with South Korea, Norway – a member of NATO – is buying tanks.';
    expect(ownTiesOf(text)).toEqual(['Norway member-of NATO']);
  });
});

it('reads an agreement by what it is worth', () => {
  const text = 'Norway and Peru signed $85 million worth of contracts for the supply of tractors.';
  expect(agreementsOf(text)).toEqual(['signed: Norway + Peru']);
});

it('takes Latin America for no state', () => {
  const text = 'The visit of the prime minister of Norway to Latin America ended on 20 July.';
  expect(eventsOf(text).join()).not.toContain('United States');
});
