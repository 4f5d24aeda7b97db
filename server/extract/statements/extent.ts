import type { Attribution } from '../attribution/index.ts';
import type { Discourse } from '../actors/coreference.ts';
import { inSet } from '../text/in-set.ts';
import type { Span, Token } from '../nlp/index.ts';
import { placeOf, type Place } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import { OCCASION } from './asides.ts';
import { modeOf } from './mode.ts';
import { pastColon } from './patterns/trailing.ts';
import { clauseEnd } from './patterns/shape.ts';
import { tellerAtEnd } from './teller.ts';
import { SAYING } from './verbs.ts';
import { isFiniteVerb } from '../text/finite.ts';

/**
 * "No troops have moved, Ann Lee, a spokesperson, said on | national TV", "..., a cousin told | the
 * paper": what stands before the speaker was said.
 */
export function beforeSetting(attribution: Attribution, { parsed, trees }: Discourse): Attribution {
  const { cue, source, content, mode } = attribution;
  const setting = content.at(-1)!;
  const place = mode === 'indirect' ? placeOf(parsed, setting) : null;
  if (!place || !cue[0] || !source[0] || cue[0].start < source[0].end) return attribution;
  const { tokens } = trees[place.sentence]!;
  const comma = tokens.findIndex(({ end }) => end > source[0]!.start) - 1;
  const verb = tokens.findIndex(({ start }) => start === cue[0]!.start);
  const isPlace =
    verb > comma &&
    place.from - verb <= 2 &&
    (isPlaceOf(tokens, verb, place.to) || isMomentOf(tokens, verb));
  const from = isPlace ? pastColon(tokens, [comma + 1, verb]) : 0;
  const finite = tokens.slice(from, comma).some(isFiniteVerb);
  if (!isPlace || !finite || comma < 3 || tokens[comma]!.word !== ',') return attribution;
  return { ...attribution, content: [{ start: tokens[from]!.start, end: tokens[comma - 1]!.end }] };
}

/** "Said | at a press conference following the talks", "told | the paper on Monday, commenting on the vote". */
function isPlaceOf(tokens: readonly Token[], verb: number, to: number): boolean {
  const preposition = /^(?:on|in|at|during|to|via|through)$/.test(tokens[verb + 1]?.word ?? '');
  if (!preposition && tokens[verb]?.lemma !== 'tell') return false;
  const aside = tokens.findIndex(
    ({ word }, i) => i > verb && word === ',' && OCCASION.test(tokens[i + 1]?.word ?? ''),
  );
  return tokens
    .slice(verb + (preposition ? 2 : 1), aside < 0 ? to : Math.min(aside, to))
    .every(
      ({ tag, word }) => /^(?:DT|PRP\$|JJ|NN|CD|POS|IN)/.test(tag) || /^following$/.test(word),
    );
}

/** "The president said | as he met with the mayor". */
const isMomentOf = (tokens: readonly Token[], verb: number) =>
  /^(?:as|while|when)$/.test(tokens[verb + 1]?.word ?? '') && tokens[verb + 2]?.tag === 'PRP';

/**
 * "Said that A, | and that B", "said the situation in four areas - which it holds - | was difficult":
 * a clause that goes on is told to its end.
 */
export function toTheEnd(attribution: Attribution, { parsed, trees }: Discourse): Attribution {
  const { cue, content, mode } = attribution;
  const [said, more] = content;
  const place = said && !more && cue[0] && mode !== 'direct' ? placeOf(parsed, said) : null;
  if (!said || !place || cue.length > 1 || cue[0]!.end > said.start) return attribution;
  const tree = trees[place.sentence]!;
  const { tokens } = tree;
  if (said.end > tokens.at(-1)!.end) return attribution;
  const verb = tokens.find(({ end }) => end === cue[0]!.end);
  const goesOn =
    isFurtherThat(tokens, place.to) ||
    isThatAlone(tokens, place) ||
    isRelativeNext(tokens, place.to) ||
    (verb !== undefined && SAID.test(verb.lemma) && isSubjectAlone(tokens, place));
  if (!goesOn || tellerAtEnd(tokens)) return attribution;
  const end = tokens[endBeforeSaying(tree, place.to) - 1]!.end;
  if (end <= said.end) return attribution;
  const spans = [{ start: said.start, end }];
  return { ...attribution, content: spans, mode: modeOf(parsed.text, spans) };
}

/** "According to the monitors, | another two | trains arrived": the phrase that a content begins in is whole. */
export function fromComma(given: Attribution, { parsed, trees }: Discourse): Attribution {
  if (!given.source[0] || !isAccording(given, { parsed })) return given;
  if (given.cue[0]!.start > given.source[0].start) return given;
  const attribution = withSourceToComma(given, parsed.text);
  const { source, content, mode } = attribution;
  const [first, ...rest] = content;
  const place = first && mode !== 'direct' ? placeOf(parsed, first) : null;
  if (!first || !place) return attribution;
  const { tokens } = trees[place.sentence]!;
  const comma = tokens.findIndex(({ start, word }) => start >= source[0]!.end && word === ',');
  const skipped = tokens.slice(comma + 1, place.from);
  const cut =
    comma > 0 &&
    comma < place.from &&
    skipped.length > 0 &&
    skipped.length <= LONGEST_OPENING &&
    skipped.every(({ tag }) => /^(?:DT|CD|JJ|PRP\$|NN|POS|,)/.test(tag));
  return cut
    ? { ...attribution, content: [{ start: skipped[0]!.start, end: first.end }, ...rest] }
    : attribution;
}

/** "According to him, | Belarusian tractors, trucks and elevators sell": in tokens, commas included. */
const LONGEST_OPENING = 6;

/** "According to the paper, | Minister Ann | Lee and her aide left": a source that took in how the content begins. */
function withSourceToComma(attribution: Attribution, text: string): Attribution {
  const { source, content } = attribution;
  const [only, ...more] = source;
  const comma = only ? text.slice(only.start, only.end).indexOf(', ') : -1;
  if (!only || more.length > 0 || comma < 0 || !content[0] || content[0].start < only.end)
    return attribution;
  // After "him" a comma brings in no apposition.
  const pronoun = /^(?:him|her|them|it),/i.test(text.slice(only.start, only.end));
  if (!pronoun && text.slice(only.end, content[0].start).includes(',')) return attribution;
  return { ...attribution, source: [{ start: only.start, end: only.start + comma }] };
}

/** ", and that ..." right after a content. */
function isFurtherThat(tokens: readonly Token[], at: number): boolean {
  const and = tokens[at]?.word === ',' ? at + 1 : at;
  return (
    /^(?:and|but)$/.test(tokens[and]?.word ?? '') &&
    tokens[and + 1]?.word === 'that' &&
    tokens[and + 1]!.tag === 'IN'
  );
}

/** "Reminded Helsinki of the times | when trade made it rich", "blamed officers | who had fled". */
function isRelativeNext(tokens: readonly Token[], at: number): boolean {
  const [before, next, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!before?.tag.startsWith('NN') || !next || !after) return false;
  if (/^(?:who|which|whose)$/.test(next.word)) return true;
  const time = /^(?:time|day|moment|year|period|era|age)$/.test(before.lemma);
  return next.word === 'when' ? time : next.word === 'that' && next.tag === 'WDT';
}

/** "Claimed that calls to fight | are ...", "believe that X, though an ally, | wants": no finite verb yet. */
function isThatAlone(tokens: readonly Token[], { from, to }: Place): boolean {
  const [opening, before] = [tokens[from]!, tokens[from - 1]];
  const that = opening.word === 'that' ? opening : before?.word === 'that' ? before : null;
  const ahead = tokens.slice(to, to + LONGEST_ASIDE);
  return (
    that?.tag === 'IN' &&
    to - from > 2 &&
    // "That calls for": the tagger makes verbs of such nouns.
    !tokens.slice(from + 2, to).some(isFiniteVerb) &&
    !tokens.slice(from, to).some(({ word }) => /["“”«»]/u.test(word)) &&
    (isFiniteVerb(tokens[to] ?? that) || tokens[to]?.word === ',') &&
    ahead.some(isFiniteVerb)
  );
}

/** Within how many tokens the verb must follow. */
const LONGEST_ASIDE = 14;

/** Where a clause ends, before "and insisted" with a further verb of the same speaker. */
function endBeforeSaying(tree: Tree, from: number): number {
  const { tokens } = tree;
  const end = clauseEnd(tree, from + 1);
  const and = tokens.findIndex(
    ({ tag }, i) =>
      i > from &&
      i < end &&
      tag === 'CC' &&
      /^VB[DZ]$/.test(tokens[i + 1]?.tag ?? '') &&
      inSet(tokens[i + 1]!.lemma, SAYING),
  );
  return and < 0 ? end : and;
}

/** Verbs whose complement is a clause, so that a noun phrase alone is only its subject. */
const SAID = /^(?:say|state|add|argue|believe|think|insist)$/;

/** A noun phrase of some length that a dash cuts off from its verb. */
function isSubjectAlone(tokens: readonly Token[], { from, to }: Place): boolean {
  const words = tokens.slice(from, to);
  return (
    words.length > 3 &&
    /^(?:DT|PRP\$|JJ|NNP?S?)$/.test(words[0]!.tag) &&
    !words.some((token) => isFiniteVerb(token) || /["“”«»]/u.test(token.word)) &&
    /^[-–—]$/u.test(tokens[to]?.word ?? '') &&
    tokens.slice(to).some(isFiniteVerb)
  );
}

/** "In his words, the Kremlin has promised ...": the promise is what he told of. */
export function inOnesWords(attribution: Attribution, { parsed, trees }: Discourse): Attribution {
  const { cue, mode } = attribution;
  const place = cue[0] && mode !== 'direct' ? placeOf(parsed, cue[0]) : null;
  if (!place) return attribution;
  const { tokens } = trees[place.sentence]!;
  if (tokens[0]!.word !== 'In' || tokens[1]?.tag !== 'PRP$' || tokens[3]?.word !== ',')
    return attribution;
  if (
    !/^(?:word|view|opinion|estimation|account|judg(?:e?)ment)$/.test(tokens[2]!.lemma) ||
    place.from < 4
  )
    return attribution;
  const content = [{ start: tokens[4]!.start, end: tokens.at(-1)!.end }];
  return {
    ...attribution,
    source: [tokens[1]],
    cue: [{ start: tokens[0]!.start, end: tokens[2]!.end }],
    content,
    mode: modeOf(parsed.text, content),
    speech: true,
  };
}

/** "Minsk, he said, reserves the right": what stands on both sides of a cue in commas was said. */
export function aroundCue(attribution: Attribution, { parsed, trees }: Discourse): Attribution {
  const { cue, source, content, mode } = attribution;
  const [verb] = cue;
  const [speaker] = source;
  if (mode === 'direct' || !verb || !speaker || cue.length > 1 || source.length > 1)
    return attribution;
  const place = placeOf(parsed, speaker);
  if (!place || placeOf(parsed, verb)?.sentence !== place.sentence) return attribution;
  const { tokens } = trees[place.sentence]!;
  const inserted = {
    start: Math.min(verb.start, speaker.start),
    end: Math.max(verb.end, speaker.end),
  };
  const from = tokens.findIndex(({ end }) => end > inserted.start);
  const to = tokens.findIndex(({ start }) => start >= inserted.end);
  if (from < 2 || to < 0 || tokens[from - 1]!.word !== ',' || tokens[to]!.word !== ',')
    return attribution;
  // "On Monday, the agency reported, | citing sources, that A".
  if (OCCASION.test(tokens[to + 1]?.word ?? '')) return attribution;
  const apart = tokens.slice(from, to).every(({ start, end }) => {
    return [verb, speaker].some((span) => span.start <= start && end <= span.end);
  });
  const after = content.some((span) => span.start >= inserted.end);
  if (!apart || !after || to - from > LONGEST_INSERTION || to + 1 >= tokens.length)
    return attribution;
  const stop = tokens.findLastIndex(({ word }, i) => i < from - 1 && /^[:;—–]$/u.test(word));
  const adverb = tokens[stop + 1]!.tag === 'RB' && tokens[stop + 2]?.word === ',';
  const first = stop + 1 + (adverb ? 2 : 0);
  if (first >= from - 1 || /["“”«»]/u.test(parsed.text.slice(tokens[first]!.start, inserted.start)))
    return attribution;
  const last = tokens.at(-1)!;
  const spans = [
    { start: tokens[first]!.start, end: tokens[from - 2]!.end },
    { start: tokens[to + 1]!.start, end: last.end },
  ];
  return { ...attribution, content: spans, mode: modeOf(parsed.text, spans) };
}

/** Longest cue with its speaker between commas, in tokens. */
const LONGEST_INSERTION = 6;

/**
 * "A and B signed a pact that will end duties, officials said": a relative clause before a closing
 * speaker was not said by itself.
 */
export function wholeBefore(attribution: Attribution, discourse: Discourse): Attribution {
  const { content, source, mode } = attribution;
  const [first, ...rest] = content;
  const [speaker] = source;
  if (mode !== 'indirect' || !first || rest.length > 0 || !speaker) return attribution;
  const place = speaker.start > first.end ? placeOf(discourse.parsed, first) : null;
  if (!place || place.from === 0) return attribution;
  const { tokens } = discourse.trees[place.sentence]!;
  const finite = tokens.slice(place.from, place.to).some(isFiniteVerb);
  // "It can fight infantry, | armour and ships, | according to officials", "puts pressure | on Minsk and ..."
  const inside =
    /^(?:IN|TO|MD|VB)/.test(tokens[place.from]!.tag) &&
    /\p{L}/u.test(tokens[place.from - 1]!.word) &&
    tokens[place.from - 1]!.word !== 'that';
  const cut = (!finite || inside) && isAccording(attribution, discourse);
  const relative = cut || /^W/.test(tokens[place.from]!.tag) || isApposed(tokens, place.from);
  const between = discourse.parsed.text.slice(first.end, speaker.start).trim();
  const closing = between === ',' || (cut && /^,? ?according to(?: the)?$/u.test(between));
  if (!relative || !closing) return attribution;
  const start = pastAdverb(tokens[0]!, tokens[1], tokens[2]);
  return { ...attribution, content: [{ start, end: first.end }] };
}

/** "It holds talks with Minsk, | an activity that could end the war, | X notes": an apposition, and no clause. */
function isApposed(tokens: readonly Token[], from: number): boolean {
  const noun = tokens.findIndex(({ tag }, i) => i > from && /^NNS?$/.test(tag));
  const article = /^an?$/.test(tokens[from]!.word) && tokens[from - 1]?.word === ',';
  return article && noun > 0 && noun - from < 4 && tokens[noun]!.relation === 'appos';
}

/** "A state of emergency is declared, | and the army is ready, | X told Y": what X told begins with the sentence. */
export function bothClauses(attribution: Attribution, { parsed, trees }: Discourse): Attribution {
  const { content, source, cue, mode } = attribution;
  const [second, more] = content;
  const [speaker] = source;
  const place = second && !more && mode !== 'direct' ? placeOf(parsed, second) : null;
  if (!second || !place || !speaker || !cue[0] || speaker.start < second.end) return attribution;
  const { tokens } = trees[place.sentence]!;
  const joined = tokens[place.from - 1]?.word === 'and' && tokens[place.from - 2]?.word === ',';
  const first = tokens.slice(0, Math.max(0, place.from - 2));
  const own = first.some(
    ({ tag, lemma }, i) =>
      tag.startsWith('VB') && inSet(lemma, SAYING) && first[i - 1]?.lemma !== 'be',
  );
  const marked = first.some(({ word }) => /["“”«»]/u.test(word));
  if (!joined || own || marked || !first.some(isFiniteVerb) || /^["“”«»']$/u.test(first[0]!.word))
    return attribution;
  const start = pastAdverb(tokens[0]!, tokens[1], tokens[2]);
  return { ...attribution, content: [{ start, end: second.end }] };
}

function isAccording({ cue }: Attribution, { parsed }: Pick<Discourse, 'parsed'>): boolean {
  return cue.length === 1 && /^according to$/iu.test(parsed.text.slice(cue[0]!.start, cue[0]!.end));
}

/** "Meanwhile, ..." and "But ..." join sentences and are not said. */
function pastAdverb(
  first: Span & { tag: string },
  second?: Span & { word: string },
  third?: Span,
): number {
  return first.tag === 'RB' && second?.word === ',' && third ? third.start : first.start;
}
