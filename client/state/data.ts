import { computed, signal, type ReadonlySignal } from '@preact/signals';
import * as api from '../api/calls.ts';
import type { Params } from '../api/http.ts';
import type { FacetName, GraphReply, StatementPage } from '../../server/contract/replies.ts';
import { MOST_IDS, QUERY_KEY_NAMES, QUERY_KEYS } from '../../server/contract/vocabulary.ts';
import {
  params,
  statementParams,
  valuesOf,
  without,
  type Meanings,
  type Narrowing,
} from './filters.ts';
import { mayBeQuestion } from './plain-question.ts';
import { resource } from './resource.ts';
import type { Screen } from './screen.ts';
import type { Filter } from './url.ts';

/** Facets of the rail, in its order. */
export const RAIL_FACETS = [
  'act',
  'speaker',
  'about',
  'kind',
  'via',
  'outlet',
  'document',
  'addressee',
  'mode',
  'status',
  'method',
] as const satisfies readonly FacetName[];

/** Most nodes in one view; the server says what it left out. */
const NODE_LIMIT = 300;
/** Statements on one page of the table. */
const PAGE_SIZE = 100;
/** Most statements whose own dates the timeline counts; beyond, it counts by month. */
const TIMELINE_LIMIT = 1000;

const read = <T>(key: string) => JSON.parse(key) as T;

function keyed<T>(make: () => T | null): ReadonlySignal<string | null> {
  return computed(() => {
    const value = make();
    return value === null ? null : JSON.stringify(value);
  });
}

function loadGraph(key: string, signal: AbortSignal): Promise<GraphReply> {
  const { filters, ego, level } = read<Narrowing>(key);
  const all: Params = [...params(filters, ego), ['level', level], ['limit', String(NODE_LIMIT)]];
  return ego === null ? api.graph(all, signal) : api.neighbourhood(all, signal);
}

interface ListKey extends Narrowing {
  readonly sort: string | null;
}

const SORTS = new Set(['said', '-said', 'recorded', '-recorded', 'relevance']);

export function listParams({ sort, ...narrowing }: ListKey): [string, string][] {
  const list = statementParams(narrowing);
  if (sort !== null && SORTS.has(sort)) list.push(['sort', sort]);
  return [...list, ['limit', String(PAGE_SIZE)]];
}

const ACTOR_KEYS: ReadonlySet<string> = new Set(
  QUERY_KEY_NAMES.filter((key) => QUERY_KEYS[key].type === 'actor'),
);
/** A filter on an actor that was typed as a name, and not picked with its id. */
const isName = ({ key, value }: Filter) => ACTOR_KEYS.has(key) && !/^-|^actor:/.test(value);

/** Whom the names in the filters mean, so that the rail can tick them. */
async function loadMeanings(key: string, signal: AbortSignal): Promise<Meanings> {
  const found = read<string[]>(key).map(async (name) => {
    const { notes } = await api.ask(name, signal);
    return [name, notes.flatMap(({ actor }) => actor?.id ?? [])] as const;
  });
  return new Map(await Promise.all(found));
}

type Counted = Partial<Record<FacetName, NonNullable<StatementPage['facets']>[FacetName]>>;

/**
 * Counts of a facet whose key is filtered on, as if it were not: so that a second value can be
 * added to the first.
 */
async function loadSiblings(key: string, signal: AbortSignal): Promise<Counted> {
  const { names, ...narrowing } = read<Narrowing & { names: FacetName[] }>(key);
  const pages = await Promise.all(
    names.map((name) => {
      const filters = without(narrowing.filters, name);
      const rest = statementParams({ ...narrowing, filters });
      return api.statements([...rest, ['facets', name], ['limit', '1']], signal);
    }),
  );
  return Object.fromEntries(names.map((name, i) => [name, pages[i]?.facets?.[name]]));
}

/** Statements whatever day they were said on: what the timeline counts. */
function createTimeline(narrowing: ReadonlySignal<Narrowing>) {
  return resource(
    keyed<Narrowing>(() => ({
      ...narrowing.value,
      filters: without(narrowing.value.filters, 'said'),
    })),
    (key, signal) =>
      api.statements(
        [
          ...statementParams(read<Narrowing>(key)),
          ['sort', 'said'],
          ['limit', String(TIMELINE_LIMIT)],
          ['facets', 'said'],
          ['facetLimit', '1000'],
        ],
        signal,
      ),
  );
}

/** Everything that the screen fetches, each following the state by itself. */
export function createData(screen: Screen) {
  const { state } = screen;
  const filters = computed(() => state.value.filters);
  const narrowing = computed((): Narrowing => {
    const { ego, level } = state.value;
    return { filters: filters.value, ego, level: ego === null ? 'actors' : level };
  });

  const graph = resource(
    keyed<Narrowing>(() => ({ ...narrowing.value, level: 'actors' })),
    loadGraph,
  );
  /** The same with statements as nodes; tables, matrix and pairs keep to the actors. */
  const detail = resource(
    keyed<Narrowing>(() =>
      state.value.level === 'statements' ? { ...narrowing.value, level: 'statements' } : null,
    ),
    loadGraph,
  );
  const list = resource(
    keyed<ListKey>(() => ({
      ...narrowing.value,
      sort: state.value.table === 'statements' ? state.value.order : null,
    })),
    (key, signal) =>
      api.statements(
        [...listParams(read<ListKey>(key)), ['facets', RAIL_FACETS.join(',')]],
        signal,
      ),
  );
  const siblings = resource(
    keyed(() => {
      const names = RAIL_FACETS.filter((name) => valuesOf(filters.value, name).length > 0);
      return names.length === 0 ? null : { ...narrowing.value, names };
    }),
    loadSiblings,
  );
  const timeline = createTimeline(narrowing);
  /** How the search is read, when it may be a plain question. */
  const reading = resource(
    keyed(() => valuesOf(filters.value, 'q').find(mayBeQuestion) ?? null),
    (key, signal) => api.ask(read<string>(key), signal),
  );
  const meanings = resource(
    keyed(() => {
      const names = filters.value.filter(isName).map(({ value }) => value);
      return names.length === 0 ? null : [...new Set(names)].sort();
    }),
    loadMeanings,
  );
  const path = resource(
    keyed(() => (state.value.open?.type === 'path' ? state.value.open : null)),
    (key, signal) => {
      const { from, to } = read<{ from: string; to: string }>(key);
      return api.paths(from, to, signal);
    },
  );
  const pair = resource(
    keyed(() => pairKey(state.value.open, graph.value.value.data, graph.value.value.fresh)),
    loadPair,
  );
  /** What a view draws in the place of the graph: the answer of the console. */
  const answer = signal<GraphReply | null>(null);
  const atHand = computed(() => (state.value.level === 'statements' ? detail : graph));
  const shown = computed(() => atHand.value.value.value);
  const reloadShown = () => atHand.peek().reload();
  const drawn = computed(() => answer.value ?? shown.value.data);
  return {
    narrowing,
    graph,
    shown,
    reloadShown,
    list,
    siblings,
    timeline,
    reading,
    meanings,
    path,
    pair,
    answer,
    drawn,
  };
}

interface PairKey {
  readonly from: string;
  readonly to: string;
  /** Statements behind the edge in the graph now shown; empty when there is no such edge. */
  readonly records: readonly string[];
}

function pairKey(
  open: Screen['state']['value']['open'],
  reply: GraphReply | null,
  fresh: boolean,
): PairKey | null {
  if (open?.type !== 'pair' || reply === null || !fresh) return null;
  const { from, to } = open;
  const edge = reply.edges.find(
    (item) => item.attributes.type === 'says' && item.source === from && item.target === to,
  );
  return { from, to, records: edge?.attributes.records ?? [] };
}

/** Most statements of one pair that are shown; the panel says how many there are. */
const PAIR_LIMIT = MOST_IDS;

async function loadPair(key: string, signal: AbortSignal) {
  const { from, to, records } = read<PairKey>(key);
  const [left, right, statements] = await Promise.all([
    api.actor(from, signal),
    api.actor(to, signal),
    api.statementsNamed(records.slice(0, PAIR_LIMIT), signal),
  ]);
  return { from: left, to: right, statements, total: records.length };
}

export type PairEvidence = Awaited<ReturnType<typeof loadPair>>;
