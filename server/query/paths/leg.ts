import { NO_END, NO_START } from './ties.ts';
import { NO_BANS } from './tree.ts';

/** A search from one actor to the target of a guide; the rest is in the problem. */
export interface Leg {
  readonly from: number;
  /** Most steps. */
  readonly max: number;
  /** Actors that may not be passed. */
  readonly bannedNodes: ReadonlySet<number>;
  /** Steps not to be taken from `from`. */
  readonly bannedPairs: ReadonlySet<number>;
  /** Days since 1970-01-01 between which it runs, where time matters. */
  readonly release: number;
  readonly deadline: number;
  /** Only a leg that costs no more than this is looked for. */
  readonly bound: number;
  /** Whether no other search of the request goes by the same guide. */
  readonly alone: boolean;
}

/** What a search for a leg has come to. */
export interface LegResult {
  /** The actors from `from` to the target; null when there is no way or none cheap enough. */
  readonly nodes: readonly number[] | null;
  /** When there is none: no way costs less than this. */
  readonly least: number;
}

export const FREE = {
  bannedNodes: NO_BANS,
  bannedPairs: NO_BANS,
  release: NO_START,
  deadline: NO_END,
  bound: Infinity,
  alone: false,
} as const;

/** Fewer steps first, then by the actors' ids. */
export function compareWays(rank: Int32Array, a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((node, index) => node !== b[index]);
  return at < 0 ? 0 : rank[a[at]!]! - rank[b[at]!]!;
}
