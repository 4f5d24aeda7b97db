import {
  type Job,
  type JobDocument,
  type JobItem,
  LISTED_DOCUMENTS,
  NO_PROPOSALS,
  totalProposals,
} from '../../contract/jobs.ts';
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
    added: 0,
    proposals: NO_PROPOSALS,
    documents: [],
    refusals: [],
    problem: null,
  };
}

/** Counts a document that is in the record, and lists it while there is room. */
export function takeDocument(item: JobItem, document: JobDocument): void {
  if (document.outcome === 'added') {
    item.added += 1;
    item.proposals = totalProposals([item.proposals, document]);
  }
  if (item.documents.length < LISTED_DOCUMENTS) item.documents.push(document);
}

/** A file that was saved before its documents were counted, counted by those that it lists. */
export function counted(item: JobItem): JobItem {
  const added = item.documents.filter(({ outcome }) => outcome === 'added');
  if (item.added >= added.length) return item;
  return { ...item, added: added.length, proposals: totalProposals(added) };
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
  const { added, found, refused, refusals } = item;
  item.stage = 'done';
  if (found > 0 && refused === found) {
    item.outcome = 'refused';
    item.problem = refusals[0]?.problem ?? null;
    return;
  }
  item.outcome = added > 0 ? 'added' : 'known';
}
