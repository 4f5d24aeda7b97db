import { z } from 'zod';
import { recordTypeOf } from '../../../graph-data/schema/index.ts';
import { firstWrong, inWords, OnrecordError } from '../../contract/index.ts';
import { MAX_TEXT_LENGTH } from '../../contract/jobs.ts';
import { parsePage } from './dom.ts';
import { decodeText } from './encoding.ts';
import { fieldsOf } from './fields.ts';
import { blocksToText } from './html-text.ts';
import { bareDocument, type ReadDocument } from './reader.ts';

/** One document: the text is required, the rest is what the bringer knows. Other keys are set aside. */
const Line = z.object({
  text: z.string().min(1).max(MAX_TEXT_LENGTH),
  title: z.unknown().optional(),
  outlet: z
    .union([z.object({ name: z.string() }).transform(({ name }) => name), z.unknown()])
    .optional(),
  authors: z.unknown().optional(),
  published: z.unknown().optional(),
  language: z.unknown().optional(),
  url: z.unknown().optional(),
});

/** Text that is markup: it begins with an element of a page and ends one. */
const MARKUP =
  /^\s*<(?:!doctype|html|body|article|section|div|p|h[1-6]|ul|blockquote)\b[^]*<\/\w+>/i;

/** What exports write of each record. */
const Exported = z.object({ id: z.string() });

/**
 * JSON Lines, one document a line, or JSON: one list of documents, or one document alone. Throws
 * `bad-json` naming the first that is wrong, and `unreadable-document` for records of an export,
 * whose texts are quotations and no documents.
 */
export function readJsonl(bytes: Uint8Array): ReadDocument[] {
  const { text } = decodeText(bytes, 'utf-8');
  const whole = text.trim();
  if (whole.startsWith('['))
    return listIn(whole).map((object, i) => readObject(object, `item ${i + 1}`));
  const alone = /[\r\n]/.test(whole) ? objectIn(whole) : null;
  if (alone !== null) return [readObject(alone, 'the document')];
  return text.split(/\r?\n/).flatMap((line, i) => {
    const place = `line ${i + 1}`;
    return line.trim() === '' ? [] : [readObject(parseJson(line, place), place)];
  });
}

/** What begins as a list can be nothing else: a line that holds a document begins as an object. */
function listIn(text: string): unknown[] {
  return parseJson(text, 'the list') as unknown[];
}

/** An object over several lines; null when the text is not one, but may be one a line. */
function objectIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function readObject(object: unknown, place: string): ReadDocument {
  const exported = Exported.safeParse(object);
  if (exported.success && recordTypeOf(exported.data.id) !== null)
    throw new OnrecordError(
      'unreadable-document',
      `${named(place)} is ${exported.data.id}, a record of an export, and no document.`,
      { field: place },
    );
  const isObject = typeof object === 'object' && object !== null && !Array.isArray(object);
  const fields = isObject ? Object.fromEntries(fieldsOf(Object.entries(object))) : object;
  const parsed = Line.safeParse(fields, { error: inWords });
  if (!parsed.success) throw wrong(place, firstWrong(parsed.error).told);
  const { text, ...rest } = parsed.data;
  const prose = MARKUP.test(text) ? blocksToText(parsePage(text).body) : text;
  return { ...bareDocument(prose, 'jsonl'), ...rest };
}

function parseJson(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw wrong(place, `it is not valid JSON (${(error as Error).message})`);
  }
}

const named = (place: string) => place.charAt(0).toUpperCase() + place.slice(1);

function wrong(place: string, what: string): OnrecordError {
  return new OnrecordError(
    'bad-json',
    `${named(place)}: ${what}. A document is one object with "text" and, if known, title, outlet, authors, published, language and url; a file holds one a line, or one list of them.`,
    { field: place },
  );
}
