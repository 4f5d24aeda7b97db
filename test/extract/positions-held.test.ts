import { describe, expect, it } from 'vitest';
import { nameOf, read, said } from './prose.ts';

/** What counts as a statement, by the noun that a verb takes or that speaks; sentences of our own. */

describe('who speaks by a word for polls', () => {
  it.each([
    [
      'The U.S. Geological Survey said the quake had a magnitude of 6.1.',
      'U.S. Geological Survey',
      'the quake had a magnitude of 6.1',
    ],
    ['A survey firm, Ipsos, said the mood had turned.', 'Ipsos', 'the mood had turned'],
    ['Jane Doe, a pollster in Oslo, said the mood had turned.', 'Jane Doe', 'the mood had turned'],
  ])('is a body or a person: %s', (text, speaker, content) => {
    const reading = read(text);
    const [one] = reading.statements;
    expect([one && nameOf(reading, one.speaker), one?.text]).toEqual([speaker, content]);
    expect(reading.events).toEqual([]);
  });

  it.each([
    'A poll by Ipsos said that voters were tired of the government.',
    'A Mirror/Ipsos poll released on Sunday found that few would move.',
    'The mood has turned, according to an average of polls by Ipsos.',
    'The survey said that few would move.',
  ])('is nobody where a poll tells: %s', (text) => expect(said(text)).toEqual([]));
});

describe('a position', () => {
  it.each([
    ['Berlin and Paris agreed that the rules were outdated.', 'the rules were outdated'],
    ['The court concluded that the contract was illegal.', 'the contract was illegal'],
    ['Novak dismissed the official figures as fiction.', 'the official figures as fiction'],
    ['Opposition leader Ana Silva called the vote illegitimate.', 'the vote illegitimate'],
    ['Ana Silva called the vote on the reform a sham.', 'the vote on the reform a sham'],
    ['Economists consider the budget unrealistic.', 'the budget unrealistic'],
    ['Armenia welcomed the decision by EU ministers.', 'the decision by EU ministers'],
  ])('is a statement: %s', (text, content) =>
    expect(said(text).map(([, , words]) => words)).toEqual([content]),
  );

  it.each([
    'Berlin and Paris agreed a timetable for the talks.',
    'Unions and employers agreed that wages would rise.',
    'The two firms concluded a contract on gas supplies.',
    'It supplements the treaty which Lima and Oslo concluded in 1998.',
    'The president dismissed Deputy Minister of Defence Ivan Petrov.',
    'The cabinet called an emergency meeting.',
    'Parliament considered a draft law.',
    'The king welcomed several hundred guests.',
    'Brussels recalled its ambassador from Lima.',
  ])('is none where a deed is told: %s', (text) => expect(said(text)).toEqual([]));
});
