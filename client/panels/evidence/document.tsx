import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import * as api from '../../api/calls.ts';
import type { DocumentReply, StatementReply } from '../../../server/contract/replies.ts';
import { resource } from '../../state/resource.ts';
import { stitch, type Span } from '../../state/passage.ts';
import { count, dateWords } from '../../state/words.ts';
import { useApp } from '../context.ts';
import { ActMark, ActorLink, Listed } from '../kit.tsx';
import { Quotation } from '../passage.tsx';
import { Header } from './header.tsx';

/** Passages that belong together: the spans of one record, in order of the document. */
function byRecord(document: DocumentReply): [record: string, spans: Span[]][] {
  const groups = new Map<string, Span[]>();
  for (const { record, role, selector } of document.annotations) {
    if (role === 'mention' || role === 'repeat') continue;
    const spans = groups.get(record) ?? [];
    groups.set(record, spans);
    spans.push({ role, selector, record });
  }
  return [...groups];
}

function allSpans(document: DocumentReply): Span[] {
  return document.annotations
    .filter(({ role }) => role !== 'mention')
    .map(({ role, selector, record }) => ({ role, selector, record }));
}

function Said({ statement }: { statement: StatementReply | undefined }) {
  if (statement === undefined) return null;
  return (
    <p class="meta">
      <ActorLink actor={statement.speaker} />
      <ActMark act={statement.act} />
      <span class="end">{dateWords(statement.said, '')}</span>
    </p>
  );
}

const KIND_WORDS: Readonly<Record<string, string>> = { agr: 'Agreement', evt: 'Event', rel: 'Tie' };

/** Where it comes from, how that is known, and what is held of it. */
function Origin({ document }: { document: DocumentReply }) {
  const { screen } = useApp();
  const unfit = document.annotations.filter((item) => item.anchored === false).length;
  return (
    <Header title={document.title} kicker="Document">
      <p class="sub">
        <Listed
          words={[
            document.outletName,
            document.authors.join(', '),
            dateWords(document.published, 'date not known'),
          ]}
        />
        {document.publishedBasis === 'inferred' && ' (inferred)'}
      </p>
      {document.note !== '' && (
        <details class="sub">
          <summary>How this is known</summary>
          {document.note}
        </details>
      )}
      <p class="sub">
        {count(document.statements, 'statement')}.{' '}
        {document.holding === 'held'
          ? 'The whole text is held.'
          : 'Only the quoted passages are held.'}
        {unfit > 0 && ` ${count(unfit, 'passage')} no longer found in the text.`}
      </p>
      <p class="actions">
        <button
          type="button"
          onClick={() => screen.addFilter({ key: 'document', value: document.id })}
        >
          Only this document
        </button>
        {document.url !== null && (
          <a href={document.url} rel="noreferrer noopener" target="_blank">
            Open source
          </a>
        )}
      </p>
    </Header>
  );
}

/** A document: its text with every quoted passage marked when held, else the passages in order. */
export function DocumentPanel({ document }: { document: DocumentReply }) {
  const { screen } = useApp();
  const found = useMemo(
    () =>
      resource(
        computed(() => document.id),
        (id, signal) =>
          api.statements(
            [
              ['document', id],
              ['limit', '1000'],
            ],
            signal,
          ),
      ),
    [document.id],
  );
  const statements = new Map(
    found.value.value.data?.items.map((item) => [item.id as string, item]),
  );
  return (
    <>
      <Origin document={document} />
      {document.text !== null ? (
        <div class="pad whole">
          <Quotation
            whole
            text={document.text}
            spans={allSpans(document)}
            onPick={screen.openRecord}
          />
        </div>
      ) : (
        byRecord(document)
          .filter(([, spans]) => stitch(spans).length > 0)
          .map(([record, spans]) => (
            <article class="card" key={record}>
              {statements.has(record) ? (
                <Said statement={statements.get(record)} />
              ) : (
                <p class="meta">
                  <span class="tag">{KIND_WORDS[record.split(':')[0] ?? ''] ?? 'Statement'}</span>
                </p>
              )}
              <Quotation spans={spans} onPick={screen.openRecord} />
            </article>
          ))
      )}
    </>
  );
}
