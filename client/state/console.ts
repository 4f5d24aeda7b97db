import { computed, signal } from '@preact/signals';
import * as api from '../api/cypher.ts';
import { asApiError, type ApiError } from '../api/http.ts';
import type { CypherReply } from '../../server/contract/cypher.ts';
import { drawable } from './console-answer.ts';

/** Rows asked for at first; more on request. */
export const FIRST_ROWS = 1000;
export const MOST_ROWS = 100_000;
const REMEMBERED = 50;

/** Where the history is kept: panels/storage.ts in the page. */
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

/** Queries asked before, the latest first, each once. */
function createHistory(shelf: Shelf) {
  const history = signal(readHistory(shelf));

  function keep(queries: readonly string[]): void {
    history.value = queries;
    shelf.write(JSON.stringify(queries));
  }

  return {
    history,
    remember: (query: string) => keep(withLatest(history.peek(), query)),
    forget: () => keep([]),
  };
}

/** One question at a time: a later one calls off the one that is under way. */
function createAsking(run: typeof api.cypher) {
  const error = signal<ApiError | null>(null);
  const running = signal(false);
  let under = new AbortController();

  function stop(): void {
    under.abort();
    running.value = false;
  }

  /** Resolves with null when it failed, which `error` tells, or was called off. */
  async function ask(query: string, limit: number): Promise<CypherReply | null> {
    under.abort();
    const mine = new AbortController();
    under = mine;
    running.value = true;
    error.value = null;
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

  return { error, running, ask, stop };
}

/** What stands beneath a query: its rows or its plan. */
function createAnswer() {
  const reply = signal<CypherReply | null>(null);
  const plan = signal<readonly string[] | null>(null);
  /** The query that `reply`, `plan` or an error is about. */
  const asked = signal('');

  function show(rows: CypherReply | null, lines: readonly string[] | null): void {
    reply.value = rows;
    plan.value = lines;
  }

  /** What stands beneath a query is its own answer; asked again, e.g. for more rows, it stays. */
  function turnTo(query: string): void {
    if (query !== asked.peek()) show(null, null);
    asked.value = query;
  }

  return {
    reply,
    plan,
    asked,
    drawable: computed(() => (reply.value === null ? null : drawable(reply.value))),
    turnTo,
    showRows: (rows: CypherReply) => show(rows, null),
    showPlan: (lines: readonly string[]) => show(reply.peek(), lines),
  };
}

/** The steps of a plan, one a row. */
const planOf = ({ rows }: CypherReply) => rows.map(([line]) => String(line ?? ''));

const withoutExplain = (query: string) => query.replace(/^explain\s+/i, '');

/** The console: one query, its answer or what is wrong with it, its plan, and those before. */
export function createConsole(shelf: Shelf, run: typeof api.cypher = api.cypher) {
  const text = signal('');
  const { history, remember, forget } = createHistory(shelf);
  const { ask, stop, error, running } = createAsking(run);
  const { turnTo, showRows, showPlan, ...answer } = createAnswer();

  function clear(): void {
    stop();
    error.value = null;
    turnTo('');
  }

  async function rows(limit = FIRST_ROWS): Promise<void> {
    const query = text.peek().trim();
    if (query === '') return clear();
    turnTo(query);
    const found = await ask(query, limit);
    if (found === null) return;
    showRows(found);
    remember(query);
  }

  async function explain(): Promise<void> {
    const query = withoutExplain(text.peek().trim());
    if (query === '') return;
    turnTo(`EXPLAIN ${query}`);
    const found = await ask(`EXPLAIN ${query}`, FIRST_ROWS);
    if (found !== null) showPlan(planOf(found));
  }

  return { text, ...answer, error, running, history, run: rows, explain, stop, forget };
}

export type Console = ReturnType<typeof createConsole>;
