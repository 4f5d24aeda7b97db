import {
  NeighbourhoodRequest,
  OnrecordError,
  PathsRequest,
  type NeighbourhoodAsked,
  type PathsAsked,
} from '../../contract/index.ts';
import type { RecordReader } from '../../store/store.ts';
import type { Adjacency } from './adjacency.ts';
import { AdjacencyBuilder } from './build.ts';
import { actorsWithin, egoNetwork, type EgoNetwork } from './ego.ts';
import { hopsOf, type FoundHop } from './evidence.ts';
import { MAX_EDGES } from './problem.ts';
import { PathSolver } from './solve.ts';

export interface FoundPaths {
  readonly from: string;
  readonly to: string;
  /** Most steps that were searched; no paths means: none within `max` steps. */
  readonly max: number;
  /** Best first. */
  readonly paths: readonly { readonly cost: number; readonly hops: readonly FoundHop[] }[];
  /** False when the search stopped at its limit, so that there may be other or better paths. */
  readonly complete: boolean;
  /** Edges that the search looked at, and how many it may. */
  readonly work: { readonly edges: number; readonly limit: number };
}

type TieReader = Pick<RecordReader, 'revision' | 'eachTie' | 'tieChanges'>;

interface Standing {
  readonly graph: Adjacency;
  readonly solver: PathSolver;
  revision: number;
}

/** Ties read from the store at a time; between batches other requests are served. */
const BATCH = 5_000;

/** An adjacency of every tie that the store has. */
export async function readAdjacency(store: Pick<RecordReader, 'eachTie'>): Promise<Adjacency> {
  const builder = new AdjacencyBuilder();
  for await (const ties of store.eachTie(BATCH)) {
    builder.add(ties);
    await new Promise(setImmediate);
  }
  return builder.build();
}

/**
 * Paths and neighbourhoods over one store. The ties are read once; what writes change of them is
 * applied at the next question.
 */
export class PathFinder {
  private readonly store: TieReader;
  private standing: Standing | null = null;
  private updating: Promise<Standing> | null = null;

  constructor(store: TieReader) {
    this.store = store;
  }

  /** Reads the ties now, so that the first question need not wait. */
  async warm(): Promise<void> {
    await this.current();
  }

  /**
   * The best paths between two actors.
   *
   * @throws OnrecordError `bad-value` when both ends are one actor
   */
  async paths(asked: PathsAsked): Promise<FoundPaths> {
    const request = PathsRequest.parse(asked);
    const { from, to, max } = request;
    if (from === to) {
      throw new OnrecordError('bad-value', 'A path needs two different actors.', { field: 'to' });
    }
    const { solver } = await this.current();
    const solution = solver.solve(request);
    const found = { from, to, max };
    if (solution === null)
      return { ...found, paths: [], complete: true, work: { edges: 0, limit: MAX_EDGES } };
    const { problem } = solution;
    const paths = solution.paths.map(({ cost, nodes }) => ({ cost, hops: hopsOf(problem, nodes) }));
    const { seen, most, spent } = problem.budget;
    return { ...found, paths, complete: !spent, work: { edges: seen, limit: most } };
  }

  /** The ego network of an actor; of an actor without ties it is the actor alone. */
  async neighbourhood(asked: NeighbourhoodAsked): Promise<EgoNetwork> {
    const request = NeighbourhoodRequest.parse(asked);
    const { graph } = await this.current();
    const alone = { nodes: [{ id: request.of, hops: 0 }], reached: 1, omitted: 0 };
    return egoNetwork(graph, request) ?? alone;
  }

  /** Ids of everybody within reach of an actor, the actor included. */
  async within(asked: Omit<NeighbourhoodAsked, 'limit'>): Promise<string[]> {
    const request = NeighbourhoodRequest.parse(asked);
    const { graph } = await this.current();
    return actorsWithin(graph, request) ?? [request.of];
  }

  private async current(): Promise<Standing> {
    if (this.updating !== null) await this.updating;
    const revision = await this.store.revision();
    if (this.standing?.revision === revision) return this.standing;
    this.updating ??= this.update().finally(() => {
      this.updating = null;
    });
    return this.updating;
  }

  private async update(): Promise<Standing> {
    const { standing } = this;
    const changes = standing && (await this.store.tieChanges(standing.revision));
    if (standing === null || changes === null) return this.build();
    standing.graph.replace(changes.records, changes.ties);
    standing.revision = changes.revision;
    return standing;
  }

  /** The revision is read first: what a write in between changes is applied once more. */
  private async build(): Promise<Standing> {
    const revision = await this.store.revision();
    const graph = await readAdjacency(this.store);
    this.standing = { revision, graph, solver: new PathSolver(graph) };
    return this.standing;
  }
}
