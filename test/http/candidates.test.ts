import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor, Document, Mention, Statement } from '../../graph-data/schema/index.ts';
import { selectorAt } from '../../graph-data/schema/index.ts';
import type { ProposalPage } from '../../server/contract/index.ts';
import { documentOf } from '../record/document.ts';
import { startServer, type TestServer } from './harness.ts';

/** Who else could have said it, of a statement that two documents report at different places. */

const WORDS = 'the bridge is open';
const SHORT = `She said ${WORDS}.`;
const LONG = `Bor Kralj came first. ${'It rained all day. '.repeat(10)}Ana Novak waved. She said ${WORDS}.`;

const person = (id: Actor['id'], name: string): Actor => ({
  ...{ id, kind: 'person', name, aliases: [] },
  ...{ wikidata: null, country: null, note: '' },
});
const named: Actor[] = [person('actor:kralj', 'Bor Kralj'), person('actor:novak', 'Ana Novak')];
const speaker = person('actor:zupan', 'Eva Zupan');

const reportIn = (document: Document['id'], text: string): Statement['reports'][number] => {
  const start = text.indexOf(WORDS);
  const content = [selectorAt(text, start, start + WORDS.length)];
  return { document, content, cue: null, source: null, via: [], repeats: [], origin: 'orig:a' };
};

const statement: Statement = {
  ...{ id: 'stmt:open', speaker: speaker.id, text: WORDS, mode: 'indirect', act: 'assertion' },
  ...{ said: null, addressees: [], about: [] },
  reports: [reportIn('doc:short', SHORT), reportIn('doc:long', LONG)],
  ...{ status: 'proposed', method: 'extracted', confidence: 0.5 },
};

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  const mentions = named.map(({ id, name }, i): Mention => {
    const start = LONG.indexOf(name);
    const selector = selectorAt(LONG, start, start + name.length);
    return { id: `men:${i}`, document: 'doc:long', selector, actor: id };
  });
  await server.house.store.write({
    put: {
      documents: [documentOf('doc:short', SHORT), documentOf('doc:long', LONG)],
      ...{ actors: [...named, speaker], mentions, statements: [statement] },
    },
    texts: new Map([
      ['doc:short', SHORT],
      ['doc:long', LONG],
    ]),
  });
});
afterAll(() => server.stop());

const candidatesIn = async (document: string) => {
  const { items } = await server.json<ProposalPage>(
    `/api/suggestions?document=${document}&candidates=true`,
  );
  const [item] = items;
  return item?.type === 'statement' ? item.candidates : [];
};

test('are those named before its words in the document under review, nearest first', async () => {
  const found = await candidatesIn('doc:long');
  expect(found.map(({ actor }) => actor.id)).toEqual(['actor:novak', 'actor:kralj']);
  const start = LONG.indexOf(WORDS);
  const distances = named.map(({ name }) => start - LONG.indexOf(name) - name.length).reverse();
  found.forEach(({ reason }, i) => expect(reason).toContain(` ${distances[i]} `));
  expect(await candidatesIn('doc:short')).toEqual([]);
});
