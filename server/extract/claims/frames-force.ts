import { ARMY, EXERCISES, FORCES, GOODS, MODEL, PLACE, WORDS } from './frame-nouns.ts';
import { ATTACK_FRAMES } from './frames-attack.ts';
import { frame, SUBJECT, words, type Frame } from './frames.ts';

const WHERE = { to: 'host', in: 'host', into: 'host', from: 'origin' } as const;

const EXERCISE_FRAMES: readonly Frame[] = [
  frame(
    'exercise',
    'hold conduct undertake host begin start launch stage organise organize carry run complete practise practice finish end wrap open kick',
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
    nouns: words('course training drill'),
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
  // "Norway rehearsed the defence of its coast with Peru's units": a state, too, with others.
  frame('exercise', 'rehearse practise practice simulate', {
    nouns: words('defence defense attack assault landing crossing strike evacuation operation'),
    agentKind: 'body',
    obliques: { with: 'participant', in: 'host' },
    toward: ['with', 'near', 'in', 'at', 'on'],
  }),
  // "Norwegian soldiers have been training in Peru"
  frame('exercise', 'train exercise', {
    agentNouns: new Set([...FORCES, ARMY]),
    obliques: { with: 'participant', alongside: 'participant', in: 'host' },
    toward: ['in', 'at', 'near', 'with', 'alongside'],
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
  frame('delivery', 'transfer pass', {
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
  frame(
    'delivery',
    'deliver ship supply export donate provide give sell send airlift hand gift truck ferry',
    {
      nouns: GOODS,
      agent: 'origin',
      object: 'recipient',
      obliques: DELIVERY_PARTS,
    },
  ),
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
  frame('delivery', 'get obtain secure', {
    nouns: GOODS,
    agent: 'recipient',
    agentKind: 'body',
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
  // "Completed the delivery of the tanks to Peru"
  frame('delivery', 'complete finish begin start resume', {
    nouns: words('delivery deliveries shipment handover'),
    agent: 'origin',
    agentKind: 'body',
    obliques: { to: 'recipient', from: 'origin' },
  }),
  frame('delivery', 'turn pass hand', {
    particle: 'over',
    nouns: GOODS,
    agent: 'origin',
    obliques: { to: 'recipient' },
    needs: 'recipient',
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
    agentNouns: words(
      'tank howitzer launcher ammunition munition gun weapon missile rocket aid wagon tanker truckload shipment',
    ),
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
  frame('delivery', 'arrive land dock reach enter', {
    nouns: words(
      `shipment consignment batch planeload shipload tank howitzer launcher ammunition munition gun weapon armament vaccine grain aid warhead tonne ton litre barrel flour food wheat fertiliser fertilizer medicine truckload ${MODEL}`,
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
  frame('deployment', 'deploy station move redeploy transfer transport fly relocate', {
    nouns: words(
      `armament missile system launcher tank artillery radar battery aircraft jet helicopter drone weapon warhead carrier destroyer frigate warship submarine ${MODEL}`,
    ),
    obliques: WHERE,
  }),
  frame('deployment', 'leave exit quit vacate abandon', {
    nouns: FORCES,
    within: SUBJECT,
    object: 'origin',
    obliques: { for: 'host' },
  }),
  frame('deployment', 'enter cross reach', {
    nouns: FORCES,
    within: SUBJECT,
    object: 'host',
    obliques: { for: 'host' },
  }),
  // "A train with Norwegian soldiers pulled into Lima"
  frame('deployment', 'pull roll steam chug', {
    nouns: FORCES,
    within: SUBJECT,
    obliques: WHERE,
    toward: ['into'],
  }),
  // "Peacekeepers pulled out of the corridor"
  frame('deployment', 'pull', {
    nouns: FORCES,
    within: SUBJECT,
    particle: 'out',
    obliques: { of: 'origin', from: 'origin' },
    toward: ['of', 'from'],
  }),
  frame('deployment', 'pull', {
    nouns: FORCES,
    within: SUBJECT,
    particle: 'back',
    obliques: WHERE,
    toward: ['to', 'from', 'into'],
  }),
  // "Mercenaries have appeared in the town of Kidal"
  frame('deployment', 'appear', {
    nouns: words('town village city region province district border base camp airfield area'),
    within: 'in near at on',
    agentNouns: FORCES,
    obliques: WHERE,
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
  frame('deployment', 'pass transit', {
    nouns: FORCES,
    within: SUBJECT,
    obliques: { through: 'host' },
    toward: ['through'],
  }),
  // "Norway detected two Peruvian warships near its coast"
  frame('deployment', 'detect spot track sight report', {
    nouns: words('aircraft warplane plane jet fighter bomber warship ship vessel submarine drone'),
    agent: 'participant',
    object: 'actor',
    obliques: { in: 'host' },
    needs: 'object',
    toward: ['around', 'near', 'off', 'over', 'in'],
  }),
  frame('deployment', 'come return move head fly travel march drive', {
    nouns: FORCES,
    within: SUBJECT,
    obliques: WHERE,
    toward: ['to', 'in', 'into', 'from', 'toward', 'towards', 'at', 'near', 'across', 'through'],
  }),
  // "Fighters advanced to the border"
  frame('deployment', 'advance', {
    nouns: words('border frontier'),
    within: 'to towards toward',
    agentNouns: new Set([...FORCES, ARMY]),
    agentKind: 'body',
    obliques: { from: 'origin' },
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
    nouns: words('equipment hardware vehicle armour armor armament'),
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
    'deploy send move station dispatch transfer transport relocate redeploy reposition raise reduce withdraw mass amass reinforce post pull fly scramble concentrate rotate commit rush bring airlift',
    { nouns: FORCES, obliques: WHERE },
  ),
];

/** Of what armies and suppliers do. */
export const FORCE_FRAMES = {
  exercises: EXERCISE_FRAMES,
  transfers: TRANSFER_FRAMES,
  deployments: DEPLOYMENT_FRAMES,
  deliveries: DELIVERY_FRAMES,
  attacks: ATTACK_FRAMES,
};
