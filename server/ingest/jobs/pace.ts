import type { Job } from '../../contract/jobs.ts';

/** Least time that a rate is taken over before a time left is told, milliseconds. */
const LEAST_MS = 1_000;

/**
 * Keeps a job's rate and time left: words over the time of this run, files by their bytes. The time
 * left is told by what followed the first document alone, for that one waits for the models: a
 * hundred short files would seem to take half an hour.
 */
export class Pace {
  private readonly job: Job;
  private readonly startedAt = performance.now();
  private first: { readonly at: number; readonly bytes: number } | null = null;
  private words = 0;

  constructor(job: Job) {
    this.job = job;
  }

  read(words: number): void {
    const { job } = this;
    const now = performance.now();
    this.words += words;
    job.words += words;
    job.wordsPerSecond = Math.round((this.words / (now - this.startedAt)) * 1000);
    job.secondsLeft = this.secondsLeft(now, bytesDone(job));
  }

  private secondsLeft(now: number, done: number): number | null {
    this.first ??= { at: now, bytes: done };
    const [ms, bytes] = [now - this.first.at, done - this.first.bytes];
    if (ms < LEAST_MS || bytes === 0) return null;
    const total = this.job.items.reduce((sum, item) => sum + item.bytes, 0);
    return Math.round(((total - done) * ms) / bytes / 1000);
  }
}

/** Bytes of finished files, and of a file under way by the share of its documents. */
function bytesDone(job: Job): number {
  return job.items.reduce((sum, item) => {
    const share = item.stage === 'done' ? 1 : item.found > 0 ? item.finished / item.found : 0;
    return sum + item.bytes * share;
  }, 0);
}
