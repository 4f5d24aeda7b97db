import { createHash } from 'node:crypto';
import type { Statement } from '../../graph-data/schema/index.ts';
import type { AnyRecord } from '../store/store.ts';

/**
 * Tells whether a reading has changed a record beneath a decision: a hash of what an edit or a
 * re-attribution rests on. Status and confidence are left out; a better model may be surer.
 */
export function fingerprint(record: AnyRecord): string {
  const plain = JSON.stringify('speaker' in record ? ofStatement(record) : byName(record));
  return createHash('sha256').update(plain).digest('base64url').slice(0, 22);
}

/** In this order since the first decision was logged. */
function ofStatement({
  id,
  speaker,
  text,
  mode,
  act,
  said,
  addressees,
  about,
  reports,
}: Statement): unknown[] {
  return [id, speaker, text, mode, act, said, addressees, about, reports];
}

const PROVENANCE = new Set(['status', 'method', 'confidence']);

function byName(record: AnyRecord): [string, unknown][] {
  return Object.entries(record)
    .filter(([field]) => !PROVENANCE.has(field))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
