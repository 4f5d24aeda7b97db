import { AskReply } from '../../server/contract/ask.ts';
import {
  ActorReply,
  AgreementPage,
  AgreementReply,
  DocumentPage,
  DocumentReply,
  EventPage,
  EventReply,
  GraphReply,
  Health,
  PathsReply,
  RelationPage,
  RelationReply,
  StatementPage,
  StatementReply,
  SuggestReply,
} from '../../server/contract/replies.ts';
import { address, request, type Params } from './http.ts';

/** One function for each call of the API that the screen makes. All reject with ApiError. */

const at = (path: string, id: string) => `${path}/${encodeURIComponent(id)}`;

export function statements(params: Params, signal?: AbortSignal) {
  return request(address('statements', params), StatementPage, { signal });
}

/** Statements by their ids, MOST_IDS at most, in that order; those that are gone are left out. */
export async function statementsNamed(ids: readonly string[], signal?: AbortSignal) {
  if (ids.length === 0) return [];
  return (await statements([['ids', ids.join(',')]], signal)).items;
}

export function graph(params: Params, signal?: AbortSignal) {
  return request(address('graph', params), GraphReply, { signal });
}

/** The graph around one actor, `of`, up to `hops` ties away. */
export function neighbourhood(params: Params, signal?: AbortSignal) {
  return request(address('neighbourhood', params), GraphReply, { signal });
}

export function paths(from: string, to: string, conditions: Params, signal?: AbortSignal) {
  const ends: Params = [...conditions, ['from', from], ['to', to], ['k', '3']];
  return request(address('paths', ends), PathsReply, { signal });
}

export function suggest(q: string, signal?: AbortSignal) {
  return request(address('suggest', [['q', q]]), SuggestReply, { signal });
}

/** How a plain question is read. */
export function ask(q: string, signal?: AbortSignal) {
  return request(address('ask', [['q', q]]), AskReply, { signal });
}

export const statement = (id: string, signal?: AbortSignal) =>
  request(address(at('statements', id)), StatementReply, { signal });
export const actor = (id: string, signal?: AbortSignal) =>
  request(address(at('actors', id)), ActorReply, { signal });
export const agreement = (id: string, signal?: AbortSignal) =>
  request(address(at('agreements', id)), AgreementReply, { signal });
export const event = (id: string, signal?: AbortSignal) =>
  request(address(at('events', id)), EventReply, { signal });
export const relation = (id: string, signal?: AbortSignal) =>
  request(address(at('relations', id)), RelationReply, { signal });
export const document = (id: string, signal?: AbortSignal) =>
  request(address(at('documents', id)), DocumentReply, { signal });

export const agreements = (params: Params, signal?: AbortSignal) =>
  request(address('agreements', params), AgreementPage, { signal });
export const events = (params: Params, signal?: AbortSignal) =>
  request(address('events', params), EventPage, { signal });
export const relations = (params: Params, signal?: AbortSignal) =>
  request(address('relations', params), RelationPage, { signal });
export const documents = (params: Params, signal?: AbortSignal) =>
  request(address('documents', params), DocumentPage, { signal });

export const health = (signal?: AbortSignal) => request('/healthz', Health, { signal });
