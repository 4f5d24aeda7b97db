import { effect } from '@preact/signals';
import type { App } from '../../state/app.ts';
import { createImports, type Imports } from '../../state/import.ts';
import type { Listeners } from '../../state/import-following.ts';
import { progressOf } from '../../state/import-progress.ts';
import { recordChanged } from '../../state/resource.ts';
import { count } from '../../state/words.ts';

/** Server-sent events; the browser reconnects by itself until the server says it is over. */
function open(address: string, listeners: Listeners): EventSource {
  const source = new EventSource(address);
  for (const name of ['job', 'change'] as const)
    source.addEventListener(name, ({ data }: MessageEvent<string>) => listeners[name](data));
  source.onopen = () => listeners.silent(false);
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) listeners.lost();
    else listeners.silent(true);
  };
  return source;
}

/**
 * Listens while the page is in sight. A browser keeps six connections to one server over all of its
 * tabs: were each to hold one for an import, the seventh could load nothing. Whoever comes back is
 * told the whole job at once.
 */
function listen(address: string, listeners: Listeners): () => void {
  let source: EventSource | null = null;
  const turn = () => {
    if (document.hidden) source?.close();
    source = document.hidden ? null : (source ?? open(address, listeners));
  };
  document.addEventListener('visibilitychange', turn);
  turn();
  return () => {
    document.removeEventListener('visibilitychange', turn);
    source?.close();
  };
}

const imports = new WeakMap<App, Imports>();

/** The imports of an app, begun when first asked for; they outlive the dialog. */
export function importsOf(app: App): Imports {
  const known = imports.get(app);
  if (known !== undefined) return known;
  const begun = createImports(listen, (job) => {
    recordChanged();
    app.focus.announce(`Import ended: ${count(progressOf(job).proposals, 'proposal')} to review`);
  });
  imports.set(app, begun);
  effect(() => void (app.focus.importing.value = begun.running.value));
  return begun;
}
