import { z } from 'zod';
import { OnrecordError } from '../../contract/index.ts';
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

/** JSON Lines, one document a line. Throws `bad-json` naming the first line that is wrong. */
export function readJsonl(bytes: Uint8Array): ReadDocument[] {
  const lines = decodeText(bytes, 'utf-8').text.split(/\r?\n/);
  return lines.flatMap((line, i) => (line.trim() === '' ? [] : [readLine(line, i + 1)]));
}

function readLine(line: string, number: number): ReadDocument {
  const parsed = Line.safeParse(parseJson(line, number));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path.join('.') || 'the line';
    throw wrongLine(number, `${field}: ${issue?.message ?? 'not understood'}`);
  }
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
