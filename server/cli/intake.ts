import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import type { Config } from '../config.ts';
import { changedJob, hasEnded, Job, ReadAgain, type DocumentHints } from '../contract/index.ts';
import type { House } from '../house.ts';
import type { SourceFile } from '../ingest/index.ts';
import { askServer, openWriter } from './writer.ts';

/** What takes documents into a record: this process, or the server that writes it already. */
export interface Intake {
  /** Where the server listens that does the work; null when this process does. */
  readonly server: string | null;
  /** Accepts files as one job, which survives a crash from then on. */
  add(files: readonly SourceFile[], hints: DocumentHints): Promise<Job>;
  /** Tells of a job until it ends; a signal that aborts stops it after the document under way. */
  follow(id: string, signal: AbortSignal, tell: (job: Job) => void): Promise<Job>;
  /** Reads a held document again. Throws `not-found` when its text is not held. */
  readAgain(document: string): Promise<ReadAgain>;
  close(): Promise<void>;
}

/** How often a server is asked how far it is, milliseconds. */
const ASK_EVERY_MS = 250;

const NO_ANSWER =
  'The server that writes this record does not answer. What it accepted it takes up at its next start; bring the rest again then.';

/** Opens the record for bringing documents in. Throws as openWriter does. */
export function openIntake(
  settings: Pick<Config, 'dataDir' | 'sample'>,
  onFault: (error: unknown) => void,
): Promise<Intake> {
  return openWriter<Intake>(settings, onFault, { here: inThisProcess, there: byServer });
}

function inThisProcess(house: House): Intake {
  const { jobs, importer } = house;
  return {
    server: null,
    readAgain: (document) => importer.readAgain(document),
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
    readAgain: (document) =>
      ask(`${url}/api/documents/${encodeURIComponent(document)}/read`, ReadAgain, {
        method: 'POST',
      }),
    add: (files, hints) =>
      ask(`${url}/api/documents`, Job, { method: 'POST', body: form(files, hints) }),
    close: async () => undefined,
    follow: async (id, signal, tell) => {
      const at = `${url}/api/jobs/${encodeURIComponent(id)}`;
      for (let stopping = false; ; await pause(ASK_EVERY_MS)) {
        if (signal.aborted && !stopping) {
          stopping = true;
          await ask(`${at}/stop`, Job, { method: 'POST' });
        }
        const job = await ask(at, Job);
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

const ask = <T>(url: string, shape: z.ZodType<T>, init?: RequestInit) =>
  askServer(url, shape, NO_ANSWER, init);
