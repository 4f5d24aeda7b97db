import { ACTOR_KINDS, RELATION_KINDS } from '../../../graph-data/schema/index.ts';
import { normalise } from '../../contract/index.ts';
import type { EdgeKind, NodeKind, PropertyType } from '../record-graph.ts';

/** A property of a table: its type, and the SQL that reads it from the alias `t`. */
interface Column {
  readonly type: PropertyType;
  readonly sql: string;
}

type Columns = Readonly<Record<string, Column>>;

export interface NodeTable extends NodeKind {
  readonly table: string;
  /** What makes a row of the alias `t` a node of the graph. */
  readonly where: string | null;
  readonly columns: Columns;
  /** SQL of a further condition, implied by `property = ?`, that an index answers. */
  readonly seek?: Readonly<Record<string, { sql: string; value: (text: string) => string }>>;
}

export interface EdgeTable extends EdgeKind {
  readonly table: string;
  readonly where: string | null;
  /** SQL over the alias `t`: the surrogate keys of both ends, of the row, and its place in a list. */
  readonly source: string;
  readonly target: string;
  readonly row: string;
  readonly ord: string;
  /** The end whose node is the same row of the same table, so that it needs no join. */
  readonly own: 'from' | 'to' | null;
  /** What makes a row of a table that several types share one of this type; null where none do. */
  readonly kind: { readonly sql: string; readonly value: string } | null;
  readonly columns: Columns;
}

/** `holds-office` as a type (`HOLDS_OFFICE`) and `armed-force` as a label (`ArmedForce`). */
function typeName(kind: string): string {
  return kind.replaceAll('-', '_').toUpperCase();
}

function labelName(kind: string): string {
  return kind.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const text = (sql: string): Column => ({ type: 'string', sql });
const own = (...names: readonly string[]): Columns =>
  Object.fromEntries(names.map((name) => [name, text(`t.${name}`)]));
const provenance: Columns = {
  ...own('status', 'method'),
  confidence: { type: 'float', sql: 't.confidence' },
};

function typesOf(columns: Columns): Record<string, PropertyType> {
  return Object.fromEntries(Object.entries(columns).map(([name, { type }]) => [name, type]));
}

function node(table: Omit<NodeTable, 'properties' | 'indexes'> & Partial<NodeKind>): NodeTable {
  return { indexes: { id: 1 }, ...table, properties: typesOf(table.columns) };
}

/** An empty note or summary says nothing, and is no property. */
const unlessEmpty = (sql: string): Column => text(`NULLIF(${sql}, '')`);

/**
 * `saidFrom` and `saidTo`: the first and the last day that a date may mean, as 2022-12-07, so that
 * ranges compare as text; 0000-00-00 and 9999-99-99 for a side that is open.
 */
function days(name: string, column = name): Columns {
  const day = (sql: string) =>
    text(`iif(${sql} IS NULL, NULL,
      printf('%04d-%02d-%02d', ${sql} / 10000, ${sql} / 100 % 100, ${sql} % 100))`);
  return { [`${name}From`]: day(`t.${column}_from`), [`${name}To`]: day(`t.${column}_to`) };
}

export const NODE_TABLES: readonly NodeTable[] = [
  node({
    code: 0,
    label: 'Actor',
    sublabels: Object.fromEntries(ACTOR_KINDS.map((kind) => [kind, labelName(kind)])),
    table: 'actors',
    where: null,
    indexes: { id: 1, name: 1.5 },
    seek: { name: { sql: 't.name_key = ?', value: normalise } },
    columns: {
      ...own('id', 'name', 'kind', 'wikidata'),
      note: unlessEmpty('t.note'),
      country: text('(SELECT c.id FROM actors c WHERE c.key = t.country)'),
      aliases: {
        type: 'strings',
        sql: `NULLIF((SELECT json_group_array(x.name ORDER BY x.ord) FROM names x
               WHERE x.actor = t.key AND x.ord > 0), '[]')`,
      },
    },
  }),
  node({
    code: 1,
    label: 'Statement',
    sublabels: {},
    table: 'statements',
    where: 't.live = 1',
    columns: {
      ...own('id', 'text', 'mode', 'act', 'said', 'recorded'),
      ...days('said'),
      ...provenance,
    },
  }),
  node({
    code: 2,
    label: 'Document',
    sublabels: {},
    table: 'documents',
    where: null,
    columns: {
      ...own('id', 'title', 'published', 'language', 'url', 'sha256', 'holding'),
      ...days('published'),
      note: unlessEmpty('t.note'),
    },
  }),
  node({
    code: 3,
    label: 'Agreement',
    sublabels: {},
    table: 'agreements',
    where: 't.live = 1',
    columns: {
      ...own('id', 'name', 'summary', 'date', 'place', 'state'),
      ...days('date'),
      ...provenance,
    },
  }),
  node({
    code: 4,
    label: 'Event',
    sublabels: {},
    table: 'events',
    where: 't.live = 1',
    columns: { ...own('id', 'kind', 'name', 'date', 'place'), ...days('date'), ...provenance },
  }),
];

type Optional = 'own' | 'ord' | 'columns' | 'row' | 'kind';
type Edge = Omit<EdgeTable, 'properties' | 'code' | Optional> & Partial<Pick<EdgeTable, Optional>>;

const report: Columns = {
  cue: text(`(SELECT x.exact FROM selectors x
    WHERE x.report = t.key AND x.role = 'cue' AND x.ord = 0)`),
  quote: text(`(SELECT group_concat(x.exact, ' ' ORDER BY x.ord) FROM selectors x
    WHERE x.report = t.key AND x.role = 'content')`),
  start: {
    type: 'integer',
    sql: `(SELECT min(x.start_offset) FROM selectors x
      WHERE x.report = t.key AND x.role = 'content')`,
  },
  end: {
    type: 'integer',
    sql: `(SELECT max(x.end_offset) FROM selectors x
      WHERE x.report = t.key AND x.role = 'content')`,
  },
  origin: text('t.origin'),
};

const passage = (what: string) => `(SELECT ${what} FROM evidence_selectors x
  WHERE x.evidence = t.key)`;

const evidence: Columns = {
  quote: text(passage("group_concat(x.exact, ' ' ORDER BY x.ord)")),
  start: { type: 'integer', sql: passage('min(x.start_offset)') },
  end: { type: 'integer', sql: passage('max(x.end_offset)') },
};

function evidenceOf(from: string, table: string, column: string): Edge {
  return {
    type: 'REPORTED_IN',
    from,
    to: 'Document',
    table: 'evidence',
    where: `t.${column} IS NOT NULL AND EXISTS (SELECT 1 FROM ${table} n
      WHERE n.key = t.${column} AND n.live = 1)`,
    source: `t.${column}`,
    target: 't.document',
    columns: evidence,
  };
}

function inList(type: string, from: string, to: string, rest: Partial<Edge>): Edge {
  const base = { type, from, to, table: '', where: 't.live = 1', source: '', target: '' };
  return { ...base, ord: 't.ord', ...rest };
}

const statementLists: readonly Edge[] = [
  inList('ABOUT', 'Statement', 'Actor', {
    table: 'about',
    source: 't.statement',
    target: 't.actor',
    row: 't.statement',
  }),
  inList('ADDRESSED_TO', 'Statement', 'Actor', {
    table: 'addressees',
    source: 't.statement',
    target: 't.actor',
    row: 't.statement',
  }),
  inList('CARRIED_BY', 'Statement', 'Actor', {
    table: 'via',
    source: 't.statement',
    target: 't.actor',
    row: 't.report',
  }),
];

function agreementRole(type: string, role: string): Edge {
  return inList(type, 'Actor', 'Agreement', {
    table: 'agreement_actors',
    kind: { sql: 't.role', value: role },
    source: 't.actor',
    target: 't.agreement',
    row: 't.agreement',
  });
}

function relation(kind: string): Edge {
  return {
    type: typeName(kind),
    from: 'Actor',
    to: 'Actor',
    table: 'relations',
    where: 't.live = 1',
    kind: { sql: 't.kind', value: kind },
    source: 't.from_actor',
    target: 't.to_actor',
    columns: {
      ...own('id', 'title'),
      valid: text('t.date'),
      ...days('valid', 'date'),
      ...provenance,
    },
  };
}

const edges: readonly Edge[] = [
  {
    type: 'MADE',
    from: 'Actor',
    to: 'Statement',
    table: 'statements',
    where: 't.live = 1',
    source: 't.speaker',
    target: 't.key',
    own: 'to',
  },
  ...statementLists,
  {
    type: 'REPORTED_IN',
    from: 'Statement',
    to: 'Document',
    table: 'reports',
    where: 't.live = 1',
    source: 't.statement',
    target: 't.document',
    columns: report,
  },
  evidenceOf('Agreement', 'agreements', 'agreement'),
  evidenceOf('Event', 'events', 'event'),
  {
    type: 'PUBLISHED_BY',
    from: 'Document',
    to: 'Actor',
    table: 'documents',
    where: 't.outlet IS NOT NULL',
    source: 't.key',
    target: 't.outlet',
    own: 'from',
  },
  agreementRole('PARTY_TO', 'party'),
  agreementRole('SIGNED', 'signatory'),
  inList('TOOK_PART', 'Actor', 'Event', {
    table: 'participants',
    source: 't.actor',
    target: 't.event',
    row: 't.event',
    columns: own('role'),
  }),
  ...RELATION_KINDS.map(relation),
];

export const EDGE_TABLES: readonly EdgeTable[] = edges.map((edge, code) => {
  const columns = edge.columns ?? {};
  const defaults = { own: null, ord: '0', row: 't.key', kind: null };
  return { ...defaults, ...edge, columns, code, properties: typesOf(columns) };
});

/** Edge tables that differ in their kind only: one SELECT reads several of them. */
export const EDGE_FAMILIES: readonly (readonly EdgeTable[])[] = [
  ...EDGE_TABLES.reduce((families, table) => {
    const name = table.kind ? `${table.table} ${table.from} ${table.to}` : String(table.code);
    return families.set(name, [...(families.get(name) ?? []), table]);
  }, new Map<string, EdgeTable[]>()).values(),
];
