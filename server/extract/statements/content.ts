import type { Attribution } from '../attribution/index.ts';
import type { Span } from '../nlp/index.ts';

/** Single marks count only at the ends, where they are no apostrophes. */
const OPENING = /^(?:["“”„‟«»‘']|``|''|\s)+/u;
const CLOSING = /(?:["“”„‟«»’']|``|''|\s)+$/u;

/**
 * An attribution's content as the codebook draws it: a direct quotation without its marks and
 * without the comma before the closing one, its final stop kept; a paraphrase without "that" and
 * without the final stop; a mixed one with its inner marks. Parts that only marks or blanks
 * separate are one. Never empty spans; empty when nothing is left.
 */
export function contentSpans(
  text: string,
  { content, mode }: Pick<Attribution, 'content' | 'mode'>,
): Span[] {
  return joined(text, content)
    .map((span) => (mode === 'direct' ? unquoted(text, span) : clause(text, span)))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

function joined(text: string, spans: readonly Span[]): Span[] {
  const parts: Span[] = [];
  for (const span of spans) {
    const before = parts.at(-1);
    if (
      before &&
      /^[^\S\n\r]*["“”„«»‘’',]*[^\S\n\r]*["“”„«»‘’']*$/u.test(text.slice(before.end, span.start))
    )
      parts[parts.length - 1] = { start: before.start, end: span.end };
    else parts.push(span);
  }
  return parts;
}

function unquoted(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const start = span.start + (OPENING.exec(words)?.[0].length ?? 0);
  const comma = /(?:["”»]|’’|''),\s*$/u.exec(words) ? /,\s*$/u.exec(words)![0].length : 0;
  let end = span.end - comma;
  end -= CLOSING.exec(words.slice(0, words.length - comma))?.[0].length ?? 0;
  while (end > start && /[,\s]/.test(text[end - 1]!)) end--;
  return { start, end: Math.max(start, end) };
}

const LATE = String.raw`(?:early |late |mid-|the )*`;
/** Marks, a day of saying ("in December", "last week", "on Tuesday") before "that", and "that". */
const LEADING = new RegExp(
  String.raw`^[\s,:;—–-]*(?:(?:(?:in|on|at|earlier|late|early|last|this|yesterday|today)\b ?${LATE}` +
    String.raw`(?:(?:[\p{Lu}\d][\p{L}\d]{0,12}|week|month|year|spring|summer|autumn|winter|weekend)(?![\p{L}\d])[,\s]{0,2}){0,4})(?=that\s))?(?:(?:before|after|earlier|later)\s(?=that\s))?(?:that\s+)?`,
  'u',
);

/** "Dismissed the story as old | when approached by the paper": what one spoke to. */
const WHEN_ASKED =
  /(?<=.{8}),?\s(?:when|after being) (?:asked|approached|contacted|reached|questioned|pressed|confronted|quizzed)(?: (?:by|about|on|for|whether|if|over|why|how)\b[^,.;:“”"]{0,80})?[.\s]*$/u;

/** "Said three were killed, | without giving further details": that no more was said. */
const WITHOUT_MORE =
  /(?<=.{8}),?\s(?:but\s|and\s)?without (?:elaborat(?:ing|ion)|(?:going into|giving|providing|offering|presenting|citing|specifying|disclosing) (?:any |a |an |the |more |further |other |specific |additional |concrete )*(?:details?|evidence|proof|specifics|elaboration|examples?|reasons?|explanation|figures?|numbers?|names?|sources?|timeline|timeframe))(?: (?:of|on|about|for|to)\b[^,.;:“”"]{0,60})?[.\s]*$/u;

/** "Claimed – without presenting evidence – that": how it was said stands before "that". */
const ASIDE =
  /^[\s,–—-]*(?:without|despite|contrary to|in reference to|by way of)\s[^,–—“”"\n]{3,60}[,–—-]\s*(?=that\s)/u;

function clause(text: string, span: Span): Span {
  let { start, end } = span;
  start += ASIDE.exec(text.slice(start, end))?.[0].length ?? 0;
  start += LEADING.exec(text.slice(start, end))?.[0].length ?? 0;
  end -= WHEN_ASKED.exec(text.slice(start, end))?.[0].length ?? 0;
  end -= WITHOUT_MORE.exec(text.slice(start, end))?.[0].length ?? 0;
  const inner = text.slice(start, end);
  end -= /[\s,;:.—–]*$/u.exec(inner)?.[0].length ?? 0;
  return balanced(text, { start, end: Math.max(start, end) });
}

/** A clause that lost one mark of a pair gets it back; one that begins and ends in marks keeps them. */
function balanced(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const opens = (words.match(/“/gu) ?? []).length;
  const closes = (words.match(/”/gu) ?? []).length;
  const tail = /^[.,!?]?”/u.exec(text.slice(end))?.[0].length ?? 0;
  if (opens > closes && tail > 0) return { start, end: end + tail };
  if (closes > opens && text[start - 1] === '“') return { start: start - 1, end };
  return { start, end };
}

/** The cue as the codebook has it: the shortest exact words, marks and particles aside. */
export function cueSpan(text: string, cue: readonly Span[]): Span | null {
  const worded = cue.filter(({ start, end }) => /\p{L}/u.test(text.slice(start, end)));
  const span =
    worded.find(({ start, end }) => !AUXILIARY.test(text.slice(start, end))) ?? worded[0];
  if (!span) return null;
  const words = text.slice(span.start, span.end);
  const lead = LEADING_AUXILIARIES.exec(words)?.[0].length ?? 0;
  const tail = TRAILING.exec(words.slice(lead))?.[0].length ?? 0;
  return { start: span.start + lead, end: span.end - tail };
}

const AUXILIARY = /^(?:has|have|had|is|are|was|were|be|been|will|would|also|to|not|that)$/i;
const LEADING_AUXILIARIES =
  /^(?:(?:has|have|had|is|are|was|were|been|being|will|would|also|later|previously|recently|typically|then|repeatedly|further|always|consistently|even)\s+)+(?=\S)/i;
/** "wrote on Twitter", "said on Tuesday": the carrier and the day are no part of the cue. */
const TRAILING =
  /(?=\s)(?:\s+(?:that|as|on(?:\s+\p{Lu}\p{L}*)?|about|for|of|its|their|his|her))*(?:\s+in\s+an?\s+[\p{L}\s]+)?$/u;
