import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { isHiddenPath } from '../contract/index.ts';
import { MAX_FILE_BYTES, type SourceFile } from '../ingest/index.ts';
import { cannotRead, type Io } from './command.ts';
import { refusalOf, type Refusal } from './refusals.ts';

/** Files handed to one job; a large folder becomes several, so that memory stays bounded. */
const FILES_A_JOB = 500;

/** Bytes handed to one job, likewise; a single file may have more. */
const BYTES_A_JOB = 100_000_000;

/** Takes what could not be read of what was named; the rest comes in none the less. */
type Refuse = (refusal: Refusal) => void;

/**
 * The files that were named, and those below a folder that are not hidden, in order. Throws
 * UsageError when something that was named is not there at all: nothing has been done yet.
 */
export async function filesNamed(
  io: Io,
  named: readonly string[],
  refuse: Refuse,
): Promise<string[]> {
  const lists: string[][] = [];
  for (const name of named) {
    const place = resolve(io.folder, name);
    const found = await stat(place).catch((error: unknown) => {
      throw cannotRead(name, error);
    });
    lists.push(found.isDirectory() ? (await filesBelow(io, place, refuse)).sort() : [place]);
  }
  return lists.flat();
}

async function filesBelow(io: Io, folder: string, refuse: Refuse): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    refuse(unread(io, folder, error));
    return [];
  });
  const lists: string[][] = [];
  for (const entry of entries) {
    const place = join(folder, entry.name);
    if (isHiddenPath(entry.name)) continue;
    if (entry.isFile()) lists.push([place]);
    else if (entry.isDirectory()) lists.push(await filesBelow(io, place, refuse));
  }
  return lists.flat();
}

/** The files in lots of bounded number and size, in order; those that cannot be read are left out. */
export async function* inLots(
  places: readonly string[],
  io: Io,
  refuse: Refuse,
): AsyncGenerator<SourceFile[]> {
  let lot: SourceFile[] = [];
  let bytes = 0;
  for (const place of places) {
    const file = await load(io, place).catch((error: unknown) => refuse(unread(io, place, error)));
    if (!file) continue;
    if (lot.length === FILES_A_JOB || (lot.length > 0 && bytes + file.bytes.length > BYTES_A_JOB)) {
      yield lot;
      lot = [];
      bytes = 0;
    }
    lot.push(file);
    bytes += file.bytes.length;
  }
  if (lot.length > 0) yield lot;
}

async function load(io: Io, place: string): Promise<SourceFile> {
  // One byte over the limit is enough for the reader to refuse it by its own words.
  const { size } = await stat(place);
  const bytes = size > MAX_FILE_BYTES ? new Uint8Array(MAX_FILE_BYTES + 1) : await readFile(place);
  return { name: nameOf(io, place), mediaType: null, bytes: new Uint8Array(bytes) };
}

/** As it is told: from where the command was given. */
const nameOf = (io: Io, place: string): string => relative(io.folder, place) || place;

function unread(io: Io, place: string, error: unknown): Refusal {
  const name = nameOf(io, place);
  return refusalOf(name, cannotRead(name, error))!;
}
