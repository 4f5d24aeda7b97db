import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Edtf } from '../../../graph-data/schema/index.ts';
import type { ActorRef } from '../../../server/contract/replies.ts';
import { keepFocus } from '../keep-focus.ts';
import { KindIcon } from '../kit.tsx';
import { ActorPicker } from './actor-picker.tsx';
import { useSitting } from './context.ts';
import { useInSight } from './in-sight.ts';

/** Fields of a record under review; what is changed in one is one decision. */

const toAdd = (id: string) => `#${id}-add`;

/** The way to one more actor of a part: a button, in whose place the actor is looked for. */
function AddActor({
  id,
  label,
  onAdd,
}: {
  id: string;
  label: string;
  onAdd: (actor: ActorRef) => void;
}) {
  const adding = useSignal(false);
  const leave = () => {
    adding.value = false;
    keepFocus(toAdd(id));
  };
  if (adding.value)
    return (
      <ActorPicker
        id={id}
        label={`Add to “${label}”`}
        onCancel={leave}
        onPick={(actor) => {
          leave();
          onAdd(actor);
        }}
      />
    );
  return (
    <button
      type="button"
      id={`${id}-add`}
      class="link"
      aria-label={`+ add to “${label}”`}
      onClick={() => (adding.value = true)}
    >
      + add
    </button>
  );
}

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
  const few = useSignal(false);
  const putIn = (actor: ActorRef) => {
    few.value = false;
    if (!actors.some((other) => other.id === actor.id)) onChange([...actors, actor]);
  };
  const takeOut = (actor: ActorRef) => {
    few.value = actors.length <= least;
    if (few.value) return;
    onChange(actors.filter((other) => other !== actor));
    keepFocus(toAdd(id));
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
        <AddActor id={id} label={label} onAdd={putIn} />
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
  /** What an empty field says; "not known" when left out. */
  readonly empty?: string;
  /** Whether it may be left empty. */
  readonly optional?: boolean;
}

const EMPTY_FAULT = 'It cannot be left empty.';

/** What is told of a field, and to whom its element belongs while it is wrong. */
function useFault(id: string, label: string) {
  const { wrongFields } = useSitting();
  useEffect(() => () => wrongFields.right(id), [id, wrongFields]);
  return {
    told: wrongFields.faultOf(id),
    tell: (fault: string | null) =>
      fault === null ? wrongFields.right(id) : wrongFields.wrong({ id, label, fault }),
  };
}

/**
 * A line of text: Enter or leaving it decides, Escape restores. What is wrong is told beside it,
 * and what the field belongs to is not decided meanwhile.
 */
export function TextField(props: TextProps) {
  const { id, label, value, onChange, fault, help, empty, optional = true } = props;
  const { told, tell } = useFault(id, label);
  const inSight = useInSight<HTMLElement>(told);
  const faultIn = (text: string) => {
    if (text === '') return optional ? null : EMPTY_FAULT;
    return fault?.(text) ?? null;
  };
  const restore = (field: HTMLInputElement) => {
    tell(null);
    field.value = value ?? '';
  };
  const commit = (field: HTMLInputElement) => {
    const text = field.value.trim();
    const found = faultIn(text);
    tell(found);
    if (found === null && text !== (value ?? '')) onChange(text === '' ? null : text);
  };
  const described = [told !== null && `${id}-fault`, help !== undefined && `${id}-help`];
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
          placeholder={optional ? (empty ?? 'not known') : ''}
          aria-invalid={told !== null}
          aria-describedby={described.filter(Boolean).join(' ') || undefined}
          onChange={(event) => commit(event.currentTarget)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') restore(event.currentTarget);
            else if (event.key !== 'Enter') return;
            event.stopPropagation();
            event.currentTarget.blur();
          }}
        />
        {told !== null && (
          <small id={`${id}-fault`} ref={inSight} class="fault" role="alert">
            {told}
          </small>
        )}
        {help !== undefined && (
          <small id={`${id}-help`} class="quiet">
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
