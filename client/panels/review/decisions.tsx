import { computed, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { DecisionItem } from '../../../server/contract/decisions.ts';
import * as api from '../../api/review.ts';
import { asApiError, type ApiError } from '../../api/http.ts';
import { createMore } from '../../state/more.ts';
import { recordChanged, resource } from '../../state/resource.ts';
import { count } from '../../state/words.ts';
import { useApp } from '../context.ts';
import { CloseButton, Dialog } from '../dialogs/dialog.tsx';
import { ErrorNotice, Loading } from '../kit.tsx';
import { useSitting } from './context.ts';

function Entry({ item, onUndo }: { item: DecisionItem; onUndo: () => void }) {
  const deed = item.action.kind === 'undo' ? 'Redo' : 'Undo';
  return (
    <li class="entry" data-undone={item.undone}>
      <span class="grow">
        {item.words}
        <small class="quiet">
          {' '}
          {item.at.slice(0, 16).replace('T', ' ')} UTC, {item.by}
          {item.undone && ' · taken back'}
          {item.note !== '' && ` · ${item.note}`}
        </small>
      </span>
      {!item.undone && (
        <button type="button" aria-label={`${deed}: ${item.words}`} onClick={onUndo}>
          {deed}
        </button>
      )}
    </li>
  );
}

function Conflicts() {
  const found = useMemo(
    () =>
      resource(
        computed(() => 'conflicts'),
        (_key, signal) => api.conflicts(signal),
      ),
    [],
  );
  const items = found.value.value.data?.items ?? [];
  if (items.length === 0)
    return <p class="quiet">No decision is in conflict with what was read since.</p>;
  return (
    <section>
      <h2>{count(items.length, 'conflict')}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.decision + item.record} class="entry">
            <span class="grow">
              <b>{item.reason.replaceAll('-', ' ')}</b> {item.message}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Decisions listed at a time. */
const PAGE = 100;

/** The log as far as it has been asked for. */
function useLog() {
  const { review } = useSitting();
  const log = useMemo(
    () =>
      resource(
        computed(() => 'decisions'),
        async (_key, signal) => {
          await review.settled();
          return api.decisions([['limit', String(PAGE)]], signal);
        },
      ),
    [review],
  );
  const older = useMemo(
    () =>
      createMore(log.value, (cursor) =>
        api.decisions([
          ['limit', String(PAGE)],
          ['cursor', cursor],
        ]),
      ),
    [log],
  );
  useEffect(() => older.dispose, [older]);
  return { log, older };
}

/** Every decision ever made, newest first, each with its own undo; and what is in conflict. */
export function DecisionsDialog() {
  const { focus } = useApp();
  const { review } = useSitting();
  const refusal = useSignal<ApiError | null>(null);
  const { log, older } = useLog();
  const undo = async (item: DecisionItem) => {
    refusal.value = null;
    try {
      await api.undoDecision(item.id);
      focus.announce(`Undone: ${item.words}`);
      recordChanged();
      void review.reload();
    } catch (error) {
      refusal.value = asApiError(error);
    }
  };
  const { data, error } = log.value.value;
  return (
    <Dialog label="Decisions">
      <h1>Decisions</h1>
      {refusal.value !== null && <ErrorNotice error={refusal.value} />}
      {error !== null && <ErrorNotice error={error} retry={log.reload} />}
      {older.error.value !== null && (
        <ErrorNotice error={older.error.value} retry={() => void older.more()} />
      )}
      {data === null && error === null && <Loading what="the decisions" />}
      {data !== null && (
        <>
          <p class="quiet">
            {count(data.total, 'decision')}
            {older.next.value !== null && `, the newest ${older.rows.value.length} listed`}
          </p>
          <div
            class="log"
            hidden={data.items.length === 0}
            tabIndex={0}
            role="region"
            aria-label="Log of decisions"
          >
            <ol>
              {older.rows.value.map((item) => (
                <Entry key={item.id} item={item} onUndo={() => void undo(item)} />
              ))}
            </ol>
            {older.next.value !== null && (
              <button type="button" disabled={older.busy.value} onClick={() => void older.more()}>
                Show older
              </button>
            )}
          </div>
        </>
      )}
      <Conflicts />
      <CloseButton />
    </Dialog>
  );
}
