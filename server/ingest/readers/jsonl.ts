import { z } from 'zod';
import { recordTypeOf } from '../../../graph-data/schema/index.ts';
import { firstWrong, inWords, OnrecordError } from '../../contract/index.ts';
import { decodeText } from './encoding.ts';
import { bareDocument, MAX_TEXT_LENGTH, type ReadDocument } from './reader.ts';

/** One line: `text` is required, the rest is what the bringer knows. Other keys are set aside. */
const Line = z.object({
  text: z.string().min(1).max(MAX_TEXT_LENGTH),
  title: z.unknown().optional(),
  outlet: z.unknown().optional(),
  author: z.unknown().optional(),
  authors: z.unknown().optional(),
  published: z.unknown().optional(),
  language: z.unknown().optional(),
  url: z.unknown().optional(),
});

/** What exports write of each record. */
const Exported = z.object({ id: z.string() });

/**
 * JSON Lines, one document a line. Throws `bad-json` naming the first line that is wrong, and
 * `unreadable-document` for lines of an export, whose texts are quotations and no documents.
 */
export function readJsonl(bytes: Uint8Array): ReadDocument[] {
  const lines = decodeText(bytes, 'utf-8').text.split(/\r?\n/);
  return lines.flatMap((line, i) => (line.trim() === '' ? [] : [readLine(line, i + 1)]));
}

function readLine(line: string, number: number): ReadDocument {
  const object = parseJson(line, number);
  const exported = Exported.safeParse(object);
  if (exported.success && recordTypeOf(exported.data.id) !== null)
    throw new OnrecordError(
      'unreadable-document',
      `Line ${number} is ${exported.data.id}, a record of an export, and no document.`,
      { field: `line ${number}` },
    );
  const parsed = Line.safeParse(object, { error: inWords });
  if (!parsed.success) throw wrongLine(number, firstWrong(parsed.error).told);
  const { text, author, authors, ...rest } = parsed.data;
  return { ...bareDocument(text, 'jsonl'), ...rest, authors: authors ?? author };
}

function parseJson(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw wrongLine(number, 'it is not valid JSON');
  }
}

function wrongLine(number: number, what: string): OnrecordError {
  return new OnrecordError(
    'bad-json',
    `Line ${number}: ${what}. Each line is one object with "text" and, if known, title, outlet, authors, published, language and url.`,
    { field: `line ${number}` },
  );
}
