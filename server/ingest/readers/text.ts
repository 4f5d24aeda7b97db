import { type DecodedText, decodeText } from './encoding.ts';
import { isDateLine } from './opening.ts';
import { bareDocument, type ReadDocument } from './reader.ts';

const MAX_TITLE_LENGTH = 200;

function encodingNote(decoded: DecodedText): string[] {
  return decoded.guessed ? [`Encoding guessed from the bytes: ${decoded.encoding}.`] : [];
}

/**
 * Plain text, kept to the letter: line ends and blanks stay as they are, so that whoever has the
 * same file has the same offsets. The first line is the title when it stands apart and is short; a
 * line that only says when and where it came out is passed over.
 */
export function readText(bytes: Uint8Array): ReadDocument {
  const decoded = decodeText(bytes, null);
  return {
    ...bareDocument(decoded.text, 'text'),
    title: titleAt(decoded.text),
    notes: encodingNote(decoded),
  };
}

/** A line and the empty one after it. Only used on an opening: it takes quadratic time. */
const LINE_APART = /\s*(\S[^\r\n]*?)[ \t]*\r?\n[ \t]*\r?\n/y;

function titleAt(text: string): string | null {
  const opening = text.trimStart().slice(0, 4 * MAX_TITLE_LENGTH);
  LINE_APART.lastIndex = 0;
  const first = LINE_APART.exec(opening)?.[1];
  const line = first !== undefined && isDateLine(first) ? LINE_APART.exec(opening)?.[1] : first;
  return line !== undefined && line.length <= MAX_TITLE_LENGTH ? line : null;
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;

/**
 * Markdown, kept as it is written, marks and all: what a person reads in their editor is what
 * selectors quote. Simple `key: value` front matter gives title, author, date, outlet and url; the
 * first heading is the title otherwise.
 */
export function readMarkdown(bytes: Uint8Array): ReadDocument {
  const decoded = decodeText(bytes, null);
  const fields = frontMatter(decoded.text);
  const heading = /^#{1,2}[ \t]+(.+?)[ \t]*#*$/m.exec(decoded.text)?.[1];
  return {
    ...bareDocument(decoded.text, 'markdown'),
    title: fields.get('title') || heading,
    outlet: fields.get('outlet') ?? fields.get('publisher'),
    authors: fields.get('author'),
    published: fields.get('date'),
    language: fields.get('lang') ?? fields.get('language'),
    url: fields.get('url'),
    notes: encodingNote(decoded),
  };
}

function frontMatter(text: string): ReadonlyMap<string, string> {
  const lines = FRONT_MATTER.exec(text)?.[1]?.split(/\r?\n/) ?? [];
  const pairs = lines.flatMap((line) => {
    const match = /^([A-Za-z]+)[ \t]*:[ \t]*(.+)$/.exec(line);
    return match?.[1] && match[2]
      ? [[match[1].toLowerCase(), match[2].trim().replace(/^(["'])(.*)\1$/, '$2')] as const]
      : [];
  });
  return new Map(pairs);
}
