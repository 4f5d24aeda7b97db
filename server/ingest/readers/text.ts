import { isFurniture } from '../../extract/body/index.ts';
import { type DecodedText, decodeText } from './encoding.ts';
import { isDateLine } from './opening.ts';
import { bareDocument, type ReadDocument } from './reader.ts';

const MAX_TITLE_LENGTH = 200;

export function encodingNote(decoded: DecodedText): string[] {
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

/** How much of a text's beginning is looked at for its title. */
const OPENING = 4 * MAX_TITLE_LENGTH;

/**
 * The first line that stands apart and is short enough, past those that only say when, where, by
 * whom or for whom it came out; null when a paragraph comes first.
 */
export function titleAt(text: string): string | null {
  const paragraphs = text
    .trimStart()
    .slice(0, OPENING)
    .split(/(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*/);
  // What comes last has nothing after it, so that it does not stand apart.
  for (const paragraph of paragraphs.slice(0, -1)) {
    const [line = '', ...more] = paragraph.split(/\r\n|\r|\n/).map((one) => one.trim());
    if (isDateLine(line) || isFurniture(line)) continue;
    return more.length === 0 && line.length <= MAX_TITLE_LENGTH ? line : null;
  }
  return null;
}
