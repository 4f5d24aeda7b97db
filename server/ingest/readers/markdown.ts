import { decodeText } from './encoding.ts';
import { fieldsOf } from './fields.ts';
import { bareDocument, type ReadDocument } from './reader.ts';
import { encodingNote, titleAt } from './text.ts';

/** YAML between lines of hyphens, TOML between lines of plus signs. */
const FRONT_MATTER = /^(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n\1[ \t]*(?:\r?\n|$)/;

const HEADING = /^#{1,2}[ \t]+(.+?)[ \t]*#*$|^(\S.*)\r?\n=+[ \t]*$/m;

/**
 * Markdown, kept as it is written, marks and all: what a person reads in their editor is what
 * selectors quote. Simple front matter gives title, authors, date, outlet and url; the first heading
 * is the title otherwise.
 */
export function readMarkdown(bytes: Uint8Array): ReadDocument {
  const decoded = decodeText(bytes, null);
  const front = FRONT_MATTER.exec(decoded.text);
  const prose = decoded.text.slice(front?.[0].length ?? 0);
  const fields = fieldsOf(frontMatter(front?.[2] ?? ''));
  const heading = HEADING.exec(prose);
  return {
    ...bareDocument(decoded.text, 'markdown'),
    title: fields.get('title') ?? heading?.[1] ?? heading?.[2] ?? titleAt(prose),
    outlet: fields.get('outlet'),
    authors: fields.get('authors'),
    published: fields.get('published'),
    language: fields.get('language'),
    url: fields.get('url'),
    notes: encodingNote(decoded),
  };
}

const PAIR = /^([A-Za-z][\w-]*)[ \t]*[:=][ \t]*(.*)$/;
const ITEM = /^[ \t]*-[ \t]+(.+)$/;

/** Names and values, a list of values under a name or in brackets as one; nesting is left alone. */
function frontMatter(lines: string): [string, string | string[]][] {
  const pairs: [string, string | string[]][] = [];
  for (const line of lines.split(/\r?\n/)) {
    const [, name, value] = PAIR.exec(line) ?? [];
    const item = ITEM.exec(line)?.[1];
    const last = pairs.at(-1);
    if (name !== undefined) pairs.push([name, valueOf(value ?? '')]);
    else if (item !== undefined && last && (Array.isArray(last[1]) || last[1] === ''))
      last[1] = [...last[1], unquoted(item)];
  }
  return pairs;
}

function valueOf(value: string): string | string[] {
  const list = /^\[(?!\[)(.*)\]$/.exec(value.trim())?.[1];
  return list === undefined ? unquoted(value) : list.split(',').map(unquoted);
}

/** A value without its quotation marks, and without the brackets of a link between notes. */
const unquoted = (value: string) =>
  value
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/^\[\[(.*)\]\]$/, '$1');
