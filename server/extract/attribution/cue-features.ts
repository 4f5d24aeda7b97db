import { formsOf } from '../nlp/forms.ts';
import { FeatureList, mix } from '../nlp/hash.ts';
import { SequenceBuilder, type Sequence } from './crf.ts';
import type { CueBuckets } from './cue-lexicon.ts';
import { quotePosition, type Passage } from './passage.ts';
import { quotationAfter, quotationBefore } from './quote-context.ts';

/**
 * Features for finding cues: the word and its neighbours, how often its lemma and its cluster are
 * cues, its dependents and governors in the parse, the quotations around, and verbless layouts.
 * Templates 300 to 499.
 */

const EDGE_LEFT = 1;
const EDGE_RIGHT = 2;
const NO_HEAD = 3;

/** A passage with what the features of every token need. */
interface Context {
  readonly passage: Passage;
  readonly buckets: CueBuckets;
  readonly quotesBefore: Uint8Array;
  readonly quotesAfter: Uint8Array;
}

const at = (column: Uint32Array | Uint16Array, i: number) =>
  i < 0 ? EDGE_LEFT : i >= column.length ? EDGE_RIGHT : column[i]!;
const bucketAt = (column: Uint8Array, i: number) => (i < 0 || i >= column.length ? 9 : column[i]!);

/** The feature sequence of a passage. */
export function cueSequence(passage: Passage, buckets: CueBuckets): Sequence {
  const context = { passage, buckets, ...quotationSides(passage) };
  const builder = new SequenceBuilder(passage.length);
  const emission = new FeatureList();
  const transition = new FeatureList();
  for (let i = 0; i < passage.length; i++) {
    emission.clear();
    wordFeatures(context, i, emission);
    bucketFeatures(context, i, emission);
    treeFeatures(context, i, emission);
    ancestorFeatures(context, i, emission);
    quotationFeatures(context, i, emission);
    layoutFeatures(context, i, emission);
    transition.clear();
    transitionFeatures(context, i, transition);
    builder.push(emission, transition);
  }
  return builder.build();
}

/** Whether a quotation stands in the sentence before, and after, each token. */
function quotationSides(passage: Passage) {
  const { length, sentence, quotation } = passage;
  const quotesBefore = new Uint8Array(length);
  const quotesAfter = new Uint8Array(length);
  for (let i = 1; i < length; i++)
    if (sentence[i] === sentence[i - 1])
      quotesBefore[i] = quotesBefore[i - 1]! | (quotation[i - 1]! >= 0 ? 1 : 0);
  for (let i = length - 2; i >= 0; i--)
    if (sentence[i] === sentence[i + 1])
      quotesAfter[i] = quotesAfter[i + 1]! | (quotation[i + 1]! >= 0 ? 1 : 0);
  return { quotesBefore, quotesAfter };
}

function wordFeatures({ passage }: Context, i: number, out: FeatureList): void {
  const { lemma, tag, form } = passage;
  const [l, t] = [lemma[i]!, tag[i]!];
  const [l1, l2, r1, r2] = [at(lemma, i - 1), at(lemma, i - 2), at(lemma, i + 1), at(lemma, i + 2)];
  const [tl1, tl2, tr1, tr2] = [at(tag, i - 1), at(tag, i - 2), at(tag, i + 1), at(tag, i + 2)];
  out.group(300);
  out.add(7);
  for (const value of [l, form[i]!, t, l1, r1, l2, r2, tl1, tr1]) out.add(value);
  out.add2(l, t);
  out.add2(tl1, t);
  out.add2(t, tr1);
  out.add3(tl1, t, tr1);
  out.add2(l, r1);
  out.add2(l, l1);
  out.add2(l, tr1);
  out.add2(l, tl1);
  out.add3(t, tr1, tr2);
  out.add3(t, tl1, tl2);
  out.add3(l1, l, r1);
  out.add2(r1, r2);
  out.add2(l1, l2);
  out.add(formsOf(passage.words[i]!).ending);
  out.add2(passage.entity[i]!, t);
}

function bucketFeatures({ passage, buckets }: Context, i: number, out: FeatureList): void {
  const { tag, cluster, head, relation } = passage;
  const [own, kin, t, c] = [buckets.lemma[i]!, buckets.cluster[i]!, tag[i]!, cluster[i]!];
  const inQuote = passage.quotation[i]! >= 0 ? 1 : 0;
  const { before, after } = buckets;
  out.group(330);
  out.add(own);
  out.add2(own, t);
  out.add2(own, quotePosition(passage, i));
  out.add3(bucketAt(buckets.lemma, i - 1), own, bucketAt(buckets.lemma, i + 1));
  out.add3(before[i]!, own, inQuote);
  out.add3(after[i]!, own, inQuote);
  out.add4(before[i]!, after[i]!, mix(own, inQuote), t);
  out.add(c);
  out.add2(c, t);
  out.add2(c, relation[i]!);
  out.add2(c, at(cluster, i + 1));
  out.add2(at(cluster, i - 1), c);
  out.add3(kin, own, t);
  out.add2(c, at(tag, i + 1));
  out.add4(mix(own, kin), inQuote, at(tag, i - 1), at(tag, i + 1));
  out.add(head[i]! < 0 ? NO_HEAD : mix(cluster[head[i]!]!, mix(relation[i]!, kin)));
}

/** What hangs on a word: signs of a clause of content, of a speaker, of an object. */
interface Dependents {
  signature: number;
  clause: number;
  open: number;
  quoted: number;
  nominal: number;
  subject: number;
  object: number;
  marker: number;
  negated: boolean;
}

function dependentsOf(passage: Passage, i: number): Dependents {
  const found = { clause: 0, open: 0, quoted: 0, nominal: 0, aside: 0 };
  let [subject, object, marker, negated] = [-1, -1, 0, false];
  for (const child of passage.children[i]!) {
    const relation = passage.tokens[child]!.relation;
    if (relation === 'ccomp') found.clause = child < i ? 1 : 2;
    else if (relation === 'xcomp') found.open = 1;
    else if (relation === 'nsubj' || relation === 'nsubjpass') subject = child;
    else if (relation === 'dobj') object = child;
    else if (relation === 'parataxis') found.aside = 1;
    else if (relation === 'nmod') found.nominal = 1;
    else if (relation === 'mark') marker = passage.lemma[child]!;
    else if (relation === 'neg') negated = true;
    if (passage.quotation[child]! >= 0 && passage.quotation[i]! < 0) found.quoted = 1;
  }
  const { clause, open, aside, quoted, nominal } = found;
  const signature =
    clause +
    3 * open +
    6 * (subject < 0 ? 0 : 1) +
    12 * (object < 0 ? 0 : 1) +
    24 * aside +
    48 * quoted;
  return { signature, clause, open, quoted, nominal, subject, object, marker, negated };
}

function treeFeatures(context: Context, i: number, out: FeatureList): void {
  const { passage, buckets } = context;
  const { lemma, tag, relation, head, cluster } = passage;
  const [l, t, r, own] = [lemma[i]!, tag[i]!, relation[i]!, buckets.lemma[i]!];
  const governor = head[i]!;
  const below = dependentsOf(passage, i);
  out.group(360);
  out.add(r);
  out.add2(l, r);
  out.add2(t, r);
  out.add(governor < 0 ? NO_HEAD : mix(lemma[governor]!, r));
  out.add(governor < 0 ? NO_HEAD : mix(tag[governor]!, mix(t, r)));
  out.add(governor < 0 ? 9 : mix(buckets.lemma[governor]!, mix(r, t)));
  out.add(below.signature);
  out.add2(below.signature, l);
  out.add3(below.signature, t, own);
  out.add2(below.signature, cluster[i]!);
  out.add2(below.signature, buckets.cluster[i]!);
  for (const value of [below.clause, below.open, below.quoted, below.nominal]) out.add2(value, l);
  out.add2(below.object < 0 ? 1 : tag[below.object]!, l);
  subjectFeatures(context, i, below, out);
  if (below.object >= 0) objectFeatures(context, i, below.object, out);
  out.group(398);
  if (below.marker) out.add2(below.marker, l);
  out.group(399);
  if (below.negated) out.add(l);
}

function subjectFeatures(
  { passage, buckets }: Context,
  i: number,
  { subject }: Dependents,
  out: FeatureList,
): void {
  const { lemma, tag, relation, entity, head, cluster, children } = passage;
  const [l, own] = [lemma[i]!, buckets.lemma[i]!];
  out.group(380);
  if (subject >= 0) {
    out.add3(entity[subject]!, own, tag[i]!);
    out.add(lemma[subject]!);
    out.add2(lemma[subject]!, l);
    out.add2(entity[subject]!, l);
    out.add2(tag[subject]!, own);
    out.add2(cluster[i]!, entity[subject]!);
    out.add2(cluster[subject]!, buckets.cluster[i]!);
    return;
  }
  out.group(388);
  const governor = head[i]!;
  const sibling =
    governor < 0
      ? undefined
      : children[governor]!.find((c) => passage.tokens[c]!.relation === 'nsubj');
  if (sibling === undefined) return;
  out.add3(entity[sibling]!, own, relation[i]!);
  out.add3(lemma[sibling]!, own, relation[i]!);
}

function objectFeatures(
  { passage, buckets }: Context,
  i: number,
  object: number,
  out: FeatureList,
): void {
  out.group(392);
  out.add2(passage.lemma[object]!, passage.lemma[i]!);
  out.add2(buckets.lemma[object]!, buckets.lemma[i]!);
  out.add2(passage.cluster[object]!, passage.cluster[i]!);
}

const CLIMB = 8;

/** The nearest ancestor that is itself a likely cue: nested attributions are left out. */
function ancestorFeatures({ passage, buckets }: Context, i: number, out: FeatureList): void {
  const own = buckets.lemma[i]!;
  let relation = passage.relation[i]!;
  let x = passage.head[i]!;
  for (let steps = 1; x >= 0 && steps < CLIMB; steps++) {
    if (buckets.lemma[x]! >= 2) {
      const ancestor = mix(Math.min(steps, 3), mix(relation, buckets.lemma[x]!));
      out.group(400);
      out.add(ancestor);
      out.add2(ancestor, own);
      out.add3(relation, passage.lemma[x]!, own);
      return;
    }
    relation = passage.relation[x]!;
    x = passage.head[x]!;
  }
  out.group(404);
  out.add(own);
}

const opensQuotation = (passage: Passage, i: number) =>
  i < passage.length && quotePosition(passage, i) === 2;

/** Whether a quotation opens 1 or 2 places after i (2 none), and whether one closes just before. */
function neighbouringQuotation(passage: Passage, i: number) {
  const next = opensQuotation(passage, i + 1) ? 1 : opensQuotation(passage, i + 2) ? 2 : 0;
  const previous = i > 0 && quotePosition(passage, i - 1) === 3 ? 1 : 0;
  return { next, previous };
}

function quotationFeatures(context: Context, i: number, out: FeatureList): void {
  const { passage, buckets } = context;
  const [l, t, own] = [passage.lemma[i]!, passage.tag[i]!, buckets.lemma[i]!];
  const position = quotePosition(passage, i);
  const sides = 2 * context.quotesBefore[i]! + context.quotesAfter[i]!;
  const { next, previous } = neighbouringQuotation(passage, i);
  const back = quotationBefore(passage, i);
  const ahead = quotationAfter(passage, i + 1);
  out.group(410);
  out.add2(position, t);
  out.add2(position, l);
  out.add3(sides, own, position > 0 ? 1 : 0);
  out.add2(sides, l);
  out.add2(passage.cluster[i]!, sides);
  out.add3(next, previous, t);
  out.add3(next, previous, l);
  out.add2(back, t);
  out.add2(back, l);
  out.add2(ahead, l);
  out.add3(back, ahead, own);
  out.add3(ahead, t, own);
  out.add4(back, t, own, at(passage.tag, i + 1));
}

/** Verbless layouts (`NAME: words`, `"words" - Name`) and the place in the paragraph. */
function layoutFeatures({ passage, buckets }: Context, i: number, out: FeatureList): void {
  const { length, dash, tag, words, entity } = passage;
  const fromStart = Math.min(i, 4);
  const toEnd = Math.min(length - 1 - i, 6);
  const [t, own] = [tag[i]!, buckets.lemma[i]!];
  out.group(430);
  out.add3(fromStart, t, own);
  out.add3(toEnd, t, own);
  out.add4(Math.min(passage.index, 3), length < 16 ? 1 : 0, t, own);
  out.add2(passage.index === 0 ? 1 : 0, own);
  out.add3(i === passage.sentenceFirst[passage.sentence[i]!]! ? 1 : 0, t, own);
  if (!dash[i]) return;
  const { next, previous } = neighbouringQuotation(passage, i);
  const shapeBefore = formsOf(words[i - 1] ?? '-').shape;
  const capitals = words.slice(i + 1, i + 6).every((word) => /^[A-Z]/.test(word)) ? 1 : 0;
  out.group(440);
  out.add3(dash[i]!, fromStart, shapeBefore);
  out.add3(dash[i]!, previous, formsOf(words[i + 1] ?? '-').shape);
  out.add3(dash[i]!, next, shapeBefore);
  out.add4(dash[i]!, at(entity, i - 1), next, fromStart);
  out.add4(dash[i]!, at(entity, i + 1), previous, toEnd);
  out.add3(dash[i]!, at(tag, i - 1), at(tag, i + 1));
  out.add4(dash[i]!, capitals, previous, toEnd);
}

function transitionFeatures({ passage, buckets }: Context, i: number, out: FeatureList): void {
  const { tag, lemma, relation, cluster, head } = passage;
  const link = head[i] === i - 1 ? 1 : i > 0 && head[i - 1] === i ? 2 : 0;
  out.group(460);
  out.add(1);
  for (const value of [tag[i]!, lemma[i]!, relation[i]!, at(lemma, i - 1), cluster[i]!])
    out.add(value);
  out.add2(at(tag, i - 1), tag[i]!);
  out.add2(bucketAt(buckets.lemma, i - 1), buckets.lemma[i]!);
  out.add2(link, relation[i]!);
  out.add2(at(cluster, i - 1), tag[i]!);
}
