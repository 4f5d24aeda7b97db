import { computed, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { DecisionItem } from '../../../server/contract/decisions.ts';
import * as api from '../../api/review.ts';
import { asApiError, type ApiError } from '../../api/http.ts';
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

/** Every decision ever made, newest first, each with its own undo; and what is in conflict. */
export function DecisionsDialog() {
  const { focus } = useApp();
  const { review } = useSitting();
  const refusal = useSignal<ApiError | null>(null);
  const log = useMemo(
    () =>
      resource(
        computed(() => 'decisions'),
        async (_key, signal) => {
          await review.settled();
          return api.decisions([['limit', '200']], signal);
        },
      ),
    [review],
  );
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
      {data === null && error === null && <Loading what="the decisions" />}
      {data !== null && (
        <>
          <p class="quiet">
            {count(data.total, 'decision')}
            {data.total > data.items.length && `, the newest ${data.items.length} listed`}
          </p>
          <div
            class="log"
            hidden={data.items.length === 0}
            tabIndex={0}
            role="region"
            aria-label="Log of decisions"
          >
            <ol>
              {data.items.map((item) => (
                <Entry key={item.id} item={item} onUndo={() => void undo(item)} />
              ))}
            </ol>
          </div>
        </>
      )}
      <Conflicts />
      <CloseButton />
    </Dialog>
  );
}
