import * as api from '../api/calls.ts';
import type { ActorRef } from '../../server/contract/replies.ts';
import { replace } from './filters.ts';
import type { Screen } from './screen.ts';

/** Several words without a key or a mark of the search language: it may be a plain question. */
export function mayBeQuestion(text: string): boolean {
  return /\S\s+\S/.test(text) && !/[:"“”*()]/.test(text);
}

const named = ({ id, name }: ActorRef) => `actor:"${name.includes('"') ? id : name}"`;

/**
 * Goes to the answer of what was typed: a path, agreements, else the statements that match. When
 * nobody can say how it is read, it is searched for as it stands.
 */
export async function answer(screen: Screen, typed: string): Promise<void> {
  const plain = () => screen.replaceFilter('q', typed);
  if (!mayBeQuestion(typed)) return plain();
  const reading = await api.ask(typed).catch(() => null);
  if (reading?.type === 'paths') {
    const { from, to } = reading;
    return screen.go({ open: { type: 'path', from: from.id, to: to.id }, at: null, view: 'graph' });
  }
  if (reading?.type !== 'agreements') return plain();
  const when = reading.period === null ? [] : [`said:${reading.period}`];
  const q = [reading.actors.map(named).join(' AND '), ...when].join(' ');
  const { filters } = screen.state.peek();
  screen.go({ filters: replace(filters, 'q', q), at: null, view: 'table', table: 'agreements' });
}
