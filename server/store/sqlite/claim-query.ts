import { words, type ResolvedQuery, type ResolvedTerm } from '../../contract/index.ts';
import { boundsOf, compileTree, NOTHING, type Condition } from './compile.ts';
import type { Connection, Value } from './database.ts';
import { keysOf } from './keys.ts';
import { IN_KEYS } from './read-records.ts';

export type ClaimTable = 'agreements' | 'events' | 'relations';

/** SQL for "one of these actors has a part", by table; its parameters are lists of actor keys. */
const HAS_PART: Readonly<Record<ClaimTable, string>> = {
  agreements: `t.key IN (SELECT agreement FROM agreement_actors WHERE actor ${IN_KEYS})`,
  events: `t.key IN (SELECT event FROM participants WHERE actor ${IN_KEYS})`,
  relations: `t.from_actor ${IN_KEYS} OR t.to_actor ${IN_KEYS}`,
};

const OWNER = { agreements: 'agreement', events: 'event', relations: 'relation' } as const;

/** What evidence of `t` must hold: a condition over `evidence e` and its document `d`. */
function onEvidence(table: ClaimTable, sql: string, values: readonly Value[]): Condition {
  const documents = 'evidence e JOIN documents d ON d.key = e.document';
  return {
    sql: `EXISTS (SELECT 1 FROM ${documents} WHERE e.${OWNER[table]} = t.key AND (${sql}))`,
    values,
  };
}

/** Claims of `table t` in which one of the actors has a part. */
export function havingPart(
  connection: Connection,
  table: ClaimTable,
  actors: readonly string[],
): Condition {
  const keys = JSON.stringify(keysOf(connection, 'actors', actors));
  return { sql: HAS_PART[table], values: table === 'relations' ? [keys, keys] : [keys] };
}

/** Claims of `table t` that rest on one of the documents. */
export function restingOn(
  connection: Connection,
  table: ClaimTable,
  documents: readonly string[],
): Condition {
  const keys = JSON.stringify(keysOf(connection, 'documents', documents));
  const owner = OWNER[table];
  return {
    sql: `t.key IN (SELECT ${owner} FROM evidence WHERE document ${IN_KEYS} AND ${owner} IS NOT NULL)`,
    values: [keys],
  };
}

/** A query for statements as SQL over claims, `table t`: see ClaimFilter. Never NULL. */
export function compileClaimQuery(
  connection: Connection,
  table: ClaimTable,
  query: ResolvedQuery,
): Condition {
  return compileTree(query, (term) => compileTerm(connection, table, term));
}

function compileTerm(connection: Connection, table: ClaimTable, term: ResolvedTerm): Condition {
  switch (term.key) {
    case 'actor':
      return havingPart(connection, table, term.ids);
    case 'document':
      return restingOn(connection, table, term.ids);
    case 'agreement':
      return table === 'agreements'
        ? among('t.key', keysOf(connection, 'agreements', term.ids))
        : NOTHING;
    case 'outlet': {
      const { sql, values } = among('d.outlet', keysOf(connection, 'actors', term.ids));
      return onEvidence(table, sql, values);
    }
    case 'said':
      return dated('t.date', term);
    case 'published': {
      const { sql, values } = dated('d.published', term);
      return onEvidence(table, sql, values);
    }
    case 'status':
    case 'method':
      return { sql: `t.${term.key} = ?`, values: [term.value] };
    case 'text':
      return holdingWords(table, term);
    default:
      return NOTHING;
  }
}

function among(column: string, keys: readonly number[]): Condition {
  return { sql: `${column} IS NOT NULL AND ${column} ${IN_KEYS}`, values: [JSON.stringify(keys)] };
}

type Days =
  { readonly undated: true } | { readonly from: string | null; readonly to: string | null };

/** Days that can overlap, or no days known at all. */
function dated(column: 't.date' | 'd.published', term: Days): Condition {
  if ('undated' in term) return { sql: `${column}_from IS NULL`, values: [] };
  const { first, last } = boundsOf(term);
  return {
    sql: `${column}_from IS NOT NULL AND ${column}_from <= ? AND ${column}_to >= ?`,
    values: [last, first],
  };
}

/** The words side by side in what describes the claim, or in one passage that it rests on. */
function holdingWords(
  table: ClaimTable,
  { value, form }: Extract<ResolvedTerm, { key: 'text' }>,
): Condition {
  const wanted = words(value).join(' ');
  if (wanted === '') return NOTHING;
  const phrase = form === 'prefix' ? ` ${wanted}` : ` ${wanted} `;
  const passages = 'evidence e JOIN evidence_selectors q ON q.evidence = e.key';
  return {
    sql: `instr(' ' || t.words || ' ', ?) > 0 OR EXISTS (SELECT 1 FROM ${passages}
      WHERE e.${OWNER[table]} = t.key AND instr(' ' || words_of(q.exact) || ' ', ?) > 0)`,
    values: [phrase, phrase],
  };
}
