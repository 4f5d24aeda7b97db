import { randomBytes } from 'node:crypto';
import {
  MAX_SAVED,
  OnrecordError,
  type SavedQuestion,
  type SaveRequest,
} from '../contract/index.ts';
import type { Store } from '../store/store.ts';

/**
 * A question to be kept, under an id of its own. It is not kept yet: whoever asks it first sees
 * whether it can be asked.
 *
 * @param at the instant of saving (ISO 8601, UTC, milliseconds)
 */
export function newQuestion({ name, address, seen }: SaveRequest, at: string): SavedQuestion {
  const id = `saved:${randomBytes(6).toString('hex')}` as const;
  // What is yet to come cannot have been seen: a clock that was wrong would hide it.
  const past = seen !== undefined && seen < at ? seen : at;
  return { id, name, address: address.replace(/^\?/, ''), created: at, seen: past };
}

/** Keeps a question. Throws `bad-value` for a name that is taken, and when MAX_SAVED are kept. */
export async function keepQuestion(store: Store, question: SavedQuestion): Promise<void> {
  const kept = await store.savedQuestions();
  if (kept.some(({ name }) => name === question.name))
    throw new OnrecordError('bad-value', `A question is saved as “${question.name}” already.`, {
      field: 'name',
    });
  if (kept.length >= MAX_SAVED)
    throw new OnrecordError('bad-value', `${MAX_SAVED} questions are saved at most; remove some.`);
  await store.saveQuestion(question);
}

/** The question with this id. Throws `not-found`. */
export async function keptQuestion(store: Store, id: string): Promise<SavedQuestion> {
  const found = (await store.savedQuestions()).find((each) => each.id === id);
  if (found) return found;
  throw new OnrecordError(
    'not-found',
    'This question is not saved any more. Load the list again.',
    { field: 'id' },
  );
}

/**
 * Takes what entered the record before an instant as seen; what is yet to come never is, and what
 * was seen stays so, whatever a page that was opened long ago says.
 *
 * @param at the instant of saying so
 * @returns the question as it is kept from now on
 */
export async function seenUpTo(
  store: Store,
  { id, seen, at }: { readonly id: string; readonly seen: string; readonly at: string },
): Promise<SavedQuestion> {
  const kept = await keptQuestion(store, id);
  const said = seen < at ? seen : at;
  const question = { ...kept, seen: said > kept.seen ? said : kept.seen };
  await store.saveQuestion(question);
  return question;
}
