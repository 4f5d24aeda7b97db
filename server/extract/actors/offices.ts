import type { Post, Referent } from './referent.ts';
import { OFFICES } from './roles.ts';

/** Words for whoever holds the same office elsewhere. */
export function isCounterpart(lemma: string): boolean {
  return lemma === 'counterpart' || lemma === 'colleague';
}

/** Called by a trade ("analyst") and by no office. */
export function isTrade({ descriptors }: Referent): boolean {
  return descriptors.size > 0 && [...descriptors].every((word) => !OFFICES.has(word));
}

/** Words before an office that is held no more. */
export const FORMER =
  /^(?:former|ex|late|outgoing|then|ousted|deposed|retired|one-?time|erstwhile)(?:[ -]|$)/i;

/** Sent by a state to another or to a body. */
export function isEnvoy(lemma: string): boolean {
  return /^(?:ambassador(?:-at-large)?|envoy|consul)$/.test(lemma);
}

/** Of those who oppose a government, and not of its state. */
export function isOppositionLeader(title: string): boolean {
  return /\bopposition leader$/i.test(title);
}

/**
 * What a post is by its noun: trades are members, and so are a party's lawmakers and ministers, who
 * hold their office elsewhere; officers of a firm and a government's advisers hold one.
 */
export function kindOfPost(lemma: string, title: string, of: Referent): Post['kind'] {
  if (of.kind === 'group' && LAWMAKER.test(lemma)) return 'member-of';
  const held = OFFICES.has(lemma) || lemma === 'colleague' || OFFICERS.test(title);
  const served = of.key.startsWith('government:') && /^(?:advis[eo]r|aide)$/.test(lemma);
  return held || served ? 'holds-office' : 'member-of';
}

const LAWMAKER =
  /^(?:lawmaker|mp|mep|legislator|parliamentarian|senator|congress(?:wo)?man|minister|governor|mayor)$/;
const OFFICERS = /\b(?:chief \S+ officer|press officer)$/i;

/** Titles that only a state gives. */
export const STATE_TITLE =
  /^(?:(?:deputy|acting|interim|first|vice|caretaker|current|new|long-time) )*(?:vice-)?(?:president|prime minister|premier|chancellor|king|queen|emperor|minister (?:of|for) .+|.+ minister|opposition leader|secretary of (?:state|defen[cs]e|commerce|energy)|(?:foreign|home|defen[cs]e) secretary)$/i;

/** Heads of state, of whom the office is the state's own. */
export const STATE_OFFICES = new Set(
  "president president-elect king queen emperor emir sultan ruler leader chancellor ambassador representative envoy premier d'affaires d'affaire d'affairs d'affair".split(
    ' ',
  ),
);

/** States whose head is a monarch: nobody is "President" of theirs. */
export const MONARCHIES = new Set(
  'AD AE AG AU BB BE BH BN BS BT BZ CA DK ES GB GD JM JO JP KH KN KW LC LI LS LU MA MC MY NL NO NZ OM PG QA SA SB SE SZ TH TO TV VC'.split(
    ' ',
  ),
);

/**
 * Whether a title is a head's of the state beside it, and no body's that begins with its adjective
 * ("American Bridge President", "Indian Nation leader").
 */
export function isHeadsTitle(title: string): boolean {
  const words = title.split(/\s+/u);
  if (words.slice(0, -1).some((word) => OF_NO_STATE.test(word))) return false;
  const head = /^(?:president|leader|king|queen|emperor|emir|sultan|chancellor|premier)$/i.test(
    words.at(-1)!,
  );
  return !head || words.slice(0, -1).every((word) => !/^\p{Lu}/u.test(word) || RANKS.test(word));
}

/** "Gang leader", "union boss", "football federation president": of something within a state. */
const OF_NO_STATE =
  /^(?:gang|cartel|mafia|rebel|separatist|insurgent|guerrilla|jihadist|militant|militia|faction|party|union|labou?r|student|youth|protest|community|tribal|clan|village|religious|spiritual|church|business|industry|cult|minority|civic|group|movement|team|club|football|soccer|federation|association|company|bank|university|newspaper|project|campaign|rights|indigenous|peasant|exile|resistance|coalition|council|committee|commission|court|board|agency|authority|institute|chamber|electoral|election|goodwill|brand)$/i;

const RANKS =
  /^(?:Vice|Deputy|Acting|First|Interim|Supreme|Opposition|Federal|Former|New|Current|Party|-)$/;
