import { attributions } from './attribution/index.ts';
import { parse, type Models, type Span } from './nlp/index.ts';

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

/** Reads a text and gives its attributions as character offsets (UTF-16, end exclusive). */
export function predictSpans(doc: string, text: string, models: Models): SpanPrediction {
  return {
    doc,
    attributions: attributions(parse(text, models), models).map((one) => ({
      source: pairs(one.source),
      cue: pairs(one.cue),
      content: pairs(one.content),
      confidence: Math.round(one.confidence * 1000) / 1000,
    })),
  };
}
