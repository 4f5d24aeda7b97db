import './dialog.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../context.ts';
import { keepFocus } from '../keep-focus.ts';

/**
 * A modal dialog: the browser keeps the focus inside and Escape closes it. What had the focus before
 * has it again afterwards.
 */
export function Dialog({ label, children }: { label: string; children: ComponentChildren }) {
  const { focus } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const before = useRef(document.activeElement);
  useEffect(() => {
    dialog.current?.showModal();
    return () => keepFocus(before.current);
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
