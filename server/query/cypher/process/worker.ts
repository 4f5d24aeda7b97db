import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CypherReply, CypherRequest, CypherValue } from '../../../contract/index.ts';
import { OnrecordError } from '../../../contract/index.ts';
import { anonymousMemory } from '../../../process-memory.ts';
import { asOnrecordError } from './failures.ts';
import type { ChildMessage, GraphSource, ProcessLimits } from './messages.ts';

const ENTRY = fileURLToPath(new URL('./child.ts', import.meta.url));
const MEMORY_CHECK_MS = 50;

interface Pending {
  readonly id: number;
  readonly rows: CypherValue[][];
  readonly resolve: (reply: CypherReply) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** One child process that answers one query at a time, and is killed at the query's limits. */
export class QueryWorker {
  readonly ready: Promise<void>;
  private readonly child: ChildProcess;
  private readonly limits: ProcessLimits;
  private readonly watch: NodeJS.Timeout;
  private pending: Pending | null = null;
  private nextId = 1;
  private verdict: Error | null = null;
  private stderr = '';
  alive = true;

  constructor({ module, dataDir }: GraphSource, limits: ProcessLimits) {
    this.limits = limits;
    this.child = fork(ENTRY, [module, dataDir], {
      execArgv: ['--import', import.meta.resolve('tsx'), `--max-old-space-size=${limits.memoryMb}`],
      env: {},
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.ready = new Promise((resolve, reject) => {
      this.child.once('message', () => resolve());
      this.child.once('exit', () => reject(this.ended()));
    });
    this.ready.catch(() => undefined);
    this.child.stderr?.on('data', (data: Buffer) => {
      this.stderr = (this.stderr + data.toString()).slice(-2000);
    });
    this.child.on('message', (message: ChildMessage) => this.receive(message));
    this.child.on('error', () => this.exited());
    this.child.once('exit', () => this.exited());
    this.watch = setInterval(() => void this.checkMemory(), MEMORY_CHECK_MS);
    this.watch.unref();
  }

  /** @param signal aborting it ends the child, and rejects with the signal's reason */
  async run(request: CypherRequest, signal?: AbortSignal): Promise<CypherReply> {
    const stop = () => this.kill(reasonOf(signal));
    signal?.addEventListener('abort', stop, { once: true });
    try {
      await this.ready;
      return await this.answer(request);
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  private answer(request: CypherRequest): Promise<CypherReply> {
    return new Promise((resolve, reject) => {
      const id = this.nextId++;
      const stop = () => this.kill(timeLimit(request.timeoutMs));
      const timer = setTimeout(stop, request.timeoutMs);
      this.pending = { id, rows: [], resolve, reject, timer };
      this.child.send({ id, request, answerMb: this.limits.answerMb });
    });
  }

  /** Ends the child at once; a query under way fails with the verdict. */
  kill(verdict: Error): void {
    this.verdict ??= verdict;
    this.alive = false;
    this.child.kill('SIGKILL');
  }

  private receive(message: ChildMessage): void {
    const { pending } = this;
    if (message.kind === 'ready' || !pending || message.id !== pending.id) return;
    if (message.kind === 'rows') {
      for (const row of JSON.parse(message.json) as CypherValue[][]) pending.rows.push(row);
      return;
    }
    this.pending = null;
    clearTimeout(pending.timer);
    if (message.kind === 'failed') {
      pending.reject(asOnrecordError(message.failure));
    } else {
      const { columns, truncated, ms } = message;
      pending.resolve({ columns: [...columns], rows: pending.rows, truncated, ms });
    }
  }

  private exited(): void {
    this.alive = false;
    clearInterval(this.watch);
    const { pending } = this;
    this.pending = null;
    if (!pending) return;
    clearTimeout(pending.timer);
    pending.reject(this.ended());
  }

  private ended(): Error {
    if (this.verdict) return this.verdict;
    if (/heap|out of memory|allocation/i.test(this.stderr))
      return memoryLimit(this.limits.memoryMb);
    return new OnrecordError('internal', 'The process that runs queries ended; try again.');
  }

  /** Where memory cannot be seen, the heap's own limit, of the same size, ends the child. */
  private async checkMemory(): Promise<void> {
    if (!this.pending || !this.alive) return;
    const held = (await anonymousMemory(this.child.pid)) ?? 0;
    if (held > this.limits.memoryMb) this.kill(memoryLimit(this.limits.memoryMb));
  }
}

function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new Error('The query was called off.');
}

function timeLimit(ms: number): OnrecordError {
  return new OnrecordError(
    'limit-time',
    `The query was stopped after ${ms} ms. Anchor it (a label and an id or name), bound its ` +
      'variable lengths, or ask for less with LIMIT.',
  );
}

function memoryLimit(megabytes: number): OnrecordError {
  return new OnrecordError(
    'limit-memory',
    `The query was stopped at ${megabytes} MB of memory. Collect and sort less: filter earlier, ` +
      'return fewer columns, or add LIMIT.',
  );
}
