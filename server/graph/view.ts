import {
  actorRadius,
  ALL,
  type GraphLevel,
  type GraphReply,
  type ResolvedQuery,
} from '../contract/index.ts';
import { PathFinder } from '../query/paths/index.ts';
import type { Store } from '../store/store.ts';
import { RevisionCache } from './cache.ts';
import { actorsAmong, project } from './collect.ts';
import { layoutOf, metricsOf } from './compute.ts';
import { edgesAmong, egoDrafts, egoScope, type Scope } from './ego.ts';
import { limited, type Drafts, type Limited } from './limit.ts';
import type { Projection } from './projection.ts';
import { recordGraph, serialised } from './serialise.ts';
import { skeletonOf, type Point, type Skeleton } from './skeleton.ts';
import { statementPlaces } from './statement-places.ts';

/** Most nodes that get a place of their own in the layout of the whole record. */
const PLACED = 10_000;

/**
 * The graph of the record as it is shown: projected, limited, measured, placed. Results are kept
 * until the record changes. Places are kept for good: what has been placed stays there.
 */
export class GraphView {
  readonly #store: Store;
  readonly #paths: PathFinder;
  readonly #projections = new RevisionCache<Projection>(4);
  readonly #places = new RevisionCache<ReadonlyMap<string, Point>>(1);
  /** Settles once what is being placed has been kept. */
  #placing: Promise<unknown> = Promise.resolve();
  readonly #replies = new RevisionCache<GraphReply>(32);
  /** A screen asks for list, facets, timeline and tables of one neighbourhood. */
  readonly #scopes = new RevisionCache<Scope>(32);

  /** @param paths who is within reach of whom; one of its own when left out */
  constructor(store: Store, paths = new PathFinder(store)) {
    this.#store = store;
    this.#paths = paths;
  }

  /** @param limit most nodes */
  async graph(query: ResolvedQuery, level: GraphLevel, limit: number): Promise<GraphReply> {
    const revision = await this.#store.revision();
    const key = JSON.stringify(['graph', query, level, limit]);
    return this.#replies.get(revision, key, async () => {
      const projection = await this.#projection(revision, query, level);
      const { statements } = projection;
      return this.#reply(revision, projection, limited(projection, limit), level, statements);
    });
  }

  /**
   * The ego network of an actor. An actor that the filter leaves without any tie stands alone.
   *
   * @param hops 1..3
   */
  async neighbourhood(
    actor: string,
    hops: number,
    query: ResolvedQuery,
    limit: number,
    level: GraphLevel = 'actors',
  ): Promise<GraphReply> {
    const revision = await this.#store.revision();
    const key = JSON.stringify(['neighbourhood', actor, hops, query, limit, level]);
    return this.#replies.get(revision, key, async () => {
      const asked = { actor, hops, query, level, limit };
      const { whole, shown, unread } = await egoDrafts(this.#store, this.#paths, asked);
      return this.#reply(revision, whole, shown, level, statementsBehind(whole), unread);
    });
  }

  /**
   * What a query asks within the ego network of an actor: that which `neighbourhood` draws of it,
   * whole. Without an actor, the query as it stands.
   */
  async scope(
    around: { readonly actor: string; readonly hops: number; readonly level: GraphLevel } | null,
    query: ResolvedQuery,
  ): Promise<Scope> {
    if (around === null) return { statements: query, claims: query };
    const revision = await this.#store.revision();
    return this.#scopes.get(revision, JSON.stringify([around, query]), () =>
      egoScope(this.#store, this.#paths, { ...around, query }),
    );
  }

  /** Lays out what has no place yet, so that the first look need not wait. */
  async prepare(): Promise<void> {
    await this.#placed(await this.#store.revision());
  }

  #projection(revision: number, query: ResolvedQuery, level: GraphLevel): Promise<Projection> {
    return this.#projections.get(revision, JSON.stringify([query, level]), () =>
      project(this.#store, query, level),
    );
  }

  async #reply(
    revision: number,
    whole: Drafts,
    shown: Limited,
    level: GraphLevel,
    statements: number,
    unread = 0,
  ): Promise<GraphReply> {
    const skeleton = skeletonFor(shown);
    const metrics = await metricsOf(skeleton);
    const positions = await this.#positionsFor(revision, shown);
    const actors = await actorsAmong(this.#store, shown.nodes.keys());
    const total = { nodes: whole.nodes.size + unread, edges: whole.edges.size, statements };
    return serialised(recordGraph({ shown, actors, skeleton, metrics, positions, level, total }));
  }

  /** Kept places; what a filter shows beyond them finds room around them, for this reply only. */
  async #positionsFor(revision: number, shown: Limited): Promise<ReadonlyMap<string, Point>> {
    const placed = await this.#placed(revision);
    const others = new Map([...shown.nodes].filter(([, { type }]) => type !== 'statement'));
    const positions = await extended(placed, { nodes: others, edges: edgesAmong(shown, others) });
    return new Map([...positions, ...statementPlaces(shown, positions)]);
  }

  /** One after the other: places that another revision is being given at the time would be lost. */
  #placed(revision: number): Promise<ReadonlyMap<string, Point>> {
    return this.#places.get(revision, 'all', () => {
      const placed = this.#placing.then(() => this.#place(revision));
      this.#placing = placed.catch(() => undefined);
      return placed;
    });
  }

  async #place(revision: number): Promise<ReadonlyMap<string, Point>> {
    const known = await this.#store.positions();
    const whole = limited(await this.#projection(revision, ALL, 'actors'), PLACED);
    const placed = await extended(known, whole);
    if (placed !== known) await this.#store.savePositions(placed);
    return placed;
  }
}

/** Distinct statements behind the edges; at level `statements` each is behind its speaker's. */
function statementsBehind({ edges }: Drafts): number {
  const said = [...edges.values()].filter(({ type }) => type === 'says' || type === 'made');
  return new Set(said.flatMap(({ records }) => records.map(({ id }) => id))).size;
}

function skeletonFor({ nodes, edges }: Drafts): Skeleton {
  const sizes = new Map([...nodes].map(([key, { said }]) => [key, actorRadius(said)]));
  const links = [...edges.values()].map(({ source, target, records }) => ({
    source,
    target,
    weight: records.length,
  }));
  return skeletonOf(sizes, links);
}

/** The known places with those of the drafts added; `known` itself when nothing was new. */
async function extended(
  known: ReadonlyMap<string, Point>,
  drafts: Drafts,
): Promise<ReadonlyMap<string, Point>> {
  if ([...drafts.nodes.keys()].every((key) => known.has(key))) return known;
  const skeleton = skeletonFor(drafts);
  const points = await layoutOf(skeleton, known);
  const placed = new Map(known);
  skeleton.keys.forEach((key, i) => placed.set(key, points[i] ?? { x: 0, y: 0 }));
  return placed;
}
