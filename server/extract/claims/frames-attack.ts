import {
  ARMY,
  ATTACKS,
  BOMBS,
  CRAFT,
  FORCES,
  MISSILES,
  MODEL,
  NAME,
  PLACE,
  PLACES,
  SHOTS,
} from './frame-nouns.ts';
import { frame, SUBJECT, words, type Frame } from './frames.ts';

const AT = {
  at: 'target',
  on: 'target',
  against: 'target',
  into: 'target',
  from: 'origin',
} as const;
const PLACED = new Set([...PLACES, PLACE, 'site', 'hideout', 'radar']);

/** Of attacks, and of what else is done by arms. */
export const ATTACK_FRAMES: readonly Frame[] = [
  // "Was subjected to a wave of strikes"
  frame('attack', 'subject', {
    nouns: ATTACKS,
    within: 'to',
    passive: true,
    object: 'target',
    needs: 'object',
  }),
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
  // "The rebels took 30 hostages"
  frame('attack', 'take seize', {
    nouns: words('hostage'),
    agentKind: 'body',
    agentNouns: new Set([...FORCES, ...words('attacker assailant kidnapper bandit pirate man')]),
    object: 'target',
    done: true,
  }),
  // "Fighters took the airport": by their own, whosever it was.
  frame('attack', 'take', {
    nouns: words(
      'city town village base airport headquarters settlement garrison checkpoint stronghold palace barracks airfield',
    ),
    agentNouns: new Set([...FORCES, ARMY]),
    agentKind: 'body',
    object: 'target',
    done: true,
  }),
  // "The rebels took control of the town"
  frame('attack', 'take seize gain wrest', {
    nouns: words('control'),
    agentNouns: new Set([
      ARMY,
      ...words(
        'rebel fighter militant insurgent gunman soldier troop jihadist guerrilla army force militia separatist paramilitary',
      ),
    ]),
    agentKind: 'body',
    obliques: { of: 'target', from: 'target' },
    done: true,
  }),
  // A ruler does so, too.
  frame('attack', 'annex occupy invade', {
    nouns: new Set([PLACE]),
    object: 'target',
    obliques: { from: 'target' },
  }),
  frame(
    'attack',
    'bomb shell bombard ambush raid attack destroy hit strike damage target ram sink pound pummel hammer batter hijack blast derail torch ransack loot firebomb',
    { nouns: PLACED, object: 'target', agentKind: 'body' },
  ),
  // "A missile hit an apartment block": whatever arms hit.
  frame('attack', 'hit strike damage destroy', {
    agentNouns: new Set([...BOMBS, 'airstrike', 'shelling', 'barrage']),
    object: 'target',
  }),
  // "Missiles landed in Lima"
  frame('attack', 'land rain', {
    nouns: words('missile rocket shell bomb mortar'),
    within: SUBJECT,
    obliques: { in: 'target', on: 'target', near: 'target', from: 'origin' },
    toward: ['in', 'on', 'near', 'at', 'inside'],
  }),
  // "The ambush left eleven soldiers dead"
  frame('attack', 'leave', {
    nouns: new Set([...ATTACKS, ...BOMBS]),
    within: SUBJECT,
    object: 'target',
    needs: 'object',
  }),
  // "Norwegian and Peruvian guards exchanged fire"
  frame('attack', 'exchange trade', {
    nouns: words('fire gunfire shot shelling airstrike'),
    obliques: { with: 'target' },
    agentKind: 'body',
    needs: 'two',
  }),
  // "Pushed Norwegian forces out of the town"
  frame('attack', 'push drive force dislodge expel rout', {
    nouns: FORCES,
    object: 'target',
    agentNouns: new Set([...FORCES, ARMY]),
    agentKind: 'body',
    obliques: { from: 'target' },
    needs: 'target',
    toward: ['from', 'of', 'out'],
  }),
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
    nouns: BOMBS,
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
  // "A bomb went off in the market"
  frame('attack', 'go', {
    nouns: words('bomb mine grenade device'),
    within: SUBJECT,
    particle: 'off',
    obliques: { in: 'target', near: 'target', at: 'target', outside: 'target', under: 'target' },
  }),
  frame('attack', 'break', {
    nouns: words('system network server account computer database website'),
    within: 'into',
    obliques: { of: 'target' },
  }),
  // "Shot at a patrol", "fired on the village"
  frame('attack', 'shoot fire', {
    obliques: { at: 'target', on: 'target', upon: 'target' },
    agentKind: 'body',
    needs: 'target',
    bare: true,
    toward: ['at', 'on', 'upon'],
  }),
  frame('attack', 'shoot', { particle: 'dead', object: 'target', needs: 'object' }),
  frame('attack', 'shoot', { object: 'target', objectKind: 'person', needs: 'object' }),
  frame('attack', 'gun', { particle: 'down', object: 'target', needs: 'object' }),
  // "The group claimed an attack on a base"
  frame('attack', 'claim', {
    nouns: ATTACKS,
    agentKind: 'body',
    obliques: { on: 'target', against: 'target', in: 'target' },
  }),
  frame('attack', 'lose', { nouns: ATTACKS, within: 'in', agent: 'target', agentKind: 'body' }),
  // "Twelve soldiers died in an ambush"
  frame('attack', 'die perish', {
    nouns: new Set([...ATTACKS, 'fighting', 'clash', 'firefight', 'crossfire', 'skirmish']),
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
  frame('attack', 'blow detonate', {
    nouns: words('himself herself themselves themself vest'),
    agentNouns: words('bomber attacker assailant militant gunman man woman'),
  }),
  frame('attack', 'shoot', { particle: 'up', nouns: PLACED, object: 'target' }),
  frame('attack', 'fire launch lob hurl drop throw', {
    nouns: new Set([...MISSILES, ...SHOTS]),
    obliques: AT,
    object: 'target',
    needs: 'target',
  }),
  frame('attack', 'fire', {
    nouns: words('rifle launcher gun howitzer tank weapon salvo volley burst'),
    obliques: AT,
    agentKind: 'body',
    toward: ['at', 'on', 'into'],
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
  // "Came | under Norwegian mortar fire", of which the parser made "fire" the object
  frame('attack', 'come', {
    nouns: ATTACKS,
    agent: 'target',
    obliques: { under: 'actor', from: 'actor' },
    toward: ['under'],
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
