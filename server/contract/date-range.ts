import { dayRange, type DayRange } from '../../graph-data/schema/index.ts';

/** What to write where a date or a range is asked for; closes the detail of `bad-date`. */
export const DATE_RANGE_HELP =
  'write a date such as 2022-12-07, 2022-12 or 2022, or a range such as 2022-10..2022-12, 2022-10.. or ..2022-12';

/**
 * The days that a date value of the query vocabulary names: an EDTF date, or `A..B` with either
 * side left open. Null when it is neither, when both sides are open, or when it runs backwards.
 */
export function dateRangeOf(text: string): DayRange | null {
  const dots = text.indexOf('..');
  if (dots < 0 || text.includes('/')) return dayRange(text);
  const from = side(text.slice(0, dots));
  const to = side(text.slice(dots + 2));
  if (!from || !to) return null;
  const range = { from: from.from, to: to.to };
  if (range.from === null && range.to === null) return null;
  return range.from !== null && range.to !== null && range.from > range.to ? null : range;
}

/** An instant to the millisecond, in UTC, as records bear it. */
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/**
 * The same for `recorded`, which is known to the millisecond: either side of `A..B` may be an
 * instant such as 2022-12-07T09:30:00.000Z, and stays one; the other is a day.
 */
export function recordedRangeOf(text: string): DayRange | null {
  const [from = '', to, ...more] = text.split('..');
  if (to === undefined || more.length > 0) return dateRangeOf(text);
  const days = dateRangeOf(`${dayOf(from)}..${dayOf(to)}`);
  if (days === null) return null;
  const range = {
    from: INSTANT.test(from) ? from : days.from,
    to: INSTANT.test(to) ? to : days.to,
  };
  const instants = INSTANT.test(from) && INSTANT.test(to);
  return instants && from > to ? null : range;
}

const dayOf = (text: string) => INSTANT.exec(text)?.[1] ?? text;

function side(text: string): DayRange | null {
  return text === '' ? { from: null, to: null } : dayRange(text);
}
