import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import {
  ACTOR_KINDS,
  ActorId,
  slug,
  type Actor,
  type ActorKind,
} from '../../../graph-data/schema/index.ts';
import { KIND_LOOK } from '../../state/encoding.ts';

/** An actor that the record does not know yet: a name and a kind. */
export function newActor(name: string, kind: ActorKind): Actor {
  return {
    id: ActorId.parse(`actor:${slug(name)}`),
    kind,
    name,
    aliases: [],
    wikidata: null,
    country: null,
    note: '',
  };
}

export function NewActor({ name, onDone }: { name: string; onDone: (actor: Actor) => void }) {
  const called = useSignal(name);
  const kind = useSignal<ActorKind>('person');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="new-actor"
      onSubmit={(event) => {
        event.preventDefault();
        if (called.value.trim() !== '') onDone(newActor(called.value.trim(), kind.value));
      }}
    >
      <label>
        Name
        <input
          value={called.value}
          required
          ref={field}
          onInput={(event) => (called.value = event.currentTarget.value)}
        />
      </label>
      <label>
        Kind
        <select
          value={kind.value}
          onChange={(event) => (kind.value = event.currentTarget.value as ActorKind)}
        >
          {ACTOR_KINDS.map((item) => (
            <option key={item} value={item}>
              {KIND_LOOK[item].label}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="primary">
        Make
      </button>
    </form>
  );
}
