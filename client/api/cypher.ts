import { CypherReply } from '../../server/contract/cypher.ts';
import { address, request } from './http.ts';

/** Runs one reading query; rejects with ApiError, whose problem says where the query is wrong. */
export function cypher(query: string, limit: number, signal?: AbortSignal) {
  return request(address('cypher'), CypherReply, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, limit }),
    signal,
  });
}
