import type { Discourse } from '../actors/coreference.ts';
import type { Attribution } from '../attribution/index.ts';
import type { ParsedDocument, Span, Token } from '../nlp/index.ts';
import { lastStarting, placeOf, type Place } from '../text/place.ts';
import { withoutFormula } from './formulas.ts';
import { beforeOthers } from './others.ts';
import { withoutTitle, withSpeaker } from './sources.ts';
import { tellerAtEnd } from './teller.ts';

/**
 * An attribution whose content begins and ends where its sentences show that it must: a quotation
 * after a colon does not run on into what follows it, and a sentence that its speaker closes was
 * said as a whole.
 */
export function withinBounds(tagged: Attribution, discourse: Discourse): Attribution {
  const { parsed } = discourse;
  const attribution = withoutFormula(withSpeaker(tagged, discourse), discourse);
  if (isContribution(attribution, parsed)) return { ...attribution, mode: 'direct' };
  const near = inItsParagraph(
    inOnesWords(beforeSetting(attribution, discourse), discourse),
    parsed,
  );
  const told = toTheEnd(near, discourse);
  const own = ownSentence(quotedOnly(told, parsed.text), discourse);
  const whole = wholeBefore(oneSentence(own, discourse), discourse);
  const around = aroundCue(beforeOthers(whole, discourse), discourse);
  const bare = withoutSetting(withoutAside(around, discourse), discourse);
  return withoutTitle(withoutTeller(withoutCarrier(bare, discourse), discourse), parsed.text);
}

/** "No troops have moved, Ann Lee, a spokesperson, said on | national TV": what stands before her was said. */
function beforeSetting(attribution: Attribution, { parsed, trees }: Discourse): Attribution {
  const { cue, source, content, mode } = attribution;
  const [setting, more] = content;
  const place = setting && !more && mode === 'indirect' ? placeOf(parsed, setting) : null;
  if (!place || !cue[0] || !source[0] || cue[0].start < source[0].end) return attribution;
  const { tokens } = trees[place.sentence]!;
  const comma = tokens.findIndex(({ end }) => end > source[0]!.start) - 1;
  const verb = tokens.findIndex(({ start }) => start === cue[0]!.start);
  const isPlace =
    verb > comma &&
    place.from - verb <= 2 &&
    /^(?:on|in|at|during|to)$/.test(tokens[verb + 1]?.word ?? '') &&
    tokens.slice(verb + 2, place.to).every(({ tag }) => /^(?:DT|PRP\$|JJ|NN|CD|POS)/.test(tag));
  const finite = tokens.slice(0, comma).some(({ tag }) => /^(?:VB[DPZ]|MD)$/.test(tag));
  if (!isPlace || !finite || comma < 3 || tokens[comma]!.word !== ',') return attribution;
  return { ...attribution, content: [{ start: tokens[0]!.start, end: tokens[comma - 1]!.end }] };
}

/** A paraphrase ends with its paragraph: a quotation in the next one is a statement of its own. */
function inItsParagraph(attribution: Attribution, { paragraphs }: ParsedDocument): Attribution {
  const { cue, content, mode } = attribution;
  if (mode === 'direct' || !cue[0] || content.length < 2) return attribution;
  const { end } = paragraphs[lastStarting(paragraphs, cue[0].start)]!;
  const own = content.filter(({ start }) => start < end);
  return own.length > 0 && own.length < content.length
    ? { ...attribution, content: own }
    : attribution;
}

/**
 * "Said that A, | and that B", "said the situation in four areas - which it holds - | was difficult":
 * a clause that goes on is told to its end.
 */
function toTheEnd(attribution: Attribution, { parsed, trees }: Discourse): Attribution {
  const { cue, content, mode } = attribution;
  const [said, more] = content;
  const place = said && !more && cue[0] && mode !== 'direct' ? placeOf(parsed, said) : null;
  if (!said || !place || cue.length > 1 || cue[0]!.end > said.start) return attribution;
  const { tokens } = trees[place.sentence]!;
  if (said.end > tokens.at(-1)!.end) return attribution;
  const verb = tokens.find(({ end }) => end === cue[0]!.end);
  const goesOn =
    isFurtherThat(tokens, place.to) ||
    (verb !== undefined && SAID.test(verb.lemma) && isSubjectAlone(tokens, place));
  if (!goesOn || tellerAtEnd(tokens)) return attribution;
  const spans = [{ start: said.start, end: tokens.at(-1)!.end }];
  return { ...attribution, content: spans, mode: modeOf(parsed.text, spans) };
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

/** Verbs whose complement is a clause, so that a noun phrase alone is only its subject. */
const SAID = /^(?:say|state|add|argue|believe|think|insist)$/;

/** A noun phrase of some length that a dash cuts off from its verb. */
function isSubjectAlone(tokens: readonly Token[], { from, to }: Place): boolean {
  const words = tokens.slice(from, to);
  const isFinite = ({ tag }: Token) => /^(?:VB[DPZ]|MD)$/.test(tag);
  return (
    words.length > 3 &&
    /^(?:DT|PRP\$|JJ|NNP?S?)$/.test(words[0]!.tag) &&
    !words.some((token) => isFinite(token) || /["“”«»]/u.test(token.word)) &&
    /^[-–—]$/u.test(tokens[to]?.word ?? '') &&
    tokens.slice(to).some(isFinite)
  );
}

/** "In his words, the Kremlin has promised ...": the promise is what he told of. */
function inOnesWords(attribution: Attribution, { parsed, trees }: Discourse): Attribution {
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
    act: 'assertion',
    speech: true,
  };
}

/** "Warned that A, according to Reuters": the carrier's words at the end were not said. */
function withoutCarrier(attribution: Attribution, { parsed }: Discourse): Attribution {
  const { content, cue, mode } = attribution;
  const last = content.at(-1)!;
  if (mode === 'direct' || !cue[0] || cue[0].start > last.start) return attribution;
  const words = parsed.text.slice(last.start, last.end);
  const tail = /,? (?:according to|as (?:reported|quoted|cited) by) [^,.;:"“”]{2,60}$/u.exec(words);
  if (!tail || tail.index < 12) return attribution;
  const end = last.start + tail.index;
  return { ...attribution, content: [...content.slice(0, -1), { start: last.start, end }] };
}

/** "X told Y that A, the Kremlin said": who tells of it at the end is no part of what X said. */
function withoutTeller(attribution: Attribution, { parsed, trees }: Discourse): Attribution {
  const { cue, content, mode } = attribution;
  const last = content.at(-1)!;
  const place = cue[0] && mode !== 'direct' ? placeOf(parsed, cue[0]) : null;
  if (!place || cue[0]!.start > last.start) return attribution;
  const { tokens } = trees[place.sentence]!;
  const teller = tellerAtEnd(tokens);
  if (
    !teller ||
    tokens[teller.comma]!.start <= last.start ||
    tokens[teller.comma + 1]!.end > last.end
  )
    return attribution;
  const end = tokens[teller.comma]!.start;
  const spans = [...content.slice(0, -1), { start: last.start, end }];
  return { ...attribution, content: spans, mode: modeOf(parsed.text, spans) };
}

/** `X: "words." He ruled out talks`: the quotation before the cue's sentence is no part of what it reports. */
function ownSentence(attribution: Attribution, { parsed }: Discourse): Attribution {
  const { cue, content, mode } = attribution;
  const place = cue[0] && mode !== 'direct' ? placeOf(parsed, cue[0]) : null;
  if (!place || content.length < 2) return attribution;
  const { start, end } = parsed.sentences[place.sentence]!;
  const own = content.filter((span) => span.start >= cue[0]!.end && span.end <= end);
  const before = content.filter((span) => span.end <= start);
  if (own.length === 0 || before.length === 0) return attribution;
  return { ...attribution, content: own, mode: modeOf(parsed.text, own) };
}

/** "Minsk, he said, reserves the right": what stands on both sides of a cue in commas was said. */
function aroundCue(attribution: Attribution, { parsed, trees }: Discourse): Attribution {
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

/**
 * What stands after a cue that closes a sentence was not said where it only tells whom ("his neighbour
 * told | our website") or what the writer makes of it ("said on Monday, | in what would be a first").
 */
function withoutAside(attribution: Attribution, { parsed, trees }: Discourse): Attribution {
  const { cue, content, mode } = attribution;
  const last = content.at(-1)!;
  const place = content.length > 1 && cue[0] && mode !== 'direct' ? placeOf(parsed, last) : null;
  if (!place || last.start < cue[0]!.end || content.at(-2)!.end > cue[0]!.start) return attribution;
  const { tokens } = trees[place.sentence]!;
  const words = tokens.slice(place.from, place.to);
  const comment = words[0]!.word === 'in' && words[1]?.word === 'what';
  const told = tokens[place.from - 1]?.lemma === 'tell';
  const listener = told && words.every(({ tag }) => /^(?:DT|PRP|JJ|NN|POS|IN|CD)/.test(tag));
  if (!comment && !listener) return attribution;
  const spans = content.slice(0, -1);
  return { ...attribution, content: spans, mode: modeOf(parsed.text, spans) };
}

/** "Prior to the talks in Minsk, X said | that ...": when or where it was said was not said. */
function withoutSetting(attribution: Attribution, { parsed, trees }: Discourse): Attribution {
  const { cue, source, content, mode } = attribution;
  const [first, second] = content;
  const place = first && second && mode !== 'direct' ? placeOf(parsed, first) : null;
  if (!first || !second || !place || !cue[0] || !source[0]) return attribution;
  const inserted = Math.min(cue[0].start, source[0].start);
  if (first.end > inserted || second.start < cue[0].end) return attribution;
  const { tokens } = trees[place.sentence]!;
  const setting = tokens.slice(place.from, place.to);
  const told = /^that\s/u.test(parsed.text.slice(second.start, second.end));
  const phrase = setting.every(
    ({ tag, word }) => !/^(?:VB[DPZ]|MD)$/.test(tag) && !/["“”«»]/u.test(word),
  );
  if (!told || !phrase) return attribution;
  const spans = content.slice(1);
  return { ...attribution, content: spans, mode: modeOf(parsed.text, spans) };
}

/** Longest cue with its speaker between commas, in tokens. */
const LONGEST_INSERTION = 6;

function modeOf(text: string, spans: readonly Span[]): Attribution['mode'] {
  const quoted = spans.some(({ start, end }) => /["“”«»]/u.test(text.slice(start, end)));
  return quoted ? 'mixed' : 'indirect';
}

/** `NAME: "words." The article goes on`: the quotation alone was said. */
function quotedOnly(attribution: Attribution, text: string): Attribution {
  const { cue, content, mode } = attribution;
  const [first, ...rest] = content;
  const colon = cue.length === 1 && /^[:—–-]$/u.test(text.slice(cue[0]!.start, cue[0]!.end));
  if (!colon || mode !== 'mixed' || !first || rest.length > 0) return attribution;
  const quotation = /^["“][^"“”\n]+["”]/u.exec(text.slice(first.start, first.end))?.[0];
  if (!quotation || !/[.!?…]["”]$/u.test(quotation)) return attribution;
  const end = first.start + quotation.length;
  return { ...attribution, content: [{ start: first.start, end }], mode: 'direct' };
}

/** A paraphrase ends with its sentence: what comes after is quoted or nobody's words. */
function oneSentence(attribution: Attribution, { parsed }: Discourse): Attribution {
  const { content, cue, mode } = attribution;
  const [first, ...rest] = content;
  if (mode === 'direct' || !first || rest.length > 0 || (cue[0]?.start ?? Infinity) > first.start)
    return attribution;
  const { text, sentences } = parsed;
  const sentence = sentences[lastStarting(sentences, first.start)];
  if (!sentence || sentence.end >= first.end) return attribution;
  const within = { start: first.start, end: sentence.end };
  const marks = text.slice(within.start, within.end).replace(/[^“”"]/gu, '');
  if (/^(?:“|(?:“”)*“|(?:"")*")$/u.test(marks)) return attribution;
  return { ...attribution, content: [within], mode: marks === '' ? 'indirect' : mode };
}

/**
 * `Name, office: words` that fill their paragraph, as in a transcript: all of them were said, and
 * the layout stands for quotation marks.
 */
function isContribution(
  { source, cue, content }: Attribution,
  { text, ...parsed }: ParsedDocument,
) {
  const [speaker, colon, words] = [source[0], cue[0], content[0]];
  if (!speaker || !colon || !words || text.slice(colon.start, colon.end) !== ':') return false;
  if (/^["“«]/u.test(text.slice(words.start, words.end))) return false;
  const { start, end } = parsed.paragraphs[lastStarting(parsed.paragraphs, speaker.start)]!;
  return speaker.start === start && speaker.end === colon.start && words.end === end;
}

/**
 * "A and B signed a pact that will end duties, officials said": a relative clause before a closing
 * speaker was not said by itself.
 */
function wholeBefore(attribution: Attribution, discourse: Discourse): Attribution {
  const { content, source, mode } = attribution;
  const [first, ...rest] = content;
  const [speaker] = source;
  if (mode !== 'indirect' || !first || rest.length > 0 || !speaker) return attribution;
  const place = speaker.start > first.end ? placeOf(discourse.parsed, first) : null;
  if (!place || place.from === 0) return attribution;
  const { tokens } = discourse.trees[place.sentence]!;
  const finite = tokens.slice(place.from, place.to).some(({ tag }) => /^(?:VB[DPZ]|MD)$/.test(tag));
  // "It can fight infantry, | armour and ships, | according to officials", "puts pressure | on Minsk and ..."
  const inside = tokens[place.from]!.tag === 'IN' && /\p{L}/u.test(tokens[place.from - 1]!.word);
  const cut = (!finite || inside) && isAccording(attribution, discourse);
  const relative = cut || /^W/.test(tokens[place.from]!.tag);
  const between = discourse.parsed.text.slice(first.end, speaker.start).trim();
  const closing = between === ',' || (cut && /^,? ?according to(?: the)?$/u.test(between));
  if (!relative || !closing) return attribution;
  const start = pastAdverb(tokens[0]!, tokens[1], tokens[2]);
  return { ...attribution, content: [{ start, end: first.end }] };
}

function isAccording({ cue }: Attribution, { parsed }: Discourse): boolean {
  return cue.length === 1 && /^according to$/u.test(parsed.text.slice(cue[0]!.start, cue[0]!.end));
}

/** "Meanwhile, ..." and "But ..." join sentences and are not said. */
function pastAdverb(
  first: Span & { tag: string },
  second?: Span & { word: string },
  third?: Span,
): number {
  return first.tag === 'RB' && second?.word === ',' && third ? third.start : first.start;
}
