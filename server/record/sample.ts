import { readFileSync } from 'node:fs';
import { DATA_SET_FORMAT, DataSet } from '../../graph-data/schema/index.ts';
import { OnrecordError } from '../contract/index.ts';

/** One file for each list of the data set; decisions are made by its users and are not shipped. */
export const RECORD_FILES = [
  'documents',
  'actors',
  'mentions',
  'statements',
  'agreements',
  'events',
  'relations',
] as const;

/** Where the sample record lies. */
export const SAMPLE_FOLDER = new URL('../../graph-data/records/', import.meta.url);

/** How many faults an error names; a broken data set can have thousands. */
const FAULTS_SHOWN = 5;

/**
 * Reads the sample record and checks that it holds together.
 *
 * @param folder a folder URL, with its final slash, that holds RECORD_FILES as JSON
 * @throws OnrecordError `invalid-records`, naming the first faults and where they are
 */
export function loadRecords(folder: URL = SAMPLE_FOLDER): DataSet {
  const lists = RECORD_FILES.map((name) => [name, readList(folder, name)]);
  const parsed = DataSet.safeParse({ format: DATA_SET_FORMAT, ...Object.fromEntries(lists) });
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const shown = issues.slice(0, FAULTS_SHOWN).map((i) => `${i.path.join('.')}: ${i.message}`);
  throw new OnrecordError(
    'invalid-records',
    `The records do not hold together (${issues.length} faults): ${shown.join('; ')}`,
  );
}

function readList(folder: URL, name: string): unknown {
  const file = new URL(`${name}.json`, folder);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new OnrecordError('invalid-records', `${file.pathname} cannot be read: ${why}`);
  }
}
