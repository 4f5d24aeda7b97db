import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import {
  ACTOR_KINDS,
  ActorId,
  slug,
  type Actor,
  type ActorKind,
} from '../../../graph-data/schema/index.ts';
import { KIND_LOOK } from '../../state/encoding.ts';
import { namesakeIn, near, useNear, type Near } from './namesake.ts';

/** The id that a name gives, with a number behind it while others have it. */
function freeId(name: string, taken: ReadonlySet<string>): ActorId {
  const plain = `actor:${slug(name)}`;
  let id = plain;
  for (let n = 2; taken.has(id); n += 1) id = `${plain}-${n}`;
  return ActorId.parse(id);
}

/**
 * An actor that the record does not know yet: a name and a kind.
 *
 * @param taken ids that namesakes have: without them it would be one of those
 */
export function newActor(
  name: string,
  kind: ActorKind,
  taken: ReadonlySet<string> = new Set(),
): Actor {
  return {
    id: freeId(name, taken),
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
  useLayoutEffect(() => field.current?.focus(), []);
  const known = useNear(called);
  const wanted = called.value.trim();
  const namesake = known && namesakeIn(known);
  const done = ({ items }: Near) =>
    onDone(newActor(wanted, kind.value, new Set(items.flatMap(({ id }) => id ?? []))));
  const make = () => {
    if (wanted === '') return;
    if (known === null) void near(wanted).then(done);
    else done(known);
  };
  return (
    <form
      class="new-actor"
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <label>
        Name
        <input
          value={called.value}
          required
          pattern=".*\S.*"
          title="A name, not only spaces"
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
      {namesake !== null && (
        <p class="quiet namesake" role="status">
          {namesake.name} is on the record already: this makes another of that name.
        </p>
      )}
    </form>
  );
}
