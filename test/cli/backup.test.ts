import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import {
  createSqliteStore,
  openReadOnlyStore,
  RECORD_FILE,
} from '../../server/store/sqlite/index.ts';
import { fixture } from '../store/fixture.ts';
import { inShell } from './shell.ts';

let folder = '';
let dataDir = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-backup-'));
  dataDir = join(folder, 'record');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const backup = (to: string) =>
  inShell(['backup', to, '--json'], { folder, env: { DATA_DIR: dataDir } });

/** Everything of a record, as text. */
async function whole(at: string): Promise<string> {
  const store = await openReadOnlyStore(at);
  const all = [await store.dataSet(), await store.revision(), await store.savedQuestions()];
  await store.close();
  return JSON.stringify(all);
}

async function fill(): Promise<void> {
  const store = await createSqliteStore(dataDir);
  await store.loadSample(fixture());
  const [at, id] = ['2026-01-01T00:00:00.000Z', 'saved:0123456789ab' as const];
  await store.saveQuestion({ id, name: 'all', address: '', created: at, seen: at });
  await store.close();
}

describe('a backup', () => {
  test('holds the whole record, and is gone on from', async () => {
    await fill();
    const { code, out } = await backup('copies/monday');
    expect(code).toBe(0);
    const copy = join(folder, 'copies/monday');
    const { statements, documents } = fixture();
    expect(JSON.parse(out)).toMatchObject({
      folder: copy,
      documents: documents.length,
      statements: statements.filter(({ status }) => status !== 'rejected').length,
    });
    expect(await whole(copy)).toBe(await whole(dataDir));
    expect(readdirSync(copy)).toContain(RECORD_FILE);
    expect(readdirSync(copy).join()).not.toContain('making');
    const again = await createSqliteStore(copy);
    expect(await again.loadSample(fixture())).toBe(false);
    await again.close();
  });

  test('takes no other record’s place', async () => {
    await fill();
    await backup('copy');
    const before = readFileSync(join(folder, 'copy', RECORD_FILE));
    const { code, err } = await backup('copy');
    expect(code).toBe(2);
    expect(err).toContain('file-exists');
    expect(readFileSync(join(folder, 'copy', RECORD_FILE)).equals(before)).toBe(true);
  });

  test('is of no record that is not there, nor into a file', async () => {
    expect((await backup('copy')).err).toContain('not-found');
    expect(readdirSync(folder)).toEqual([]);
    await fill();
    writeFileSync(join(folder, 'file'), '');
    expect((await backup('file')).code).toBe(2);
  });

  test('is not made of a damaged record', async () => {
    await fill();
    const file = join(dataDir, RECORD_FILE);
    truncateSync(file, Math.floor(readFileSync(file).length / 2));
    const { code, err } = await backup('copy');
    expect(err).toContain('damaged-record');
    expect(code).toBe(70);
    expect(readdirSync(join(folder, 'copy'))).toEqual([]);
  });

  test('holds what was acknowledged before it began, while another process goes on writing', async () => {
    const script = fileURLToPath(new URL('../store/fault-writer.ts', import.meta.url));
    const writer = spawn(process.execPath, ['--import', 'tsx', script, dataDir, '0']);
    onTestFinished(() => void writer.kill('SIGKILL'));
    let acknowledged = -1;
    createInterface(writer.stdout).on('line', (line) => {
      if (line !== 'ready') acknowledged = Number(line);
    });
    await expect.poll(() => acknowledged, { timeout: 30_000 }).toBeGreaterThan(20);
    const before = acknowledged;
    expect((await backup('copy')).code).toBe(0);
    await expect.poll(() => acknowledged, { timeout: 30_000 }).toBeGreaterThan(before + 20);
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    const store = await openReadOnlyStore(join(folder, 'copy'));
    const written = (await store.statementIds({ type: 'all' }))
      .filter((id) => /^stmt:w\d+$/.test(id))
      .map((id) => Number(id.slice('stmt:w'.length)))
      .sort((a, b) => a - b);
    await store.close();
    expect(written.length).toBeGreaterThan(before);
    expect(written).toEqual(written.map((_, i) => i));
  }, 60_000);
});
