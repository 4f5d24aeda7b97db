import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor, Document, Relation, Statement } from '../../graph-data/schema/index.ts';
import { ActorReply, type ActorPage } from '../../server/contract/index.ts';
import { loadRecords } from '../../server/record/sample.ts';
import { fixture } from '../store/fixture.ts';
import { startServer, type TestServer } from './harness.ts';

/** An actor of whom the record knows more than one reply lists. */

const LISTED = 1000;
const DOCUMENTS = LISTED + 30;
const TIES = LISTED + 7;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  const data = fixture();
  const person = (id: Actor['id']): Actor => ({ ...data.actors[3]!, id, name: id, aliases: [] });
  const [many, other] = [person('actor:many'), person('actor:other')];
  const documents = Array.from({ length: DOCUMENTS }, (_, i): Document => ({
    ...data.documents[0]!,
    ...{ id: `doc:many-${i}`, outlet: null, sha256: String(i).padStart(64, '0') },
  }));
  const model = data.statements[0]!;
  const report = { ...model.reports[0]!, via: [] };
  const statement: Statement = {
    ...{ ...model, id: 'stmt:carried', speaker: many.id },
    reports: documents.map(({ id }) => ({ ...report, document: id })),
  };
  const tie = data.relations[0]!;
  const evidence = tie.evidence.map((it) => ({ ...it, document: documents[0]!.id }));
  const relations = Array.from({ length: TIES }, (_, i): Relation => {
    const ends = { from: many.id, to: other.id };
    return { ...tie, id: `rel:many-${i}`, ...ends, evidence };
  });
  const put = { documents, actors: [many, other], statements: [statement], relations };
  await server.house.store.write({ put });
});
afterAll(() => server.stop());

test('says how many more there are of what it lists', async () => {
  const reply = ActorReply.parse(await server.json('/api/actors/actor:many'));
  expect(reply.documents).toHaveLength(LISTED);
  expect(reply.relations).toHaveLength(LISTED);
  const omitted = { agreements: 0, events: 0, relations: TIES - LISTED };
  expect(reply.omitted).toEqual({ ...omitted, documents: DOCUMENTS - LISTED });
  const whole = ActorReply.parse(await server.json('/api/actors/actor:belarus'));
  expect(Object.values(whole.omitted)).toEqual([0, 0, 0, 0]);
});

test('lists what it published, as what it has a part in', async () => {
  const { documents } = loadRecords();
  const document = documents.find(({ outlet }) => outlet !== null);
  const outlet = ActorReply.parse(await server.json(`/api/actors/${document!.outlet}`));
  expect(outlet.documents.map(({ id }) => id)).toContain(document!.id);
});

test('are listed page by page whatever the length of their names', async () => {
  const named = [0, 1, 2].map((i): Actor => {
    // Three bytes each in UTF-8.
    const name = `${'名'.repeat(890)} ${i}`;
    return { ...fixture().actors[3]!, id: `actor:long-${i}`, name, aliases: [] };
  });
  await server.house.store.write({ put: { actors: named } });
  const found: string[] = [];
  let next: string | null = null;
  do {
    const from: string = next === null ? '' : `&cursor=${next}`;
    const page: ActorPage = await server.json(
      `/api/actors?q=${encodeURIComponent('名')}&limit=1${from}`,
    );
    found.push(...page.items.map(({ id }) => id));
    next = page.next;
  } while (next !== null);
  expect(found).toEqual(named.map(({ id }) => id));
});
