import { OFFICES } from '../actors/roles.ts';
import { PLACE } from './frame-nouns.ts';
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
  // "Threw him in jail", "were sent to prison"
  frame('arrest', 'send throw put', {
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

/** What somebody resigns or quits: an office, or the body in which one has it. */
const POSTS = words(
  `${[...OFFICES].join(' ')} post office job position role seat presidency chairmanship leadership government cabinet parliament council board party coalition team ministry staff service company firm panel committee bank`,
);

/** Of who comes into an office and who leaves it. */
export const OFFICE_FRAMES: readonly Frame[] = [
  frame('appointment', 'appoint nominate elect reappoint re-elect reelect', {
    object: 'target',
    needs: 'object',
    obliques: { by: 'actor' },
  }),
  frame('appointment', 'name approve confirm', {
    nouns: OFFICES,
    within: 'as',
    object: 'target',
    needs: 'object',
    obliques: { by: 'actor' },
  }),
  frame('appointment', 'name elect appoint', {
    nouns: OFFICES,
    object: 'target',
    objectKind: 'person',
    needs: 'object',
    obliques: { by: 'actor' },
  }),
  frame('appointment', 'name appoint form', {
    nouns: words('panel committee commission government cabinet delegation'),
    agentKind: null,
  }),
  // "Moved the minister to the Security Council", "was promoted to general"
  frame('appointment', 'move transfer shift reassign reshuffle', {
    nouns: words(`${[...OFFICES].join(' ')} council ministry post position role office staff`),
    within: 'to',
    object: 'target',
    objectKind: 'person',
    needs: 'object',
  }),
  // "Was given the post of minister"
  frame('appointment', 'give', {
    nouns: words('post position portfolio'),
    passive: true,
    object: 'target',
    objectKind: 'person',
    needs: 'object',
  }),
  frame('appointment', 'promote demote', {
    object: 'target',
    objectKind: 'person',
    needs: 'object',
    done: true,
  }),
  frame('appointment', 'put place', {
    nouns: words('charge command'),
    within: 'in',
    object: 'target',
    objectKind: 'person',
    needs: 'object',
  }),
  frame('appointment', 'pick choose select tap install inaugurate', {
    nouns: OFFICES,
    within: 'as',
    object: 'target',
    objectKind: 'person',
    needs: 'object',
    obliques: { by: 'actor' },
  }),
  frame('appointment', 'install inaugurate reinstate', {
    object: 'target',
    objectKind: 'person',
    needs: 'object',
    obliques: { by: 'actor' },
  }),
  frame('appointment', 'succeed', {
    agent: 'target',
    object: 'target',
    agentKind: 'person',
    objectKind: 'person',
    needs: 'two',
    done: true,
  }),
  // Whom it appointed the text need not name: "appointed a new head of procurement".
  frame('appointment', 'appoint', {
    nouns: OFFICES,
    agent: 'actor',
    agentKind: 'body',
    done: true,
    finite: true,
  }),
  frame('appointment', 'take', {
    particle: 'over',
    nouns: OFFICES,
    within: 'as',
    agent: 'target',
    agentKind: 'person',
    done: true,
  }),
  frame('appointment', 'win', {
    nouns: words('election presidency runoff run-off'),
    agentKind: 'person',
    done: true,
  }),
  frame('appointment', 'become', {
    nouns: words(`${[...OFFICES].join(' ')} aide adviser advisor`),
    within: 'as',
    agent: 'target',
    agentKind: 'person',
    alone: true,
  }),
  frame('appointment', 'swear', { particle: 'in', object: 'target', needs: 'object' }),
  frame('appointment', 'take assume', {
    nouns: words('office post chairmanship presidency reins helm command'),
    agentKind: 'person',
  }),
  frame('appointment', 'name appoint approve confirm endorse', {
    nouns: words('candidate candidacy nominee nomination appointment successor'),
    agentKind: 'body',
    obliques: { of: 'target' },
  }),
  frame('appointment', 'take', {
    particle: 'over',
    nouns: words('command post brigade battalion group ministry department office army'),
    agentKind: 'person',
  }),
  // Who leaves an office, as who comes into one
  frame('appointment', 'replace', {
    object: 'target',
    objectKind: 'person',
    needs: 'object',
    partnerKind: 'person',
    obliques: { by: 'actor', with: 'target' },
  }),
  frame('appointment', 'dismiss sack oust fire remove depose topple unseat', {
    object: 'target',
    objectKind: 'person',
    needs: 'object',
    obliques: { by: 'actor' },
  }),
  frame('appointment', 'relieve', {
    nouns: words('duty post command position office'),
    within: 'of from',
    object: 'target',
    objectKind: 'person',
    needs: 'object',
  }),
  frame('appointment', 'recall relieve', {
    passive: true,
    object: 'target',
    objectKind: 'person',
    needs: 'object',
    obliques: { by: 'actor' },
  }),
  frame('other', 'exchange swap', {
    nouns: words('prisoner captive hostage detainee'),
    agent: 'participant',
    obliques: { with: 'participant' },
    needs: 'two',
  }),
  frame('other', 'return', {
    nouns: words('soldier prisoner captive hostage detainee sailor pilot'),
    object: 'target',
    agentKind: 'body',
    obliques: { to: 'recipient' },
    needs: 'object',
  }),
  frame('other', 'impeach', { object: 'target', needs: 'object', obliques: { by: 'actor' } }),
  frame('other', 'hand turn', {
    particle: 'over',
    object: 'target',
    objectKind: 'person',
    needs: 'object',
    obliques: { to: 'recipient' },
  }),
  frame('other', 'expel extradite sentence convict indict charge', {
    object: 'target',
    objectKind: 'person',
    needs: 'object',
    obliques: { by: 'actor' },
  }),
  // "Resigned himself to defeat", "quit smoking" leave no office.
  // "Tendered his resignation"
  frame('other', 'tender submit', { nouns: words('resignation'), agentKind: 'person' }),
  frame('other', 'announce', { nouns: words('resignation'), agentKind: 'person', done: true }),
  frame('other', 'hand', { particle: 'in', nouns: words('resignation'), agentKind: 'person' }),
  frame('other', 'resign', { agentKind: 'person', bare: true }),
  frame('other', 'resign quit', { nouns: POSTS, agentKind: 'person' }),
  frame('other', 'quit step stand', { nouns: POSTS, within: 'as from', agentKind: 'person' }),
  frame('other', 'quit', { agentNouns: OFFICES, agentKind: 'person', bare: true, plain: true }),
  frame('other', 'flee', {
    nouns: new Set([PLACE, 'country']),
    object: 'origin',
    agentKind: 'person',
  }),
  frame('other', 'flee', {
    nouns: new Set([PLACE]),
    within: 'to from into',
    obliques: { to: 'host', into: 'host', from: 'origin' },
    agentKind: 'person',
  }),
  frame('other', 'step stand', { particle: 'down', agentKind: 'person' }),
  frame('other', 'release free pardon amnesty acquit deport', {
    object: 'target',
    objectKind: 'person',
    needs: 'object',
  }),
];
