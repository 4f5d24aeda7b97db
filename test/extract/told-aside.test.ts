import { describe, expect, it } from 'vitest';
import { said } from './prose.ts';

/** Statements as phrases and asides tell them; sentences written for these tests. */
describe('a phrase that tells whose words a clause is', () => {
  it.each([
    ['In Varga’s telling, the harbour will be leased for fifty years.', 'Varga'],
    [
      'In the eyes of Marek Novak, senior fellow at the Baltic Institute, the bloc has lost a year.',
      'Marek Novak',
    ],
    ['Forty ships turned back, as per the Transport Ministry of Chile.', 'Chile'],
    ['Anna Vrba is gloomy. For her, the treaty has no teeth.', 'Anna Vrba'],
    [
      'Anna Vrba warned the delegates. Firms pay taxes; by her count, the city loses a third of them.',
      'Anna Vrba',
    ],
    [
      'The channel was brief: as the press service of Chile’s Defence Ministry has it, the sides met.',
      'Chile',
    ],
    ['The grain, port officials suspect, was bound for Tartus.', 'port officials'],
    ['A quiet year, suspects Marek Novak.', 'Marek Novak'],
    ['No deal on grain was signed, the ministry of Chile made clear.', 'Chile'],
    ['Hungary, according to two EU diplomats, threatened to block the deal.', 'EU diplomats'],
  ])('is found: %s', (text, speaker) => {
    expect(said(text).at(-1)?.[0]).toContain(speaker);
  });
});

describe('words within somebody’s words', () => {
  it('belong to whom a passive names', () => {
    expect(
      said(
        'Chile’s deputy minister, Marek Novak, was quoted by RIA Novosti as saying that the drill was routine.',
      ),
    ).toEqual([['Marek Novak', 'RIA Novosti', 'the drill was routine']]);
    expect(
      said('“It is a rumour of our foes”, a deputy minister was reported by KCNA to have said.'),
    ).toEqual([['deputy minister', 'KCNA', 'It is a rumour of our foes']]);
    expect(
      said('Chile and Peru will share a port, BelTA cited Marek Novak as saying on Tuesday.'),
    ).toEqual([['Marek Novak', 'BelTA', 'Chile and Peru will share a port']]);
  });

  it('end where a participle begins another statement of their speaker', () => {
    const words = said(
      'The Chilean army said on Monday it had lost one boat, rejecting accounts by fishermen that ten boats were lost.',
    ).map(([, , text]) => text);
    expect(words).toEqual([
      'it had lost one boat',
      'accounts by fishermen that ten boats were lost',
    ]);
  });
});

describe('a clause that ends in marks', () => {
  it.each([
    [
      'The ties of Chile and Peru are entering “a new chapter,” Marek Novak has said.',
      'The ties of Chile and Peru are entering “a new chapter,”',
    ],
    [
      'Marek Novak was angry. The cabinet, he told Polish Radio, “is playing for time, and has none.”',
      'The cabinet “is playing for time, and has none.”',
    ],
    [
      'The congress is “a circus”, the deputy minister, Marek Novak, posted on Facebook, while others wept.',
      'The congress is “a circus”',
    ],
    ['“Two friends met. Why be jealous?” Marek Novak wrote on Telegram.', 'Two friends met. Why'],
    ['“We reject the plan of Peru, – reads the statement of Chile.', 'We reject the plan of Peru'],
  ])('is told whole: %s', (text, words) => {
    expect(said(text)[0]?.[2]).toContain(words);
  });
});

describe('the words before a speaker at the sentence’s end', () => {
  it.each([
    [
      'In Arica police arrested four men, two of their cousins told the Polish Radio.',
      'In Arica police arrested four men',
    ],
    [
      'Chile’s Marek Novak did, sort of: whatever it costs, the wall will be cheap, he joked to reporters.',
      'whatever it costs, the wall will be cheap',
    ],
    [
      'Lawyers for Marek Novak see it otherwise. He is jailed for his complaint, one of them told Kommersant.',
      'He is jailed for his complaint',
    ],
    [
      'Hauliers at the Arica terminal complain that checks of trains have doubled.',
      'checks of trains have doubled',
    ],
  ])('are what was said: %s', (text, words) => {
    expect(said(text).map((one) => one[2])).toEqual([words]);
  });
});

describe('nothing is said', () => {
  it.each([
    'Chile has neither endorsed nor condemned the accord.',
    'He didn’t say who would sign it. Chile wouldn’t confirm the visit.',
    'Should Moscow demand the transfer of further tanks, Minsk would find it hard to refuse.',
    'It recalled its ambassador on January 2.',
    'Chile and Peru agreed that Lima would take 19 percent of the port.',
    'The movement was declared a foreign agent on Friday.',
    'The paper thanks two officials of the bank, who asked to remain nameless.',
  ])('by: %s', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('the name of who spoke', () => {
  it('takes in no day before it', () => {
    expect(said('Wednesday Lukashenko said that the drill was over.')[0]?.[0]).toBe('Lukashenko');
  });
});
