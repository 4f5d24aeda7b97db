import { LABEL } from './argument-features.ts';
import type { Passage } from './passage.ts';

/**
 * Verbless shapes that layout alone makes: a quotation with its speaker after a dash, and the lines
 * of a transcript, `NAME: words`. A shape is given as labels over the passage.
 */
export interface Shape {
  readonly labels: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** The last is a closing mark, which is often typed for an opening one. */
const OPENING = /^(?:["“«„]|``|''|”)$/;
const CLOSING = /^(?:["”»’]|'')$/;
/** Fewer tokens, marks included, are no quotation with a signature. */
const SHORTEST = 5;
const SIGNATURE_LONGEST = 14;
const NAME_LONGEST = 6;
/** A document with this many transcript lines is a transcript. */
const TRANSCRIPT_LINES = 3;
/** A document with this many contributions by named persons lists what they said. */
const CONTRIBUTIONS = 2;
/** Tokens that a person's name and office may take before a colon. */
const BYLINE_LONGEST = 20;
const CAPITALS = /^[\p{Lu}.,'’&()-]+$/u;
const CAPITALISED = /^\p{Lu}/u;

/** `"words" - Name, office`, to the end of the paragraph; the words may hold quotations of their own. */
function signedQuotation(passage: Passage): Shape | null {
  const { length, dash, words } = passage;
  const from = dash.lastIndexOf(1);
  if (!OPENING.test(words[0] ?? '') || from < SHORTEST || !CLOSING.test(words[from - 1]!))
    return null;
  let end = length;
  while (end > from + 1 && /^[.,)]$/.test(words[end - 1]!)) end--;
  const name = words.slice(from + 1, end);
  const nameLength = name.findIndex((word) => /^[,(]$/.test(word));
  const isName =
    CAPITALISED.test(name[0] ?? '') &&
    name.length <= SIGNATURE_LONGEST &&
    (nameLength < 0 ? name.length : nameLength) <= NAME_LONGEST;
  return isName ? shape(passage, [from + 1, end], [from, from + 1], [0, from]) : null;
}

/** `NAME: words` in capitals, after a quotation mark where a transcript is quoted. */
function transcriptLine(passage: Passage): Shape | null {
  const from = OPENING.test(passage.words[0] ?? '') ? 1 : 0;
  const colon = passage.words.indexOf(':');
  if (colon <= from || colon > from + 7 || passage.length < colon + 3) return null;
  if (!passage.words.slice(from, colon).every((word) => CAPITALS.test(word))) return null;
  return shape(passage, [from, colon], [colon, colon + 1], [colon + 1, passage.length]);
}

/** `Name, office: words` and `Name (house): words`, as experts are asked in turn. */
function contribution(passage: Passage): Shape | null {
  const { tokens, words, length } = passage;
  const colon = words.indexOf(':');
  if (colon < 2 || colon > BYLINE_LONGEST || length < colon + SHORTEST) return null;
  const nameLength = tokens.findIndex(({ entity }) => entity !== 'PERSON');
  const isName = nameLength > 1 && nameLength <= NAME_LONGEST && /^[:,(]$/.test(words[nameLength]!);
  const tells = tokens.slice(nameLength, colon).some(({ tag }) => /^(?:V|MD|``)/.test(tag));
  if (!isName || tells) return null;
  return shape(passage, [0, colon], [colon, colon + 1], [colon + 1, length]);
}

/** Shapes by passage; transcript lines and contributions count only where a document has several. */
export function shapesOf(passages: readonly Passage[]): (Shape | null)[] {
  const lines = severalOf(passages.map(transcriptLine), TRANSCRIPT_LINES);
  const contributions = severalOf(passages.map(contribution), CONTRIBUTIONS);
  return passages.map(
    (passage, i) => signedQuotation(passage) ?? lines[i] ?? contributions[i] ?? null,
  );
}

function severalOf(shapes: readonly (Shape | null)[], least: number): readonly (Shape | null)[] {
  return shapes.filter((one) => one !== null).length >= least ? shapes : [];
}

type Range = readonly [from: number, to: number];

function shape(passage: Passage, source: Range, cue: Range, content: Range): Shape {
  const labels = new Uint8Array(passage.length);
  const mark = ([from, to]: Range, begins: number) => {
    labels.fill(begins + 1, from, to);
    labels[from] = begins;
  };
  mark(source, LABEL.sourceBegins);
  mark(content, LABEL.contentBegins);
  labels.fill(LABEL.cue, ...cue);
  return { labels, from: cue[0], to: cue[1] };
}
