import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isUnusable } from '../contract/index.ts';
import { copyRecord, openReadOnlyStore, RECORD_FILE } from '../store/sqlite/index.ts';
import { FORMAT_OPTIONS, formatOf, readArgs } from './args.ts';
import { EXIT, UsageError, type Command, type Io } from './command.ts';
import { write } from './output.ts';
import { settingsOf } from './record.ts';

const usage = `Usage: onrecord backup FOLDER [--json | --csv]

Copies the whole record, as it stands at one moment, into a folder that holds none: documents,
statements, decisions, saved questions. A server may run and write meanwhile; of an import that is
under way the copy holds the documents that were done. It is checked before it counts, and never
takes the place of another. To go back to it, or to work with it on another machine, start Onrecord
there: DATA_DIR=FOLDER npm start.

Exits 0 when the copy is on disk, 2 when there is no record or the folder cannot be used, 70 when the
record is damaged or the disk is full.`;

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, FORMAT_OPTIONS);
  const format = formatOf(values);
  const [named, ...more] = positionals;
  if (named === undefined || more.length > 0) throw new UsageError('Name one folder for the copy.');
  const folder = resolve(io.folder, named);
  const file = join(folder, RECORD_FILE);
  try {
    copyRecord(join(settingsOf(io).dataDir, RECORD_FILE), file);
  } catch (error) {
    if (isUnusable(error)) throw new UsageError(`Cannot copy to ${folder}: ${error.message}`);
    throw error;
  }
  const copy = await openReadOnlyStore(folder);
  try {
    const { documents, statements } = await copy.counts();
    const { size: bytes } = statSync(file);
    const columns = ['folder', 'documents', 'statements', 'bytes'];
    const rows = [[folder, documents, statements, bytes]];
    write({ columns, rows, json: { folder, documents, statements, bytes } }, format, io);
  } finally {
    await copy.close();
  }
  return EXIT.found;
}

export const backupCommand: Command = { usage, run };
