import { randomUUID } from 'node:crypto';
import { setImmediate as othersTurn } from 'node:timers/promises';
import type {
  Action,
  Decision,
  DecisionId,
  Document,
  DocumentId,
} from '../../graph-data/schema/index.ts';
import { OnrecordError, unknownId } from '../contract/index.ts';
import type {
  AnchorReport,
  Conflict,
  DecisionItem,
  DecisionReply,
  Seen,
} from '../contract/index.ts';
import { sha256Of } from '../store/sha256.ts';
import type { Change, Store } from '../store/store.ts';
import { anchorsIn, comparison, faultsIn } from './anchors.ts';
import { applyNew, decisionOf } from './decide.ts';
import { reviewQueue, type QueueFilter } from './queue.ts';
import { readRecords } from './read.ts';
import { readingChange, removalChange } from './readings.ts';
import type { Reading } from './readings.ts';
import { refuseUnseen } from './seen.ts';
import { settle } from './settle.ts';
import { settledAfter } from './take-back.ts';
import { tell } from './told.ts';
import { earlierVersion, newVersion, standingVersion, type Earlier } from './versions.ts';

export interface By {
  /** Who decides, in their own words. */
  readonly by: string;
  /** Why; empty when nothing is to be said. */
  readonly note?: string;
}

export interface RecordOptions {
  readonly now?: () => Date;
  /** Makes the part of a decision's id after its prefix: lower-case letters, digits, hyphens. */
  readonly newId?: () => string;
}

/**
 * The record as people change it: decisions over what was extracted and imported. The log is
 * append-only, and the record is always what results from replaying it. Deeds run one after
 * another; each is one write, whole or not at all.
 */
export interface RecordBook {
  /**
   * @throws OnrecordError `not-found` when the action names what does not stand (for an undo: no
   *   such decision), `invalid-decision` when it cannot be applied, `conflict` when an undo would
   *   leave a later decision without what it rests on, or a record is not as it was `seen`
   */
  decide(action: Action, by: By, seen?: Seen): Promise<DecisionReply>;
  /**
   * Accepts every undecided proposal of a filter, as one decision.
   *
   * @param total how many there are to the knowledge of whoever accepts them
   * @throws OnrecordError `not-found` when there is none, `conflict` when there are not so many
   */
  acceptAll(filter: QueueFilter, by: By, total?: number): Promise<DecisionReply>;
  /** Takes a decision back, an undo among them; the same as deciding `{ kind: 'undo' }`. */
  undo(decision: DecisionId, by: By): Promise<DecisionReply>;
  /** Decisions that have come apart from what they were made upon. */
  conflicts(): Promise<Conflict[]>;
  /** Decisions as the log tells them. */
  told(decisions: readonly Decision[]): Promise<DecisionItem[]>;
  /** What the reader found in a document; takes the place of an earlier reading. */
  importExtraction(reading: Reading): Promise<void>;
  /** The held document of which another text is a changed version; null when it seems a new one. */
  earlierVersion(document: Document, text: string): Promise<Earlier | null>;
  /**
   * Holds a text. Null finds the document by the text's hash. A text other than the one quoted is
   * kept as a new version; no anchor moves.
   *
   * @throws OnrecordError `not-found` when no document has this id or hash, `other-text` when
   *   it is that of another document, which is no version of this one
   */
  attachText(document: DocumentId | null, text: string): Promise<AnchorReport>;
  /**
   * Takes a document away.
   *
   * @returns ids of all records that went with it, the document's own first
   * @throws OnrecordError `not-found`
   */
  removeDocument(document: DocumentId): Promise<string[]>;
}

export function createRecord(store: Store, options: RecordOptions = {}): RecordBook {
  const now = options.now ?? (() => new Date());
  const newId = options.newId ?? randomUUID;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(deed: () => Promise<T>): Promise<T> => {
    const done = last.then(deed, deed);
    last = done.catch(() => undefined);
    return done;
  };
  const maker =
    ({ by, note = '' }: By) =>
    (action: Action) =>
      decisionOf(action, by, note, `dec:${newId()}` as DecisionId, now());
  const decide = (action: Action, by: By, seen: Seen = {}) =>
    inTurn(async () => {
      await refuseUnseen(store, action, seen);
      return action.kind === 'undo'
        ? undoDecision(store, maker(by)(action), action.decision)
        : newDecision(store, action, maker(by));
    });
  return {
    decide,
    acceptAll: (filter, by, total) =>
      inTurn(async () => newDecision(store, await acceptanceOf(store, filter, total), maker(by))),
    undo: (decision, by) => decide({ kind: 'undo', decision }, by),
    conflicts: () => inTurn(async () => (await settle(store, await logOf(store))).conflicts),
    told: async (decisions) => tell(store, await logOf(store), decisions),
    importExtraction: (reading) =>
      inTurn(async () => {
        await change(store, (log) => readingChange(store, log, reading));
      }),
    earlierVersion: (document, text) => earlierVersion(store, document, text),
    attachText: (document, text) => inTurn(() => attachText(store, document, text)),
    removeDocument: (document) =>
      inTurn(async () => {
        const id = await documentNamed(store, document);
        const { remove = [] } = await change(store, (log) => removalChange(store, log, id));
        return [id, ...remove.filter((gone) => gone !== id).sort()];
      }),
  };
}

async function logOf(store: Store): Promise<Decision[]> {
  const log: Decision[] = [];
  for await (const decision of store.eachDecision()) log.push(decision);
  return log;
}

/** Writes what is worked out from the record as it stands, unless it has moved on meanwhile. */
async function change(
  store: Store,
  work: (log: readonly Decision[]) => Promise<Change>,
): Promise<Change> {
  const revision = await store.revision();
  const worked = await work(await logOf(store));
  await store.write(worked, revision);
  return worked;
}

async function acceptanceOf(store: Store, filter: QueueFilter, total?: number): Promise<Action> {
  const records = (await reviewQueue(store, filter, 'place')).map(({ id }) => id);
  // Of tens of thousands, each part takes a while: requests are answered between them.
  await othersTurn();
  if (records.length === 0)
    throw new OnrecordError(
      'not-found',
      'There is nothing to decide under these filters. Widen them, or look at the queue again.',
    );
  if (total === undefined || total === records.length) return { kind: 'accept', records };
  throw new OnrecordError(
    'conflict',
    `The queue holds ${records.length} under these filters now, not ${total}: look at it again.`,
    { field: 'total' },
  );
}

async function newDecision(
  store: Store,
  given: Action,
  make: (action: Action) => Decision,
): Promise<DecisionReply> {
  const before = await store.revision();
  const { action, change: worked, changed } = await applyNew(store, given);
  const decision = make(action);
  await othersTurn();
  const { revision } = await refusing(() =>
    store.write({ ...worked, decisions: [decision] }, before),
  );
  return { decision, revision, changed };
}

/** A record that would not hold together is a decision that cannot be applied. */
async function refusing<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof OnrecordError && error.code === 'invalid-records')
      throw new OnrecordError('invalid-decision', error.message, { field: 'action' });
    throw error;
  }
}

async function undoDecision(
  store: Store,
  undo: Decision,
  target: DecisionId,
): Promise<DecisionReply> {
  const before = await store.revision();
  const log = await logOf(store);
  await othersTurn();
  const settled = await settledAfter(store, log, undo, target);
  await othersTurn();
  const { revision } = await refusing(() =>
    store.write({ ...settled.change, decisions: [undo] }, before),
  );
  return { decision: undo, revision, changed: settled.changed };
}

async function documentNamed(store: Store, id: DocumentId): Promise<DocumentId> {
  const [document] = await store.documentsById([id]);
  if (!document) throw unknownId('document', id);
  return document.id;
}

async function attachText(
  store: Store,
  given: DocumentId | null,
  text: string,
): Promise<AnchorReport> {
  const sha256 = sha256Of(text);
  const same = await store.documentOfText(sha256);
  const named = given === null ? same : await documentNamed(store, given);
  if (named === null)
    throw new OnrecordError('not-found', 'No document quotes this text: name the document.');
  const [document] = await store.documentsById([named]);
  if (!document) throw unknownId('document', named);
  const { records } = await readRecords(store, await store.recordsOn(named));
  const anchors = [...records.values()].flatMap((record) => anchorsIn(record, named));
  if (document.sha256 === sha256) {
    const faults = faultsIn(text, anchors);
    await hold(store, { ...document, holding: 'held' }, text);
    const fits = { checked: anchors.length, faults, shifted: 0, otherContext: 0 };
    return { document: named, version: false, ...fits };
  }
  const version =
    same === null
      ? await newVersion(store, document, { sha256, length: text.length })
      : await standingVersion(store, document, same);
  await hold(store, { ...version, holding: 'held' }, text);
  return { document: version.id, version: true, ...comparison(text, anchors) };
}

async function hold(store: Store, document: Document, text: string): Promise<void> {
  const base = (await store.bases([document.id])).get(document.id);
  await store.write({
    put: { documents: [document] },
    texts: new Map([[document.id, text]]),
    ...(base?.record &&
      'holding' in base.record && {
        bases: new Map([
          [document.id, { ...base, record: { ...base.record, holding: 'held' as const } }],
        ]),
      }),
  });
}
