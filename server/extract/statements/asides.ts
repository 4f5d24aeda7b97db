import type { Discourse } from '../actors/coreference.ts';
import type { Attribution } from '../attribution/index.ts';
import { placeOf } from '../text/place.ts';
import { isFiniteVerb } from '../text/finite.ts';
import { modeOf } from './mode.ts';

/** What opens, after a comma, the words on what occasion or on whose word something is said. */
export const OCCASION =
  /^(?:commenting|speaking|responding|replying|answering|referring|citing|quoting|without)$/;

/** "The group, | he | says, took robbers": who is named before the comma is spoken of, and does not speak. */
export function onlyPronoun(attribution: Attribution, { parsed }: Discourse): Attribution {
  const { source, cue } = attribution;
  const [only, ...more] = source;
  if (!only || more.length > 0 || !cue[0] || cue[0].start < only.end) return attribution;
  const words = parsed.text.slice(only.start, only.end);
  const pronoun = /, (he|she|they|it)$/.exec(words);
  const inserted = /^\s*,/.test(parsed.text.slice(cue[0].end));
  if (!pronoun || !inserted) return attribution;
  return { ...attribution, source: [{ start: only.end - pronoun[1]!.length, end: only.end }] };
}

/** "Condemned the decision to send troops, tanks | , and other weapons to the border": a list is told to its end. */
export function throughList(attribution: Attribution, { parsed, trees }: Discourse): Attribution {
  const { cue, content, mode } = attribution;
  const last = content.at(-1)!;
  const place = mode === 'direct' || !cue[0] ? null : placeOf(parsed, last);
  if (!place || cue[0]!.start > last.start) return attribution;
  const { tokens } = trees[place.sentence]!;
  const [comma, and] = [tokens[place.to], tokens[place.to + 1]];
  const told = tokens.slice(place.from, place.to);
  const listed = told.some(
    ({ word }, i) => word === ',' && /^(?:NN|JJ)/.test(told[i + 1]?.tag ?? ''),
  );
  if (comma?.word !== ',' || !/^(?:and|or)$/.test(and?.word ?? '') || !listed) return attribution;
  const to = tokens.findIndex(({ word }, i) => i > place.to + 1 && /^[,;.]$/.test(word));
  const more = tokens.slice(place.to + 2, to < 0 ? tokens.length : to);
  const phrase = more.length > 0 && /^(?:DT|JJ|NN|CD)/.test(more[0]!.tag);
  if (!phrase || more.some((token) => isFiniteVerb(token) || /["“”]/u.test(token.word)))
    return attribution;
  const spans = [...content.slice(0, -1), { start: last.start, end: more.at(-1)!.end }];
  return { ...attribution, content: spans, mode: modeOf(parsed.text, spans) };
}

/** "Rejected | an accusation by Ann Lee that | A": all of what is rejected. */
export function wholeClaim(attribution: Attribution, { parsed: { text } }: Discourse): Attribution {
  const { cue, content, mode } = attribution;
  const [first, ...more] = content;
  if (mode === 'direct' || !first || !cue[0] || cue.length > 1 || first.start < cue[0].end)
    return attribution;
  const between = text.slice(cue[0].end, first.start);
  const claim = REJECTING.test(text.slice(cue[0].start, cue[0].end)) && CLAIM_BY.exec(between);
  if (!claim) return attribution;
  const start = first.start - claim[1]!.length;
  return { ...attribution, content: [{ start, end: first.end }, ...more] };
}

const REJECTING =
  /(?:reject|den[iy]|dismiss|refut|disput|contest|rebut|repudiat|rebuff)(?:s|es|ed|ing|y|ies|ied)?$/;
const CLAIM_BY =
  /^\s(?:(?:on|in) \p{Lu}\p{Ll}+,? )?((?:an?|the|any) (?:\p{Ll}+ ){0,2}(?:accusation|claim|allegation|report|suggestion|assertion|charge)s? (?:by|from|of) [^,.;:“”"]{2,60} that )$/u;

/** "Russia does not hold it, and in May, | the minister ordered | the troops to leave": the clause before "and" was not said. */
export function withoutClauseBefore(
  attribution: Attribution,
  { parsed: { text } }: Discourse,
): Attribution {
  const { cue, source, content, mode } = attribution;
  const [first, ...rest] = content;
  const who = source[0];
  if (mode === 'direct' || !first || rest.length === 0 || !cue[0] || !who) return attribution;
  if (who.start > cue[0].start || rest.some(({ start }) => start < cue[0]!.end)) return attribution;
  const joined = BIDS.test(text.slice(cue[0].start, cue[0].end));
  if (!joined || !/^, (?:and|but) (?:[^,;:“”"]{1,30}, )?$/u.test(text.slice(first.end, who.start)))
    return attribution;
  return { ...attribution, content: rest, mode: modeOf(text, rest) };
}

const BIDS = /^(?:has |have |had )?(?:ordered|asked|urged|told|warned|instructed|accused|blamed)$/;
