import { OFFICES } from '../actors/roles.ts';
import { PLACE } from './frame-nouns.ts';
import { frame, words, type Frame } from './frames.ts';

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
  // Whom it removed the text need not name: "sacked the head of the security service".
  frame('appointment', 'sack oust', { nouns: OFFICES, done: true, finite: true }),
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
