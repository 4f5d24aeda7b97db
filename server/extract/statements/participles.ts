import type { Attribution } from '../attribution/index.ts';
import type { Span } from '../nlp/index.ts';

/** A participle of saying that begins a part of what the tagger took for one content. */
const SAYING =
  /^(saying|adding|noting|stressing|warning|arguing|claiming|insisting|telling)\s+(?:that\s+)?(?=\S)/u;

/**
 * "Echoed the sentiment, | saying A": what comes after the participle was said, though the verb before
 * it is none of saying. Null where no part begins so.
 */
export function saidByParticiple(text: string, attribution: Attribution): Attribution | null {
  const last = attribution.content.at(-1);
  const saying = last && SAYING.exec(text.slice(last.start, last.end));
  if (!last || !saying || attribution.content.length < 2) return null;
  const verb = saying[1]!;
  const content = [{ start: last.start + saying[0].length, end: last.end }];
  return {
    ...attribution,
    cue: [{ start: last.start, end: last.start + verb.length }],
    content,
    mode: isMarked(text, content[0]!) ? 'mixed' : 'indirect',
    speech: true,
    negated: false,
  };
}

/**
 * "Said on Monday, | commenting on reports | that A, that B": B was said, of what A reports. Null where
 * no verb of saying stands before the comma.
 */
export function saidOnOccasion(text: string, attribution: Attribution): Attribution | null {
  const [cue] = attribution.cue;
  const last = attribution.content.at(-1);
  if (!cue || !last || cue.end > last.start) return null;
  if (!/^commenting\b/.test(text.slice(cue.start, cue.end))) return null;
  const said = SAID_BEFORE.exec(text.slice(Math.max(0, cue.start - LONGEST_DAY), cue.start));
  const words = text.slice(last.start, last.end);
  const that = words.lastIndexOf(', that ');
  if (!said || that < 0) return null;
  const start = cue.start - said[0].length;
  const content = [{ start: last.start + that + ', that '.length, end: last.end }];
  return {
    ...attribution,
    cue: [{ start, end: start + said[1]!.length }],
    content,
    mode: isMarked(text, content[0]!) ? 'mixed' : 'indirect',
    speech: true,
  };
}

/** In characters: the verb, and when it was said. */
const LONGEST_DAY = 40;
const SAID_BEFORE = /\b(said|stated|noted|declared|announced)(?: [^,.;:“”"]{1,25})?, $/u;

const isMarked = (text: string, { start, end }: Span) => /["“”«»]/u.test(text.slice(start, end));

/** "Published a report which found | that A": A was said, by the report and whoever published it. */
export function saidByReport(text: string, attribution: Attribution): Attribution | null {
  const { cue, content } = attribution;
  const [told] = content;
  if (!cue[0] || !told || content.length > 1 || cue[0].end > told.start) return null;
  if (!PUBLISHED.test(text.slice(cue[0].start, cue[0].end))) return null;
  const found = FOUND.exec(text.slice(told.start, told.end));
  if (!found) return null;
  const verb = told.start + found[1]!.length;
  return {
    ...attribution,
    cue: [{ start: verb, end: verb + found[2]!.length }],
    content: [{ start: told.start + found[0].length, end: told.end }],
    speech: true,
  };
}

const PUBLISHED = /^(?:has |have |had )?(?:published|released|issued|presented)$/;
const FOUND =
  /^((?:an?|the|its|their) (?:[\p{L}-]+ ){0,3}(?:investigation|report|study|analysis|statement|survey|paper)\b[^.;]{0,60}?\b(?:which|that) )(finds?|found|concludes?|concluded|says?|said|claims?|claimed|states?|stated|argues?|argued|alleges?|alleged) that /u;
