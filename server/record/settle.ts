import type { Decision } from '../../graph-data/schema/index.ts';
import type { Conflict } from '../contract/index.ts';
import type { AnyRecord, Base, Change, StatusChange, Store } from '../store/store.ts';
import { asPut, Book } from './book.ts';
import { namedInLinks } from './link.ts';
import { readRecords } from './read.ts';
import { replay, standing, sweptActor, targetsOf } from './replay.ts';
import { setsStatus, settleStatuses, withoutClaims } from './statuses.ts';

/** Records as extracted or imported that take the place of what was so before; null: none. */
export type Overrides = ReadonlyMap<string, AnyRecord | null>;

export interface Settled {
  /** What brings the store to where the log leads. */
  readonly change: Change;
  readonly conflicts: Conflict[];
  /** Ids whose records differ from what stands in the store; sorted. */
  readonly changed: string[];
}

const NO_OVERRIDES: Overrides = new Map();

/**
 * Works out the record that results from replaying a log over what was extracted and imported, and
 * the change that brings the store there. Only records that decisions touch are read: the others
 * are as they were extracted or imported already.
 *
 * @param log oldest first, with what is to be added
 * @param dropped ids whose bases are to be marked as no longer proposed
 */
export async function settle(
  store: Store,
  log: readonly Decision[],
  overrides: Overrides = NO_OVERRIDES,
  dropped: ReadonlySet<string> = new Set(),
): Promise<Settled> {
  const decisions = standing(log);
  const before = await readBefore(store, decisions, overrides, dropped);
  const isDropped = (id: string) =>
    dropped.has(id) || (!overrides.has(id) && (before.kept.get(id)?.dropped ?? false));
  const book = new Book([...before.bases.values()].filter((record) => record !== null));
  const apart = new Set(before.apart.map(({ id }) => id));
  const conflicts = replay(book, withoutClaims(decisions, apart), {
    record: (id) => before.bases.get(id) ?? null,
    isDropped,
  });
  forgetDropped(book, before, isDropped);
  const settled = differences(book, before, log, isDropped);
  return { ...joined(settled, settleStatuses(before.apart, decisions)), conflicts };
}

/** What is in hand before a replay, by id. */
interface Before {
  /** As extracted or imported; null when none stood. */
  readonly bases: Map<string, AnyRecord | null>;
  /** As it stands in the store; absent when nothing stands. */
  readonly current: Map<string, AnyRecord>;
  /** What the store keeps beneath decisions. */
  readonly kept: Map<string, Base>;
  /** When statements entered the record. */
  readonly recorded: Map<string, string>;
  /** Claims that only their status is settled of; they are not among the rest. */
  readonly apart: readonly StatusChange[];
}

async function readBefore(
  store: Store,
  decisions: readonly Decision[],
  overrides: Overrides,
  dropped: ReadonlySet<string>,
): Promise<Before> {
  const inFull = new Set([...overrides.keys(), ...dropped]);
  for (const { action } of decisions) {
    if (!setsStatus(action)) targetsOf(action).forEach((id) => inFull.add(id));
    (await sweptRecords(store, sweptActor(action))).forEach((id) => inFull.add(id));
  }
  const decided = statusTargets(decisions);
  const noted = await store.statusChanges(decided);
  const apart = noted.filter(({ id }) => !inFull.has(id));
  const kept = new Map([
    ...(await store.wholeBases()),
    ...(await store.bases(noted.map(({ id }) => id).filter((id) => inFull.has(id)))),
  ]);
  const wanted = new Set([...kept.keys(), ...inFull, ...decided]);
  for (const { id } of apart) wanted.delete(id);
  const { records: current, recorded } = await readRecords(store, [...wanted]);
  const bases = new Map<string, AnyRecord | null>(current);
  for (const [id, { record }] of kept) {
    const { recorded: at, ...plain } = record ?? {};
    if (at !== undefined) recorded.set(id, at);
    bases.set(id, record === null ? null : (plain as AnyRecord));
  }
  for (const [id, record] of overrides) bases.set(id, record);
  for (const [id, record] of await namedBeside(store, decisions, bases)) {
    current.set(id, record);
    bases.set(id, record);
  }
  return { bases, current, kept, recorded, apart };
}

/** Actors that no decision touches but that linked statements name: links ask who they are. */
async function namedBeside(
  store: Store,
  decisions: readonly Decision[],
  bases: ReadonlyMap<string, AnyRecord | null>,
): Promise<Map<string, AnyRecord>> {
  const linked = decisions.flatMap(({ action }) =>
    action.kind === 'link' ? [action.from, action.into] : [],
  );
  const named = namedInLinks(linked.map((id) => bases.get(id) ?? null));
  const beside = named.filter((id) => !bases.has(id));
  return (await readRecords(store, beside)).records;
}

function statusTargets(decisions: readonly Decision[]): string[] {
  return decisions.flatMap(({ action }) => (setsStatus(action) ? action.records : []));
}

function joined(
  settled: Omit<Settled, 'conflicts'>,
  { change, changed }: Omit<Settled, 'conflicts'>,
): Omit<Settled, 'conflicts'> {
  return {
    change: {
      ...settled.change,
      ...change,
      bases: new Map([...(settled.change.bases ?? []), ...(change.bases ?? [])]),
    },
    changed: [...settled.changed, ...changed].sort(),
  };
}

/** Records that name an actor who still stands; one that was merged away is named by none. */
async function sweptRecords(store: Store, actor: string | null): Promise<string[]> {
  if (actor === null || (await store.resolveId(actor)) !== actor) return [];
  return store.recordsNaming(actor as `actor:${string}`);
}

/** What the reader no longer proposes and no decision keeps any more goes. */
function forgetDropped(book: Book, { kept }: Before, isDropped: (id: string) => boolean): void {
  for (const id of kept.keys()) if (isDropped(id) && !book.touched.has(id)) book.records.delete(id);
}

function differences(
  book: Book,
  { bases, current, kept, recorded }: Before,
  log: readonly Decision[],
  isDropped: (id: string) => boolean,
): Omit<Settled, 'conflicts'> {
  const put = [...book.records.values()].filter(
    (record) => JSON.stringify(record) !== JSON.stringify(current.get(record.id)),
  );
  const remove = [...current.keys()].filter((id) => !book.records.has(id));
  const back = put.filter(({ id }) => recorded.has(id) && !current.has(id));
  return {
    change: {
      put: asPut(put),
      remove,
      redirects: redirectsAfter(book, log),
      bases: basesAfter(book, bases, kept, recorded, isDropped),
      recorded: new Map(back.map(({ id }) => [id, recorded.get(id)])) as Change['recorded'],
    },
    changed: [...put.map(({ id }) => id), ...remove].sort(),
  };
}

/** Every id that some decision ever made redirect, and where it leads now: null when nowhere. */
function redirectsAfter(book: Book, log: readonly Decision[]): Map<string, string | null> {
  const sources = log.flatMap(({ action }) =>
    action.kind === 'merge' || action.kind === 'link' ? [action.from] : [],
  );
  return new Map(sources.map((id) => [id, book.redirects.get(id) ?? null]));
}

function basesAfter(
  book: Book,
  bases: ReadonlyMap<string, AnyRecord | null>,
  kept: ReadonlyMap<string, Base>,
  recorded: ReadonlyMap<string, string>,
  isDropped: (id: string) => boolean,
): Map<string, Base | null> {
  const after = new Map<string, Base | null>();
  for (const id of kept.keys()) if (!book.touched.has(id)) after.set(id, null);
  for (const id of book.touched) {
    const base = baseOf(bases.get(id) ?? null, recorded.get(id), isDropped(id));
    if (JSON.stringify(base) !== JSON.stringify(kept.get(id))) after.set(id, base);
  }
  return after;
}

export function baseOf(
  record: AnyRecord | null,
  recorded: string | undefined,
  dropped: boolean,
): Base {
  const isStatement = record !== null && 'speaker' in record && recorded !== undefined;
  return { record: isStatement ? { ...record, recorded } : record, dropped };
}
