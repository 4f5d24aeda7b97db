import type { Attribution } from '../attribution/index.ts';
import type { ParsedDocument, Span } from '../nlp/index.ts';
import { contains, intersects, placeOf } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import { trailing } from './patterns/trailing.ts';
import { inserted } from './patterns/inserted.ts';
import { inOpinion, inWords } from './patterns/opinion.ts';
import type { Parts } from './patterns/shape.ts';

/** Surer than this, what was found stands against the form of its sentence. */
const UNSURE = 0.75;

/**
 * "The guard sees no signs of it, A. Demchenko, its spokesman, said", "The paper, warned a laureate,
 * amounts to a reward", "In the view of B. Lee, who heads the forum, they talk": a clause that closes,
 * parts or opens its sentence reports all the rest. An unsure attribution within what it reports, or of
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
  if (![...source, ...content].every((span) => contains(sentence, span))) return false;
  const [report] = reportsOf(tree);
  if (!report?.cue) return false;
  const spanOf = ([from, to]: readonly [number, number]): Span => ({
    start: tree.tokens[from]!.start,
    end: tree.tokens[to - 1]!.end,
  });
  if (closesToo(source, content, tree)) return false;
  const told = [report.content, ...(report.more ? [report.more] : [])].map(spanOf);
  const own = intersects(spanOf(report.cue), cue[0]!);
  const whole = content.some((span) =>
    told.some((one) => intersects(span, one) && reaches(span, one)),
  );
  if (own) return !whole;
  // "A, X told the paper, | according to the agency": of X's clause, and not of A.
  const tells = !whole && content.some((span) => contains(span, spanOf(report.cue!)));
  return tells || told.some((span) => contains(span, cue[0]!));
}

/** "A, | X said in Lima |, the agency reports": what closes the sentence before the agency does. */
function closesToo(source: readonly Span[], content: readonly Span[], tree: Tree): boolean {
  const [only, ...more] = content;
  const first = tree.tokens[0]!;
  return (
    only !== undefined &&
    more.length === 0 &&
    only.start === first.start &&
    source.length > 0 &&
    source[0]!.start > only.end
  );
}

/** The shapes that leave nothing of their sentence to the document itself. */
function reportsOf(tree: Tree): Parts[] {
  return [...trailing(tree), ...inserted(tree), ...inWords(tree), ...inOpinion(tree)];
}

/** Whether a content is the told words but for their edges. */
const reaches = (content: Span, told: Span) =>
  2 * (Math.min(content.end, told.end) - Math.max(content.start, told.start)) >
  told.end - told.start;
