import type {
  Actor,
  Agreement,
  Document,
  Event,
  Evidence,
  Mention,
  Relation,
  Selector,
} from '../../../graph-data/schema/index.ts';
import type { Connection } from './database.ts';

/** Rows of a list of keys; the list travels as one JSON value, so that the SQL stays the same. */
export const IN_KEYS = 'IN (SELECT value FROM json_each(?))';

export interface SelectorRow {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start_offset: number;
  readonly end_offset: number;
}

export function selectorOf(row: SelectorRow): Selector {
  return {
    exact: row.exact,
    prefix: row.prefix,
    suffix: row.suffix,
    start: row.start_offset,
    end: row.end_offset,
  };
}

/** Groups rows by one of their columns, in the order they come. */
export function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** Puts records in the order of their keys; keys without a record are skipped. */
export function inOrder<T>(keys: readonly number[], found: ReadonlyMap<number, T>): T[] {
  return keys.map((key) => found.get(key)).filter((record) => record !== undefined);
}

type Keyed<T> = T & { readonly key: number };

export function readActors(connection: Connection, keys: readonly number[]): Actor[] {
  const list = JSON.stringify(keys);
  const names = groupBy(
    connection.all<{ actor: number; name: string }>(
      `SELECT actor, name FROM names WHERE actor ${IN_KEYS} ORDER BY actor, ord`,
      list,
    ),
    ({ actor }) => actor,
  );
  const rows = connection.all<Keyed<Actor>>(
    `SELECT a.key, a.id, a.kind, a.name, a.wikidata, c.id AS country, a.note
     FROM actors a LEFT JOIN actors c ON c.key = a.country WHERE a.key ${IN_KEYS}`,
    list,
  );
  const found = rows.map(({ key, id, kind, name, wikidata, country, note }): [number, Actor] => {
    const aliases = (names.get(key) ?? []).slice(1).map((alias) => alias.name);
    return [key, { id, kind, name, aliases, wikidata, country, note }];
  });
  return inOrder(keys, new Map(found));
}

type DocumentRow = Keyed<
  Omit<Document, 'authors' | 'publishedBasis'> & { authors: string; published_basis: string }
>;

export function readDocuments(connection: Connection, keys: readonly number[]): Document[] {
  const rows = connection.all<DocumentRow>(
    `SELECT d.key, d.id, d.title, a.id AS outlet, d.authors, d.published, d.published_basis, d.note,
       d.language, d.url, d.sha256, d.length, d.holding
     FROM documents d LEFT JOIN actors a ON a.key = d.outlet WHERE d.key ${IN_KEYS}`,
    JSON.stringify(keys),
  );
  return inOrder(keys, new Map(rows.map((row) => [row.key, documentOf(row)])));
}

function documentOf(row: DocumentRow): Document {
  return {
    id: row.id,
    title: row.title,
    outlet: row.outlet,
    authors: JSON.parse(row.authors) as string[],
    published: row.published,
    publishedBasis: row.published_basis as Document['publishedBasis'],
    note: row.note,
    language: row.language,
    url: row.url,
    sha256: row.sha256,
    length: row.length,
    holding: row.holding,
  };
}

type MentionRow = Keyed<SelectorRow> & {
  id: Mention['id'];
  document: string;
  actor: string | null;
};

export function readMentions(connection: Connection, keys: readonly number[]): Mention[] {
  const rows = connection.all<MentionRow>(
    `SELECT m.key, m.id, d.id AS document, a.id AS actor, m.exact, m.prefix, m.suffix,
       m.start_offset, m.end_offset
     FROM mentions m JOIN documents d ON d.key = m.document LEFT JOIN actors a ON a.key = m.actor
     WHERE m.key ${IN_KEYS}`,
    JSON.stringify(keys),
  );
  const found = rows.map((row): [number, Mention] => [
    row.key,
    {
      id: row.id,
      document: row.document as Mention['document'],
      selector: selectorOf(row),
      actor: row.actor as Mention['actor'],
    },
  ]);
  return inOrder(keys, new Map(found));
}

type EvidenceRow = SelectorRow & { owner: number; evidence: number; document: string };

function readEvidence(
  connection: Connection,
  owner: 'agreement' | 'event' | 'relation',
  list: string,
): Map<number, Evidence[]> {
  const rows = connection.all<EvidenceRow>(
    `SELECT e.${owner} AS owner, e.key AS evidence, d.id AS document, s.exact, s.prefix, s.suffix,
       s.start_offset, s.end_offset
     FROM evidence e JOIN documents d ON d.key = e.document
       JOIN evidence_selectors s ON s.evidence = e.key
     WHERE e.${owner} ${IN_KEYS} ORDER BY e.${owner}, e.ord, s.ord`,
    list,
  );
  const ofOwner = [...groupBy(rows, (row) => row.owner)].map(
    ([key, owned]): [number, Evidence[]] => [key, evidenceOf(owned)],
  );
  return new Map(ofOwner);
}

function evidenceOf(rows: readonly EvidenceRow[]): Evidence[] {
  return [...groupBy(rows, (row) => row.evidence).values()].map((parts) => ({
    document: (parts[0]?.document ?? '') as Evidence['document'],
    selectors: parts.map(selectorOf),
  }));
}

interface Provenance {
  readonly status: Agreement['status'];
  readonly method: Agreement['method'];
  readonly confidence: number | null;
}

function provenanceOf({ status, method, confidence }: Provenance): Provenance {
  return { status, method, confidence };
}

type AgreementRow = Keyed<Omit<Agreement, 'parties' | 'signatories' | 'history' | 'evidence'>> & {
  history: string;
};

export function readAgreements(connection: Connection, keys: readonly number[]): Agreement[] {
  const list = JSON.stringify(keys);
  const actors = groupBy(
    connection.all<{ agreement: number; role: string; actor: string }>(
      `SELECT p.agreement, p.role, a.id AS actor FROM agreement_actors p
       JOIN actors a ON a.key = p.actor WHERE p.agreement ${IN_KEYS}
       ORDER BY p.agreement, p.role, p.ord`,
      list,
    ),
    (row) => row.agreement,
  );
  const evidence = readEvidence(connection, 'agreement', list);
  const rows = connection.all<AgreementRow>(
    `SELECT key, id, name, summary, date, place, state, history, status, method, confidence
     FROM agreements WHERE key ${IN_KEYS}`,
    list,
  );
  const found = rows.map((row): [number, Agreement] => {
    const inRole = (role: string) =>
      (actors.get(row.key) ?? [])
        .filter((each) => each.role === role)
        .map(({ actor }) => actor as Agreement['parties'][number]);
    const { id, name, summary, date, place, state } = row;
    const history = JSON.parse(row.history) as Agreement['history'];
    const [parties, signatories] = [inRole('party'), inRole('signatory')];
    const agreed = { id, name, summary, parties, signatories, date, place, state, history };
    return [row.key, { ...agreed, evidence: evidence.get(row.key) ?? [], ...provenanceOf(row) }];
  });
  return inOrder(keys, new Map(found));
}

type EventRow = Keyed<Omit<Event, 'participants' | 'figures' | 'evidence'>>;
type FigureRow = SelectorRow & { event: number; text: string; value: number | null; unit: string };

export function readEvents(connection: Connection, keys: readonly number[]): Event[] {
  const list = JSON.stringify(keys);
  const participants = groupBy(
    connection.all<{ event: number } & Event['participants'][number]>(
      `SELECT p.event, a.id AS actor, p.role FROM participants p JOIN actors a ON a.key = p.actor
       WHERE p.event ${IN_KEYS} ORDER BY p.event, p.ord`,
      list,
    ),
    (row) => row.event,
  );
  const figures = groupBy(
    connection.all<FigureRow>(
      `SELECT * FROM figures WHERE event ${IN_KEYS} ORDER BY event, ord`,
      list,
    ),
    (row) => row.event,
  );
  const evidence = readEvidence(connection, 'event', list);
  const rows = connection.all<EventRow>(
    `SELECT key, id, kind, name, date, place, status, method, confidence
     FROM events WHERE key ${IN_KEYS}`,
    list,
  );
  const found = rows.map((row): [number, Event] => {
    const { key, id, kind, name, date, place } = row;
    return [
      key,
      {
        id,
        kind,
        name,
        participants: (participants.get(key) ?? []).map(({ actor, role }) => ({ actor, role })),
        date,
        place,
        figures: (figures.get(key) ?? []).map(figureOf),
        evidence: evidence.get(key) ?? [],
        ...provenanceOf(row),
      },
    ];
  });
  return inOrder(keys, new Map(found));
}

function figureOf(row: FigureRow): Event['figures'][number] {
  return { text: row.text, value: row.value, unit: row.unit, selector: selectorOf(row) };
}

type RelationRow = Keyed<Omit<Relation, 'evidence' | 'valid'>> & { date: string | null };

export function readRelations(connection: Connection, keys: readonly number[]): Relation[] {
  const list = JSON.stringify(keys);
  const evidence = readEvidence(connection, 'relation', list);
  const rows = connection.all<RelationRow>(
    `SELECT r.key, r.id, r.kind, f.id AS "from", t.id AS "to", r.title, r.date, r.status, r.method,
       r.confidence
     FROM relations r JOIN actors f ON f.key = r.from_actor JOIN actors t ON t.key = r.to_actor
     WHERE r.key ${IN_KEYS}`,
    list,
  );
  const found = rows.map((row): [number, Relation] => {
    const { key, id, kind, from, to, title, date } = row;
    const tie = { id, kind, from, to, title, valid: date };
    return [key, { ...tie, evidence: evidence.get(key) ?? [], ...provenanceOf(row) }];
  });
  return inOrder(keys, new Map(found));
}
