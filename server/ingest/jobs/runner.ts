import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import {
  faultOfSurroundings,
  OnrecordError,
  unknownId,
  type Problem,
} from '../../contract/index.ts';
import {
  type DocumentHints,
  hasEnded,
  type Job,
  type JobChange,
  type JobItem,
  type JobPage,
  LISTED_DOCUMENTS,
  type Stage,
} from '../../contract/jobs.ts';
import type { SourceFile } from '../readers/index.ts';
import { titleOf } from '../documents.ts';
import type { Arrival } from './arrival.ts';
import { ahead, type FileImporter, type NextDocument, refusing, type Step } from './importing.ts';
import {
  endItem,
  isThrough,
  putBack,
  stopItems,
  takeDocument,
  unended,
  waitingItem,
} from './items.ts';
import { JobNews } from './news.ts';
import { Pace } from './pace.ts';
import type { Spool } from './spool.ts';

/** Opening, reading and ending one: so many steps a document take at most. */
const STEPS_A_DOCUMENT = 3;

/** Least time between two writes of a running job to disk, milliseconds. */
const SAVE_EVERY_MS = 500;

/** A job is written whole: for how many times the time that it took no other write follows. */
const SAVE_SHARE = 20;

/**
 * Runs imports one after the other. A job is on disk before it is acknowledged; what a crash cuts
 * off goes on at the next start with the document at which it stood.
 */
export class JobRunner {
  /** Every job, oldest first. */
  private readonly ids: string[] = [];
  /** Those that have not ended, or could not be saved; the others are on disk. */
  private readonly jobs = new Map<string, Job>();
  private readonly stops = new Map<string, AbortController>();
  private readonly news = new JobNews();
  private readonly spool: Spool;
  private readonly importer: FileImporter;
  private readonly onFault: (error: unknown) => void;
  private tail: Promise<void> = Promise.resolve();
  private nextSave = 0;

  /** @param onFault told of every error that is no document's, whole */
  constructor(spool: Spool, importer: FileImporter, onFault: (error: unknown) => void) {
    this.spool = spool;
    this.importer = importer;
    this.onFault = onFault;
  }

  /** Loads the jobs of earlier runs and takes up those that were cut off. */
  async resume(): Promise<void> {
    const found: Pick<Job, 'id' | 'created'>[] = [];
    for await (const job of this.spool.all()) {
      found.push({ id: job.id, created: job.created });
      if (!hasEnded(job)) this.jobs.set(job.id, job);
    }
    for (const { id } of found.sort((a, b) => a.created.localeCompare(b.created))) {
      this.ids.push(id);
      const job = this.jobs.get(id);
      if (job) this.enqueue(job);
    }
  }

  /** Where files are put that `accept` makes a job of; whoever asks drops it when it does not. */
  arrival(): Promise<Arrival> {
    return this.spool.arrival();
  }

  /** Makes a job of files that are in. When this resolves, the job survives a crash. */
  async accept(arrival: Arrival, hints: DocumentHints): Promise<Job> {
    const created = new Date().toISOString();
    const id = `job-${created.slice(0, 19).replace(/\D/g, '')}-${randomBytes(4).toString('hex')}`;
    const items = arrival.files.map(waitingItem);
    const counts = { finished: 0, words: 0, wordsPerSecond: null, secondsLeft: null };
    const job: Job = { id, created, state: 'queued', hints, items, problem: null, ...counts };
    await this.spool.add(job, arrival);
    this.ids.push(id);
    this.jobs.set(id, job);
    this.enqueue(job);
    return structuredClone(job);
  }

  /** The same for files in memory. */
  async add(files: readonly SourceFile[], hints: DocumentHints): Promise<Job> {
    const arrival = await this.arrival();
    try {
      for (const file of files) await arrival.put(file, file.bytes);
      return await this.accept(arrival, hints);
    } catch (error) {
      await arrival.drop();
      throw error;
    }
  }

  /** Throws `not-found`. */
  async get(id: string): Promise<Job> {
    return structuredClone(await this.known(id));
  }

  /** Newest first. Throws `bad-cursor`. */
  async list(limit: number, cursor: string | null): Promise<z.infer<typeof JobPage>> {
    const after = cursor === null ? this.ids.length : this.ids.indexOf(cursor);
    if (after < 0)
      throw new OnrecordError(
        'bad-cursor',
        'No list of imports gave this cursor. Begin again without one.',
        { field: 'cursor' },
      );
    const from = Math.max(0, after - limit);
    const items: Job[] = [];
    for (const id of this.ids.slice(from, after).reverse()) {
      const job = this.jobs.get(id) ?? (await this.spool.load(id));
      if (job !== null) items.push(structuredClone(job));
    }
    return { total: this.ids.length, items, next: from === 0 ? null : this.ids[from]! };
  }

  /** Stops a job after the document under way; what was imported stays. Throws `not-found`. */
  async stop(id: string): Promise<Job> {
    const job = await this.known(id);
    if (job.state === 'queued' || job.state === 'running') {
      job.state = 'stopped';
      this.stops.get(id)?.abort();
      this.news.note(job, []);
      await this.save(job);
    }
    return structuredClone(job);
  }

  /** Tells of a job at once, whole, and then of what changes; returns what ends it. Throws `not-found`. */
  async watch(
    id: string,
    onJob: (job: Job) => void,
    onChange: (change: JobChange) => void,
  ): Promise<() => void> {
    const job = await this.known(id);
    onJob(structuredClone(job));
    return this.news.watch(id, onChange);
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

  private async known(id: string): Promise<Job> {
    const job = this.jobs.get(id) ?? (this.ids.includes(id) ? await this.spool.load(id) : null);
    if (job !== null) return job;
    throw unknownId('import', id, { field: 'id' });
  }

  private enqueue(job: Job): void {
    const stop = new AbortController();
    this.stops.set(job.id, stop);
    // One that was stopping when it was cut off has nothing to do but to end.
    if (job.state === 'stopped') stop.abort();
    this.tail = this.tail
      .then(() => this.run(job, stop))
      .catch((fault: unknown) => this.fail(job, fault));
  }

  private async run(job: Job, stop: AbortController): Promise<void> {
    const { signal } = stop;
    const pace = new Pace(job);
    if (!signal.aborted) job.state = 'running';
    let fault: unknown = null;
    const steps = this.steps(job, signal);
    for await (const step of ahead(steps, STEPS_A_DOCUMENT * this.importer.lanes))
      await this.take(job, step, pace, signal).catch((error: unknown) => {
        fault ??= error;
        stop.abort('fault');
      });
    this.stops.delete(job.id);
    if (fault !== null) throw fault;
    if (signal.reason === 'closing') return this.save(job);
    // Told of only once it is saved: a save that fails makes it a failed job instead.
    const over = structuredClone(job);
    if (signal.aborted) stopItems(over);
    else over.state = 'done';
    await this.save(over);
    const left = unended(job);
    Object.assign(job, over);
    this.news.note(job, left);
    this.jobs.delete(job.id);
    await this.spool.dropFiles(job).catch(this.onFault);
  }

  /** Leaves the job on disk as it was saved last, so that the next start takes it up from there. */
  private fail(job: Job, fault: unknown): void {
    this.onFault(fault);
    job.state = 'failed';
    job.problem = new OnrecordError(
      faultOfSurroundings(fault)?.code ?? 'internal',
      `The import was broken off: ${fault instanceof Error ? fault.message : String(fault)}. ` +
        'What came in stays. Mend the cause and start Onrecord again: the rest goes on then.',
    ).toProblem();
    const left = unended(job);
    putBack(job);
    this.news.note(job, left);
  }

  /** Opens the files that are left in turn and begins their documents; ends when stopped. */
  private async *steps(job: Job, signal: AbortSignal): AsyncGenerator<Step, void> {
    for (const [item, { stage, finished }] of job.items.entries()) {
      if (signal.aborted) return;
      if (stage === 'done') continue;
      try {
        this.reach(job, item, 'reading');
        const sources = await this.importer.open(await this.spool.file(job, item));
        yield { item, found: sources.length };
        for (const [at, source] of sources.entries()) {
          if (at < finished) continue;
          if (signal.aborted) break;
          const document = await this.importer.begin(source, job.hints).catch(refusing);
          this.reach(job, item, 'extracting');
          yield { item, place: at + 1, title: titleOf(source, job.hints), document };
        }
        yield { item, ended: true };
      } catch (error) {
        yield { item, error };
      }
    }
  }

  private async take(job: Job, step: Step, pace: Pace, signal: AbortSignal): Promise<void> {
    const item = job.items[step.item]!;
    // A file whose every document came in before a stop was imported, though its end comes after.
    if (signal.aborted && !('ended' in step && isThrough(item))) {
      if ('document' in step) step.document.drop();
      return;
    }
    if ('found' in step) item.found = step.found;
    else if ('document' in step) await this.finishDocument(job, step, pace);
    else await this.finishItem(job, step.item, 'error' in step ? this.problemOf(step.error) : null);
  }

  private async finishDocument(job: Job, next: NextDocument, pace: Pace): Promise<void> {
    const { item: at, document } = next;
    const item = job.items[at]!;
    const come = await document
      .finish((stage) => this.reach(job, at, stage))
      .catch((error: unknown) => this.refuse(item, next, error));
    item.finished += 1;
    if (come !== null) takeDocument(item, come);
    pace.read(come === null ? 0 : document.words);
    await this.changed(job, at);
  }

  private refuse(item: JobItem, { place, title }: NextDocument, error: unknown): null {
    const problem = this.problemOf(error);
    item.refused += 1;
    if (item.refusals.length < LISTED_DOCUMENTS) item.refusals.push({ place, title, problem });
    return null;
  }

  /** @param problem why the file could not be opened; null when it could */
  private async finishItem(job: Job, at: number, problem: Problem | null): Promise<void> {
    const item = job.items[at]!;
    if (problem === null) endItem(item);
    else Object.assign(item, { stage: 'done', outcome: 'refused', problem });
    job.finished += 1;
    await this.changed(job, at);
  }

  private reach(job: Job, at: number, stage: Stage): void {
    const item = job.items[at]!;
    if (item.stage === 'done') return;
    item.stage = stage;
    // A save that fails here fails again, and is heard of, when the document is in.
    this.changed(job, at).catch(() => undefined);
  }

  /** What a caller is told of an error; a fault of ours is logged. */
  private problemOf(error: unknown): Problem {
    if (!(error instanceof OnrecordError) || error.code === 'internal') this.onFault(error);
    const detail = 'It could not be imported; the fault is ours. The log says what.';
    const known = error instanceof OnrecordError ? error : faultOfSurroundings(error);
    return (known ?? new OnrecordError('internal', detail)).toProblem();
  }

  private changed(job: Job, at: number): Promise<void> {
    this.news.note(job, [at]);
    return performance.now() < this.nextSave ? Promise.resolve() : this.save(job);
  }

  private async save(job: Job): Promise<void> {
    const began = performance.now();
    // Until this one is done, how long it takes is not known.
    this.nextSave = began + SAVE_EVERY_MS;
    await this.spool.save(job);
    this.nextSave = Math.max(
      this.nextSave,
      performance.now() + SAVE_SHARE * (performance.now() - began),
    );
  }
}
