import type { Attribution } from '../attribution/index.ts';
import type { Discourse } from '../actors/coreference.ts';
import { monthOf, weekdayNamed } from '../dates/calendar.ts';
import type { Span, Token } from '../nlp/index.ts';
import { inSet } from '../text/in-set.ts';
import { isFiniteVerb } from '../text/finite.ts';
import { placeOf, type Place } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import { modeOf } from './mode.ts';
import { quotationsOf } from './quotations.ts';
import { subjectRange } from './repair.ts';
import type { Part } from './split.ts';
import { SAYING, SAYING_THAT } from './verbs.ts';

/**
 * An attribution whose sentence tells by its form that another verb of it reports, or that another
 * speaks than whoever the words nearest to the cue name. Others come back as they are.
 */
export function recast(attribution: Attribution, discourse: Discourse): Part {
  const place = attribution.cue[0] && placeOf(discourse.parsed, attribution.cue[0]);
  if (!place) return attribution;
  if (attribution.mode === 'direct') return citedAfter(attribution, place, discourse);
  const whole = wholeAsSaying(attribution, place, discourse);
  if (whole) return whole;
  const { text } = discourse.parsed;
  const tree = discourse.trees[place.sentence]!;
  const verb = tree.tokens.findLastIndex(
    ({ tag }, i) => i >= place.from && i < place.to && tag.startsWith('VB'),
  );
  const scene = { tree, cue: verb < 0 ? place.from : verb, text };
  return (
    byStating(attribution, scene) ??
    inStatement(attribution, scene) ??
    quotingOfficial(attribution, scene) ??
    sayingAsQuoted(attribution, scene) ??
    asTelling(attribution, scene) ??
    denyingClaim(attribution, scene) ??
    attribution
  );
}

/** `"...", | a source of the paper | cites | Ann Lee.`: Ann Lee, whom the source carries. */
function citedAfter(
  attribution: Attribution,
  { sentence, from }: Place,
  { trees }: Discourse,
): Part {
  const { tokens } = trees[sentence]!;
  const { source, content } = attribution;
  const cites = /^(?:cites|cited|quotes|quoted)$/.test(tokens[from]!.word);
  let to = from + 1;
  while (tokens[to]?.tag.startsWith('NNP')) to++;
  const named = to > from + 1 && to - from <= LONGEST_NAME;
  const ends =
    tokens[to] === undefined || /^[.]$/.test(tokens[to]!.word) || tokens[to]!.word === 'as';
  const before = source[0] && source[0].end <= tokens[from]!.start;
  const after = content.every(({ end }) => end < tokens[from]!.start);
  if (!cites || !named || !ends || !before || !after) return attribution;
  return { ...attribution, source: [spanOf(tokens, from + 1, to - 1)], teller: source };
}

/** In tokens, with the verb before it. */
const LONGEST_NAME = 5;

/** `Quoted a source as saying: | "A. B."`: all of the quotation, which the cue's sentence cuts. */
function wholeAsSaying(
  attribution: Attribution,
  { sentence, from }: Place,
  { parsed }: Discourse,
): Part | null {
  const { text, sentences } = parsed;
  const words = text.slice(sentences[sentence]!.tokens[from]!.start, sentences[sentence]!.end);
  const said = AS_SAYING.exec(words);
  if (!said) return null;
  const mark = sentences[sentence]!.tokens[from]!.start + said[0].length - 1;
  const quotation = quotationsOf(text.slice(mark, text.indexOf('\n', mark) >>> 0))[0];
  if (quotation?.start !== 0) return null;
  const content = [{ start: mark, end: mark + quotation.end }];
  return { ...attribution, content, mode: 'direct' };
}

const AS_SAYING = /^(?:quot|cit)(?:es|ed|ing) [^:“”"\n]{2,80} as saying: ?["“]/u;

interface Scene {
  readonly tree: Tree;
  /** The token of the cue's verb, else its first. */
  readonly cue: number;
  readonly text: string;
}

/** "Responded to the charge | by stating that | A": what is stated is A. */
function byStating(attribution: Attribution, { tree: { tokens }, cue, text }: Scene): Part | null {
  if (!ANSWERS.test(tokens[cue]!.lemma)) return null;
  const verb = tokens.findIndex(
    ({ word, lemma, tag }, i) =>
      i > cue + 1 && tokens[i - 1]!.word === 'by' && tag === 'VBG' && saysBy(word, lemma),
  );
  if (verb < 0) return null;
  const from = tokens[verb + 1]?.word === 'that' ? verb + 2 : verb + 1;
  return told(attribution, tokens, { cue: verb, from, text });
}

const ANSWERS = /^(?:respond|react|answer|repli|reply|retort|counter)$/;
const saysBy = (word: string, lemma: string) =>
  inSet(lemma, SAYING) || /^(?:stating|claiming|noting|arguing|insisting|asserting)$/.test(word);

/**
 * "Ministers underscored that A, | according to a statement published on Monday": the ministers, where
 * nobody else is said to have issued it.
 */
function inStatement(attribution: Attribution, { tree, cue, text }: Scene): Part | null {
  const { tokens } = tree;
  const [words] = attribution.source;
  if (!/^according$/.test(tokens[cue]!.word) || !words) return null;
  if (!OF_NOBODY.test(text.slice(words.start, words.end))) return null;
  const verb = tokens.findIndex(
    ({ tag, lemma }, i) =>
      i < cue && /^VB[DZP]$/.test(tag) && (inSet(lemma, SAYING) || inSet(lemma, SAYING_THAT)),
  );
  const subject = verb > 0 ? subjectRange(tree, verb) : null;
  if (!subject || subject[1] > verb) return null;
  const source = [spanOf(tokens, subject[0], subject[1] - 1)];
  const closes = subject[0] > 2 && /^[,”"]$/u.test(tokens[subject[0] - 1]!.word);
  if (closes) {
    const range = { cue: verb, from: 0, to: subject[0] - 1, text };
    const own = told(attribution, tokens, range);
    return own && { ...own, source };
  }
  const that = tokens[verb + 1]?.word === 'that' ? verb + 2 : verb + 1;
  const last = tokens[cue - 1]!.word === ',' ? cue - 2 : cue - 1;
  const own = told(attribution, tokens, { cue: verb, from: that, to: last, text });
  return own && tokens.slice(that, last).some(isFiniteVerb) ? { ...own, source } : null;
}

const OF_NOBODY =
  /^(?:(?:an?|the) )?(?:(?:joint|official|written|brief|short) )?(?:statement|readout|communiqu[eé]|press release|news release|transcript|translation|summary|recording|video)(?: (?:published|released|issued|posted|circulated|seen|obtained|carried)\b(?:(?!\bby\b).)*)?$/su;

/** "Agencies are quoting | an official | warning that A": the official, whom the agencies carry. */
function quotingOfficial(attribution: Attribution, { tree, cue, text }: Scene): Part | null {
  const { tokens } = tree;
  if (!/^(?:quot|cit)e?$/.test(tokens[cue]!.lemma)) return null;
  const verb = tokens.findIndex(({ word }, i) => i > cue + 1 && SAYING_SO.test(word));
  const words = tokens.slice(cue + 1, verb);
  const phrase = words.every(({ tag }) => /^(?:DT|PRP\$|JJ|NN|POS|IN)/.test(tag));
  if (verb < 0 || !phrase || tokens[verb - 1]!.word === 'as') return null;
  if (tokens[verb + 1]?.word !== 'that') return null;
  const own = told(attribution, tokens, { cue: verb, from: verb + 2, text });
  const { source: teller } = attribution;
  return own && { ...own, source: [spanOf(tokens, cue + 1, verb - 1)], teller };
}

/** "Agencies quoted | the head of the service on Monday | , saying that A": the head, whom the agencies carry. */
function sayingAsQuoted(attribution: Attribution, { tree, cue }: Scene): Part | null {
  const { tokens } = tree;
  if (tokens[cue]!.word !== 'saying' || tokens[cue - 1]?.word !== ',') return null;
  const verb = tokens.findLastIndex(({ lemma }, i) => i < cue && /^(?:quot|cit)e?$/.test(lemma));
  const on = tokens.findIndex(
    ({ word }, i) => i > verb && i < cue && word === 'on' && isDay(tokens[i + 1]!.word),
  );
  const to = on < 0 ? cue - 1 : on;
  const phrase = tokens.slice(verb + 1, to);
  if (
    verb < 0 ||
    phrase.length === 0 ||
    !phrase.every(({ tag }) => /^(?:DT|PRP\$|JJ|NN|POS|IN)/.test(tag))
  )
    return null;
  return { ...attribution, source: [spanOf(tokens, verb + 1, to - 1)], teller: attribution.source };
}

const isDay = (word: string) => weekdayNamed(word) >= 0 || monthOf(word) > 0;

/** By their form: the parser takes "an official warning that" for a noun. */
const SAYING_SO =
  /^(?:saying|warning|claiming|stating|announcing|alleging|insisting|denying|confirming|declaring)$/;

/** "X, who heads the office, is quoted by the agency | as telling reporters that | A": A. */
function asTelling(attribution: Attribution, { tree: { tokens }, cue, text }: Scene): Part | null {
  const quotes = /^(?:quot|cit)e?$/.test(tokens[cue]!.lemma);
  const as = tokens.findIndex(
    ({ word }, i) =>
      i > cue && word === 'as' && /^(?:saying|telling|claiming)$/.test(tokens[i + 1]?.word ?? ''),
  );
  const that = tokens.findIndex(({ word }, i) => i > as && word === 'that');
  if (!quotes || as < 0 || that < 0 || that - as > LONGEST_LISTENER) return null;
  const early = attribution.content.some(({ start }) => start < tokens[as]!.start);
  return early ? told(attribution, tokens, { cue: as + 1, from: that + 1, text }) : null;
}

/** In tokens, from "as" to "that". */
const LONGEST_LISTENER = 8;

/** "Chile contested | Ann Lee's | claim | that A": a denial of what she claimed. */
function denyingClaim(attribution: Attribution, { tree, cue, text }: Scene): Part | null {
  const { tokens } = tree;
  const [claimant] = attribution.source;
  if (!CLAIMS.test(tokens[cue]!.lemma) || !claimant || claimant.start > tokens[cue]!.start)
    return null;
  const verb = tokens.findLastIndex(({ end }) => end < claimant.start);
  if (verb < 1 || !/^VB[DZPN]$/.test(tokens[verb]!.tag) || !DENIES.test(tokens[verb]!.lemma))
    return null;
  const subject = subjectRange(tree, verb);
  if (!subject || subject[1] > verb) return null;
  const own = told(attribution, tokens, { cue: verb, from: verb + 1, text });
  return own && { ...own, source: [spanOf(tokens, subject[0], subject[1] - 1)] };
}

const CLAIMS = /^(?:claim|allegation|accusation|assertion|suggestion|charge|statement)$/;
const DENIES = /^(?:contest|deny|reject|dismiss|refute?|dispute?|rebut|rebuff|debunk|dispel)$/;

interface Telling {
  readonly cue: number;
  readonly from: number;
  /** The last token; where it is not told, that of the content or of the sentence. */
  readonly to?: number;
  readonly text: string;
}

/** The attribution with a cue and a content of its sentence; null where too little is left of that. */
function told(
  attribution: Attribution,
  tokens: readonly Token[],
  { cue, from, to, text }: Telling,
): Part | null {
  const end = to === undefined ? lastTold(attribution, tokens) : to;
  if (from > end - 1) return null;
  const content = [spanOf(tokens, from, end)];
  return { ...attribution, cue: [spanOf(tokens, cue, cue)], content, mode: modeOf(text, content) };
}

/** The last token of the content. */
function lastTold({ content }: Attribution, tokens: readonly Token[]): number {
  const { end } = content.at(-1)!;
  const last = tokens.findLastIndex((token) => token.end <= end);
  return tokens[last]?.word === '.' ? last - 1 : last;
}

const spanOf = (tokens: readonly Token[], from: number, to: number): Span => ({
  start: tokens[from]!.start,
  end: tokens[to]!.end,
});
