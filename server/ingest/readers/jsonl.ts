import { z } from 'zod';
import { Edtf } from '../../../graph-data/schema/index.ts';
import { OnrecordError } from '../../contract/index.ts';
import { decodeText } from './encoding.ts';
import { bareDocument, MAX_TEXT_LENGTH, type SourceDocument } from './reader.ts';

/** One line: `text` is required, the rest is what the bringer knows. Other keys are set aside. */
const Line = z.object({
  text: z.string().min(1).max(MAX_TEXT_LENGTH),
  title: z.string().nullish(),
  outlet: z.string().nullish(),
  author: z.string().nullish(),
  authors: z.array(z.string()).nullish(),
  published: Edtf.nullish(),
  language: z.string().nullish(),
  url: z.url({ protocol: /^https?$/ }).nullish(),
});

/** JSON Lines, one document a line. Throws `bad-json` naming the first line that is wrong. */
export function readJsonl(bytes: Uint8Array): SourceDocument[] {
  const lines = decodeText(bytes, 'utf-8').text.split(/\r?\n/);
  return lines.flatMap((line, i) => (line.trim() === '' ? [] : [readLine(line, i + 1)]));
}

function readLine(line: string, number: number): SourceDocument {
  const parsed = Line.safeParse(parseJson(line, number));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path.join('.') || 'the line';
    throw wrongLine(number, `${field}: ${issue?.message ?? 'not understood'}`);
  }
  const { text, title, outlet, author, authors, published, language, url } = parsed.data;
  return {
    ...bareDocument(text, 'jsonl'),
    title: title ?? null,
    outlet: outlet ?? null,
    authors: authors ?? (author ? [author] : []),
    published: published ?? null,
    publishedBasis: published ? 'stated' : 'unknown',
    language: language ?? null,
    url: url ?? null,
  };
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
