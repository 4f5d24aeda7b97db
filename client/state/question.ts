import * as api from '../api/calls.ts';
import type { ActorRef } from '../../server/contract/replies.ts';
import { replace } from './filters.ts';
import { mayBeQuestion } from './plain-question.ts';
import type { App } from './app.ts';
import type { ScreenState, View } from './url.ts';

const named = ({ id, name }: ActorRef) => `actor:"${name.includes('"') ? id : name}"`;

/** Views that a search narrows; from the others it leads to the table. */
const ANSWERS: ReadonlySet<View> = new Set<View>(['graph', 'table', 'matrix', 'review']);

function search({ screen, focus }: App, q: string, change: Partial<ScreenState> = {}): void {
  const { filters, view, open } = screen.state.peek();
  const shown = ANSWERS.has(view);
  if (!shown) focus.announce('What the search finds is in the table');
  screen.go({
    filters: replace(filters, 'q', q),
    at: null,
    open: open?.type === 'path' ? null : open,
    view: shown ? view : 'table',
    ...(shown ? {} : { table: 'statements', order: null }),
    ...change,
  });
}

/**
 * Goes to the answer of what was typed: a path, agreements, else the statements that match. When
 * nobody can say how it is read, it is searched for as it stands. What was typed before is answered
 * no longer: neither does an earlier search narrow the drawing of a path, nor an earlier path stand
 * beside a search.
 */
export async function answer(app: App, typed: string): Promise<void> {
  const reading = mayBeQuestion(typed) ? await api.ask(typed).catch(() => null) : null;
  switch (reading?.type) {
    case 'paths': {
      const open = { type: 'path', from: reading.from.id, to: reading.to.id } as const;
      const filters = replace(app.screen.state.peek().filters, 'q', null);
      return app.screen.go({ filters, open, at: null, view: 'graph' });
    }
    case 'agreements': {
      const when = reading.period === null ? [] : [`said:${reading.period}`];
      const q = [reading.actors.map(named).join(' AND '), ...when].join(' ');
      return search(app, q, { view: 'table', table: 'agreements', order: null });
    }
    case 'statements':
      return search(app, typed, { table: 'statements', order: null });
    default:
      return search(app, typed);
  }
}
