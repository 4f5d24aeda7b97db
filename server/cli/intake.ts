import { setTimeout as pause } from 'node:timers/promises';
import { addressIn } from '../address.ts';
import {
  changedJob,
  hasEnded,
  Job,
  OnrecordError,
  Problem,
  type DocumentHints,
} from '../contract/index.ts';
import { openHouse, type House } from '../house.ts';
import type { SourceFile } from '../ingest/index.ts';

/** What takes documents into a record: this process, or the server that writes it already. */
export interface Intake {
  /** Where the server listens that does the work; null when this process does. */
  readonly server: string | null;
  /** Accepts files as one job, which survives a crash from then on. */
  add(files: readonly SourceFile[], hints: DocumentHints): Promise<Job>;
  /** Tells of a job until it ends; a signal that aborts stops it after the document under way. */
  follow(id: string, signal: AbortSignal, tell: (job: Job) => void): Promise<Job>;
  close(): Promise<void>;
}

/** How often a server is asked how far it is, milliseconds. */
const ASK_EVERY_MS = 250;

const NO_ANSWER =
  'The server that writes this record does not answer. What it accepted it takes up at its next start; bring the rest again then.';

/**
 * Opens the record for bringing documents in. Throws what opening the record throws, and
 * `record-in-use` when another process than a server writes it.
 *
 * @param onFault told of faults that break off or refuse what this process does
 */
export async function openIntake(
  dataDir: string,
  onFault: (error: unknown) => void,
): Promise<Intake> {
  try {
    return inThisProcess(await openHouse(dataDir, onFault));
  } catch (error) {
    const url = isInUse(error) ? addressIn(dataDir) : null;
    if (url === null) throw error;
    return byServer(url);
  }
}

function isInUse(error: unknown): boolean {
  return error instanceof OnrecordError && error.code === 'record-in-use';
}

function inThisProcess(house: House): Intake {
  const { jobs } = house;
  return {
    server: null,
    add: (files, hints) => jobs.add(files, hints),
    close: () => house.close(),
    follow: async (id, signal, tell) => {
      // What keeps the stop from being saved breaks the job off as well, and is told there.
      const stop = () => void jobs.stop(id).catch(() => undefined);
      signal.addEventListener('abort', stop, { once: true });
      let at: Job | null = null;
      const take = (job: Job) => tell((at = job));
      const unwatch = await jobs.watch(id, take, (change) => at && take(changedJob(at, change)));
      await jobs.idle();
      unwatch();
      signal.removeEventListener('abort', stop);
      return jobs.get(id);
    },
  };
}

function byServer(url: string): Intake {
  return {
    server: url,
    add: (files, hints) =>
      ask(`${url}/api/documents`, { method: 'POST', body: form(files, hints) }),
    close: async () => undefined,
    follow: async (id, signal, tell) => {
      const at = `${url}/api/jobs/${encodeURIComponent(id)}`;
      for (let stopping = false; ; await pause(ASK_EVERY_MS)) {
        if (signal.aborted && !stopping) {
          stopping = true;
          await ask(`${at}/stop`, { method: 'POST' });
        }
        const job = await ask(at);
        tell(job);
        if (hasEnded(job)) return job;
      }
    },
  };
}

function form(files: readonly SourceFile[], hints: DocumentHints): FormData {
  const body = new FormData();
  for (const [key, value] of Object.entries(hints)) body.set(key, value);
  for (const { name, bytes } of files)
    body.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
  return body;
}

/** One call of the API that replies with a job. Throws the problem it replies with, or `busy`. */
async function ask(url: string, init: RequestInit = {}): Promise<Job> {
  const response = await fetch(url, init).catch(() => null);
  if (response === null) throw new OnrecordError('busy', NO_ANSWER);
  const reply: unknown = await response.json();
  if (response.ok) return Job.parse(reply);
  const { code, detail } = Problem.parse(reply);
  throw new OnrecordError(code, detail);
}
