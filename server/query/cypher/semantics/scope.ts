import type { StaticType } from './types.ts';

/** Variables in scope and what is known of their values. */
export type Scope = ReadonlyMap<string, StaticType>;

export function extend(scope: Scope, entries: Iterable<readonly [string, StaticType]>): Scope {
  return new Map([...scope, ...entries]);
}

export const emptyScope: Scope = new Map();
