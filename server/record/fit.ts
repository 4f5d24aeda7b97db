import type {
  Actor,
  Evidence,
  RecordEdit,
  Report,
  Selector,
  Statement,
} from '../../graph-data/schema/index.ts';
import { anchorFault } from '../../graph-data/schema/index.ts';
import { normalise, OnrecordError, words } from '../contract/index.ts';
import type { AnyRecord, RecordReader } from '../store/store.ts';
import type { ActionOf } from './obstacle.ts';

/**
 * Refuses an edit that the documents do not bear out: a selector that does not fit the text that is
 * held, contents that overlap, a text that is not a report's words; and an actor whose names are
 * listed twice or who belongs to itself. Selectors that the record has already pass: one that no
 * longer fits is reported elsewhere, and is no reason to refuse the rest.
 *
 * @throws OnrecordError `invalid-decision`, naming the place
 */
export async function refuseUnfit(
  store: Pick<RecordReader, 'text'>,
  { record, set }: ActionOf<'edit'>,
  standing: AnyRecord,
): Promise<void> {
  if (Object.keys(set).length === 0) throw unfit(record, 'there is nothing to change');
  await refuseUnanchored(store, record, set, standing);
  if ('speaker' in standing) refuseOtherWords(record, set, standing);
  if ('aliases' in standing) refuseConfused(record, set, standing);
}

/** Passages by document, of a record or of what an edit sets. */
function passagesOf({ reports = [], evidence = [], figures = [] }: RecordEdit): Passage[] {
  const single = evidence.length === 1 ? evidence[0]?.document : undefined;
  return [
    ...reports.map((report) => ({ document: report.document, selectors: selectorsOf(report) })),
    ...evidence,
    ...(single === undefined
      ? []
      : [{ document: single, selectors: figures.map(({ selector }) => selector) }]),
  ];
}

type Passage = Pick<Evidence, 'document' | 'selectors'>;

async function refuseUnanchored(
  store: Pick<RecordReader, 'text'>,
  record: string,
  set: RecordEdit,
  standing: AnyRecord,
): Promise<void> {
  const before = passagesOf(standing as RecordEdit).flatMap(({ selectors }) => selectors);
  const known = new Set(before.map((each) => JSON.stringify(each)));
  for (const { document, selectors } of passagesOf({ ...(standing as RecordEdit), ...set })) {
    const fresh = selectors.filter((each) => !known.has(JSON.stringify(each)));
    const text = fresh.length === 0 ? null : await store.text(document);
    const wrong =
      text === null ? undefined : fresh.find((each) => anchorFault(text, each) !== null);
    if (wrong)
      throw unfit(
        record,
        `${document} does not hold “${wrong.exact.slice(0, 60)}” at ${wrong.start} to ${wrong.end}`,
      );
  }
}

function refuseOtherWords(record: string, set: RecordEdit, statement: Statement): void {
  if (set.reports?.some(({ content }) => overlap(content)))
    throw unfit(record, 'parts of the content overlap');
  const { text, reports } = { ...statement, ...set };
  if ((set.text ?? set.reports) && !reports.some((report) => saysSo(report, text)))
    throw unfit(record, 'its text is not the words of any of its reports');
}

function refuseConfused(record: string, set: RecordEdit, actor: Actor): void {
  const { name, aliases, country } = { ...actor, ...set };
  const names = [name, ...aliases];
  const again = names.find((each, i) => names.indexOf(each) !== i);
  if (again !== undefined) throw unfit(record, `“${again}” is listed twice among its names`);
  if (country === actor.id) throw unfit(record, 'an actor does not belong to itself');
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
