import './combobox.css';
import { useSignal } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';

/**
 * An editable combobox with a list (ARIA Authoring Practices, "Editable Combobox With List
 * Autocomplete"): arrows move through the list while the focus stays in the field.
 */
export interface Option {
  readonly key: string;
  readonly content: ComponentChildren;
  readonly pick: () => void;
}

interface ComboboxProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly options: readonly Option[];
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onInput: (text: string, caret: number) => void;
  /** Enter without a chosen option. */
  readonly onEnter: () => void;
  readonly autoFocus?: boolean;
  readonly alwaysOpen?: boolean;
}

/** Which option is active, whether the list shows, and what the keys do to both. */
function useList({ id, options, onEnter, alwaysOpen = false }: ComboboxProps) {
  /** By its key: the list may grow above it before Enter comes. Null while none is chosen. */
  const active = useSignal<string | null>(null);
  const wanted = useSignal(false);
  const shown = (wanted.value || alwaysOpen) && options.length > 0;
  const at = shown ? options.findIndex(({ key }) => key === active.value) : -1;
  const pick = (option: Option | undefined) => {
    option?.pick();
    active.value = null;
    wanted.value = false;
  };
  const move = (by: number) => {
    const n = options.length + 1;
    const next = ((at + 1 + by + n) % n) - 1;
    wanted.value = true;
    active.value = options[next]?.key ?? null;
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const enter = () => {
    wanted.value = false;
    if (at >= 0) pick(options[at]);
    else onEnter();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') enter();
    else if (event.key === 'Escape' && shown && !alwaysOpen) {
      wanted.value = false;
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };
  const show = (on: boolean) => {
    wanted.value = on;
    active.value = null;
  };
  return { shown, at, pick, onKeyDown, show };
}

export function Combobox(props: ComboboxProps) {
  const { id, label, value, placeholder, options, field, autoFocus = false } = props;
  const { shown, at, pick, onKeyDown, show } = useList(props);
  return (
    <div class="combobox">
      <input
        ref={field}
        id={id}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        autoFocus={autoFocus}
        placeholder={placeholder}
        value={value}
        onInput={(event) => {
          show(true);
          props.onInput(event.currentTarget.value, event.currentTarget.selectionStart ?? 0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => show(false)}
      />
      <ul
        class="options"
        role="listbox"
        id={`${id}-list`}
        aria-label={`${label}: suggestions`}
        hidden={!shown}
      >
        {shown &&
          options.map((option, i) => (
            <li
              key={option.key}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === at}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(option)}
            >
              {option.content}
            </li>
          ))}
      </ul>
    </div>
  );
}
