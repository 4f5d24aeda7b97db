import {
  NeighbourhoodRequest,
  OnrecordError,
  PathsRequest,
  type NeighbourhoodAsked,
  type PathsAsked,
} from '../../contract/index.ts';
import type { RecordReader } from '../../store/store.ts';
import { AdjacencyBuilder, type Adjacency } from './adjacency.ts';
import { egoNetwork, type EgoNetwork } from './ego.ts';
import { hopsOf, type FoundHop } from './evidence.ts';
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
}

type TieReader = Pick<RecordReader, 'revision' | 'eachTie'>;

interface Standing {
  readonly revision: number;
  readonly solver: PathSolver;
  readonly graph: Adjacency;
}

/** Ties read from the store at a time. */
const BATCH = 5_000;

/** An adjacency of every tie that the store has. */
export async function readAdjacency(store: Pick<RecordReader, 'eachTie'>): Promise<Adjacency> {
  const builder = new AdjacencyBuilder();
  for await (const ties of store.eachTie(BATCH)) builder.add(ties);
  return builder.build();
}

/** Paths and neighbourhoods over one store, kept current by its revision. */
export class PathFinder {
  private readonly store: TieReader;
  private standing: Standing | null = null;
  private building: Promise<Standing> | null = null;

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
    if (solution === null) return { from, to, max, paths: [], complete: true };
    const paths = solution.paths.map(({ cost, nodes }) => ({
      cost,
      hops: hopsOf(solution.problem, nodes, request.inTime),
    }));
    return { from, to, max, paths, complete: solution.complete };
  }

  /** The ego network of an actor; of an actor without ties it is the actor alone. */
  async neighbourhood(asked: NeighbourhoodAsked): Promise<EgoNetwork> {
    const request = NeighbourhoodRequest.parse(asked);
    const { graph } = await this.current();
    const alone = { nodes: [{ id: request.of, hops: 0 }], edges: [], reached: 1, omitted: 0 };
    return egoNetwork(graph, request) ?? alone;
  }

  private async current(): Promise<Standing> {
    const revision = await this.store.revision();
    if (this.standing?.revision === revision) return this.standing;
    this.building ??= this.build().finally(() => {
      this.building = null;
    });
    return this.building;
  }

  /** The revision is read first: a write in between makes the next question build again. */
  private async build(): Promise<Standing> {
    const revision = await this.store.revision();
    const graph = await readAdjacency(this.store);
    this.standing = { revision, graph, solver: new PathSolver(graph) };
    return this.standing;
  }
}
