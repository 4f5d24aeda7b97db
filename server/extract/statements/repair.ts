import type { Attribution } from '../attribution/index.ts';
import { inSet } from '../claims/clause.ts';
import type { Discourse } from '../actors/coreference.ts';
import type { DateMention } from '../dates/index.ts';
import type { Span } from '../nlp/index.ts';
import { intersects, placeOf } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import { agentOf, isByNobody, isOfNothing, wasAddressed } from './unspoken.ts';
import { BLAMING, SAYING } from './verbs.ts';

/**
 * Mends what the learned tagger is known to get wrong where tree and names leave no doubt: sources
 * cut short or beside the subject, cues of the neighbouring verb, day names taken for content.
 */
export function repaired(
  attribution: Attribution,
  discourse: Discourse,
  dates: readonly DateMention[],
): Attribution {
  const cue = nearerCue(attribution, discourse);
  const quoted = quotedAs(cue, discourse);
  const source = quoted ?? repairedSource({ ...attribution, cue }, discourse);
  const content = isAroundCue(attribution, discourse.parsed.text)
    ? attribution.content
    : withoutStrays(attribution.content, discourse.parsed.text, dates);
  return { ...attribution, cue, source, content };
}

/**
 * Cues that say that nothing was said, or not by whom: "without disclosing", "pressured it to
 * declare", "it was reported".
 */
export function isUnsaid(
  { cue, source, content, mode }: Attribution,
  { parsed, trees }: Discourse,
): boolean {
  const place = cue[0] && placeOf(parsed, cue[0]);
  if (!place) return false;
  const tree = trees[place.sentence]!;
  const verb = lastVerb(tree, place.from, place.to) ?? tree.headOf(place.from, place.to);
  const speaker = source[0] ? placeOf(parsed, source[0]) : null;
  if (speaker && mode !== 'direct' && speaker.sentence === place.sentence) {
    if (wasAddressed(tree, verb, speaker) || isByNobody(tree, verb, speaker)) return true;
  }
  if (mode === 'indirect' && isOfNothing(tree, verb)) return true;
  const marks = tree.childrenBy(verb, 'mark').map((i) => tree.tokens[i]!.word.toLowerCase());
  if (marks.includes('without') || isShortOf(tree, place.from)) return true;
  if (place.from === 0 && /^VB[ND]$/.test(tree.tokens[0]!.tag)) return true;
  const short = content.every(({ start, end }) => !/\s\S+\s/u.test(parsed.text.slice(start, end)));
  if (place.from === 0 && tree.tokens[0]!.tag === 'VBG' && short) return true;
  if (isQuestion(tree, verb)) return true;
  // "Agreed with the government to end it" is done, not said.
  if (tree.tokens[verb]!.lemma === 'agree' && tree.tokens[verb + 1]?.word === 'with') {
    if (tree.childrenBy(verb, 'xcomp').length > 0) return true;
  }
  const passive = tree.childrenBy(verb, 'auxpass').length > 0;
  const words = source.map(({ start, end }) => parsed.text.slice(start, end)).join(' ');
  if (passive && /^it$/i.test(words)) return true;
  const governor = tree.tokens[tree.tokens[verb]!.head]?.lemma ?? '';
  return tree.tokens[verb]!.tag === 'VB' && marks.includes('to') && !GOING_ON.test(governor);
}

/** "Stopped short of threatening", "refrained from calling". */
function isShortOf({ tokens }: Tree, from: number): boolean {
  const before = tokens.slice(Math.max(0, from - 2), from).map(({ lemma }) => lemma);
  return /^(?:short of|(?:refrain|abstain) from|instead of|rather than)$/.test(before.join(' '));
}

/** "So whom does he fear more?": asked by the text itself. */
function isQuestion(tree: Tree, verb: number): boolean {
  if (tree.tokens.at(-1)!.word !== '?') return false;
  return tree.childrenBy(verb, 'aux').some((i) => tree.tokens[i]!.lemma === 'do');
}

/** "Went on to say", "continued to insist": the infinitive is what was done. */
const GOING_ON = /^(?:go|continue|come|appear|seem|proceed|rush)$/;

/** "BelTA quoted X as saying": X spoke, whoever quotes. Null for other cues. */
function quotedAs(cue: readonly Span[], { parsed, trees }: Discourse): readonly Span[] | null {
  const place = cue[0] && placeOf(parsed, cue[0]);
  if (!place) return null;
  const tree = trees[place.sentence]!;
  const { tokens } = tree;
  const as = tokens.findIndex(
    ({ lemma }, i) =>
      lemma === 'as' && /^(?:saying|telling|claiming)$/.test(tokens[i + 1]?.word ?? ''),
  );
  const verb = tokens.findLastIndex(
    ({ lemma, tag }, i) => i < as && tag.startsWith('VB') && /^(?:quot|cit)e?$/.test(lemma),
  );
  const named = as - verb > 1 && as - verb <= LONGEST_QUOTED;
  if (verb < 0 || !named || place.to <= verb || place.from > as + 1) return null;
  return [{ start: tokens[verb + 1]!.start, end: tokens[as - 1]!.end }];
}

/** Most tokens of whoever is quoted so. */
const LONGEST_QUOTED = 14;

function lastVerb(tree: Tree, from: number, to: number): number | null {
  for (let i = to - 1; i >= from; i--) if (tree.tokens[i]!.tag.startsWith('VB')) return i;
  return null;
}

/** Of verbs joined by "and", the one that stands right before the content is its cue. */
function nearerCue({ cue, content }: Attribution, { parsed, trees }: Discourse): readonly Span[] {
  const [first] = cue;
  const last = content.at(-1)!;
  const place = first && placeOf(parsed, first);
  if (!place) return cue;
  const tree = trees[place.sentence]!;
  const head = tree.headOf(place.from, place.to);
  const nearer = tree.childrenBy(head, 'conj').find((verb) => {
    const { lemma, start, end } = tree.tokens[verb]!;
    const spoken = inSet(lemma, BLAMING) || inSet(lemma, SAYING);
    return spoken && start > first.end && end <= last.start && last.start - end < 60;
  });
  return nearer === undefined ? cue : [tree.tokens[nearer]!];
}

/** A preposition begins no source; a name that the source cuts is taken whole. */
function repairedSource({ source, cue }: Attribution, discourse: Discourse): readonly Span[] {
  const [first] = source;
  const place = first && placeOf(discourse.parsed, first);
  if (!first || !place) return source;
  const tree = discourse.trees[place.sentence]!;
  const agent = cue[0] ? agentAt(cue[0], discourse) : null;
  if (agent) return [agent];
  const subject = cue[0] ? subjectAt(cue[0], discourse) : null;
  if (subject && !intersects(subject, first) && source.some((span) => intersects(span, subject)))
    return [subject];
  if (tree.tokens[place.from]!.tag === 'IN') return subject ? [subject] : source;
  const cut = discourse.namings.find(
    (naming) =>
      naming.sentence === place.sentence && intersects(naming, first) && naming.start < first.start,
  );
  if (
    subject &&
    intersects(subject, first) &&
    subject.start < first.start &&
    subject.end >= first.end
  )
    return [subject];
  return cut ? [{ start: cut.start, end: Math.max(cut.end, first.end) }] : source;
}

/** "Officials were warned by the regulator that": the regulator warned. Null without one. */
function agentAt(cue: Span, { parsed, trees }: Discourse): Span | null {
  const place = placeOf(parsed, cue);
  const tree = place && trees[place.sentence]!;
  const agent = tree && agentOf(tree, tree.headOf(place.from, place.to));
  if (!tree || agent === null) return null;
  const [from] = tree.reach(agent);
  return { start: tree.tokens[from + 1]!.start, end: tree.tokens[agent]!.end };
}

/** The subject of a cue's verb, or of the verb it is joined to. */
function subjectAt(cue: Span, { parsed, trees }: Discourse): Span | null {
  const place = placeOf(parsed, cue);
  if (!place) return null;
  const tree = trees[place.sentence]!;
  for (let verb = tree.headOf(place.from, place.to), steps = 0; verb >= 0 && steps < 3; steps++) {
    const subject = subjectRange(tree, verb);
    if (subject)
      return { start: tree.tokens[subject[0]]!.start, end: tree.tokens[subject[1] - 1]!.end };
    if (tree.relation(verb) !== 'conj') return null;
    verb = tree.tokens[verb]!.head;
  }
  return null;
}

const TIME = /^(?:day|week|month|year|morning|afternoon|evening|night|time)$/;

/**
 * Tokens of a verb's subject, `to` exclusive: all its subjects before the verb, for the parser may
 * make two of "Russia's partner Belarus"; past a day that stands before it. Null when it has none.
 */
export function subjectRange(tree: Tree, verb: number): [from: number, to: number] | null {
  const subjects = tree
    .childrenBy(verb, 'nsubj', 'nsubjpass')
    .filter((i) => !/^W|^EX/.test(tree.tokens[i]!.tag));
  const before = pastQuotation(
    tree,
    verb,
    subjects.filter((i) => i < verb),
  );
  const [first] = before.length > 0 ? before : subjects;
  if (first === undefined) return null;
  const last = before.at(-1) ?? first;
  const [appositive] = TIME.test(tree.tokens[first]!.lemma) ? tree.childrenBy(first, 'appos') : [];
  const [from] = tree.reach(appositive ?? first);
  const to = tree.reach(appositive ?? last)[1] + 1;
  return [from, first < verb ? Math.max(from + 1, Math.min(to, verb)) : to];
}

/** `"Belarus hosting them is a risk," X wrote`: a noun within the quotation is no subject of the writing. */
function pastQuotation(tree: Tree, verb: number, subjects: readonly number[]): readonly number[] {
  const closing = tree.tokens.findLastIndex(
    ({ word, tag }, i) => i < verb && (/^[”»]$/u.test(word) || (word === '"' && tag === "''")),
  );
  const after = subjects.filter((i) => i > closing);
  return after.length > 0 ? after : subjects;
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
  const date = dates.find(({ start, end }) => start === span.start && end < span.end);
  const from = date ? date.end : span.start;
  const lead =
    /^[\s,]*(?:(?:it|he|she|they)\s+(?:also\s+)?(?:believes?|believed|thinks?)\s+(?:that\s+)?)?/.exec(
      text.slice(from, span.end),
    )![0].length;
  return from + lead < span.end ? { start: from + lead, end: span.end } : span;
}

/** "Wrote on | Telegram that ...": the platform carries what is said and is no part of it. */
const PLATFORM = /^(?:\p{Lu}[\p{L}.]*\s){1,2}that\s/u;

function isStray(words: string): boolean {
  return words.trim().split(/\s+/).length <= 3 && !/["“”«»]/u.test(words);
}
