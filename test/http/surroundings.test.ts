import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { faultOfSurroundings } from '../../server/contract/index.ts';
import { createSqliteStore, RECORD_FILE } from '../../server/store/sqlite/index.ts';
import { problemOf, startServer, type TestServer } from './harness.ts';

/** Faults that whoever runs Onrecord can mend have codes of their own, and are logged all the same. */

const coded = (code: string) => Object.assign(new Error('as SQLite says'), { code });

describe('a machine that refuses', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterEach(() => vi.restoreAllMocks());
  afterAll(() => server.stop());

  const reject = (id: string) =>
    fetch(`${server.url}/api/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action: { kind: 'reject', records: [id] }, note: '' }),
    });

  it.each([
    ['SQLITE_FULL', 507, 'disk-full'],
    ['ENOSPC', 507, 'disk-full'],
    ['SQLITE_CORRUPT_VTAB', 500, 'damaged-record'],
    ['SQLITE_IOERR', 500, 'internal'],
  ])('%s while writing is told with %i %s', async (code, status, told) => {
    const fault = coded(code);
    vi.spyOn(server.house.store, 'write').mockRejectedValueOnce(fault);
    const [statement] = (await server.house.store.statementIds({ type: 'all' })).slice(0, 1);
    const response = await reject(statement ?? '');
    expect(response.status).toBe(status);
    expect((await problemOf(response)).code).toBe(told);
    expect(server.faults).toContain(fault);
    expect((await reject(statement ?? '')).status).toBe(200);
  });
});

describe('a record that is damaged on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-damaged-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is not opened and not overwritten', async () => {
    const file = join(folder, RECORD_FILE);
    writeFileSync(file, 'no database, but longer than a header of a hundred bytes. '.repeat(20));
    const fault = await createSqliteStore(folder).catch((error: unknown) => error);
    expect(faultOfSurroundings(fault)?.code).toBe('damaged-record');
    const again = await createSqliteStore(folder).catch((error: unknown) => error);
    expect(faultOfSurroundings(again)?.code).toBe('damaged-record');
  });
});
