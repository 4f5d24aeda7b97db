import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { SourceFile } from '../readers/index.ts';
import { type Content, writeDurably } from './disk.ts';

/** A file that is on disk. */
export type ArrivedFile = Omit<SourceFile, 'bytes'> & { readonly bytes: number };

const UNFINISHED = '.new-';

/** Whether a folder among the jobs is of files that never became one. */
export function isUnfinished(name: string): boolean {
  return name.startsWith(UNFINISHED);
}

/**
 * Files on their way in, in a folder beside the jobs that becomes the job's own once they are all
 * there: a job is on disk whole or not at all.
 */
export class Arrival {
  readonly folder: string;
  readonly files: ArrivedFile[] = [];

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async begin(jobs: string): Promise<Arrival> {
    const arrival = new Arrival(path.join(jobs, UNFINISHED + randomBytes(8).toString('hex')));
    await mkdir(path.join(arrival.folder, 'files'), { recursive: true });
    return arrival;
  }

  /** Takes one file after the other, in the order of the job's items. */
  async put(file: Omit<ArrivedFile, 'bytes'>, content: Content): Promise<void> {
    const target = path.join(this.folder, 'files', String(this.files.length));
    const bytes = await writeDurably(target, content);
    this.files.push({ name: file.name, mediaType: file.mediaType, bytes });
  }

  async drop(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
