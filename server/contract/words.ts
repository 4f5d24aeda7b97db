import { dayRange, isApproximate, type Statement } from '../../graph-data/schema/index.ts';

/** How dates and quotations are written for people, on the screen and in files alike. */

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const SEASONS: Readonly<Record<string, string>> = {
  21: 'spring',
  22: 'summer',
  23: 'autumn',
  24: 'winter',
};

/** `2022-12-07` as "7 Dec 2022", `2022-12` as "Dec 2022", `2022-21` as "spring 2022", `202X` as "2020s". */
function plainDate(date: string): string {
  const [year = '', month, day] = date
    .replace(/T.*$/, '')
    .replace(/[~?%]$/, '')
    .split('-');
  if (year.endsWith('XX')) return `${year.slice(0, 2)}00 to ${year.slice(0, 2)}99`;
  if (year.endsWith('X')) return `${year.slice(0, 3)}0s`;
  if (month === undefined || month === 'XX') return year;
  const name = SEASONS[month] ?? MONTHS[Number(month) - 1];
  if (name === undefined) return date;
  return day === undefined || day === 'XX' ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** An EDTF date as people write it; "about" when it is approximate, the fallback when null. */
export function dateWords(edtf: string | null, fallback = 'no date'): string {
  if (edtf === null) return fallback;
  const about = isApproximate(edtf) ? 'about ' : '';
  const [from = '', to] = edtf.split('/');
  if (to === undefined) return about + plainDate(from);
  if (from === '' || from === '..') return `${about}until ${plainDate(to)}`;
  if (to === '' || to === '..') return `${about}since ${plainDate(from)}`;
  return `${about}${plainDate(from)} to ${plainDate(to)}`;
}

/** First and last day that the dates name, as words; null when none names any. */
export function spanWords(dates: readonly (string | null)[]): string | null {
  const days = dates.flatMap((date) => {
    const range = date === null ? null : dayRange(date);
    return [range?.from, range?.to].filter((day) => typeof day === 'string');
  });
  const sorted = days.sort();
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return null;
  return first === last ? plainDate(first) : `${plainDate(first)} to ${plainDate(last)}`;
}

const SINGLE: Readonly<Record<string, string>> = { '“': '‘', '”': '’', '„': '‚' };

/** Text between double quotation marks; those within it become single ones. */
export function quoted(text: string): string {
  const inner = text
    .replace(/(^|[\s([{–—-])"/g, '$1‘')
    .replaceAll('"', '’')
    .replace(/[“”„]/g, (mark) => SINGLE[mark] ?? mark);
  return `“${inner}”`;
}

/**
 * Who said it and in which words. Only direct speech stands in quotation marks: the words of
 * indirect and mixed speech are the reporter's, and their own marks stay around what was quoted.
 */
export function attributed(who: string, mode: Statement['mode'], words: string): string {
  if (mode === 'direct') return `${who}: ${quoted(words)}`;
  return `${who} (${mode === 'mixed' ? 'partly ' : ''}paraphrased): ${words}`;
}
