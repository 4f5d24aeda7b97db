import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { DataSet, type Document, type Records } from '../../graph-data/schema/index.ts';
import type { ReadingInput } from '../../server/extract/index.ts';

/** The raw articles beside the project; they are never committed. */
const CORPUS = new URL('../../../shared/corpus/', import.meta.url);
const RECORDS = new URL('../../graph-data/records/', import.meta.url);

/** Why tests that read the raw articles are left out; null when the articles are there. */
export const articlesMissing = existsSync(CORPUS)
  ? null
  : 'the raw articles (../shared/corpus) are not beside the project';

const KEYS = ['documents', 'actors', 'mentions', 'statements', 'agreements', 'events', 'relations'];

/** The sample record as committed, checked. */
export function sampleRecord(): Records {
  const entries = KEYS.map((key) => {
    const value: unknown = JSON.parse(readFileSync(new URL(`${key}.json`, RECORDS), 'utf8'));
    return [key, value] as const;
  });
  return DataSet.parse({ format: 'onrecord/1', ...Object.fromEntries(entries), decisions: [] });
}

/** The raw articles, each with its document's record, in file order. */
export function sampleArticles({ documents }: Records): { text: string; document: Document }[] {
  return readdirSync(CORPUS)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => {
      const text = readFileSync(new URL(name, CORPUS), 'utf8');
      const sha256 = createHash('sha256').update(text).digest('hex');
      const document = documents.find((one) => one.sha256 === sha256);
      return document ? [{ text, document }] : [];
    });
}

/** What the reader is told of an article: its metadata, and its outlet only where actors are known. */
export function readingInput(
  { text, document }: { text: string; document: Document },
  knowsActors: boolean,
): ReadingInput {
  const { id, sha256, title, published, language } = document;
  const outlet = knowsActors ? document.outlet : null;
  return { text, document: { id, sha256, title, outlet, published, language } };
}
