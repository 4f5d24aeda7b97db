import type { Job } from '../../contract/jobs.ts';

/**
 * What a rate is taken over at least before a time left is told: milliseconds, and so many documents
 * or such a share of the bytes.
 */
const LEAST = { ms: 1_000, documents: 4, share: 0.05 } as const;

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
  private documents = 0;

  constructor(job: Job) {
    this.job = job;
  }

  read(words: number): void {
    const { job } = this;
    const now = performance.now();
    this.words += words;
    this.documents += 1;
    job.words += words;
    job.wordsPerSecond = Math.round((this.words / (now - this.startedAt)) * 1000);
    job.secondsLeft = this.secondsLeft(now, bytesDone(job));
  }

  private secondsLeft(now: number, done: number): number | null {
    this.first ??= { at: now, bytes: done };
    const [ms, bytes] = [now - this.first.at, done - this.first.bytes];
    const total = this.job.items.reduce((sum, item) => sum + item.bytes, 0);
    const isTold = this.documents >= LEAST.documents || bytes >= LEAST.share * total;
    if (ms < LEAST.ms || bytes === 0 || !isTold) return null;
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
