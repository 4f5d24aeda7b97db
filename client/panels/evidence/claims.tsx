import type {
  AgreementReply,
  EventReply,
  EvidenceReply,
  RelationReply,
} from '../../../server/contract/replies.ts';
import type { Span } from '../../state/passage.ts';
import { capital, dateWords, plain } from '../../state/words.ts';
import { ActorLink, ActorList, RecordLink, ShapeIcon } from '../kit.tsx';
import { Quotation } from '../passage.tsx';
import { Mend } from './mend.tsx';

/** Agreements, events and relations: each as a line in a list, and whole with its passages. */

export function Evidence({
  evidence,
  figures = [],
}: {
  evidence: readonly EvidenceReply[];
  figures?: readonly Span[];
}) {
  return (
    <>
      {evidence.map(({ document, selectors }) => (
        <section class="report" key={document.id}>
          <Quotation
            spans={[
              ...figures,
              ...selectors.map((selector): Span => ({ role: 'evidence', selector })),
            ]}
          />
          <p class="source">
            <RecordLink id={document.id}>{document.title}</RecordLink>
            {document.outlet && <ActorLink actor={document.outlet} icon={false} />}
            <span>{dateWords(document.published, 'date not known')}</span>
          </p>
        </section>
      ))}
    </>
  );
}

export function AgreementLine({ agreement }: { agreement: AgreementReply }) {
  return (
    <article class="card" data-agreement={agreement.id}>
      <p class="meta">
        <time>{dateWords(agreement.date)}</time>
        <span class="tag">{plain(agreement.state)}</span>
      </p>
      <p class="who">
        <RecordLink id={agreement.id}>
          <ShapeIcon shape="agreement" />
          {agreement.name}
        </RecordLink>
      </p>
      <p class="whom">
        <ActorList actors={agreement.parties} />
        {agreement.signatories.length > 0 && (
          <>
            ; signed by <ActorList actors={agreement.signatories} />
          </>
        )}
      </p>
    </article>
  );
}

export function AgreementWhole({ agreement }: { agreement: AgreementReply }) {
  return (
    <div class="pad">
      <p>{agreement.summary}</p>
      <dl class="facts">
        <dt>Parties</dt>
        <dd>
          <ActorList actors={agreement.parties} icon />
        </dd>
        <dt>Signed by</dt>
        <dd>
          {agreement.signatories.length === 0 ? (
            'nobody named'
          ) : (
            <ActorList actors={agreement.signatories} icon />
          )}
        </dd>
        <dt>Date</dt>
        <dd>{dateWords(agreement.date, 'not known')}</dd>
        <dt>Place</dt>
        <dd>{agreement.place ?? 'not named'}</dd>
        <dt>What became of it</dt>
        <dd>
          <ol class="history">
            {agreement.history.map((step, i) => (
              <li key={i}>
                {capital(plain(step.state))}
                {step.date !== null && `, ${dateWords(step.date)}`}
              </li>
            ))}
            {agreement.history.at(-1)?.state !== agreement.state && (
              <li>{capital(plain(agreement.state))}</li>
            )}
          </ol>
        </dd>
      </dl>
      <h3 class="section flush">The words it rests on</h3>
      <Evidence evidence={agreement.evidence} />
      <Mend id={agreement.id} />
    </div>
  );
}

export function EventLine({ event }: { event: EventReply }) {
  return (
    <article class="card">
      <p class="meta">
        <time>{dateWords(event.date)}</time>
        <span class="tag">{plain(event.kind)}</span>
        {event.place && <span>{event.place}</span>}
      </p>
      <p class="who">
        <RecordLink id={event.id}>
          <ShapeIcon shape="event" />
          {event.name}
        </RecordLink>
      </p>
    </article>
  );
}

export function EventWhole({ event }: { event: EventReply }) {
  const figures = event.figures.map((figure): Span => ({
    role: 'figure',
    selector: figure.selector,
  }));
  return (
    <div class="pad">
      <dl class="facts">
        <dt>Kind</dt>
        <dd>{capital(plain(event.kind))}</dd>
        <dt>Date</dt>
        <dd>{dateWords(event.date, 'not known')}</dd>
        <dt>Place</dt>
        <dd>{event.place ?? 'not named'}</dd>
        {event.participants.map(({ actor, role }) => (
          <>
            <dt>{capital(plain(role))}</dt>
            <dd>
              <ActorLink actor={actor} />
            </dd>
          </>
        ))}
        {event.figures.length > 0 && <dt>Figures</dt>}
        {event.figures.length > 0 && (
          <dd>{event.figures.map((figure) => figure.text).join('; ')}</dd>
        )}
      </dl>
      <h3 class="section flush">The words it rests on</h3>
      <Evidence evidence={event.evidence} figures={figures} />
      <Mend id={event.id} />
    </div>
  );
}

/** "Viktor Khrenin holds office: minister of defence". */
export function RelationSentence({ relation }: { relation: RelationReply }) {
  return (
    <>
      <ActorLink actor={relation.from} /> {plain(relation.kind)}
      {relation.title !== null && <> “{relation.title}”</>}
      {relation.kind === 'holds-office' ? ' at ' : ' '}
      <ActorLink actor={relation.to} />
    </>
  );
}

export function RelationLine({ relation }: { relation: RelationReply }) {
  return (
    <article class="card">
      <p class="meta">
        <time>{dateWords(relation.valid)}</time>
        <span class="tag">{plain(relation.kind)}</span>
      </p>
      <p class="who">
        <RelationSentence relation={relation} />
      </p>
      <p class="whom">
        <RecordLink id={relation.id}>The words it rests on</RecordLink>
      </p>
    </article>
  );
}

export function RelationWhole({ relation }: { relation: RelationReply }) {
  return (
    <div class="pad">
      <p class="who">
        <RelationSentence relation={relation} />
      </p>
      <p class="quiet">Held: {dateWords(relation.valid, 'the text gives no date')}</p>
      <h3 class="section flush">The words it rests on</h3>
      <Evidence evidence={relation.evidence} />
      <Mend id={relation.id} />
    </div>
  );
}
