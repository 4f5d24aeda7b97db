import { dayRange, isApproximate } from '../../graph-data/schema/index.ts';
import type { ReportReply, StatementReply } from '../../server/contract/replies.ts';

/** Words for people: dates, counts, citations. */

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `2022-12-07` as "7 Dec 2022", `2022-12` as "Dec 2022", `2022` as it is. */
function plainDate(date: string): string {
  const [year = '', month, day] = date
    .replace(/T.*$/, '')
    .replace(/[~?%]$/, '')
    .split('-');
  const name = MONTHS[Number(month) - 1];
  if (month === undefined) return year;
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

/** `1 report`, `2 reports`, `1,200 reports`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

/** "2 reports, 1 origin": copies of one text corroborate nothing. */
export function corroboration(statement: StatementReply): string {
  const { reports, origins } = statement;
  return `${count(reports.length, 'report')}, ${count(origins, 'origin')}`;
}

/** How a relation or a role reads, e.g. `holds-office` as "holds office". */
export function plain(code: string): string {
  return code.replaceAll('-', ' ');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The words of a report; parts of a broken quotation are joined by an ellipsis. */
export function quotation(report: ReportReply): string {
  return report.content.map((selector) => selector.exact).join(' … ');
}

/** One line to paste: who, words, where, when. */
export function citation(statement: StatementReply, report: ReportReply, url: string): string {
  const { document, via } = report;
  const carried =
    via.length === 0 ? '' : `, carried by ${via.map((actor) => actor.name).join(', ')}`;
  const where = [document.outlet?.name, document.published && plainDate(document.published)];
  const said = statement.said === null ? '' : `, ${dateWords(statement.said)}`;
  return [
    `${statement.speaker.name}${said}${carried}: “${quotation(report)}”`,
    [`“${document.title}”`, ...where].filter(Boolean).join(', '),
    url,
  ].join('. ');
}
