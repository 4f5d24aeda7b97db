import { computed, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Actor } from '../../../graph-data/schema/index.ts';
import * as api from '../../api/calls.ts';
import type { ActorRef, StatementReply } from '../../../server/contract/replies.ts';
import { resource } from '../../state/resource.ts';
import { actorsOf } from '../../state/review-queue.ts';
import { count } from '../../state/words.ts';
import { useApp } from '../context.ts';
import { Dialog } from '../dialogs/dialog.tsx';
import { ErrorNotice, KindIcon, Loading } from '../kit.tsx';
import { ActorPicker } from './actor-picker.tsx';
import { useSitting } from './context.ts';
import { NewActor, newActor } from './new-actor.tsx';

/** Most statements of one actor that are listed to choose from. */
const LISTED = 200;

function useStatementsOf(actor: ActorRef | null) {
  return useMemo(
    () =>
      resource(
        computed(() => actor?.id ?? null),
        (id, signal) =>
          api.statements(
            [
              ['actor', id],
              ['limit', String(LISTED)],
            ],
            signal,
          ),
      ),
    [actor],
  );
}

type StatementId = StatementReply['id'];
type Chosen = ReadonlySet<StatementId>;

function Choices({
  items,
  chosen,
  onToggle,
}: {
  items: readonly StatementReply[];
  chosen: Chosen;
  onToggle: (id: StatementId) => void;
}) {
  return (
    <div class="choices" tabIndex={0} role="group" aria-label="Statements to give away">
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <label class="check">
              <input
                type="checkbox"
                checked={chosen.has(item.id)}
                onChange={() => onToggle(item.id)}
              />
              <span class="clip">
                <b>{item.speaker.name}</b> {item.summary}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Whose statements are given away: the actor that the current proposal names first, or another. */
function Whose({
  from,
  onChange,
}: {
  from: ActorRef | null;
  onChange: (from: ActorRef | null) => void;
}) {
  if (from === null)
    return <ActorPicker id="split-from" label="Actor to split" onPick={onChange} />;
  return (
    <p class="who">
      <KindIcon kind={from.kind} /> {from.name}{' '}
      <button type="button" class="link" onClick={() => onChange(null)}>
        another
      </button>
    </p>
  );
}

/** The statements of the actor, and which of them are given away. */
function Given({
  from,
  chosen,
  onToggle,
}: {
  from: ActorRef | null;
  chosen: Chosen;
  onToggle: (id: StatementId) => void;
}) {
  const found = useStatementsOf(from);
  const { data, error } = found.value.value;
  if (error !== null) return <ErrorNotice error={error} retry={found.reload} />;
  if (data === null) return from === null ? null : <Loading what="statements" />;
  return (
    <>
      <p class="quiet">
        {chosen.size.toLocaleString('en')} of {count(data.total, 'statement')} to give away
        {data.total > data.items.length && `; the first ${data.items.length} are listed`}
      </p>
      <Choices items={data.items} chosen={chosen} onToggle={onToggle} />
    </>
  );
}

/** An actor of the record, or a new one. */
function ToWhom({ onChoose }: { onChoose: (into: Actor) => void }) {
  const fresh = useSignal<string | null>(null);
  if (fresh.value !== null) return <NewActor name={fresh.value} onDone={onChoose} />;
  return (
    <ActorPicker
      id="split-into"
      label="Actor who gets them"
      onPick={({ id, name, kind }) => onChoose({ ...newActor(name, kind), id })}
      onNew={(name) => (fresh.value = name)}
    />
  );
}

/** Some of what one actor is named in belongs to another. */
export function SplitDialog() {
  const { focus } = useApp();
  const { review } = useSitting();
  const current = review.current.peek();
  const named = current === null ? [] : actorsOf(current.proposal);
  const from = useSignal<ActorRef | null>(named[0] ?? null);
  const first = current?.proposal.type === 'statement' ? [current.proposal.record.id] : [];
  const chosen = useSignal<Chosen>(new Set(first));
  /** Somebody was to get them, and none was chosen. */
  const none = useSignal(false);
  const toggle = (id: StatementId) => {
    const next = new Set(chosen.value);
    if (!next.delete(id)) next.add(id);
    chosen.value = next;
    none.value = false;
  };
  /** What was chosen of one actor's statements is not of another's. */
  const begin = (actor: ActorRef | null) => {
    from.value = actor;
    chosen.value = new Set();
    none.value = false;
  };
  const split = (into: Actor) => {
    none.value = chosen.value.size === 0;
    if (from.value === null || none.value) return;
    review.split(from.value, into, [...chosen.value]);
    focus.dialog.value = null;
  };
  return (
    <Dialog label="Split an actor">
      <h1>Split an actor</h1>
      <Whose from={from.value} onChange={begin} />
      <Given from={from.value} chosen={chosen.value} onToggle={toggle} />
      {none.value && (
        <p class="fault" role="alert">
          Choose at least one statement to give away.
        </p>
      )}
      <h2>To whom?</h2>
      <ToWhom onChoose={split} />
    </Dialog>
  );
}
