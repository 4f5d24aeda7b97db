import type {
  Agreement,
  Event,
  Evidence,
  Figure,
  Relation,
} from '../../../graph-data/schema/index.ts';
import { words } from '../../contract/index.ts';
import type { Connection, Value } from './database.ts';
import { dayColumns } from './days.ts';
import { keyOf } from './keys.ts';
import type { KeyLookup } from './keys.ts';

type ClaimTable = 'agreements' | 'events' | 'relations';

interface Provenance {
  readonly status: string;
  readonly method: string;
  readonly confidence: number | null;
}

function commonColumns(
  record: { id: string } & Provenance,
  date: string | null,
  searched: readonly (string | null)[],
): Record<string, Value> {
  const days = dayColumns(date);
  return {
    id: record.id,
    words: words(searched.filter((part) => part !== null).join(' ')).join(' '),
    date,
    date_from: days.from,
    date_to: days.to,
    date_desc: days.desc,
    status: record.status,
    live: liveness(record),
    method: record.method,
    confidence: record.confidence,
  };
}

function liveness({ status }: Provenance): number {
  return status === 'rejected' ? 0 : 1;
}

/** Inserts or replaces a claim's own row; returns its key. */
function putRow(connection: Connection, table: ClaimTable, row: Record<string, Value>): number {
  const names = Object.keys(row);
  const written = connection.get<{ key: number }>(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(', ')}
     RETURNING key`,
    ...Object.values(row),
  );
  return written?.key ?? 0;
}

export function putAgreement(connection: Connection, agreement: Agreement, keys: KeyLookup): void {
  const known = keyOf(connection, 'agreements', agreement.id);
  if (known !== null) {
    connection.run('DELETE FROM agreement_actors WHERE agreement = ?', known);
    connection.run('DELETE FROM evidence WHERE agreement = ?', known);
  }
  const { name, summary, place, state, history, date } = agreement;
  const key = putRow(connection, 'agreements', {
    ...commonColumns(agreement, date, [name, summary, place]),
    name,
    summary,
    place,
    state,
    history: JSON.stringify(history),
  });
  const actors = [
    ...agreement.parties.map((actor, ord) => ({ actor, ord, role: 'party' })),
    ...agreement.signatories.map((actor, ord) => ({ actor, ord, role: 'signatory' })),
  ];
  for (const { actor, ord, role } of actors)
    connection.run(
      'INSERT INTO agreement_actors (agreement, role, ord, actor, live) VALUES (?, ?, ?, ?, ?)',
      key,
      role,
      ord,
      keys.actor(actor, agreement.id),
      liveness(agreement),
    );
  putEvidence(connection, 'agreement', key, agreement, keys);
}

export function putEvent(connection: Connection, event: Event, keys: KeyLookup): void {
  const known = keyOf(connection, 'events', event.id);
  if (known !== null) {
    connection.run('DELETE FROM participants WHERE event = ?', known);
    connection.run('DELETE FROM figures WHERE event = ?', known);
    connection.run('DELETE FROM evidence WHERE event = ?', known);
  }
  const { kind, name, place, date } = event;
  const key = putRow(connection, 'events', {
    ...commonColumns(event, date, [name, place]),
    kind,
    name,
    place,
  });
  event.participants.forEach(({ actor, role }, ord) =>
    connection.run(
      'INSERT INTO participants (event, ord, actor, role, live) VALUES (?, ?, ?, ?, ?)',
      key,
      ord,
      keys.actor(actor, event.id),
      role,
      liveness(event),
    ),
  );
  event.figures.forEach((figure, ord) => putFigure(connection, key, ord, figure));
  putEvidence(connection, 'event', key, event, keys);
}

function putFigure(connection: Connection, event: number, ord: number, figure: Figure): void {
  const { exact, prefix, suffix, start, end } = figure.selector;
  connection.run(
    `INSERT INTO figures
       (event, ord, text, value, unit, exact, prefix, suffix, start_offset, end_offset)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    event,
    ord,
    figure.text,
    figure.value,
    figure.unit,
    exact,
    prefix,
    suffix,
    start,
    end,
  );
}

export function putRelation(connection: Connection, relation: Relation, keys: KeyLookup): void {
  const known = keyOf(connection, 'relations', relation.id);
  if (known !== null) connection.run('DELETE FROM evidence WHERE relation = ?', known);
  const key = putRow(connection, 'relations', {
    ...commonColumns(relation, relation.valid, [relation.title, relation.kind]),
    kind: relation.kind,
    from_actor: keys.actor(relation.from, relation.id),
    to_actor: keys.actor(relation.to, relation.id),
    title: relation.title,
  });
  putEvidence(connection, 'relation', key, relation, keys);
}

function putEvidence(
  connection: Connection,
  owner: 'agreement' | 'event' | 'relation',
  ownerKey: number,
  record: { readonly id: string; readonly evidence: readonly Evidence[] },
  keys: KeyLookup,
): void {
  record.evidence.forEach(({ document, selectors }, ord) => {
    const { lastInsertRowid } = connection.run(
      `INSERT INTO evidence (${owner}, ord, document) VALUES (?, ?, ?)`,
      ownerKey,
      ord,
      keys.document(document, record.id),
    );
    selectors.forEach(({ exact, prefix, suffix, start, end }, i) =>
      connection.run(
        `INSERT INTO evidence_selectors
           (evidence, ord, exact, prefix, suffix, start_offset, end_offset)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        Number(lastInsertRowid),
        i,
        exact,
        prefix,
        suffix,
        start,
        end,
      ),
    );
  });
}
