import type { Action } from '../../graph-data/schema/index.ts';
import type { DecisionReply, Seen } from '../../server/contract/decisions.ts';
import { asApiError, type ApiError, type Params } from '../api/http.ts';

/** Accepting all proposals of a queue, whose ids the server knows. */
interface AcceptAll {
  readonly kind: 'accept-all';
  readonly queue: Params;
  /** How many they are to the knowledge of the person: refused once they are not. */
  readonly total: number;
}

/** Decisions that are made, and taken back, as one deed. */
interface Several {
  readonly kind: 'several';
  readonly actions: readonly Action[];
}

export type Act = Action | AcceptAll | Several;
type Single = Exclude<Act, Several>;
type DecisionId = DecisionReply['decision']['id'];

const partsOf = (action: Act): readonly Single[] =>
  action.kind === 'several' ? action.actions : [action];

/**
 * One act of this sitting, on its way to the server or there. `sending` is shown as done already:
 * nobody waits between two proposals. A refused one is rolled back by `onRefused`.
 */
export interface Deed {
  readonly key: number;
  readonly action: Act;
  readonly label: string;
  /** What the records that it changes held when it was done. */
  readonly seen: Seen;
}

interface Wire {
  readonly decide: (action: Single, seen: Seen) => Promise<DecisionReply>;
  readonly undo: (decision: DecisionId) => Promise<DecisionReply>;
}

interface Hooks {
  readonly onRefused: (deed: Deed, error: ApiError, undoing: boolean) => void;
  /** Deeds under way, this one included, after each change. */
  readonly onPending: (pending: number) => void;
  readonly onDone: () => void;
}

/** Sends deeds one after the other, in the order in which they were done. */
export function createOutbox(wire: Wire, hooks: Hooks) {
  /** Of each deed, the decisions that have arrived, in their order. */
  const ids = new Map<number, DecisionId[]>();
  let chain: Promise<void> = Promise.resolve();
  let pending = 0;

  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    hooks.onPending((pending += 1));
    const done = chain.then(work).finally(() => {
      hooks.onPending((pending -= 1));
      if (pending === 0) hooks.onDone();
    });
    chain = done.then(() => undefined);
    return done;
  }

  async function takeBack(key: number): Promise<void> {
    const made = ids.get(key) ?? [];
    for (let id = made.at(-1); id !== undefined; id = made.at(-1)) {
      await wire.undo(id);
      made.pop();
    }
    ids.delete(key);
  }

  /** Makes the decisions of a deed: all of them, or none when one is refused. */
  async function make({ key, action, seen }: Deed): Promise<void> {
    const made: DecisionId[] = [];
    ids.set(key, made);
    try {
      for (const part of partsOf(action)) made.push((await wire.decide(part, seen)).decision.id);
    } catch (refusal) {
      await takeBack(key);
      throw refusal;
    }
  }

  return {
    /** Resolves with the refusal; null when there was none. */
    send: (deed: Deed) =>
      enqueue(async (): Promise<ApiError | null> => {
        try {
          await make(deed);
          return null;
        } catch (error) {
          const refusal = asApiError(error);
          hooks.onRefused(deed, refusal, false);
          return refusal;
        }
      }),

    /** Takes a deed back once it has arrived; one that was refused needs no taking back. */
    undo: (deed: Deed) =>
      enqueue(async () => {
        try {
          await takeBack(deed.key);
        } catch (error) {
          hooks.onRefused(deed, asApiError(error), true);
        }
      }),

    /** Resolves when everything done so far has arrived or was refused. */
    settled: () => chain,
  };
}
