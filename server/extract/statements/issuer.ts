import type { Discourse } from '../actors/coreference.ts';
import { linesOf } from '../body/index.ts';
import type { Referent } from '../actors/referent.ts';

/** How far down a document names whoever issues it, in characters. */
const HEAD = 700;
/** Longest line of a head, in characters. */
const LONGEST = 90;

/**
 * Whoever issues a note, brief or report, and speaks in it as "we" and "this note": the body that a
 * line of its head names and nothing else, as "Baltic Policy Forum (BPF)". Null where no line does.
 */
export function issuerOf({ parsed, namings }: Discourse): Referent | null {
  for (const { start, end, text } of linesOf(parsed.text.slice(0, HEAD))) {
    if (text.length > LONGEST || /[.!?:”"]$/u.test(text)) continue;
    const named = namings.find(
      (one) => one.start >= start && one.start <= start + 4 && one.end <= end,
    );
    if (named && ISSUING.test(named.referent.kind) && isRest(parsed.text.slice(named.end, end)))
      return named.referent;
  }
  return null;
}

const ISSUING = /^(?:think-tank|group|company|international-organisation)$/;

/** Nothing, or a short form in brackets. */
function isRest(words: string): boolean {
  return /^\s*(?:\([^()]{1,20}\))?\s*$/u.test(words);
}
