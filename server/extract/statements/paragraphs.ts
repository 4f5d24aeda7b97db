import { bearersOf } from '../actors/bearers.ts';
import type { Discourse } from '../actors/coreference.ts';
import type { DateMention } from '../dates/index.ts';
import type { Paragraph, Span } from '../nlp/index.ts';
import { intersects, lastStarting } from '../text/place.ts';
import { contentSpans } from './content.ts';
import { saidOn } from './said.ts';
import { speakerOf, type Told } from './told.ts';

/** A quotation that fills its paragraph; the closing mark may be missing or the wrong one. */
const QUOTATION = /^\s*["“”„«‟][\s\S]*?["”“»‟]?\s*$/u;
const INNER_END = /["”“»‟]\s+\p{L}/u;
/** Confidence of what is attributed across a paragraph's end; measured on the development articles. */
const ORPHAN = 0.75;
const THIS_STATEMENT = 0.8;

/** Paragraphs that are quotations without a cue: the speaker of the paragraph before goes on. */
export function orphans(told: readonly Told[], discourse: Discourse): Told[] {
  const { text, paragraphs } = discourse.parsed;
  const found: Told[] = [];
  paragraphs.forEach((paragraph, i) => {
    const words = text.slice(paragraph.start, paragraph.end);
    if (!QUOTATION.test(words) || INNER_END.test(words.slice(1))) return;
    if (
      [...told, ...found].some(({ content }) => content.some((span) => intersects(span, paragraph)))
    )
      return;
    const before = lastOf([...told, ...found], paragraphs[i - 1]);
    if (!before) return;
    const content = contentSpans(text, { content: [paragraph], mode: 'direct' });
    if (content.length > 0) found.push(continuation(before, content));
  });
  return found;
}

function lastOf(told: readonly Told[], paragraph: Paragraph | undefined): Told | null {
  if (!paragraph) return null;
  const inside = told.filter(({ content, cue }) => intersects(cue ?? content[0]!, paragraph));
  return inside.sort((a, b) => a.content[0]!.start - b.content[0]!.start).at(-1) ?? null;
}

function continuation(before: Told, content: readonly Span[]): Told {
  const reasons = ['goes on from the paragraph before'];
  return {
    ...before,
    speakers: [{ referent: speakerOf(before), score: 0.8, reasons }],
    cue: null,
    content,
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
  return discourse.parsed.sentences.flatMap((_, sentence) => {
    const found = thisStatement(sentence, discourse);
    const content = found && paragraphBefore(sentence, discourse);
    if (
      !found ||
      !content ||
      told.some((one) => one.content.some((span) => intersects(span, content)))
    )
      return [];
    const speakers = bearersOf(found.source, discourse);
    if (speakers.length === 0) return [];
    const spans = contentSpans(discourse.parsed.text, { content: [content], mode: 'indirect' });
    return [
      {
        speakers,
        ...found,
        content: spans,
        mode: 'indirect' as const,
        act: 'assertion' as const,
        via: [],
        addressees: [],
        said: saidOn(found.cue, spans, dates, discourse),
        confidence: THIS_STATEMENT,
      },
    ];
  });
}

const MADE = new Set('make issue give deliver'.split(' '));
const SPEECH_NOUNS = new Set('statement comment remark announcement claim assessment'.split(' '));

/** Subject and cue of "made this statement". */
function thisStatement(sentence: number, { trees }: Discourse): { source: Span; cue: Span } | null {
  const tree = trees[sentence]!;
  for (const [i, { lemma, head, end }] of tree.tokens.entries()) {
    if (!SPEECH_NOUNS.has(lemma) || head < 0 || !MADE.has(tree.tokens[head]!.lemma)) continue;
    const pointing = tree
      .childrenBy(i, 'det')
      .some((det) => /^(?:this|these|that|those|the)$/i.test(tree.tokens[det]!.word));
    const [subject] = tree.childrenBy(head, 'nsubj');
    if (pointing && subject !== undefined && subject < head)
      return { source: tree.spanOf(subject), cue: { start: tree.tokens[head]!.start, end } };
  }
  return null;
}

function paragraphBefore(sentence: number, { parsed }: Discourse): Span | null {
  const { paragraphs, sentences } = parsed;
  const at = lastStarting(paragraphs, sentences[sentence]!.start);
  if (at < 1 || paragraphs[at]!.firstSentence !== sentence) return null;
  const { start, end, firstSentence, endSentence } = paragraphs[at - 1]!;
  return endSentence - firstSentence > 4 ? null : { start, end };
}
