import fc from 'fast-check';
import type { Action, Actor, ActorId, Decision, Records } from '../../graph-data/schema/index.ts';
import { selectorAt } from '../../graph-data/schema/index.ts';

/** A text from which statements are added, beside the documents of a generated record. */
export const HELD = 'one two three four';

/** A step in the abstract: numbers are taken modulo what there is to choose from. */
export interface Step {
  readonly kind: Action['kind'];
  readonly picks: readonly number[];
}

export const step: fc.Arbitrary<Step> = fc.record({
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

/** The action that a step comes to; null when the record holds nothing for it. */
export function actionFor(
  { kind, picks }: Step,
  data: Records,
  log: readonly Decision[],
): Action | null {
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
        documents: (c % 2 === 0 ? [statement] : [statement, other])
          .flatMap(({ reports }) => reports.map(({ document }) => document))
          .concat('doc:d0')
          .slice(0, 2 + (d % 3)),
        ...(c % 2 === 0 ? {} : { others: [other.id] }),
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
