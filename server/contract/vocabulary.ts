import { ACTS, ACTOR_KINDS, METHODS, MODES, STATUSES } from '../../graph-data/schema/index.ts';

/**
 * The one vocabulary of the search box, the URL, the API, the CLI and saved queries. A key's type
 * says how its values are read:
 *
 * - `actor`: an actor's id, name or alias
 * - `document`: a document's id or title
 * - `agreement`: an agreement's id or name
 * - `enum`: one of `values`
 * - `date`: an EDTF date or a range `A..B`, either side open; matches when the days can overlap;
 *   or one of `values`; a side of `recorded` may be an instant (2022-12-07T09:30:00.000Z)
 * - `text`: words, "phrases" and prefix*
 */
export interface QueryKey {
  readonly type: 'actor' | 'document' | 'agreement' | 'enum' | 'date' | 'text';
  readonly values?: readonly string[];
  /** What it matches, in one line, for the API reference and the suggestions. */
  readonly meaning: string;
  /**
   * What it matches of agreements, events and relations, in one line; null when they have nothing
   * of the kind, so that it matches none of them.
   */
  readonly ofClaims: string | null;
}

/** The value of a date key, and of the facet `said`, that means: no date is known. */
export const UNDATED = 'unknown';

export const QUERY_KEYS = {
  speaker: { type: 'actor', meaning: 'who said it', ofClaims: null },
  about: { type: 'actor', meaning: 'whom or what it is about', ofClaims: null },
  addressee: { type: 'actor', meaning: 'whom it was said to', ofClaims: null },
  via: { type: 'actor', meaning: 'who carried it: agency, broadcaster, platform', ofClaims: null },
  outlet: {
    type: 'actor',
    meaning: 'who published a document that reports it',
    ofClaims: 'who published a document that it rests on',
  },
  document: {
    type: 'document',
    meaning: 'a document that reports it',
    ofClaims: 'a document that it rests on',
  },
  actor: {
    type: 'actor',
    meaning: 'anyone with a part in it: speaker, addressee, about or via',
    ofClaims: 'anyone with a part in it',
  },
  kind: { type: 'enum', values: ACTOR_KINDS, meaning: "the speaker's kind", ofClaims: null },
  mode: { type: 'enum', values: MODES, meaning: 'direct, indirect or mixed', ofClaims: null },
  act: {
    type: 'enum',
    values: ACTS,
    meaning: 'what the words do: assert, deny, accuse, warn ...',
    ofClaims: null,
  },
  agreement: {
    type: 'agreement',
    meaning: 'said by, to or about a party to or signatory of this agreement',
    ofClaims: 'that agreement itself',
  },
  said: {
    type: 'date',
    values: [UNDATED],
    meaning: 'when it was said; unknown: no date is known',
    ofClaims: 'when it was made, happened or held',
  },
  published: {
    type: 'date',
    values: [UNDATED],
    meaning: 'when a document that reports it was published; unknown: no date is known',
    ofClaims: 'when a document that it rests on was published',
  },
  recorded: { type: 'date', meaning: 'when it entered the record', ofClaims: null },
  status: {
    type: 'enum',
    values: STATUSES,
    meaning: 'accepted, proposed or rejected',
    ofClaims: 'the same',
  },
  method: {
    type: 'enum',
    values: METHODS,
    meaning: 'read by a person, extracted or imported',
    ofClaims: 'the same',
  },
  text: {
    type: 'text',
    meaning: 'words of the content and of its quotations',
    ofClaims: 'words of its name, summary, place or title and of its quotations',
  },
} as const satisfies Readonly<Record<string, QueryKey>>;

export type QueryKeyName = keyof typeof QUERY_KEYS;

export const QUERY_KEY_NAMES = Object.keys(QUERY_KEYS) as QueryKeyName[];

/** Whether the word is a key; safe for words such as "constructor". */
export function isQueryKey(word: string): word is QueryKeyName {
  return Object.hasOwn(QUERY_KEYS, word);
}

/**
 * `said`, `recorded` and `reports` ascend, with `-` they descend; undated statements come last either
 * way. `reports` counts them, copies too; of those with as many the latest said come first.
 * `relevance` is BM25 over the text terms, best first; without text terms it is `-said`.
 */
export const STATEMENT_SORTS = [
  'said',
  '-said',
  'recorded',
  '-recorded',
  'reports',
  '-reports',
  'relevance',
] as const;
export type StatementSort = (typeof STATEMENT_SORTS)[number];

/** Whether a graph has one edge for each ordered pair of actors, or every statement as a node. */
export const GRAPH_LEVELS = ['actors', 'statements'] as const;
export type GraphLevel = (typeof GRAPH_LEVELS)[number];

/**
 * `csv`: one row for each report, or for each document that a claim rests on; `jsonl`: one record a line; `gexf`, `graphml`: the multigraph,
 * one edge for each statement and actor it concerns; `jsonld`: W3C Web Annotation and schema.org;
 * `ftm`: FollowTheMoney entities; `story`: one page that needs nothing else to be read;
 * `citations`: one line for each of those rows; `bibtex`, `csl`: the documents.
 */
export const EXPORT_FORMATS = [
  'csv',
  'jsonl',
  'gexf',
  'graphml',
  'jsonld',
  'ftm',
  'story',
  'citations',
  'bibtex',
  'csl',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Types of records that an export can be narrowed to. */
export const EXPORT_TYPES = ['statement', 'agreement', 'event', 'relation'] as const;
export type ExportType = (typeof EXPORT_TYPES)[number];

/** Statements that can be asked for by id at once; the address of so many is never too long. */
export const MOST_IDS = 60;

/** Parameters of the screen's address that say how it shows an answer, and not what is asked. */
export const SHOWING_KEYS = [
  'view',
  'open',
  'at',
  'hide',
  'table',
  'order',
  'types',
  'least',
  'cypher',
] as const;

/** Parameters that narrow a question to the graph of a neighbourhood, beside the vocabulary. */
export const AROUND_KEYS = ['of', 'hops', 'level'] as const;
