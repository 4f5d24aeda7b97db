import { FeatureList, mix } from '../nlp/hash.ts';
import type { CueBuckets } from './cue-lexicon.ts';
import { cueHead } from './cue-path.ts';
import { isVerb, quotePosition, type Passage } from './passage.ts';
import { isContent, isSource, type Proposal } from './proposal.ts';

/**
 * What tells the proposals of one cue apart, as sparse features: the words and branches of the parse
 * at the ends of the content, those it takes in and leaves out, and how its source hangs on the cue.
 * Templates 850 to 999.
 */

/** A proposal with the places that its features speak of; -1 where there is none. */
interface View {
  readonly passage: Passage;
  readonly proposal: Proposal;
  readonly head: number;
  /** First and last token of content and source. */
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
  readonly layout: number;
}

const NONE = 1;
const at = (column: Uint32Array | Uint16Array, i: number) =>
  i < 0 || i >= column.length ? NONE : column[i]!;
const bucket = (count: number) =>
  count < 4 ? count : count < 6 ? 4 : count < 10 ? 5 : count < 20 ? 6 : count < 40 ? 7 : 8;
const share = (probability: number) => Math.min(9, Math.floor(probability * 10));

/** The features of each proposal of a passage. */
export function choiceFeatures(
  passage: Passage,
  buckets: CueBuckets,
  proposals: readonly Proposal[],
): Uint32Array[] {
  const out = new FeatureList();
  return proposals.map((proposal) => {
    const view = viewOf(passage, buckets, proposal);
    out.clear();
    cueFeatures(view, buckets, out);
    sureness(view, out);
    endFeatures(view, out);
    leftOutFeatures(view, out);
    beginFeatures(view, out);
    extentFeatures(view, out);
    dependentFeatures(view, out);
    innerCueFeatures(view, proposals, out);
    sourceFeatures(view, out);
    return out.values.slice(0, out.length);
  });
}

function viewOf(passage: Passage, buckets: CueBuckets, proposal: Proposal): View {
  const { cue, labels } = proposal;
  const [first, last] = [labels.findIndex(isContent), labels.findLastIndex(isContent)];
  const [from, to] = [labels.findIndex(isSource), labels.findLastIndex(isSource)];
  const layout = (first < cue.from ? 1 : 0) + (last >= cue.to ? 2 : 0);
  const head = cueHead(passage, buckets.lemma, cue);
  return { passage, proposal, head, first, last, from, to, layout };
}

function cueFeatures(
  { passage, proposal, head, layout }: View,
  buckets: CueBuckets,
  out: FeatureList,
) {
  const { lemma, tag, cluster, relation } = passage;
  const { from, to } = proposal.cue;
  const [l, t] = [lemma[head]!, tag[head]!];
  out.group(850);
  out.add(0);
  out.add2(l, t);
  out.add3(l, t, layout);
  out.add2(cluster[head]!, t);
  out.add3(buckets.lemma[head]!, t, layout);
  out.add2(relation[head]!, t);
  out.add3(relation[head]!, l, layout);
  out.add2(at(lemma, from - 1), l);
  out.add2(l, at(lemma, to));
  out.add2(to - from, l);
}

function sureness({ proposal, head, passage, layout }: View, out: FeatureList): void {
  const { cue, agreement, moved, overBase, pathLogProbability } = proposal;
  const sure = share(agreement.right);
  const cueSure = share(cue.probability);
  out.group(862);
  out.add(sure);
  out.add2(sure, cueSure);
  out.add2(share(agreement.content), cueSure);
  out.add3(share(agreement.exact), moved, layout);
  out.add2(bucket(Math.round(-pathLogProbability)), cueSure);
  out.add3(Math.max(-6, Math.round(overBase)), moved, layout);
  out.add2(share(agreement.none), cueSure);
  out.add2(sure, passage.cluster[head]!);
  out.add3(sure, share(proposal.contentProbability), share(proposal.sourceProbability));
}

/** Where a token outside or at the edge of the content hangs: in it, on the cue, elsewhere. */
function hangs({ passage, proposal, head }: View, i: number): number {
  const governor = passage.head[i]!;
  if (governor < 0) return 0;
  if (governor === head) return 1;
  const { cue, labels } = proposal;
  if (governor >= cue.from && governor < cue.to) return 2;
  if (!isContent(labels[governor]!)) return isSource(labels[governor]!) ? 3 : 4;
  return isVerb(passage, governor) ? 5 : 6;
}

const CLIMB = 20;

/** The root of the largest branch that begins, or ends, with a token; `within` bounds the climb. */
function branchAt(
  { head }: Passage,
  edge: Int32Array,
  i: number,
  within: (governor: number) => boolean,
): number {
  let x = i;
  for (let steps = 0; steps < CLIMB; steps++) {
    const governor = head[x]!;
    if (governor < 0 || edge[governor] !== i || !within(governor)) return x;
    x = governor;
  }
  return x;
}

/** True where the content's sentence goes on after it. */
const goesOn = ({ passage: { length, sentence }, last }: View) =>
  last + 1 < length && sentence[last + 1] === sentence[last];

/** The content's last words, and the last branch that it takes in. */
function endFeatures(view: View, out: FeatureList): void {
  const { passage, proposal, head, last, layout } = view;
  const { lemma, tag, relation, leftEdge, rightEdge } = passage;
  const l = lemma[head]!;
  const next = last + 1;
  const marks = mix(quotePosition(passage, last), quotePosition(passage, next));
  out.group(880);
  out.add3(goesOn(view) ? 1 : 0, marks, layout);
  out.add3(lemma[last]!, at(lemma, next), layout === 1 ? 1 : 0);
  out.add3(tag[last]!, at(tag, next), at(tag, next + 1));
  out.add3(at(lemma, next), at(tag, next + 1), marks);
  out.add2(at(lemma, next), at(lemma, next + 1));
  out.add3(l, at(lemma, next), layout);
  out.add3(at(tag, next), marks, layout);
  const ending = branchAt(passage, rightEdge, last, (g) => isContent(proposal.labels[g]!));
  const opening = lemma[leftEdge[ending]!]!;
  out.group(890);
  out.add3(relation[ending]!, hangs(view, ending), tag[ending]!);
  out.add2(relation[ending]!, opening);
  out.add3(relation[ending]!, opening, l);
  out.add3(relation[ending]!, hangs(view, ending), l);
}

/** The branch that begins after the content, in its sentence. */
function leftOutFeatures(view: View, out: FeatureList): void {
  if (!goesOn(view)) return;
  const { passage, proposal, head, last, layout } = view;
  const { lemma, tag, relation, sentence, quotation, leftEdge, rightEdge, cluster } = passage;
  const l = lemma[head]!;
  const next = last + 1;
  const marks = mix(quotePosition(passage, last), quotePosition(passage, next));
  const left = branchAt(
    passage,
    leftEdge,
    next,
    (g) => g > next || !isContent(proposal.labels[g]!),
  );
  const where = hangs(view, left);
  const reach = rightEdge[left]! >= passage.sentenceLast[sentence[left]!]! - 1 ? 1 : 0;
  out.group(900);
  out.add3(relation[next]!, hangs(view, next), tag[next]!);
  out.add3(relation[left]!, where, tag[left]!);
  out.add3(relation[left]!, where, lemma[next]!);
  out.add3(relation[left]!, where, l);
  out.add4(relation[left]!, where, lemma[next]!, l);
  out.add4(relation[left]!, where, tag[left]!, tag[head]!);
  out.add3(relation[left]!, where, lemma[left]!);
  out.add4(relation[left]!, where, reach, marks);
  out.add3(relation[left]!, where, cluster[left]!);
  out.add3(quotation[next] === quotation[last] ? 1 : 0, where, layout);
  out.add4(bucket(passage.sentenceLast[sentence[last]!]! - last), where, relation[left]!, layout);
}

function beginFeatures(view: View, out: FeatureList): void {
  const { passage, proposal, head, first, layout } = view;
  const { lemma, tag, relation, sentence, leftEdge } = passage;
  const { to } = proposal.cue;
  const l = lemma[head]!;
  const marks = mix(quotePosition(passage, first), quotePosition(passage, first - 1));
  const opens = first === passage.sentenceFirst[sentence[first]!] ? 1 : 0;
  const branch = branchAt(passage, leftEdge, first, (g) => isContent(proposal.labels[g]!));
  out.group(920);
  out.add3(opens, marks, layout);
  out.add3(at(lemma, first - 1), lemma[first]!, layout);
  out.add3(at(tag, first - 1), tag[first]!, at(tag, first + 1));
  out.add3(l, lemma[first]!, layout);
  out.add4(l, tag[first]!, relation[branch]!, layout);
  out.add3(relation[branch]!, hangs(view, branch), tag[branch]!);
  out.add3(relation[branch]!, hangs(view, branch), l);
  out.add3(relation[branch]!, hangs(view, branch), lemma[first]!);
  out.add4(lemma[first]!, at(lemma, first - 1), opens, marks);
  out.group(932);
  if (first < to) return;
  out.add3(bucket(first - to), tag[to]!, tag[first]!);
  out.add3(bucket(first - to), l, tag[to]!);
  out.add3(bucket(first - to), l, lemma[first]!);
}

/** Size, quotation and root of the content. */
function contentOf({ passage, proposal: { labels }, first, last }: View) {
  const { quotation } = passage;
  let [size, quoted, runs, verbs, root] = [0, 0, 0, 0, -1];
  for (let i = first; i <= last; i++) {
    if (!isContent(labels[i]!)) continue;
    size++;
    if (!isContent(labels[i - 1] ?? 0)) runs++;
    if (quotation[i]! >= 0) quoted++;
    if (isVerb(passage, i)) verbs++;
    const governor = passage.head[i]!;
    if (root < 0 && (governor < 0 || !isContent(labels[governor]!))) root = i;
  }
  return { size, runs, verbs, root, mode: quoted === 0 ? 0 : quoted === size ? 1 : 2 };
}

/** How much the content takes in. */
function extentFeatures(view: View, out: FeatureList): void {
  const { passage, head, first, last, layout } = view;
  const { lemma, tag, cluster, sentence, relation } = passage;
  const { size, runs, verbs, root, mode } = contentOf(view);
  const l = lemma[head]!;
  const span = Math.min(4, sentence[last]! - sentence[first]!);
  out.group(940);
  out.add3(bucket(size), mode, layout);
  out.add2(bucket(size), l);
  out.add2(bucket(size), cluster[head]!);
  out.add4(mode, layout, runs, span);
  out.add3(mode, layout, l);
  out.add2(Math.min(4, verbs), l);
  out.add3(l, tag[root]!, relation[root]!);
  out.add3(hangs(view, root), relation[root]!, tag[root]!);
  out.add3(l, hangs(view, root), mode);
  out.add3(cluster[head]!, cluster[root]!, tag[root]!);
}

/** Which of the cue's dependents the content takes in: a second verb beside the cue is none of it. */
function dependentFeatures({ passage, proposal, head }: View, out: FeatureList): void {
  const { lemma, tag, relation, children } = passage;
  const { labels } = proposal;
  const l = lemma[head]!;
  for (const child of children[head]!) {
    const { relation: link } = passage.tokens[child]!;
    if (link === 'punct') continue;
    const inside = isContent(labels[child]!) ? 1 : isSource(labels[child]!) ? 2 : 0;
    const same = tag[child] === tag[head] ? 1 : 0;
    out.group(952);
    out.add3(relation[child]!, inside, same);
    out.add3(relation[child]!, inside, l);
    out.add4(relation[child]!, inside, tag[child]!, child < head ? 1 : 0);
    out.add3(inside, relation[child]!, lemma[passage.leftEdge[child]!]!);
  }
}

/** The other likely cues that the content takes in. */
function innerCueFeatures(view: View, proposals: readonly Proposal[], out: FeatureList): void {
  const { passage, proposal, head } = view;
  const { lemma, tag, relation } = passage;
  const { labels, cue } = proposal;
  const l = lemma[head]!;
  const { mode } = contentOf(view);
  const seen = new Set([cue]);
  for (const { cue: other } of proposals) {
    if (seen.has(other) || other.probability < 0.2) continue;
    seen.add(other);
    if (!isContent(labels[other.from]!)) continue;
    const same = tag[other.from] === tag[head] ? 1 : 0;
    const links = passage.head[other.from] === head ? 1 : 0;
    out.group(958);
    out.add3(share(other.probability), same, links);
    out.add3(relation[other.from]!, links, same);
    out.add3(lemma[other.from]!, l, same);
    out.add3(at(lemma, other.from - 1), same, mode);
  }
}

function sourceFeatures(view: View, out: FeatureList): void {
  const { passage, proposal, head, from, to, first, last, layout } = view;
  const { lemma, tag, relation, entity, sentence, leftEdge, rightEdge, children } = passage;
  const { cue } = proposal;
  const l = lemma[head]!;
  const subject =
    children[head]!.find((c) => passage.tokens[c]!.relation.startsWith('nsubj')) ?? -1;
  out.group(964);
  out.add3(from < 0 ? 0 : 1, subject < 0 ? 0 : 1, l);
  out.add4(from < 0 ? 0 : 1, subject < 0 ? 0 : 1, tag[head]!, layout);
  if (from < 0) {
    out.add3(relation[head]!, l, at(lemma, subject));
    return;
  }
  let root = from;
  for (let i = from; i <= to; i++) {
    const governor = passage.head[i]!;
    if (governor < from || governor > to) root = i;
  }
  const place = to < cue.from ? 0 : 1;
  const between = first > from && first < cue.from ? 1 : last < from && place ? 2 : 0;
  const whole = (leftEdge[root] === from ? 1 : 0) + (rightEdge[root] === to ? 2 : 0);
  out.group(968);
  out.add3(lemma[root]!, l, place);
  out.add4(tag[root]!, relation[root]!, hangs(view, root), place);
  out.add3(relation[root]!, hangs(view, root), l);
  out.add3(bucket(to - from + 1), tag[root]!, whole);
  out.add3(at(tag, from - 1), tag[from]!, place);
  out.add3(tag[to]!, at(tag, to + 1), at(lemma, to + 1));
  out.add3(bucket(place ? from - cue.to : cue.from - to - 1), between, tag[root]!);
  out.add3(Math.min(3, Math.abs(sentence[from]! - sentence[head]!)), entity[root]!, tag[root]!);
  out.add3(entity[root]!, l, place);
  out.add4(root === subject ? 1 : 0, subject < 0 ? 0 : 1, place, tag[head]!);
  out.add3(whole, relation[root]!, tag[from]!);
}
