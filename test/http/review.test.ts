import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor, Document, DocumentId } from '../../graph-data/schema/index.ts';
import { selectorAt } from '../../graph-data/schema/index.ts';
import { LikenessList } from '../../server/contract/index.ts';
import { computing } from '../../server/graph/processes.ts';
import { startServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

async function post<T>(path: string, body: unknown = {}): Promise<{ status: number; reply: T }> {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, reply: (await response.json()) as T };
}

function documentOf(id: DocumentId, text: string): Document {
  return {
    id,
    title: 'The bridge',
    outlet: null,
    authors: [],
    published: '2023-01-02',
    publishedBasis: 'stated',
    note: '',
    language: 'en',
    url: null,
    sha256: createHash('sha256').update(text).digest('hex'),
    length: text.length,
    holding: 'held',
  };
}

const novak: Actor = {
  id: 'actor:ana-novak',
  kind: 'person',
  name: 'Ana Novak',
  aliases: [],
  wikidata: null,
  country: null,
  note: '',
};

describe('removing a document', () => {
  test('names everything that went, actors included', async () => {
    const text = 'Ana Novak waved.';
    await server.house.record.importExtraction({
      document: documentOf('doc:wave', text),
      text,
      proposals: {
        actors: [novak],
        mentions: [
          {
            id: 'men:wave',
            document: 'doc:wave',
            selector: selectorAt(text, 0, 9),
            actor: novak.id,
          },
        ],
      },
    });
    const { status, reply } = await post('/api/documents/doc:wave/remove');
    expect(status).toBe(200);
    expect(reply).toEqual({ removed: ['doc:wave', 'actor:ana-novak', 'men:wave'] });
  });
});

describe('likenesses', () => {
  test('are found once for each revision, off the thread that answers', async () => {
    const run = vi.spyOn(computing, 'run');
    const [one, other] = await Promise.all([1, 2].map(() => server.json('/api/likenesses')));
    expect(LikenessList.parse(one)).toEqual(other);
    expect(run).toHaveBeenCalledTimes(1);
    const named = { kind: 'accept', records: ['stmt:none'] };
    await post('/api/decisions', { action: named });
    await server.json('/api/likenesses');
    expect(run).toHaveBeenCalledTimes(1);
    await server.house.store.write({ put: { actors: [novak] } });
    await server.json('/api/likenesses');
    expect(run).toHaveBeenCalledTimes(2);
    run.mockRestore();
  });
});
