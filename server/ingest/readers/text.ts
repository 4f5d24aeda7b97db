import { isFurniture } from '../../extract/body/index.ts';
import { type DecodedText, decodeText } from './encoding.ts';
import { frontMatterAt, statedIn } from './front-matter.ts';
import { hasWords, isDateLine } from './opening.ts';
import { bareDocument, type ReadDocument } from './reader.ts';

const MAX_TITLE_LENGTH = 200;

export function encodingNote(decoded: DecodedText): string[] {
  return decoded.guessed ? [`Encoding guessed from the bytes: ${decoded.encoding}.`] : [];
}

/**
 * Plain text, kept to the letter: line ends and blanks stay as they are, so that whoever has the
 * same file has the same offsets. The first line is the title when it stands apart and is short; a
 * line that only says when and where it came out is passed over. A mail that was copied as text is
 * known by its header, a note that was copied as text by the front matter that names its title.
 */
export function readText(bytes: Uint8Array): ReadDocument {
  const decoded = decodeText(bytes, null);
  const header = mailHeaderAt(decoded.text);
  const front = frontMatterAt(decoded.text);
  // Between rules a text may hold anything; what names its title is about the text.
  if (header === null && front.fields.has('title'))
    return {
      ...bareDocument(decoded.text, 'text'),
      ...statedIn(front.fields),
      notes: encodingNote(decoded),
    };
  return {
    ...bareDocument(decoded.text, 'text'),
    title: header?.get('subject') ?? titleAt(decoded.text),
    authors: header?.get('from') ?? [],
    published: header?.get('date') ?? header?.get('sent'),
    notes: encodingNote(decoded),
  };
}

/** How much of a text's beginning is looked at for its title. */
const OPENING = 4 * MAX_TITLE_LENGTH;

/** What stands between paragraphs; CR LF is one line end, never two. */
const BLANK_LINE = /(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r(?!\n)|\n)\s*/;

/**
 * The first line that stands apart and is short enough, past those that only say when, where, by
 * whom or for whom it came out; null when a paragraph comes first.
 */
export function titleAt(text: string): string | null {
  const paragraphs = text.trimStart().slice(0, OPENING).split(BLANK_LINE);
  // What comes last has nothing after it, so that it does not stand apart.
  for (const paragraph of paragraphs.slice(0, -1)) {
    // A rule of hyphens is no line of words: it is neither a title nor the sentence after one.
    const [line, ...more] = paragraph
      .split(/\r\n|\r|\n/)
      .map((one) => one.trim())
      .filter(hasWords);
    if (line === undefined || isDateLine(line) || isFurniture(line)) continue;
    return more.length === 0 && line.length <= MAX_TITLE_LENGTH ? line : null;
  }
  return null;
}

const HEADER_LINE = /^(from|to|cc|subject|date|sent): *(.*)$/i;

/** The header of a mail at a text's beginning, names in lower case; null when there is none. */
function mailHeaderAt(text: string): ReadonlyMap<string, string> | null {
  const [block = ''] = text
    .trimStart()
    .slice(0, OPENING)
    .split(/\r?\n[ \t]*\r?\n/);
  const fields = new Map<string, string>();
  for (const line of block.split(/\r?\n/)) {
    const [, name, value] = HEADER_LINE.exec(line.trim()) ?? [];
    if (name === undefined || value === undefined) return null;
    fields.set(name.toLowerCase(), value);
  }
  return fields.has('from') && fields.has('subject') ? fields : null;
}
