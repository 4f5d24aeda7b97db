import { createHash } from 'node:crypto';
import type { Document } from '../../graph-data/schema/index.ts';

/** A document that is held, of an invented text. */
export function documentOf(id: Document['id'], text: string): Document {
  return {
    id,
    title: 'The bridge',
    outlet: null,
    authors: [],
    published: '2023-01-02',
    publishedBasis: 'stated',
    note: '',
    language: 'en',
    url: null,
    sha256: createHash('sha256').update(text).digest('hex'),
    length: text.length,
    holding: 'held',
  };
}
