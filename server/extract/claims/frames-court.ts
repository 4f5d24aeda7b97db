import { frame, words, type Frame } from './frames.ts';

/** Those who hold and seize people by their trade. */
const POLICE = words(
  'police officer policeman policemen agent authority service guard agency prosecutor investigator gendarme kgb fsb sbu security',
);

/** Of what courts, police and those who impose sanctions do. */
export const COURT_FRAMES: readonly Frame[] = [
  frame('arrest', 'grab nab seize', {
    object: 'target',
    needs: 'object',
    nouns: words('suspect suspects man woman men people activist activists journalist journalists'),
  }),
  frame('arrest', 'arrest detain imprison jail apprehend', { object: 'target', needs: 'object' }),
  frame('arrest', 'round pick', {
    particle: 'up',
    agentNouns: POLICE,
    object: 'target',
    needs: 'object',
  }),
  // "120 people were rounded up"
  frame('arrest', 'round', { particle: 'up', passive: true, object: 'target', needs: 'object' }),
  frame('arrest', 'catch', {
    agentNouns: new Set([...POLICE, 'counterintelligence', 'policeman']),
    nouns: words('spy saboteur agent member suspect smuggler courier citizen national man woman'),
    object: 'target',
    needs: 'object',
  }),
  frame('arrest', 'hold capture', {
    agentNouns: POLICE,
    object: 'target',
    objectKind: 'person',
    needs: 'object',
  }),
  // "The army captured X": whoever seizes somebody by name; and soldiers, who are taken prisoner.
  frame('arrest', 'capture', { object: 'target', objectKind: 'person', needs: 'object' }),
  frame('arrest', 'capture', {
    nouns: words(
      'soldier serviceman servicemen fighter militant rebel insurgent guerrilla militiaman officer policeman commander leader suspect sailor pilot gunman',
    ),
    object: 'target',
    needs: 'object',
  }),
  frame('arrest', 'seize nab', { object: 'target', objectKind: 'person', needs: 'object' }),
  frame('arrest', 'take lead', {
    particle: 'away',
    object: 'target',
    objectKind: 'person',
    needs: 'object',
  }),
  frame('arrest', 'take', {
    nouns: words('home house apartment flat'),
    within: 'from',
    passive: true,
    object: 'target',
    objectKind: 'person',
    needs: 'object',
  }),
  frame('arrest', 'remand place put take', {
    nouns: words('custody arrest detention'),
    within: 'in into under',
    object: 'target',
    objectKind: 'person',
    needs: 'object',
  }),
  frame('arrest', 'bundle drag haul', {
    nouns: words('van car vehicle bus minibus'),
    within: 'into to',
    object: 'target',
    objectKind: 'person',
    needs: 'object',
  }),
  frame('arrest', 'take', {
    nouns: words('plane bus train flight'),
    within: 'off from',
    passive: true,
    object: 'target',
    objectKind: 'person',
    needs: 'object',
  }),
  // "Threw him in jail", "was put behind bars"
  frame('arrest', 'throw put', {
    nouns: words('prison jail bars'),
    within: 'to into in behind',
    object: 'target',
    objectKind: 'person',
    needs: 'object',
  }),
  frame('arrest', 'take', {
    nouns: words('custody'),
    within: 'into',
    object: 'target',
    needs: 'object',
  }),
  frame('sanction', 'sanction blacklist', { object: 'target', needs: 'object' }),
  frame('sanction', 'sanction blacklist', {
    but: words('use move plan decision deal killing attack strike practice action operation sale'),
    object: 'target',
    agentKind: 'body',
  }),
  frame('sanction', 'hit slap target punish respond answer retaliate', {
    nouns: words('sanction sanctions embargo'),
    within: 'with by',
    object: 'target',
    agentKind: 'body',
  }),
  frame('sanction', 'hit slap target', {
    nouns: words('sanction sanctions embargo'),
    within: 'with by',
    object: 'target',
    needs: 'object',
  }),
  frame('sanction', 'join', {
    nouns: words('sanction sanctions embargo'),
    agentKind: 'body',
    obliques: { against: 'target', on: 'target' },
    needs: 'target',
  }),
  frame('sanction', 'place put', {
    nouns: words('sanction sanctions'),
    within: 'under',
    object: 'target',
    needs: 'object',
  }),
  frame('other', 'find', { particle: 'guilty', object: 'target', needs: 'object' }),
  frame('sanction', 'ban bar', {
    object: 'target',
    obliques: { from: 'target' },
    agentKind: 'body',
    needs: 'target',
  }),
  frame('sanction', 'impose introduce slap extend expand tighten announce adopt unveil', {
    nouns: words('ban restriction curb'),
    agentKind: 'body',
    obliques: { on: 'target', against: 'target' },
    needs: 'target',
  }),
  frame('sanction', 'ban outlaw', {
    nouns: words(
      'app company firm broadcaster channel outlet newspaper website import export party organisation organization movement official citizen national company product vessel ship airline',
    ),
    agentKind: 'body',
  }),
  frame('sanction', 'put add place include', {
    nouns: words('list blacklist register'),
    within: 'on to in',
    object: 'target',
    needs: 'object',
  }),
  frame('sanction', 'expand broaden widen tighten toughen strengthen prolong', {
    nouns: words('sanction sanctions embargo'),
    agentKind: 'body',
    obliques: { on: 'target', against: 'target' },
    needs: 'target',
  }),
  frame('sanction', 'impose introduce extend slap announce adopt approve renew', {
    nouns: words('sanction sanctions package embargo penalty'),
    obliques: { on: 'target', against: 'target', of: 'target' },
    needs: 'target',
  }),
  // "Agreed on a package of sanctions on Peru"
  frame('sanction', 'agree', {
    nouns: words('sanction sanctions embargo'),
    within: 'on to',
    agentKind: 'body',
    obliques: { on: 'target', against: 'target' },
    needs: 'target',
    alone: true,
  }),
  frame('sanction', 'impose introduce slap adopt approve unveil announce', {
    nouns: words('sanction sanctions embargo'),
    agentKind: 'body',
  }),
  // Who puts somebody on a list of its own, "designated five companies"
  frame('sanction', 'designate', {
    nouns: words(
      'individual entity company firm person people vessel tanker ship bank official network organisation organization group',
    ),
    agentKind: 'body',
  }),
  // "Was declared a foreign agent"
  frame('sanction', 'declare designate label recognise recognize brand', {
    nouns: words('agent extremist terrorist organisation organization undesirable formation'),
    within: 'as',
    object: 'target',
    needs: 'object',
  }),
  frame('other', 'lift ease relax waive', {
    nouns: words('sanction sanctions embargo'),
    obliques: { on: 'target', against: 'target', from: 'target' },
  }),
  frame('sanction', 'revoke cancel', {
    nouns: words('visa visas'),
    agentKind: 'body',
    obliques: { of: 'target', for: 'target' },
    needs: 'target',
  }),
  frame('sanction', 'freeze block', {
    nouns: words('asset account fund property holding'),
    obliques: { of: 'target' },
    needs: 'target',
  }),
];
