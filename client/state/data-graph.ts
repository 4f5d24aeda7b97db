import { computed, signal, type ReadonlySignal } from '@preact/signals';
import * as api from '../api/calls.ts';
import type { Params } from '../api/http.ts';
import type { GraphReply } from '../../server/contract/replies.ts';
import { MOST_IDS } from '../../server/contract/vocabulary.ts';
import { keyed, read } from './data-key.ts';
import { params, pathConditions, type Narrowing } from './filters.ts';
import { resource, type Resource } from './resource.ts';
import type { Screen } from './screen.ts';

/** Most nodes in one view; the server says what it left out. */
const NODE_LIMIT = 300;

function loadGraph(key: string, signal: AbortSignal): Promise<GraphReply> {
  const { filters, ego, level } = read<Narrowing>(key);
  const all: Params = [...params(filters, ego), ['level', level], ['limit', String(NODE_LIMIT)]];
  return ego === null ? api.graph(all, signal) : api.neighbourhood(all, signal);
}

/** The graph that the view draws, and the one between actors, which tables and matrix keep to. */
export function createGraphs({ state }: Screen, narrowing: ReadonlySignal<Narrowing>) {
  const graph = resource(
    keyed<Narrowing>(() => ({ ...narrowing.value, level: 'actors' })),
    loadGraph,
  );
  /** The same with statements as nodes. */
  const detail = resource(
    keyed<Narrowing>(() =>
      state.value.level === 'statements' ? { ...narrowing.value, level: 'statements' } : null,
    ),
    loadGraph,
  );
  /** What a view draws in the place of the graph: the answer of the console. */
  const answer = signal<GraphReply | null>(null);
  const atHand = computed(() => (state.value.level === 'statements' ? detail : graph));
  const shown = computed(() => atHand.value.value.value);
  return {
    graph,
    shown,
    reloadShown: () => atHand.peek().reload(),
    answer,
    drawn: computed(() => answer.value ?? shown.value.data),
  };
}

interface PathKey {
  readonly from: string;
  readonly to: string;
  readonly conditions: Params;
}

/** The path that is open, under those filters that a path can be under. */
export function createPath({ open, filters }: Screen) {
  return resource(
    keyed<PathKey>(() => {
      if (open.value?.type !== 'path') return null;
      const { from, to } = open.value;
      return { from, to, conditions: pathConditions(filters.value).params };
    }),
    (key, signal) => {
      const { from, to, conditions } = read<PathKey>(key);
      return api.paths(from, to, conditions, signal);
    },
  );
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

/** The pair that is open, with what its edge in the graph rests on. */
export function createPair({ open }: Screen, graph: Resource<GraphReply>) {
  const { value } = graph;
  return resource(
    keyed(() => pairKey(open.value, value.value.data, value.value.fresh)),
    loadPair,
  );
}

export type PairEvidence = Awaited<ReturnType<typeof loadPair>>;
