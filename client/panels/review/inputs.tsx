import { useSignal } from '@preact/signals';
import { Edtf } from '../../../graph-data/schema/index.ts';
import type { ActorRef } from '../../../server/contract/replies.ts';
import { keepFocus } from '../keep-focus.ts';
import { KindIcon } from '../kit.tsx';
import { ActorPicker } from './actor-picker.tsx';

/** Fields of a record under review; what is changed in one is one decision. */

/** Actors of one part, each taken away by a click, more added by name. */
export function ActorField({
  id,
  label,
  actors,
  least = 0,
  onChange,
}: {
  id: string;
  label: string;
  actors: readonly ActorRef[];
  /** As many must stay: with fewer the record would be none. */
  least?: 0 | 1 | 2;
  onChange: (actors: readonly ActorRef[]) => void;
}) {
  const adding = useSignal(false);
  const few = useSignal(false);
  const toAdd = `#${id}-add`;
  const takeOut = (actor: ActorRef) => {
    few.value = actors.length <= least;
    if (few.value) return;
    onChange(actors.filter((other) => other !== actor));
    keepFocus(toAdd);
  };
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>
        <ul class="names-list">
          {actors.map((actor) => (
            <li key={actor.id}>
              <button
                type="button"
                class="chip"
                aria-label={`Take ${actor.name} out of “${label}”`}
                onClick={() => takeOut(actor)}
              >
                <KindIcon kind={actor.kind} /> <span class="clip">{actor.name}</span> ×
              </button>
            </li>
          ))}
        </ul>
        {adding.value ? (
          <ActorPicker
            id={id}
            label={`Add to “${label}”`}
            onCancel={() => {
              adding.value = false;
              keepFocus(toAdd);
            }}
            onPick={(actor) => {
              adding.value = false;
              few.value = false;
              keepFocus(toAdd);
              if (!actors.some((other) => other.id === actor.id)) onChange([...actors, actor]);
            }}
          />
        ) : (
          <button
            type="button"
            id={`${id}-add`}
            class="link"
            aria-label={`+ add to “${label}”`}
            onClick={() => (adding.value = true)}
          >
            + add
          </button>
        )}
        {few.value && (
          <small class="fault" role="alert">
            At least {least === 1 ? 'one' : 'two'} must stay: add another first.
          </small>
        )}
      </dd>
    </div>
  );
}

/** One actor, whose place another takes. */
export function OneActor({
  id,
  label,
  actor,
  onChange,
}: {
  id: string;
  label: string;
  actor: ActorRef;
  onChange: (actor: ActorRef) => void;
}) {
  const choosing = useSignal(false);
  const leave = () => {
    choosing.value = false;
    keepFocus(`#${id}-change`);
  };
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>
        {choosing.value ? (
          <ActorPicker
            id={id}
            label={`Other actor for “${label}”`}
            onCancel={leave}
            onPick={(other) => {
              leave();
              if (other.id !== actor.id) onChange(other);
            }}
          />
        ) : (
          <>
            <KindIcon kind={actor.kind} /> {actor.name}{' '}
            <button
              type="button"
              id={`${id}-change`}
              class="link"
              aria-label={`Change “${label}”`}
              onClick={() => (choosing.value = true)}
            >
              change
            </button>
          </>
        )}
      </dd>
    </div>
  );
}

interface TextProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | null;
  /** Null when the field is left empty. */
  readonly onChange: (text: string | null) => void;
  /** What is wrong with a text, which is told and not sent; null when nothing is. */
  readonly fault?: (text: string) => string | null;
  readonly help?: string;
  /** Whether it may be left empty; else what was there comes back. */
  readonly optional?: boolean;
}

/** A line of text: Enter or leaving it decides, Escape restores. */
export function TextField(props: TextProps) {
  const { id, label, value, onChange, fault, help, optional = true } = props;
  const wrong = useSignal<string | null>(null);
  const restore = (field: HTMLInputElement) => {
    wrong.value = null;
    field.value = value ?? '';
  };
  const commit = (field: HTMLInputElement) => {
    const text = field.value.trim();
    wrong.value = text === '' ? null : (fault?.(text) ?? null);
    if (text === '' && !optional) restore(field);
    else if (wrong.value === null && text !== (value ?? '')) onChange(text === '' ? null : text);
  };
  return (
    <div class="fact">
      <dt>
        <label for={id}>{label}</label>
      </dt>
      <dd>
        <input
          id={id}
          key={value}
          defaultValue={value ?? ''}
          placeholder={optional ? 'not known' : ''}
          aria-invalid={wrong.value !== null}
          aria-describedby={help === undefined ? undefined : `${id}-help`}
          onChange={(event) => commit(event.currentTarget)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') restore(event.currentTarget);
            else if (event.key !== 'Enter') return;
            event.stopPropagation();
            event.currentTarget.blur();
          }}
        />
        {help !== undefined && (
          <small id={`${id}-help`} class={wrong.value === null ? 'quiet' : 'fault'}>
            {wrong.value === null ? '' : `${wrong.value} `}
            {help}
          </small>
        )}
      </dd>
    </div>
  );
}

/** A day, a month, a year or a span of them, as EDTF; what is no date is told and not sent. */
export function DateField(props: Omit<TextProps, 'fault' | 'help' | 'optional'>) {
  return (
    <TextField
      {...props}
      fault={(text) => (Edtf.safeParse(text).success ? null : 'No such date.')}
      help="2022-12-07, 2022-12, 2022~ or A/B"
    />
  );
}
