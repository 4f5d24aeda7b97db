import type { Discourse } from '../actors/coreference.ts';
import type { Attribution } from '../attribution/index.ts';
import type { Span } from '../nlp/index.ts';
import { lastStarting, placeOf } from '../text/place.ts';

/**
 * An attribution whose content begins and ends where its sentences show that it must: a quotation
 * after a colon does not run on into what follows it, and a sentence that its speaker closes was
 * said as a whole.
 */
export function withinBounds(attribution: Attribution, discourse: Discourse): Attribution {
  const { parsed } = discourse;
  return wholeBefore(oneSentence(quotedOnly(attribution, parsed.text), discourse), discourse);
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
  const relative = /^W/.test(tokens[place.from]!.tag);
  const closing = discourse.parsed.text.slice(first.end, speaker.start).trim() === ',';
  if (!relative || !closing) return attribution;
  const start = pastAdverb(tokens[0]!, tokens[1], tokens[2]);
  return { ...attribution, content: [{ start, end: first.end }] };
}

/** "Meanwhile, ..." and "But ..." join sentences and are not said. */
function pastAdverb(
  first: Span & { tag: string },
  second?: Span & { word: string },
  third?: Span,
): number {
  return first.tag === 'RB' && second?.word === ',' && third ? third.start : first.start;
}
