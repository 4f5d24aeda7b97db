import type { Referent } from '../actors/referent.ts';
import { dayNumber } from '../dates/calendar.ts';
import type { ClaimContext } from './context.ts';
import type { Found } from './told-agreement.ts';

/**
 * "X and Y met in Lima on May 31. ... Following the talks, they signed a roadmap": the day told last, if
 * a month or less before publication and the report is still of those talks. Null for what is told of
 * as past by then, and where no party is named by that day's sentence or before.
 */
export function dayOfTalks(
  { sentence, span, state, parties }: Found,
  { dates, discourse, text, document }: ClaimContext,
): string | null {
  const { sentences } = discourse.parsed;
  const published = document.published ?? '';
  if (state !== 'signed' || !DAY.test(published)) return null;
  const day = dates.findLast(
    ({ end, date }) => end <= span.start && DAY.test(date) && isRecent(date, published),
  );
  const whole = sentences[sentence]!;
  const words = text.slice(whole.start, whole.end);
  const past = [...words.matchAll(YEARS)].some(([, year]) => year! < published.slice(0, 4));
  const talks = TALKS.test(text.slice(Math.max(0, span.start - SECTION), whole.end));
  if (!day || past || PAST.test(words) || !talks) return null;
  const at = sentences.findIndex(({ end }) => end >= day.end);
  const told = discourse.namings.filter((one) => one.sentence <= at);
  return parties.some((party) => told.some(({ referent }) => isOf(referent, party)))
    ? day.date
    : null;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

function isRecent(date: string, published: string): boolean {
  const days = dayNumber(published) - dayNumber(date);
  return days >= 0 && days <= 31;
}

/** How far back, in characters, the talks may be told of after which a list of documents was signed. */
const SECTION = 500;

/** "Following the talks", "the parties": that the report is still of those who met. */
const TALKS =
  /\b(?:following|after|during|at the end of|upon) (?:the|their|these) (?:\p{L}+ )?(?:talks|meeting|negotiations|consultations|session|visit|ceremony)\b|\bthe (?:two )?(?:parties|sides|presidents|ministers)\b/iu;

/** "Had been signed", "earlier": before the talks. */
const PAST =
  /\b(?:had|has been|have been|earlier|previously|already|last|ago|since|before|recently)\b/;
const YEARS = /\b((?:1[89]|20)\d\d)\b/g;

/** Whether somebody is a party or acts for it. */
const isOf = (referent: Referent, party: Referent) =>
  referent === party ||
  (referent.country !== null &&
    (party.country === referent.country || party.key === `state:${referent.country}`));
