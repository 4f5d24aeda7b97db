import { effect, signal } from '@preact/signals';
import { createData } from './data.ts';
import { createFocus } from './focus.ts';
import { createSaved } from './saved.ts';
import { createScreen, type Recorder } from './screen.ts';

export type Theme = 'light' | 'dark';

/**
 * Everything that scene and panels share. It begins with the state of the address, so that nothing
 * is asked of the server but what that address shows.
 */
export function createApp(record: Recorder, theme: Theme, search: string) {
  const screen = createScreen(record, search);
  const focus = createFocus();
  const data = createData(screen);
  effect(() => {
    void screen.open.value;
    focus.hover.value = null;
  });
  const saved = createSaved(screen, focus.announce);
  return { screen, focus, data, saved, theme: signal<Theme>(theme) };
}

export type App = ReturnType<typeof createApp>;
