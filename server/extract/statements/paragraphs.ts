import { bearersOf } from '../actors/bearers.ts';
import type { Discourse, Possible } from '../actors/coreference.ts';
import { isWholeNaming, namingsOfSentence } from '../actors/naming-index.ts';
import type { DateMention } from '../dates/index.ts';
import type { Span } from '../nlp/index.ts';
import { intersects, lastStarting } from '../text/place.ts';
import { actIn } from './acts/act.ts';
import { carriersOf } from './carriers.ts';
import { contentSpans } from './content.ts';
import { beforeColon, inBetween } from './nearby.ts';
import { LONGEST_POINTER, pointersIn, type ThisStatement } from './pointers.ts';
import { isSubhead, quotationsOf } from './quotations.ts';
import { subjectRange } from './repair.ts';
import { saidOn } from './said.ts';
import { speakerOf, type Told } from './told.ts';
import { isFiniteVerb } from '../text/finite.ts';

/** Confidence of what is attributed from beyond its own sentence; measured, docs/reading.md. */
const ORPHAN = 0.75;
const THIS_STATEMENT = 0.8;
/** A quotation of fewer words that nobody is said to have said is a scare quote. */
const LEAST_WORDS = 5;
/** A cue this near after a quotation's end belongs to it. In characters. */
const NEAR = 4;

/**
 * Quotations that no attribution covers: whoever is named right after speaks, else whoever spoke
 * last in the paragraph, else, when the quotation fills its own, in the paragraph before.
 */
export function orphans(told: readonly Told[], discourse: Discourse): Told[] {
  const { text } = discourse.parsed;
  const all = [...told];
  for (const quotation of quotationsOf(text)) {
    const words = text.slice(quotation.start, quotation.end).split(/\s+/).length;
    const covered = all.some(({ content }) => content.some((span) => intersects(span, quotation)));
    if (covered || words < LEAST_WORDS || isCited(quotation, text)) continue;
    if (isSubhead(quotation, text)) continue;
    const speaking = speakerBeside(quotation, all, discourse);
    const content = contentSpans(text, { content: [quotation], mode: 'direct' });
    const isName = content.every((span) => isWholeNaming(discourse.namings, span));
    if (speaking && !isName) all.push(continuation(speaking, content, discourse));
  }
  return all.slice(told.length);
}

/** `Quoting "a senior official"`: the words for whom an outlet cites. */
function isCited({ start }: Span, text: string): boolean {
  return /\b(?:citing|quoting)\s["“]?$/u.test(text.slice(Math.max(0, start - 12), start));
}

interface Speaking {
  readonly told: Told;
  /** Where it is another than whose statement that is. */
  readonly speaker?: Possible;
  readonly reason: string;
  /** The cue and source stand right beside the quotation and serve it too. */
  readonly beside: boolean;
}

/** Whoever a quotation without an attribution is said by; null where the text tells nobody. */
function speakerBeside(
  quotation: Span,
  told: readonly Told[],
  discourse: Discourse,
): Speaking | null {
  return (
    toldAfter(quotation, told, discourse) ??
    toldInParagraph(quotation, told, discourse) ??
    toldBefore(quotation, told, discourse)
  );
}

function toldAfter(quotation: Span, told: readonly Told[], discourse: Discourse): Speaking | null {
  const after = told.find(({ cue, source }) =>
    [cue, source].some(
      (span) =>
        span &&
        span.start >= quotation.end &&
        span.start - quotation.end < NEAR &&
        !discourse.parsed.text.slice(quotation.end, span.start).includes('\n') &&
        !beginsNext(quotation, span, discourse),
    ),
  );
  if (after) return { told: after, reason: 'named right after the quotation', beside: true };
  const carried = told.find(
    ({ via, cue }) => via.length > 0 && cue !== null && isCarriedAfter(quotation, cue, discourse),
  );
  return carried
    ? { told: carried, reason: 'told by the same carrier right after', beside: false }
    : null;
}

/** Whoever spoke last in its paragraph, or is named in between. */
function toldInParagraph(
  quotation: Span,
  told: readonly Told[],
  discourse: Discourse,
): Speaking | null {
  const { paragraphs } = discourse.parsed;
  const at = lastStarting(paragraphs, quotation.start);
  const own = lastIn(told, paragraphs[at], quotation.start);
  if (!own) return null;
  const colon = beforeColon(quotation, discourse);
  if (colon) {
    const [speaker] = colon;
    return { told: own, ...(speaker && { speaker }), reason: 'after a colon', beside: false };
  }
  const since = Math.max(own.content.at(-1)!.end, own.cue?.end ?? 0);
  const speaker = inBetween(quotation, since, speakerOf(own), discourse);
  if (speaker)
    return { told: own, speaker, reason: 'whoever the sentence before tells of', beside: false };
  return isWhole(quotation, own) || isProof(quotation, own, discourse)
    ? { told: own, reason: 'goes on in the same paragraph', beside: false }
    : null;
}

/** Of a quotation that fills its paragraph, whoever spoke last in the one before. */
function toldBefore(
  quotation: Span,
  told: readonly Told[],
  { parsed: { paragraphs } }: Discourse,
): Speaking | null {
  const at = lastStarting(paragraphs, quotation.start);
  const paragraph = paragraphs[at];
  const fills =
    paragraph && paragraph.start >= quotation.start && paragraph.end <= quotation.end + 1;
  const before = fills ? lastIn(told, paragraphs[at - 1], quotation.start) : null;
  return before && { told: before, reason: 'goes on from the paragraph before', beside: false };
}

/** `"..." According to X, A`: the next sentence, which has words of its own. */
function beginsNext(quotation: Span, cue: Span, { parsed }: Discourse): boolean {
  const { text } = parsed;
  const ended = /[.!?…]["”»]?$/u.test(text.slice(quotation.start, quotation.end));
  return ended && /^According to/.test(text.slice(cue.start, cue.start + 12));
}

/** `"..." According to Reuters, X described`: the quotation is X's. */
function isCarriedAfter(quotation: Span, cue: Span, { parsed }: Discourse): boolean {
  if (cue.start < quotation.end || cue.start - quotation.end > 250) return false;
  return (
    /^\s*according to\b/i.test(parsed.text.slice(quotation.end, quotation.end + 20)) &&
    !/\n/.test(parsed.text.slice(quotation.end, cue.start))
  );
}

/** What was told before it in the same paragraph ended in a quotation or at a sentence's end. */
function isWhole(quotation: Span, told: Told): boolean {
  return told.mode !== 'indirect' && told.content.at(-1)!.end <= quotation.start;
}

/** `X called him a master of it. "He showed it again and again."`: a whole sentence right after what was paraphrased. */
function isProof(quotation: Span, { content, cue }: Told, { parsed }: Discourse): boolean {
  const { text, sentences } = parsed;
  const before = sentences[lastStarting(sentences, quotation.start) - 1];
  const words = text.slice(quotation.start, quotation.end);
  if (!before || !cue || !/^["“]\p{Lu}/u.test(words) || !/[.!?…]["”]$/u.test(words)) return false;
  const said = content.at(-1)!;
  const beside = intersects(before, said) && intersects(before, cue);
  return beside && text.slice(before.end, quotation.start).trim() === '';
}

function lastIn(told: readonly Told[], paragraph: Span | undefined, before: number): Told | null {
  if (!paragraph) return null;
  const inside = told.filter(
    ({ content, cue }) => intersects(cue ?? content[0]!, paragraph) && content[0]!.start < before,
  );
  return [...inside].sort((a, b) => a.content[0]!.start - b.content[0]!.start).at(-1) ?? null;
}

function continuation(
  { told, speaker: other, reason, beside }: Speaking,
  content: readonly Span[],
  discourse: Discourse,
): Told {
  const speaker = other?.referent ?? speakerOf(told);
  const cue = beside ? told.cue : null;
  return {
    ...told,
    ...(other && other.referent !== speakerOf(told) && { via: [], source: null }),
    speakers: [other ?? { referent: speaker, score: 0.85, reasons: [reason] }],
    cue,
    content,
    act: actIn({ cue, speaker, content, negated: false }, discourse),
    mode: 'direct',
    confidence: ORPHAN,
  };
}

/** "X made this statement on Tuesday": the paragraph before is what X said. */
export function statementsOfParagraphs(
  told: readonly Told[],
  discourse: Discourse,
  dates: readonly DateMention[],
): Told[] {
  return pointersIn(discourse).flatMap(({ sentence, ...found }) => {
    const paragraph =
      sentencesBefore(found, sentence, discourse) ?? paragraphBefore(sentence, discourse);
    if (!paragraph) return [];
    const covered = told.some((one) => one.content.some((span) => intersects(span, paragraph)));
    const spans = { content: [paragraph], mode: 'indirect' } as const;
    // A paragraph of nothing but a mark or a speaker's label has no words to be somebody's.
    const content = covered ? [] : contentSpans(discourse.parsed.text, spans);
    const speakers = content.length > 0 ? bearersOf(found.source, discourse) : [];
    return speakers.length > 0 ? [paragraphTold(found, content, speakers, discourse, dates)] : [];
  });
}

const WRITING =
  /^(?:write|wrote|post|tweet|say|state|comment|respond|reply|add|declare|read|announce)$/;

/** "The minister wrote on X:" and then a paragraph without marks: the layout stands for them. */
export function statementsAfterColons(
  told: readonly Told[],
  discourse: Discourse,
  dates: readonly DateMention[],
): Told[] {
  const { text, paragraphs, sentences } = discourse.parsed;
  return paragraphs.flatMap((paragraph, i): Told[] => {
    const after = paragraphs[i + 1];
    if (!after || text[paragraph.end - 1] !== ':') return [];
    const quoted = /^["“«]/u.test(text.slice(after.start, after.start + 1));
    const sentence = paragraph.endSentence - 1;
    const find = quoted ? namedBefore : writesBefore;
    const found = sentences[sentence] && find(sentence, discourse);
    const isCovered = told.some((one) => one.content.some((span) => intersects(span, after)));
    if (!found || isCovered || !/[.!?…]["”»]?$/u.test(text.slice(after.start, after.end)))
      return [];
    const content = contentSpans(text, { content: [after], mode: 'direct' });
    const speakers = content.length > 0 ? bearersOf(found.source, discourse) : [];
    if (speakers.length === 0) return [];
    const via = carriersOf({ ...found, content }, speakers[0]!.referent, discourse);
    const one = paragraphTold(found, content, speakers, discourse, dates);
    return [{ ...one, mode: 'direct', via }];
  });
}

/** Subject and cue of a sentence that ends in a colon. */
function writesBefore(sentence: number, { trees }: Discourse): ThisStatement | null {
  const tree = trees[sentence]!;
  const { tokens } = tree;
  const verb = tokens.findLastIndex(({ tag }) => /^VB[DZ]$/.test(tag));
  const subject = verb > 0 && WRITING.test(tokens[verb]!.lemma) ? subjectRange(tree, verb) : null;
  if (!subject || subject[0] > verb) return null;
  const source = { start: tokens[subject[0]]!.start, end: tokens[subject[1] - 1]!.end };
  return { source, cue: tokens[verb]!, within: false };
}

/** "Ann Lee, an expert at the fund:" and then a quotation: a line with a name and no verb. Null for others. */
function namedBefore(sentence: number, { trees, namings }: Discourse): ThisStatement | null {
  const { tokens } = trees[sentence]!;
  if (tokens.length > LONGEST_POINTER || tokens.some(isFiniteVerb)) return null;
  const name = namingsOfSentence(namings, sentence).find(({ from }) => from <= 1);
  if (name?.referent.kind !== 'person') return null;
  return { source: { start: name.start, end: name.end }, cue: null, within: false };
}

function paragraphTold(
  { source, cue }: ThisStatement,
  content: readonly Span[],
  speakers: Told['speakers'],
  discourse: Discourse,
  dates: readonly DateMention[],
): Told {
  return {
    speakers,
    source,
    cue,
    content,
    mode: 'indirect',
    act: actIn({ cue, speaker: speakers[0]!.referent, content, negated: false }, discourse),
    via: carriersOf({ cue, source, content }, speakers[0]!.referent, discourse),
    addressees: [],
    said: saidOn(cue ?? source, content, dates, discourse),
    confidence: THIS_STATEMENT,
  };
}

/** What stands before it in the same paragraph; null where nothing does, or it points at a paragraph. */
function sentencesBefore(
  { within }: ThisStatement,
  sentence: number,
  { parsed }: Discourse,
): Span | null {
  const { paragraphs, sentences } = parsed;
  const paragraph = paragraphs[lastStarting(paragraphs, sentences[sentence]!.start)]!;
  const before = sentence - paragraph.firstSentence;
  if (!within || before < 1 || before > LONGEST) return null;
  return { start: sentences[paragraph.firstSentence]!.start, end: sentences[sentence - 1]!.end };
}

/** Longest paragraph, in sentences, that one such cue is taken to cover. */
const LONGEST = 4;

function paragraphBefore(sentence: number, { parsed }: Discourse): Span | null {
  const { paragraphs, sentences } = parsed;
  const at = lastStarting(paragraphs, sentences[sentence]!.start);
  if (at < 1 || paragraphs[at]!.firstSentence !== sentence) return null;
  const { start, end, firstSentence, endSentence } = paragraphs[at - 1]!;
  return endSentence - firstSentence > LONGEST ? null : { start, end };
}
