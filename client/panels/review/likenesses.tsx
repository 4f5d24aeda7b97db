import { computed, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { ActorId, DocumentId, StatementId, type Action } from '../../../graph-data/schema/index.ts';
import type { Likeness } from '../../../server/contract/review.ts';
import * as api from '../../api/review.ts';
import { resource } from '../../state/resource.ts';
import { count } from '../../state/words.ts';
import { CloseButton, Dialog } from '../dialogs/dialog.tsx';
import { ErrorNotice, Loading } from '../kit.tsx';
import { useSitting } from './context.ts';

const WORDS: Readonly<Record<Likeness['type'], { readonly ask: string; readonly deed: string }>> = {
  'same-utterance': { ask: 'One utterance told twice?', deed: 'Make one statement' },
  'same-actor': { ask: 'One actor under two names?', deed: 'Merge' },
  'same-origin': { ask: 'Copies of one text?', deed: 'Share one origin' },
};

/** The decision that makes two records one; null when the reply does not name what it needs. */
function actionOf({ type, records }: Likeness): Action | null {
  const [first, second] = records;
  if (type === 'same-utterance') {
    const [into, from] = [StatementId.safeParse(first), StatementId.safeParse(second)];
    return into.success && from.success ? { kind: 'link', from: from.data, into: into.data } : null;
  }
  if (type === 'same-actor') {
    const [into, from] = [ActorId.safeParse(first), ActorId.safeParse(second)];
    return into.success && from.success
      ? { kind: 'merge', from: from.data, into: into.data }
      : null;
  }
  const record = records.flatMap((id) => StatementId.safeParse(id).data ?? [])[0];
  const documents = records.flatMap((id) => DocumentId.safeParse(id).data ?? []);
  return record !== undefined && documents.length > 1
    ? { kind: 'share-origin', record, documents }
    : null;
}

function Pair({ item }: { item: Likeness }) {
  const { review } = useSitting();
  const done = useSignal(false);
  const action = actionOf(item);
  const { ask, deed } = WORDS[item.type];
  return (
    <li class="pair">
      <p class="kicker">
        {ask} <span class="quiet">{item.reason}</span>
      </p>
      <ol>
        {item.labels.map((label, i) => (
          <li key={i}>{label}</li>
        ))}
      </ol>
      <button
        type="button"
        disabled={done.value || action === null}
        onClick={() => {
          if (action === null) return;
          review.other(action, `${deed}: ${item.labels.join(' and ')}`);
          done.value = true;
        }}
      >
        {done.value ? 'Done (U takes it back)' : deed}
      </button>
    </li>
  );
}

/** Records that may be one; each answer is a decision that can be undone. */
export function LikenessesDialog() {
  const found = useMemo(
    () =>
      resource(
        computed(() => 'likenesses'),
        (_key, signal) => api.likenesses(signal),
      ),
    [],
  );
  const { data, error } = found.value.value;
  return (
    <Dialog label="Doubles">
      <h1>Records that may be one</h1>
      {error !== null && <ErrorNotice error={error} retry={found.reload} />}
      {data === null && error === null && <Loading what="likenesses" />}
      {data !== null && data.items.length === 0 && <p class="quiet">None was found.</p>}
      {data !== null && data.items.length > 0 && (
        <div class="log" tabIndex={0} role="region" aria-label="Pairs">
          <ul>
            {data.items.map((item) => (
              <Pair key={item.records.join(' ')} item={item} />
            ))}
          </ul>
        </div>
      )}
      {data !== null && data.total > data.items.length && (
        <p class="quiet">
          The likest {data.items.length} of {count(data.total, 'pair')}.
        </p>
      )}
      {data?.bound != null && <p class="quiet">{data.bound}</p>}
      <CloseButton />
    </Dialog>
  );
}
