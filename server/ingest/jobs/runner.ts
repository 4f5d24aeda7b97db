import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { OnrecordError } from '../../contract/index.ts';
import {
  type DocumentHints,
  type Job,
  type JobDocument,
  type JobItem,
  LISTED_DOCUMENTS,
  type Stage,
} from '../../contract/jobs.ts';
import type { SourceFile } from '../readers/index.ts';
import { Pace } from './pace.ts';
import type { Spool } from './spool.ts';

/** What a job asks of whatever imports one file. */
export interface FileImporter {
  /**
   * Imports the documents of one file in turn; skips the first `skip`, which an earlier run
   * finished. Stops between documents when the signal aborts. Throws OnrecordError when the file
   * cannot be read.
   */
  importFile(
    file: SourceFile,
    hints: DocumentHints,
    skip: number,
    watch: ImportWatch,
  ): Promise<void>;
}

export interface ImportWatch {
  readonly signal: AbortSignal;
  stage(stage: Stage): void;
  found(documents: number): void;
  document(document: JobDocument, words: number): Promise<void>;
}

/** Least time between two writes of a running job to disk, milliseconds. */
const SAVE_EVERY_MS = 500;

/**
 * Runs imports one after the other. A job is on disk before it is acknowledged; what a crash cuts
 * off goes on at the next start with the document at which it stood.
 */
export class JobRunner {
  private readonly jobs = new Map<string, Job>();
  private readonly stops = new Map<string, AbortController>();
  private readonly events = new EventEmitter().setMaxListeners(0);
  private readonly spool: Spool;
  private readonly importer: FileImporter;
  private tail: Promise<void> = Promise.resolve();
  private savedAt = 0;

  constructor(spool: Spool, importer: FileImporter) {
    this.spool = spool;
    this.importer = importer;
  }

  /** Loads the jobs of earlier runs and takes up those that were cut off. */
  async resume(): Promise<void> {
    for (const job of await this.spool.all()) {
      this.jobs.set(job.id, job);
      if (job.state === 'queued' || job.state === 'running') this.enqueue(job);
    }
  }

  /** Accepts files. When this resolves, the job survives a crash. */
  async add(files: readonly SourceFile[], hints: DocumentHints): Promise<Job> {
    const created = new Date().toISOString();
    const id = `job-${created.slice(0, 19).replace(/\D/g, '')}-${randomBytes(4).toString('hex')}`;
    const items = files.map((file) => waitingItem(file));
    const counts = { finished: 0, words: 0, wordsPerSecond: null, secondsLeft: null };
    const job: Job = { id, created, state: 'queued', hints, items, ...counts };
    await this.spool.add(job, files);
    this.jobs.set(id, job);
    this.enqueue(job);
    return structuredClone(job);
  }

  /** Throws `not-found`. */
  get(id: string): Job {
    return structuredClone(this.known(id));
  }

  /** Newest first. */
  list(): Job[] {
    return [...this.jobs.values()].reverse().map((job) => structuredClone(job));
  }

  /** Stops a job after the document under way; what was imported stays. Throws `not-found`. */
  async stop(id: string): Promise<Job> {
    const job = this.known(id);
    if (job.state === 'queued' || job.state === 'running') {
      job.state = 'stopped';
      this.stops.get(id)?.abort();
      await this.changed(job, true);
    }
    return structuredClone(job);
  }

  /** Calls back with the job at once and at every change; returns what ends it. Throws `not-found`. */
  watch(id: string, listener: (job: Job) => void): () => void {
    listener(this.get(id));
    this.events.on(id, listener);
    return () => this.events.off(id, listener);
  }

  /** Resolves when no job is waiting or running. */
  async idle(): Promise<void> {
    await this.tail;
  }

  /** Stops between documents, leaving jobs to be taken up by the next start. */
  async close(): Promise<void> {
    for (const stop of this.stops.values()) stop.abort('closing');
    await this.tail;
  }

  private known(id: string): Job {
    const job = this.jobs.get(id);
    if (job) return job;
    throw new OnrecordError('not-found', `No import has the id ${id}.`, { field: 'id' });
  }

  private enqueue(job: Job): void {
    const stop = new AbortController();
    this.stops.set(job.id, stop);
    this.tail = this.tail.then(() => this.run(job, stop.signal)).catch(() => undefined);
  }

  private async run(job: Job, signal: AbortSignal): Promise<void> {
    const pace = new Pace(job);
    if (!signal.aborted) job.state = 'running';
    for (const [i, item] of job.items.entries()) {
      if (signal.aborted) break;
      if (item.stage === 'done') continue;
      await this.runItem(job, item, i, pace, signal);
    }
    this.stops.delete(job.id);
    if (signal.reason === 'closing') return;
    if (signal.aborted) stopItems(job);
    else job.state = 'done';
    await this.changed(job, true);
    await this.spool.dropFiles(job);
  }

  private async runItem(job: Job, item: JobItem, i: number, pace: Pace, signal: AbortSignal) {
    try {
      const file = await this.spool.file(job, i);
      await this.importer.importFile(file, job.hints, item.finished, {
        signal,
        stage: (stage) => {
          item.stage = stage;
          void this.changed(job, false);
        },
        found: (documents) => {
          item.found = documents;
        },
        document: async (document, words) => {
          item.finished += 1;
          if (item.documents.length < LISTED_DOCUMENTS) item.documents.push(document);
          pace.read(words);
          await this.changed(job, false);
        },
      });
      if (signal.aborted) return;
      item.outcome = outcomeOf(item);
    } catch (error) {
      item.outcome = 'refused';
      item.problem = problemOf(error);
    }
    item.stage = 'done';
    job.finished += 1;
    await this.changed(job, true);
  }

  private async changed(job: Job, save: boolean): Promise<void> {
    this.events.emit(job.id, structuredClone(job));
    if (!save && Date.now() - this.savedAt < SAVE_EVERY_MS) return;
    this.savedAt = Date.now();
    await this.spool.save(job);
  }
}

function waitingItem({ name, mediaType, bytes }: SourceFile): JobItem {
  const progress = { stage: 'waiting' as const, outcome: null, found: 0, finished: 0 };
  return { name, mediaType, bytes: bytes.length, ...progress, documents: [], problem: null };
}

function stopItems(job: Job): void {
  for (const item of job.items) if (item.stage !== 'done') item.outcome = 'stopped';
}

function outcomeOf(item: JobItem): JobItem['outcome'] {
  const outcomes = item.documents.map((document) => document.outcome);
  return outcomes.includes('added') || item.found > outcomes.length
    ? 'added'
    : (outcomes[0] ?? 'known');
}

function problemOf(error: unknown) {
  const known =
    error instanceof OnrecordError
      ? error
      : new OnrecordError('internal', 'The file could not be imported; the fault is ours.');
  return known.toProblem();
}
