import { createHash } from 'node:crypto';
import type { Statement } from '../../graph-data/schema/index.ts';

/**
 * Tells whether a reading has changed a statement beneath a decision: a hash of what an edit or a
 * re-attribution rests on. Status and confidence are left out; a better model may be surer.
 */
export function fingerprint(statement: Statement): string {
  const { status: _status, method: _method, confidence: _confidence, ...content } = statement;
  const { id, speaker, text, mode, act, said, addressees, about, reports } = content;
  const plain = JSON.stringify([id, speaker, text, mode, act, said, addressees, about, reports]);
  return createHash('sha256').update(plain).digest('base64url').slice(0, 22);
}
