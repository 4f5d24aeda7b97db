import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Job } from '../../contract/jobs.ts';
import type { SourceFile } from '../readers/index.ts';

/**
 * Jobs on disk, so that an accepted import survives a crash: `jobs/<id>/job.json` says how far it
 * came, `jobs/<id>/files/<n>` holds the bytes as they came. Everything is flushed before it counts.
 */
export class Spool {
  private readonly folder: string;
  private saving: Promise<void> = Promise.resolve();

  constructor(dataDir: string) {
    this.folder = path.join(dataDir, 'jobs');
  }

  /** Keeps a new job and its files. When this resolves, the job survives a crash. */
  async add(job: Job, files: readonly SourceFile[]): Promise<void> {
    const place = path.join(this.folder, job.id, 'files');
    await mkdir(place, { recursive: true });
    for (const [i, file] of files.entries())
      await writeDurably(path.join(place, String(i)), file.bytes);
    await this.save(job);
  }

  /** Saves take their turn: two at once would pull the new file from under one another. */
  save(job: Job): Promise<void> {
    const text = JSON.stringify(job);
    const turn = this.saving.then(() => this.write(job.id, text));
    this.saving = turn.catch(() => undefined);
    return turn;
  }

  private async write(id: string, text: string): Promise<void> {
    const target = path.join(this.folder, id, 'job.json');
    await writeDurably(`${target}.new`, text);
    await rename(`${target}.new`, target);
    await flushFolder(path.dirname(target));
  }

  /** The file of a job's n-th item, as it came. */
  async file(job: Job, item: number): Promise<SourceFile> {
    const bytes = await readFile(path.join(this.folder, job.id, 'files', String(item)));
    const { name, mediaType } = job.items[item] ?? { name: '', mediaType: null };
    return { name, mediaType, bytes };
  }

  /** Removes a finished job's files; what it did stays in job.json. */
  async dropFiles(job: Job): Promise<void> {
    await rm(path.join(this.folder, job.id, 'files'), { recursive: true, force: true });
  }

  /** Every job, oldest first. One whose manifest was never finished was never acknowledged. */
  async all(): Promise<Job[]> {
    const ids = await readdir(this.folder).catch(() => []);
    const jobs = await Promise.all(ids.sort().map((id) => this.load(id)));
    return jobs.filter((job) => job !== null).sort((a, b) => a.created.localeCompare(b.created));
  }

  private async load(id: string): Promise<Job | null> {
    const text = await readFile(path.join(this.folder, id, 'job.json'), 'utf8').catch(() => null);
    const parsed = text === null ? null : Job.safeParse(JSON.parse(text));
    return parsed?.success ? parsed.data : null;
  }
}

async function writeDurably(target: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(target, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
