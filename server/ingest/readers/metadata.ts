import { z } from 'zod';
import { Document, Edtf } from '../../../graph-data/schema/index.ts';
import { LanguageTag } from '../../contract/index.ts';
import type { ReadDocument, SourceDocument } from './reader.ts';
import { statedDay } from './stated-date.ts';

/** Characters of a wrong value that its note quotes. */
const QUOTED = 60;

const Words = z.string().trim().min(1);

/** A date; of a moment such as 2022-12-07T10:00Z the day, which is what a report is dated by. */
const Published = z.string().trim().transform(statedDay).pipe(Edtf);

/** A tag; en_GB, as systems write it, is taken as en-GB. */
const Language = z
  .string()
  .trim()
  .transform((tag) => tag.replaceAll('_', '-'))
  .pipe(LanguageTag);

const Url = z.string().trim().pipe(Document.shape.url.unwrap());

/**
 * Parses what a document says of itself, whatever its format. A field that cannot be what it should
 * be is set aside with a note: the document is not refused for it.
 */
export function withMetadata(read: ReadDocument): SourceDocument {
  const notes = [...read.notes];
  const field = (name: string, schema: z.ZodType<string>, value: unknown): string | null => {
    if (isBlank(value)) return null;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    notes.push(`The ${name} that it states was set aside: ${quoted(value)}.`);
    return null;
  };
  const published = field('date', Published, read.published);
  const authors = Array.isArray(read.authors) ? (read.authors as unknown[]) : [read.authors];
  return {
    text: read.text,
    format: read.format,
    title: field('title', Words, read.title),
    outlet: field('outlet', Words, read.outlet),
    authors: authors.flatMap((author) => field('author', Words, author) ?? []),
    published,
    publishedBasis: published === null ? 'unknown' : 'stated',
    language: field('language', Language, read.language),
    url: field('address', Url, read.url),
    notes,
  };
}

/** An empty field says nothing, so nothing is lost. */
function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && !value.trim());
}

function quoted(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= QUOTED ? text : `${text.slice(0, QUOTED)}…`;
}
