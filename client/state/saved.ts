import { computed, signal } from '@preact/signals';
import type { SavedQuestion, SavedReply } from '../../server/contract/saved.ts';
import * as wire from '../api/saved.ts';
import { asApiError, type ApiError } from '../api/http.ts';
import { resource, settled } from './resource.ts';
import type { Screen } from './screen.ts';
import { decode, encode, type ScreenState } from './url.ts';
import { count } from './words.ts';

/** The screen that a saved question asks for. */
export const askedBy = ({ address }: SavedQuestion): ScreenState => decode(address);

/** The table of what is new to it, what was recorded last on top. */
export function newTo(question: SavedQuestion): ScreenState {
  const asked = askedBy(question);
  return {
    ...asked,
    filters: [...asked.filters, { key: 'recorded', value: `${question.seen}..` }],
    view: 'table',
    table: 'statements',
    order: '-recorded',
  };
}

/** What is shown, without the statement that is marked in passing. */
const addressOf = (state: ScreenState) => encode({ ...state, at: null });

/** Questions that the record keeps, and what is done to them. */
export function createSaved(screen: Screen, announce: (text: string) => void, calls = wire) {
  const list = resource(signal('saved'), (_key, abort) => calls.savedQuestions(abort));
  const error = signal<ApiError | null>(null);
  const removed = signal<SavedQuestion | null>(null);

  /**
   * Says what was done, and asks anew; what was refused is kept to be shown. Resolves once the list
   * tells what it then is.
   */
  async function done(deed: Promise<unknown>, words: string): Promise<boolean> {
    try {
      await deed;
    } catch (thrown) {
      error.value = asApiError(thrown);
      return false;
    }
    error.value = null;
    announce(words);
    list.reload();
    await settled(list);
    return true;
  }

  const items = computed<readonly SavedReply[]>(() => list.value.value.last?.items ?? []);
  return {
    list,
    items,
    /** New statements of all of them, one that two ask for twice. */
    unseen: computed(() => items.value.reduce((sum, { unseen }) => sum + (unseen ?? 0), 0)),
    /** As what the question on screen is saved; null when it is not. */
    here: computed(() => {
      const address = addressOf(screen.state.value);
      return items.value.find((item) => encode(decode(item.address)) === address) ?? null;
    }),
    error,
    /** What was removed last, to be put back; null once something else was done. */
    removed,
    save(name: string): Promise<boolean> {
      removed.value = null;
      const address = addressOf(screen.state.peek());
      return done(calls.saveQuestion({ name, address }), `Saved as ${name}`);
    },
    see({ id, name, at, unseen }: SavedReply): Promise<boolean> {
      removed.value = null;
      const words = `${count(unseen ?? 0, 'new statement')} of ${name} taken as seen`;
      return done(calls.seeQuestion(id, at), words);
    },
    async remove(question: SavedQuestion): Promise<void> {
      const gone = await done(calls.removeQuestion(question.id), `Removed ${question.name}`);
      removed.value = gone ? question : null;
    },
    async putBack(): Promise<void> {
      const question = removed.peek();
      if (question === null) return;
      const { name, address, seen } = question;
      const back = await done(calls.saveQuestion({ name, address, seen }), `Put back ${name}`);
      if (back) removed.value = null;
    },
  };
}

export type Saved = ReturnType<typeof createSaved>;
