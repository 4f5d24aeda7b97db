import {
  ARMY,
  ATTACKS,
  CRAFT,
  EXERCISES,
  FORCES,
  GOODS,
  MISSILES,
  MODEL,
  NAME,
  PLACE,
  PLACES,
  SHOTS,
  WORDS,
} from './frame-nouns.ts';
import { frame, SUBJECT, words, type Frame } from './frames.ts';

const WHERE = { to: 'host', in: 'host', into: 'host', from: 'origin' } as const;
const AT = {
  at: 'target',
  on: 'target',
  against: 'target',
  into: 'target',
  from: 'origin',
} as const;
const PLACED = new Set([...PLACES, PLACE, 'site', 'hideout', 'radar']);

const EXERCISE_FRAMES: readonly Frame[] = [
  frame(
    'exercise',
    'hold conduct host begin start launch stage carry run complete practise practice finish end wrap open kick',
    { nouns: EXERCISES, obliques: { with: 'participant', in: 'host', for: 'guest' } },
  ),
  frame('exercise', 'take participate join', {
    nouns: EXERCISES,
    within: 'in',
    agent: 'participant',
    obliques: { with: 'participant', including: 'participant' },
  }),
  frame('exercise', 'conclude resume', {
    nouns: new Set([...EXERCISES].filter((noun) => noun !== 'training')),
    obliques: { with: 'participant', in: 'host' },
  }),
  frame('exercise', 'complete undergo finish attend pass', {
    nouns: words('course training'),
    agentNouns: new Set([...FORCES, ARMY]),
    agent: 'participant',
    obliques: { in: 'host', with: 'participant' },
  }),
  // "The drills involve 400 ships of the Norwegian navy"
  frame('exercise', 'involve include bring gather', {
    nouns: EXERCISES,
    within: SUBJECT,
    agent: 'participant',
    object: 'participant',
    obliques: { from: 'participant', of: 'participant', in: 'host' },
  }),
  // "Norwegian soldiers practised river crossings with Peru's marines"
  frame('exercise', 'rehearse practise practice simulate', {
    agentNouns: new Set([...FORCES, ARMY]),
    obliques: { with: 'participant', in: 'host' },
  }),
  // "Norwegian soldiers have been training in Peru"
  frame('exercise', 'train exercise', {
    agentNouns: new Set([...FORCES, ARMY]),
    obliques: { with: 'participant', in: 'host' },
    toward: ['in', 'at', 'near', 'with'],
  }),
  frame('exercise', 'begin start take end conclude open finish kick run continue get', {
    nouns: EXERCISES,
    within: SUBJECT,
    agent: 'participant',
    obliques: { with: 'participant', between: 'participant', of: 'participant', in: 'host' },
  }),
];

const DELIVERY_PARTS = { to: 'recipient', from: 'origin', with: 'recipient' } as const;

const TRANSFER_FRAMES: readonly Frame[] = [
  frame('delivery', 'transfer', {
    nouns: GOODS,
    agent: 'origin',
    object: 'recipient',
    obliques: { to: 'recipient' },
    needs: 'recipient',
  }),
  // "Flew in 2,000 missiles"
  frame('delivery', 'fly ship bring airlift', {
    nouns: GOODS,
    particle: 'in',
    agent: 'origin',
    needs: 'origin',
  }),
  // "Supplied the army with drones", where the object receives.
  frame('delivery', 'supply provide equip arm present', {
    nouns: GOODS,
    within: 'with',
    agent: 'origin',
    object: 'recipient',
    needs: 'object',
  }),
];

const DELIVERY_FRAMES: readonly Frame[] = [
  frame('delivery', 'deliver ship supply export donate provide give sell send airlift hand gift', {
    nouns: GOODS,
    agent: 'origin',
    object: 'recipient',
    obliques: DELIVERY_PARTS,
  }),
  // "Delivered twelve chassis to Kazakhstan": any goods, where somebody receives them.
  frame('delivery', 'deliver ship supply export donate airlift', {
    but: WORDS,
    agent: 'origin',
    object: 'recipient',
    obliques: DELIVERY_PARTS,
    needs: 'recipient',
  }),
  // The parser takes "handed over tanks" for tanks that something goes over.
  frame('delivery', 'hand', {
    nouns: GOODS,
    within: 'over',
    agent: 'origin',
    obliques: { to: 'recipient' },
  }),
  frame('delivery', 'get obtain', {
    nouns: GOODS,
    agent: 'recipient',
    obliques: { from: 'origin' },
    needs: 'origin',
    done: true,
  }),
  frame('delivery', 'receive import buy acquire purchase', {
    nouns: GOODS,
    agent: 'recipient',
    obliques: { from: 'origin' },
    done: true,
  }),
  frame('delivery', 'take', {
    nouns: words('delivery'),
    agent: 'recipient',
    obliques: { from: 'origin' },
    done: true,
  }),
  // "Took | delivery of two launchers", which the parser took for one noun
  frame('delivery', 'take accept', {
    particle: 'delivery',
    agent: 'recipient',
    obliques: { from: 'origin' },
    done: true,
  }),
  frame('delivery', 'cross', {
    nouns: words('border frontier'),
    agentNouns: words('tank howitzer launcher ammunition munition gun weapon missile rocket aid'),
    agent: 'origin',
    obliques: { from: 'origin', into: 'recipient' },
  }),
  // "A first shipment left the port"
  frame('delivery', 'leave depart', {
    nouns: words('shipment consignment batch cargo'),
    within: SUBJECT,
    agent: 'origin',
    object: 'origin',
    obliques: { for: 'recipient', to: 'recipient', from: 'origin' },
  }),
  frame('delivery', 'arrive land dock reach', {
    nouns: words(
      `shipment consignment batch planeload shipload tank howitzer launcher ammunition munition gun weapon armament vaccine grain aid warhead ${MODEL}`,
    ),
    within: SUBJECT,
    obliques: { in: 'recipient', at: 'recipient', to: 'recipient', from: 'origin' },
    object: 'recipient',
    agent: 'origin',
  }),
];

const MOVES =
  'arrive land cross enter sail roll creep pour withdraw retreat redeploy deploy relocate';

const DEPLOYMENT_FRAMES: readonly Frame[] = [
  frame('deployment', 'deploy station move redeploy transfer fly relocate', {
    nouns: words(
      `missile system launcher tank artillery radar battery aircraft jet helicopter drone weapon warhead carrier destroyer frigate warship submarine ${MODEL}`,
    ),
    obliques: WHERE,
  }),
  frame('deployment', 'leave exit enter cross reach', {
    nouns: FORCES,
    within: SUBJECT,
    object: 'host',
    obliques: { for: 'host' },
  }),
  // "Completed its pullout from Chad"
  frame('deployment', 'complete finish begin start continue', {
    nouns: words('pullout withdrawal pull-out redeployment deployment drawdown'),
    agentKind: 'body',
    obliques: { from: 'origin', of: 'participant' },
  }),
  frame('deployment', 'fly patrol', {
    nouns: words('bomber fighter warplane jet warship frigate destroyer'),
    within: SUBJECT,
    obliques: { over: 'host', off: 'host', near: 'host', along: 'host' },
    toward: ['over', 'off', 'near', 'along'],
  }),
  frame('deployment', MOVES, { nouns: FORCES, within: SUBJECT, obliques: WHERE }),
  frame('deployment', 'come return move head', {
    nouns: FORCES,
    within: SUBJECT,
    obliques: WHERE,
    toward: ['to', 'in', 'into', 'from', 'toward', 'towards', 'at', 'near', 'across', 'through'],
  }),
  frame('deployment', 'ship', {
    nouns: words('troop soldier marine peacekeeper mercenary'),
    obliques: WHERE,
  }),
  // "Norway withdrew from Peru"
  frame('deployment', 'withdraw pull', {
    nouns: new Set([PLACE, 'base', 'garrison']),
    within: 'from of',
    agentKind: 'body',
    obliques: { from: 'origin', of: 'origin' },
    bare: true,
    done: true,
  }),
  frame('deployment', 'arrive move cross', {
    nouns: words('equipment hardware vehicle armour armor'),
    within: SUBJECT,
    obliques: WHERE,
    toward: ['in', 'to', 'into', 'at', 'near', 'from', 'through', 'across'],
  }),
  frame('deployment', 'deploy dispatch', {
    nouns: words('man'),
    agentKind: 'body',
    obliques: WHERE,
  }),
  frame(
    'deployment',
    'deploy send move station dispatch transfer relocate redeploy reposition raise reduce withdraw mass amass reinforce post pull fly scramble concentrate rotate commit rush bring airlift',
    { nouns: FORCES, obliques: WHERE },
  ),
];

const ATTACK_FRAMES: readonly Frame[] = [
  frame('attack', 'launch conduct carry mount stage unleash step intensify escalate resume', {
    nouns: ATTACKS,
    obliques: { on: 'target', against: 'target', of: 'target', in: 'target', from: 'origin' },
  }),
  frame(
    'attack',
    'attack bomb shell invade kill strike assassinate torture bombard ambush storm raid hack overthrow ram besiege encircle wound injure murder execute behead abduct kidnap poison sink stab hijack',
    { object: 'target', needs: 'object', obliques: { from: 'origin' } },
  ),
  frame('attack', 'clash fight', {
    agentKind: 'body',
    obliques: { with: 'target', against: 'target' },
    needs: 'two',
    agentNouns: new Set([...FORCES, ARMY, ...words('militia police guard protester settler gang')]),
  }),
  frame('attack', 'seize capture occupy recapture storm retake overrun besiege take grab annex', {
    nouns: new Set([...PLACES].filter((noun) => noun !== 'power' && noun !== 'house')),
    object: 'target',
    agentKind: 'body',
    needs: 'target',
  }),
  frame(
    'attack',
    'seize capture occupy recapture storm retake overrun besiege grab annex liberate',
    {
      nouns: new Set([...PLACED].filter((noun) => noun !== 'power')),
      object: 'target',
      agentKind: 'body',
    },
  ),
  // A ruler does so, too.
  frame('attack', 'annex occupy invade', {
    nouns: new Set([PLACE]),
    object: 'target',
    obliques: { from: 'target' },
  }),
  frame(
    'attack',
    'bomb shell bombard ambush raid attack destroy hit strike damage target ram sink pound pummel hammer batter hijack',
    { nouns: PLACED, object: 'target', agentKind: 'body' },
  ),
  // "Advanced towards the town": ground is taken.
  frame('attack', 'advance', { nouns: FORCES, within: SUBJECT, agentKind: 'body' }),
  frame('attack', 'surround encircle isolate', {
    nouns: PLACED,
    object: 'target',
    agentKind: 'body',
    agentNouns: FORCES,
  }),
  // Of towns that nothing but their name tells: "liberated Robotyne"
  frame('attack', 'seize capture recapture retake overrun liberate isolate encircle besiege', {
    nouns: words(NAME),
    object: 'target',
    agentKind: 'body',
    agentNouns: new Set([...FORCES, ARMY]),
  }),
  // "The town fell to the rebels"
  frame('attack', 'fall', {
    nouns: new Set([...FORCES, ARMY]),
    within: 'to',
    agent: 'target',
    obliques: { to: 'actor' },
    needs: 'actor',
  }),
  frame('attack', 'crash slam smash plough plow plunge', {
    nouns: words('missile drone rocket shell bomb mortar shahed'),
    within: SUBJECT,
    obliques: { into: 'target', on: 'target' },
    toward: ['into', 'on', 'in'],
  }),
  frame('attack', 'explode detonate', {
    nouns: words('missile drone rocket shell bomb mine device'),
    within: SUBJECT,
    obliques: { in: 'target', near: 'target', at: 'target', outside: 'target' },
    toward: ['in', 'near', 'at', 'outside'],
  }),
  frame('attack', 'break', {
    nouns: words('system network server account computer database website'),
    within: 'into',
    obliques: { of: 'target' },
  }),
  frame('attack', 'shoot', { particle: 'dead', object: 'target', needs: 'object' }),
  frame('attack', 'shoot', { object: 'target', objectKind: 'person', needs: 'object' }),
  frame('attack', 'gun', { particle: 'down', object: 'target', needs: 'object' }),
  // "Twelve soldiers died in an ambush"
  frame('attack', 'die perish', {
    nouns: ATTACKS,
    within: 'in during',
    agent: 'target',
    obliques: { by: 'actor' },
  }),
  frame('attack', 'destroy intercept down repel', {
    agentNouns: words('defence defense'),
    object: 'target',
    agentKind: 'body',
  }),
  frame('attack', 'down', { nouns: CRAFT, object: 'target', agentKind: 'body' }),
  frame('attack', 'shoot bring', {
    nouns: new Set([...CRAFT, MODEL]),
    particle: 'down',
    object: 'target',
    agentKind: 'body',
  }),
  frame('attack', 'blow', { particle: 'up', object: 'target' }),
  frame('attack', 'shoot', { particle: 'up', nouns: PLACED, object: 'target' }),
  frame('attack', 'fire launch lob hurl drop throw', {
    nouns: new Set([...MISSILES, ...SHOTS]),
    obliques: AT,
    object: 'target',
    needs: 'target',
  }),
  frame('attack', 'fire launch lob hurl', {
    nouns: new Set([...MISSILES, ...SHOTS]),
    obliques: AT,
    agentKind: 'body',
    toward: ['at', 'against', 'into'],
  }),
  frame('attack', 'come', {
    nouns: ATTACKS,
    within: 'under',
    agent: 'target',
    obliques: { from: 'actor' },
  }),
  frame('attack', 'use turn', {
    nouns: SHOTS,
    obliques: { against: 'target', on: 'target' },
    needs: 'target',
  }),
  // Drones are not launched to be tried.
  frame('attack', 'fire launch send', {
    nouns: words('drone shahed uav'),
    agentKind: 'body',
    toward: ['at', 'against', 'into', 'on', 'by', 'from', 'toward', 'towards'],
  }),
  frame('other', 'fire test launch test-fire', { nouns: MISSILES, agentKind: 'body' }),
  frame('attack', 'open', { nouns: words('fire'), obliques: { on: 'target', at: 'target' } }),
  frame('other', 'stray intrude', {
    nouns: words('airspace waters water'),
    within: 'into in',
    obliques: { into: 'target' },
    agentKind: 'body',
  }),
  frame('other', 'fly cross', {
    nouns: words('airspace waters water'),
    within: 'into in',
    obliques: { into: 'target' },
    needs: 'two',
  }),
  // "The first 431 Iraqis were flown home"
  frame('other', 'fly bring', {
    particle: 'home',
    object: 'target',
    needs: 'object',
    passive: true,
  }),
  frame('other', 'evacuate repatriate', {
    object: 'target',
    obliques: { from: 'origin', to: 'host' },
    agentKind: 'body',
  }),
  frame('other', 'violate enter breach penetrate', {
    nouns: words('airspace waters water line'),
    object: 'target',
    needs: 'two',
  }),
];

/** Of what armies and suppliers do. */
export const FORCE_FRAMES = {
  exercises: EXERCISE_FRAMES,
  transfers: TRANSFER_FRAMES,
  deployments: DEPLOYMENT_FRAMES,
  deliveries: DELIVERY_FRAMES,
  attacks: ATTACK_FRAMES,
};
