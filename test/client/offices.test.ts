import { describe, expect, it } from 'vitest';
import { officesOf, type Tie } from '../../client/state/offices.ts';

const person = { id: 'actor:ann-lee', kind: 'person', name: 'Ann Lee' } as const;
const state = { id: 'actor:poland', kind: 'state', name: 'Poland' } as const;
const other = { id: 'actor:latvia', kind: 'state', name: 'Latvia' } as const;

function tie(id: string, over: Partial<Tie> = {}): Tie {
  return {
    id: `rel:${id}`,
    kind: 'holds-office',
    from: person,
    to: state,
    title: 'President',
    valid: null,
    evidence: [],
    status: 'proposed',
    method: 'extracted',
    confidence: 0.85,
    ...over,
  };
}

describe('the offices of an actor', () => {
  it('stand once however many ties tell of them, led by one that was accepted', () => {
    const relations = [tie('a'), tie('b', { title: 'president', status: 'accepted' })];
    expect(officesOf({ id: person.id, relations })).toEqual([
      { tie: relations[1], told: 2, dates: [null] },
    ]);
  });

  it('stand once with every day on which a document tells of them', () => {
    const days = ['2022-12-08', '2022-12-06', '2022-12-08', '2022-11/2022-12'];
    const relations = days.map((valid, i) => tie(String(i), { valid }));
    expect(officesOf({ id: person.id, relations })).toEqual([
      { tie: relations[0], told: 3, dates: ['2022-12-08', '2022-12-06'] },
      { tie: relations[3], told: 1, dates: ['2022-11/2022-12'] },
    ]);
  });

  it('are others by title, body or date, and those of nobody else', () => {
    const relations = [
      tie('a'),
      tie('b', { title: 'Minister' }),
      tie('c', { to: other }),
      tie('d', { valid: '2022' }),
      tie('e', { from: { ...person, id: 'actor:bo-lee' } }),
      tie('f', { kind: 'member-of' }),
    ];
    expect(officesOf({ id: person.id, relations }).map(({ tie: { id } }) => id)).toEqual([
      'rel:a',
      'rel:b',
      'rel:c',
      'rel:d',
    ]);
  });
});
