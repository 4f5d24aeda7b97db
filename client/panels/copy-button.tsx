import { useSignal } from '@preact/signals';
import { useApp } from './context.ts';

/** Puts a text on the clipboard; where the browser forbids that, shows it to be copied by hand. */
export function CopyButton({
  text,
  label,
  plain = false,
}: {
  text: () => string;
  label: string;
  plain?: boolean;
}) {
  const { focus } = useApp();
  const done = useSignal(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
    } catch {
      prompt('The browser does not let this page copy. Copy it from here:', text());
      return;
    }
    done.value = true;
    focus.announce('Copied');
    setTimeout(() => (done.value = false), 1600);
  };
  return (
    <button type="button" class={plain ? 'link' : undefined} onClick={() => void copy()}>
      {done.value ? 'Copied' : label}
    </button>
  );
}
