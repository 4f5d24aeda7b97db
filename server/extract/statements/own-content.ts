import type { Attribution } from '../attribution/index.ts';
import type { Discourse } from '../actors/coreference.ts';
import type { DateMention } from '../dates/index.ts';
import type { Span } from '../nlp/index.ts';
import { placeOf } from '../text/place.ts';
import { mainVerb } from './subject-clause.ts';

/** The content of an attribution without what the learned tagger takes in beside it. */
export function ownContent(
  attribution: Attribution,
  discourse: Discourse,
  dates: readonly DateMention[],
): readonly Span[] {
  const { text } = discourse.parsed;
  const content = isAroundCue(attribution, text)
    ? attribution.content
    : withoutStrays(attribution.content, text, dates);
  return withoutVerdict(ofNoun({ ...attribution, content }, discourse), discourse);
}

/** `That "there would be no peace"`: all of it stands in marks, and is direct. */
export function inMarks(attribution: Attribution, text: string): Attribution {
  const [first, more] = attribution.content;
  if (attribution.mode !== 'mixed' || !first || more) return attribution;
  if (WHOLLY.test(text.slice(first.start, first.end))) return { ...attribution, mode: 'direct' };
  const from = Math.max(0, first.start - 'that '.length);
  const quoted = ALL_QUOTED.exec(text.slice(from, first.end));
  if (!quoted || quoted.index > first.start - from) return attribution;
  const start = from + quoted.index + quoted[0].length - quoted[1]!.length;
  return { ...attribution, mode: 'direct', content: [{ start, end: first.end }] };
}

/** A sentence or more between marks, and nothing beside. */
const WHOLLY = /^\s*(?:“\p{Lu}[^“”]+[.!?…,]”|"\p{Lu}[^"]+[.!?…,]")\s*$/u;

const ALL_QUOTED = /\bthat\s+((?:“[^“”]+”|"[^"]+")[\s.,]*)$/u;

/** "..., a claim that Moscow denies": what the document says of it at the end. */
function withoutVerdict(content: readonly Span[], { parsed }: Discourse): readonly Span[] {
  const last = content.at(-1)!;
  const words = parsed.text.slice(last.start, last.end);
  const verdict = VERDICT.exec(words) ?? JUDGED_BY.exec(words) ?? CONCEDED.exec(words);
  if (!verdict || verdict.index < 12 || /["“”]/u.test(words.slice(verdict.index))) return content;
  return [...content.slice(0, -1), { start: last.start, end: last.start + verdict.index }];
}

/** "..., although he again refused to show them": what the speaker did besides. */
const CONCEDED =
  /,\s(?:although|though|but|while|even as)\s(?:he|she|they|it)\s(?:\w+\s)?(?:declined|refused|did\snot|didn['’]t|gave|provided|offered|acknowledged|conceded|admitted|stopped|has\snot|have\snot)\b[^"“”]*$/u;

/** `"A" - a jab, according to diplomats, at B`: others' word for it. */
const JUDGED_BY = /\s[–—-]\san?\s[^"“”–—]{2,60},? (?:according to|in the view of)\s[^"“”]*$/u;

const VERDICT =
  /,\s(?:an?|the)\s(?:claim|charge|allegation|assertion|accusation|suggestion|position|stance|move|decision|view)s?\s(?:that|which|\p{Lu}\p{L}+|the|it|he|she|they|\p{L}+s\s(?:deny|reject|dispute))\s[^,]*$/u;

/** "Claims that the city had fallen | were premature": what the document says of a claim is no part of it. */
function ofNoun({ cue, content }: Attribution, { parsed, trees }: Discourse): readonly Span[] {
  const [first, more] = content;
  const place = cue[0] && placeOf(parsed, cue[0]);
  if (!place || !first || more || first.start < cue[0]!.end) return content;
  const { tokens } = trees[place.sentence]!;
  if (!/^NNS?$/.test(tokens[place.to - 1]!.tag)) return content;
  const that = tokens.findIndex(({ start }) => start >= first.start) - 1;
  const from = /^that$/i.test(tokens[that + 1]?.word ?? '') ? that + 1 : that;
  const main = from < place.to - 1 ? null : mainVerb(tokens, place.to - 1, from);
  if (main === null || main - from < 3 || tokens[main]!.start >= first.end) return content;
  return [{ start: first.start, end: tokens[main - 1]!.end }];
}

/** "Minsk, he said, reserves the right". */
function isAroundCue({ content, cue, source, mode }: Attribution, text: string): boolean {
  const [first, second, more] = content;
  const [verb] = cue;
  const [speaker] = source;
  if (mode === 'direct' || !first || !second || more || !verb || !speaker) return false;
  const inserted = Math.min(verb.start, speaker.start);
  return /^,\s*$/.test(text.slice(first.end, inserted)) && verb.end < second.start;
}

/** Days and scraps that were taken for content beside the real one. */
function withoutStrays(
  content: readonly Span[],
  text: string,
  dates: readonly DateMention[],
): readonly Span[] {
  const trimmed = content.map((span) => pastDate(span, text, dates));
  const real = trimmed.filter(({ start, end }) => !isStray(text.slice(start, end)));
  return real.length > 0 ? real : content;
}

/** "Last month", "this month it believes": the day and the speaker's own belief stand before what is said. */
function pastDate(span: Span, text: string, dates: readonly DateMention[]): Span {
  const platform = PLATFORM.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
  if (platform > 0 && /\bon\s$/.test(text.slice(0, span.start).slice(-4)))
    return { start: span.start + platform, end: span.end };
  const date = dates.find(
    ({ start, end }) =>
      start <= span.start && end > span.start && end < span.end && !isOwner(text, end),
  );
  const from = date ? date.end : span.start;
  const lead =
    /^[\s,]*(?:(?:it|he|she|they)\s+(?:also\s+)?(?:believes?|believed|thinks?)\s+(?:that\s+)?)?/.exec(
      text.slice(from, span.end),
    )![0].length;
  return from + lead < span.end ? { start: from + lead, end: span.end } : span;
}

/** "Tuesday | 's deal includes": a day that owns something is no day of saying. */
const isOwner = (text: string, end: number) => /^['’]s?\b/u.test(text.slice(end, end + 3));

/** "Wrote on | Telegram that ...": the platform carries what is said and is no part of it. */
const PLATFORM = /^(?:\p{Lu}[\p{L}.]*\s){1,2}that\s/u;

function isStray(words: string): boolean {
  return words.trim().split(/\s+/).length <= 3 && !/["“”«»]/u.test(words);
}
