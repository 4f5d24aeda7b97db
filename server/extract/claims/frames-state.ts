import {
  ALLIANCE,
  DELEGATIONS,
  DIPLOMATS,
  FORCES,
  PLACE,
  PROTESTERS,
  ROADS,
  TALKS,
} from './frame-nouns.ts';
import { COURT_FRAMES, OFFICE_FRAMES } from './frames-office.ts';
import { frame, SUBJECT, words, type Frame } from './frames.ts';

const MEETING_FRAMES: readonly Frame[] = [
  frame('meeting', 'hold have conduct resume open continue begin start conclude complete finish', {
    nouns: TALKS,
    agent: 'participant',
    obliques: { with: 'participant', between: 'participant' },
    needs: 'two',
  }),
  frame('meeting', 'hold chair convene preside', {
    nouns: TALKS,
    agent: 'participant',
    obliques: { with: 'participant', of: 'participant' },
    needs: 'two',
  }),
  frame('meeting', 'host mediate broker', {
    nouns: TALKS,
    agent: 'host',
    obliques: { with: 'participant', between: 'participant', of: 'participant' },
    needs: 'participant',
  }),
  // "Talks were held there with Ann Lee"
  frame('meeting', 'hold', {
    nouns: TALKS,
    agent: 'participant',
    obliques: { with: 'participant', between: 'participant' },
    partnerKind: 'person',
    needs: 'participant',
    toward: ['with', 'between'],
  }),
  frame('meeting', 'meet', {
    agent: 'participant',
    object: 'participant',
    obliques: { with: 'participant' },
    needs: 'two',
  }),
  frame('meeting', 'sit', {
    particle: 'down',
    agent: 'participant',
    obliques: { with: 'participant' },
    needs: 'two',
  }),
  frame('meeting', 'dine lunch breakfast huddle', {
    agent: 'participant',
    obliques: { with: 'participant' },
    agentKind: 'person',
    needs: 'two',
  }),
  // "Came face to face", "exchanged views", "shook hands": only those who meet do.
  frame('meeting', 'come exchange shake', {
    nouns: words('face view hand pleasantry greeting'),
    agent: 'participant',
    obliques: { with: 'participant' },
    agentKind: 'person',
    needs: 'two',
  }),
  // "A meeting took place in Oslo between envoys of"
  frame('meeting', 'take begin start open resume end conclude follow continue', {
    nouns: TALKS,
    within: SUBJECT,
    agent: 'participant',
    obliques: { with: 'participant', between: 'participant', of: 'participant' },
    needs: 'two',
    bare: true,
  }),
  frame('meeting', 'attend', {
    nouns: words('summit meeting talk talks negotiation'),
    agent: 'participant',
    agentKind: 'person',
    obliques: { with: 'participant', of: 'participant' },
  }),
  frame('meeting', 'attend preside', {
    nouns: words('ceremony signing'),
    within: 'over at',
    agent: 'participant',
    agentKind: 'person',
    needs: 'two',
  }),
  frame('meeting', 'take participate', {
    nouns: words('summit meeting talk talks negotiation'),
    within: 'in',
    agent: 'participant',
    agentKind: 'person',
    obliques: { with: 'participant', of: 'participant' },
  }),
  frame('meeting', 'convene', {
    nouns: words('council meeting session summit cabinet committee'),
    agent: 'participant',
  }),
  frame('meeting', 'gather assemble convene', {
    nouns: words(
      'leader president premier minister official envoy ambassador diplomat delegate delegation negotiator mediator representative counterpart lawmaker commander general chief head congress parliament assembly council collegium committee commission board',
    ),
    within: SUBJECT,
    agent: 'participant',
    obliques: { of: 'participant', from: 'participant' },
    bare: true,
  }),
  frame('meeting', 'exchange', {
    nouns: words('document instrument'),
    agent: 'participant',
    obliques: { with: 'participant' },
    needs: 'two',
  }),
];

const VISIT_FRAMES: readonly Frame[] = [
  frame('visit', 'visit tour', { agent: 'guest', object: 'host', agentKind: 'person' }),
  // "Accompanied the president to Norway"
  frame('visit', 'accompany', {
    nouns: new Set([PLACE, 'visit', 'trip', 'tour']),
    within: 'to on in',
    agent: 'guest',
    object: 'guest',
    objectKind: 'person',
    obliques: { to: 'host' },
    agentKind: 'person',
    needs: 'two',
  }),
  // "Left Oslo after a state visit"
  frame('visit', 'leave depart', {
    nouns: words('visit trip'),
    within: 'after',
    agent: 'guest',
    object: 'host',
    agentKind: 'person',
  }),
  frame('visit', 'pay make conclude complete begin start finish wrap end undertake', {
    nouns: words('visit trip tour stop stopover pilgrimage'),
    agent: 'guest',
    obliques: { to: 'host', in: 'host', of: 'host' },
    agentKind: 'person',
  }),
  frame('visit', 'embark', {
    nouns: words('visit trip tour'),
    within: 'on',
    agent: 'guest',
    obliques: { to: 'host', in: 'host', of: 'host' },
    agentKind: 'person',
    done: true,
  }),
  frame('visit', 'touch', {
    nouns: new Set([PLACE]),
    particle: 'down',
    within: 'in at',
    agent: 'guest',
    obliques: { in: 'host' },
    agentKind: 'person',
    done: true,
  }),
  frame('visit', 'stop', {
    nouns: new Set([PLACE]),
    particle: 'over',
    within: 'in at',
    agent: 'guest',
    obliques: { in: 'host' },
    agentKind: 'person',
    done: true,
  }),
  frame('visit', 'set', {
    nouns: words('foot'),
    agent: 'guest',
    obliques: { in: 'host', on: 'host' },
    agentKind: 'person',
    done: true,
  }),
  frame('visit', 'inspect', {
    nouns: FORCES,
    agent: 'guest',
    agentKind: 'person',
  }),
  frame('meeting', 'speak talk', {
    nouns: words('phone telephone videolink'),
    within: 'by on over',
    agent: 'participant',
    obliques: { with: 'participant', to: 'participant' },
    needs: 'two',
  }),
  frame('meeting', 'speak talk', {
    nouns: words('minute hour'),
    within: 'for',
    agent: 'participant',
    obliques: { with: 'participant', to: 'participant' },
    agentKind: 'person',
    needs: 'two',
  }),
  frame('meeting', 'receive host', {
    agent: 'host',
    object: 'guest',
    objectKind: 'person',
    needs: 'object',
  }),
  frame('meeting', 'receive host welcome', {
    nouns: DELEGATIONS,
    agent: 'host',
    obliques: { from: 'guest' },
    needs: 'guest',
    agentKind: 'person',
  }),
  // A crowd greets somebody, too.
  frame('meeting', 'welcome greet', {
    agent: 'host',
    object: 'guest',
    objectKind: 'person',
    needs: 'two',
  }),
  frame('meeting', 'chat confer', {
    agent: 'participant',
    obliques: { with: 'participant' },
    agentKind: 'person',
    needs: 'two',
  }),
  // "Called on the king", not "called on the king to go"
  frame('meeting', 'call', {
    particle: 'on',
    agent: 'participant',
    obliques: { on: 'participant' },
    agentKind: 'person',
    partnerKind: 'person',
    needs: 'two',
    alone: true,
  }),
  frame('meeting', 'speak talk', {
    agent: 'participant',
    obliques: { with: 'participant' },
    agentKind: 'person',
    partnerKind: 'person',
    needs: 'two',
    toward: ['with'],
  }),
  frame('meeting', 'phone telephone ring', {
    agent: 'participant',
    object: 'participant',
    agentKind: 'person',
    needs: 'two',
  }),
  frame('meeting', 'discuss', {
    agent: 'participant',
    obliques: { with: 'participant' },
    agentKind: 'person',
    needs: 'two',
  }),
];

/** After those of forces that arrive. */
const JOURNEY_FRAMES: readonly Frame[] = [
  frame('visit', 'welcome receive greet', {
    nouns: new Set([
      PLACE,
      ...words('palace airport residence kremlin headquarters ministry house'),
    ]),
    within: 'at in',
    object: 'guest',
    objectKind: 'person',
    obliques: { in: 'host' },
    needs: 'object',
  }),
  frame('visit', 'leave depart', {
    nouns: new Set([PLACE]),
    within: 'for',
    agent: 'guest',
    obliques: { for: 'host' },
    agentKind: 'person',
    done: true,
  }),
  frame('visit', 'fly travel jet', {
    nouns: new Set([PLACE]),
    within: 'to into in',
    agent: 'guest',
    obliques: { to: 'host', in: 'host' },
    agentKind: 'person',
  }),
  frame('visit', 'arrive', {
    agent: 'guest',
    obliques: { to: 'host', in: 'host' },
    agentKind: 'person',
  }),
  frame('visit', 'go come return land', {
    nouns: new Set([PLACE]),
    within: 'to in',
    agent: 'guest',
    obliques: { to: 'host', in: 'host' },
    agentKind: 'person',
    done: true,
  }),
];

const ENTRANCES = words(
  'border crossing checkpoint embassy consulate airspace mission frontier representation point',
);

const CAPTIVES = words('prisoner captive detainee serviceman servicemen soldier hostage pow body');

/** What is opened when it starts work. */
const PREMISES = words(
  'factory plant base centre center office school hospital airport port railway mine memorial monument museum branch terminal pipeline bridge exhibition',
);

/** What several or one bring into being. */
const FOUNDATIONS = words(
  'company venture firm fund coalition centre center committee commission council alliance movement bank bloc tribunal',
);

const STATE_FRAMES: readonly Frame[] = [
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
  frame('other', 'withdraw pull', {
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

const PROTEST_FRAMES: readonly Frame[] = [
  frame('protest', 'protest', { obliques: { against: 'target', in: 'host' } }),
  frame('protest', 'demonstrate rally march', {
    agentNouns: PROTESTERS,
    obliques: { against: 'target', in: 'host' },
    bare: true,
  }),
  frame('protest', 'take', { nouns: words('street'), within: 'to', obliques: { of: 'host' } }),
  frame('protest', 'gather assemble', {
    nouns: words('protester demonstrator activist supporter'),
    within: SUBJECT,
    obliques: { in: 'host', against: 'target' },
  }),
  // "Thousands gathered | demanding that"
  frame('protest', 'gather assemble', {
    agentNouns: PROTESTERS,
    obliques: { in: 'host' },
    demanding: true,
  }),
  frame('protest', 'gather assemble', {
    nouns: words(
      'embassy consulate parliament court courthouse prison ministry headquarters residence presidency palace hall office building',
    ),
    within: 'outside before',
    agentNouns: PROTESTERS,
    obliques: { in: 'host' },
  }),
  frame('protest', 'block blockade barricade occupy', {
    nouns: ROADS,
    agentNouns: PROTESTERS,
  }),
  frame('protest', 'occupy', {
    nouns: words('university campus parliament square building ministry faculty rectorate'),
    agentNouns: PROTESTERS,
  }),
  // "Police dispersed thousands of protesters"
  frame('protest', 'disperse break', {
    nouns: words('protester demonstrator protest demonstration rally march crowd'),
    agent: 'target',
    object: 'actor',
  }),
  frame('protest', 'picket', { agentNouns: PROTESTERS }),
  frame('protest', 'turn', {
    particle: 'out',
    agentNouns: PROTESTERS,
    obliques: { in: 'host' },
    demanding: true,
  }),
  // "Fired tear gas at protesters"
  frame('protest', 'fire use turn', {
    nouns: words('protester demonstrator demonstration crowd marcher'),
    within: 'at on against',
    agent: 'target',
    obliques: { at: 'actor', on: 'actor', against: 'actor' },
  }),
  // "The rally drew 20,000 people"
  frame('protest', 'draw bring attract gather', {
    nouns: words('protest demonstration rally march'),
    within: SUBJECT,
    object: 'actor',
    obliques: { in: 'host' },
    needs: 'object',
  }),
  frame('protest', 'burn torch', {
    nouns: words('tyre tire effigy'),
    agentNouns: PROTESTERS,
  }),
  frame('protest', 'walk', { particle: 'off', agentNouns: PROTESTERS, obliques: { in: 'host' } }),
  frame('protest', 'put erect set block', { nouns: words('barricade roadblock road') }),
  frame('protest', 'stage hold join', {
    nouns: words('protest demonstration rally march strike picket sit-in vigil'),
  }),
  frame('protest', 'clash scuffle', {
    agentNouns: PROTESTERS,
    obliques: { with: 'target' },
    needs: 'target',
  }),
  frame('protest', 'go', { nouns: words('strike'), within: 'on' }),
];

/** Of what states, courts, offices and crowds do. */
export const CIVIL_FRAMES = {
  meetings: MEETING_FRAMES,
  visits: VISIT_FRAMES,
  journeys: JOURNEY_FRAMES,
  courts: COURT_FRAMES,
  offices: OFFICE_FRAMES,
  states: STATE_FRAMES,
  protests: PROTEST_FRAMES,
};
