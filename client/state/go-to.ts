import type { App } from './app.ts';

/** Ends the path that was begun at an actor with another one. */
export function finishPath({ focus, screen }: App, to: string): void {
  const from = focus.pathFrom.peek();
  if (from !== null && from !== to) screen.openPath(from, to);
  focus.pathFrom.value = null;
}

/** Opens what was chosen by its name; an actor is the other end of a path that was begun. */
export function goTo(app: App, id: string): void {
  const ends = id.startsWith('actor:') && app.focus.pathFrom.peek() !== null;
  if (ends) finishPath(app, id);
  else app.screen.openRecord(id);
}
