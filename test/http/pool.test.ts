import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Actor, Relation } from '../../graph-data/schema/index.ts';
import { OnrecordError, serverStopping } from '../../server/contract/index.ts';
import { computing } from '../../server/graph/processes.ts';
import { problemOf, startServer, type TestServer } from './harness.ts';

/** What the addresses of graphs reply when no process can lay one out. */

/** More than are laid out in the server's own process. */
const MANY = 250;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  const [model] = (await server.house.store.relations({}, { limit: 1, cursor: null })).items;
  const actors = Array.from({ length: MANY }, (_, i): Actor => {
    const known = { wikidata: null, country: null, note: '' };
    return { id: `actor:one-${i}`, kind: 'person', name: `One ${i}`, aliases: [], ...known };
  });
  const relations = actors.slice(1).map(({ id }, i): Relation => {
    const to = actors[0]!.id;
    return { ...model!, id: `rel:many-${i}`, kind: 'supports', from: id, to, status: 'accepted' };
  });
  await server.house.store.write({ put: { actors, relations } });
});
afterEach(() => vi.restoreAllMocks());
// Throws when a code came that its address does not list.
afterAll(() => server.stop());

test.each([
  ['busy', () => new OnrecordError('busy', 'Too many tasks wait.')],
  ['stopping', serverStopping],
])('%s, which both list', async (code, error) => {
  vi.spyOn(computing, 'run').mockImplementation(() => Promise.reject(error()));
  for (const path of ['/api/graph', '/api/neighbourhood?of=actor:one-0', '/api/likenesses'])
    expect(await problemOf(await server.get(path))).toMatchObject({ status: 503, code });
});
