import { OFFICES } from '../actors/roles.ts';
import type { EventKind, Role } from '../../../graph-data/schema/index.ts';

/** What kind of event a verb with its arguments tells of, and who plays which part. */
export interface Frame {
  readonly kind: EventKind;
  readonly verbs: ReadonlySet<string>;
  /** The object's noun must be one of these; null when any object, or none, will do. */
  readonly nouns: ReadonlySet<string> | null;
  /** The preposition that brings that noun in; null when it is the object. */
  readonly within: string | null;
  readonly agent: Role;
  /** Null when the object is a thing. */
  readonly object: Role | null;
  /** Parts of those that a preposition brings in. */
  readonly obliques: Readonly<Record<string, Role>>;
  /** What somebody must be to be the agent; null when anybody will do. */
  readonly agentKind: 'person' | null;
  /** What somebody must be to be the object; null when anybody or anything will do. */
  readonly objectKind: 'person' | null;
  /** It takes an actor as its object, or two participants. */
  readonly needs: 'object' | 'two' | null;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const FORCES = set(
  'troop soldier force serviceman servicemen unit jet drone aircraft plane warplane battalion brigade ship warship vessel presence group contingent deployment fighter bomber reinforcement personnel army monitor observer peacekeeper instructor marine paratrooper convoy',
);
const GOODS = set(
  'ammunition ammo weapon weaponry arm arms munition shell tank truck vehicle system missile equipment aid drone aircraft jet helicopter howitzer launcher artillery rocket gas oil grain fuel loan package assistance supplies vest generator batch shipment carrier',
);
const EXERCISES = set(
  'exercise drill training manoeuvre maneuver simulation wargame rehearsal exercises drills',
);
const TALKS = set(
  'talk talks meeting summit negotiation consultation conversation discussion call conference',
);
const ATTACKS = set(
  'strike attack invasion offensive assault airstrike barrage bombardment raid shelling',
);

const TARGETS = set(
  'depot warehouse base headquarters post airfield bridge ship boat tanker plant station building house hospital school convoy column position drone missile plane jet helicopter aircraft tank vehicle launcher refinery substation facility city town village port',
);

const frame = (
  kind: EventKind,
  verbs: string,
  rest: Partial<Omit<Frame, 'kind' | 'verbs'>> = {},
): Frame => ({
  kind,
  verbs: set(verbs),
  nouns: null,
  within: null,
  agent: 'actor',
  object: null,
  obliques: {},
  agentKind: null,
  objectKind: null,
  needs: null,
  ...rest,
});

/** The first that fits is taken. */
export const FRAMES: readonly Frame[] = [
  frame(
    'exercise',
    'hold conduct host begin start launch stage carry run complete practise practice',
    {
      nouns: EXERCISES,
      obliques: { with: 'participant', in: 'host', for: 'guest' },
    },
  ),
  frame('exercise', 'take participate', {
    nouns: EXERCISES,
    within: 'in',
    agent: 'participant',
    obliques: { with: 'participant' },
  }),
  frame('meeting', 'hold have conduct', {
    nouns: TALKS,
    agent: 'participant',
    obliques: { with: 'participant' },
    needs: 'two',
  }),
  frame('meeting', 'meet', {
    agent: 'participant',
    object: 'participant',
    obliques: { with: 'participant' },
    needs: 'two',
  }),
  frame('meeting', 'convene', {
    nouns: set('council meeting session summit cabinet committee'),
    agent: 'participant',
  }),
  frame('visit', 'visit tour', { agent: 'guest', object: 'host', agentKind: 'person' }),
  frame('visit', 'pay make', {
    nouns: set('visit trip'),
    agent: 'guest',
    obliques: { to: 'host' },
    agentKind: 'person',
  }),
  frame('meeting', 'receive welcome', {
    agent: 'host',
    object: 'guest',
    agentKind: 'person',
    objectKind: 'person',
    needs: 'object',
  }),
  frame('meeting', 'phone telephone', {
    agent: 'participant',
    object: 'participant',
    agentKind: 'person',
    needs: 'two',
  }),
  frame('visit', 'fly travel arrive', {
    agent: 'guest',
    obliques: { to: 'host', in: 'host' },
    agentKind: 'person',
  }),
  frame(
    'deployment',
    'deploy send move station dispatch transfer relocate redeploy raise reduce withdraw mass amass reinforce post',
    {
      nouns: FORCES,
      obliques: { to: 'host', in: 'host', into: 'host', from: 'origin' },
    },
  ),
  frame('delivery', 'deliver ship supply export donate provide give transfer sell send airlift', {
    nouns: GOODS,
    agent: 'origin',
    object: 'recipient',
    obliques: { to: 'recipient', from: 'origin', with: 'recipient' },
  }),
  // The parser takes "handed over tanks" for tanks that something goes over.
  frame('delivery', 'hand', {
    nouns: GOODS,
    within: 'over',
    agent: 'origin',
    obliques: { to: 'recipient' },
  }),
  frame('delivery', 'receive import buy', {
    nouns: GOODS,
    agent: 'recipient',
    obliques: { from: 'origin' },
  }),
  frame('arrest', 'arrest detain imprison jail', { object: 'target', needs: 'object' }),
  frame('sanction', 'sanction blacklist', { object: 'target', needs: 'object' }),
  frame('sanction', 'impose introduce extend', {
    nouns: set('sanction sanctions'),
    obliques: { on: 'target', against: 'target' },
  }),
  frame('appointment', 'appoint nominate elect reappoint re-elect reelect', {
    object: 'target',
    needs: 'object',
    obliques: { by: 'actor' },
  }),
  frame('appointment', 'name', {
    nouns: OFFICES,
    within: 'as',
    object: 'target',
    needs: 'object',
    obliques: { by: 'actor' },
  }),
  frame('attack', 'launch conduct carry mount', {
    nouns: ATTACKS,
    obliques: { on: 'target', against: 'target', in: 'target', from: 'origin' },
  }),
  frame(
    'attack',
    'attack bomb shell invade kill strike assassinate torture bombard ambush storm raid hack overthrow',
    {
      object: 'target',
      needs: 'object',
      obliques: { from: 'origin' },
    },
  ),
  frame('attack', 'fire launch', {
    nouns: set('missile rocket shell drone salvo volley'),
    obliques: { at: 'target', on: 'target', against: 'target', from: 'origin' },
  }),
  frame('attack', 'open', {
    nouns: set('fire'),
    obliques: { on: 'target', at: 'target', from: 'origin' },
  }),
  frame('attack', 'destroy hit damage target down', { nouns: TARGETS, object: 'target' }),
  frame('attack', 'seize capture occupy recapture storm', {
    nouns: set(
      'headquarters base city town village settlement territory position ship tanker plant station airfield bridge building island area district north south east west capital',
    ),
    object: 'target',
  }),
  frame('other', 'summon', {
    nouns: set("ambassador envoy diplomat charge chargé d'affaires charge-d'affaires"),
    object: 'target',
  }),
  frame('protest', 'protest demonstrate rally march', {
    obliques: { against: 'target', in: 'host' },
  }),
  frame('protest', 'stage hold join', { nouns: set('protest demonstration rally march strike') }),
];
