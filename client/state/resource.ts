import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { asApiError, type ApiError } from '../api/http.ts';

/**
 * Something that is fetched. While a new reply is under way `data` still holds the reply before it,
 * so that the screen does not flicker, and `fresh` is false. When it fails there is no `data`: the
 * answer to another question must not stand as if it were the answer to this one.
 */
export interface Remote<T> {
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  readonly data: T | null;
  /** The last reply that there was, whatever it answered: for names and choices, not for counts. */
  readonly last: T | null;
  readonly fresh: boolean;
  readonly error: ApiError | null;
}

export interface Resource<T> {
  readonly value: ReadonlySignal<Remote<T>>;
  /** Asks again, and with it everything else that failed: once the server is back it is for all. */
  reload(): void;
}

/** Resolves once nothing of it is under way: the reply is there, or there is none to come. */
export function settled({ value }: Pick<Resource<unknown>, 'value'>): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (value.value.status === 'loading') return;
      // Not at once: the first run comes before there is anything to stop.
      queueMicrotask(() => stop());
      resolve();
    });
  });
}

const IDLE = { status: 'idle', data: null, fresh: false, error: null } as const;
const ready = <T>(data: T): Remote<T> => ({
  status: 'ready',
  data,
  last: data,
  fresh: true,
  error: null,
});
const KEPT = 40;

function remember<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.delete(key);
  kept.set(key, value);
  const oldest = kept.keys().next();
  if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
}

const recordRevision = signal(0);
const retries = signal(0);

/** The record has changed: what is on screen is fetched anew, and nothing kept is used again. */
export function recordChanged(): void {
  recordRevision.value += 1;
}

/**
 * Fetches whenever `key` changes; the same key is answered from the last 40 replies, so that back
 * and forward are instant. A null key asks for nothing. A call that was overtaken is aborted.
 */
export function resource<T>(
  key: ReadonlySignal<string | null>,
  load: (key: string, signal: AbortSignal) => Promise<T>,
): Resource<T> {
  const value = signal<Remote<T>>({ ...IDLE, last: null });
  const become = (next: Omit<Remote<T>, 'last'>) =>
    void (value.value = { last: value.peek().last, ...next });
  const attempt = signal(0);
  const kept = new Map<string, T>();
  let seen = recordRevision.peek();
  effect(() => {
    const wanted = key.value;
    if (seen !== recordRevision.value) kept.clear();
    seen = recordRevision.peek();
    void attempt.value;
    if (wanted === null) return become(IDLE);
    const known = kept.get(wanted);
    if (known !== undefined) return void (value.value = ready(known));
    const controller = new AbortController();
    become({ status: 'loading', data: value.peek().data, fresh: false, error: null });
    load(wanted, controller.signal).then(
      (data) => {
        if (controller.signal.aborted) return;
        remember(kept, wanted, data);
        value.value = ready(data);
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        become({ status: 'failed', data: null, fresh: false, error: asApiError(error) });
      },
    );
    return () => controller.abort();
  });
  const again = () => void (attempt.value = attempt.peek() + 1);
  effect(() => {
    if (retries.value > 0 && value.peek().status === 'failed') again();
  });
  const reload = () => {
    kept.delete(key.peek() ?? '');
    again();
    retries.value += 1;
  };
  return { value, reload };
}
