import { signal } from '@preact/signals';
import type { Seen } from '../../server/contract/decisions.ts';
import type * as api from '../api/review.ts';
import type { ApiError } from '../api/http.ts';
import { recordChanged } from './resource.ts';
import { createOutbox, type Act, type Deed } from './review-outbox.ts';
import type { Item } from './review-queue.ts';
import type { List } from './review-list.ts';

export interface Step extends Deed {
  /** Items as they were, to take the deed back. */
  readonly before: readonly Item[];
  /** Where the person stood. */
  readonly cursor: string | null;
}

/** Whether the items that a step changed are no longer shown: only loading anew brings them back. */
function isAway(list: List, { before }: Step): boolean {
  const shown = new Set(list.shown.peek().map(({ id }) => id));
  return before.length === 0 || before.some(({ id }) => !shown.has(id));
}

/** Kinds of deeds after which the rest of the screen shows what is no more, once taken back. */
const ASKED: ReadonlySet<Act['kind']> = new Set(['add', 'accept-all', 'several'] as const);

type Wire = Pick<typeof api, 'decide' | 'acceptProposals' | 'undoDecision'>;

/**
 * The deeds of a sitting: each shows at once, goes to the server in its turn, and can be taken
 * back, the last one first.
 *
 * @param list asked for only once something is done
 */
export function createLog(list: () => List, announce: (text: string) => void, wire: Wire) {
  const steps = signal<readonly Step[]>([]);
  const pending = signal(0);
  /** Raised whenever everything done has arrived: what else is on screen may be out of date. */
  const revision = signal(0);
  let keys = 0;
  /** Something has been done that the queue does not show. */
  let beyond = false;

  function onRefused(deed: Deed, error: ApiError, undoing: boolean): void {
    const words = `${undoing ? 'Not undone' : 'Refused'}: ${deed.label}. ${error.message}`;
    announce(words);
    if (undoing) return void list().reload();
    const step = steps.peek().find(({ key }) => key === deed.key);
    steps.value = steps.peek().filter((other) => other !== step);
    list().put((step?.before ?? []).map((item) => ({ ...item, fault: words })));
  }

  function stepOf(action: Act, label: string, before: readonly Item[], seen: Seen): Step {
    keys += 1;
    return { key: keys, action, label, seen, before, cursor: list().at.peek() };
  }

  const outbox = createOutbox(
    {
      decide: (action, seen) =>
        action.kind === 'accept-all'
          ? wire.acceptProposals(action.queue, { total: action.total })
          : wire.decide(action, seen),
      undo: (id) => wire.undoDecision(id),
    },
    {
      onPending: (n) => void (pending.value = n),
      onDone: () => {
        revision.value += 1;
        if (beyond) {
          recordChanged();
          void list().recount();
        }
        beyond = false;
      },
      onRefused,
    },
  );

  return {
    steps,
    pending,
    revision,
    settled: outbox.settled,

    /**
     * Does something: `after` holds the items as they are once it is done, `seen` what the person
     * saw of what it changes.
     */
    act(action: Act, label: string, after: readonly Item[], seen: Seen = {}): void {
      const ids = new Set(after.map(({ id }) => id));
      const before = list()
        .shown.peek()
        .filter(({ id }) => ids.has(id));
      beyond ||= before.length === 0 || list().aside.peek() !== null;
      const step = stepOf(action, label, before, seen);
      list().put(after.map((item) => ({ ...item, fault: null })));
      steps.value = [...steps.peek(), step];
      announce(label);
      void outbox.send(step);
    },

    /**
     * Does something that changes no item of the queue and counts only once the server has it.
     * Resolves with its refusal; null when there was none.
     */
    async ask(action: Act, label: string): Promise<ApiError | null> {
      const step = stepOf(action, label, [], {});
      const refusal = await outbox.send(step);
      if (refusal !== null) return refusal;
      steps.value = [...steps.peek(), step];
      announce(label);
      recordChanged();
      return null;
    },

    undo(): void {
      const step = steps.peek().at(-1);
      if (step === undefined) return announce('Nothing to undo');
      steps.value = steps.peek().slice(0, -1);
      list().put(step.before);
      announce(`Undone: ${step.label}`);
      beyond ||= list().aside.peek() !== null;
      const away = isAway(list(), step);
      if (!away) list().lookAt(step.cursor);
      const sent = outbox.undo(step);
      if (ASKED.has(step.action.kind)) void sent.then(recordChanged);
      if (away) void sent.then(() => list().reload(step.cursor));
    },
  };
}

export type Log = ReturnType<typeof createLog>;
