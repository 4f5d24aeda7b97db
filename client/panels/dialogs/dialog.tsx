import './dialog.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useApp } from '../context.ts';
import { keepFocus } from '../keep-focus.ts';

/** What has the focus back from a dialog that has just gone; null once it has it. */
let returning: Element | null = null;

function giveBack(before: Element | null): void {
  returning = before;
  keepFocus(before);
  requestAnimationFrame(() => requestAnimationFrame(() => (returning = null)));
}

/** What has the focus, or is about to: a dialog may take the place of another at once. */
function opener(): Element | null {
  const { activeElement } = document;
  return activeElement === document.body && returning !== null ? returning : activeElement;
}

/**
 * A modal dialog: the browser keeps the focus inside and Escape closes it. What had the focus before
 * has it again afterwards.
 */
export function Dialog({ label, children }: { label: string; children: ComponentChildren }) {
  const { focus } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const before = useMemo(opener, []);
  // At once: the focus must not come late, out of a field already typed in.
  useLayoutEffect(() => {
    dialog.current?.showModal();
    return () => giveBack(before);
  }, []);
  const closed = () => (focus.dialog.value = null);
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      // The close event comes a task later; a key pressed at once after Escape must not be lost.
      onCancel={closed}
      onClose={closed}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      {children}
    </dialog>
  );
}

/** The way out at the foot of a dialog. */
export const CloseButton = () => (
  <form method="dialog">
    <button type="submit" class="primary">
      Close
    </button>
  </form>
);
