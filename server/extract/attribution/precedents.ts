import { FeatureList, mix } from '../nlp/hash.ts';
import type { CueBuckets } from './cue-lexicon.ts';
import { cueHead } from './cue-path.ts';
import type { Passage } from './passage.ts';
import { isContent, isSource, type Proposal } from './proposal.ts';

/**
 * How proposals with the same words went in training: for each of several aspects of a proposal
 * (the cue's words; its head and what hangs on it; the source's head ...) the share of those of the
 * same value that were right. Target encoding (Micci-Barreca 2001) lets the ranker's trees, which
 * see numbers only, know words. Templates 800 to 849.
 */

/** From the hash of an aspect and its value to 256 x share (0 to 255) + number of cases (to 255). */
export type Precedents = ReadonlyMap<number, number>;

/** What stands for a word that is not there. */
const NONE = 1;
const BEYOND = 2;

const DEPENDENTS: Readonly<Record<string, number>> = {
  nsubj: 1,
  nsubjpass: 1,
  ccomp: 2,
  xcomp: 4,
  dobj: 8,
  parataxis: 16,
  neg: 32,
  mark: 64,
  nmod: 128,
};

/** A proposal with the tokens that its aspects speak of; -1 where there is none. */
interface View {
  readonly proposal: Proposal;
  /** Heads of cue, source and content, and the cue head's governor. */
  readonly head: number;
  readonly source: number;
  readonly content: number;
  readonly governor: number;
  /** First and last token of the content. */
  readonly first: number;
  readonly last: number;
  /** Hashes: the cue's lemmas, its auxiliaries, its kinds of dependents; where the spans lie. */
  readonly cueLemmas: number;
  readonly auxiliaries: number;
  readonly dependents: number;
  readonly layout: number;
}

function viewOf(passage: Passage, buckets: CueBuckets, proposal: Proposal): View {
  const { cue, labels } = proposal;
  const head = cueHead(passage, buckets.lemma, cue);
  const source = headOf(passage, labels, isSource);
  const first = labels.findIndex(isContent);
  const last = labels.findLastIndex(isContent);
  let [cueLemmas, auxiliaries, dependents] = [0, 0, 0];
  for (let i = cue.from; i < cue.to; i++) cueLemmas = mix(cueLemmas, passage.lemma[i]!);
  for (const child of passage.children[head]!) {
    const { relation } = passage.tokens[child]!;
    dependents |= DEPENDENTS[relation] ?? 0;
    if (relation.startsWith('aux')) auxiliaries = mix(auxiliaries, passage.lemma[child]!);
  }
  return {
    proposal,
    head,
    source,
    content: headOf(passage, labels, isContent),
    governor: passage.head[head]!,
    first,
    last,
    cueLemmas,
    auxiliaries,
    dependents,
    layout: (first < cue.from ? 1 : 0) + (last >= cue.to ? 2 : 0) + (source < 0 ? 4 : 0),
  };
}

/** The first token of a kind that hangs on none of its kind. */
function headOf({ head }: Passage, labels: Uint8Array, holds: (label: number) => boolean): number {
  return labels.findIndex((label, i) => {
    if (!holds(label)) return false;
    return head[i]! < 0 || !holds(labels[head[i]!]!);
  });
}

const at = (column: Uint32Array | Uint16Array, i: number) =>
  i < 0 ? NONE : i >= column.length ? BEYOND : column[i]!;

/** The aspects of each proposal of a passage, as hashes; every proposal has as many. */
export function aspectsOf(
  passage: Passage,
  buckets: CueBuckets,
  proposals: readonly Proposal[],
): Uint32Array[] {
  const out = new FeatureList();
  return proposals.map((proposal) => {
    const view = viewOf(passage, buckets, proposal);
    out.clear();
    out.group(800);
    cueAspects(passage, view, out);
    frameAspects(passage, view, out);
    argumentAspects(passage, view, out);
    return out.values.slice(0, out.length);
  });
}

/** Aspects whose number of cases is told to the ranker, too: cue, source's head. */
const COUNTED = [0, 14];

/** The cue's words and those beside it. */
function cueAspects({ lemma, tag, cluster }: Passage, view: View, out: FeatureList): void {
  const { head, cueLemmas, auxiliaries, layout } = view;
  const { from, to } = view.proposal.cue;
  const [l, t] = [lemma[head]!, tag[head]!];
  out.add(cueLemmas);
  out.add2(cueLemmas, t);
  out.add2(cueLemmas, layout);
  out.add2(l, t);
  out.add2(l, layout);
  out.add3(l, auxiliaries, t);
  out.add3(auxiliaries, t, cluster[head]!);
  out.add2(l, at(lemma, from - 1));
  out.add2(l, at(lemma, to));
  out.add3(at(tag, to), at(tag, to + 1), l);
  out.add3(at(lemma, to), at(lemma, to + 1), t);
}

/** What hangs on the cue, and on what it hangs. */
function frameAspects({ lemma, tag, cluster, relation }: Passage, view: View, out: FeatureList) {
  const { head, governor, dependents } = view;
  out.add2(lemma[head]!, dependents);
  out.add3(cluster[head]!, dependents, tag[head]!);
  out.add2(relation[head]!, at(lemma, governor));
  const source = at(lemma, view.source);
  out.add(source);
  out.add3(relation[head]!, dependents, at(cluster, governor));
}

/** Source and content, with the cue or alone. */
function argumentAspects(passage: Passage, view: View, out: FeatureList): void {
  const { lemma, tag, cluster, entity, relation, quotation } = passage;
  const { head, source, content, first, last, layout } = view;
  const { from, to } = view.proposal.cue;
  const [l, t] = [lemma[head]!, tag[head]!];
  const quoted = (quotation[first]! >= 0 ? 1 : 0) + (quotation[last]! >= 0 ? 2 : 0);
  out.add2(at(cluster, source), at(entity, source));
  out.add2(l, at(cluster, source));
  out.add3(at(lemma, source), at(tag, first), layout);
  out.add2(l, lemma[first]!);
  out.add4(l, tag[first]!, at(lemma, first - 1), layout);
  out.add4(at(tag, first - 1), tag[first]!, lemma[first]!, t);
  out.add2(lemma[content]!, relation[content]!);
  out.add3(cluster[head]!, cluster[content]!, tag[content]!);
  out.add3(tag[last]!, at(lemma, last + 1), at(tag, last + 2));
  out.add4(quoted, at(lemma, to), at(lemma, from - 1), layout);
}

/** The share of right proposals in training, and how many cases it weighs. */
const PRIOR = 0.22;
const PRIOR_CASES = 4;
const MOST_CASES = 50;

/** The ranker's features for a proposal's aspects: shares drawn towards the prior, and counts. */
export function precedentFeatures(aspects: Uint32Array, precedents: Precedents): number[] {
  const packed = Array.from(aspects, (aspect) => precedents.get(aspect) ?? 0);
  const shares = packed.map((value) => {
    const cases = value & 255;
    return (((value >> 8) / 255) * cases + PRIOR * PRIOR_CASES) / (cases + PRIOR_CASES);
  });
  return [...shares, ...COUNTED.map((i) => Math.min(packed[i]! & 255, MOST_CASES))];
}
