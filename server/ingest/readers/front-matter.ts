import { fieldsOf, type Field } from './fields.ts';

/** YAML between lines of hyphens, TOML between lines of plus signs. */
const FRONT_MATTER = /^(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n\1[ \t]*(?:\r?\n|$)/;

export interface FrontMatter {
  /** Of its whole block, in UTF-16 code units; 0 where there is none. */
  readonly length: number;
  readonly fields: ReadonlyMap<Field, unknown>;
}

/** What a text says of itself before it begins. */
export function frontMatterAt(text: string): FrontMatter {
  const [block = '', , lines = ''] = FRONT_MATTER.exec(text) ?? [];
  return { length: block.length, fields: fieldsOf(pairsIn(lines)) };
}

/** The fields of a document that front matter states. */
export function statedIn(fields: FrontMatter['fields']) {
  return {
    title: fields.get('title'),
    outlet: fields.get('outlet'),
    authors: fields.get('authors'),
    published: fields.get('published'),
    language: fields.get('language'),
    url: fields.get('url'),
  };
}

const PAIR = /^([A-Za-z][\w-]*)[ \t]*[:=][ \t]*(.*)$/;
const ITEM = /^[ \t]*-[ \t]+(.+)$/;

/** Names and values, a list of values under a name or in brackets as one; nesting is left alone. */
function pairsIn(lines: string): [string, string | string[]][] {
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
