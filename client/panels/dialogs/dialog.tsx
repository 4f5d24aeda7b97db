import './dialog.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../context.ts';

/** A modal dialog: the browser keeps the focus inside and Escape closes it. */
export function Dialog({ label, children }: { label: string; children: ComponentChildren }) {
  const { focus } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
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
