import { ALLIANCE, CAPTIVES, DIPLOMATS, FORCES, PLACE } from './frame-nouns.ts';
import { COURT_FRAMES } from './frames-court.ts';
import { MEETING_FRAMES, TALK_FRAMES } from './frames-encounters.ts';
import { OFFICE_FRAMES } from './frames-office.ts';
import { PROTEST_FRAMES } from './frames-protest.ts';
import { JOURNEY_FRAMES, VISIT_FRAMES } from './frames-visits.ts';
import { frame, SUBJECT, words, type Frame } from './frames.ts';

const ENTRANCES = words(
  'border crossing checkpoint embassy consulate airspace mission frontier representation point',
);

/** What is opened when it starts work. */
const PREMISES = words(
  'factory plant base centre center office school hospital airport port railway mine memorial monument museum branch terminal pipeline bridge exhibition',
);

/** What several or one bring into being. */
const FOUNDATIONS = words(
  'company venture firm fund coalition centre center committee commission council alliance movement bank bloc tribunal',
);

const STATE_FRAMES: readonly Frame[] = [
  // "The envoy was summoned to the Norwegian Foreign Ministry": who summons is where one is summoned to.
  frame('other', 'summon', {
    nouns: DIPLOMATS,
    passive: true,
    object: 'target',
    obliques: { to: 'actor', by: 'actor' },
  }),
  frame('other', 'summon recall expel', { nouns: DIPLOMATS, object: 'target' }),
  frame('other', 'throw kick exclude expel suspend disconnect cut eject', {
    nouns: new Set([
      ALLIANCE,
      ...words('programme program project system swift council body union bloc'),
    ]),
    within: 'from of out',
    object: 'target',
    needs: 'object',
  }),
  frame('other', 'close shut reopen seal open', {
    nouns: ENTRANCES,
    obliques: { with: 'target', to: 'target' },
    agentKind: 'body',
  }),
  frame('other', 'close shut reopen open', {
    nouns: words('embassy consulate'),
    obliques: { in: 'target' },
  }),
  frame('other', 'close shut reopen open', {
    nouns: words('embassy consulate'),
    within: SUBJECT,
    bare: true,
    done: true,
  }),
  // "Soldiers seized power in a coup"
  frame('other', 'seize take grab', {
    nouns: words('power'),
    agentNouns: new Set([...FORCES, 'general', 'military', 'junta', 'officer']),
    obliques: { in: 'host' },
    done: true,
  }),
  frame('other', 'suspend freeze terminate halt end revoke denounce quit', {
    nouns: words('membership participation treaty pact agreement accord cooperation'),
    obliques: { in: 'target', of: 'target', with: 'target', from: 'target' },
  }),
  frame('other', 'sever cut break restore establish normalise normalize resume', {
    nouns: words('relation relations ties tie'),
    obliques: { with: 'target', to: 'target' },
    needs: 'two',
  }),
  frame('other', 'withdraw pull', {
    nouns: words('treaty pact agreement accord convention deal bloc organisation organization'),
    within: 'from of out',
    agentKind: 'body',
  }),
  frame('other', 'announce', {
    nouns: words('withdrawal exit departure'),
    agentKind: 'body',
    obliques: { from: 'target' },
    needs: 'target',
    done: true,
  }),
  frame('other', 'withdraw pull walk', {
    nouns: words(ALLIANCE),
    within: 'from of out',
    agentKind: 'body',
    obliques: { from: 'target', of: 'target' },
    done: true,
  }),
  frame('other', 'join leave quit', {
    nouns: words(ALLIANCE),
    object: 'target',
    agentKind: 'body',
    needs: 'two',
    done: true,
  }),
  frame('other', 'declare impose', {
    nouns: words('law emergency mobilisation mobilization curfew independence'),
  }),
  // "Became the tenth member of the bloc"
  frame('other', 'become', {
    nouns: words('member'),
    within: 'as',
    agentKind: 'body',
    obliques: { of: 'target' },
    alone: true,
  }),
  frame('other', 'recognise recognize', {
    nouns: words('state president government'),
    within: 'as',
    object: 'target',
    agentKind: 'body',
    needs: 'target',
  }),
  frame('other', 'recognise recognize', {
    nouns: new Set([PLACE]),
    object: 'target',
    agentKind: 'body',
    needs: 'object',
    done: true,
  }),
  frame('other', 'recognise recognize', {
    nouns: words('independence statehood sovereignty annexation'),
    agentKind: 'body',
    obliques: { of: 'target' },
  }),
  frame('other', 'ratify', {
    nouns: words('accession membership admission'),
    agentKind: 'body',
  }),
  frame('other', 'exchange swap trade', {
    nouns: CAPTIVES,
    obliques: { with: 'target' },
    needs: 'two',
  }),
  // "Completed their first prisoner exchange in months"
  frame('other', 'complete conduct carry hold make stage', {
    nouns: words('prisoner-swap'),
    agent: 'participant',
    obliques: { with: 'participant' },
    needs: 'two',
  }),
  frame('other', 'launch put', {
    nouns: words('satellite spacecraft probe'),
    agentKind: 'body',
    done: true,
  }),
  frame('other', 'open inaugurate', { nouns: PREMISES, done: true }),
  frame('other', 'found establish create', { nouns: FOUNDATIONS, finite: true }),
  frame('poll', 'poll survey', { agent: 'publisher', object: 'participant', agentKind: 'body' }),
  frame('other', 'postpone cancel', { nouns: words('election vote referendum poll') }),
];

/** Of what states, courts, offices and crowds do. */
export const CIVIL_FRAMES = {
  meetings: MEETING_FRAMES,
  visits: [...VISIT_FRAMES, ...TALK_FRAMES],
  journeys: JOURNEY_FRAMES,
  courts: COURT_FRAMES,
  offices: OFFICE_FRAMES,
  states: STATE_FRAMES,
  protests: PROTEST_FRAMES,
};
