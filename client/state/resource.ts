import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { asApiError, type ApiError } from '../api/http.ts';

/**
 * Something that is fetched. While a new reply is under way, and when it fails, `data` still holds
 * the reply before it (so that the screen does not flicker) and `fresh` is false.
 */
export interface Remote<T> {
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  readonly data: T | null;
  readonly fresh: boolean;
  readonly error: ApiError | null;
}

export interface Resource<T> {
  readonly value: ReadonlySignal<Remote<T>>;
  /** Asks again, e.g. once the server is back. */
  reload(): void;
}

const IDLE: Remote<never> = { status: 'idle', data: null, fresh: false, error: null };
const KEPT = 40;

function remember<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.delete(key);
  kept.set(key, value);
  const oldest = kept.keys().next();
  if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
}

const recordRevision = signal(0);

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
  const value = signal<Remote<T>>(IDLE);
  const attempt = signal(0);
  const kept = new Map<string, T>();
  let seen = recordRevision.peek();
  effect(() => {
    const wanted = key.value;
    if (seen !== recordRevision.value) kept.clear();
    seen = recordRevision.peek();
    void attempt.value;
    if (wanted === null) return void (value.value = IDLE);
    const known = kept.get(wanted);
    if (known !== undefined)
      return void (value.value = { status: 'ready', data: known, fresh: true, error: null });
    const controller = new AbortController();
    value.value = { ...value.peek(), status: 'loading', fresh: false, error: null };
    load(wanted, controller.signal).then(
      (data) => {
        if (controller.signal.aborted) return;
        remember(kept, wanted, data);
        value.value = { status: 'ready', data, fresh: true, error: null };
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        value.value = { ...value.peek(), status: 'failed', fresh: false, error: asApiError(error) };
      },
    );
    return () => controller.abort();
  });
  return { value, reload: () => void (attempt.value += 1) };
}
