import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { OnrecordError, serverStopping } from '../../contract/index.ts';
import { anonymousMemory } from '../../process-memory.ts';
import { endedBy, endingOf, tooMuchMemory } from './ending.ts';
import type { Answer, Ask, TaskName, Tasks } from './protocol.ts';

export interface ReadingLimits {
  /** Longest time for one task, milliseconds. */
  readonly timeMs: number;
  /** Largest heap of the process, megabytes. */
  readonly heapMb: number;
  /**
   * Most memory of the process, with what lies outside its heap, such as a packed document
   * unpacked; megabytes. Seen on Linux only.
   */
  readonly memoryMb: number;
}

/** Time for one document of the largest size; memory for the models and one document. */
const DEFAULT_LIMITS: ReadingLimits = { timeMs: 120_000, heapMb: 700, memoryMb: 1400 };

const MEMORY_CHECK_MS = 100;

const ENTRY = fileURLToPath(new URL('./main.ts', import.meta.url));

interface Waiting {
  readonly id: number;
  resolve(output: never): void;
  reject(error: Error): void;
  readonly timer: NodeJS.Timeout;
  readonly watch: NodeJS.Timeout;
}

/**
 * One child process that reads documents, so that a hostile or huge one can neither stop nor fill
 * the server: it is killed at its limits and a new one takes its place. Tasks run one at a time,
 * in the order asked.
 */
export class ReadingProcess {
  private readonly limits: ReadingLimits;
  private child: ChildProcess | null = null;
  private waiting: Waiting | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private lastId = 0;
  private starts = 0;

  constructor(limits: ReadingLimits = DEFAULT_LIMITS) {
    this.limits = limits;
  }

  /** How often a process was started; a rise means that what it was told to know is gone. */
  get generation(): number {
    return this.starts;
  }

  /**
   * Runs one task. Rejects with the document's own OnrecordError, with `limit-time` when it took
   * too long, `stopping` when it was stopped, `limit-memory` when the heap was full, and `internal`
   * for every other end.
   */
  run<N extends TaskName>(task: N, input: Tasks[N]['ask']): Promise<Tasks[N]['answer']> {
    const turn = this.queue.then(() => this.runNow(task, input));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  /** Starts the process when none runs, so that `generation` holds for the next task. */
  ready(): Promise<void> {
    const turn = this.queue.then(() => {
      this.child ??= this.start();
    });
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  /** Kills the process; a task under way is rejected with `stopping`. */
  stop(): void {
    this.kill(serverStopping());
  }

  private runNow<N extends TaskName>(task: N, input: Tasks[N]['ask']): Promise<Tasks[N]['answer']> {
    const child = this.child ?? this.start();
    this.lastId += 1;
    const ask: Ask<N> = { id: this.lastId, task, input };
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.overdue(), this.limits.timeMs);
      const watch = setInterval(() => void this.checkMemory(child), MEMORY_CHECK_MS);
      this.waiting = { id: ask.id, resolve, reject, timer, watch };
      // One that could not be started takes no message; its 'error' tells why.
      if (child.pid === undefined) return;
      child.send(ask, (error) => {
        // Its end, which comes now, says more than that it did not listen.
        if (error) child.kill('SIGKILL');
      });
    });
  }

  private start(): ChildProcess {
    const child = fork(ENTRY, [], {
      execArgv: ['--import', 'tsx', `--max-old-space-size=${this.limits.heapMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { PATH: process.env['PATH'] },
    });
    this.starts += 1;
    child.on('message', (answer) => this.answered(answer as Answer));
    endingOf(child, (ending) => this.lost(child, endedBy(ending, this.limits.heapMb)));
    this.child = child;
    return child;
  }

  private answered(answer: Answer): void {
    if (answer.id !== this.waiting?.id) return;
    this.settle((waiting) => {
      if (answer.ok) waiting.resolve(answer.output as never);
      else if (answer.problem) {
        const { code, detail, ...where } = answer.problem;
        waiting.reject(new OnrecordError(code, detail, { field: where.field }));
      } else waiting.reject(new OnrecordError('internal', answer.message));
    });
  }

  private overdue(): void {
    const seconds = Math.round(this.limits.timeMs / 1000);
    const why = `Reading took longer than ${seconds} s and was stopped. Split the document.`;
    this.kill(new OnrecordError('limit-time', why));
  }

  private async checkMemory(child: ChildProcess): Promise<void> {
    const { memoryMb } = this.limits;
    const held = (await anonymousMemory(child.pid)) ?? 0;
    if (held > memoryMb && child === this.child) this.kill(tooMuchMemory(memoryMb));
  }

  private kill(why: OnrecordError): void {
    const { child } = this;
    if (child === null) return;
    child.kill('SIGKILL');
    this.lost(child, why);
  }

  /** One that was killed here has been told of already; the task that waits now is another's. */
  private lost(child: ChildProcess, why: OnrecordError): void {
    if (this.child !== child) return;
    this.child = null;
    this.settle((waiting) => waiting.reject(why));
  }

  private settle(how: (waiting: Waiting) => void): void {
    const { waiting } = this;
    if (waiting === null) return;
    this.waiting = null;
    clearTimeout(waiting.timer);
    clearInterval(waiting.watch);
    how(waiting);
  }
}
