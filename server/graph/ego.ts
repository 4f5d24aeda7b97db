import { ActorId } from '../../graph-data/schema/index.ts';
import {
  and,
  or,
  term,
  type GraphLevel,
  type ResolvedQuery,
  type ResolvedTerm,
  type TieKind,
} from '../contract/index.ts';
import type { EgoNetwork, PathFinder } from '../query/paths/index.ts';
import type { RecordReader } from '../store/store.ts';
import { eachClaim, eachStatementInto } from './collect.ts';
import { EDGES_PER_NODE, limited, type Drafts, type Limited } from './limit.ts';
import { Projection, type NodeDraft } from './projection.ts';

/** Ties that a graph draws as edges or through a node: carriers and outlets it does not draw. */
const DRAWN: TieKind[] = ['about', 'addressee', 'agreement', 'event', 'relation'];

export interface EgoAsked {
  readonly actor: string;
  /** 1..3; an agreement, event or statement is no step of its own. */
  readonly hops: number;
  readonly query: ResolvedQuery;
  readonly level: GraphLevel;
  /** Most nodes. */
  readonly limit: number;
}

/** What an ego network draws, and its whole before the limit. */
export interface EgoDrafts {
  readonly whole: Drafts;
  readonly shown: Limited;
  /** Actors within reach that were not read, nor their edges. */
  readonly unread: number;
}

async function tieFilter(reader: RecordReader, query: ResolvedQuery) {
  if (query.type === 'all') return { kinds: DRAWN, records: null };
  const records: string[] = await reader.statementIds(query);
  for await (const { record } of eachClaim(reader, query)) records.push(record.id);
  return { kinds: DRAWN, records };
}

/** One question, as statements are asked it and as agreements, events and relations are. */
export interface Scope {
  readonly statements: ResolvedQuery;
  readonly claims: ResolvedQuery;
}

/** The question for what the ego network of an actor draws, whole: before any limit. */
export async function egoScope(
  reader: RecordReader,
  paths: PathFinder,
  { actor, hops, query, level }: Omit<EgoAsked, 'limit'>,
): Promise<Scope> {
  const filter = await tieFilter(reader, query);
  const of = ActorId.parse(actor);
  const reach = async (steps: number) => {
    const ids = steps === 0 ? [of] : await paths.within({ of, hops: steps, ...filter });
    return ids.map((id) => ActorId.parse(id));
  };
  const [ids, inner] = [await reach(hops), await reach(hops - 1)];
  return {
    statements: statementsAmong(query, level, ids, inner),
    claims: and<ResolvedTerm>(query, term({ key: 'actor', ids: inner })),
  };
}

/**
 * The ego network of an actor: who is in it is told by the adjacency, what ties them is read from
 * the store. An actor that the filter leaves without any tie stands alone.
 */
export async function egoDrafts(
  reader: RecordReader,
  paths: PathFinder,
  asked: EgoAsked,
): Promise<EgoDrafts> {
  const { actor, hops, query, limit } = asked;
  const filter = await tieFilter(reader, query);
  const ego = await paths.neighbourhood({ of: ActorId.parse(actor), hops, limit, ...filter });
  const whole = await draftsAmong(reader, asked, ego);
  const kept = ego.nodes.map(({ id }) => id);
  const fitting = limited(fitted(whole, kept, limit), limit, [actor]);
  return { whole, unread: ego.omitted, shown: counted(fitting, whole, ego, limit) };
}

/** What the filter lets through of what ties the actors of the network to one another. */
async function draftsAmong(
  reader: RecordReader,
  { hops, query, level }: EgoAsked,
  { nodes }: EgoNetwork,
): Promise<Drafts> {
  const ids = nodes.map(({ id }) => ActorId.parse(id));
  const inner = ids.slice(0, nodes.filter((node) => node.hops < hops).length);
  const projection = new Projection(level);
  await eachStatementInto(projection, reader, statementsAmong(query, level, ids, inner));
  for await (const claim of eachClaim(reader, query, { actors: inner })) projection.addClaim(claim);
  const said = await saidBy(reader, query, ids);
  const actors = ids.map(
    (id) => [id, { type: 'actor', label: id, said: said.get(id) ?? 0 }] as const,
  );
  const others = [...projection.nodes].filter(([, { type }]) => type !== 'actor');
  const drafts = new Map<string, NodeDraft>([...actors, ...others]);
  return { nodes: drafts, edges: edgesAmong(projection, drafts) };
}

export function edgesAmong({ edges }: Drafts, nodes: Drafts['nodes']): Drafts['edges'] {
  return new Map([...edges].filter(([, it]) => nodes.has(it.source) && nodes.has(it.target)));
}

/** As edges: said by one of them, of or to one of them. As nodes: whatever names an inner one. */
function statementsAmong(
  query: ResolvedQuery,
  level: GraphLevel,
  ids: ActorId[],
  inner: ActorId[],
): ResolvedQuery {
  const heard = (by: ActorId[]) =>
    or<ResolvedTerm>(term({ key: 'about', ids: by }), term({ key: 'addressee', ids: by }));
  if (level === 'actors')
    return and<ResolvedTerm>(query, term({ key: 'speaker', ids }), heard(ids));
  return and<ResolvedTerm>(
    query,
    or<ResolvedTerm>(term({ key: 'speaker', ids: inner }), heard(inner)),
  );
}

/** How many statements each has made that the filter lets through. */
async function saidBy(reader: RecordReader, query: ResolvedQuery, ids: ActorId[]) {
  const theirs = and<ResolvedTerm>(query, term({ key: 'speaker', ids }));
  const { speaker } = await reader.facets(theirs, ['speaker'], ids.length);
  return new Map((speaker?.values ?? []).map(({ value, count }) => [value, count]));
}

/** Of each actor the agreements, events and statements beside it, and how many actors each has. */
function recordsBeside({ nodes, edges }: Drafts) {
  const around = new Map<string, Set<string>>();
  const members = new Map<string, Set<string>>();
  for (const { source, target } of edges.values())
    for (const [actor, record] of [
      [source, target],
      [target, source],
    ] as const) {
      if (nodes.get(record)?.type === 'actor') continue;
      around.set(actor, (around.get(actor) ?? new Set()).add(record));
      members.set(record, (members.get(record) ?? new Set()).add(actor));
    }
  return { around, members };
}

/**
 * As many of the actors, in their order, as fit with what ties them: an agreement, event or
 * statement comes in with the second of its actors, so that nobody stands alone; those of one
 * actor only take what room is left.
 */
function fitted(whole: Drafts, actors: readonly string[], limit: number): Drafts {
  if (whole.nodes.size <= limit) return whole;
  const { around, members } = recordsBeside(whole);
  const kept = new Set<string>();
  const isTied = (record: string) =>
    [...(members.get(record) ?? [])].some((actor) => kept.has(actor));
  for (const actor of actors) {
    const ties = [...(around.get(actor) ?? [])].filter((id) => !kept.has(id) && isTied(id));
    if (kept.size + 1 + ties.length > limit) break;
    for (const key of [actor, ...ties]) kept.add(key);
  }
  for (const [record, { size }] of members)
    if (size === 1 && kept.size < limit && isTied(record)) kept.add(record);
  const nodes = new Map([...whole.nodes].filter(([key]) => kept.has(key)));
  return { nodes, edges: edgesAmong(whole, nodes) };
}

/** What is shown, with what it leaves out of the whole. */
function counted(shown: Limited, whole: Drafts, ego: EgoNetwork, limit: number): Limited {
  const nodes = whole.nodes.size + ego.omitted - shown.nodes.size;
  const edges = whole.edges.size - shown.edges.size;
  if (nodes + edges === 0) return { ...shown, omitted: { nodes, edges }, reason: null };
  const unread =
    ego.omitted === 0
      ? ''
      : `; edges of ${ego.omitted} of the ${ego.reached} actors within reach are not counted`;
  const reason = `limit=${limit}: the ${shown.nodes.size} nodes nearest to the middle, with most ties to it, are shown, and at most ${limit * EDGES_PER_NODE} edges${unread}`;
  return { ...shown, omitted: { nodes, edges }, reason };
}
