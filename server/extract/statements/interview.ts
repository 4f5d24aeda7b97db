import type { Discourse } from '../actors/coreference.ts';
import type { Referent } from '../actors/referent.ts';
import { namingsOfSentence } from '../actors/naming-index.ts';
import type { Attribution } from '../attribution/index.ts';
import type { Span } from '../nlp/index.ts';
import { intersects } from '../text/place.ts';
import { toldByLayout } from './by-layout.ts';
import { contentSpans } from './content.ts';
import type { Told } from './told.ts';
import { TALK, whoAnswers } from './who-answers.ts';

/** An interview printed as question and answer: what its layout says, and who answers. */
export interface Interview {
  /** Each in one paragraph, its label or dash left off; in text order. */
  readonly answers: readonly Span[];
  readonly speaker: Referent;
  /** Who asked, where the introduction tells. */
  readonly via: readonly Referent[];
}

/** Set by hand: the layout is plain, who answers is told in the introduction alone. */
const CONFIDENCE = 0.75;
/** Fewer turns of either side are no interview. */
const LEAST_TURNS = 2;
/** Fewer questions that nothing but a question mark shows are headings. */
const LEAST_BARE = 3;
const LONGEST_QUESTION = 400;

type Role = 'question' | 'answer' | null;

interface Turn extends Span {
  readonly role: Role;
}

/**
 * The interview that a document prints; null where it prints none, or does not say with whom.
 *
 * @param text as it was given: the discourse's has blanks for the dashes that open its lines
 */
export function interviewIn(text: string, discourse: Discourse): Interview | null {
  const { parsed } = discourse;
  const turns = labelled(discourse) ?? dashed(text, discourse) ?? bare(discourse);
  const first = turns?.findIndex(({ role }) => role === 'question') ?? -1;
  if (!turns || first < 0) return null;
  const speaker = whoAnswers(turns[first]!.start, discourse);
  if (!speaker) return null;
  const answers = answersOf(turns).filter((one) =>
    /\p{L}/u.test(parsed.text.slice(one.start, one.end)),
  );
  return { answers, speaker, via: whoAsks(turns[first]!.start, speaker, discourse) };
}

/** `Q: words`, `A: words`. */
function labelled({ parsed }: Discourse): Turn[] | null {
  const turns = parsed.paragraphs.map((paragraph): Turn => {
    const words = parsed.text.slice(paragraph.start, paragraph.end);
    const label = /^(?:(Q|Question)|(?:A|Answer)) ?[:.]\s+(?=\S)/u.exec(words);
    if (!label) return { role: null, ...spanOf(paragraph) };
    const role = label[1] ? 'question' : 'answer';
    return { start: paragraph.start + label[0].length, end: paragraph.end, role };
  });
  return countOf(turns, 'question') >= LEAST_TURNS && countOf(turns, 'answer') >= LEAST_TURNS
    ? turns
    : null;
}

/** Questions and answers by turns, each after a dash; most of the questions are some. */
function dashed(text: string, { parsed }: Discourse): Turn[] | null {
  let count = 0;
  const turns = parsed.paragraphs.map((paragraph): Turn => {
    const lineStart = text.lastIndexOf('\n', paragraph.start - 1) + 1;
    const line = text.slice(lineStart, paragraph.end);
    const dash = /^\s*[—–-]\s+(?=\S)/u.exec(line)?.[0];
    if (!dash) return { role: null, ...spanOf(paragraph) };
    const role = count++ % 2 === 0 ? 'question' : 'answer';
    return { start: lineStart + dash.length, end: paragraph.end, role };
  });
  const asking = (role: Role) =>
    turns.filter((turn) => turn.role === role && isAsked(parsed.text, turn)).length;
  const [questions, answers] = [countOf(turns, 'question'), countOf(turns, 'answer')];
  const isInterview =
    answers >= LEAST_TURNS && asking('question') * 2 >= questions && asking('answer') * 2 < answers;
  return isInterview ? turns : null;
}

/** Questions that stand in paragraphs of their own, in a text that calls itself an interview. */
function bare({ parsed }: Discourse): Turn[] | null {
  const { text, paragraphs } = parsed;
  const asked = paragraphs.map(
    (one) => one.end - one.start <= LONGEST_QUESTION && isAsked(text, one),
  );
  const first = asked.indexOf(true);
  const introduction = text.slice(0, first < 0 ? 0 : paragraphs[first]!.start);
  if (asked.filter(Boolean).length < LEAST_BARE || !CALLED.test(introduction)) return null;
  const turns = paragraphs.map((paragraph, i): Turn => {
    const role = asked[i] ? 'question' : asked[i - 1] ? 'answer' : null;
    return { role, ...spanOf(paragraph) };
  });
  const answers = turns.filter(({ role }) => role === 'answer');
  const own = answers.filter(({ start, end }) => isOwn(text.slice(start, end)));
  return own.length * 3 >= answers.length ? turns : null;
}

/** In the first person, as an answer is; one that stands in quotation marks is somebody's in an article. */
function isOwn(words: string): boolean {
  return /\b(?:I|we|my|our)\b/.test(words.replace(/["“«][^"“”«»]{0,2000}["”»]/gu, ''));
}

const CALLED = /\b(?:interview|Q ?& ?A|in conversation with|answer(?:s|ed)? (?:\w+ )?questions)\b/i;

const spanOf = ({ start, end }: Span): Span => ({ start, end });
const isAsked = (text: string, { start, end }: Span) =>
  /\?["”»)]?\s*$/u.test(text.slice(start, end));
const countOf = (turns: readonly Turn[], role: Role) =>
  turns.filter((turn) => turn.role === role).length;

/** Answers, with the paragraphs by which one goes on until the next question. */
function answersOf(turns: readonly Turn[]): Span[] {
  const last = turns.findLastIndex(({ role }) => role === 'question');
  let answering = false;
  return turns.filter(({ role }, i) => {
    if (role !== null) answering = role === 'answer';
    return answering && (role !== null || i < last);
  });
}

/** An outlet that the introduction names in a sentence that tells of the talk. */
function whoAsks(before: number, speaker: Referent, { namings, parsed }: Discourse): Referent[] {
  const told = namings.find(({ start, sentence, referent }) => {
    if (start >= before || referent.kind !== 'media') return false;
    const own = parsed.sentences[sentence]!;
    const named = namingsOfSentence(namings, sentence).some((one) => one.referent === speaker);
    return named && TALK.test(parsed.text.slice(own.start, own.end));
  });
  return told ? [told.referent] : [];
}

/** Attributions within the answers are the answers' own words. */
export function outsideAnswers(
  attributions: readonly Attribution[],
  answers: readonly Span[],
): readonly Attribution[] {
  return attributions.filter(
    ({ cue, content }) => !answers.some((answer) => intersects(answer, cue[0] ?? content[0]!)),
  );
}

/** One statement an answer: the layout stands for quotation marks. */
export function answersTold({ answers, speaker, via }: Interview, discourse: Discourse): Told[] {
  return answers.map((answer): Told => {
    const { text } = discourse.parsed;
    const content = contentSpans(text, { content: [answer], mode: 'direct' });
    const speakers = [{ referent: speaker, score: 0.8, reasons: ['answers in the interview'] }];
    return toldByLayout({ speakers, content, via, confidence: CONFIDENCE }, discourse);
  });
}
