import { PROTESTERS, ROADS } from './frame-nouns.ts';
import { frame, SUBJECT, words, type Frame } from './frames.ts';

/** Of what crowds do, and what is done to them. */
export const PROTEST_FRAMES: readonly Frame[] = [
  frame('protest', 'protest', { obliques: { against: 'target', in: 'host' } }),
  frame('protest', 'demonstrate rally march', {
    agentNouns: PROTESTERS,
    obliques: { against: 'target', in: 'host' },
    bare: true,
  }),
  frame('protest', 'take', { nouns: words('street'), within: 'to', obliques: { of: 'host' } }),
  // "Residents came out onto the square"
  frame('protest', 'come pour go', {
    nouns: words('street square'),
    within: 'onto into to on',
    agentNouns: PROTESTERS,
    obliques: { of: 'host' },
  }),
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
    nouns: words(
      'protester demonstrator demonstration crowd marcher supporter activist student mourner youth striker',
    ),
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
    nouns: words('tyre tire effigy flag portrait'),
    agentNouns: PROTESTERS,
  }),
  frame('protest', 'walk', { particle: 'off', agentNouns: PROTESTERS, obliques: { in: 'host' } }),
  frame('protest', 'put erect set block', { nouns: words('barricade roadblock road') }),
  frame('protest', 'stage hold join', {
    nouns: words('protest demonstration rally march strike picket sit-in vigil'),
  }),
  // "Nurses began a strike"
  frame('protest', 'begin start', {
    nouns: words('protest demonstration strike sit-in vigil walkout'),
    agentNouns: PROTESTERS,
    obliques: { in: 'host' },
  }),
  frame('protest', 'clash scuffle', {
    agentNouns: PROTESTERS,
    obliques: { with: 'target' },
    needs: 'target',
  }),
  // "Demonstrators pelted the embassy with eggs"
  frame('protest', 'pelt', { agentNouns: PROTESTERS, object: 'target' }),
  frame('protest', 'throw hurl', {
    nouns: words('stone bottle egg firecracker cocktail'),
    agentNouns: PROTESTERS,
    obliques: { at: 'target' },
  }),
  frame('protest', 'form', { nouns: words('chain'), agentNouns: PROTESTERS }),
  frame('protest', 'go', { nouns: words('strike'), within: 'on' }),
];
