import type { Action, Report, Selector, Statement } from '../../graph-data/schema/index.ts';
import { anchorFault } from '../../graph-data/schema/index.ts';
import { normalise, OnrecordError, words } from '../contract/index.ts';
import type { RecordReader } from '../store/store.ts';

type Edit = Extract<Action, { kind: 'edit' }>;

/**
 * Refuses an edit that the documents do not bear out: a selector that does not fit the text that is
 * held, contents that overlap, a text that is not a report's words. Selectors that the statement has
 * already pass: one that no longer fits is reported elsewhere, and is no reason to refuse the rest.
 *
 * @throws OnrecordError `invalid-decision`, naming the place
 */
export async function refuseUnfit(
  store: Pick<RecordReader, 'text'>,
  { record, set }: Edit,
  statement: Statement,
): Promise<void> {
  if (Object.keys(set).length === 0) throw unfit(record, 'there is nothing to change');
  const known = new Set(statement.reports.flatMap(selectorsOf).map((each) => JSON.stringify(each)));
  for (const report of set.reports ?? []) {
    const text = await store.text(report.document);
    const fresh = selectorsOf(report).filter((each) => !known.has(JSON.stringify(each)));
    const wrong =
      text === null ? undefined : fresh.find((each) => anchorFault(text, each) !== null);
    if (wrong)
      throw unfit(
        record,
        `${report.document} does not hold “${wrong.exact.slice(0, 60)}” at ${wrong.start} to ${wrong.end}`,
      );
    if (overlap(report.content)) throw unfit(record, 'parts of the content overlap');
  }
  const { text, reports } = { ...statement, ...set };
  if ((set.text ?? set.reports) && !reports.some((report) => saysSo(report, text)))
    throw unfit(record, 'its text is not the words of any of its reports');
}

const selectorsOf = ({ content, cue, source, repeats }: Report): Selector[] =>
  [...content, cue, source, ...repeats].filter((each) => each !== null);

function overlap(content: readonly Selector[]): boolean {
  const sorted = [...content].sort((a, b) => a.start - b.start);
  return sorted.some(({ start }, i) => i > 0 && start < sorted[i - 1]!.end);
}

const wordsOf = (text: string) => words(normalise(text)).join(' ');

function saysSo({ content }: Report, text: string): boolean {
  return wordsOf(content.map(({ exact }) => exact).join(' ')) === wordsOf(text);
}

function unfit(record: string, what: string): OnrecordError {
  return new OnrecordError('invalid-decision', `${record}: ${what}. Nothing was changed.`, {
    field: 'action',
  });
}
