import { bearersOf } from '../actors/bearers.ts';
import type { Discourse } from '../actors/coreference.ts';
import { linesOf } from '../body/index.ts';
import type { DateMention } from '../dates/index.ts';
import type { Span } from '../nlp/index.ts';
import { intersects } from '../text/place.ts';
import { toldByLayout } from './by-layout.ts';
import { platform } from './carriers.ts';
import { contentSpans } from './content.ts';
import type { Told } from './told.ts';

/** Set by hand: the layout is plain. */
const CONFIDENCE = 0.8;
/** Longest post, in characters. */
const LONGEST = 1_000;

const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?: [\p{Lu}\p{L}][\p{L}\p{M}.'’-]*){0,4}`;
const HANDLE = String.raw`\(?@\w{2,30}\)?`;
/** "— Hanno Pevkur (@HPevkur) January 19, 2024", as an embedded post is signed. */
const SIGNED = new RegExp(
  String.raw`(?:^|\s)(?:[—–]|--?) ?(?<name>${NAME}) ${HANDLE},?(?: .{0,30}\d{4})?$`,
  'u',
);
/** "Hanno Pevkur (@HPevkur): words". */
const LABELLED = new RegExp(String.raw`^(?<name>${NAME}) ${HANDLE} ?: ?`, 'u');
/** Links that end a post's words. */
const LINKS = /(?:\s*(?:https?:\/\/|pic\.twitter\.com\/|t\.co\/)\S+)+\s*$/u;

/**
 * Posts that a page embeds without quotation marks, by their signature or label: the layout stands
 * for the marks.
 *
 * @param text as it was given: the discourse's has blanks for the dashes that open its lines
 */
export function postsTold(
  text: string,
  told: readonly Told[],
  discourse: Discourse,
  dates: readonly DateMention[],
): Told[] {
  if (!text.includes('@')) return [];
  const lines = linesOf(text);
  return lines.flatMap((line, i): Told[] => {
    const post = line.text.includes('@') ? postAt(line, lines[i - 1] ?? null) : null;
    if (!post || post.words.end - post.words.start > LONGEST) return [];
    const content = contentSpans(text, { content: [post.words], mode: 'direct' });
    const covered = told.some((one) =>
      one.content.some((span) => content.some((own) => intersects(span, own))),
    );
    const speakers = covered || content.length === 0 ? [] : bearersOf(post.name, discourse);
    if (speakers.length === 0) return [];
    const said = dates.find(({ start, end }) => start >= post.name.end && end <= line.end);
    const via = platform('Twitter', discourse);
    const laid = { speakers, source: post.name, content, via, said: said?.date ?? null };
    return [toldByLayout({ ...laid, confidence: CONFIDENCE }, discourse)];
  });
}

interface Post {
  readonly name: Span;
  readonly words: Span;
}

type Line = ReturnType<typeof linesOf>[number];

function postAt(line: Line, before: Line | null): Post | null {
  const labelled = LABELLED.exec(line.text);
  if (labelled) {
    const name = { start: line.start, end: line.start + labelled.groups!.name!.length };
    const words = { start: line.start + labelled[0].length, end: line.end };
    return { name, words: withoutLinks(line.text.slice(labelled[0].length), words) };
  }
  const signed = SIGNED.exec(line.text);
  if (!signed) return null;
  const at = line.start + signed.index + signed[0].indexOf(signed.groups!.name!);
  const name = { start: at, end: at + signed.groups!.name!.length };
  const own = line.text.slice(0, signed.index);
  if (/\p{L}/u.test(own))
    return { name, words: withoutLinks(own, { start: line.start, end: line.start + own.length }) };
  return before && { name, words: withoutLinks(before.text, before) };
}

function withoutLinks(words: string, { start, end }: Span): Span {
  return { start, end: end - (LINKS.exec(words)?.[0].length ?? 0) };
}
