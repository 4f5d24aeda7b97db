import { computed, signal } from '@preact/signals';
import * as api from '../api/cypher.ts';
import { asApiError, type ApiError } from '../api/http.ts';
import type { CypherReply } from '../../server/contract/cypher.ts';
import { drawable } from './console-answer.ts';

/** Rows asked for at first; more on request. */
export const FIRST_ROWS = 1000;
export const MOST_ROWS = 100_000;
const REMEMBERED = 50;

/** Where the history is kept: localStorage in the page. */
export interface Shelf {
  read(): string | null;
  write(text: string): void;
}

function readHistory(shelf: Shelf): readonly string[] {
  try {
    const kept: unknown = JSON.parse(shelf.read() ?? '[]');
    return Array.isArray(kept) ? kept.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}

function withLatest(history: readonly string[], query: string): readonly string[] {
  return [query, ...history.filter((item) => item !== query)].slice(0, REMEMBERED);
}

/** The console: one query, its answer or what is wrong with it, its plan, and those before. */
export function createConsole(shelf: Shelf, run: typeof api.cypher = api.cypher) {
  const text = signal('');
  const reply = signal<CypherReply | null>(null);
  const error = signal<ApiError | null>(null);
  const plan = signal<readonly string[] | null>(null);
  const running = signal(false);
  const history = signal(readHistory(shelf));
  /** The query that `reply`, `error` or `plan` is about. */
  const asked = signal('');
  let under = new AbortController();

  function remember(query: string): void {
    history.value = withLatest(history.peek(), query);
    shelf.write(JSON.stringify(history.peek()));
  }

  function forgetAnswer(): void {
    reply.value = null;
    plan.value = null;
  }

  async function ask(query: string, limit: number): Promise<CypherReply | null> {
    under.abort();
    const mine = new AbortController();
    under = mine;
    // What stands beneath a query is its own answer; asked again, e.g. for more rows, it stays.
    if (query !== asked.peek()) forgetAnswer();
    running.value = true;
    error.value = null;
    asked.value = query;
    try {
      const answer = await run(query, limit, mine.signal);
      return mine.signal.aborted ? null : answer;
    } catch (reason) {
      if (!mine.signal.aborted) error.value = asApiError(reason);
      return null;
    } finally {
      if (under === mine) running.value = false;
    }
  }

  function clear(): void {
    under.abort();
    running.value = false;
    forgetAnswer();
    error.value = null;
    asked.value = '';
  }

  return {
    text,
    reply,
    error,
    plan,
    running,
    history,
    asked,
    drawable: computed(() => (reply.value === null ? null : drawable(reply.value))),

    async run(limit = FIRST_ROWS): Promise<void> {
      const query = text.peek().trim();
      if (query === '') return clear();
      const answer = await ask(query, limit);
      if (answer === null) return;
      plan.value = null;
      reply.value = answer;
      remember(query);
    },

    async explain(): Promise<void> {
      const query = text
        .peek()
        .trim()
        .replace(/^explain\s+/i, '');
      if (query === '') return;
      const answer = await ask(`EXPLAIN ${query}`, FIRST_ROWS);
      if (answer !== null) plan.value = answer.rows.map(([line]) => String(line ?? ''));
    },

    stop(): void {
      under.abort();
      running.value = false;
    },

    forget(): void {
      history.value = [];
      shelf.write('[]');
    },
  };
}

export type Console = ReturnType<typeof createConsole>;
