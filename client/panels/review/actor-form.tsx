import './dialogs.css';
import './actor-form.css';
import { computed, useComputed, useSignal, type ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { ACTOR_KINDS, type ActorKind } from '../../../graph-data/schema/index.ts';
import type { DecisionReply } from '../../../server/contract/decisions.ts';
import type { ActorReply } from '../../../server/contract/replies.ts';
import * as api from '../../api/calls.ts';
import { asApiError, type ApiError } from '../../api/http.ts';
import { undoDecision } from '../../api/review.ts';
import type { ActorDraft } from '../../state/actor-changes.ts';
import type { App } from '../../state/app.ts';
import { KIND_LOOK } from '../../state/encoding.ts';
import { recordChanged, resource } from '../../state/resource.ts';
import { useApp } from '../context.ts';
import { CloseButton, Dialog } from '../dialogs/dialog.tsx';
import { ErrorNotice, Loading } from '../kit.tsx';
import { useActorEditing, type ActorEditing } from './actor-editing.ts';
import { ActorPicker } from './actor-picker.tsx';
import { sittingOf } from './context.ts';
import { namesakeIn, useNear } from './namesake.ts';

function useActor(id: string | null) {
  return useMemo(
    () =>
      resource(
        computed(() => id),
        (wanted, signal) => api.actor(wanted, signal),
      ),
    [id],
  ).value.value;
}

/** The state that the actor belongs to: taken away, or another found by name. */
function Country({
  country,
  onChange,
}: {
  country: ActorDraft['country'];
  onChange: (country: ActorDraft['country']) => void;
}) {
  const choosing = useSignal(false);
  const { data } = useActor(country);
  const name = data?.id === country ? data?.name : country;
  if (choosing.value)
    return (
      <ActorPicker
        id="actor-country"
        label="State that it belongs to"
        onCancel={() => (choosing.value = false)}
        onPick={({ id }) => {
          choosing.value = false;
          onChange(id);
        }}
      />
    );
  return (
    <p class="actions">
      <span>Belongs to: {name ?? 'no state, or not known'}</span>
      <button type="button" onClick={() => (choosing.value = true)}>
        Choose a state
      </button>
      {country !== null && (
        <button type="button" onClick={() => onChange(null)}>
          Take it away
        </button>
      )}
    </p>
  );
}

interface FormProps {
  readonly actor: ActorReply;
  readonly onSaved: (id: DecisionId) => void;
  readonly onCancel: () => void;
}

/** Why it was not saved; of an actor that was changed meanwhile, the way to go on. */
function Refusal({ of: { refusal, loadAnew } }: { of: ActorEditing }) {
  if (refusal.value === null) return null;
  const { failure } = refusal.value;
  const overtaken = failure.kind === 'problem' && failure.problem.code === 'conflict';
  return (
    <>
      <ErrorNotice error={refusal.value} />
      {overtaken && (
        <p class="actions">
          <button type="button" onClick={() => void loadAnew()}>
            Load anew
          </button>
          <span class="quiet">What you changed stays in the form.</span>
        </p>
      )}
    </>
  );
}

/** Who bears the name already, and the way to make the two one. */
function Namesake({ actor, called }: { actor: ActorReply; called: ReadonlySignal<string> }) {
  const { focus } = useApp();
  const found = useNear(called);
  const into = found && namesakeIn(found, actor.id);
  if (into === null) return null;
  const { id, name, kind } = actor;
  return (
    <p class="quiet" role="status">
      {into.name} is on the record already:{' '}
      <button
        type="button"
        class="link"
        onClick={() => focus.askMerge({ into, from: { id, name, kind } })}
      >
        merge the two
      </button>
    </p>
  );
}

function NameField({ actor, editing }: { actor: ActorReply; editing: ActorEditing }) {
  const { draft, set, rename } = editing;
  const called = useComputed(() => draft.value.name);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <>
      <label>
        Name
        <input
          ref={field}
          value={called.value}
          required
          pattern=".*\S.*"
          title="A name, not only spaces"
          onInput={(event) => set({ name: event.currentTarget.value })}
          onChange={(event) => rename(event.currentTarget.value)}
        />
      </label>
      <Namesake actor={actor} called={called} />
    </>
  );
}

function Fields({ actor, onSaved, onCancel }: FormProps) {
  const editing = useActorEditing(actor, { onSaved, onUnchanged: onCancel });
  const { draft, names, standing, set, save } = editing;
  return (
    <form
      class="actor-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Refusal of={editing} />
      {standing.value !== null && <p role="status">{standing.value}</p>}
      <NameField actor={actor} editing={editing} />
      <label>
        Kind
        <select
          value={draft.value.kind}
          onChange={(event) => set({ kind: event.currentTarget.value as ActorKind })}
        >
          {ACTOR_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {KIND_LOOK[kind].label}
            </option>
          ))}
        </select>
      </label>
      <label>
        Also called, one name a line
        <textarea
          rows={3}
          value={names.value}
          onInput={(event) => (names.value = event.currentTarget.value)}
        />
      </label>
      <Country country={draft.value.country} onChange={(country) => set({ country })} />
      <label>
        Wikidata item
        <input
          value={draft.value.wikidata ?? ''}
          placeholder="none"
          pattern="Q[1-9][0-9]*"
          title="Q and a number, such as Q2866"
          onInput={(event) => set({ wikidata: event.currentTarget.value })}
        />
      </label>
      <label>
        Note that tells it from namesakes
        <input
          value={draft.value.note}
          onInput={(event) => set({ note: event.currentTarget.value })}
        />
      </label>
      <p class="actions">
        <button type="submit" class="primary">
          Save
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </form>
  );
}

type DecisionId = DecisionReply['decision']['id'];

/** Shows what was changed of an actor in the rest of the screen, and in the queue beside it. */
function changed(app: App): void {
  recordChanged();
  const { focus } = app;
  const id = focus.mending.peek();
  if (id === null) return;
  api.actor(id).then(
    ({ id: known, name, kind }) => sittingOf(app).review.called({ id: known, name, kind }),
    (error: unknown) => focus.announce(asApiError(error).message),
  );
}

/** Name, kind, state and other names of the actor that is mended, mended as one decision. */
export function ActorForm() {
  const app = useApp();
  const { focus } = app;
  const { data, error } = useActor(focus.mending.value);
  const saved = useSignal<DecisionId | null>(null);
  const kept = useSignal<ApiError | null>(null);
  const close = () => (focus.dialog.value = null);
  const undo = async () => {
    if (saved.value === null) return;
    try {
      await undoDecision(saved.value);
    } catch (reason) {
      kept.value = asApiError(reason);
      return;
    }
    saved.value = null;
    changed(app);
    focus.announce('Undone');
    close();
  };
  return (
    <Dialog label="Mend the actor">
      <h1>Mend the actor</h1>
      {error !== null && <ErrorNotice error={error} />}
      {data === null && error === null && <Loading what="the actor" />}
      {kept.value !== null && <ErrorNotice error={kept.value} />}
      {saved.value !== null ? (
        <>
          <p role="status">Saved. It stands among the decisions of the review.</p>
          <p class="actions">
            <button type="button" onClick={() => void undo()}>
              Undo
            </button>
          </p>
        </>
      ) : (
        data !== null && (
          <Fields
            key={data.id}
            actor={data}
            onCancel={close}
            onSaved={(decision) => {
              saved.value = decision;
              changed(app);
            }}
          />
        )
      )}
      {(saved.value !== null || error !== null) && <CloseButton />}
    </Dialog>
  );
}
