import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { leaveAddress } from '../../server/address.ts';
import type { DecisionPage, DecisionReply, StatementPage } from '../../server/contract/index.ts';
import { removed, serving, type Serving } from '../ingest/serving.ts';
import { inShell } from './shell.ts';

let server: Serving;

beforeEach(async () => {
  server = await serving();
});
afterEach(() => removed(server));

const onrecord = (...argv: string[]) =>
  inShell(argv, { folder: server.dataDir, env: { DATA_DIR: server.dataDir } });

async function decided(...argv: string[]): Promise<DecisionReply> {
  const { code, out, err } = await onrecord(...argv, '--json');
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out) as DecisionReply;
}

const anyStatement = async () => {
  const { items } = await server.get<StatementPage>('/api/statements?limit=1');
  return items[0]!.id;
};
const statusOf = async (id: string) =>
  (await server.get<{ status: string }>(`/api/statements/${id}`)).status;

describe('deciding from a shell', () => {
  test('is done by the server that writes the record, and undone', async () => {
    leaveAddress(server.dataDir, server.url);
    const id = await anyStatement();
    const { decision, changed } = await decided('reject', id, '--note', 'said in jest');
    expect(changed).toEqual([id]);
    expect(await statusOf(id)).toBe('rejected');
    const { items } = await server.get<DecisionPage>('/api/decisions');
    expect(items[0]).toMatchObject({ id: decision.id, note: 'said in jest' });
    await decided('undo', decision.id);
    expect(await statusOf(id)).toBe('accepted');
  });

  test('is done in this process when no server runs', async () => {
    const id = await anyStatement();
    await server.close();
    const { decision } = await decided('reject', id);
    await decided('undo', decision.id);
    await decided('accept', id);
    server = await serving(server.dataDir);
    expect(await statusOf(id)).toBe('accepted');
    expect((await server.get<DecisionPage>('/api/decisions')).total).toBe(3);
  });

  test('refuses what is no id, and what stands nowhere', async () => {
    leaveAddress(server.dataDir, server.url);
    for (const argv of [['accept'], ['accept', 'actor:belarus'], ['undo', 'stmt:x']]) {
      const { code, err } = await onrecord(...argv);
      expect(code).toBe(2);
      expect(err).toContain('usage');
    }
    const { code, err } = await onrecord('accept', 'stmt:nowhere');
    expect(code).toBe(2);
    expect(err).toContain('not-found');
  });
});
