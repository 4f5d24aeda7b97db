import { LABEL } from './argument-features.ts';
import { contentLabels, type Found, type Reading } from './found.ts';
import type { Passage } from './passage.ts';

/**
 * Words whose speaker is named in the paragraph after: "The minister made this statement on
 * Monday." The paragraph before, where nobody else is said to say it, is the content.
 */

const UTTERANCES = new Set([
  'statement',
  'remark',
  'comment',
  'announcement',
  'claim',
  'assertion',
]);
const POINTERS = new Set(['this', 'these', 'that', 'those']);
/** Not learned: right in the few cases of the sample, rare elsewhere. */
const SCORE = 0.7;

/** Readings with such attributions added. */
export function withAfterwards(readings: readonly Reading[]): Reading[] {
  return readings.map((reading, i) => {
    const before = readings[i - 1];
    if (!before || before.found.length > 0 || reading.found.length > 0) return reading;
    const made = madeStatement(reading.passage);
    if (!made) return reading;
    const content = contentLabels(before.passage, 0, before.passage.length);
    return { ...reading, found: [{ ...made, score: SCORE, elsewhere: [content] }] };
  });
}

type Made = Pick<Found, 'passage' | 'labels' | 'cue'>;

function madeStatement(passage: Passage): Made | null {
  const { tokens, children } = passage;
  const end = (passage.sentenceLast[0] ?? -1) + 1;
  for (let verb = 0; verb < end; verb++) {
    if (tokens[verb]!.lemma !== 'make') continue;
    const dependent = (relation: string) =>
      children[verb]!.find((child) => tokens[child]!.relation === relation) ?? -1;
    const object = dependent('dobj');
    const subject = dependent('nsubj');
    if (object < verb || subject < 0 || subject > verb || !pointsBack(passage, object)) continue;
    const labels = new Uint8Array(passage.length);
    markSource(passage, subject, verb, labels);
    labels.fill(LABEL.cue, verb, object + 1);
    return { passage, labels, cue: { from: verb, to: object + 1 } };
  }
  return null;
}

function pointsBack({ tokens, children }: Passage, object: number): boolean {
  const pointed = children[object]!.some((child) => POINTERS.has(tokens[child]!.lemma));
  return pointed && UTTERANCES.has(tokens[object]!.lemma);
}

/** The subject's subtree, less a comma at its end. */
function markSource(passage: Passage, subject: number, verb: number, labels: Uint8Array): void {
  const from = passage.leftEdge[subject]!;
  let to = Math.min(passage.rightEdge[subject]! + 1, verb);
  while (to - 1 > from && /^\p{P}$/u.test(passage.words[to - 1]!)) to--;
  labels.fill(LABEL.sourceContinues, from, to);
  labels[from] = LABEL.sourceBegins;
}
