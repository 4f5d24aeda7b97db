import type { Store } from '../store/store.ts';
import type { GraphView } from '../graph/view.ts';
import type { PathFinder } from '../query/paths/index.ts';

/** What routes ask of the house. Built once, in main.ts or a test. */
export interface RouteDeps {
  readonly store: Store;
  readonly graph: GraphView;
  readonly paths: PathFinder;
  readonly version: string;
}
