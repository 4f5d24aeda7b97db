import { NAME, FORCES, PLACE } from './frame-nouns.ts';
import { frame, words, type Frame } from './frames.ts';

/** Of who comes to whom. */
export const VISIT_FRAMES: readonly Frame[] = [
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
    nouns: words('visit trip tour stop stopover stay leg pilgrimage'),
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
    nouns: new Set([...FORCES, ...words('post base range')]),
    agent: 'guest',
    agentKind: 'person',
  }),
];

/** Of who comes somewhere, tried after those of forces that arrive. */
export const JOURNEY_FRAMES: readonly Frame[] = [
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
  frame('visit', 'set', {
    nouns: new Set([PLACE]),
    particle: 'off',
    within: 'for to',
    agent: 'guest',
    obliques: { for: 'host', to: 'host' },
    agentKind: 'person',
    done: true,
  }),
  frame('visit', 'head', {
    nouns: new Set([PLACE]),
    within: 'for to',
    agent: 'guest',
    obliques: { for: 'host', to: 'host' },
    agentKind: 'person',
    done: true,
  }),
  // "Spent two days in Lima"
  frame('visit', 'spend', {
    nouns: words('day week hour night'),
    agent: 'guest',
    obliques: { in: 'host' },
    agentKind: 'person',
    needs: 'host',
    done: true,
  }),
  // "Returned from Lima"
  frame('visit', 'return', {
    nouns: new Set([PLACE]),
    within: 'from',
    agent: 'guest',
    obliques: { from: 'host' },
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
  // "Flew to Kidal": a town that nothing but its name tells
  frame('visit', 'fly travel jet', {
    nouns: words(NAME),
    within: 'to',
    agent: 'guest',
    agentKind: 'person',
    done: true,
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
