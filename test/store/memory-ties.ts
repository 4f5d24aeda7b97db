import { dayRange } from '../../graph-data/schema/index.ts';
import type { Records, Statement } from '../../graph-data/schema/index.ts';
import type { Tie } from '../../server/store/store.ts';

/**
 * What joins the parts of every record that was not rejected, each tie once.
 *
 * @param outletsOf outlets of the documents in which a statement is reported
 */
export function tiesOf(
  records: Records,
  outletsOf: (statement: Statement) => readonly string[],
): Tie[] {
  const live = <T extends { readonly status: string }>(list: readonly T[]) =>
    list.filter(({ status }) => status !== 'rejected');
  const days = (date: string | null) => (date === null ? null : dayRange(date));
  const statements = live(records.statements).flatMap((s) => {
    const outlets = outletsOf(s);
    const tie = (kind: Tie['kind'], targets: readonly string[]) =>
      [...new Set(targets)].map((target) => ({
        record: s.id,
        kind,
        source: s.speaker,
        target,
        label: s.act,
        from: days(s.said)?.from ?? null,
        to: days(s.said)?.to ?? null,
        status: s.status,
      }));
    return [
      ...tie('about', s.about),
      ...tie('addressee', s.addressees),
      ...tie(
        'via',
        s.reports.flatMap(({ via }) => via),
      ),
      ...tie('outlet', outlets),
    ];
  });
  const part = (
    record: { id: string; status: string },
    kind: Tie['kind'],
    date: string | null,
    source: string,
    label: string,
    target: string | null = null,
  ) => ({
    record: record.id,
    kind,
    source,
    target,
    label,
    from: days(date)?.from ?? null,
    to: days(date)?.to ?? null,
    status: record.status,
  });
  const claims = [
    ...live(records.agreements).flatMap((a) => [
      ...a.parties.map((id) => part(a, 'agreement', a.date, id, 'party')),
      ...a.signatories.map((id) => part(a, 'agreement', a.date, id, 'signatory')),
    ]),
    ...live(records.events).flatMap((e) =>
      e.participants.map(({ actor, role }) => part(e, 'event', e.date, actor, role)),
    ),
    ...live(records.relations).map((r) => part(r, 'relation', r.valid, r.from, r.kind, r.to)),
  ];
  const distinct = new Map([...statements, ...claims].map((tie) => [JSON.stringify(tie), tie]));
  return [...distinct.values()] as Tie[];
}

/** Ties by the record that they stand for. */
export function byRecord(ties: readonly Tie[]): Map<string, Tie[]> {
  const found = new Map<string, Tie[]>();
  for (const tie of ties) found.set(tie.record, [...(found.get(tie.record) ?? []), tie]);
  return found;
}

/** The records whose ties are not as they were, and what ties they have now. */
export function changesBetween(then: readonly Tie[], now: readonly Tie[]) {
  const [before, after] = [byRecord(then), byRecord(now)];
  const records = [...new Set([...before.keys(), ...after.keys()])].filter(
    (id) => JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id)),
  );
  return { records, ties: records.flatMap((id) => after.get(id) ?? []) };
}
