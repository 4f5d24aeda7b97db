import type { Attribution } from '../attribution/index.ts';
import { inSet } from '../text/in-set.ts';
import type { Discourse } from '../actors/coreference.ts';
import { namingsOfSentence } from '../actors/naming-index.ts';
import type { DateMention } from '../dates/index.ts';
import type { Span } from '../nlp/index.ts';
import { intersects, placeOf, type Place } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import { agentOf } from './unspoken.ts';
import { inMarks, ownContent } from './own-content.ts';
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
  const source = quoted ?? pastBut(wholeSource({ ...attribution, cue }, discourse), discourse);
  const around = attribution.mode === 'direct' ? null : aroundQuoter(cue, discourse);
  const content = around ?? ownContent(attribution, discourse, dates);
  return inMarks({ ...attribution, cue, source, content }, discourse.parsed.text);
}

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
  if (verb < 0 || place.to <= verb || place.from > as + 1) return null;
  if (/^(?:be|been|being)$/.test(tokens[verb - 1]?.lemma ?? '')) return quotedSubject(tree, verb);
  const named = as - verb > 1 && as - verb <= LONGEST_QUOTED;
  return named ? [{ start: tokens[verb + 1]!.start, end: tokens[as - 1]!.end }] : null;
}

/** "The launch, his office quoted him as saying, was a provocation": what stands around it. Null for other cues. */
function aroundQuoter(cue: readonly Span[], { parsed, trees }: Discourse): readonly Span[] | null {
  const place = cue[0] && placeOf(parsed, cue[0]);
  if (!place) return null;
  const { tokens } = trees[place.sentence]!;
  const as = tokens.findIndex(
    ({ word }, i) =>
      word === 'as' && tokens[i + 1]?.word === 'saying' && /^[,.]$/.test(tokens[i + 2]?.word ?? ''),
  );
  const verb = tokens.findLastIndex(({ lemma }, i) => i < as && /^(?:quot|cit)e?$/.test(lemma));
  const comma = tokens.findLastIndex(({ word }, i) => i < verb && word === ',');
  if (comma < 1 || place.from > as + 1 || place.to <= verb) return null;
  const before = { start: tokens[0]!.start, end: tokens[comma - 1]!.end };
  if (tokens[as + 2]!.word === '.') return comma > 2 && verb - comma < 8 ? [before] : null;
  if (tokens.length < as + 6) return null;
  return [before, { start: tokens[as + 3]!.start, end: tokens.at(-1)!.end }];
}

/** "X was quoted by the agency as saying": X. */
function quotedSubject(tree: Tree, verb: number): readonly Span[] | null {
  const subject = subjectRange(tree, verb);
  if (!subject) return null;
  const [from, to] = subject;
  return [{ start: tree.tokens[from]!.start, end: tree.tokens[to - 1]!.end }];
}

/** Most tokens of whoever is quoted so. */
const LONGEST_QUOTED = 14;

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

/** "Forces gained ground, but officials | deny": the clause before has nothing to do with who speaks. */
function pastBut(source: readonly Span[], { parsed }: Discourse): readonly Span[] {
  const [first, ...more] = source;
  const before =
    first && /^.*,\s(?:but|while|yet)\s/su.exec(parsed.text.slice(first.start, first.end));
  if (!first || !before || before[0].length > first.end - first.start - 3) return source;
  return [{ start: first.start + before[0].length, end: first.end }, ...more];
}

/** A preposition begins no source; a name that the source cuts is taken whole. */
function wholeSource({ source, cue, content }: Attribution, discourse: Discourse): readonly Span[] {
  const [first] = source;
  const place = first && placeOf(discourse.parsed, first);
  if (!first || !place) return source;
  const tree = discourse.trees[place.sentence]!;
  const agent = cue[0] ? (agentAt(cue[0], discourse) ?? besideWith(cue[0], discourse)) : null;
  if (agent) return [agent];
  const past = cue[0] ? pastListener(place, cue[0], discourse) : null;
  if (past) return [past];
  if (isPronounBefore(tree, place, cue[0])) return source;
  const subject = cue[0] ? subjectAt(cue[0], discourse) : null;
  if (subject && !intersects(subject, first) && source.some((span) => intersects(span, subject)))
    return [subject];
  if (tree.tokens[place.from]!.tag === 'IN') return subject ? [subject] : source;
  const cut = namingsOfSentence(discourse.namings, place.sentence).find(
    (naming) =>
      intersects(naming, first) &&
      (naming.start < first.start || isCutAtColon(naming, first, cue[0], discourse)),
  );
  if (
    subject &&
    intersects(subject, first) &&
    subject.start < first.start &&
    subject.end >= first.end &&
    !content.some((span) => intersects(span, subject))
  )
    return [subject];
  return cut ? [{ start: cut.start, end: Math.max(cut.end, first.end) }] : source;
}

/** "Institute | for the Study of War: words": a name that goes on to the colon. */
function isCutAtColon(
  naming: Span,
  source: Span,
  cue: Span | undefined,
  { parsed }: Discourse,
): boolean {
  return (
    cue !== undefined &&
    naming.end > source.end &&
    naming.end <= cue.start &&
    parsed.text.slice(cue.start, cue.end) === ':'
  );
}

/** "In January | he also maintained": a pronoun right before its verb is the whole source. */
function isPronounBefore({ tokens }: Tree, { from, to }: Place, cue: Span | undefined): boolean {
  const verb = cue ? tokens.findIndex(({ start }) => start >= cue.start) : -1;
  const between = tokens.slice(to, Math.max(to, verb));
  return (
    verb >= to &&
    to === from + 1 &&
    /^(?:i|we|you|he|she|it|they)$/i.test(tokens[from]!.word) &&
    between.every(({ tag }) => tag === 'RB')
  );
}

/** "With one noting that": whoever stands between. Null for other cues. */
function besideWith(cue: Span, { parsed, trees }: Discourse): Span | null {
  const place = placeOf(parsed, cue);
  if (!place) return null;
  const { tokens } = trees[place.sentence]!;
  const verb = place.to - 1;
  const from = tokens.findLastIndex(({ word }, i) => i < verb && word === 'with') + 1;
  if (tokens[verb]!.tag !== 'VBG' || from === 0 || from >= verb || verb - from > 6) return null;
  const phrase = tokens
    .slice(from, verb)
    .every(({ tag }) => /^(?:DT|CD|JJ|NN|PRP\$|POS)/.test(tag));
  return phrase ? { start: tokens[from]!.start, end: tokens[verb - 1]!.end } : null;
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

/** "Was confirmed in an interview | with J | by the president": the president. Null for other sources. */
function pastListener(
  source: Place,
  cue: Span,
  { parsed, trees }: Pick<Discourse, 'parsed' | 'trees'>,
): Span | null {
  const place = placeOf(parsed, cue);
  if (place?.sentence !== source.sentence) return null;
  const tree = trees[source.sentence]!;
  const { tokens } = tree;
  const listener = tree.headOf(source.from, source.to);
  const heard = tree.childrenBy(listener, 'case').some((i) => tokens[i]!.word === 'with');
  const passive = tree.childrenBy(tree.headOf(place.from, place.to), 'auxpass').length > 0;
  const by = tokens.findIndex(({ word }, i) => i > listener && i <= source.to && word === 'by');
  const last = by < 0 ? -1 : Math.max(source.to - 1, tree.reach(tokens[by]!.head)[1]);
  return heard && passive && last > by
    ? { start: tokens[by + 1]!.start, end: tokens[last]!.end }
    : null;
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
