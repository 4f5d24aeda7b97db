import type { Action } from '../../graph-data/schema/index.ts';
import {
  ConflictList,
  DecisionPage,
  DecisionReply,
  type DecisionItem,
  type Seen,
} from '../../server/contract/decisions.ts';
import {
  Job,
  JobChange,
  JobPage,
  type DocumentHints,
  type PasteDocument,
} from '../../server/contract/jobs.ts';
import { LikenessList, ProposalPage, type QueueAcceptance } from '../../server/contract/review.ts';
import { address, request, type Params } from './http.ts';

/** Calls that bring documents in and decide about what was read. All reject with ApiError. */

const JSON_BODY = { 'content-type': 'application/json' };

function post(body: unknown): RequestInit {
  return { method: 'POST', headers: JSON_BODY, body: JSON.stringify(body) };
}

const at = (path: string, id: string, deed = '') =>
  address(`${path}/${encodeURIComponent(id)}${deed === '' ? '' : `/${deed}`}`);

export const importText = (document: PasteDocument) =>
  request(address('documents'), Job, post(document));

/** Sends files as one job; `path` keeps the folder that a file was dropped with. */
export function importFiles(files: readonly File[], hints: DocumentHints) {
  const form = new FormData();
  for (const [key, value] of Object.entries(hints)) form.set(key, value);
  for (const file of files) form.append('file', file, file.webkitRelativePath || file.name);
  return request(address('documents'), Job, { method: 'POST', body: form });
}

export const job = (id: string, signal?: AbortSignal) => request(at('jobs', id), Job, { signal });
/** Imports, newest first. */
export const jobs = (params: Params, signal?: AbortSignal) =>
  request(address('jobs', params), JobPage, { signal });
export const stopJob = (id: string) => request(at('jobs', id, 'stop'), Job, { method: 'POST' });

/** Where the server tells of every change of a job, as server-sent events. */
export const jobEventsAddress = (id: string) => at('jobs', id, 'events');

/** What one event tells; null when it is not in the words of the contract. */
function ofEvent<T extends typeof Job | typeof JobChange>(schema: T, data: string) {
  try {
    return schema.parse(JSON.parse(data)) as ReturnType<T['parse']>;
  } catch {
    return null;
  }
}

export const jobOfEvent = (data: string) => ofEvent(Job, data);
export const changeOfEvent = (data: string) => ofEvent(JobChange, data);

export const proposals = (params: Params, signal?: AbortSignal) =>
  request(address('suggestions', params), ProposalPage, { signal });
/** Records that may be one; of some statements, MOST_IDS at most, those that they are among. */
export const likenesses = (of: readonly string[], signal?: AbortSignal) =>
  request(address('likenesses', of.length === 0 ? [] : [['of', of.join(',')]]), LikenessList, {
    signal,
  });
export const conflicts = (signal?: AbortSignal) =>
  request(address('conflicts'), ConflictList, { signal });
export const decisions = (params: Params, signal?: AbortSignal) =>
  request(address('decisions', params), DecisionPage, { signal });

/** @param seen what the records held when the person decided: refused as `conflict` once they do not */
export const decide = (action: Action, seen: Seen) =>
  request(address('decisions'), DecisionReply, post({ action, seen }));
/** Accepts the queue of these parameters, whole. */
export const acceptProposals = (params: Params, acceptance: QueueAcceptance) =>
  request(address('suggestions/accept', params), DecisionReply, post(acceptance));
export const undoDecision = (id: DecisionItem['id'], note = '') =>
  request(at('decisions', id, 'undo'), DecisionReply, post({ note }));
