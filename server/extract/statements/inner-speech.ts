import { asSpeaker, bearersAt, bearersOf } from '../actors/bearers.ts';
import type { Discourse, Possible } from '../actors/coreference.ts';
import type { Referent } from '../actors/referent.ts';
import { namingsOfSentence, namingsWithin } from '../actors/naming-index.ts';
import type { Span, Token } from '../nlp/index.ts';
import { inSet } from '../text/in-set.ts';
import { placeOf, type Place } from '../text/place.ts';
import { isOtherDeed } from './unreal.ts';
import { JUDGING } from './verbs.ts';
import { isFiniteTag } from '../text/finite.ts';

/** Speech inside of what an agency is said to have said: "According to Reuters, X described ...". */
export interface InnerSpeech {
  readonly speakers: readonly Possible[];
  readonly source: Span;
  readonly cue: Span;
  readonly content: readonly Span[];
  readonly mode: 'direct' | 'indirect' | 'mixed';
}

const SPEAKING = new Set(
  (
    'say tell describe state claim announce declare warn accuse deny add note argue confirm insist ' +
    'explain suggest assert report write stress promise vow urge ask call believe think express ' +
    'conclude assess estimate find predict threaten pledge condemn demand criticise criticize blame admit acknowledge reiterate dismiss reject'
  ).split(' '),
);

/** A body speaks within what an outlet says where it begins the sentence. In tokens. */
const LEADING = 6;

/**
 * The speech that a content consists of: a named subject, a verb of speaking, and the rest. Null
 * when the content is the agency's own.
 */
export function innerSpeech(content: readonly Span[], discourse: Discourse): InnerSpeech | null {
  const [span] = content;
  const place = span && placeOf(discourse.parsed, span);
  if (!span || !place) return null;
  const tree = discourse.trees[place.sentence]!;
  const quoted = quotedInside(span, discourse);
  if (quoted) return quoted;
  for (let verb = place.from; verb < place.to; verb++) {
    const { lemma, tag, end } = tree.tokens[verb]!;
    if (!(SPEAKING.has(lemma) || inSet(lemma, JUDGING)) || !tag.startsWith('VB')) continue;
    if (isOtherDeed(tree, verb, verb + 1)) continue;
    const subject =
      tree.childrenBy(verb, 'nsubj').find((i) => i >= place.from && i < verb) ??
      namedBefore(place, verb, discourse);
    if (subject === null) continue;
    const [reach, last] = tree.reach(subject);
    const from = Math.max(reach, place.from);
    const speakers = bearersAt(
      { sentence: place.sentence, from, to: Math.min(last + 1, verb) },
      subject,
      discourse,
    );
    const kind = speakers[0]?.referent.kind;
    const leads = kind === 'person' || (subject - place.from <= LEADING && kind !== 'media');
    if (kind === undefined || !leads || end >= span.end) return null;
    return {
      speakers: speakers.map((one) => asSpeaker(one, discourse)),
      source: tree.spanOf(subject),
      cue: tree.tokens[verb]!,
      content: [{ start: afterThat(tree.tokens, verb) ?? end, end: span.end }],
      mode: /["“”«»]/u.test(discourse.parsed.text.slice(end, span.end)) ? 'mixed' : 'indirect',
    };
  }
  return null;
}

/** "The Security Council of Belarus | said", of which the parser made something else: the name that all words before the verb are. */
function namedBefore({ sentence, from }: Place, verb: number, { namings, trees }: Discourse) {
  const name = namingsOfSentence(namings, sentence).find(({ to }) => to === verb);
  const opens = name && name.from - from <= 1;
  return name && opens ? trees[sentence]!.headOf(name.from, name.to) : null;
}

/** Where the clause of "told Y by phone that ..." begins: null where no "that" comes before a verb. */
function afterThat(tokens: readonly Token[], verb: number): number | null {
  for (let i = verb + 1; i < tokens.length - 1; i++) {
    const { word, tag } = tokens[i]!;
    if (word === 'that' && /^(?:IN|WDT)$/.test(tag)) return tokens[i + 1]!.start;
    // "Urged Y to go, | noting that": another clause.
    if (isFiniteTag(tag) || (word === ',' && tokens[i + 1]!.tag === 'VBG')) return null;
  }
  return null;
}

/** `"I wanted peace," X told the court`, `"...," said X`: a quotation and its own speaker within what a carrier has. */
function quotedInside(span: Span, discourse: Discourse): InnerSpeech | null {
  const words = discourse.parsed.text.slice(span.start, span.end);
  const quotation = /^["“]([^"“”\n]{10,}?),?["”],?\s+/u.exec(words);
  if (!quotation) return null;
  const rest = { start: span.start + quotation[0].length, end: span.end };
  const place = rest.start < rest.end ? placeOf(discourse.parsed, rest) : null;
  if (!place) return null;
  const tree = discourse.trees[place.sentence]!;
  const { tokens } = tree;
  const isSpoken = ({ lemma, tag }: Token) => SPEAKING.has(lemma) && /^VB[DZ]$/.test(tag);
  const verb = tokens.findIndex((token, i) => i >= place.from && i < place.to && isSpoken(token));
  if (verb < 0 || verb - place.from > 8) return null;
  const turned = verb === place.from;
  const comma = tokens.findIndex(({ word }, i) => i > verb && word === ',');
  const [from, to] = turned
    ? [verb + 1, comma < 0 ? place.to : Math.min(comma, place.to)]
    : [place.from, verb];
  if (to <= from) return null;
  const at = { sentence: place.sentence, from: from, to };
  const speakers = bearersAt(at, tree.headOf(from, to), discourse);
  if (speakers[0]?.referent.kind !== 'person') return null;
  return {
    speakers,
    source: { start: tokens[from]!.start, end: tokens[to - 1]!.end },
    cue: tokens[verb]!,
    content: [{ start: span.start, end: rest.start }],
    mode: 'direct',
  };
}

/** "According to Reuters, Konrad Muzyka, ...": a source that is a carrier and then the speaker. */
export function carrierThenSpeaker(
  source: Span,
  { namings, parsed }: Discourse,
): { source: Span; carrier: Referent; speakers: readonly Possible[] } | null {
  const [first, second] = namingsWithin(namings, source);
  if (first?.referent.kind !== 'media' || second?.referent.kind !== 'person') return null;
  if (first.start !== source.start || parsed.text.slice(first.end, second.start) !== ', ')
    return null;
  const reasons = ['named in the passage after its carrier'];
  return {
    source: { start: second.start, end: source.end },
    carrier: first.referent,
    speakers: [{ referent: second.referent, score: 0.95, reasons }],
  };
}

/** Somebody whom an outlet cites, and what is left of the content without the words that say so. */
export interface Cited {
  readonly source: Span;
  readonly speakers: readonly Possible[];
  readonly content: readonly Span[];
}

/**
 * "The agency reported, citing a source", "according to ERR, which cites the police", "Reuters
 * reported that A, citing B": who was cited. Null where nobody is, or things are ("citing the risk").
 */
export function citedAfter(
  source: Span,
  content: readonly Span[],
  discourse: Discourse,
): Cited | null {
  const place = placeOf(discourse.parsed, source);
  if (!place) return null;
  const { tokens } = discourse.trees[place.sentence]!;
  const at = tokens.findIndex(
    (_, i) => i > place.from && pastCiting(tokens, i) !== null && isApart(tokens, i, place.to),
  );
  if (at < 0) return null;
  const begin = pastCiting(tokens, at)!;
  const from = /^["“]$/u.test(tokens[begin]?.word ?? '') ? begin + 1 : begin;
  let to = from;
  while (to < tokens.length && !/^[,.;:“”"]$/u.test(tokens[to]!.word)) to++;
  if (to <= from) return null;
  const cited = { start: tokens[from]!.start, end: tokens[to - 1]!.end };
  const speakers = bearersOf(cited, discourse).filter(({ referent }) => referent.kind !== 'media');
  return speakers.length > 0
    ? { source: cited, speakers, content: without(content, tokens[at - 1]!, cited) }
    : null;
}

const CITING = /^(?:citing|quoting|cites|cited|quotes|quoted)$/;

/** Past "citing", "referring to", "with reference to" at a token; null where none of them stands. */
function pastCiting(tokens: readonly Token[], i: number): number | null {
  const { word } = tokens[i]!;
  if (CITING.test(word)) return i + 1;
  if (word === 'referring' && tokens[i + 1]?.word === 'to') return i + 2;
  const reference = tokens[i + 1]?.word === 'reference' && tokens[i + 2]?.word === 'to';
  return /^(?:with|in)$/.test(word) && reference ? i + 3 : null;
}

/** After a comma, "which" or a verb of reporting: right after the source, or at the end of what it tells. */
function isApart(tokens: readonly Token[], i: number, source: number): boolean {
  const before = tokens[i - 1]!.word;
  if (/^(?:with|in)$/.test(tokens[i]!.word))
    return /^(?:writes?|wrote|report(?:s|ed)|said|says)$/.test(before);
  if (i - source < 5) return /^(?:,|which)$/.test(before);
  return before === ',' && /^(?:citing|quoting|referring)$/.test(tokens[i]!.word);
}

/** The content up to the comma before whoever is cited at its end. */
function without(content: readonly Span[], comma: Span, cited: Span): readonly Span[] {
  return content.map((span) =>
    span.start < comma.start && span.end >= cited.end
      ? { start: span.start, end: comma.start }
      : span,
  );
}
