import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { OnrecordError } from '../../contract/index.ts';
import { Database } from './driver.ts';

/** Until the copy is whole and checked, it stands under another name. */
const MAKING = '.making';

/**
 * Copies a record's file, as it stands at one moment, to where there is none yet, beside a server
 * that may be writing: SQLite's VACUUM INTO reads one snapshot (https://sqlite.org/lang_vacuum.html).
 * The copy is checked and on disk when this returns; when it throws, there is none.
 *
 * @param from the record's file
 * @param to the file to be made; folders above it are made when they are absent
 * @throws OnrecordError `not-found` when there is no record, `file-exists` when something
 *   stands at `to`, `damaged-record` when the copy does not pass SQLite's check
 */
export function copyRecord(from: string, to: string): void {
  if (!existsSync(from))
    throw new OnrecordError(
      'not-found',
      `There is no record at ${from}. Name the folder of one as DATA_DIR.`,
    );
  if (existsSync(to))
    throw new OnrecordError('file-exists', `${to} is there already. Name another folder.`);
  const folder = join(to, '..');
  const making = `${to}${MAKING}`;
  mkdirSync(folder, { recursive: true });
  rmSync(making, { force: true });
  try {
    copyInto(from, making);
    check(making, from);
    sync(making);
    renameSync(making, to);
  } catch (error) {
    rmSync(making, { force: true });
    throw error;
  }
  if (process.platform !== 'win32') sync(folder);
}

function copyInto(from: string, making: string): void {
  const source = new Database(from, { readonly: true, fileMustExist: true });
  try {
    source.prepare('VACUUM INTO ?').run(making);
  } finally {
    source.close();
  }
}

function check(copy: string, from: string): void {
  const database = new Database(copy, { readonly: true });
  try {
    const verdict = database.pragma('quick_check(1)', { simple: true });
    if (verdict === 'ok') return;
    throw new OnrecordError('damaged-record', `${from} is damaged (${String(verdict)}).`);
  } finally {
    database.close();
  }
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
