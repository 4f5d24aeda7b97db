import { computed, type ReadonlySignal } from '@preact/signals';
import { createGraphs, createPair, createPath } from './data-graph.ts';
import { createList, createSiblings, createTimeline } from './data-list.ts';
import { createMeanings, createReading } from './data-reading.ts';
import type { Narrowing } from './filters.ts';
import type { Screen } from './screen.ts';

/** What narrows every view; the level tells a neighbourhood from another only. */
function narrowingOf({ state, filters }: Screen): ReadonlySignal<Narrowing> {
  return computed(() => {
    const { ego, level } = state.value;
    return { filters: filters.value, ego, level: ego === null ? 'actors' : level };
  });
}

/** Everything that the screen fetches, each following the state by itself. */
export function createData(screen: Screen) {
  const narrowing = narrowingOf(screen);
  const graphs = createGraphs(screen, narrowing);
  return {
    narrowing,
    ...graphs,
    list: createList(screen, narrowing),
    siblings: createSiblings(narrowing),
    timeline: createTimeline(narrowing),
    reading: createReading(screen),
    meanings: createMeanings(screen),
    path: createPath(screen),
    pair: createPair(screen, graphs.graph),
  };
}
