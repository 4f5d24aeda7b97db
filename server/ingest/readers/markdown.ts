import { decodeText } from './encoding.ts';
import { frontMatterAt, statedIn } from './front-matter.ts';
import { bareDocument, type ReadDocument } from './reader.ts';
import { encodingNote, titleAt } from './text.ts';

const HEADING = /^#{1,2}[ \t]+(.+?)[ \t]*#*$|^(\S.*)\r?\n=+[ \t]*$/m;

/**
 * Markdown, kept as it is written, marks and all: what a person reads in their editor is what
 * selectors quote. Simple front matter gives title, authors, date, outlet and url; the first heading
 * is the title otherwise.
 */
export function readMarkdown(bytes: Uint8Array): ReadDocument {
  const decoded = decodeText(bytes, null);
  const { length, fields } = frontMatterAt(decoded.text);
  const prose = decoded.text.slice(length);
  const heading = HEADING.exec(prose);
  return {
    ...bareDocument(decoded.text, 'markdown'),
    ...statedIn(fields),
    title: fields.get('title') ?? heading?.[1] ?? heading?.[2] ?? titleAt(prose),
    notes: encodingNote(decoded),
  };
}
