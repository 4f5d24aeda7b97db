import type { Action, Decision, Selector } from '../../graph-data/schema/index.ts';
import { ActorId } from '../../graph-data/schema/index.ts';
import { summaryOf, type DecisionItem, type Seen } from '../contract/index.ts';
import type { AnyRecord, Store } from '../store/store.ts';
import { additions, addedStatement } from './add.ts';
import { namedInEdit } from './edit.ts';
import type { ActionOf } from './obstacle.ts';
import { readRecords } from './read.ts';
import { undone } from './replay.ts';

/** Longest part of a text that a line of the log quotes, in characters. */
const QUOTED = 80;

type NameOf = (id: string) => string;

/**
 * Decisions as a log tells them to a person: what was decided about whom in words, with the value
 * before an edit, and whether it has been taken back. An undo names what it takes back.
 *
 * @param log whole, oldest first
 */
export async function tell(
  store: Store,
  log: readonly Decision[],
  decisions: readonly Decision[],
): Promise<DecisionItem[]> {
  const takenBack = undone(log);
  const known = new Map(log.map((decision) => [decision.id, decision]));
  const traced = decisions.map((decision) => ({ decision, ...rootOf(decision, known) }));
  const roots = new Map(traced.map(({ root }) => [root.id, root.action]));
  const made = new Map(additions(log).map((record) => [record.id as string, record]));
  const records = await recordsOf(store, [...roots.values()].flatMap(toldOf), made);
  const before = new Map(
    [...roots].map(([id, action]) => [id, valuesBefore(log, id, action, records.base)]),
  );
  const named = [
    ...[...roots.values()].flatMap(actorsIn),
    ...[...before.values()].flatMap(actorsAmong),
  ];
  const name = await namer(store, records.now, named, made);
  return traced.map(({ decision, root, undos }) => {
    const words = wordsOf(root.action, before.get(root.id) ?? {}, name);
    return {
      ...decision,
      undone: takenBack.has(decision.id),
      words: undos === 0 ? words : `${undos % 2 === 1 ? 'Took back' : 'Brought back'}: ${words}`,
    };
  });
}

/** The decision that a chain of undos is about in the end, and how many undos lead to it. */
function rootOf(decision: Decision, known: ReadonlyMap<string, Decision>) {
  let root = decision;
  let undos = 0;
  while (root.action.kind === 'undo') {
    const next = known.get(root.action.decision);
    if (next === undefined) break;
    root = next;
    undos += 1;
  }
  return { root, undos };
}

/** Ids of the records that a line of the log names; of many proposals the first. */
function toldOf(action: Action): string[] {
  switch (action.kind) {
    case 'accept':
    case 'reject':
      return action.records.slice(0, 1);
    case 'add':
      return action.record === undefined ? [] : [action.record];
    case 'edit':
    case 're-attribute':
    case 'share-origin':
      return [action.record];
    case 'merge':
    case 'link':
      return [action.from, action.into];
    case 'split':
      return [action.from];
    case 'undo':
      return [];
  }
}

interface Told {
  /** As they stand, else as they stood before decisions took them away. */
  readonly now: ReadonlyMap<string, AnyRecord>;
  /** As extracted or imported. */
  readonly base: ReadonlyMap<string, AnyRecord>;
}

/** @param made what was added by hand: it is told of when it has been taken back as well */
async function recordsOf(
  store: Store,
  ids: readonly string[],
  made: ReadonlyMap<string, AnyRecord>,
): Promise<Told> {
  const bases = [...(await store.bases(ids))].flatMap(([id, { record }]) =>
    record === null ? [] : [[id, record] as const],
  );
  const { records } = await readRecords(store, ids);
  const added = ids
    .flatMap((id) => made.get(id) ?? [])
    .map((record) => [record.id, record] as const);
  return {
    now: new Map<string, AnyRecord>([...bases, ...added, ...records]),
    base: new Map([...records, ...bases]),
  };
}

const EDITED = [
  'text',
  'name',
  'kind',
  'act',
  'mode',
  'state',
  'said',
  'date',
  'valid',
  'place',
  'title',
  'from',
  'to',
  'about',
  'addressees',
  'parties',
  'signatories',
  'participants',
  'country',
  'aliases',
  'wikidata',
  'summary',
  'note',
] as const;

/** What stood where a decision put something else: of an earlier decision, else of the reader. */
function valuesBefore(
  log: readonly Decision[],
  id: string,
  action: Action,
  base: ReadonlyMap<string, AnyRecord>,
): Seen {
  if (action.kind !== 'edit' && action.kind !== 're-attribute') return {};
  const earlier = log.slice(
    0,
    log.findIndex((decision) => decision.id === id),
  );
  const takenBack = undone(earlier);
  const record = base.get(action.record);
  const first: Seen = (record ?? {}) as Seen;
  return earlier
    .filter((decision) => !takenBack.has(decision.id))
    .reduce((values, { action: past }) => {
      if (past.kind === 'add' && past.record === action.record) return addedStatement(past);
      if (past.kind === 'edit' && past.record === action.record) return { ...values, ...past.set };
      return past.kind === 're-attribute' && past.record === action.record
        ? { ...values, speaker: past.speaker }
        : values;
    }, first);
}

/** Actors that the words of an action name besides those of its records. */
function actorsIn(action: Action): string[] {
  if (action.kind === 'add') return [action.statement.speaker];
  if (action.kind === 'edit') return namedInEdit(action.set).actors;
  return action.kind === 're-attribute' ? [action.speaker] : [];
}

function actorsAmong(values: Seen): string[] {
  const { speaker } = values;
  return [...(speaker === undefined ? [] : [speaker]), ...namedInEdit(values).actors];
}

/** Names records: an actor by its name, a statement by who said what. */
async function namer(
  store: Store,
  records: ReadonlyMap<string, AnyRecord>,
  actors: readonly string[],
  made: ReadonlyMap<string, AnyRecord>,
): Promise<NameOf> {
  const within = [...records.values()].flatMap((record) => {
    if ('speaker' in record) return [record.speaker];
    return 'from' in record ? [record.from, record.to] : [];
  });
  const more = await recordsOf(store, [...new Set([...actors, ...within])], made);
  const all = new Map([...more.now, ...records]);
  const name: NameOf = (id) => {
    const record = all.get(id);
    if (record === undefined) return `a record that is gone (${id})`;
    if ('speaker' in record) return `${name(record.speaker)} ${quoted(record.text)}`;
    if ('from' in record) return `${name(record.from)} ${plain(record.kind)} ${name(record.to)}`;
    if ('name' in record) return record.name;
    return 'title' in record ? record.title : id;
  };
  return name;
}

const plain = (code: string) => code.replaceAll('-', ' ');
const quoted = (text: string) => `“${summaryOf(text, QUOTED)}”`;

/** A decision that is no undo, in words. */
function wordsOf(action: Action, before: Seen, name: NameOf): string {
  switch (action.kind) {
    case 'accept':
    case 'reject': {
      const verb = action.kind === 'accept' ? 'Accepted' : 'Rejected';
      const [first = ''] = action.records;
      return action.records.length === 1
        ? `${verb} ${name(first)}`
        : `${verb} ${action.records.length.toLocaleString('en')} proposals, first ${name(first)}`;
    }
    case 'add': {
      // Of what was added then: the same words may have been added anew, of somebody else.
      const { speaker, text } = addedStatement(action);
      return `Added ${name(speaker)} ${quoted(text)}`;
    }
    case 'edit':
      return `Changed ${changes(action.set, before, name)} of ${name(action.record)}`;
    case 're-attribute': {
      const from = before.speaker === undefined ? '' : ` from ${name(before.speaker)}`;
      return `Gave the statement of ${name(action.record)}${from} to ${name(action.speaker)}`;
    }
    case 'merge':
      return `Merged ${name(action.from)} into ${name(action.into)}`;
    case 'split':
      return `Split ${action.into.name} from ${name(action.from)}`;
    case 'link':
      return `Made one statement of ${name(action.from)} and ${name(action.into)}`;
    case 'share-origin':
      return copiesIn(action, name);
    case 'undo':
      return 'Took back a decision that is gone';
  }
}

function copiesIn({ record, others = [], documents }: ActionOf<'share-origin'>, name: NameOf) {
  if (others.length === 0)
    return `Said that ${documents.length} reports of ${name(record)} copy one another`;
  const more = `${others.length.toLocaleString('en')} more`;
  return `Said that ${documents.length} documents copy one another in what they report of ${name(record)} and ${more}`;
}

function changes(set: Seen, before: Seen, name: NameOf): string {
  const told = EDITED.filter((field) => set[field] !== undefined).map(
    (field) => `${field} (${value(before[field], name)} → ${value(set[field], name)})`,
  );
  const all = [...told, ...passageChanges(set, before, name)];
  return all.length > 0 ? all.join(', ') : 'the passages';
}

/** What an edit sets of the words that a record rests on, as far as it differs from before. */
function passageChanges(set: Seen, before: Seen, name: NameOf): string[] {
  return PASSAGES.flatMap(({ label, of }) => {
    const [old, now] = [of(before, name), of(set, name)];
    if (now === undefined || now === old) return [];
    return [`${label} (${old || 'none'} → ${now || 'none'})`];
  });
}

interface Passages {
  readonly label: string;
  /** In words; empty when there are none, undefined when the values do not say. */
  readonly of: (values: Seen, name: NameOf) => string | undefined;
}

const words = (selectors: readonly (Selector | null)[]) =>
  selectors.flatMap((each) => (each === null ? [] : quoted(each.exact))).join(', ');

const PASSAGES: readonly Passages[] = [
  { label: 'content', of: ({ reports }) => reports && words(reports.flatMap((it) => it.content)) },
  { label: 'cue', of: ({ reports }) => reports && words(reports.map((it) => it.cue)) },
  { label: 'source', of: ({ reports }) => reports && words(reports.map((it) => it.source)) },
  {
    label: 'carriers',
    of: ({ reports }, name) => reports && reports.flatMap((it) => it.via.map(name)).join(', '),
  },
  {
    label: 'passages',
    of: ({ evidence }) => evidence && words(evidence.flatMap((it) => it.selectors)),
  },
  {
    label: 'figures',
    of: ({ figures }) =>
      figures &&
      figures.map(({ text, value, unit }) => `${quoted(text)}: ${value ?? ''} ${unit}`).join(', '),
  },
];

type Value = Seen[(typeof EDITED)[number]];

function value(given: Value, name: NameOf): string {
  if (given === null || given === undefined) return 'not known';
  if (typeof given === 'string') return worded(given, name);
  const words = given.map((each) =>
    typeof each === 'string' ? worded(each, name) : `${name(each.actor)} (${each.role})`,
  );
  return words.length === 0 ? 'none' : words.join(', ');
}

function worded(text: string, name: NameOf): string {
  return ActorId.safeParse(text).success ? name(text) : summaryOf(text, QUOTED);
}
