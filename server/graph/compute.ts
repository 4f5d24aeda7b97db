import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { OnrecordError } from '../contract/index.ts';
import { layOut } from './layout.ts';
import { measure, type Metrics } from './metrics.ts';
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

/** The longest that a task may take in its own process, ms. */
const TIME_LIMIT = 300_000;

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
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = fork(fileURLToPath(new URL('./compute-child.ts', import.meta.url)), {
    execArgv: ['--import', tsx],
    serialization: 'advanced',
  });
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new OnrecordError('limit-time', 'The graph is too large to lay out in time.'));
    }, TIME_LIMIT);
    child.once('message', (result) => resolve(result as T));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      // After a result has come this rejection changes nothing.
      reject(new Error(`the layout process ended with ${signal ?? code} before it was done`));
    });
    child.send(task);
  });
}
