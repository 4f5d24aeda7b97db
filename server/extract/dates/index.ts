import { dayRange } from '../../../graph-data/schema/index.ts';
import type { Span } from '../nlp/index.ts';
import { lastStarting } from '../text/place.ts';
import { anchorOf } from './anchor.ts';
import { EXPRESSIONS } from './expressions.ts';
import type { Resolve } from './resolve.ts';

/** A date expression of a text. */
export interface DateMention extends Span {
  /** EDTF level 1 at the source's own precision; `~` where the words do not fix the day. */
  readonly date: string;
}

interface Found extends Span {
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly resolve: Resolve;
}

/**
 * Date expressions of an English text in order, none overlapping another. An expression whose day
 * cannot be told (31 February, "Tuesday" without a publication date) is left out.
 * @param published EDTF publication date that relative expressions count from; null when unknown
 * @param names ordered stretches that name somebody or something; a date that is only a part of one is none
 */
export function findDates(
  text: string,
  published: string | null,
  names: readonly Span[] = [],
): DateMention[] {
  const anchor = anchorOf(published);
  let last: DateMention | null = null;
  let lead: string | null = null;
  const dates: DateMention[] = [];
  for (const { start, end, groups, resolve } of longestApart(allMatches(text))) {
    if (isInName({ start, end }, names)) continue;
    const previous = last !== null && start - last.end <= NEAR ? last.date : null;
    const date = resolve(groups, { anchor, previous, lead });
    if (date === null || dayRange(date) === null) continue;
    dates.push({ start, end, date });
    // "The following day" is none of a month or year told in between.
    if (!DAY.test(date)) continue;
    last = { start, end, date };
    lead ??= date;
  }
  return joinRanges(text, dates);
}

/** How far back, in characters, a day may stand that "the day before" counts from: some four sentences. */
const NEAR = 600;

/** A day, or a run of days that ends on one. */
const DAY = /\d{4}-\d\d-\d\d[~?%]?$/;

/** "Ryan" goes with "April" in "April Ryan", as "Times" does with "Sunday". */
function isInName({ start, end }: Span, names: readonly Span[]): boolean {
  const name = names[lastStarting(names, start)];
  if (name === undefined) return false;
  return name.end >= end && name.end - name.start > end - start;
}

/** "Between October 15 and October 22", "from May to July": two dates that bound one interval. */
function joinRanges(text: string, dates: readonly DateMention[]): DateMention[] {
  const joined: DateMention[] = [];
  for (const date of dates) {
    const before = joined.at(-1);
    const range = before && rangeOf(text, before, date);
    if (range) joined[joined.length - 1] = range;
    else joined.push(date);
  }
  return joined;
}

function rangeOf(text: string, from: DateMention, to: DateMention): DateMention | null {
  const opening = /\b(between|from)\s$/i.exec(text.slice(Math.max(0, from.start - 9), from.start));
  if (!opening || !/^\s(?:and|to|until|till|through)\s$/.test(text.slice(from.end, to.start)))
    return null;
  const date = `${from.date}/${to.date}`;
  return dayRange(date) === null ? null : { start: from.start, end: to.end, date };
}

function allMatches(text: string): Found[] {
  return EXPRESSIONS.flatMap(({ pattern, resolve }) =>
    Array.from(text.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      groups: match.groups ?? {},
      resolve,
    })),
  );
}

/** Leftmost, then longest, then first listed (the sort is stable). */
function longestApart(found: Found[]): Found[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Found[] = [];
  for (const match of found) if (match.start >= (kept.at(-1)?.end ?? 0)) kept.push(match);
  return kept;
}
