import type { ComponentChildren } from 'preact';
import { useApp } from '../context.ts';

/** Title of what is open, with the way to close it. */
export function Header({
  title,
  kicker,
  icon,
  children,
}: {
  title: ComponentChildren;
  kicker: string;
  icon?: ComponentChildren;
  children?: ComponentChildren;
}) {
  const { screen, focus } = useApp();
  const close = () => {
    screen.select(null);
    focus.ask('focus');
  };
  return (
    <header class="head">
      <p class="kicker">
        {icon}
        {kicker}
      </p>
      <h2 dir="auto">{title}</h2>
      <button type="button" class="close" aria-label="Close" onClick={close}>
        ×
      </button>
      {children}
    </header>
  );
}
