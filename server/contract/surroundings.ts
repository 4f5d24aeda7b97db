import { OnrecordError } from './errors.ts';

const DISK_FULL = /^(ENOSPC|EDQUOT|SQLITE_FULL)$/;
const DAMAGED = /^SQLITE_(CORRUPT|NOTADB)/;

const UNUSABLE: ReadonlySet<string> = new Set([
  'EACCES',
  'EADDRNOTAVAIL',
  'EEXIST',
  'ENAMETOOLONG',
  'ENOTDIR',
  'EPERM',
  'EROFS',
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
]);

/** Whether an error is about an address or a folder that was named and cannot be used. */
export function isUnusable(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && UNUSABLE.has(String(error.code));
}

/**
 * What the machine refused and whoever runs Onrecord can mend, told apart from a fault of ours by
 * the code that Node or SQLite gives its error; null for anything else.
 */
export function faultOfSurroundings(error: unknown): OnrecordError | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const code = String(error.code);
  if (DISK_FULL.test(code)) {
    return new OnrecordError(
      'disk-full',
      'There is no room left on the disk. Nothing was written; make room and try again.',
    );
  }
  if (!DAMAGED.test(code)) return null;
  return new OnrecordError(
    'damaged-record',
    `The record's file is damaged (${error.message}). Stop Onrecord, keep what is in DATA_DIR, and put a copy that onrecord backup made earlier in its place.`,
  );
}
