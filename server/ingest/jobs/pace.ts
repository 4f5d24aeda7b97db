import type { Job } from '../../contract/jobs.ts';

/** Keeps a job's rate and time left: words over the time of this run, files by their bytes. */
export class Pace {
  private readonly job: Job;
  private readonly startedAt = performance.now();
  private readonly bytesAtStart: number;
  private words = 0;

  constructor(job: Job) {
    this.job = job;
    this.bytesAtStart = bytesDone(job);
  }

  read(words: number): void {
    const { job } = this;
    const seconds = (performance.now() - this.startedAt) / 1000;
    this.words += words;
    job.words += words;
    job.wordsPerSecond = Math.round(this.words / seconds);
    const done = bytesDone(job);
    const total = job.items.reduce((sum, item) => sum + item.bytes, 0);
    const rate = (done - this.bytesAtStart) / seconds;
    job.secondsLeft = rate > 0 ? Math.round((total - done) / rate) : null;
  }
}

/** Bytes of finished files, and of a file under way by the share of its documents. */
function bytesDone(job: Job): number {
  return job.items.reduce((sum, item) => {
    const share = item.stage === 'done' ? 1 : item.found > 0 ? item.finished / item.found : 0;
    return sum + item.bytes * share;
  }, 0);
}
