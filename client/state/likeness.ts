import type { z } from 'zod';
import { ActorId, DocumentId, StatementId, type Action } from '../../graph-data/schema/index.ts';
import type { Likeness } from '../../server/contract/review.ts';

/** What is asked of a likeness, and what says yes to it. */
export interface Asked {
  readonly ask: string;
  readonly deed: string;
}

/** How many statements a likeness begins with that its documents share; 0 where it has none. */
const statementsShared = ({ type, records }: Likeness): number =>
  type === 'same-origin' ? parsed(StatementId, records).length : 0;

/** What is asked of a likeness, and the deed that says yes to those of its records that are chosen. */
export function askedOf(item: Likeness, chosen: number): Asked {
  const { type, records } = item;
  const all = records.length;
  if (type === 'same-actor') return { ask: 'One actor under two names?', deed: 'Merge' };
  if (type === 'same-origin') {
    const shared = statementsShared(item);
    return {
      ask: `Copies of one text, ${all - shared} documents?`,
      deed:
        all - shared === 2 ? 'Share one origin' : `Share one origin, ${chosen - shared} documents`,
    };
  }
  return all === 2
    ? { ask: 'One utterance told twice?', deed: 'Make one statement' }
    : { ask: `One utterance told ${all} times?`, deed: `Make one statement of ${chosen}` };
}

const parsed = <T>(schema: z.ZodType<T>, ids: readonly string[]): T[] =>
  ids.flatMap((id) => schema.safeParse(id).data ?? []);

/** The decisions that make the records one, the others into the first. */
export function actionsOf(type: Likeness['type'], records: readonly string[]): Action[] {
  if (type === 'same-origin') {
    const [record, ...others] = parsed(StatementId, records);
    const documents = parsed(DocumentId, records);
    if (record === undefined || documents.length < 2) return [];
    const action = { kind: 'share-origin' as const, record, documents };
    return [others.length === 0 ? action : { ...action, others }];
  }
  if (type === 'same-actor') {
    const [into, ...others] = parsed(ActorId, records);
    return into === undefined ? [] : others.map((from) => ({ kind: 'merge', from, into }));
  }
  const [into, ...others] = parsed(StatementId, records);
  return into === undefined ? [] : others.map((from) => ({ kind: 'link', from, into }));
}

/** A record of a likeness, as its question lists it. */
export interface Line {
  /** Its place among the records of the likeness. */
  readonly at: number;
  /** What it is called; null where its words stand above already. */
  readonly label: string | null;
  readonly source: readonly string[];
}

export interface ToldOf {
  /** Words that all of the records share. */
  readonly said: readonly string[];
  readonly lines: readonly Line[];
}

/** The lines that stand for the records of a likeness, and the words that all of them share. */
export function toldOf(item: Likeness): ToldOf {
  const { type, labels, sources } = item;
  const all = labels.map((label, at): Line => ({ at, label, source: sources[at] ?? [] }));
  const shared = statementsShared(item);
  if (shared > 0) return { said: labels.slice(0, shared), lines: all.slice(shared) };
  if (type === 'same-actor' || new Set(labels).size > 1) return { said: [], lines: all };
  return {
    said: labels.slice(0, 1),
    lines: all.map((line) => ({ ...line, label: null })),
  };
}
