import type { Random } from '../../server/contract/index.ts';

/**
 * Mutations of documents for fuzzing: seeded, so that a failing one can be made again from its
 * number alone.
 */

/** Pieces that have broken readers of text: marks, controls, markup, surrogates, long runs. */
const PIECES = [
  '“',
  '”',
  '"',
  '‘',
  '’',
  '«',
  '»',
  '„',
  '""',
  '\u0000',
  '\uFEFF',
  '\u00A0',
  '\u202E',
  '\uD83D',
  '\uDC00',
  '\u0301\u0301\u0301',
  '\r',
  '\n\n\n',
  '\t',
  ' . ',
  '...',
  '…',
  ' - ',
  ': ',
  ' said ',
  ' according to ',
  '<p>',
  '</div>',
  '<script>',
  '<!--',
  ']]>',
  '&amp;&#x0;',
  '%PDF-',
  'PK\u0003\u0004',
  '{"text":',
  '}',
  '\\u0000',
  'Content-Type: ',
  '=?utf-8?B?',
  '((((((((((',
  'a'.repeat(5000),
  'said '.repeat(400),
  '“'.repeat(300),
  'A. B. '.repeat(300),
  '1/2/3 '.repeat(100),
  '，。「」',
];

/** Mutations that one text is put through, at most. */
const MOST_EDITS = 8;

/** The text with some of it removed, doubled, swapped, cut off or spoilt with hostile pieces. */
export function mutated(text: string, random: Random): string {
  const at = (limit: number) => Math.floor(random() * (limit + 1));
  let out = text;
  for (let edits = 1 + at(MOST_EDITS - 1); edits > 0; edits -= 1) {
    const start = at(out.length);
    const end = Math.min(out.length, start + at(80));
    const cut = out.slice(start, end);
    const edit = Math.floor(random() * 6);
    if (edit === 0) out = out.slice(0, start) + out.slice(end);
    else if (edit === 1) out = out.slice(0, end) + cut + out.slice(end);
    else if (edit === 2)
      out = out.slice(0, start) + PIECES[at(PIECES.length - 1)]! + out.slice(start);
    else if (edit === 3) out = out.slice(0, start) + [...cut].reverse().join('') + out.slice(end);
    else if (edit === 4) out = out.slice(0, start) + cut.toUpperCase() + out.slice(end);
    else out = out.slice(start) + out.slice(0, start);
  }
  return out;
}

/** The bytes with some of them flipped, removed or doubled. */
export function mutatedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const out = Uint8Array.from(bytes);
  for (let edits = 1 + Math.floor(random() * 20); edits > 0; edits -= 1)
    out[Math.floor(random() * out.length)] = Math.floor(random() * 256);
  const cut = Math.floor(random() * out.length);
  return random() < 0.2 ? out.slice(0, cut) : out;
}
