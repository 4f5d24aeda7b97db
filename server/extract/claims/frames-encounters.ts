import { CRAFT, DELEGATIONS, GOODS, TALKS } from './frame-nouns.ts';
import { frame, SUBJECT, words, type Frame } from './frames.ts';

/** Of who meets whom. */
export const MEETING_FRAMES: readonly Frame[] = [
  frame('meeting', 'hold have conduct resume open continue begin start conclude complete finish', {
    nouns: TALKS,
    agent: 'participant',
    obliques: { with: 'participant', between: 'participant' },
    needs: 'two',
  }),
  frame('meeting', 'hold chair convene preside lead co-chair', {
    nouns: TALKS,
    agent: 'participant',
    obliques: { with: 'participant', of: 'participant' },
    needs: 'two',
  }),
  frame('meeting', 'host mediate broker', {
    nouns: TALKS,
    agent: 'host',
    obliques: { with: 'participant', between: 'participant', of: 'participant', for: 'guest' },
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
  // "X and Y talked about trade at a meeting in Oslo"
  frame('meeting', 'talk speak agree', {
    nouns: words('meeting talks summit'),
    within: 'at during in',
    agent: 'participant',
    agentKind: 'person',
    needs: 'two',
  }),
  frame('meeting', 'get', {
    particle: 'together',
    agent: 'participant',
    obliques: { with: 'participant' },
    agentKind: 'person',
    needs: 'two',
  }),
  // "Heard a report from the governor X"
  frame('meeting', 'hear', {
    nouns: words('report'),
    agent: 'host',
    obliques: { from: 'guest', of: 'guest', by: 'guest' },
    agentKind: 'person',
    partnerKind: 'person',
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
  // "Brought the ministers of Norway and Peru together"
  frame('meeting', 'bring', {
    nouns: words(
      'leader president premier minister official envoy ambassador diplomat delegate delegation negotiator representative side party lawmaker commander chief head',
    ),
    agent: 'host',
    object: 'participant',
    obliques: { of: 'participant', from: 'participant' },
    needs: 'participant',
  }),
  // "Qatar has mediated between Norway and Peru"
  frame('meeting', 'mediate', {
    agent: 'host',
    obliques: { between: 'participant' },
    needs: 'participant',
    toward: ['between'],
  }),
  frame('meeting', 'exchange', {
    nouns: words('document instrument'),
    agent: 'participant',
    obliques: { with: 'participant' },
    needs: 'two',
  }),
];

/** Of who receives, calls on or talks to whom, tried after those of visits. */
export const TALK_FRAMES: readonly Frame[] = [
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
    but: new Set([...GOODS, ...CRAFT, 'troop', 'soldier', 'base']),
    agent: 'host',
    object: 'guest',
    objectKind: 'person',
    needs: 'object',
  }),
  // Those received need no names: "received the governors".
  frame('meeting', 'receive host', {
    nouns: words(
      'governor mayor minister ambassador envoy leader lawmaker parliamentarian senator general commander negotiator diplomat banker boss executive chief',
    ),
    agent: 'host',
    agentKind: 'person',
    done: true,
    finite: true,
  }),
  // "Summoned the bosses of the banks"; a diplomat is summoned to be told something.
  frame('meeting', 'summon', {
    nouns: words('banker boss executive governor mayor'),
    agent: 'host',
    agentKind: 'person',
    done: true,
    finite: true,
  }),
  frame('meeting', 'receive host welcome', {
    nouns: DELEGATIONS,
    agent: 'host',
    obliques: { from: 'guest' },
    needs: 'guest',
    agentKind: 'person',
  }),
  // "Presented his credentials to the king"
  frame('meeting', 'present hand', {
    nouns: words('credential credentials letters'),
    agent: 'guest',
    obliques: { to: 'host' },
    agentKind: 'person',
    needs: 'two',
  }),
  // "Accepted credentials from the ambassadors"
  frame('meeting', 'accept', {
    nouns: words('credential credentials'),
    agent: 'host',
    obliques: { from: 'guest', of: 'guest' },
    agentKind: 'person',
    done: true,
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
