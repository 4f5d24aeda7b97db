import { computed, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { z } from 'zod';
import { ActorId, DocumentId, StatementId, type Action } from '../../../graph-data/schema/index.ts';
import type { Likeness } from '../../../server/contract/review.ts';
import * as api from '../../api/review.ts';
import { resource } from '../../state/resource.ts';
import { count } from '../../state/words.ts';
import { CloseButton, Dialog } from '../dialogs/dialog.tsx';
import { ErrorNotice, Loading } from '../kit.tsx';
import { useSitting } from './context.ts';

interface Asked {
  readonly ask: string;
  readonly deed: string;
}

/** What is asked of a likeness, and the deed that says yes. */
function askedOf({ type, records: { length } }: Likeness): Asked {
  if (type === 'same-actor') return { ask: 'One actor under two names?', deed: 'Merge' };
  if (type === 'same-origin')
    return { ask: `Copies of one text, ${length - 1} documents?`, deed: 'Share one origin' };
  return length === 2
    ? { ask: 'One utterance told twice?', deed: 'Make one statement' }
    : { ask: `One utterance told ${length} times?`, deed: `Make one statement of ${length}` };
}

const parsed = <T,>(schema: z.ZodType<T>, ids: readonly string[]): T[] =>
  ids.flatMap((id) => schema.safeParse(id).data ?? []);

/** The decisions that make the records one, the others into the first. */
function actionsOf({ type, records }: Likeness): Action[] {
  if (type === 'same-origin') {
    const [record] = parsed(StatementId, records);
    const documents = parsed(DocumentId, records);
    return record !== undefined && documents.length > 1
      ? [{ kind: 'share-origin', record, documents }]
      : [];
  }
  if (type === 'same-actor') {
    const [into, ...others] = parsed(ActorId, records);
    return into === undefined ? [] : others.map((from) => ({ kind: 'merge', from, into }));
  }
  const [into, ...others] = parsed(StatementId, records);
  return into === undefined ? [] : others.map((from) => ({ kind: 'link', from, into }));
}

/** Records of a group that are shown at once. */
const SHOWN = 5;

function Member({ label, source }: { label: string; source: string }) {
  return (
    <li>
      <bdi>{label}</bdi> {source !== '' && <small class="quiet">{source}</small>}
    </li>
  );
}

/** The records of a likeness; words that all of them share are said once. */
function Members({ item: { type, labels, sources } }: { item: Likeness }) {
  const all = labels.map((label, i) => ({ label, source: sources[i] ?? '' }));
  const alike = type === 'same-utterance' && new Set(labels).size === 1;
  const said = alike || type === 'same-origin' ? (labels[0] ?? null) : null;
  const told = type === 'same-origin' ? all.slice(1) : all;
  const lines = alike ? told.map(({ source }) => ({ label: source, source: '' })) : told;
  const rest = lines.slice(SHOWN);
  return (
    <>
      {said !== null && <blockquote dir="auto">{said}</blockquote>}
      <ol>
        {lines.slice(0, SHOWN).map((line, i) => (
          <Member key={i} {...line} />
        ))}
      </ol>
      {rest.length > 0 && (
        <details>
          <summary>{rest.length.toLocaleString('en')} more</summary>
          <ol start={SHOWN + 1}>
            {rest.map((line, i) => (
              <Member key={i} {...line} />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function Group({ item }: { item: Likeness }) {
  const { review } = useSitting();
  const done = useSignal(false);
  const actions = actionsOf(item);
  const { ask, deed } = askedOf(item);
  return (
    <li class="pair">
      <p class="kicker">
        {ask} <span class="quiet">{item.reason}</span>
      </p>
      <Members item={item} />
      <button
        type="button"
        disabled={done.value || actions.length === 0}
        onClick={() => {
          review.others(actions, `${deed}: ${item.labels[0] ?? ''}`);
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
        <div class="log" tabIndex={0} role="region" aria-label="Likenesses">
          <ul>
            {data.items.map((item) => (
              <Group key={item.records.join(' ')} item={item} />
            ))}
          </ul>
        </div>
      )}
      {data !== null && data.total > data.items.length && (
        <p class="quiet">
          The likest {data.items.length} of {count(data.total, 'likeness', 'likenesses')}.
        </p>
      )}
      {data?.bound != null && <p class="quiet">{data.bound}</p>}
      <CloseButton />
    </Dialog>
  );
}
