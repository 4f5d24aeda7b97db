import type { ComponentChildren } from 'preact';

/** Tabs by the ARIA pattern: one stop for the tab key, arrows move and choose. */
export function Tabs<T extends string>({
  label,
  items,
  chosen,
  panel,
  onChoose,
  prefix,
  small = false,
}: {
  label: string;
  items: readonly { readonly id: T; readonly label: ComponentChildren }[];
  chosen: T;
  /** Id of the element that shows the chosen one. */
  panel: string;
  onChoose: (id: T) => void;
  /** Ids of the tabs are `prefix-id`. */
  prefix: string;
  small?: boolean;
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const at = items.findIndex((item) => item.id === chosen);
    const next = items[(at + step + items.length) % items.length];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next.id);
    document.getElementById(`${prefix}-${next.id}`)?.focus();
  };
  return (
    <div class={small ? 'tabs small' : 'tabs'} role="tablist" aria-label={label}>
      {items.map((item) => (
        <button
          type="button"
          role="tab"
          key={item.id}
          id={`${prefix}-${item.id}`}
          aria-selected={item.id === chosen}
          aria-controls={panel}
          tabIndex={item.id === chosen ? 0 : -1}
          onClick={() => onChoose(item.id)}
          onKeyDown={onKeyDown}
        >
          {item.label}
        </button>
      ))}
    </div>
  );
}
