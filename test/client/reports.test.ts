import { describe, expect, it } from 'vitest';
import { alike, byDay, byOrigin, earliest } from '../../client/state/reports.ts';
import type { ActorRef, ReportReply } from '../../server/contract/replies.ts';

/** A report of a document, by its id, its day and its origin. */
const report = (id: string, published: string | null, origin = id) =>
  ({ document: { id: `doc:${id}`, title: id, outlet: null, published }, origin }) as ReportReply;

const ids = (reports: readonly ReportReply[]) => reports.map(({ document }) => document.title);

describe('reports of one statement', () => {
  const late = report('late', '2022-12-09', 'wire');
  const early = report('early', '2022-12-06', 'wire');
  const month = report('month', '2022-12');
  const unknown = report('unknown', null, 'own');
  const all = [unknown, late, early, month];

  it('come in the order of the first day that they can be of, unknown days last', () => {
    expect(ids(byDay(all))).toEqual(['month', 'early', 'late', 'unknown']);
  });

  it('stand with those that copy the same text', () => {
    expect(byOrigin(all).map(ids)).toEqual([['month'], ['early', 'late'], ['unknown']]);
  });

  it('are the earliest by a known day, all of that day', () => {
    const same = report('same', '2022-12-06');
    expect(ids(earliest([late, same, early, unknown]))).toEqual(['same', 'early']);
    expect(earliest([unknown])).toEqual([]);
    expect(earliest([])).toEqual([]);
  });
});

it('groups of one name are told once with their number, persons of one name apart', () => {
  const actor = (id: string, kind: ActorRef['kind'], name: string) =>
    ({ id: `actor:${id}`, kind, name }) as ActorRef;
  const listed = [
    actor('r1', 'group', 'reporters'),
    actor('n1', 'person', 'Anna Novak'),
    actor('r2', 'group', 'reporters'),
    actor('n2', 'person', 'Anna Novak'),
  ];
  expect(alike(listed).map(({ actor: { id }, times }) => [id, times])).toEqual([
    ['actor:r1', 2],
    ['actor:n1', 1],
    ['actor:n2', 1],
  ]);
});
