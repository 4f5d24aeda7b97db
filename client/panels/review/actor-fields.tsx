import { useComputed, useSignal, type ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ACTOR_KINDS, type ActorKind } from '../../../graph-data/schema/index.ts';
import type { ActorReply } from '../../../server/contract/replies.ts';
import type { ActorDraft } from '../../state/actor-changes.ts';
import { KIND_LOOK } from '../../state/encoding.ts';
import { useApp } from '../context.ts';
import { useActor, type ActorEditing } from './actor-editing.ts';
import { ActorPicker } from './actor-picker.tsx';
import { namesakeIn, useNear } from './namesake.ts';

/** The fields of the form in which an actor is mended. */

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

export function NameField({ actor, editing }: { actor: ActorReply; editing: ActorEditing }) {
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

export function KindField({ editing: { draft, set } }: { editing: ActorEditing }) {
  return (
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
  );
}

export function OtherNames({ editing: { names } }: { editing: ActorEditing }) {
  return (
    <label>
      Also called, one name a line
      <textarea
        rows={3}
        value={names.value}
        onInput={(event) => (names.value = event.currentTarget.value)}
      />
    </label>
  );
}

/** The state that the actor belongs to: taken away, or another found by name. */
export function Country({
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

export function WikidataField({ editing: { draft, set } }: { editing: ActorEditing }) {
  return (
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
  );
}

export function NoteField({ editing: { draft, set } }: { editing: ActorEditing }) {
  return (
    <label>
      Note that tells it from namesakes
      <input
        value={draft.value.note}
        onInput={(event) => set({ note: event.currentTarget.value })}
      />
    </label>
  );
}
