import type { Attribution } from '../attribution/index.ts';
import type { Discourse } from '../actors/coreference.ts';
import type { Span, Token } from '../nlp/index.ts';
import { isRole } from '../actors/roles.ts';
import { namingsWithin } from '../actors/naming-index.ts';
import { contains, placeOf } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import { apposedSpeaker } from './others.ts';
import { inverted } from './patterns/trailing.ts';
import { speakerBefore } from './patterns/shape.ts';
import { subjectRange } from './repair.ts';
import { subordinateSpeaker } from './subordinate.ts';
import { isFiniteTag, isFiniteVerb } from '../text/finite.ts';

/** An attribution whose source the tagger took from the wrong side of the verb, or from a place. */
export function withSpeaker(attribution: Attribution, discourse: Discourse): Attribution {
  const { cue, source, mode } = attribution;
  const place = cue[0] && mode !== 'direct' ? placeOf(discourse.parsed, cue[0]) : null;
  if (!place || cue.length > 1 || source.length !== 1) return attribution;
  const tree = discourse.trees[place.sentence]!;
  const verb = place.to - 1;
  return (
    turned(attribution, tree, verb) ??
    closing(attribution, tree, verb) ??
    apposed(attribution, tree) ??
    accordingTo(attribution, tree, discourse) ??
    joined(attribution, tree, verb) ??
    participle(attribution, tree, verb) ??
    subordinateSpeaker(attribution, tree.tokens, verb) ??
    past(attribution, tree, verb) ??
    attribution
  );
}

/** "Short of money, says a manager who ...": the words before were said, by whoever comes after. */
function turned(attribution: Attribution, { tokens }: Tree, verb: number): Attribution | null {
  const [content, more] = attribution.content;
  if (tokens[verb - 1]?.word !== ',' || !content || more) return null;
  const found = inverted(tokens, verb);
  if (!found || content.start !== tokens[verb + 1]?.start || verb < 3) return null;
  const [from, to] = found.source;
  const source = { start: tokens[from]!.start, end: tokens[to - 1]!.end };
  const said = { start: tokens[0]!.start, end: tokens[verb - 2]!.end };
  return { ...attribution, source: [source], content: [said], mode: 'indirect' };
}

/** "They met in Minsk, Ann Lee, head of the department, | said": the name was not said, it said the rest. */
function closing(attribution: Attribution, { tokens }: Tree, verb: number): Attribution | null {
  const [content, more] = attribution.content;
  const from = tokens.findIndex(({ start }) => start >= (content?.start ?? Infinity));
  if (!content || more || from < 4 || tokens[from - 1]!.word !== ',') return null;
  if (tokens[verb - 1]?.word !== ',' || !isNameWithRole(tokens.slice(from, verb - 1))) return null;
  const said = { start: tokens[0]!.start, end: tokens[from - 2]!.end };
  const source = { start: content.start, end: tokens[verb - 2]!.end };
  return { ...attribution, source: [source], content: [said] };
}

/** "Hungary, according to two diplomats, | threatened to block it": what the diplomats tell of it. */
function accordingTo(
  attribution: Attribution,
  { tokens }: Tree,
  { namings }: Discourse,
): Attribution | null {
  const [source] = attribution.source as [Span];
  const [cue] = attribution.cue as [Span];
  const at = tokens.findIndex(({ start }) => start > source.start && start >= source.end - 1);
  const from = tokens[at]?.word === ',' ? at + 1 : at;
  if (tokens[from]?.word !== 'according' || tokens[from + 1]?.word !== 'to') return null;
  const comma = tokens.findIndex(({ word }, i) => i > from + 2 && word === ',');
  const teller = { start: tokens[from + 2]?.start ?? 0, end: tokens[comma - 1]?.end ?? 0 };
  const carries = namingsWithin(namings, teller).some(({ referent }) => referent.kind === 'media');
  if (comma < 0 || comma - from > 12 || carries || cue.start < tokens[comma]!.end) return null;
  const end = attribution.content.at(-1)!.end;
  const content = [source, { start: tokens[comma + 1]!.start, end }];
  return {
    ...attribution,
    source: [teller],
    cue: [{ start: tokens[from]!.start, end: tokens[from + 1]!.end }],
    content,
    speech: true,
  };
}

/** "A has happened, | the state agency | SONNA reported": what the speaker is called was not said. */
function apposed(attribution: Attribution, { tokens }: Tree): Attribution | null {
  const [content, more] = attribution.content;
  const [source] = attribution.source as [Span];
  const from = tokens.findIndex(({ start }) => start >= (content?.start ?? Infinity));
  const to = tokens.findIndex(({ start }) => start === source.start);
  if (!content || more || from < 4 || to <= from || content.end !== tokens[to - 1]!.end)
    return null;
  const phrase = tokens.slice(from, to).every(({ tag }) => /^(?:DT|PRP\$|JJ|NN|POS)/.test(tag));
  const told = tokens.slice(0, from).some(isFiniteVerb);
  if (!phrase || !told || tokens[from - 1]!.word !== ',') return null;
  const said = { start: tokens[0]!.start, end: tokens[from - 2]!.end };
  return { ...attribution, source: [{ start: content.start, end: source.end }], content: [said] };
}

/** "Ann Lee, head of the department": nothing but a name and what its bearer is. */
function isNameWithRole(tokens: readonly Token[]): boolean {
  const comma = tokens.findIndex(({ word }) => word === ',');
  const name = tokens.slice(0, comma);
  const description = tokens.slice(comma + 1);
  return (
    comma > 0 &&
    comma <= 5 &&
    name.every(({ tag }) => tag.startsWith('NNP')) &&
    description.some(({ lemma }) => isRole(lemma)) &&
    description.every(({ tag }) => !isFiniteTag(tag))
  );
}

/** "X voiced concern, and the press secretary, Ann Lee, | said": whoever stands after "and". */
function joined(attribution: Attribution, { tokens }: Tree, verb: number): Attribution | null {
  const [source] = attribution.source as [Span];
  const and = tokens.findLastIndex(
    ({ word }, i) => i < verb && /^(?:and|but|while)$/.test(word) && tokens[i - 1]?.word === ',',
  );
  if (and < 1 || source.start >= tokens[and]!.start) return null;
  if (apposedSpeaker(tokens, and + 1) !== verb) return null;
  const span = { start: tokens[and + 1]!.start, end: tokens[verb - 2]!.end };
  return { ...attribution, source: [span] };
}

/** "X played it down in a video posted by Y, | saying A": X, not whoever stands before the comma. */
function participle(attribution: Attribution, tree: Tree, verb: number): Attribution | null {
  const { tokens } = tree;
  const [source] = attribution.source as [Span];
  if (tokens[verb]!.tag !== 'VBG' || tokens[verb - 1]?.word !== ',') return null;
  const from = tokens.findIndex(({ start }) => start >= source.start);
  const beside = from > 0 && source.end === tokens[verb - 2]?.end;
  if (!beside || !isAfterBy(tokens, from)) return null;
  const root = tokens.findIndex(({ head }) => head < 0);
  const subject = root >= 0 && root < from ? subjectRange(tree, root) : null;
  if (!subject || subject[1] > from) return null;
  const span = { start: tokens[subject[0]]!.start, end: tokens[subject[1] - 1]!.end };
  return { ...attribution, source: [span] };
}

/** A phrase that "by" or another preposition brings in. */
function isAfterBy(tokens: readonly Token[], from: number): boolean {
  const at = tokens[from - 1]!.tag === 'DT' ? from - 2 : from - 1;
  return /^(?:IN|TO)$/.test(tokens[at]?.tag ?? '');
}

/** "The host, for his part, on state television advised", "a commander interviewed for this paper said". */
function past(attribution: Attribution, tree: Tree, verb: number): Attribution | null {
  const { tokens } = tree;
  const [source] = attribution.source as [Span];
  const from = tokens.findIndex(({ start }) => start >= source.start);
  if (from < 1 || from >= verb || !/^(?:IN|TO)$/.test(tokens[from - 1]!.tag)) return null;
  const found = speakerBefore(tree, verb);
  if (!found) return null;
  const span = { start: tokens[found[0]]!.start, end: tokens[found[1] - 1]!.end };
  const apart = !contains(span, source) && span.end <= source.start;
  return apart ? { ...attribution, source: [span] } : null;
}

/** "A happened, a spokesperson for the union, Ann Lee, told": who she is was not said. */
export function withoutTitle(
  attribution: Attribution,
  { parsed: { text } }: Discourse,
): Attribution {
  const { content, source, mode } = attribution;
  const last = content.at(-1)!;
  const [speaker] = source;
  if (mode === 'direct' || !speaker || speaker.start < last.end || speaker.start - last.end > 3)
    return attribution;
  const title = TITLE.exec(text.slice(last.start, last.end));
  if (
    !title ||
    title.index < 10 ||
    !title[1]!.split(/[\s-]+/u).some((word) => isRole(word.toLowerCase()))
  )
    return attribution;
  const end = last.start + title.index;
  return { ...attribution, content: [...content.slice(0, -1), { start: last.start, end }] };
}

const TITLE = /,\s((?:an?|the|its|their|\p{Lu}[\p{L}]*['’]s)\s[\p{L}\s'’.-]{3,70}),?\s*$/u;
