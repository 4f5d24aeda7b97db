import { attributions, type Attribution } from './attribution/index.ts';
import type { Models } from './load-models.ts';
import { parse, type ParsedDocument, type Span } from './nlp/index.ts';
import { isPartOfReport } from './statements/closed-by.ts';
import { patternedAttributions } from './statements/patterns/index.ts';
import type { Shape } from './statements/patterns/shape.ts';
import { Tree } from './text/tree.ts';

/** A document's attributions in the form that the evaluator of PolNeAR reads, one per line. */
export interface SpanPrediction {
  /** The document's file name without its ending. */
  readonly doc: string;
  readonly attributions: readonly {
    readonly source: readonly [start: number, end: number][];
    readonly cue: readonly [start: number, end: number][];
    readonly content: readonly [start: number, end: number][];
    readonly confidence: number;
  }[];
}

const pairs = (spans: readonly Span[]) =>
  spans.map(({ start, end }): [number, number] => [start, end]);

/**
 * Every attribution of a parsed document, before the codebook says which are statements: those that
 * the models find, then those of unmistakable form that they leave out.
 */
export function allAttributions(parsed: ParsedDocument, models: Models): Attribution[] {
  const trees = parsed.sentences.map((sentence) => new Tree(sentence));
  const learned = attributions(parsed, models).filter((one) => !isPartOfReport(one, parsed, trees));
  const patterned = patternedAttributions(parsed, trees, learned);
  return [...learned, ...patterned.filter(({ shape }) => AS_ANNOTATED.has(shape))];
}

/**
 * The shapes that PolNeAR's annotators mark often enough to add: those whose attributions raise F1 of
 * speech or of all in the mean of four folds of the training articles, each read by models that have
 * not seen it (docs/decisions/0040). The codebook counts the others, too.
 */
const AS_ANNOTATED: ReadonlySet<Shape> = new Set<Shape>([
  'trailing',
  'inserted',
  'quote',
  'according',
  'blame',
  'nominal',
  'feeling',
  'attention',
  'plea',
]);

/** Reads a text and gives its attributions as character offsets (UTF-16, end exclusive). */
export function predictSpans(doc: string, text: string, models: Models): SpanPrediction {
  return {
    doc,
    attributions: allAttributions(parse(text, models), models).map((one) => ({
      source: pairs(one.source),
      cue: pairs(one.cue),
      content: pairs(one.content),
      confidence: Math.round(one.confidence * 1000) / 1000,
    })),
  };
}
