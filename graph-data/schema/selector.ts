import { z } from 'zod';
import { DocumentId } from './id.ts';

/** Characters of context kept on each side of a quotation; fewer at the ends of a document. */
export const CONTEXT_LENGTH = 32;

/**
 * A span of a document, said twice so that it can be checked: W3C Web Annotation
 * TextQuoteSelector (`exact`, `prefix`, `suffix`) plus TextPositionSelector (`start`, `end`).
 * Offsets are UTF-16 code units into the document's text exactly as read, before any
 * normalisation; `end` is exclusive, so `end - start === exact.length`.
 * Source: W3C Recommendation "Web Annotation Data Model", sections 4.2.4 and 4.2.5.
 */
export const Selector = z
  .strictObject({
    exact: z.string().min(1),
    /** Text just before `exact`, at most CONTEXT_LENGTH code units; empty at the start. */
    prefix: z.string(),
    /** Text just after `exact`, at most CONTEXT_LENGTH code units; empty at the end. */
    suffix: z.string(),
    start: z.int().nonnegative(),
    end: z.int().positive(),
  })
  .refine((s) => s.end - s.start === s.exact.length, {
    error: 'end - start must equal the length of exact in UTF-16 code units',
    path: ['end'],
  });
export type Selector = z.infer<typeof Selector>;

/** Where a record's words stand: one document and the passages in it, at least one. */
export const Evidence = z.strictObject({
  document: DocumentId,
  selectors: z.array(Selector).min(1),
});
export type Evidence = z.infer<typeof Evidence>;

/** Makes the selector for `text.slice(start, end)`. Throws RangeError when the span is empty or outside. */
export function selectorAt(text: string, start: number, end: number): Selector {
  if (!(start >= 0 && start < end && end <= text.length))
    throw new RangeError(`span ${start}..${end} does not lie in a text of ${text.length} units`);
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    suffix: text.slice(end, end + CONTEXT_LENGTH),
    start,
    end,
  };
}

/** Why a selector does not fit a text; null from `anchorFault` means that it fits. */
export type AnchorFault = 'out-of-range' | 'exact-differs' | 'context-differs';

/**
 * Checks a selector against a text, at its offsets only. An anchor that no longer fits is
 * reported and never moved to a lookalike elsewhere in the text.
 */
export function anchorFault(text: string, selector: Selector): AnchorFault | null {
  const { exact, prefix, suffix, start, end } = selector;
  if (end > text.length) return 'out-of-range';
  if (text.slice(start, end) !== exact) return 'exact-differs';
  const before = text.slice(Math.max(0, start - prefix.length), start);
  return before === prefix && text.slice(end, end + suffix.length) === suffix
    ? null
    : 'context-differs';
}
