import { FeatureList, mix } from '../nlp/hash.ts';
import { SequenceBuilder, type Sequence } from './crf.ts';
import { CuePaths, countsBetween, cueHead, type Between, type CueSpan } from './cue-path.ts';
import { isVerb, quotePosition, type Passage } from './passage.ts';
import { quotationAfter, quotationBefore } from './quote-context.ts';

/**
 * Features for labelling, given one cue, its source and content in the paragraph around it: the
 * way through the parse from the cue, place and distance, quotations, and the other cues.
 * Templates 500 to 799.
 */

/** Labels of the arguments' field. */
export const LABEL = {
  outside: 0,
  sourceBegins: 1,
  sourceContinues: 2,
  contentBegins: 3,
  contentContinues: 4,
  cue: 5,
} as const;
export const ARGUMENT_LABELS = 6;

/** How far from its cue an argument is sought, in tokens. */
const REACH_BEFORE = 150;
const REACH_AFTER = 200;

const EDGE_LEFT = 1;
const EDGE_RIGHT = 2;
const at = (column: Uint32Array | Uint16Array, i: number) =>
  i < 0 ? EDGE_LEFT : i >= column.length ? EDGE_RIGHT : column[i]!;

/** The labelled stretch of a passage: its features and where it begins. */
export interface ArgumentSequence {
  readonly sequence: Sequence;
  readonly offset: number;
}

/** One cue among the cues of its passage. */
interface Context {
  readonly passage: Passage;
  readonly cue: CueSpan;
  readonly offset: number;
  readonly head: number;
  /** Number of the cue that a token belongs to, less `offset`; 0 is this one, -1 none. */
  readonly cueOf: Int32Array;
  readonly paths: CuePaths;
  readonly between: Between;
  /** How quotations lie about the cue. */
  readonly quoteSetting: number;
  readonly quoteBefore: number;
  readonly quoteAfter: number;
  readonly colonLeadsIn: number;
}

/** The features for one cue; `others` are the rest of the passage's cues. */
export function argumentSequence(
  passage: Passage,
  lemmaBuckets: Uint8Array,
  cue: CueSpan,
  others: readonly CueSpan[],
): ArgumentSequence {
  const offset = Math.max(0, cue.from - REACH_BEFORE);
  const end = Math.min(passage.length, cue.to + REACH_AFTER);
  const context = contextOf(passage, lemmaBuckets, cue, others, offset, end);
  const builder = new SequenceBuilder(end - offset);
  const allowed = new Uint8Array(end - offset);
  const emission = new FeatureList();
  const transition = new FeatureList();
  for (let i = offset; i < end; i++) {
    emission.clear();
    const isCue = i >= cue.from && i < cue.to;
    allowed[i - offset] = isCue ? 1 << LABEL.cue : (1 << LABEL.cue) - 1;
    if (!isCue) emissionFeatures(context, i, emission);
    transition.clear();
    transitionFeatures(context, i, transition);
    builder.push(emission, transition);
  }
  return { sequence: builder.build(allowed), offset };
}

function contextOf(
  passage: Passage,
  lemmaBuckets: Uint8Array,
  cue: CueSpan,
  others: readonly CueSpan[],
  offset: number,
  end: number,
): Context {
  const head = cueHead(passage, lemmaBuckets, cue);
  const cueOf = new Int32Array(end - offset).fill(-1);
  [cue, ...others].forEach(({ from, to }, number) => {
    for (let i = Math.max(from, offset); i < Math.min(to, end); i++) cueOf[i - offset] = number;
  });
  const last = passage.words[passage.sentenceLast[passage.sentence[head]!]!];
  return {
    passage,
    cue,
    offset,
    head,
    cueOf,
    paths: new CuePaths(passage, head, offset, end),
    between: countsBetween(passage, cue, cueOf, offset),
    quoteSetting: quoteSetting(passage, cue, head),
    quoteBefore: quotationBefore(passage, cue.from),
    quoteAfter: quotationAfter(passage, cue.to),
    colonLeadsIn: last === ':' || passage.words[cue.to] === ':' ? 1 : 0,
  };
}

/** Quotation beside the cue, in its sentence at all, around its head. */
function quoteSetting(passage: Passage, cue: CueSpan, head: number): number {
  const quoted = (i: number) => (passage.quotation[i] ?? -1) >= 0;
  const beside = quoted(cue.from - 1) ? 1 : quoted(cue.to) || quoted(cue.to + 1) ? 2 : 0;
  const sentence = passage.sentence[head]!;
  let within = 0;
  for (let j = passage.sentenceFirst[sentence]!; j <= passage.sentenceLast[sentence]!; j++)
    if (quoted(j)) within = 1;
  return mix(beside, mix(within, quoted(head) ? 1 : 0));
}

/** What every family of features needs to know of a token's place. */
interface Place {
  readonly i: number;
  /** 1 before the cue, 2 after it, with the sentences between. */
  readonly side: number;
  readonly where: number;
  readonly steps: number;
  readonly near: number;
  readonly quoted: number;
  /** Place in its quotation, and that quotation's relation to the cue. */
  readonly quote: number;
  readonly path: number;
  readonly short: number;
}

function emissionFeatures(context: Context, i: number, out: FeatureList): void {
  const place = positionOf(context, i);
  positionFeatures(context, place, out);
  pathFeatures(context, place, out);
  quoteFeatures(context, place, out);
  betweenFeatures(context, place, out);
  neighbourFeatures(context, place, out);
  branchFeatures(context, place, out);
  if (context.cueOf[i - context.offset]! < 0) nearestCueFeatures(context, place, out);
}

function positionOf({ passage, cue, offset, head, paths }: Context, i: number): Place {
  const side = i < cue.from ? 1 : 2;
  const steps = i < cue.from ? cue.from - i : i - cue.to + 1;
  const apart = Math.max(-2, Math.min(2, passage.sentence[i]! - passage.sentence[head]!));
  const number = passage.quotation[i]!;
  const relation = number < 0 ? 0 : quotationRelation(passage, cue, head, number);
  return {
    i,
    side,
    where: mix(side, apart + 5),
    steps,
    near: Math.min(steps, 3),
    quoted: number < 0 ? 0 : 1,
    quote: mix(quotePosition(passage, i), relation),
    path: paths.path[i - offset]!,
    short: paths.short[i - offset]!,
  };
}

/** 5 the cue stands in it, 1 it touches the cue, 2 it overlaps the cue's sentence, else 3. */
function quotationRelation(passage: Passage, cue: CueSpan, head: number, number: number): number {
  const { first, last } = passage.quotations[number]!;
  if (passage.quotation[head] === number) return 5;
  const endsAtCue = last >= cue.from - 2 && last < cue.from;
  if (endsAtCue || (first >= cue.to && first <= cue.to + 2)) return 1;
  const sentence = passage.sentence[head]!;
  return passage.sentence[first]! <= sentence && passage.sentence[last]! >= sentence ? 2 : 3;
}

function distanceBucket(steps: number): number {
  if (steps < 4) return steps;
  return steps < 7 ? 4 : steps < 12 ? 5 : steps < 20 ? 6 : steps < 40 ? 7 : 8;
}

function positionFeatures(context: Context, place: Place, out: FeatureList): void {
  const { passage, head, cue, quoteSetting: setting } = context;
  const { i, where, side, near } = place;
  const { lemma, tag, relation, cluster, entity, dash } = passage;
  const distance = distanceBucket(place.steps);
  const [l, t] = [lemma[i]!, tag[i]!];
  const [cueLemma, cueTag, cueCluster] = [lemma[head]!, tag[head]!, cluster[head]!];
  out.group(500);
  out.add(where);
  out.add2(where, distance);
  out.add3(where, t, distance);
  out.add2(where, l);
  out.add2(where, t);
  out.add3(relation[i]!, where, distance);
  out.add3(cueLemma, where, distance);
  out.add4(cueLemma, t, where, near);
  out.add3(cueLemma, l, near);
  out.add3(setting, where, distance);
  out.add2(entity[i]!, where);
  out.add3(cueCluster, where, distance);
  out.add4(cueCluster, t, where, near);
  out.add2(where, cluster[i]!);
  out.add3(cue.to - cue.from, cueTag, where);
  out.add3(dash[cue.from]!, where, distance);
  out.add4(dash[cue.from]!, where, place.quoted, entity[i]!);
  out.add3(passage.length < 60 ? 1 : 0, where, place.quote);
  out.add2(cueLemma, mix(place.short, side));
  out.add2(cueCluster, mix(place.short, side));
}

function pathFeatures({ passage, head, paths, offset, cue }: Context, p: Place, out: FeatureList) {
  const { lemma, tag, relation, cluster, entity, form } = passage;
  const { i, path, where } = p;
  const isBranch = paths.branch[i - offset] === i ? 1 : 0;
  out.group(530);
  out.add(path);
  out.add2(path, lemma[head]!);
  out.add2(path, tag[head]!);
  out.add2(path, cluster[head]!);
  out.add2(path, tag[i]!);
  out.add2(path, lemma[i]!);
  out.add2(path, cluster[i]!);
  out.add2(path, isBranch);
  out.add3(path, isBranch, relation[i]!);
  out.add2(path, paths.depth[i - offset]!);
  out.add3(path, entity[i]!, where);
  out.add2(paths.path[i - offset - 1] ?? 1, path);
  out.add2(path, paths.path[i - offset + 1] ?? 1);
  out.add3(at(form, cue.to - 1), where, path);
}

function quoteFeatures(context: Context, place: Place, out: FeatureList): void {
  const { passage, head, between, offset, quoteSetting: setting } = context;
  const { i, where, quoted, quote, path } = place;
  const [back, ahead] = [context.quoteBefore, context.quoteAfter];
  const distance = distanceBucket(place.steps);
  out.group(550);
  out.add2(quote, where);
  out.add2(quote, path);
  out.add3(quote, between.cues[i - offset]!, where);
  out.add3(quote, setting, where);
  out.add3(quote, passage.lemma[head]!, where);
  out.add2(setting, mix(where, path));
  out.add4(between.quotationMarks[i - offset]!, where, quoted, setting);
  out.add3(context.colonLeadsIn, where, quoted);
  out.add4(back, where, quoted, quote);
  out.add4(ahead, where, quoted, quote);
  out.add4(back, ahead, where, quoted);
  out.add3(back, where, path);
  out.add4(mix(back > 1 ? 1 : 0, ahead > 1 ? 1 : 0), where, quoted, path);
  out.add4(back, passage.lemma[head]!, where, quoted);
  out.add3(back, where, distance);
}

function betweenFeatures(
  { passage, head, between, offset, cueOf }: Context,
  p: Place,
  out: FeatureList,
) {
  const { i, where, path } = p;
  const x = i - offset;
  const cueTag = passage.tag[head]!;
  out.group(570);
  out.add3(between.cues[x]!, where, path);
  out.add3(between.cues[x]!, where, p.quoted);
  out.add2(cueOf[x]! >= 0 ? 1 : 0, path);
  out.add3(between.commas[x]!, where, path);
  out.add3(between.commas[x]!, where, cueTag);
  out.add3(between.verbs[x]!, where, passage.tag[i]!);
  out.add4(between.subjects[x]!, where, between.commas[x]!, cueTag);
}

function neighbourFeatures({ passage }: Context, { i, where }: Place, out: FeatureList): void {
  const { lemma, tag, sentence } = passage;
  const edge =
    i === passage.sentenceFirst[sentence[i]!]
      ? 1
      : i === passage.sentenceLast[sentence[i]!]
        ? 2
        : 0;
  out.group(580);
  out.add3(at(tag, i - 1), tag[i]!, where);
  out.add3(tag[i]!, at(tag, i + 1), where);
  out.add2(at(lemma, i - 1), where);
  out.add2(at(lemma, i + 1), where);
  out.add3(edge, tag[i]!, where);
  out.add3(at(lemma, i - 1), lemma[i]!, where);
  out.add3(lemma[i]!, at(lemma, i + 1), where);
}

/** The branch of the parse that holds the token, and whether the token is at its edge. */
function branchFeatures({ passage, head, paths, offset }: Context, p: Place, out: FeatureList) {
  const { i, path } = p;
  const branch = paths.branch[i - offset]!;
  if (branch < 0) return;
  out.group(590);
  out.add2(passage.lemma[branch]!, path);
  out.add2(passage.tag[branch]!, path);
  out.add2(i === passage.leftEdge[branch] ? 1 : 0, path);
  out.add3(i === passage.rightEdge[branch] ? 1 : 0, path, passage.tag[i]!);
  out.add3(passage.entity[branch]!, path, passage.lemma[head]!);
}

const CLIMB = 25;

/** Whether the nearest cue above the token in the parse is this one (1), another (2), none (0). */
function nearestCueFeatures(context: Context, place: Place, out: FeatureList): void {
  const { passage, cueOf, offset, between } = context;
  const { i, where, path, quoted } = place;
  let nearest = 0;
  for (let x = i, steps = 0; x >= offset && steps < CLIMB; x = passage.head[x]!, steps++) {
    const cue = cueOf[x - offset] ?? -1;
    if (cue < 0) continue;
    nearest = cue === 0 ? 1 : 2;
    break;
  }
  out.group(600);
  out.add3(nearest, where, path);
  out.add4(nearest, where, between.cues[i - offset]!, quoted);
}

function transitionFeatures(context: Context, i: number, out: FeatureList): void {
  const { passage, cue, paths, offset } = context;
  const { tag, lemma, relation, sentence } = passage;
  const side = i < cue.from ? 1 : i < cue.to ? 3 : 2;
  const x = i - offset;
  const sameBranch = paths.path[x] === paths.path[x - 1] && paths.branch[x] === paths.branch[x - 1];
  const branch = paths.branch[x]!;
  const left = paths.branch[x - 1] ?? -1;
  out.group(700);
  out.add(side);
  out.add2(tag[i]!, side);
  out.add3(at(tag, i - 1), tag[i]!, side);
  out.add2(lemma[i]!, side);
  out.add2(at(lemma, i - 1), side);
  out.add3(quotePosition(passage, i), quotePosition(passage, i - 1), side);
  out.add2(sameBranch ? 1 : 0, side);
  out.add3(paths.path[x]!, paths.path[x - 1] ?? 1, side);
  out.add3(sentence[i] !== sentence[i - 1] ? 1 : 0, passage.quotation[i]! >= 0 ? 1 : 0, side);
  out.add3(branch >= 0 && i === passage.leftEdge[branch] ? 1 : 0, paths.short[x]!, side);
  const leftEnds = left >= 0 && i - 1 === passage.rightEdge[left] ? 1 : 0;
  out.add3(leftEnds, paths.short[x - 1] ?? 1, side);
  out.add3(relation[i]!, at(tag, i - 1), side);
  out.add2(clauseAt(passage, i, passage.leftEdge), side);
  out.add3(i > 0 ? clauseAt(passage, i - 1, passage.rightEdge) : 0, side, tag[i]!);
}

const CLAUSES = 10;

/** The relation of the largest clause (a verb's subtree) that has its edge at i, or 0. */
function clauseAt(passage: Passage, i: number, edge: Int32Array): number {
  let clause = 0;
  for (let x = i, steps = 0; x >= 0 && edge[x] === i && steps < CLAUSES; steps++) {
    if (isVerb(passage, x)) clause = passage.relation[x]!;
    x = passage.head[x]!;
  }
  return clause;
}
