import type { Action, ActorId, Decision } from '../../graph-data/schema/index.ts';
import type { Conflict } from '../contract/index.ts';
import type { AnyRecord } from '../store/store.ts';
import { namedInAddition } from './add.ts';
import { applyAction } from './apply.ts';
import type { Book } from './book.ts';
import { namedInEdit } from './edit.ts';
import { fingerprint } from './fingerprint.ts';
import { statementsShared } from './share-origin.ts';

/**
 * The decisions that stand: those that no standing undo takes back. An undo that is itself undone
 * takes nothing back.
 *
 * @param log oldest first
 */
export function standing(log: readonly Decision[]): Decision[] {
  const takenBack = undone(log);
  return log.filter(({ id, action }) => action.kind !== 'undo' && !takenBack.has(id));
}

/** Ids of the decisions that a standing undo takes back, undos among them. */
export function undone(log: readonly Decision[]): Set<string> {
  const takenBack = new Set<string>();
  for (const { id, action } of [...log].reverse())
    if (action.kind === 'undo' && !takenBack.has(id)) takenBack.add(action.decision);
  return takenBack;
}

/** Ids of the records that an action names. */
export function targetsOf(action: Action): string[] {
  switch (action.kind) {
    case 'accept':
    case 'reject':
      return action.records;
    case 'add': {
      const { actors, document } = namedInAddition(action);
      const made = action.actors.map(({ id }) => id);
      return [
        ...(action.record === undefined ? [] : [action.record]),
        ...actors,
        ...made,
        document,
      ];
    }
    case 'edit': {
      const { actors, documents } = namedInEdit(action.set);
      return [action.record, ...actors, ...documents];
    }
    case 're-attribute':
      return [action.record, action.speaker];
    case 'merge':
    case 'link':
      return [action.from, action.into];
    case 'split': {
      const country = action.into.country === null ? [] : [action.into.country];
      return [action.from, action.into.id, ...country, ...action.statements, ...action.mentions];
    }
    case 'share-origin':
      return statementsShared(action);
    case 'undo':
      return [];
  }
}

/** The actor whose every record an action changes, whichever they are; null when it has none. */
export function sweptActor(action: Action): ActorId | null {
  return action.kind === 'merge' ? action.from : null;
}

/** How the records stood before any decision. */
export interface Bases {
  readonly record: (id: string) => AnyRecord | null;
  /** Whether only decisions keep the record: the reader no longer proposes it. */
  readonly isDropped: (id: string) => boolean;
}

/**
 * Applies decisions to records as they were extracted and imported, oldest first, and lists what
 * has come apart. What a person decided is never overwritten: a decision stands, or is listed.
 */
export function replay(book: Book, decisions: readonly Decision[], bases: Bases): Conflict[] {
  return decisions.flatMap(({ id: decision, action }) => {
    const obstacles = applyAction(book, action);
    const moved = unsettledBases(action, bases).filter(({ record }) => !book.added.has(record));
    const unsettled = [...obstacles, ...moved];
    return unsettled.map((obstacle) => ({ decision, ...obstacle }));
  });
}

function unsettledBases(action: Action, bases: Bases) {
  return [...changedBases(action, bases), ...droppedBases(action, bases)];
}

function changedBases(action: Action, bases: Bases): Omit<Conflict, 'decision'>[] {
  if (action.kind !== 'edit' && action.kind !== 're-attribute') return [];
  const base = bases.record(action.record);
  if (action.basis === undefined || !base) return [];
  if (fingerprint(base) === action.basis) return [];
  const message = `${action.record} reads otherwise now than when this was decided`;
  return [{ record: action.record, reason: 'changed', message }];
}

/** A refusal agrees with a reader that no longer proposes the record. */
function droppedBases(action: Action, bases: Bases): Omit<Conflict, 'decision'>[] {
  if (action.kind === 'reject') return [];
  return targetsOf(action)
    .filter((id) => bases.isDropped(id))
    .map((record) => ({
      record,
      reason: 'not-proposed',
      message: `the reader no longer proposes ${record}; the decision keeps it`,
    }));
}
