import type { GraphView } from '../graph/view.ts';
import type { Importer, JobRunner } from '../ingest/index.ts';
import type { CypherRunner } from '../query/cypher/runner.ts';
import type { PathFinder } from '../query/paths/index.ts';
import type { RecordBook } from '../record/index.ts';
import type { FoundLikenesses } from '../record/likeness-list.ts';
import type { Store } from '../store/store.ts';

/** What routes ask of the house. Built once, in house.ts. */
export interface RouteDeps {
  readonly store: Store;
  readonly graph: GraphView;
  readonly paths: PathFinder;
  readonly cypher: Pick<CypherRunner, 'run'>;
  readonly record: RecordBook;
  readonly jobs: JobRunner;
  readonly importer: Pick<Importer, 'readAgain'>;
  readonly likenesses: () => Promise<FoundLikenesses>;
  readonly version: string;
}
