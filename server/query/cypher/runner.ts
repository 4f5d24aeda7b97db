import type { CypherReply, CypherRequest } from '../../contract/index.ts';
import { CYPHER_LIMITS, OnrecordError, serverStopping } from '../../contract/index.ts';
import type { GraphSource } from './process/messages.ts';
import { QueryWorker } from './process/worker.ts';

export interface RunnerOptions {
  readonly source: GraphSource;
  /** Queries that run at once, each in a process of its own. Default 2. */
  readonly concurrency?: number;
  /** Queries that may wait beyond those; more are refused with `busy`. Default 16. */
  readonly queue?: number;
  /** Megabytes of memory for each process. Default CYPHER_LIMITS.memoryMb. */
  readonly memoryMb?: number;
  /** Megabytes of an answer's rows as JSON. Default CYPHER_LIMITS.answerMb. */
  readonly answerMb?: number;
}

interface Waiting {
  readonly start: (worker: QueryWorker) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Runs Cypher in child processes that can only read, so that a heavy query can be killed at its
 * limit while the server answers others. One process is kept warm. Rejects with OnrecordError:
 * `cypher-syntax`, `cypher-semantic`, `cypher-runtime`, `cypher-write` with the place in the query,
 * `limit-time`, `limit-memory`, `busy`, `stopping`.
 */
export class CypherRunner {
  private readonly options: Required<RunnerOptions>;
  private readonly idle: QueryWorker[] = [];
  private readonly busy = new Set<QueryWorker>();
  private readonly waiting: Waiting[] = [];
  private closed = false;

  constructor(options: RunnerOptions) {
    const { memoryMb, answerMb } = CYPHER_LIMITS;
    const defaults = { concurrency: 2, queue: 16, memoryMb, answerMb };
    this.options = { ...defaults, ...options };
    this.idle.push(this.newWorker());
  }

  /** Resolves when a process stands ready; queries may be sent before. */
  async ready(): Promise<void> {
    await this.idle[0]?.ready;
  }

  /** @param signal calls the query off, waiting or running; then rejects with the signal's reason */
  async run(request: CypherRequest, signal?: AbortSignal): Promise<CypherReply> {
    signal?.throwIfAborted();
    const worker = await this.acquire(signal);
    try {
      signal?.throwIfAborted();
      return await worker.run(request, signal);
    } finally {
      this.release(worker);
    }
  }

  /** Ends every process; queries under way or waiting fail. */
  async close(): Promise<void> {
    this.closed = true;
    const verdict = serverStopping();
    for (const { reject } of this.waiting.splice(0)) reject(verdict);
    for (const worker of [...this.idle.splice(0), ...this.busy]) worker.kill(verdict);
  }

  private newWorker(): QueryWorker {
    return new QueryWorker(this.options.source, this.options);
  }

  private acquire(signal: AbortSignal | undefined): Promise<QueryWorker> {
    if (this.closed) return Promise.reject(serverStopping());
    const { concurrency, queue } = this.options;
    if (this.busy.size < concurrency) return Promise.resolve(this.take());
    if (this.waiting.length >= queue) {
      return Promise.reject(new OnrecordError('busy', 'Too many queries wait; try again shortly.'));
    }
    return this.turn(signal);
  }

  /** Waits for a process to be free. */
  private turn(signal: AbortSignal | undefined): Promise<QueryWorker> {
    return new Promise((resolve, reject) => {
      const start = (worker: QueryWorker) => {
        signal?.removeEventListener('abort', leave);
        resolve(worker);
      };
      const turn: Waiting = { start, reject };
      const leave = () => {
        const place = this.waiting.indexOf(turn);
        if (place >= 0) this.waiting.splice(place, 1);
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.waiting.push(turn);
    });
  }

  private take(): QueryWorker {
    let worker = this.idle.pop();
    while (worker && !worker.alive) worker = this.idle.pop();
    const taken = worker ?? this.newWorker();
    this.busy.add(taken);
    return taken;
  }

  private release(worker: QueryWorker): void {
    this.busy.delete(worker);
    if (this.closed) return;
    this.idle.push(worker.alive ? worker : this.newWorker());
    const next = this.waiting.shift();
    if (next) next.start(this.take());
  }
}
