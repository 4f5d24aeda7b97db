import type { EventKind, Role } from '../../../graph-data/schema/index.ts';
import { CAPTIVES, EXERCISES, FORCES, GOODS } from './frame-nouns.ts';
import { words } from './frames.ts';

/** What kind of event a noun with its phrases tells of, and who plays which part. */
export interface NounFrame {
  readonly kind: EventKind;
  readonly nouns: ReadonlySet<string>;
  /** What the noun must be of ("the delivery | of tanks"); null when of anything. */
  readonly of: ReadonlySet<string> | null;
  /** Parts by preposition; `'s` is the possessor, `adj` a state's adjective before the noun. */
  readonly parts: Readonly<Record<string, Role>>;
  /** What the subject of the verb plays on which the noun hangs ("said at a meeting with"). */
  readonly subject: Role | null;
  /** Who acts must be a person, or people who stand for somebody. */
  readonly person: boolean;
  /** One of these phrases must be there. */
  readonly needs: readonly string[];
  /** Somebody must be known in one of these parts. */
  readonly told: readonly Role[];
  /** One of these adjectives must stand before the noun ("military | action"); null when none needs to. */
  readonly described: ReadonlySet<string> | null;
}

const noun = (kind: EventKind, nouns: string, rest: Partial<NounFrame>): NounFrame => ({
  kind,
  nouns: words(nouns),
  of: null,
  parts: {},
  subject: null,
  person: false,
  needs: [],
  told: [],
  described: null,
  ...rest,
});

const NOUN_FRAMES: readonly NounFrame[] = [
  noun('visit', 'visit trip', {
    parts: { "'s": 'guest', by: 'guest', of: 'guest', to: 'host', with: 'participant' },
    subject: 'guest',
    person: true,
    needs: ['to', 'on'],
    told: ['guest'],
  }),
  noun('meeting', 'meeting talk talks conversation summit negotiation negotiations call', {
    parts: { "'s": 'participant', with: 'participant', between: 'participant', of: 'participant' },
    subject: 'participant',
    person: true,
    needs: ['with', 'between', 'of'],
    told: ['participant'],
  }),
  noun('arrest', 'arrest detention', {
    parts: { of: 'target', "'s": 'target', by: 'actor' },
    needs: ['of', "'s"],
    told: ['target'],
  }),
  noun('attack', 'attack strike airstrike raid', {
    parts: { "'s": 'actor', by: 'actor', adj: 'actor', on: 'target', against: 'target' },
    needs: ['on', 'against', 'by'],
    told: ['actor', 'target'],
  }),
  noun('attack', 'shelling bombardment bombing invasion', {
    parts: {
      "'s": 'actor',
      by: 'actor',
      adj: 'actor',
      on: 'target',
      against: 'target',
      of: 'target',
    },
    needs: ['on', 'against', 'by', 'of'],
    told: ['actor', 'target'],
  }),
  noun('attack', 'action intervention operation', {
    parts: { "'s": 'actor', by: 'actor', adj: 'actor', against: 'target', in: 'target' },
    needs: ['against', 'in'],
    told: ['actor'],
    described: words('military armed naval'),
  }),
  noun('attack', 'clash fighting skirmish firefight hostilities', {
    parts: { between: 'participant', with: 'participant', of: 'participant' },
    needs: ['between', 'with'],
    told: ['participant'],
  }),
  noun('protest', 'protest demonstration rally riot', {
    parts: { in: 'host', by: 'actor', "'s": 'actor' },
    needs: ['in', 'by'],
    told: ['host', 'actor'],
  }),
  noun('attack', 'assassination murder killing downing', {
    parts: { of: 'target', "'s": 'actor', by: 'actor', adj: 'actor' },
    needs: ['of'],
    told: ['target'],
  }),
  noun('deployment', 'deployment redeployment relocation transfer withdrawal arrival appearance', {
    of: new Set([...FORCES, 'police']),
    parts: { of: 'actor', "'s": 'actor', by: 'actor', to: 'host', in: 'host', from: 'origin' },
    needs: ['of'],
    told: ['actor'],
  }),
  noun('delivery', 'delivery shipment supply transfer handover', {
    of: GOODS,
    parts: { "'s": 'origin', by: 'origin', from: 'origin', to: 'recipient' },
    needs: ['of'],
    told: ['recipient', 'origin'],
  }),
  noun('exercise', [...EXERCISES].filter((one) => one !== 'inspection').join(' '), {
    parts: {
      with: 'participant',
      between: 'participant',
      by: 'participant',
      of: 'participant',
      in: 'host',
    },
    subject: 'participant',
    needs: ['with', 'between', 'by', 'of', 'in'],
    told: ['participant'],
  }),
  noun('appointment', 'appointment election nomination', {
    parts: { of: 'target', "'s": 'target', by: 'actor' },
    needs: ['of', "'s"],
    told: ['target'],
  }),
  noun('other', 'exchange swap', {
    of: CAPTIVES,
    parts: { between: 'participant', with: 'participant' },
    needs: ['between', 'with'],
    told: ['participant'],
  }),
  noun('other', 'resignation dismissal ouster removal sacking expulsion extradition', {
    parts: { of: 'target', "'s": 'target', by: 'actor', from: 'origin' },
    needs: ['of', "'s"],
    told: ['target'],
  }),
];

const byNoun = new Map<string, NounFrame[]>();
for (const frame of NOUN_FRAMES)
  for (const one of frame.nouns) byNoun.set(one, [...(byNoun.get(one) ?? []), frame]);

/** The frames of a noun, in the order in which they are tried; none for most. */
export function nounFrames(lemma: string): readonly NounFrame[] {
  return byNoun.get(lemma) ?? NONE;
}

const NONE: readonly NounFrame[] = [];
