import { expect, it } from 'vitest';
import { shareWords, tellingsOf } from '../../client/state/alike.ts';
import type { StatementReply } from '../../server/contract/replies.ts';
import type { Likeness } from '../../server/contract/review.ts';

const statement = (id: string, ...documents: string[]) =>
  ({
    id: `stmt:${id}`,
    reports: documents.map((document) => ({ document: { id: `doc:${document}` } })),
  }) as StatementReply;

const likeness = (
  type: Likeness['type'],
  records: string[],
  documents: number,
  copies = 0,
): Likeness => ({
  ...{ type, records, documents, copies, first: [] },
  ...{ labels: [], sources: [], score: 1, reason: '' },
});

const told = (of: StatementReply, ...all: Likeness[]) =>
  tellingsOf(of, all).map(({ type, documents }) => [type, documents]);

it('a statement is told alike in the documents that do not report it yet', () => {
  const group = likeness('same-utterance', ['stmt:a', 'stmt:b', 'stmt:c'], 4);
  expect(told(statement('a', 'one', 'two'), group)).toEqual([['same-utterance', 2]]);
  expect(told(statement('d', 'one'), group)).toEqual([]);
});

it('a statement told again where it stands is told in no other document', () => {
  const group = likeness('same-utterance', ['stmt:a', 'stmt:b'], 1);
  expect(told(statement('a', 'one'), group)).toEqual([['same-utterance', 0]]);
});

it('of copies those count that report the statement', () => {
  const copies = ['doc:one', 'doc:two', 'doc:three'];
  const group = likeness('same-origin', ['stmt:a', 'stmt:b', ...copies], 3);
  expect(told(statement('a', 'one', 'three', 'own'), group)).toEqual([['same-origin', 2]]);
});

it('of those that tell it alike is told how many may copy one text, its own among them', () => {
  const group = likeness('same-utterance', ['stmt:a', 'stmt:b'], 6, 5);
  const [telling] = tellingsOf(statement('a', 'one'), [group]);
  expect(telling).toMatchObject({ documents: 5, copies: { count: 5, of: 6 } });
  const [apart] = tellingsOf(statement('a', 'one'), [{ ...group, copies: 0 }]);
  expect(apart?.copies).toBeNull();
});

it.each([
  [5, 6, '5 of the 6'],
  [6, 6, 'all 6'],
  [2, 2, 'both'],
])('%i of %i are %s', (count, of, words) => {
  expect(shareWords({ count, of })).toBe(words);
});
