import type { Action, Decision } from '../../graph-data/schema/index.ts';
import { OnrecordError } from '../contract/index.ts';
import type { AnyRecord, Base, Change, Store } from '../store/store.ts';
import { readyToAdd } from './add.ts';
import { applyAction } from './apply.ts';
import { asPut, Book } from './book.ts';
import { fingerprint } from './fingerprint.ts';
import { refuseUnfit } from './fit.ts';
import { namedInLinks } from './link.ts';
import { gone, type ActionOf, type Obstacle } from './obstacle.ts';
import { readRecords, type InHand } from './read.ts';
import { sweptActor, targetsOf } from './replay.ts';
import { baseOf } from './settle.ts';
import { concerned, sharing, statementsShared } from './share-origin.ts';
import { setsStatus, STATUS_SET, type StatusAction } from './statuses.ts';

export interface Outcome {
  readonly action: Action;
  readonly change: Change;
  readonly changed: string[];
}

/**
 * Works out what one new action changes, from the records that it names and those that it sweeps:
 * the end of a replay, without replaying what came before.
 *
 * @throws OnrecordError `not-found` when it names what never stood, `invalid-decision` when what
 *   stands does not allow it
 */
export async function applyNew(store: Store, given: Action): Promise<Outcome> {
  const leads = await store.resolveIds(targetsOf(given));
  const moved = new Map([...leads].filter(([from, to]) => from !== to));
  const redirects = [...moved];
  const present = withIds(given, moved);
  if (setsStatus(present)) return statusOutcome(present, new Set(leads.values()));
  const ready = present.kind === 'add' ? await readyToAdd(store, present) : present;
  const swept = sweptActor(ready);
  const sweptIds = swept === null ? [] : await store.recordsNaming(swept);
  const ids = [...targetsOf(ready), ...redirects.map(([, to]) => to), ...sweptIds];
  const { records, recorded } = await inHandFor(store, ready, ids);
  const action = ready.kind === 'share-origin' ? concerned(ready, records) : ready;
  const bases = await store.bases([...records.keys(), ...targetsOf(action)]);
  const edited = action.kind === 'edit' ? records.get(action.record) : undefined;
  if (action.kind === 'edit' && edited) await refuseUnfit(store, action, edited);
  const book = new Book(records.values(), redirects);
  refuse(applyAction(book, action));
  const touched = [...book.touched];
  const fresh = touched.filter((id) => !bases.has(id));
  return {
    action: withBasis(action, records.get(targetsOf(action)[0] ?? ''), bases),
    change: {
      put: asPut(touched.map((id) => book.records.get(id)).filter((each) => each !== undefined)),
      remove: touched.filter((id) => !book.records.has(id)),
      redirects: new Map([...book.redirects].filter(([from]) => book.touched.has(from))),
      bases: new Map(
        fresh.map((id) => [id, baseOf(records.get(id) ?? null, recorded.get(id), false)]),
      ),
    },
    changed: touched.sort(),
  };
}

/** The records that an action names, with those that two tellings of one utterance name. */
async function inHandFor(store: Store, { kind }: Action, ids: readonly string[]): Promise<InHand> {
  const inHand = await readRecords(store, ids);
  if (kind !== 'link') return inHand;
  const { records } = await readRecords(store, namedInLinks(inHand.records.values()));
  return { ...inHand, records: new Map([...records, ...inHand.records]) };
}

function refuse(obstacles: readonly Obstacle[]): void {
  const [first] = obstacles;
  if (!first) return;
  const more = obstacles.length > 1 ? ` (and ${obstacles.length - 1} more)` : '';
  throw new OnrecordError(
    first.reason === 'gone' ? 'not-found' : 'invalid-decision',
    `${first.message}${more}. Nothing was changed.`,
    { field: 'action' },
  );
}

/** What it changes needs no record read: thousands of claims may be accepted at once. */
function statusOutcome(action: StatusAction, standing: ReadonlySet<string>): Outcome {
  refuse(action.records.filter((id) => !standing.has(id)).map(gone));
  const status = STATUS_SET[action.kind];
  return {
    action,
    change: { statuses: new Map(action.records.map((id) => [id, status])) },
    changed: [...action.records].sort(),
  };
}

/** The action on the ids under which its records stand now. */
function withIds(action: Action, moved: ReadonlyMap<string, string>): Action {
  const now = <T extends string>(id: T): T => (moved.get(id) ?? id) as T;
  switch (action.kind) {
    case 'accept':
    case 'reject':
      return { ...action, records: [...new Set(action.records.map(now))] };
    case 'add':
      return additionWithIds(action, moved);
    case 'edit':
      return { ...action, record: now(action.record) };
    case 'share-origin':
      return sharing(action, [...new Set(statementsShared(action).map(now))]);
    case 're-attribute':
      return { ...action, record: now(action.record), speaker: now(action.speaker) };
    case 'merge':
      return { ...action, from: now(action.from), into: now(action.into) };
    case 'link':
      return { ...action, from: now(action.from), into: now(action.into) };
    case 'split':
      return {
        ...action,
        from: now(action.from),
        statements: [...new Set(action.statements.map(now))],
        mentions: [...new Set(action.mentions.map(now))],
      };
    case 'undo':
      return action;
  }
}

/** An actor that is to be made and was merged away is made by nobody: another bears its names. */
function additionWithIds(
  action: ActionOf<'add'>,
  moved: ReadonlyMap<string, string>,
): ActionOf<'add'> {
  const now = <T extends string>(id: T): T => (moved.get(id) ?? id) as T;
  const all = <T extends string>(ids: readonly T[]): T[] => [...new Set(ids.map(now))];
  const { statement, actors } = action;
  const { report } = statement;
  return {
    ...action,
    statement: {
      ...statement,
      speaker: now(statement.speaker),
      addressees: all(statement.addressees),
      about: all(statement.about),
      report: { ...report, document: now(report.document), via: all(report.via) },
    },
    actors: actors
      .filter(({ id }) => !moved.has(id))
      .map((actor) => ({ ...actor, country: actor.country && now(actor.country) })),
  };
}

/** Notes what the decision was made upon, so that a later reading that differs is noticed. */
function withBasis(
  action: Action,
  current: AnyRecord | undefined,
  bases: ReadonlyMap<string, Base>,
): Action {
  if (action.kind !== 'edit' && action.kind !== 're-attribute') return action;
  const kept = bases.get(action.record);
  const base = kept ? kept.record : current;
  return base ? { ...action, basis: fingerprint(base) } : action;
}

/** The decision that records an action. */
export function decisionOf(
  action: Action,
  by: string,
  note: string,
  id: Decision['id'],
  at: Date,
): Decision {
  return { id, at: at.toISOString(), by, note, action };
}
