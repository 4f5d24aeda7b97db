import { dayRange } from '../../../graph-data/schema/index.ts';

/** Times as questions name them, as values of the date keys. */

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];
const MONTH = MONTHS.join('|');
const DAY_FIRST = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? (${MONTH}),? (\\d{4})$`, 'i');
const MONTH_FIRST = new RegExp(`^(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'i');
const MONTH_ONLY = new RegExp(`^(${MONTH}),? (\\d{4})$`, 'i');

const two = (number: number | string): string => String(number).padStart(2, '0');
const monthOf = (name = ''): string => two(MONTHS.indexOf(name.toLowerCase()) + 1);

/** An EDTF date of "2022", "2022-10-04", "October 2022", "4 October 2022"; null for anything else. */
function dateOf(text: string): string | null {
  const day = DAY_FIRST.exec(text);
  const american = MONTH_FIRST.exec(text);
  const month = MONTH_ONLY.exec(text);
  const written = day
    ? `${day[3]}-${monthOf(day[2])}-${two(day[1] ?? '')}`
    : american
      ? `${american[3]}-${monthOf(american[1])}-${two(american[2] ?? '')}`
      : month
        ? `${month[2]}-${monthOf(month[1])}`
        : text;
  return !written.includes('/') && dayRange(written) !== null ? written : null;
}

/** The day so many days later. */
function shifted(isoDay: string, days: number): string {
  const date = new Date(`${isoDay}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function ranged(word: string, date: string): string | null {
  const range = dayRange(date);
  switch (word) {
    case 'since':
      return `${date}..`;
    case 'until':
      return `..${date}`;
    case 'after':
      return range?.to == null ? null : `${shifted(range.to, 1)}..`;
    case 'before':
      return range?.from == null ? null : `..${shifted(range.from, -1)}`;
    default:
      return date;
  }
}

const BETWEEN = /^(.*?)\s+(?:between|from)\s+(\S.*?)\s+(?:and|to|until)\s+(\S.*)$/i;
const AT = /^(.*?)\s+(since|until|after|before|in|on|during)\s+(\S.*)$/i;

/** How many words a date takes at most: "4 October 2022". */
const LONGEST = 3;

/** A question without the time at its end, and that time as a value of a date key. */
export interface Timed {
  readonly rest: string;
  /** Null when it ends with no time that is known. */
  readonly when: string | null;
}

/** Takes the time off the end of a question. */
export function takeWhen(question: string): Timed {
  const between = BETWEEN.exec(question);
  const [from, to] = [dateOf(between?.[2] ?? ''), dateOf(between?.[3] ?? '')];
  if (between && from !== null && to !== null) {
    return { rest: between[1] ?? '', when: `${from}..${to}` };
  }
  const words = question.split(' ');
  for (let length = 1; length <= LONGEST && length < words.length; length += 1) {
    const tail = AT.exec(`x ${words.slice(-length - 1).join(' ')}`);
    const date = dateOf(tail?.[3] ?? '');
    if (tail?.[1] !== 'x' || date === null) continue;
    const when = ranged((tail[2] ?? '').toLowerCase(), date);
    return { rest: words.slice(0, -length - 1).join(' '), when };
  }
  return { rest: question, when: null };
}
