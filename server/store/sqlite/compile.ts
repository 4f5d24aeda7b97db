import type { ResolvedQuery, ResolvedTerm } from '../../contract/index.ts';
import { words } from '../../contract/index.ts';
import type { Connection, Value } from './database.ts';
import { dayNumber, FIRST_DAY, LAST_DAY } from './days.ts';
import { keysOf } from './keys.ts';

/** A boolean SQL expression over `statements s`, never NULL, with its parameters in order. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly Value[];
}

const EVERYTHING: Condition = { sql: '1', values: [] };
export const NOTHING: Condition = { sql: '0', values: [] };

type ActorTerm = Extract<ResolvedTerm, { ids: readonly string[] }>;
type DateTerm = Extract<ResolvedTerm, { from: string | null }>;
type UndatedTerm = Extract<ResolvedTerm, { undated: true }>;
type TextTerm = Extract<ResolvedTerm, { key: 'text' }>;

/** The query as SQL. Rejected statements are left out unless the query names `status`. */
export function compileQuery(connection: Connection, query: ResolvedQuery): Condition {
  const condition = compile(connection, query);
  return namesStatus(query)
    ? condition
    : { sql: `s.live = 1 AND (${condition.sql})`, values: condition.values };
}

export function namesStatus(query: ResolvedQuery): boolean {
  return someTerm(query, ({ key }) => key === 'status');
}

function someTerm(query: ResolvedQuery, test: (term: ResolvedTerm) => boolean): boolean {
  switch (query.type) {
    case 'all':
      return false;
    case 'term':
      return test(query.term);
    case 'not':
      return someTerm(query.of, test);
    default:
      return query.of.some((part) => someTerm(part, test));
  }
}

function compile(connection: Connection, query: ResolvedQuery): Condition {
  return compileTree(query, (term) => compileTerm(connection, term));
}

/** A query as SQL, term by term. @param leaf the condition of one term; never NULL */
export function compileTree(
  query: ResolvedQuery,
  leaf: (term: ResolvedTerm) => Condition,
): Condition {
  switch (query.type) {
    case 'all':
      return EVERYTHING;
    case 'not': {
      const { sql, values } = compileTree(query.of, leaf);
      return { sql: `NOT (${sql})`, values };
    }
    case 'term':
      return leaf(query.term);
    case 'and':
      return joined(query.of, ' AND ', EVERYTHING, leaf);
    case 'or':
      return joined(query.of, ' OR ', NOTHING, leaf);
  }
}

function joined(
  parts: readonly ResolvedQuery[],
  word: string,
  empty: Condition,
  leaf: (term: ResolvedTerm) => Condition,
): Condition {
  if (parts.length === 0) return empty;
  const conditions = parts.map((part) => compileTree(part, leaf));
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(word),
    values: conditions.flatMap(({ values }) => values),
  };
}

function compileTerm(connection: Connection, term: ResolvedTerm): Condition {
  switch (term.key) {
    case 'text':
      return compileText(term);
    case 'said':
    case 'published':
    case 'recorded':
      return 'undated' in term ? UNDATED[term.key] : compileDate(term);
    case 'kind':
      return {
        sql: 's.speaker IN (SELECT key FROM actors WHERE kind = ?)',
        values: [term.value],
      };
    case 'mode':
    case 'act':
    case 'status':
    case 'method':
      return { sql: `s.${term.key} = ?`, values: [term.value] };
    default:
      return compileIds(connection, term);
  }
}

const AMONG = 'IN (SELECT value FROM json_each(?))';

/** SQL that holds when an actor in a list has the part; one parameter, the list. */
const PART_OF_ACTOR = {
  speaker: `s.speaker ${AMONG}`,
  about: `s.key IN (SELECT statement FROM about WHERE actor ${AMONG})`,
  addressee: `s.key IN (SELECT statement FROM addressees WHERE actor ${AMONG})`,
  via: `s.key IN (SELECT statement FROM via WHERE actor ${AMONG})`,
  outlet: `s.key IN (SELECT r.statement FROM documents d JOIN reports r ON r.document = d.key
    WHERE d.outlet ${AMONG})`,
} as const;

function compileIds(connection: Connection, term: ActorTerm): Condition {
  switch (term.key) {
    case 'document':
      return withKeys(
        [`s.key IN (SELECT statement FROM reports WHERE document ${AMONG})`],
        keysOf(connection, 'documents', term.ids),
      );
    case 'agreement':
      return withKeys(
        [PART_OF_ACTOR.speaker, PART_OF_ACTOR.addressee, PART_OF_ACTOR.about],
        actorsOfAgreements(connection, term.ids),
      );
    case 'actor':
      return withKeys(
        [PART_OF_ACTOR.speaker, PART_OF_ACTOR.addressee, PART_OF_ACTOR.about, PART_OF_ACTOR.via],
        keysOf(connection, 'actors', term.ids),
      );
    default:
      return withKeys([PART_OF_ACTOR[term.key]], keysOf(connection, 'actors', term.ids));
  }
}

function withKeys(alternatives: readonly string[], keys: readonly number[]): Condition {
  if (keys.length === 0) return NOTHING;
  const list = JSON.stringify(keys);
  return { sql: alternatives.join(' OR '), values: alternatives.map(() => list) };
}

/** Parties and signatories. */
export function actorsOfAgreements(connection: Connection, ids: readonly string[]): number[] {
  return connection.column<number>(
    `SELECT DISTINCT actor FROM agreement_actors WHERE agreement ${AMONG}`,
    JSON.stringify(keysOf(connection, 'agreements', ids)),
  );
}

/** Days as integers, both inclusive. */
export function boundsOf({ from, to }: { from: string | null; to: string | null }): {
  first: number;
  last: number;
} {
  return {
    first: from === null ? FIRST_DAY : dayNumber(from),
    last: to === null ? LAST_DAY : dayNumber(to),
  };
}

/** Holds where no date is known. */
const UNDATED: Readonly<Record<UndatedTerm['key'], Condition>> = {
  said: { sql: 's.said_from IS NULL', values: [] },
  published: {
    sql: `s.key IN (SELECT r.statement FROM documents d JOIN reports r ON r.document = d.key
      WHERE d.published_from IS NULL)`,
    values: [],
  },
};

/** Holds when the days can overlap; an undated record has NULLs and never does. */
function compileDate(term: DateTerm): Condition {
  const { first, last } = boundsOf(term);
  switch (term.key) {
    case 'said':
      return {
        sql: 's.said_from IS NOT NULL AND s.said_from <= ? AND s.said_to >= ?',
        values: [last, first],
      };
    case 'published':
      return {
        sql: `s.key IN (SELECT r.statement FROM documents d JOIN reports r ON r.document = d.key
          WHERE d.published_from <= ? AND d.published_to >= ?)`,
        values: [last, first],
      };
    case 'recorded':
      return {
        sql: 's.recorded >= ? AND s.recorded < ?',
        values: [term.from ?? '', term.to === null ? '~' : `${term.to}~`],
      };
  }
}

/** The full-text match of one term; null when it holds no word, and so can match nothing. */
export function matchOf({ value, form }: TextTerm): string | null {
  const found = words(value);
  if (found.length === 0) return null;
  return `"${found.join(' ')}"${form === 'prefix' ? '*' : ''}`;
}

function compileText(term: TextTerm): Condition {
  const match = matchOf(term);
  if (match === null) return NOTHING;
  return {
    sql: 's.key IN (SELECT rowid FROM statement_words WHERE statement_words MATCH ?)',
    values: [match],
  };
}

/** Text terms that can lend relevance: those not under a negation, joined by OR; null without any. */
export function relevanceMatch(query: ResolvedQuery): string | null {
  const matches = positiveTexts(query)
    .map(matchOf)
    .filter((match) => match !== null);
  return matches.length === 0 ? null : [...new Set(matches)].join(' OR ');
}

/** Text terms that are not under a negation. */
export function positiveTexts(query: ResolvedQuery): TextTerm[] {
  switch (query.type) {
    case 'term':
      return query.term.key === 'text' ? [query.term] : [];
    case 'and':
    case 'or':
      return query.of.flatMap(positiveTexts);
    default:
      return [];
  }
}
