import type { Job, JobItem } from '../../contract/jobs.ts';
import type { ArrivedFile } from './arrival.ts';

export function waitingItem({ name, mediaType, bytes }: ArrivedFile): JobItem {
  return {
    name,
    mediaType,
    bytes,
    stage: 'waiting',
    outcome: null,
    found: 0,
    finished: 0,
    refused: 0,
    documents: [],
    refusals: [],
    problem: null,
  };
}

/** Whether every document of a file has come to an end, as far as is known. */
export function isThrough({ found, finished }: JobItem): boolean {
  return finished > 0 && finished === found;
}

/** Places of what has not come to an end. */
export function unended(job: Job): number[] {
  return job.items.flatMap(({ stage }, at) => (stage === 'done' ? [] : [at]));
}

/** Ends what was not reached. */
export function stopItems(job: Job): void {
  for (const item of job.items) if (item.stage !== 'done') item.outcome = 'stopped';
}

/** Puts back what is under way, for a later run. */
export function putBack(job: Job): void {
  for (const item of job.items) if (item.stage !== 'done') item.stage = 'waiting';
}

/** Ends a file that was opened by what became of its documents: refused when all of them were. */
export function endItem(item: JobItem): void {
  const { documents, found, refused, refusals } = item;
  item.stage = 'done';
  if (found > 0 && refused === found) {
    item.outcome = 'refused';
    item.problem = refusals[0]?.problem ?? null;
    return;
  }
  const unlisted = found - refused > documents.length;
  const added = unlisted || documents.some(({ outcome }) => outcome === 'added');
  item.outcome = added ? 'added' : 'known';
}
