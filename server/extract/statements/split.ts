import type { Attribution } from '../attribution/index.ts';
import { inSet } from '../text/in-set.ts';
import type { Discourse } from '../actors/coreference.ts';
import type { Span, Token } from '../nlp/index.ts';
import { lastStarting, placeOf } from '../text/place.ts';
import { isSubhead } from './quotations.ts';
import { subjectRange } from './repair.ts';
import type { Tree } from '../text/tree.ts';
import { ASKING, BLAMING, SAYING, SAYING_THAT } from './verbs.ts';

/** An attribution, or a part of one that somebody else tells of. */
export interface Part extends Attribution {
  /** The words for who tells of it; absent where its source does. */
  readonly teller?: readonly Span[];
}

/**
 * One statement per contiguous content under one cue (codebook): "said that A and claimed B" is
 * two, "skeptical that A, noting that B" is two, and a quotation goes on as a statement of its own
 * in the next paragraph.
 */
export function split(attribution: Attribution, discourse: Discourse): Part[] {
  return attribution.mode === 'direct'
    ? byParagraph(attribution, discourse)
    : ownVoices(attribution, discourse)
        .flatMap((one) => notingAfter(one, discourse))
        .flatMap((one) => byVerb(one, discourse, 0));
}

/** "A, he said | adding that B": without a comma between, the participle begins B. */
function notingAfter(attribution: Attribution, discourse: Discourse): Attribution[] {
  const { content, cue } = attribution;
  const last = content.at(-1)!;
  const place = content.length > 1 ? placeOf(discourse.parsed, last) : null;
  if (!place) return [attribution];
  const { tokens } = discourse.trees[place.sentence]!;
  const that = tokens[place.from]!.word === 'that' ? place.from : place.from + 1;
  const [verb, first] = [tokens[that - 1], tokens[that + 1]];
  if (!verb || !first || !NOTING.test(verb.word) || tokens[that]!.word !== 'that')
    return [attribution];
  const { text } = discourse.parsed;
  const said = cue.map(({ start, end }) => ({ start, end: Math.min(end, verb.start - 1) }));
  const rest = [{ start: first.start, end: last.end }];
  return said.every(({ start, end }) => start < end)
    ? [
        withMode({ ...attribution, cue: said, content: content.slice(0, -1) }, text),
        withMode({ ...attribution, cue: [verb], content: rest }, text),
      ]
    : [attribution];
}

function byParagraph(attribution: Attribution, { parsed }: Discourse): Attribution[] {
  const groups = new Map<number, Span[]>();
  for (const span of attribution.content.flatMap((one) => lines(parsed.text, one))) {
    const paragraph = lastStarting(parsed.paragraphs, span.start);
    groups.set(paragraph, [...(groups.get(paragraph) ?? []), span]);
  }
  const [cue] = attribution.cue;
  const home = cue ? lastStarting(parsed.paragraphs, cue.start) : -1;
  const told = [...groups].filter(
    ([paragraph, [only, more]]) =>
      paragraph === home || more !== undefined || !isSubhead(only!, parsed.text),
  );
  return told.map(([paragraph, content]) =>
    paragraph === home || groups.size === 1
      ? { ...attribution, content }
      : { ...attribution, content, cue: [] },
  );
}

function lines(text: string, { start, end }: Span): Span[] {
  return Array.from(text.slice(start, end).matchAll(/[^\n\r]+/gu), ({ 0: words, index }) => ({
    start: start + index,
    end: start + index + words.length,
  }));
}

/** Most cuts of one content. */
const DEEPEST = 3;

function byVerb(attribution: Part, discourse: Discourse, depth: number): Part[] {
  const last = attribution.content.at(-1)!;
  const cut = depth < DEEPEST ? cutIn(last, discourse) : null;
  const doer = cut && isToldAfter(attribution) ? doerOf(cut.verb, last, discourse) : null;
  if (!cut || (isToldAfter(attribution) && !doer)) return [attribution];
  const before = {
    ...attribution,
    content: [...attribution.content.slice(0, -1), { start: last.start, end: cut.end }],
  };
  const after: Part = {
    ...attribution,
    ...(doer && { source: [doer], teller: attribution.source }),
    cue: [cut.verb],
    content: [{ start: pastWish(cut.verb.end, discourse.parsed.text), end: last.end }],
    speech: true,
  };
  const { text } = discourse.parsed;
  return [withMode(before, text), ...byVerb(withMode(after, text), discourse, depth + 1)];
}

/** "X met Y and urged Z to stay, W said": whoever tells of it comes after all of it. */
function isToldAfter({ content, source, cue }: Attribution): boolean {
  const { end } = content.at(-1)!;
  return source.length > 0 && cue.length > 0 && source[0]!.start >= end && cue[0]!.start >= end;
}

/** Who did what the joined verb tells: X of "X met Y and urged Z to stay". Null where none is told. */
function doerOf(verb: Token, within: Span, { parsed, trees }: Discourse): Span | null {
  const place = placeOf(parsed, verb)!;
  const tree = trees[place.sentence]!;
  for (let at = place.from, steps = 0; at >= 0 && steps < 3; at = tree.tokens[at]!.head, steps++) {
    const subject = subjectRange(tree, at);
    if (!subject) continue;
    const span = {
      start: tree.tokens[subject[0]]!.start,
      end: tree.tokens[subject[1] - 1]!.end,
    };
    return span.start >= within.start && span.end <= within.end ? span : null;
  }
  return null;
}

/** The mode of a part, which its own marks tell: `and added: "We stay"` is direct. */
function withMode(part: Attribution, text: string): Attribution {
  if (part.mode !== 'mixed') return part;
  const words = part.content.map(({ start, end }) => text.slice(start, end)).join(' ');
  if (!/["“”«»]/u.test(words)) return { ...part, mode: 'indirect' };
  const whole = /^[\s:,]*["“«][^"“”«»]+["”»][\s.]*$/u.test(words);
  if (!whole) return part;
  const content = part.content.map(({ start, end }) => {
    return { start: start + /^[\s:,]*/u.exec(text.slice(start, end))![0].length, end };
  });
  return { ...part, mode: 'direct', content };
}

/** "Called | for the release": what is wished begins after the preposition. */
function pastWish(at: number, text: string): number {
  return at + (/^ (?:for|upon|on)(?= )/.exec(text.slice(at, at + 8))?.[0].length ?? 0);
}

/**
 * "According to X, A, and Y has been warning about B": the second clause has a speaker of its own
 * and stands beside what X said, not in it.
 */
function ownVoices(attribution: Attribution, { parsed, trees }: Discourse): Attribution[] {
  const last = attribution.content.at(-1)!;
  const cue = attribution.cue[0];
  const place = placeOf(parsed, last);
  if (
    !place ||
    !cue ||
    !/^according to$/i.test(parsed.text.slice(cue.start, cue.end).replace(/\s+/gu, ' '))
  )
    return [attribution];
  const tree = trees[place.sentence]!;
  const { tokens } = tree;
  for (let i = place.from + 1; i < place.to - 4; i++) {
    if (tokens[i]!.tag !== 'CC' || tokens[i - 1]!.word !== ',') continue;
    const verb = tokens.findIndex(
      ({ lemma, tag }, k) =>
        k > i && tag.startsWith('VB') && (inSet(lemma, SAYING) || inSet(lemma, BLAMING)),
    );
    const subject = verb < 0 ? null : subjectRange(tree, verb);
    if (!subject || subject[0] !== i + 1 || verb >= place.to - 1) continue;
    const source = { start: tokens[subject[0]]!.start, end: tokens[subject[1] - 1]!.end };
    const from = pastAdverbs(tokens, verb + 1);
    const before = [
      ...attribution.content.slice(0, -1),
      { start: last.start, end: tokens[i - 2]!.end },
    ];
    const content = [{ start: tokens[from]!.start, end: last.end }];
    return [
      { ...attribution, content: before },
      { ...attribution, source: [source], cue: [tokens[verb]!], content },
    ];
  }
  return [attribution];
}

/** "More frequently about": to what was warned of. */
function pastAdverbs(tokens: readonly Token[], from: number): number {
  let i = from;
  while (i < tokens.length - 1 && /^RB/.test(tokens[i]!.tag)) i++;
  return /^(?:about|of|that|against)$/.test(tokens[i]!.lemma) && i < tokens.length - 1 ? i + 1 : i;
}

const NOTING = /^(?:noting|saying|adding|stressing|warning|arguing|claiming|insisting)$/i;

/** Where a further verb of saying with the same subject begins inside of a content. */
function cutIn(content: Span, { parsed, trees }: Discourse): { end: number; verb: Token } | null {
  const place = placeOf(parsed, content);
  if (!place) return null;
  const { tokens } = trees[place.sentence]!;
  const opening = tokens.slice(place.from, place.from + 2);
  let quoted = opening.filter(({ word }) => /["“”«»]/u.test(word)).length === 1;
  for (let i = place.from + 2; i < Math.min(place.to, tokens.length - 2); i++) {
    const token = tokens[i]!;
    if (/["“”«»]/u.test(token.word)) quoted = !quoted;
    if (quoted) continue;
    const asked =
      inSet(token.lemma, ASKING) &&
      (token.lemma === 'appeal' ? /^(?:for|to)$/ : /^(?:for|on|upon)$/).test(tokens[i + 1]!.word);
    const joined =
      tokens[i - 1]!.tag === 'CC' &&
      (isSpoken(token, tokens[i + 1]!) || (asked && /^VB[DZN]$/.test(token.tag))) &&
      (asked ||
        inSet(token.lemma, SAYING) ||
        inSet(token.lemma, BLAMING) ||
        (inSet(token.lemma, SAYING_THAT) && tokens[i + 1]!.word === 'that'));
    const noting =
      tokens[i - 1]!.word === ',' &&
      ((NOTING.test(token.word) && tokens[i + 1]!.word === 'that') || isTaking(tokens, i));
    const further = tokens[i - 1]!.word === 'and' && isFurther(tokens, i, place.from);
    if (further) return { end: tokens[i - 2]!.end, verb: token };
    if ((joined && !isOfAnother(trees[place.sentence]!, i, place.from)) || noting)
      return {
        end: tokens[i - 2]!.word === ',' ? tokens[i - 3]!.end : tokens[i - 2]!.end,
        verb: token,
      };
  }
  return null;
}

/** "..., | rejecting accounts by residents", "..., accusing Kyiv of lies": what else its speaker does by words. */
function isTaking(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]!;
  return TAKING.test(tokens[i]!.word) && /^(?:DT|NN|JJ|PRP|CD|IN)/.test(next.tag);
}

/** "Saying that it was late | and calling it B": a second participle of the same speaker. */
function isFurther(tokens: readonly Token[], i: number, from: number): boolean {
  const before = tokens[from - 1]?.word === 'that' ? tokens[from - 2] : tokens[from - 1];
  return (
    NOTING.test(before?.word ?? '') &&
    /^(?:calling|describing|accusing|urging|warning)$/.test(tokens[i]!.word) &&
    /^(?:DT|NN|JJ|PRP)/.test(tokens[i + 1]!.tag)
  );
}

const TAKING =
  /^(?:rejecting|denying|dismissing|accusing|blaming|condemning|denouncing|demanding|urging|terming|branding|dubbing|labelling|labeling)$/;

/** "Recalled that X predicted A | and promised B": what X did is part of what was recalled. */
function isOfAnother(tree: Tree, verb: number, from: number): boolean {
  const { head } = tree.tokens[verb]!;
  return tree.relation(verb) === 'conj' && head >= from && inSet(tree.tokens[head]!.lemma, SAYING);
}

/** A finite verb, or one that the tagger took for a participle though its complement follows. */
function isSpoken({ tag }: Token, next: Token): boolean {
  return /^VB[DZ]$/.test(tag) || (tag === 'VBN' && /^(?:that|of|against)$/.test(next.word));
}
