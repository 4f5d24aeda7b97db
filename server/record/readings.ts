import type {
  ActorId,
  Decision,
  Document,
  DocumentId,
  Records,
} from '../../graph-data/schema/index.ts';
import { recordTypeOf } from '../../graph-data/schema/index.ts';
import { OnrecordError } from '../contract/index.ts';
import type { AnyRecord, Base, Change, Store } from '../store/store.ts';
import { additions } from './add.ts';
import { readRecords } from './read.ts';
import { SCHEMAS } from './schemas.ts';
import { settle } from './settle.ts';
import type { Overrides } from './settle.ts';
import { standing, targetsOf } from './replay.ts';
import { withoutDocument } from './without-document.ts';

/** What the reader proposes for one document: new actors, and records that rest on it. */
export type Proposals = Partial<
  Pick<Records, 'actors' | 'mentions' | 'statements' | 'agreements' | 'events' | 'relations'>
>;

export interface Reading {
  readonly document: Document;
  readonly proposals: Proposals;
  /** Its whole text when it is to be held; null when it is cited or held already. */
  readonly text: string | null;
}

/** The record in the schema's own order of fields. Throws `invalid-records` when it is not valid. */
export function parseRecord(record: AnyRecord): AnyRecord {
  const type = recordTypeOf(record.id);
  if (type === null || !Object.hasOwn(SCHEMAS, type))
    throw new OnrecordError('invalid-records', `${record.id} is no record id`);
  const parsed = SCHEMAS[type as keyof typeof SCHEMAS].safeParse(record);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new OnrecordError(
    'invalid-records',
    `${record.id}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not valid'}`,
  );
}

/**
 * The change by which a reading takes the place of the document's earlier one: what it proposes
 * comes in, what the earlier one brought and it does not goes, unless a standing decision keeps
 * it. Records that came otherwise are never overwritten, nor is a document of another text.
 *
 * @throws OnrecordError `conflict` where the document's id is another text's
 */
export async function readingChange(
  store: Store,
  log: readonly Decision[],
  { document, proposals, text }: Reading,
): Promise<Change> {
  await refuseOtherText(store, document);
  const proposed = [document, ...Object.values(proposals).flat()].map(parseRecord);
  const brought = new Set(await store.broughtFrom(document.id));
  const news = await mayComeIn(store, proposed, document.id, brought, addedIn(log));
  const overrides = new Map<string, AnyRecord | null>(news.map((each) => [each.id, each]));
  const stale = [...brought].filter((id) => !proposed.some((each) => each.id === id));
  const decided = new Set(standing(log).flatMap(({ action }) => targetsOf(action)));
  const dropped = stale.filter((id) => decided.has(id));
  await dropStale(store, stale, decided, overrides);
  const { change } = await settle(store, log, overrides, new Set(dropped));
  const owned = news.filter(({ id }) => id !== document.id);
  return {
    ...change,
    ...(text === null ? {} : { texts: new Map([[document.id, text]]) }),
    brought: new Map<string, DocumentId | null>([
      ...owned.map(({ id }): [string, DocumentId] => [id, document.id]),
      ...[...overrides].flatMap(([id, record]): [string, null][] =>
        record === null ? [[id, null]] : [],
      ),
    ]),
  };
}

async function refuseOtherText(store: Store, { id, sha256 }: Document): Promise<void> {
  const [standing] = await store.documentsById([id]);
  if (standing === undefined || standing.sha256 === sha256) return;
  throw new OnrecordError(
    'conflict',
    `${id} is another text's id by now. Nothing was changed: bring the document in again.`,
  );
}

/** Ids of what people added by hand. */
function addedIn(log: readonly Decision[]): ReadonlySet<string> {
  return new Set(additions(standing(log)).map(({ id }) => id));
}

/**
 * Proposals whose ids are free or the document's own; the document itself always. What a person
 * added leaves the id free beneath it: the proposal is what comes back when that is undone.
 */
async function mayComeIn(
  store: Store,
  proposed: readonly AnyRecord[],
  document: DocumentId,
  brought: ReadonlySet<string>,
  added: ReadonlySet<string>,
): Promise<AnyRecord[]> {
  const ids = proposed.map(({ id }) => id);
  const { records } = await readRecords(store, ids);
  const bases = await store.bases(ids);
  const stands = (id: string) =>
    (records.has(id) && !added.has(id)) || (bases.get(id)?.record ?? null) !== null;
  return proposed.filter(({ id }) => id === document || brought.has(id) || !stands(id));
}

/** Claims and mentions go; an actor goes when nothing else names it. */
async function dropStale(
  store: Store,
  stale: readonly string[],
  decided: ReadonlySet<string>,
  overrides: Map<string, AnyRecord | null>,
): Promise<void> {
  const undecided = stale.filter((id) => !decided.has(id));
  const actors = undecided.filter((id) => recordTypeOf(id) === 'actor') as ActorId[];
  for (const id of undecided) if (recordTypeOf(id) !== 'actor') overrides.set(id, null);
  await dropUnnamed(store, actors, overrides);
}

/** Marks as gone the actors that nothing names any more, and those that only these named. */
async function dropUnnamed(
  store: Store,
  actors: readonly ActorId[],
  overrides: Map<string, AnyRecord | null>,
): Promise<void> {
  // A claim of which only the status was set names whom its base names: the store tells.
  const inHand = namersInHand(await store.wholeBases(), overrides);
  const inStore = await namersInStore(store, actors);
  const isNamed = (actor: ActorId) =>
    inHand.get(actor)?.some((id) => id !== actor && overrides.get(id) !== null) === true ||
    inStore.get(actor)?.some((id) => !overrides.has(id)) === true;
  let left = [...actors];
  for (let before = Infinity; left.length < before;) {
    before = left.length;
    for (const actor of left) if (!isNamed(actor)) overrides.set(actor, null);
    left = left.filter((actor) => overrides.get(actor) !== null);
  }
}

/** Which records name each actor, among the overrides and the bases that none takes the place of. */
function namersInHand(
  bases: ReadonlyMap<string, Base>,
  overrides: Overrides,
): Map<string, string[]> {
  const beneath = [...bases].filter(([id]) => !overrides.has(id));
  const records = [...overrides, ...beneath.map(([id, { record }]) => [id, record] as const)];
  const namers = new Map<string, string[]>();
  for (const [id, record] of records)
    for (const actor of actorsIn(record)) {
      const known = namers.get(actor);
      if (known) known.push(id);
      else namers.set(actor, [id]);
    }
  return namers;
}

function actorsIn(record: AnyRecord | null): Set<string> {
  const found = JSON.stringify(record).matchAll(/"(actor:[^"]+)"/g);
  return new Set([...found].map(([, id]) => id ?? ''));
}

/** Which records of the store name each of the actors that stand there. */
async function namersInStore(
  store: Store,
  actors: readonly ActorId[],
): Promise<Map<string, string[]>> {
  const namers = new Map<string, string[]>();
  for (const actor of actors)
    if ((await store.resolveId(actor)) === actor)
      namers.set(actor, await store.recordsNaming(actor));
  return namers;
}

/**
 * The change that takes a document away: what rests on it alone goes, with the actors that its
 * reading brought and nobody else names; what rests on others too keeps those.
 */
export async function removalChange(
  store: Store,
  log: readonly Decision[],
  document: DocumentId,
): Promise<Change> {
  const overrides = await withoutDocumentOverrides(store, document);
  const brought = await store.broughtFrom(document);
  const actors = brought.filter((id) => recordTypeOf(id) === 'actor') as ActorId[];
  await dropUnnamed(store, actors, overrides);
  const adopted = new Map<string, DocumentId | null>(brought.map((id) => [id, null]));
  const orphans = actors.filter((id) => overrides.get(id) !== null);
  await adopt(store, orphans, overrides, adopted);
  const { change } = await settle(store, log, overrides);
  return { ...change, brought: adopted };
}

async function withoutDocumentOverrides(
  store: Store,
  document: DocumentId,
): Promise<Map<string, AnyRecord | null>> {
  const resting = await store.recordsOn(document);
  const bases = new Map([...(await store.wholeBases()), ...(await store.bases(resting))]);
  const { records } = await readRecords(
    store,
    resting.filter((id) => !bases.has(id)),
  );
  const overrides = new Map<string, AnyRecord | null>([[document, null]]);
  for (const record of records.values())
    overrides.set(record.id, withoutDocument(record, document));
  for (const [id, { record }] of bases)
    if (record !== null && JSON.stringify(record).includes(`"${document}"`)) {
      const { recorded: _recorded, ...plain } = record;
      overrides.set(id, withoutDocument(plain as AnyRecord, document));
    }
  return overrides;
}

/**
 * Gives actors whose document goes to another document whose reading names them, so that they go
 * with that one. An actor may be named only by another that is just being given.
 */
async function adopt(
  store: Store,
  orphans: readonly ActorId[],
  overrides: Overrides,
  adopted: Map<string, DocumentId | null>,
): Promise<void> {
  let left = [...orphans];
  for (let before = Infinity; left.length < before;) {
    before = left.length;
    for (const actor of left)
      adopted.set(actor, await nextBringer(store, actor, overrides, adopted));
    left = left.filter((actor) => adopted.get(actor) === null);
  }
}

/** Another document whose reading brought a record that names the actor; null when none did. */
async function nextBringer(
  store: Store,
  actor: ActorId,
  overrides: Overrides,
  adopted: ReadonlyMap<string, DocumentId | null>,
): Promise<DocumentId | null> {
  const naming = (await store.recordsNaming(actor)).filter((id) => overrides.get(id) !== null);
  const bringers = await store.broughtBy(naming);
  const others = naming
    .map((id) => adopted.get(id) ?? bringers.get(id) ?? null)
    .filter((id) => id !== null && overrides.get(id) !== null);
  return others.sort()[0] ?? null;
}
