import { describe, expect, it } from 'vitest';
import { agreementsOf, eventsOf, ownTiesOf } from './sentence.ts';

/** Sentences of our own, worded as pages of news sites and agencies do; see docs/decisions/0152. */

describe('a tie on a page', () => {
  it.each([
    [
      'of who heads a town through its administration',
      "Ivan Koval, head of Kyiv's military administration, said the Ukrainian capital had been targeted.",
      'Ivan Koval holds-office Kyiv',
    ],
    [
      'of a special representative is with whoever sends him',
      "Pakistan's Special Representative for Afghanistan Mohammad Riaz spoke first.",
      'Mohammad Riaz holds-office Pakistan',
    ],
    [
      'of a minister is of the state with which a text begins, and not of where it was filed',
      'BUENOS AIRES - Interim Paraguayan President Luis Benitez swore in his cabinet on Monday. Interior Minister Ana Sosa was among them. Paraguay has had six presidents.',
      'Luis Benitez holds-office Paraguay; Ana Sosa holds-office Ministry of Internal Affairs of Paraguay',
    ],
    [
      'of ambassadors in a list',
      'They included the Ambassador of Spain, Luis Montes; Ambassador of Estonia, Jaap Orav; and Ambassador of Sudan, Omar Sirraj.',
      'Luis Montes holds-office Spain; Jaap Orav holds-office Estonia; Omar Sirraj holds-office Sudan',
    ],
  ])('%s', (_, text, ties) => {
    expect(ownTiesOf(text)).toEqual(ties.split('; '));
  });

  it.each([
    "President Petrov's brutal invasion of Ukraine shook the world. Ukraine fights on. Ukraine will win.",
    'Minister for Internal Security General Adama Keita signed the paper on Friday.',
    "The drills began, said Joey Marsh, who oversees the US Navy's security cooperation in the region.",
    'Niger state police spokesman Musa Bello said the men fled. Nigeria is shaken.',
    'The M23 took the town. On Tuesday, U.N, spokesman Paul Dubois told journalists they had reports of fighting.',
    'With these words from the Latin American president, Pedro Salas, the meeting ended.',
    'Ann Lund is a doctor of physics and a graduate of the Academy of Public Administration.',
  ])('is none: %s', (text) => {
    expect(ownTiesOf(text)).toEqual([]);
  });

  it('is of no alliance that begins the name of a sea', () => {
    const text =
      'Philippine Coast Guard (PCG) West Philippine Sea spokesperson Commodore Jay Reyes stood firm.';
    expect(ownTiesOf(text).join()).not.toContain('The West');
  });
});

describe('an event on a page', () => {
  it.each([
    [
      'whose source the parser took for who did it',
      'Last week, according to the World Health Organization (WHO), a drone attack by the Rapid Support Forces on a hospital in El Fasher killed 70 people.',
      'attack, actor Rapid Support Forces, target 70 people',
    ],
    [
      'by strikes that somebody makes',
      'Shelling and airstrikes by the Rapid Support Forces hit a busy market in Omdurman.',
      'attack, actor Rapid Support Forces',
    ],
    [
      'with people of one state in another',
      'Ana Petrovic met with Kosovo Serbs in Raska.',
      'meeting, participant Ana Petrovic, participant Kosovo Serbs',
    ],
    [
      'of forces that left, from where they were',
      'The Ethiopian troops had left Somalia on Monday.',
      'deployment, actor Armed Forces of Ethiopia, origin Somalia',
    ],
    [
      'whose subject the parser cut short',
      'Israeli forces killed Hezbollah operatives in Tyre.',
      'attack, actor Armed Forces of Israel, target Hezbollah',
    ],
    [
      'of several who are appointed',
      'Mexican President Enrique Lugo appointed seven new ministers Thursday.',
      'appointment, actor Enrique Lugo, target seven new ministers',
    ],
    [
      'of fighters who come up to a border, and attack nobody',
      'More than 100 Wagner fighters advanced to the border of Belarus.',
      'deployment, actor Wagner Group',
    ],
    [
      'of hostages',
      'The rebels took around 30 hostages in the town.',
      'attack, actor rebels, target 30 hostages',
    ],
    [
      'of goods told by the ship that carries them',
      'An Iranian oil tanker had arrived in Syria on Monday.',
      'delivery, origin Iran, recipient Syria',
    ],
    [
      'of credentials that are accepted',
      'President of Kazakhstan Kasym Tolek accepted credentials from the newly appointed ambassadors.',
      'meeting, host Kasym Tolek',
    ],
    [
      'of a journey to a town that no list knows',
      'Ali Ould Aziz, the president of Mauritania, flew to Kidal on Friday.',
      'visit, guest Ali Ould Aziz',
    ],
    [
      'without what else is told of those it struck',
      'Six herdsmen abducted by Boko Haram insurgents at Kamuya were freed.',
      'attack, actor Boko Haram, target six herdsmen',
    ],
  ])('%s', (_, text, event) => {
    expect(eventsOf(text)).toContain(event);
  });

  it.each([
    ['words', 'The posts attacked and smeared Chinese leaders.'],
    ['words', "Norwegian Foreign Minister Dana Hill protested against the summit's statement."],
    ['a count', 'When asked about reports of thousands of Russian soldiers killed, he was silent.'],
    ['a chance', 'Evaluating the possibility of Kosovo Serbs being detained, he was silent.'],
    ['a warning', 'A terrorist attack by Somali militants was imminent in Nairobi.'],
    [
      'a press conference',
      'Norwegian Defence Minister Dana Hill and General Ann Lund held a separate press conference.',
    ],
    ['a habit', 'Talks between Dana Hill and Juan Vargas are constantly held in Oslo.'],
    ['a handover', 'The Somali National Army took over a base from the Ethiopian army.'],
  ])('is none: %s: %s', (_, text) => {
    expect(eventsOf(text)).toEqual([]);
  });

  it.each([
    [
      'the wounded of the same attack',
      'Around 20 Malian soldiers have been killed and 30 wounded since Wednesday.',
    ],
    [
      'whom somebody replaces',
      'Gustavo Paz named Ricardo Bello as finance minister, replacing Jose Campo.',
    ],
    [
      'how the attackers came',
      'Militants attacked the town of Amchide on Wednesday, arriving in two vehicles.',
    ],
    [
      'the sanctions told of before',
      'The European Union imposed sanctions on six Russian firms. The European Union announced the sanctions in a statement on Wednesday.',
    ],
    [
      'a summary in the same words',
      'Six Russian missiles hit the port of Odesa on Monday, damaging houses.\n\nSix Russian missiles hit the port of Odesa on Monday, the governor said.',
    ],
  ])('is one with %s', (_, text) => {
    expect(eventsOf(text)).toHaveLength(1);
  });
});

describe('an agreement on a page', () => {
  it.each([
    [
      'with a counterpart on whom the parser hung the deed',
      "Japanese Prime Minister Kenji Mori agreed with his Vietnamese counterpart to step up cooperation in the face of China's influence.",
      'announced: Japan + Vietnam',
    ],
    [
      'on behalf of somebody',
      'Minister Sada Keita signed the ceasefire with the M23 on behalf of the Malian government.',
      'signed: Mali + M23',
    ],
    [
      'of several memoranda whose signing somebody watched with a counterpart',
      'The Foreign Minister of Sierra Leone, Adama Kamara, has presided over the signing of seven memoranda with his counterpart, the Minister of Foreign Affairs of Kenya.',
      'signed: Sierra Leone + Kenya',
    ],
    [
      'that both have made',
      'Norway and Peru have both agreed to widen trade.',
      'announced: Norway + Peru',
    ],
    [
      'with a movement told twice',
      "Colombia's government and the National Liberation Army guerrilla group have agreed to a ceasefire.",
      'announced: Colombia + National Liberation Army',
    ],
  ])('%s', (_, text, told) => {
    expect(agreementsOf(text)).toEqual([told]);
  });

  it.each([
    'The rounds were held in Venezuela and Mexico. The warring parties agreed on relief for civilians.',
    'Norway and Peru agreed to meet again in May.',
  ])('is none: %s', (text) => {
    expect(agreementsOf(text)).toEqual([]);
  });
});
