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

export function Combobox({
  id,
  label,
  value,
  placeholder,
  options,
  field,
  onInput,
  onEnter,
  autoFocus = false,
  alwaysOpen = false,
}: {
  id: string;
  label: string;
  value: string;
  placeholder: string;
  options: readonly Option[];
  field: RefObject<HTMLInputElement | null>;
  onInput: (text: string, caret: number) => void;
  /** Enter without a chosen option. */
  onEnter: () => void;
  autoFocus?: boolean;
  alwaysOpen?: boolean;
}) {
  const active = useSignal(-1);
  const wanted = useSignal(false);
  const shown = (wanted.value || alwaysOpen) && options.length > 0;
  const at = Math.min(active.value, options.length - 1);
  const pick = (option: Option | undefined) => {
    option?.pick();
    active.value = -1;
    wanted.value = false;
  };
  const move = (by: number) => {
    const n = options.length + 1;
    wanted.value = true;
    active.value = ((at + 1 + by + n) % n) - 1;
    document.getElementById(`${id}-${active.value}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') {
      const option = shown ? options[at] : undefined;
      wanted.value = false;
      if (option) pick(option);
      else onEnter();
    } else if (event.key === 'Escape' && shown && !alwaysOpen) {
      wanted.value = false;
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };
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
        aria-activedescendant={shown && at >= 0 ? `${id}-${at}` : undefined}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        autoFocus={autoFocus}
        placeholder={placeholder}
        value={value}
        onInput={(event) => {
          wanted.value = true;
          active.value = -1;
          onInput(event.currentTarget.value, event.currentTarget.selectionStart ?? 0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => (wanted.value = false)}
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
