import { describe, expect, it } from 'vitest';
import { actionsOf, askedOf, toldOf } from '../../client/state/likeness.ts';
import type { Likeness } from '../../server/contract/review.ts';

const likeness = (type: Likeness['type'], records: string[], labels: string[]): Likeness => ({
  type,
  records,
  labels,
  sources: records.map(() => []),
  documents: 0,
  copies: 0,
  first: [],
  score: 1,
  reason: '',
});

describe('the question of a likeness', () => {
  it('of copies asks of the documents, and decides for all statements that they share', () => {
    const item = likeness(
      'same-origin',
      ['stmt:a', 'stmt:b', 'doc:x', 'doc:y', 'doc:z'],
      ['A', 'B', 'X', 'Y', 'Z'],
    );
    expect(askedOf(item, 4)).toEqual({
      ask: 'Copies of one text, 3 documents?',
      deed: 'Share one origin, 2 documents',
    });
    expect(actionsOf('same-origin', ['stmt:a', 'stmt:b', 'doc:x', 'doc:z'])).toEqual([
      { kind: 'share-origin', record: 'stmt:a', others: ['stmt:b'], documents: ['doc:x', 'doc:z'] },
    ]);
    expect(toldOf(item).said).toEqual(['A', 'B']);
    expect(actionsOf('same-origin', ['stmt:a', 'doc:x'])).toEqual([]);
  });

  it('of tellings links every other one to the first, and says words once that all share', () => {
    const item = likeness('same-utterance', ['stmt:a', 'stmt:b', 'stmt:c'], ['A', 'A', 'A']);
    expect(askedOf(item, 3).ask).toBe('One utterance told 3 times?');
    expect(actionsOf('same-utterance', item.records)).toEqual([
      { kind: 'link', from: 'stmt:b', into: 'stmt:a' },
      { kind: 'link', from: 'stmt:c', into: 'stmt:a' },
    ]);
    expect(toldOf(item)).toMatchObject({ said: ['A'], lines: [{ label: null }, {}, {}] });
  });
});
