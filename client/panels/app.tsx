import type { ComponentChildren, VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { App } from '../state/app.ts';
import type { View } from '../state/url.ts';
import { AppProvider, useApp } from './context.ts';
import { CloseButton, Dialog } from './dialogs/dialog.tsx';
import { EvidencePanel } from './evidence/index.tsx';
import { awaitFocus, keepFocus } from './keep-focus.ts';
import { ON_STAGE } from './kit.tsx';
import { lazy } from './lazy.tsx';
import { Rail } from './rail.tsx';
import { Stage } from './stage.tsx';
import { TopBar } from './top-bar.tsx';

const Timeline = lazy(() => import('./timeline/index.tsx').then((module) => module.Timeline));
const Missing = ({ children }: { children: ComponentChildren }) => (
  <Dialog label="Not fetched">
    {children}
    <CloseButton />
  </Dialog>
);
const Palette = lazy(
  () => import('./dialogs/palette.tsx').then((module) => module.Palette),
  Missing,
);
const Import = lazy(
  () => import('./import/index.tsx').then((module) => module.ImportDialog),
  Missing,
);
const MendActor = lazy(
  () => import('./review/actor-form.tsx').then((module) => module.ActorForm),
  Missing,
);
const Merge = lazy(
  () => import('./review/merge.tsx').then((module) => module.MergeAnywhere),
  Missing,
);
const Help = lazy(() => import('./dialogs/help.tsx').then((module) => module.Help), Missing);

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=checkbox]), textarea, [contenteditable]');

function escape({ focus, screen }: App): void {
  if (focus.pathFrom.peek() !== null) focus.pathFrom.value = null;
  else if (focus.railOpen.peek()) focus.railOpen.value = false;
  else if (focus.edgeCursor.peek() !== null) focus.edgeCursor.value = null;
  else if (screen.open.peek() !== null) screen.select(null);
  else focus.cursor.value = null;
}

/** Shows a view; whoever walks by keys, with the focus nowhere or on what goes away, goes on in it. */
function show({ screen }: App, view: View): void {
  screen.setView(view);
  if (view === 'table') awaitFocus('.stage-panel tr[tabindex="0"]', ON_STAGE);
  else keepFocus(ON_STAGE);
}

const GLOBAL: Readonly<Record<string, (app: App) => void>> = {
  '/': () => document.getElementById('search')?.focus(),
  '?': ({ focus }) => void (focus.dialog.value = 'help'),
  l: (app) => show(app, 'table'),
  g: (app) => show(app, 'graph'),
  m: (app) => show(app, 'matrix'),
  Escape: escape,
};

/** Keys that work wherever the focus is, save in a field or an open dialog. */
function useGlobalKeys(app: App): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (app.focus.dialog.peek() !== null) return;
      const palette = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (palette) app.focus.dialog.value = 'palette';
      else if (event.ctrlKey || event.metaKey || event.altKey) return;
      else if (isTyping(event.target)) {
        if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
        return;
      } else {
        const deed = GLOBAL[event.key.length === 1 ? event.key.toLowerCase() : event.key];
        if (deed === undefined) return;
        deed(app);
      }
      event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [app]);
}

function Live() {
  const { focus } = useApp();
  return (
    <div class="sr" aria-live="polite" id="live">
      {focus.announcement.value}
    </div>
  );
}

export function Shell({ app, scene }: { app: App; scene: VNode }) {
  useGlobalKeys(app);
  const { dialog } = app.focus;
  return (
    <AppProvider value={app}>
      <a class="skip" href="#evidence">
        Skip to the evidence
      </a>
      <TopBar />
      <Rail />
      <Stage scene={scene} />
      <EvidencePanel />
      <section class="timeline" aria-label="Timeline">
        <Timeline />
      </section>
      <Live />
      {dialog.value === 'palette' && <Palette />}
      {dialog.value === 'help' && <Help />}
      {dialog.value === 'import' && <Import />}
      {dialog.value === 'mend-actor' && <MendActor />}
      {dialog.value === 'merge' && app.screen.view.value !== 'review' && <Merge />}
    </AppProvider>
  );
}
