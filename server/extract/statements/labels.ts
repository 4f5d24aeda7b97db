import type { Discourse, Possible } from '../actors/coreference.ts';
import { namingsWithin } from '../actors/naming-index.ts';
import { linesOf } from '../body/index.ts';
import type { Span } from '../nlp/index.ts';
import { intersects } from '../text/place.ts';
import { toldByLayout } from './by-layout.ts';
import { contentSpans } from './content.ts';
import { quotationsOf } from './quotations.ts';
import type { Told } from './told.ts';

/** Set by hand: the layout is plain. */
const CONFIDENCE = 0.8;
const SCORE = 0.85;

/** `Source: the ministry`, `Quote from Ann Lee: "..."`: what a line is, as some papers set their reports. */
const LABEL =
  /^(?<label>Sources?|Quotes?|Direct quote|Details|Background|Previously|Reminder|Literally)(?<of> (?:from|of|by) [^:\n"“”]{2,60})?:[^\S\n]*(?=\S)/u;

/**
 * Quotations behind the label "Quote", which no attribution covers: whoever the label names says them,
 * else whom the last line of sources names first.
 */
export function labelledQuotations(
  text: string,
  told: readonly Told[],
  discourse: Discourse,
): Told[] {
  let source: Span | null = null;
  return linesOf(text).flatMap((line): Told[] => {
    const found = LABEL.exec(line.text);
    if (!found) return [];
    const words = { start: line.start + found[0].length, end: line.end };
    if (found.groups!.label!.startsWith('Source')) source = words;
    if (!/quote/i.test(found.groups!.label!)) return [];
    const own = { start: line.start, end: line.start + found[0].length };
    const speaker = firstNamed(own, discourse) ?? (source && firstNamed(source, discourse));
    return speaker ? quotationsIn(words, speaker, told, discourse) : [];
  });
}

interface Named {
  readonly possible: Possible;
  readonly span: Span;
}

function firstNamed(words: Span, { namings }: Discourse): Named | null {
  const naming = namingsWithin(namings, words).find(({ referent }) => referent.kind !== 'state');
  if (!naming) return null;
  const reasons = ['named by the label or as the source above'];
  return {
    possible: { referent: naming.referent, score: SCORE, reasons },
    span: { start: naming.start, end: naming.end },
  };
}

function quotationsIn(
  words: Span,
  { possible, span }: Named,
  told: readonly Told[],
  discourse: Discourse,
): Told[] {
  const { text } = discourse.parsed;
  const line = text.slice(words.start, words.end);
  return quotationsOf(line).flatMap((quotation): Told[] => {
    const at = { start: words.start + quotation.start, end: words.start + quotation.end };
    if (told.some(({ content }) => content.some((one) => intersects(one, at)))) return [];
    const content = contentSpans(text, { content: [at], mode: 'direct' });
    if (content.length === 0) return [];
    const laid = { speakers: [possible], source: span, content, confidence: CONFIDENCE };
    return [toldByLayout(laid, discourse)];
  });
}
