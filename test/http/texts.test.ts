import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  AnchorReport,
  MAX_TEXT_LENGTH,
  ROUTES,
  type DocumentReply,
} from '../../server/contract/index.ts';
import { documentOf } from '../record/document.ts';
import { problemOf, startServer, type TestServer } from './harness.ts';

/** Texts of documents as long as they may be, over HTTP. */

const ID = 'doc:ferry';
const WORDS = 'The ferry runs. ';
const LONGEST = WORDS.repeat(MAX_TEXT_LENGTH / WORDS.length);

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  const cited = { ...documentOf(ID, LONGEST), holding: 'cited' as const };
  await server.house.record.importExtraction({ document: cited, text: null, proposals: {} });
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.stop();
});

const attach = (text: string) =>
  fetch(`${server.url}/api/documents/${ID}/text`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  });

it('attaches the longest text that an import may hold', async () => {
  expect(LONGEST).toHaveLength(MAX_TEXT_LENGTH);
  const response = await attach(LONGEST);
  expect(AnchorReport.parse(await response.json())).toMatchObject({ document: ID, version: false });
  expect((await server.json<DocumentReply>(`/api/documents/${ID}`)).text).toBe(LONGEST);
});

it('refuses a longer one by its field, not by its bytes', async () => {
  const problem = await problemOf(await attach(`${LONGEST}.`));
  expect(problem).toMatchObject({ code: 'bad-value', field: 'text' });
});

it.each([ROUTES.attachText, ROUTES.importDocuments])(
  'takes it at $path in whatever characters',
  ({ bodyLimit }) => {
    const widest = JSON.stringify({ text: '\u0001'.repeat(MAX_TEXT_LENGTH) });
    expect(Buffer.byteLength(widest)).toBeLessThanOrEqual(bodyLimit);
  },
);
