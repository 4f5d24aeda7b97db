import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { OnrecordError, serverStopping } from '../contract/index.ts';

/** A module that does one task in a process of its own: takes one message, sends one, ends. */
interface Work {
  readonly module: URL;
  /** Plain data; `undefined` is no task. */
  readonly task: unknown;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

export interface PoolOptions {
  /** Processes at once. Default 2. */
  readonly size?: number;
  /** Tasks that may wait beyond those; more are refused with `busy`. Default 32. */
  readonly queue?: number;
  /** The longest that a task may take once it has begun, ms. Default five minutes. */
  readonly timeLimit?: number;
}

/** Does heavy work in child processes, a few at a time, so that the server answers meanwhile. */
export class ProcessPool {
  readonly #options: Required<PoolOptions>;
  readonly #running = new Map<ChildProcess, Work>();
  readonly #waiting: Work[] = [];

  constructor(options: PoolOptions = {}) {
    this.#options = { size: 2, queue: 32, timeLimit: 300_000, ...options };
  }

  /**
   * @param module what the process runs
   * @returns what the process sends back
   * @throws OnrecordError `busy` when too many tasks wait, `stopping` when the pool closes, `limit-time`
   */
  run<T>(module: URL, task: unknown): Promise<T> {
    if (this.#waiting.length >= this.#options.queue)
      return Promise.reject(new OnrecordError('busy', 'Too many tasks wait; try again shortly.'));
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ module, task, resolve: resolve as Work['resolve'], reject });
      this.#startNext();
    });
  }

  /** Ends every process; tasks under way or waiting fail. What is asked for later begins anew. */
  async close(): Promise<void> {
    const verdict = serverStopping();
    for (const { reject } of this.#waiting.splice(0)) reject(verdict);
    const ended = [...this.#running].map(async ([child, { reject }]) => {
      reject(verdict);
      await killed(child);
    });
    await Promise.all(ended);
  }

  #startNext(): void {
    if (this.#running.size >= this.#options.size) return;
    const work = this.#waiting.shift();
    if (work) this.#start(work);
  }

  #start(work: Work): void {
    const child = fork(fileURLToPath(work.module), {
      execArgv: ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href],
      serialization: 'advanced',
    });
    this.#running.set(child, work);
    const timer = setTimeout(() => {
      work.reject(new OnrecordError('limit-time', 'This took too long. Ask for less.'));
      child.kill('SIGKILL');
    }, this.#options.timeLimit);
    child.once('message', work.resolve);
    child.once('error', work.reject);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      this.#running.delete(child);
      // After a result has come this rejection changes nothing.
      work.reject(new Error(`a process ended with ${signal ?? code} before its task was done`));
      this.#startNext();
    });
    child.send(work.task as object, (error) => error && work.reject(error));
  }
}

function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill('SIGKILL');
  });
}

/** The one pool of this process: the cores are shared by all that it does. */
export const computing = new ProcessPool();
