import type { Discourse } from '../actors/coreference.ts';
import { namingsWithin } from '../actors/naming-index.ts';
import type { Referent } from '../actors/referent.ts';
import type { Span } from '../nlp/index.ts';

/** The words that name the speaker: of a person the name alone, without title and apposition. */
export function sourceSpan(source: Span, speaker: Referent, { namings, parsed }: Discourse): Span {
  const naming = namingsWithin(namings, source).find(({ referent }) => referent === speaker);
  if (naming && speaker.kind === 'person') return { start: naming.start, end: naming.end };
  const tail = /[\s,]+$/u.exec(parsed.text.slice(source.start, source.end))?.[0].length ?? 0;
  return { start: source.start, end: Math.max(source.start + 1, source.end - tail) };
}

/** "– the official", "China last month": no dash or mark begins who speaks, and no time ends it. */
export function trimmed(span: Span | null, text: string): Span | null {
  if (!span) return null;
  const words = text.slice(span.start, span.end);
  const start = span.start + /^[\s–—,:;“”"-]*/u.exec(words)![0].length;
  const end = span.end - (TIME_AT_END.exec(words)?.[0].length ?? 0);
  return { start: Math.min(start, end - 1), end };
}

const TIME_AT_END =
  /(?<=\p{L}),?\s(?:(?:earlier )?(?:last|this) (?:week|month|year|night|morning|summer|winter|spring|autumn|weekend)|today|yesterday|on \p{Lu}\p{L}+day)$/u;

/** The first of the spans that name a source. */
export function whole(spans: readonly Span[]): Span | null {
  const [first] = spans;
  return first ? { start: first.start, end: first.end } : null;
}
