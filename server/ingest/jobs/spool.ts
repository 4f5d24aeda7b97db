import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Job } from '../../contract/jobs.ts';
import type { SourceFile } from '../readers/index.ts';
import { Arrival, isUnfinished } from './arrival.ts';
import { flushFolder, isMissing, writeDurably } from './disk.ts';
import { counted } from './items.ts';

/**
 * Jobs on disk, so that an accepted import survives a crash: `jobs/<id>/job.json` says how far it
 * came, `jobs/<id>/files/<n>` holds the bytes as they came. Everything is flushed before it counts.
 */
export class Spool {
  private readonly folder: string;
  private readonly onFault: (error: unknown) => void;
  private saving: Promise<void> = Promise.resolve();

  /** @param onFault told of jobs that cannot be loaded */
  constructor(dataDir: string, onFault: (error: unknown) => void) {
    this.folder = path.join(dataDir, 'jobs');
    this.onFault = onFault;
  }

  /** Where files are put before they are added as a job; dropped when they are not. */
  async arrival(): Promise<Arrival> {
    const made = await mkdir(this.folder, { recursive: true });
    if (made !== undefined) await flushFolder(path.dirname(this.folder));
    return Arrival.begin(this.folder);
  }

  /** Keeps a new job. When this resolves, it survives a crash; when it rejects, nothing is left. */
  async add(job: Job, arrival: Arrival): Promise<void> {
    const place = this.placeOf(job.id);
    try {
      await flushFolder(path.join(arrival.folder, 'files'));
      await writeDurably(path.join(arrival.folder, 'job.json'), JSON.stringify(job));
      await flushFolder(arrival.folder);
      await rename(arrival.folder, place);
      await flushFolder(this.folder);
    } catch (error) {
      await arrival.drop();
      await rm(place, { recursive: true, force: true });
      throw error;
    }
  }

  /** Saves take their turn: two at once would pull the new file from under one another. */
  save(job: Job): Promise<void> {
    const text = JSON.stringify(job);
    const turn = this.saving.then(() => this.write(job.id, text));
    this.saving = turn.catch(() => undefined);
    return turn;
  }

  private async write(id: string, text: string): Promise<void> {
    const target = path.join(this.placeOf(id), 'job.json');
    await writeDurably(`${target}.new`, text);
    await rename(`${target}.new`, target);
    await flushFolder(path.dirname(target));
  }

  /** The file of a job's n-th item, as it came. */
  async file(job: Job, item: number): Promise<SourceFile> {
    const bytes = await readFile(path.join(this.placeOf(job.id), 'files', String(item)));
    const { name, mediaType } = job.items[item] ?? { name: '', mediaType: null };
    return { name, mediaType, bytes };
  }

  /** Removes a finished job's files; what it did stays in job.json. */
  async dropFiles(job: Job): Promise<void> {
    await rm(path.join(this.placeOf(job.id), 'files'), { recursive: true, force: true });
  }

  /** Every job that can be read, one after the other, and clears away what never became one. */
  async *all(): AsyncGenerator<Job, void> {
    for (const name of (await this.names()).sort()) {
      const place = this.placeOf(name);
      if (isUnfinished(name)) await rm(place, { recursive: true, force: true });
      const job = isUnfinished(name) ? null : await this.load(name);
      if (job !== null) yield job;
    }
  }

  /** A job as saved last. Null, and the fault is told, when it cannot be read: its files stay. */
  async load(id: string): Promise<Job | null> {
    const manifest = path.join(this.placeOf(id), 'job.json');
    try {
      const job = Job.parse(JSON.parse(await readFile(manifest, 'utf8')));
      return { ...job, items: job.items.map(counted) };
    } catch (cause) {
      const what = `${manifest} cannot be read: the import ${id} is left out, its files stay.`;
      this.onFault(new Error(what, { cause }));
      return null;
    }
  }

  private async names(): Promise<string[]> {
    try {
      return await readdir(this.folder);
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }

  private placeOf(id: string): string {
    return path.join(this.folder, id);
  }
}
