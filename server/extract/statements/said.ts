import type { DateMention } from '../dates/index.ts';
import type { Discourse } from '../actors/coreference.ts';
import type { Span } from '../nlp/index.ts';
import type { Tree } from '../text/tree.ts';
import { contains, intersects, placeOf, type Place } from '../text/place.ts';

/**
 * The day a thing was said: the date beside the cue, outside of what was said and of what is told
 * of others; null when none stands there. "Accused Peru | on Monday | of it" has its day within.
 */
export function saidOn(
  at: Span | null,
  content: readonly Span[],
  dates: readonly DateMention[],
  { parsed, trees }: Discourse,
): string | null {
  const place = at && placeOf(parsed, at);
  if (!at || !place) return null;
  const sentence = parsed.sentences[place.sentence]!;
  const tree = trees[place.sentence]!;
  const near = [...dates, ...yearsOfWorks(sentence, parsed.text)]
    .filter((date) => contains(sentence, date))
    .filter((date) =>
      content.some((span) => intersects(span, date))
        ? isBesideObject(date, place, tree)
        : !isAside(date, place, tree),
    )
    .sort((a, b) => distance(a, at) - distance(b, at));
  return near[0]?.date ?? null;
}

function distance(a: Span, b: Span): number {
  return a.start >= b.end ? a.start - b.end : Math.max(0, b.start - a.end);
}

const isWithin = (i: number, from: number, to: number) => i >= from && i < to;

/** "Urged Lima | on Monday | to open it", "said | on Monday | it had": a day between the cue with whom it names and the rest. */
function isBesideObject(date: Span, { to }: Place, tree: Tree): boolean {
  const { tokens } = tree;
  const first = tree.tokenAt(date.start);
  const last = tokens.findLastIndex(({ start }) => start < date.end);
  const between = tokens.slice(to, first);
  return (
    first >= to &&
    between.length <= LONGEST_OBJECT &&
    between.every(({ tag, word }) => /^(?:DT|NN|JJ|PRP|POS)/.test(tag) || /^on$/i.test(word)) &&
    /^(?:of|to|that|it|he|she|they|its|against)$/.test(tokens[last + 1]?.word ?? '')
  );
}

/** In tokens, "on" included. */
const LONGEST_OBJECT = 6;

/** "In a 2019 interview", "a 2021 report": what was said there was said then. */
const WORK =
  /\b(?:an?|the|his|her|its|their) (?:[\p{Ll}-]+ )?(?<year>(?:19|20)\d\d) (?:[\p{L}-]+ ){0,2}?(?:interview|speech|address|report|memoir|book|essay|article|letter|statement|tweet|post|memo|study|paper|testimony|lecture|column|op-ed|briefing|podcast|documentary|manifesto)\b/gu;

function yearsOfWorks({ start, end }: Span, text: string): DateMention[] {
  return Array.from(text.slice(start, end).matchAll(WORK), ({ 0: words, index, groups }) => {
    const year = groups!.year!;
    const from = start + index + words.indexOf(year);
    return { start: from, end: from + year.length, date: year };
  });
}

/** Clauses that tell when and where somebody spoke, though they hang on a noun. */
const SPEAKING =
  /^(?:speak|talk|publish|issue|release|post|air|broadcast|make|give|hold|deliver|date|write|print|film|record)$/;

/**
 * Whether a date belongs to a clause of its own: "who has run a store since 1999", "which sued in
 * July", "elected in 2017", "when she came in May", "to a forum that will be held in August". "Speaking
 * in Berlin on Friday" does not.
 */
function isAside(date: Span, { from, to }: Place, tree: Tree): boolean {
  const { tokens } = tree;
  const last = tokens.findLastIndex(({ start }) => start < date.end);
  const first = tree.tokenAt(date.start);
  const bound = /^(?:since|until|till)$/i;
  if (bound.test(tokens[first]!.word) || bound.test(tokens[first - 1]?.word ?? '')) return true;
  let steps = tokens.length;
  for (let up = tree.headOf(first, last + 1); up >= 0 && steps-- > 0; up = tokens[up]!.head) {
    if (isWithin(up, from, to)) return false;
    const { relation, lemma, tag } = tokens[up]!;
    if (tree.childrenBy(up, 'aux').some((i) => /^(?:will|shall|would)$/.test(tokens[i]!.word)))
      return true;
    // "Urged them to wait and recalled | that the deal of 2020 held": of what else was said
    if (relation === 'ccomp' && !isWithin(tokens[up]!.head, from, to)) return true;
    if (!/^(?:acl|advcl)/.test(relation) || SPEAKING.test(lemma)) continue;
    if (relation === 'acl:relcl' || tag !== 'VBG') return true;
  }
  return false;
}
