import { findDates } from '../../extract/dates/index.ts';

const WHOLE = /^\d{4}-\d\d-\d\d$/;

/** 20241213, 2024/12/13, 2024.12.13, as systems write days, and what follows of the time. */
const FIGURES = /^(\d{4})([/.]?)(\d\d)\2(\d\d)(?!\d)/;

/** 13-Dec-2024 */
const HYPHENED = /(\d)-(\p{L}{3,9})-(?=\d{4})/u;

/**
 * The day that a document states as its own, in any form that names just one: an ISO 8601 moment,
 * figures, "Fri, 13 Dec 2024 10:00 GMT", "December 13, 2024". What names none is given back as it is.
 */
export function statedDay(stated: string): string {
  const moment = /^(\d{4}-\d{2}-\d{2})[T ]/.exec(stated)?.[1];
  if (moment !== undefined) return moment;
  const [, year, , month, day] = FIGURES.exec(stated) ?? [];
  if (year && month && day) return `${year}-${month}-${day}`;
  const found = findDates(stated.replace(HYPHENED, '$1 $2 '), null);
  const [only, ...more] = found.map(({ date }) => date);
  return only !== undefined && more.length === 0 && WHOLE.test(only) ? only : stated;
}
