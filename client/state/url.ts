import { AROUND_KEYS, SHOWING_KEYS } from '../../server/contract/vocabulary.ts';

/**
 * The whole state of the screen as a query string, and back. Parameters of the screen itself have
 * reserved names; every other parameter is a filter and goes to the API as it stands, so that the
 * API can say what is wrong with one that it does not know.
 */
export const VIEWS = ['graph', 'table', 'matrix', 'console', 'review'] as const;
export type View = (typeof VIEWS)[number];

export const TABLES = [
  'statements',
  'actors',
  'ties',
  'agreements',
  'events',
  'relations',
  'documents',
] as const;
export type TableName = (typeof TABLES)[number];

export const LEVELS = ['actors', 'statements'] as const;
export type Level = (typeof LEVELS)[number];

export const LAYERS = ['says', 'agreement', 'event', 'relation'] as const;
export type Layer = (typeof LAYERS)[number];

/** Kinds of proposals that the review screen can be narrowed to. */
export const PROPOSED = ['statement', 'agreement', 'event', 'relation'] as const;
export type Proposed = (typeof PROPOSED)[number];

/** One condition: a key of the query vocabulary (or `q`, the search box) and a value as typed. */
export interface Filter {
  readonly key: string;
  readonly value: string;
}

/** What the evidence panel shows. */
export type Open =
  | { readonly type: 'record'; readonly id: string }
  | { readonly type: 'pair'; readonly from: string; readonly to: string }
  | { readonly type: 'path'; readonly from: string; readonly to: string };

/** The neighbourhood that the graph is narrowed to. */
export interface Ego {
  readonly of: string;
  readonly hops: 1 | 2 | 3;
}

export interface ScreenState {
  readonly view: View;
  readonly filters: readonly Filter[];
  readonly open: Open | null;
  /** The statement that is marked within what is open. */
  readonly at: string | null;
  readonly ego: Ego | null;
  readonly hidden: readonly Layer[];
  /** One edge for each ordered pair of actors, or every statement as a node of its own. */
  readonly level: Level;
  readonly table: TableName;
  /** Column of the table, `-` in front when it descends; null for the table's own order. */
  readonly order: string | null;
  /** Kinds under review; none means all. */
  readonly types: readonly Proposed[];
  /** Least confidence under review, 0..1. */
  readonly least: number;
  /** The query of the console; null when it is empty. */
  readonly cypher: string | null;
}

export const EMPTY: ScreenState = {
  view: 'graph',
  filters: [],
  open: null,
  at: null,
  ego: null,
  hidden: [],
  level: 'actors',
  table: 'statements',
  order: null,
  types: [],
  least: 0,
  cypher: null,
};

const RESERVED = new Set<string>([...SHOWING_KEYS, ...AROUND_KEYS]);

function among<T extends string>(allowed: readonly T[], text: string | null): T | null {
  return allowed.find((item) => item === text) ?? null;
}

function readOpen(text: string | null): Open | null {
  if (text === null || text === '') return null;
  const path = text.startsWith('path:');
  const [from = '', to] = (path ? text.slice('path:'.length) : text).split('>', 2);
  if (to === undefined) return path ? null : { type: 'record', id: text };
  return from === '' || to === '' ? null : { type: path ? 'path' : 'pair', from, to };
}

function printOpen(open: Open): string {
  if (open.type === 'record') return open.id;
  return `${open.type === 'path' ? 'path:' : ''}${open.from}>${open.to}`;
}

function readEgo(of: string | null, hops: string | null): Ego | null {
  if (of === null || of === '') return null;
  return { of, hops: hops === '2' ? 2 : hops === '3' ? 3 : 1 };
}

function readLeast(text: string | null): number {
  const share = Number(text ?? 0);
  return share > 0 && share <= 1 ? Math.round(share * 100) / 100 : 0;
}

/**
 * Reads a query string, with or without its `?`. What is missing or not understood is as in EMPTY;
 * steps around nobody are a filter that the API refuses.
 */
export function decode(search: string): ScreenState {
  const params = new URLSearchParams(search);
  const hidden = (params.get('hide') ?? '').split(',');
  const types = (params.get('types') ?? '').split(',');
  return {
    view: among(VIEWS, params.get('view')) ?? EMPTY.view,
    filters: [...params]
      .filter(([key]) => !RESERVED.has(key) || (key === 'hops' && !params.get('of')))
      .map(([key, value]) => ({ key, value })),
    open: readOpen(params.get('open')),
    at: params.get('at') || null,
    ego: readEgo(params.get('of'), params.get('hops')),
    hidden: LAYERS.filter((layer) => hidden.includes(layer)),
    level: among(LEVELS, params.get('level')) ?? EMPTY.level,
    table: among(TABLES, params.get('table')) ?? EMPTY.table,
    order: params.get('order') || null,
    types: PROPOSED.filter((type) => types.includes(type)),
    least: readLeast(params.get('least')),
    cypher: params.get('cypher') || null,
  };
}

/** The query string of a state, without `?`; empty for EMPTY. `decode(encode(s))` equals `s`. */
export function encode(state: ScreenState): string {
  const params = new URLSearchParams(state.filters.map(({ key, value }) => [key, value]));
  if (state.view !== EMPTY.view) params.set('view', state.view);
  if (state.table !== EMPTY.table) params.set('table', state.table);
  if (state.order !== null) params.set('order', state.order);
  if (state.types.length > 0) params.set('types', state.types.join(','));
  if (state.least > 0) params.set('least', String(state.least));
  if (state.cypher !== null) params.set('cypher', state.cypher);
  if (state.hidden.length > 0) params.set('hide', state.hidden.join(','));
  if (state.level !== EMPTY.level) params.set('level', state.level);
  if (state.ego !== null) {
    params.set('of', state.ego.of);
    params.set('hops', String(state.ego.hops));
  }
  if (state.open !== null) params.set('open', printOpen(state.open));
  if (state.at !== null) params.set('at', state.at);
  return readable(params.toString());
}

/** Colons, commas and `>` are allowed in a query string (RFC 3986, 3.4, save `>`); ids stay readable. */
function readable(search: string): string {
  return search.replaceAll('%3A', ':').replaceAll('%2C', ',');
}
