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

const isMarked = (text: string, { start, end }: Span) => /["“”«»]/u.test(text.slice(start, end));
