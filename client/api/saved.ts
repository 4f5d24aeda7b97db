import {
  SavedList,
  SavedQuestion,
  SavedReply,
  type SavedId,
  type SaveRequest,
} from '../../server/contract/saved.ts';
import { address, request } from './http.ts';

/** Calls about questions that are kept to be asked again. All reject with ApiError. */

function post(body: unknown): RequestInit {
  const headers = { 'content-type': 'application/json' };
  return { method: 'POST', headers, body: JSON.stringify(body) };
}

const at = (id: SavedId, deed: string) => address(`saved/${encodeURIComponent(id)}/${deed}`);

export const savedQuestions = (signal?: AbortSignal) =>
  request(address('saved'), SavedList, { signal });
export const saveQuestion = (question: SaveRequest) =>
  request(address('saved'), SavedReply, post(question));
/** @param seen the `at` of the reply that was looked at */
export const seeQuestion = (id: SavedId, seen: string) =>
  request(at(id, 'seen'), SavedReply, post({ seen }));
export const removeQuestion = (id: SavedId) =>
  request(at(id, 'remove'), SavedQuestion, { method: 'POST' });
