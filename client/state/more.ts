import { batch, effect, signal, type ReadonlySignal } from '@preact/signals';
import { asApiError, type ApiError } from '../api/http.ts';
import type { Remote } from './resource.ts';

interface Page<T> {
  readonly items: readonly T[];
  /** The cursor of the page after it; null when it is the last. */
  readonly next: string | null;
}

/**
 * A list of which more pages are fetched when somebody asks for them. Whatever the first page
 * becomes, the list begins with it again: a page that was under way then answers another question,
 * and is dropped.
 *
 * @param first the first page; nothing is asked beyond it while another one is under way
 * @param load the page at a cursor of the question that `first` answers
 */
export function createMore<T>(
  first: ReadonlySignal<Remote<Page<T>>>,
  load: (cursor: string) => Promise<Page<T>>,
) {
  const rows = signal<readonly T[]>([]);
  const next = signal<string | null>(null);
  const error = signal<ApiError | null>(null);
  const busy = signal(false);
  const stop = effect(() => {
    const { data } = first.value;
    batch(() => {
      rows.value = data?.items ?? [];
      next.value = data?.next ?? null;
      error.value = null;
      busy.value = false;
    });
  });

  async function more(): Promise<void> {
    const asked = first.peek();
    const cursor = next.peek();
    if (cursor === null || busy.peek() || !asked.fresh) return;
    busy.value = true;
    const [page, caught] = await load(cursor).then(
      (reply) => [reply, null] as const,
      (fault: unknown) => [null, asApiError(fault)] as const,
    );
    if (first.peek() !== asked) return;
    batch(() => {
      if (page !== null) {
        rows.value = [...rows.peek(), ...page.items];
        next.value = page.next;
      }
      error.value = caught;
      busy.value = false;
    });
  }

  return { rows, next, error, busy, more, dispose: (): void => stop() };
}
