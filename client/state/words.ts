import type { ReportReply, StatementReply } from '../../server/contract/replies.ts';
import { attributed, dateWords, quoted, spanWords } from '../../server/contract/words.ts';

/** Words for people: dates, counts, citations. */

export { dateWords, spanWords };

/** `1 report`, `2 reports`, `1,200 reports`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

/** A filter on when statements entered the record: an open range from an instant, by the clock here. */
export function recordedWords(range: string): string {
  const [, instant] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)\.\.$/.exec(range) ?? [];
  if (instant === undefined) return range;
  const format = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return `since ${new Date(instant).toLocaleString('en-GB', format)}`;
}

/** "2 reports, 1 origin": copies of one text corroborate nothing. One alone has no other. */
export function corroboration(statement: StatementReply): string {
  const { reports, origins } = statement;
  if (reports.length === 1) return count(1, 'report');
  return `${count(reports.length, 'report')}, ${count(origins, 'origin')}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
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

/** A sentence with its full stop, not with two, and without the comma before a reporter's "said". */
function ended(sentence: string): string {
  const bare = sentence.replace(/,(?=[’”"]*$)/, '');
  return /[.!?…][’”"]*$/.test(bare) ? bare : `${bare}.`;
}

/** One line to paste: who, words, where, when. */
export function citation(statement: StatementReply, report: ReportReply, url: string): string {
  const { document, via } = report;
  const who = [
    statement.speaker.name,
    ...(statement.said === null ? [] : [dateWords(statement.said)]),
    ...(via.length === 0 ? [] : [`carried by ${via.map((actor) => actor.name).join(', ')}`]),
  ].join(', ');
  const where = [
    quoted(document.title),
    document.outlet?.name,
    dateWords(document.published, 'date not known'),
  ].filter(Boolean);
  const said = attributed(who, statement.mode, quotation(report));
  return `${ended(said)} ${ended(where.join(', '))} ${url}`;
}
