import type { Action } from '../../graph-data/schema/index.ts';
import type { Conflict } from '../contract/index.ts';

/** What keeps an action, or a part of it, from being applied. */
export type Obstacle = Pick<Conflict, 'record' | 'reason' | 'message'>;

export type ActionOf<K extends Action['kind']> = Extract<Action, { kind: K }>;

export function gone(record: string): Obstacle {
  return { record, reason: 'gone', message: `${record} no longer stands` };
}

export function impossible(record: string, message: string): Obstacle {
  return { record, reason: 'impossible', message };
}
