import type { ReportReply, StatementReply } from '../../../server/contract/replies.ts';
import type { Span } from '../../state/passage.ts';
import { byOrigin, earliest } from '../../state/reports.ts';
import { citation, corroboration, count, dateWords, quotation } from '../../state/words.ts';
import { useApp } from '../context.ts';
import { CopyButton } from '../copy-button.tsx';
import { ActMark, ActorLink, ActorList, RecordLink } from '../kit.tsx';
import { Quotation } from '../passage.tsx';
import { Mend } from './mend.tsx';

function spansOf(report: ReportReply): Span[] {
  return [
    ...report.content.map((selector): Span => ({ role: 'content', selector })),
    ...(report.cue ? [{ role: 'cue' as const, selector: report.cue }] : []),
    ...(report.source ? [{ role: 'source' as const, selector: report.source }] : []),
  ];
}

/** An address that shows this statement to somebody else. */
function linkTo(id: string): string {
  return `${location.origin}${location.pathname}?open=${id}`;
}

interface Reported {
  readonly statement: StatementReply;
  readonly report: ReportReply;
}

/** @param bare without the words, for they stand above already */
function Report({ statement, report, bare = false }: Reported & { bare?: boolean }) {
  const { document } = report;
  return (
    <section class="report">
      {!bare && <Quotation spans={spansOf(report)} />}
      <p class="source">
        <RecordLink id={document.id}>{document.title}</RecordLink>
        {document.outlet && <ActorLink actor={document.outlet} icon={false} />}
        <span>
          {document.published === null
            ? 'date not known'
            : `published ${dateWords(document.published)}`}
        </span>
        {report.via.length > 0 && (
          <span>
            carried by <ActorList actors={report.via} />
          </span>
        )}
        {report.repeats.length > 0 && (
          <span>{count(report.repeats.length, 'repeat')} in the text</span>
        )}
      </p>
      <p class="source">
        <CopyButton
          plain
          label="Copy citation"
          text={() => citation(statement, report, linkTo(statement.id))}
        />
        <CopyButton plain label="Copy link" text={() => linkTo(statement.id)} />
      </p>
    </section>
  );
}

/** Who carried it first, of the reports whose day is known. */
function First({ reports }: { reports: readonly ReportReply[] }) {
  const first = earliest(reports);
  const [one, ...others] = first;
  if (one === undefined || first.length === reports.length) return null;
  const { outlet, title, published } = one.document;
  return (
    <>
      {' '}
      First published: <bdi>{outlet?.name ?? title}</bdi>
      {others.length > 0 && ` and ${count(others.length, 'other')}`}, {dateWords(published)}.
    </>
  );
}

/** "2 reports, 1 origin: copies of one text" when copies could be taken for corroboration. */
function Origins({ statement }: { statement: StatementReply }) {
  const { reports, origins } = statement;
  if (reports.length < 2) return null;
  return (
    <p class="origins">
      <b>{corroboration(statement)}</b>
      {origins < reports.length && ': copies of one text, so no corroboration among them'}.
      <First reports={reports} />
    </p>
  );
}

/** Copies of a text that stand open below it; more are folded. */
const FEW = 2;

/**
 * A report, and under it those that copy the same text: the words only where they differ, so that
 * who carried it when is a list to be read at a glance.
 */
function Origin({ statement, reports }: { statement: StatementReply; reports: ReportReply[] }) {
  const shown = reports.length - 1 > FEW ? reports.slice(0, 1) : reports;
  const folded = reports.slice(shown.length);
  const [first] = reports;
  const isSame = (each: ReportReply) => first !== undefined && quotation(each) === quotation(first);
  const report = (each: ReportReply, bare: boolean) => (
    <Report key={each.document.id} statement={statement} report={each} bare={bare} />
  );
  const others = folded.filter((each) => !isSame(each)).length;
  return (
    <div class="origin">
      {shown.map((each) => report(each, false))}
      {folded.length > 0 && (
        <details>
          <summary>
            {count(folded.length, 'copy', 'copies')} of this text
            {others > 0 && `, ${others.toLocaleString('en')} in other words`}
          </summary>
          {folded.map((each) => report(each, isSame(each)))}
        </details>
      )}
    </div>
  );
}

function Whom({ statement }: { statement: StatementReply }) {
  const { addressees, about } = statement;
  return (
    <p class="whom">
      {addressees.length > 0 && (
        <span>
          to <ActorList actors={addressees} />{' '}
        </span>
      )}
      {about.length > 0 && (
        <span>
          about <ActorList actors={about} />
        </span>
      )}
    </p>
  );
}

/** One statement: closed it shows its summary, open every report of it with the words marked. */
export function StatementCard({
  statement,
  lead = false,
}: {
  statement: StatementReply;
  lead?: boolean;
}) {
  const { screen } = useApp();
  const open = lead || screen.state.value.at === statement.id;
  return (
    <article class="card" aria-current={open ? 'true' : undefined} data-statement={statement.id}>
      <p class="meta">
        <time>{dateWords(statement.said, 'day not known')}</time>
        <ActMark act={statement.act} />
        <span class="mode">{statement.mode}</span>
        {statement.status !== 'accepted' && <span class="tag">{statement.status}</span>}
      </p>
      <p class="who">
        <ActorLink actor={statement.speaker} />
      </p>
      {open ? (
        <>
          <Origins statement={statement} />
          {byOrigin(statement.reports).map((reports) => (
            <Origin key={reports[0]?.origin} statement={statement} reports={reports} />
          ))}
          <Whom statement={statement} />
          <Mend id={statement.id} />
        </>
      ) : (
        <button type="button" class="summary" onClick={() => screen.mark(statement.id)}>
          {statement.summary}
          {statement.reports.length > 1 && <small> {corroboration(statement)}</small>}
        </button>
      )}
    </article>
  );
}
