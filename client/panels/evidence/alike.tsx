import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { DocumentRef, StatementReply } from '../../../server/contract/replies.ts';
import * as api from '../../api/review.ts';
import { shareWords, tellingsOf, type AlikeTelling } from '../../state/alike.ts';
import { earliest } from '../../state/reports.ts';
import { resource } from '../../state/resource.ts';
import { count, dateWords } from '../../state/words.ts';
import { useApp } from '../context.ts';

/** Who published first, of documents of one day. */
export function First({ documents }: { documents: readonly DocumentRef[] }) {
  const [one, ...others] = documents;
  if (one === undefined) return null;
  return (
    <>
      {' '}
      First published: <bdi>{one.outlet?.name ?? one.title}</bdi>
      {others.length > 0 && ` and ${count(others.length, 'other')}`}, {dateWords(one.published)}.
    </>
  );
}

function wordsOf({ type, documents }: AlikeTelling, reports: number): string {
  if (type === 'same-origin')
    return `${documents.toLocaleString('en')} of its ${count(reports, 'document')} may be copies of one text`;
  return documents > 0
    ? `Told alike in ${count(documents, 'other document')}`
    : 'Told alike again in its own document';
}

/** Whether who was first of those told alike is not who was first of the statement's own reports. */
function isNews({ first }: AlikeTelling, { reports }: StatementReply): boolean {
  const own = reports.length < 2 ? [] : earliest(reports);
  const known = new Set<string>(own.map(({ document }) => document.id));
  return first.some(({ id }) => !known.has(id));
}

/**
 * Whether a statement stands elsewhere too, which its own reports do not tell until somebody has
 * joined them. Asked once the words stand there, for the search may take a while in a great record.
 */
export function Alike({ statement }: { statement: StatementReply }) {
  const { focus } = useApp();
  const { id, reports } = statement;
  const wanted = useSignal<string | null>(id);
  const key = useComputed(() => wanted.value);
  // What is no longer shown is not asked for again when the record changes.
  useEffect(() => () => void (wanted.value = null), [wanted]);
  const found = useMemo(() => resource(key, (of, signal) => api.likenesses([of], signal)), [key]);
  const { data, error } = found.value.value;
  if (error !== null)
    return (
      <p class="origins quiet">
        Whether it is told elsewhere is not known: {error.message}{' '}
        <button type="button" class="link" onClick={found.reload}>
          Try again
        </button>
      </p>
    );
  if (data === null) return null;
  return (
    <>
      {tellingsOf(statement, data.items).map((telling, i) => (
        <p class="origins" key={i}>
          <button type="button" class="link" onClick={() => focus.askDoubles(id)}>
            {wordsOf(telling, reports.length)}
          </button>
          {telling.copies && `; ${shareWords(telling.copies)} may be copies of one text`}.
          {isNews(telling, statement) && <First documents={telling.first} />}
        </p>
      ))}
      {data.bound !== null && <p class="origins quiet">{data.bound}</p>}
    </>
  );
}
