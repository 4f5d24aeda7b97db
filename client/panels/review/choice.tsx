import { useSignal } from '@preact/signals';
import type { TargetedKeyboardEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { capital, plain } from '../../state/words.ts';

/**
 * One of several words. A list under the keyboard changes with every arrow, so what is chosen
 * there is decided by Enter or by leaving it, and Escape restores; the pointer picks at once.
 */
export function Choice<T extends string>({
  id,
  label,
  value,
  values,
  onChange,
}: {
  id: string;
  label: string;
  value: T;
  values: readonly T[];
  onChange: (value: T) => void;
}) {
  const chosen = useSignal<T | null>(null);
  const pointed = useRef(false);
  const commit = () => {
    const next = chosen.peek();
    chosen.value = null;
    if (next !== null && next !== value) onChange(next);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLSelectElement>) => {
    pointed.current = false;
    if (event.key === 'Escape') {
      chosen.value = null;
      event.currentTarget.value = value;
    } else if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.blur();
  };
  return (
    <div class="fact">
      <dt>
        <label for={id}>{label}</label>
      </dt>
      <dd>
        <select
          id={id}
          value={chosen.value ?? value}
          onPointerDown={() => (pointed.current = true)}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            chosen.value = event.currentTarget.value as T;
            if (!pointed.current) return;
            commit();
            event.currentTarget.blur();
          }}
          onBlur={commit}
        >
          {values.map((item) => (
            <option key={item} value={item}>
              {capital(plain(item))}
            </option>
          ))}
        </select>
      </dd>
    </div>
  );
}
