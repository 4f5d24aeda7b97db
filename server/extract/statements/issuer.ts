import type { Discourse } from '../actors/coreference.ts';
import { linesOf } from '../body/index.ts';
import type { Referent } from '../actors/referent.ts';
import { namingsWithin } from '../actors/naming-index.ts';

/** How far down a document names whoever issues it, in characters. */
const HEAD = 700;
/** Longest line of a head, in characters. */
const LONGEST = 90;

/**
 * Whoever issues a note, brief or report, and speaks in it as "we" and "this note": the body that a
 * line of its head names and nothing else, as "Baltic Policy Forum (BPF)". Null where no line does.
 */
export function issuerOf({ parsed, namings, cast }: Discourse): Referent | null {
  for (const { start, end, text } of linesOf(parsed.text.slice(0, HEAD))) {
    if (text.length > LONGEST || /[.!?:”"]$/u.test(text)) continue;
    const named = namingsWithin(namings, { start, end }).find((one) => one.start <= start + 4);
    const acronym = WITH_ACRONYM.exec(text);
    if (acronym) return cast.acronym(acronym[2]!) ?? cast.body(acronym[1]!, null);
    if (named && ISSUING.test(named.referent.kind) && isRest(parsed.text.slice(named.end, end)))
      return named.referent;
  }
  return null;
}

/** "Baltic Policy Forum (BPF)", which the tagger may not know. */
const WITH_ACRONYM =
  /^(\p{Lu}[\p{L}'’&-]*(?: (?:of |for |on |and |the )?\p{Lu}[\p{L}'’&-]*){1,7}) \((\p{Lu}{2,8})\)$/u;

const ISSUING = /^(?:think-tank|group|company|international-organisation)$/;

/** Nothing, or a short form in brackets. */
function isRest(words: string): boolean {
  return /^\s*(?:\([^()]{1,20}\))?\s*$/u.test(words);
}
