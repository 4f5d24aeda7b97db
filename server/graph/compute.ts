import { layOut } from './layout.ts';
import { measure, type Metrics } from './metrics.ts';
import { computing } from './processes.ts';
import type { Point, Skeleton } from './skeleton.ts';

/** Work on a graph that can take seconds. All plain data, so that it can cross to a process. */
export type Task =
  | { readonly kind: 'layout'; readonly skeleton: Skeleton; readonly known: [string, Point][] }
  | { readonly kind: 'metrics'; readonly skeleton: Skeleton };

/**
 * Most nodes that are worked on in the server's own process. Measured: a layout of 200 nodes takes
 * about 0.4 s of processor time, once for each new record; metrics of 800 nodes take 0.14 s, once
 * for each filter (docs/decisions/0017-layout.md).
 */
const INLINE = { layout: 200, metrics: 800 };

const CHILD = new URL('./compute-child.ts', import.meta.url);

export async function layoutOf(
  skeleton: Skeleton,
  known: ReadonlyMap<string, Point>,
): Promise<Point[]> {
  if (skeleton.keys.every((key) => known.has(key)) || skeleton.keys.length <= INLINE.layout)
    return layOut(skeleton, known);
  return inChild<Point[]>({ kind: 'layout', skeleton, known: [...known] });
}

export async function metricsOf(skeleton: Skeleton): Promise<Metrics> {
  if (skeleton.keys.length <= INLINE.metrics) return measure(skeleton);
  return inChild<Metrics>({ kind: 'metrics', skeleton });
}

/** What the child process does with a task. */
export function perform(task: Task): Point[] | Metrics {
  return task.kind === 'layout'
    ? layOut(task.skeleton, new Map(task.known))
    : measure(task.skeleton);
}

function inChild<T>(task: Task): Promise<T> {
  return computing.run<T>(CHILD, task);
}
