import { describe, expect, it } from 'vitest';
import { said } from './prose.ts';

/** Statements as columns, translated outlets and exile press word them; sentences written for these tests. */
const pairs = (text: string) => said(text).map(([who, , told]) => [who, told]);

describe('statements as columns and translated copy word them', () => {
  it.each([
    [
      'The Arica project, which counts everything that flies, says it was a Chilean jet from Lima.',
      [['Arica project', 'it was a Chilean jet from Lima']],
    ],
    [
      'The army’s man for press, Colonel Marek Novak, would have none of this. Everything is under control, he assured readers of his Facebook page.',
      [['Marek Novak', 'Everything is under control']],
    ],
    [
      'According to the calculations of the Tax Service, 18 thousand firms receive money from abroad; human rights defenders dispute this figure.',
      [
        ['Tax Service', '18 thousand firms receive money from abroad'],
        ['human rights defenders', 'this figure'],
      ],
    ],
    [
      '"They said to bring a spoon and a mug," one of the readers reports.',
      [['one of the readers', 'They said to bring a spoon and a mug']],
    ],
    [
      'On Monday, the head of its mobilisation department, Aliaksandr Novak, assured the channel that no one is preparing anything.',
      [['Aliaksandr Novak', 'no one is preparing anything']],
    ],
    [
      'Human rights activists from Arica confirm at least nine such cases.',
      [['human rights activists from Arica', 'at least nine such cases']],
    ],
    [
      'Ulf Lund said Sweden fully supported the decision and hinted that guards could be sent.',
      [
        ['Ulf Lund', 'Sweden fully supported the decision'],
        ['Ulf Lund', 'guards could be sent'],
      ],
    ],
    [
      'Marek Novak reminded Helsinki of the times when trade with Chile made it rich.',
      [['Marek Novak', 'Helsinki of the times when trade with Chile made it rich']],
    ],
    [
      'Anna Vrba addressed a letter to Marek Novak in which she warned of consequences for trade.',
      [['Anna Vrba', 'consequences for trade']],
    ],
    [
      'Ahmed from Yemen, 24, who has been stuck in a hostel, says that he was promised a road.',
      [['Ahmed', 'he was promised a road']],
    ],
  ])('%s', (text, told) => {
    expect(pairs(text)).toEqual(told);
  });

  it('name the embassy whose mission it is', () => {
    expect(
      pairs(
        'The US embassy expressed doubt about the law. “This law will isolate the country,” the mission said in a commentary.',
      ).at(-1)?.[0],
    ).toBe('Embassy of the United States');
  });

  it('find none where only a story is told', () => {
    expect(pairs('Migrants themselves tell a different story.')).toEqual([]);
  });
});
