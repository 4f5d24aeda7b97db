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

export const LAYERS = ['says', 'agreement', 'event', 'relation'] as const;
export type Layer = (typeof LAYERS)[number];

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
  readonly table: TableName;
  /** Column of the table, `-` in front when it descends; null for the table's own order. */
  readonly order: string | null;
}

export const EMPTY: ScreenState = {
  view: 'graph',
  filters: [],
  open: null,
  at: null,
  ego: null,
  hidden: [],
  table: 'statements',
  order: null,
};

const RESERVED = new Set(['view', 'open', 'at', 'of', 'hops', 'hide', 'table', 'order']);

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

export function printOpen(open: Open): string {
  if (open.type === 'record') return open.id;
  return `${open.type === 'path' ? 'path:' : ''}${open.from}>${open.to}`;
}

function readEgo(of: string | null, hops: string | null): Ego | null {
  if (of === null || of === '') return null;
  return { of, hops: hops === '2' ? 2 : hops === '3' ? 3 : 1 };
}

/** Reads a query string, with or without its `?`. What is missing or not understood is as in EMPTY. */
export function decode(search: string): ScreenState {
  const params = new URLSearchParams(search);
  const hidden = (params.get('hide') ?? '').split(',');
  return {
    view: among(VIEWS, params.get('view')) ?? EMPTY.view,
    filters: [...params]
      .filter(([key]) => !RESERVED.has(key))
      .map(([key, value]) => ({ key, value })),
    open: readOpen(params.get('open')),
    at: params.get('at') || null,
    ego: readEgo(params.get('of'), params.get('hops')),
    hidden: LAYERS.filter((layer) => hidden.includes(layer)),
    table: among(TABLES, params.get('table')) ?? EMPTY.table,
    order: params.get('order') || null,
  };
}

/** The query string of a state, without `?`; empty for EMPTY. `decode(encode(s))` equals `s`. */
export function encode(state: ScreenState): string {
  const params = new URLSearchParams(state.filters.map(({ key, value }) => [key, value]));
  if (state.view !== EMPTY.view) params.set('view', state.view);
  if (state.table !== EMPTY.table) params.set('table', state.table);
  if (state.order !== null) params.set('order', state.order);
  if (state.hidden.length > 0) params.set('hide', state.hidden.join(','));
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
