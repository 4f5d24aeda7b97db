import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { Database } from '../../server/store/sqlite/driver.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { open } from '../../server/store/sqlite/database.ts';
import { MIGRATIONS } from '../../server/store/sqlite/schema.ts';
import {
  createSqliteStore,
  openReadOnlyStore,
  RECORD_FILE,
} from '../../server/store/sqlite/index.ts';
import { applyChange } from '../../server/store/sqlite/write.ts';
import { killWriters } from './fault.ts';
import { fixture } from './fixture.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'onrecord-durability-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function code(expected: string) {
  return expect.objectContaining({ code: expected });
}

function inFile<T>(body: (database: Sqlite.Database) => T): T {
  const database = new Database(join(dataDir, RECORD_FILE));
  try {
    return body(database);
  } finally {
    database.close();
  }
}

describe('the record on disk', () => {
  test('keeps every acknowledged write through kill -9', async () => {
    const { faults, acknowledged } = await killWriters(8, 150);
    expect(faults).toEqual([]);
    expect(acknowledged).toBeGreaterThan(0);
  }, 60_000);

  test('is there again when it is opened again', async () => {
    const first = await createSqliteStore(dataDir);
    await first.loadSample(fixture());
    const before = JSON.stringify([await first.dataSet(), await first.revision()]);
    await first.close();
    const second = await createSqliteStore(dataDir);
    expect(await second.loadSample(fixture())).toBe(false);
    expect(JSON.stringify([await second.dataSet(), await second.revision()])).toBe(before);
    await second.close();
  });

  test('has one writer at a time, and readers beside it', async () => {
    const writer = await createSqliteStore(dataDir);
    await writer.loadSample(fixture());
    await expect(createSqliteStore(dataDir)).rejects.toEqual(code('record-in-use'));
    const reader = await openReadOnlyStore(dataDir);
    expect(await reader.counts()).toEqual(await writer.counts());
    await writer.write({ remove: ['stmt:short'] });
    expect(await reader.statementsById(['stmt:short'])).toEqual([]);
    await reader.close();
    await writer.close();
    await (await createSqliteStore(dataDir)).close();
  });

  test('is not made by a reader', async () => {
    await expect(openReadOnlyStore(dataDir)).rejects.toEqual(code('not-found'));
  });

  test('of a newer version is left alone', async () => {
    await (await createSqliteStore(dataDir)).close();
    inFile((database) => database.pragma(`user_version = ${MIGRATIONS.length + 1}`));
    await expect(createSqliteStore(dataDir)).rejects.toEqual(code('newer-record'));
    await expect(openReadOnlyStore(dataDir)).rejects.toEqual(code('newer-record'));
    inFile((database) => database.pragma(`user_version = ${MIGRATIONS.length}`));
    await (await createSqliteStore(dataDir)).close();
  });

  test('of an older version is read once it has been brought up to date', async () => {
    await (await createSqliteStore(dataDir)).close();
    inFile((database) => database.pragma(`user_version = ${MIGRATIONS.length - 1}`));
    await expect(openReadOnlyStore(dataDir)).rejects.toEqual(code('older-record'));
  });

  test('is brought up to date whole or not at all', async () => {
    inFile((database) => database.exec('CREATE TABLE redirects (in_the_way)'));
    await expect(createSqliteStore(dataDir)).rejects.toThrow('redirects');
    const [tables, version] = inFile((database) => [
      database.prepare('SELECT name FROM sqlite_schema').pluck().all(),
      database.pragma('user_version', { simple: true }),
    ]);
    expect(tables).toEqual(['redirects']);
    expect(version).toBe(0);
  });

  test('has no table that takes a value of the wrong type', async () => {
    await (await createSqliteStore(dataDir)).close();
    const loose = inFile((database) =>
      database
        .prepare(
          `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
           AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
        )
        .pluck()
        .all(),
    );
    expect(loose).toEqual([]);
  });
});

test('the planner has statistics of what was loaded, from the next start on', async () => {
  const store = await createSqliteStore(dataDir);
  await store.loadSample(fixture());
  await store.close();
  const analysed = inFile((database) =>
    database.prepare('SELECT DISTINCT tbl FROM sqlite_stat1').pluck().all(),
  );
  expect(analysed).toEqual(expect.arrayContaining(['statements', 'actors']));
});

test('a record that has no room left for statistics can be closed', () => {
  const connection = open(join(dataDir, RECORD_FILE), { readonly: false });
  connection.write(() => applyChange(connection, { put: fixture() }, '2022-10-10T00:00:00.000Z'));
  const pages = connection.database.pragma('page_count', { simple: true });
  connection.database.pragma(`max_page_count = ${pages}`);
  connection.close();
  const analysed = inFile((database) =>
    database.prepare("SELECT name FROM sqlite_schema WHERE name = 'sqlite_stat1'").all(),
  );
  expect(analysed).toEqual([]);
});
