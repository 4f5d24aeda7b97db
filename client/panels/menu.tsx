import type { ComponentChildren, Ref } from 'preact';

/** A list that opens under a button; Escape and a focus that goes elsewhere close it. */
export function Menu({
  label,
  children,
  at,
}: {
  label: ComponentChildren;
  children: ComponentChildren;
  /** For a caller that closes it itself. */
  at?: Ref<HTMLDetailsElement>;
}) {
  return (
    <details
      class="menu"
      {...(at && { ref: at })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.currentTarget.open = false;
        event.currentTarget.querySelector('summary')?.focus();
        event.stopPropagation();
      }}
      onFocusOut={(event) => {
        const next = event.relatedTarget;
        if (next instanceof Node && !event.currentTarget.contains(next))
          event.currentTarget.open = false;
      }}
    >
      <summary class="button">{label}</summary>
      {children}
    </details>
  );
}
