import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { Action, Actor, ActorId, Decision, Records } from '../../graph-data/schema/index.ts';
import { selectorAt } from '../../graph-data/schema/index.ts';
import { OnrecordError } from '../../server/contract/index.ts';
import { Book } from '../../server/record/book.ts';
import { createRecord } from '../../server/record/index.ts';
import { replay, standing } from '../../server/record/replay.ts';
import type { AnyRecord, Store } from '../../server/store/store.ts';
import { openTemporaryStore } from '../../server/store/sqlite/index.ts';
import { records } from '../store/arbitrary.ts';
import { fixture } from '../store/fixture.ts';
import { MemoryStore } from '../store/memory-store.ts';
import { documentOf } from './document.ts';

const BY = { by: 'local' };

/** A text from which statements are added, beside the documents of a generated record. */
const HELD = 'one two three four';

/** A step in the abstract: numbers are taken modulo what there is to choose from. */
interface Step {
  readonly kind: Action['kind'];
  readonly picks: readonly number[];
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom<Action['kind']>(
    'accept',
    'reject',
    'add',
    'add',
    'edit',
    're-attribute',
    'merge',
    'merge',
    'split',
    'link',
    'link',
    'share-origin',
    'undo',
    'undo',
  ),
  picks: fc.array(fc.nat(200), { minLength: 4, maxLength: 4 }),
});

function actionFor({ kind, picks }: Step, data: Records, log: readonly Decision[]): Action | null {
  const [a = 0, b = 0, c = 0, d = 0] = picks;
  const one = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length];
  const actor = (at: number) => one(data.actors, at)?.id ?? 'actor:a0';
  const [statement, other] = [one(data.statements, a), one(data.statements, b)];
  const claims = [...data.statements, ...data.agreements, ...data.events, ...data.relations];
  const mention = one(data.mentions, d);
  if (kind === 'undo') {
    const target = one(log, a);
    return target ? { kind, decision: target.id } : null;
  }
  if (kind === 'merge') return { kind, from: actor(a), into: actor(b) };
  if (kind === 'accept' || kind === 'reject') {
    const named = [one(claims, a), one(claims, b)].filter((claim) => claim !== undefined);
    return named.length === 0 ? null : { kind, records: named.map(({ id }) => id) };
  }
  const mended = b % 2 === 0 ? mendingFor(picks, data, actor(c)) : null;
  if (kind === 'edit' && mended !== null) return mended;
  if (kind === 'add') return additionFor(picks, actor(b));
  if (!statement || !other) return null;
  switch (kind) {
    case 'edit':
      return {
        kind,
        record: statement.id,
        set:
          one(
            [
              { text: 'other words', act: 'denial' as const },
              { about: [actor(b), actor(c)], addressees: [actor(d)] },
              { reports: other.reports },
              { said: '2020-02', mode: 'mixed' as const },
            ],
            c,
          ) ?? {},
      };
    case 're-attribute':
      return { kind, record: statement.id, speaker: actor(b) };
    case 'split':
      return {
        kind,
        from: actor(c % 2 === 0 ? data.actors.findIndex(({ id }) => id === statement.speaker) : c),
        into: newActor(d, d % 2 === 0 ? null : actor(d)),
        statements: [statement.id],
        mentions: mention && mention.actor === statement.speaker ? [mention.id] : [],
      };
    case 'link':
      return { kind, from: statement.id, into: other.id };
    case 'share-origin':
      return {
        kind,
        record: statement.id,
        documents: statement.reports
          .map(({ document }) => document)
          .concat('doc:d0')
          .slice(0, 2),
      };
    default:
      return null;
  }
}

/** An edit of what is no statement; null when the record holds nothing of the kind. */
function mendingFor(
  [a = 0, , c = 0, d = 0]: readonly number[],
  { agreements, events, relations, actors }: Records,
  named: ActorId,
): Action | null {
  const one = <T>(list: readonly T[]): T | undefined => list[a % list.length];
  const [agreement, event, relation, actor] = [
    one(agreements),
    one(events),
    one(relations),
    one(actors),
  ];
  const edits: (Action | undefined)[] = [
    agreement && {
      kind: 'edit',
      record: agreement.id,
      set: { parties: [agreement.parties[0]!, named], state: 'signed', date: null },
    },
    event && {
      kind: 'edit',
      record: event.id,
      set: { kind: 'visit', participants: [{ actor: named, role: 'guest' }], place: 'Velin' },
    },
    relation && {
      kind: 'edit',
      record: relation.id,
      set: d % 2 === 0 ? { to: named } : { from: named, kind: 'supports', valid: '2020' },
    },
    actor && {
      kind: 'edit',
      record: actor.id,
      set: { name: `Mended ${c % 2}`, aliases: [actor.name], country: c % 2 ? named : null },
    },
  ];
  return edits[d % edits.length] ?? null;
}

function newActor(n: number, country: ActorId | null): Actor {
  const id: ActorId = `actor:new${n % 3}`;
  const name = `New ${n % 3}`;
  return { id, kind: 'person', name, aliases: [], wikidata: null, country, note: '' };
}

/** Words of the held text, said by somebody on the record or somebody new. */
function additionFor([a = 0, , c = 0, d = 0]: readonly number[], named: ActorId): Action {
  const words = ['one', 'two', 'three', 'four'].slice(a % 4, (a % 4) + 1 + (d % 2));
  const start = HELD.indexOf(words[0] ?? '');
  const fresh = newActor(d, c % 2 === 0 ? null : named);
  const isNew = c % 3 > 0;
  return {
    kind: 'add',
    statement: {
      speaker: isNew ? fresh.id : named,
      mode: 'indirect',
      act: 'assertion',
      said: null,
      addressees: [],
      about: d % 2 === 0 ? [] : [named],
      report: {
        document: 'doc:held',
        content: [selectorAt(HELD, start, start + words.join(' ').length)],
        cue: null,
        source: null,
        via: [],
        repeats: [],
      },
    },
    actors: isNew ? [fresh] : [],
  };
}

async function plain(store: Store): Promise<string> {
  return JSON.stringify({ ...(await store.dataSet()), decisions: [] });
}

/** The record by replaying the whole log over the whole data set, from scratch. */
function fromScratch(data: Records, log: readonly Decision[]): Map<string, AnyRecord> {
  const { format: _format, decisions: _decisions, ...lists } = data;
  const book = new Book(Object.values(lists).flat());
  replay(book, standing(log), { record: () => null, isDropped: () => false });
  return book.records;
}

async function standingRecords(store: Store): Promise<[string, string][]> {
  const { format: _format, decisions: _decisions, ...lists } = await store.dataSet();
  return sorted(Object.values(lists).flat());
}

function sorted(list: Iterable<AnyRecord>): [string, string][] {
  return [...list]
    .map((record): [string, string] => [record.id, JSON.stringify(record)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const opened: Store[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});

describe.each([
  ['in memory', async () => new MemoryStore(), 60],
  ['in SQLite', () => openTemporaryStore(), 12],
] as const)('decisions %s', (_where, open, numRuns) => {
  test('leave what a replay from scratch leaves, and undone leave what was there', async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.array(step, { minLength: 1, maxLength: 14 }),
        async (drawn, steps) => {
          const store = await open();
          try {
            await store.loadSample(drawn);
            const record = createRecord(store);
            const document = documentOf('doc:held', HELD);
            await record.importExtraction({ document, text: HELD, proposals: {} });
            const data = await store.dataSet();
            const before = await plain(store);
            const recorded = await recordedAt(store);
            const log = await take(store, record, data, steps, seen);
            expect(await standingRecords(store)).toEqual(sorted(fromScratch(data, log).values()));
            await undoAll(store, record);
            expect(await plain(store)).toBe(before);
            expect(await recordedAt(store)).toEqual(recorded);
            expect(await store.bases()).toEqual(new Map());
            for (const { id } of data.actors) expect(await store.resolveId(id)).toBe(id);
          } finally {
            await store.close();
          }
        },
      ),
      { numRuns },
    );
    if (numRuns >= 50)
      for (const kind of [
        'merge',
        'split',
        'link',
        'add',
        'edit',
        're-attribute',
        'undo',
        'accept',
      ])
        expect([kind, (seen.get(kind) ?? 0) > 0]).toEqual([kind, true]);
  });
});

async function recordedAt(store: Store): Promise<[string, string][]> {
  const ids = (await store.dataSet()).statements.map(({ id }) => id);
  return (await store.statementsById(ids)).map(({ id, recorded }) => [id, recorded]);
}

/** Takes the steps that can be taken; one that is refused must change nothing. */
async function take(
  store: Store,
  record: ReturnType<typeof createRecord>,
  data: Records,
  steps: readonly Step[],
  seen: Map<string, number>,
): Promise<Decision[]> {
  for (const each of steps) {
    const action = actionFor(each, data, (await store.dataSet()).decisions);
    if (!action) continue;
    const before = JSON.stringify([await store.dataSet(), await store.revision()]);
    try {
      await record.decide(action, BY);
      seen.set(action.kind, (seen.get(action.kind) ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error;
      expect(['invalid-decision', 'not-found', 'conflict']).toContain(error.code);
      expect(JSON.stringify([await store.dataSet(), await store.revision()])).toBe(before);
    }
  }
  return (await store.dataSet()).decisions;
}

async function undoAll(store: Store, record: ReturnType<typeof createRecord>): Promise<void> {
  for (;;) {
    const last = standing((await store.dataSet()).decisions).at(-1);
    if (!last) return;
    await record.undo(last.id, BY);
  }
}

describe('a decision', () => {
  const filled = async () => {
    const store = await openTemporaryStore();
    opened.push(store);
    await store.loadSample(fixture());
    return { store, record: createRecord(store) };
  };
  const code = (expected: string) => expect.objectContaining({ code: expected });

  test('merges two actors: names, parts and old id go over', async () => {
    const { store, record } = await filled();
    await record.decide({ kind: 'merge', from: 'actor:zelensky', into: 'actor:old' }, BY);
    const [actor] = await store.actorsById(['actor:zelensky']);
    expect(actor).toMatchObject({
      id: 'actor:old',
      aliases: ['Volodymyr Zelensky', 'Vladimir Zelenskiy'],
    });
    const [statement] = await store.statementsById(['stmt:short']);
    expect(statement?.speaker).toBe('actor:old');
    const [counts] = await store.actorCounts(['actor:old']);
    expect(counts).toMatchObject({ said: 2, events: 1, relations: 1, agreements: 1 });
  });

  test('does not merge the only two parties of an agreement', async () => {
    const { record } = await filled();
    const action = { kind: 'merge', from: 'actor:belarus', into: 'actor:belta' } as const;
    await expect(record.decide(action, BY)).rejects.toEqual(code('invalid-decision'));
  });

  test.each([
    ['a relation', 'actor:zelensky', 'rel:office'],
    ['an agreement', 'actor:belta', 'agr:treaty'],
  ] as const)('merges two that %s ties only once that is rejected', async (_what, from, tie) => {
    const { store, record } = await filled();
    const before = await plain(store);
    const merge = { kind: 'merge', from, into: 'actor:belarus' } as const;
    await expect(record.decide(merge, BY)).rejects.toEqual(code('invalid-decision'));
    expect(await plain(store)).toBe(before);
    const rejected = await record.decide({ kind: 'reject', records: [tie] }, BY);
    const { decision, changed } = await record.decide(merge, BY);
    expect(changed).toContain(tie);
    expect(await store.resolveId(tie)).toBeNull();
    await expect(record.undo(rejected.decision.id, BY)).rejects.toEqual(code('conflict'));
    await record.undo(decision.id, BY);
    await record.undo(rejected.decision.id, BY);
    expect(await plain(store)).toBe(before);
    expect(await store.bases()).toEqual(new Map());
  });

  test('of many records is undone as one', async () => {
    const { store, record } = await filled();
    const before = await plain(store);
    const { decision, changed } = await record.decide(
      { kind: 'reject', records: ['stmt:short', 'stmt:long', 'agr:treaty'] },
      BY,
    );
    expect(changed).toEqual(['agr:treaty', 'stmt:long', 'stmt:short']);
    expect(await store.counts()).toMatchObject({ statements: 0, agreements: 0 });
    await record.undo(decision.id, BY);
    expect(await plain(store)).toBe(before);
    await expect(record.undo(decision.id, BY)).rejects.toEqual(code('invalid-decision'));
  });

  test('that is undone can be done again by undoing the undo', async () => {
    const { store, record } = await filled();
    const merge = { kind: 'merge', from: 'actor:zelensky', into: 'actor:old' } as const;
    const { decision } = await record.decide(merge, BY);
    const after = await plain(store);
    const undo = await record.undo(decision.id, BY);
    expect(await store.resolveId('actor:zelensky')).toBe('actor:zelensky');
    await record.undo(undo.decision.id, BY);
    expect(await plain(store)).toBe(after);
    expect(await store.resolveId('actor:zelensky')).toBe('actor:old');
  });

  test('that another rests on is not undone before it', async () => {
    const { store, record } = await filled();
    const into = {
      id: 'actor:twin',
      kind: 'person',
      name: 'A Twin',
      aliases: [],
      wikidata: null,
      country: null,
      note: '',
    } as const;
    const split = await record.decide(
      {
        kind: 'split',
        from: 'actor:zelensky',
        into: { ...into, aliases: [] },
        statements: ['stmt:short'],
        mentions: ['men:one'],
      },
      BY,
    );
    expect((await store.mentions('doc:one'))[0]?.actor).toBe('actor:twin');
    const given = await record.decide(
      { kind: 're-attribute', record: 'stmt:long', speaker: 'actor:twin' },
      BY,
    );
    await expect(record.undo(split.decision.id, BY)).rejects.toEqual(code('conflict'));
    await record.undo(given.decision.id, BY);
    await record.undo(split.decision.id, BY);
    expect(await store.actorsById(['actor:twin'])).toEqual([]);
  });

  test('joins two tellings in one document as a repeat', async () => {
    const { store, record } = await filled();
    await record.decide({ kind: 'link', from: 'stmt:short', into: 'stmt:long' }, BY);
    const [statement] = await store.statementsById(['stmt:short']);
    expect(statement?.id).toBe('stmt:long');
    expect(statement?.reports).toHaveLength(1);
    expect(statement?.reports[0]?.repeats.map(({ exact }) => exact)).toEqual(['Border, border']);
  });

  test.each([
    ['on what never was', { kind: 'accept', records: ['stmt:never'] }, 'not-found'],
    [
      'to an unknown speaker',
      { kind: 're-attribute', record: 'stmt:short', speaker: 'actor:x' },
      'not-found',
    ],
    [
      'beyond the text',
      { kind: 'edit', record: 'stmt:short', set: { reports: [beyond()] } },
      'invalid-decision',
    ],
    [
      'of an actor into itself',
      { kind: 'merge', from: 'actor:old', into: 'actor:old' },
      'invalid-decision',
    ],
    ['to undo nothing', { kind: 'undo', decision: 'dec:never' }, 'not-found'],
  ] as [string, Action, string][])('%s is refused', async (_what, action, expected) => {
    const { store, record } = await filled();
    const before = await plain(store);
    await expect(record.decide(action, BY)).rejects.toEqual(code(expected));
    expect(await plain(store)).toBe(before);
    expect((await store.dataSet()).decisions).toEqual([]);
  });
});

function beyond() {
  const [statement] = fixture().statements;
  const report = statement?.reports[0];
  if (!report) throw new Error('the fixture has a report');
  return {
    ...report,
    content: [{ exact: 'far', prefix: '', suffix: '', start: 5000, end: 5003 }],
  };
}
