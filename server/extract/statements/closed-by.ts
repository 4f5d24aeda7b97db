import type { Attribution } from '../attribution/index.ts';
import type { ParsedDocument, Span } from '../nlp/index.ts';
import { contains, intersects, placeOf } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import { trailing } from './patterns/closing.ts';

/** Surer than this, what was found stands against the form of its sentence. */
const UNSURE = 0.75;

/**
 * "The guard sees no signs of it, A. Demchenko, its spokesman, said": a clause that closes its
 * sentence reports all that stands before it. An unsure attribution within what it reports, or of
 * its own cue with other words, is what the tagger made of the report's parts.
 */
export function isPartOfReport(
  { confidence, source, cue, content }: Attribution,
  parsed: ParsedDocument,
  trees: readonly Tree[],
): boolean {
  const place = confidence < UNSURE && cue[0] ? placeOf(parsed, cue[0]) : null;
  if (!place) return false;
  const sentence = parsed.sentences[place.sentence]!;
  const tree = trees[place.sentence]!;
  const [report] = trailing(tree);
  if (!report?.cue || ![...source, ...content].every((span) => contains(sentence, span)))
    return false;
  const spanOf = ([from, to]: readonly [number, number]): Span => ({
    start: tree.tokens[from]!.start,
    end: tree.tokens[to - 1]!.end,
  });
  const told = spanOf(report.content);
  const own = intersects(spanOf(report.cue), cue[0]!);
  const whole = content.length === 1 && intersects(content[0]!, told) && reaches(content[0]!, told);
  return own ? !whole : contains(told, cue[0]!);
}

/** Whether a content is the told words but for their edges. */
const reaches = (content: Span, told: Span) =>
  2 * (Math.min(content.end, told.end) - Math.max(content.start, told.start)) >
  told.end - told.start;
