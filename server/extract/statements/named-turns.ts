import type { Discourse } from '../actors/coreference.ts';
import type { Referent } from '../actors/referent.ts';
import { isRole } from '../actors/roles.ts';
import { namingsWithin } from '../actors/naming-index.ts';
import { isGivenName } from '../names/gender.ts';
import type { Span } from '../nlp/index.ts';
import type { Transcript } from './transcript.ts';

/** Fewer labelled turns are quotations that a colon brings in. */
const LEAST = 3;
/** At least so many of the paragraphs from the first label to the last have one of their own. */
const LABELLED = 0.5;

/** `President of Russia Vladimir Putin:`, `Sabine Lund (Reuters):`: what may be a label, and what follows it. */
const LABEL = /^[^\S\n]*([^:\n!?“”"]{3,110}?)(?:[^\S\n]*\([^)\n]{1,60}\))?[^\S\n]*:[^\S\n]+(?=\S)/u;

const ASKING = /^(?:Question|Q|Journalist|Reporter|Moderator|Interviewer|Correspondent)s?$/u;
/** Words of a title in small letters. */
const SMALL = /^(?:of|the|and|for|to|in|at|a|an|de|von|van)$/u;

interface Turn extends Span {
  /** Null for those who are not named. */
  readonly speaker: Referent | null;
  readonly source: Span;
}

/**
 * The transcript that a text is whose labels are names in small letters, with or without titles; null
 * where it is none: two persons speak at least, one of them again or asked by somebody. Whoever only
 * asks is not told of.
 */
export function transcriptByNames(text: string, discourse: Discourse): Transcript | null {
  const paragraphs = Array.from(text.matchAll(/[^\n]*\S[^\n]*/gu), ({ 0: words, index }) => ({
    start: index,
    end: index + words.trimEnd().length,
  }));
  const labelled = paragraphs.map((line) => turnIn(text, line, discourse));
  const first = labelled.findIndex((turn) => turn !== null);
  const last = labelled.findLastIndex((turn) => turn !== null);
  const all = labelled.filter((turn) => turn !== null);
  if (!isTalk(all) || all.length < LABELLED * (last - first + 1)) return null;
  const turns: Transcript['turns'][number][] = [];
  const asked: Span[] = [];
  let open: Turn | null = null;
  for (const [i, line] of paragraphs.entries()) {
    open = labelled[i] ?? (i > last ? null : open);
    if (open === null) continue;
    const words = labelled[i] ?? line;
    const { speaker, source } = open;
    const { start, end } = words;
    if (speaker === null || onlyAsks(speaker, all, text)) asked.push({ start, end });
    else turns.push({ start, end, speaker, source });
  }
  return { turns, asked };
}

function turnIn(text: string, { start, end }: Span, discourse: Discourse): Turn | null {
  const found = LABEL.exec(text.slice(start, end));
  if (!found) return null;
  const from = start + found[0].indexOf(found[1]!);
  const label = { start: from, end: from + found[1]!.trimEnd().length };
  const words = { start: start + found[0].length, end };
  if (ASKING.test(text.slice(label.start, label.end)))
    return { ...words, speaker: null, source: label };
  const name = nameIn(text, label, discourse);
  if (!name || !isTitle(text.slice(label.start, name.start))) return null;
  return { ...words, speaker: name.referent, source: { start: name.start, end: name.end } };
}

/** The person whom a label ends in: a name that was found, else a known given name and one or two words more. */
function nameIn(
  text: string,
  label: Span,
  { namings, cast }: Discourse,
): (Span & { readonly referent: Referent }) | null {
  const found = namingsWithin(namings, label).find(
    (naming) => naming.referent.kind === 'person' && naming.end === label.end,
  );
  if (found) return found;
  const words = text.slice(label.start, label.end).split(' ');
  const given = [2, 3].find((length) => isName(words.slice(-length), length));
  if (given === undefined) return null;
  const name = words.slice(-given).join(' ');
  return { start: label.end - name.length, end: label.end, referent: cast.person(name) };
}

/** A known given name and capitalised words after it. */
function isName(words: readonly string[], length: number): boolean {
  const [given, ...rest] = words;
  return (
    words.length === length &&
    isGivenName(given!) &&
    !isRole(given!.toLowerCase()) &&
    rest.every((word) => /^\p{Lu}[\p{L}.’'-]*$/u.test(word))
  );
}

/** Nothing, or words in capitals with a role among them. */
function isTitle(words: string): boolean {
  const parts = words.split(/[\s,]+/u).filter((word) => word !== '');
  return (
    parts.length === 0 ||
    (parts.some((word) => isRole(word.toLowerCase())) &&
      parts.every((word) => /^\p{Lu}/u.test(word) || SMALL.test(word)))
  );
}

function isTalk(turns: readonly Turn[]): boolean {
  const named = turns.flatMap(({ speaker }) => (speaker ? [speaker] : []));
  const speakers = new Set(named);
  const again = named.length > speakers.size || named.length < turns.length;
  return named.length >= LEAST && speakers.size > 1 && again;
}

function onlyAsks(speaker: Referent, turns: readonly Turn[], text: string): boolean {
  const own = turns.filter((turn) => turn.speaker === speaker);
  return own.every(({ start, end }) => /\?["”)]?$/u.test(text.slice(start, end)));
}
