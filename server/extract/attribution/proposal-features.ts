import { ARGUMENT_LABELS, LABEL } from './argument-features.ts';
import type { CueBuckets } from './cue-lexicon.ts';
import { cueHead } from './cue-path.ts';
import { boundaryFeatures, siblingFeatures } from './boundary-features.ts';
import { contextFeatures, type DocumentContext } from './document-context.ts';
import { isVerb, quotePosition, type Passage } from './passage.ts';
import { isContent, isSource, type Proposal } from './proposal.ts';
import { quotationAfter, quotationBefore } from './quote-context.ts';

/**
 * What the ranker knows of a proposal: how sure the two fields are, the shape of its spans, and the
 * proposals it competes with. Numbers, in a fixed order.
 */

interface Extent {
  /** First and last token, -1 where there is none. */
  readonly first: number;
  readonly last: number;
  readonly tokens: number;
  readonly runs: number;
}

function extentOf(labels: Uint8Array, holds: (label: number) => boolean): Extent {
  let [first, last, tokens, runs] = [-1, -1, 0, 0];
  for (let i = 0; i < labels.length; i++) {
    if (!holds(labels[i]!)) continue;
    if (first < 0) first = i;
    if (last !== i - 1 || first === i) runs++;
    last = i;
    tokens++;
  }
  return { first, last, tokens, runs };
}

/** The ranker's view of each proposal of a passage; `context` is of the whole document. */
export function proposalFeatures(
  passage: Passage,
  buckets: CueBuckets,
  proposals: readonly Proposal[],
  context: DocumentContext,
): Float32Array[] {
  return proposals.map((proposal) => {
    const content = extentOf(proposal.labels, isContent);
    const source = extentOf(proposal.labels, isSource);
    return Float32Array.from([
      ...cueFeatures(passage, buckets, proposal),
      ...probabilityFeatures(proposal, content, source),
      ...contentFeatures(passage, proposal, content),
      ...sourceFeatures(passage, proposal, source, content),
      ...rivalFeatures(passage, proposal, proposals),
      ...boundaryFeatures(passage, proposal, content),
      ...siblingFeatures(proposal, proposals),
      ...contextFeatures(passage, proposal, context),
      ...agreementFeatures(proposal),
    ]);
  });
}

function agreementFeatures({ cue, agreement }: Proposal): number[] {
  const { right, content, exact, none } = agreement;
  return [right, content, exact, none, right * cue.probability];
}

const TAGS = ['V', 'N', 'I', 'J', 'R', 'T'];
const tagClass = (passage: Passage, i: number) =>
  i < 0 || i >= passage.length ? -1 : TAGS.indexOf(passage.tokens[i]!.tag[0]!);

const CUE_RELATIONS = ['root', 'ccomp', 'advcl', 'conj', 'parataxis', 'acl', 'acl:relcl', 'xcomp'];

function cueFeatures(passage: Passage, buckets: CueBuckets, { cue }: Proposal): number[] {
  const head = cueHead(passage, buckets.lemma, cue);
  const relation = passage.tokens[head]!.relation;
  const dependents = passage.children[head]!.map((child) => passage.tokens[child]!.relation);
  const has = (...names: string[]) => (dependents.some((one) => names.includes(one)) ? 1 : 0);
  return [
    cue.probability,
    cue.to - cue.from,
    buckets.lemma[head]!,
    buckets.cluster[head]!,
    tagClass(passage, head),
    CUE_RELATIONS.indexOf(relation),
    has('nsubj', 'nsubjpass'),
    has('ccomp'),
    has('xcomp'),
    has('dobj'),
    has('neg'),
    has('nmod'),
    quotePosition(passage, cue.from),
    passage.dash[cue.from]!,
    quotationBefore(passage, cue.from) & 15,
    quotationAfter(passage, cue.to) & 15,
    Math.min(passage.index, 20),
    passage.sentence[head]!,
    passage.length,
  ];
}

function probabilityFeatures(proposal: Proposal, content: Extent, source: Extent): number[] {
  const { marginals, offset, labels } = proposal;
  const contentAt = (i: number) => {
    const at = (i - offset) * ARGUMENT_LABELS + LABEL.contentBegins;
    return i < offset || at + 1 >= marginals.length ? 0 : marginals[at]! + marginals[at + 1]!;
  };
  let least = 1;
  let doubt = 0;
  for (let i = offset; (i - offset) * ARGUMENT_LABELS < marginals.length; i++) {
    const probability = contentAt(i);
    if (isContent(labels[i]!)) least = Math.min(least, probability);
    doubt += probability * (1 - probability);
  }
  return [
    proposal.contentProbability,
    proposal.sourceProbability,
    proposal.pathLogProbability,
    proposal.overNone,
    proposal.overOther,
    least,
    doubt,
    doubt / content.tokens,
    marginals[(content.first - offset) * ARGUMENT_LABELS + LABEL.contentBegins] ?? 0,
    contentAt(content.first - 1),
    contentAt(content.last) - contentAt(content.last + 1),
    source.first < 0 ? 0 : (marginals[(source.first - offset) * ARGUMENT_LABELS + 1] ?? 0),
    proposal.cue.probability * proposal.contentProbability,
  ];
}

function contentFeatures(passage: Passage, { cue, labels }: Proposal, content: Extent): number[] {
  const { first, last, tokens, runs } = content;
  const { sentence, sentenceFirst, sentenceLast, quotation, words } = passage;
  let [quoted, verbs, subjects, before] = [0, 0, 0, 0];
  for (let i = first; i <= last; i++) {
    if (!isContent(labels[i]!)) continue;
    if (quotation[i]! >= 0) quoted++;
    if (isVerb(passage, i)) verbs++;
    if (passage.tokens[i]!.relation.startsWith('nsubj')) subjects++;
    if (i < cue.from) before++;
  }
  const next = words[last + 1] ?? '';
  return [
    tokens,
    runs,
    quoted / tokens,
    verbs,
    subjects,
    before / tokens,
    first < cue.from ? cue.from - last : first - cue.to,
    first - sentenceFirst[sentence[first]!]!,
    sentenceLast[sentence[last]!]! - last,
    sentence[last]! - sentence[first]!,
    quotePosition(passage, first),
    quotePosition(passage, last),
    tagClass(passage, first),
    passage.tokens[first]!.word.toLowerCase() === 'that' ? 1 : 0,
    passage.tokens[first]!.tag === 'TO' ? 1 : 0,
    /^[.?!]$/.test(next) ? 1 : next === ',' ? 2 : 0,
    passage.leftEdge[first]! < first ? 1 : 0,
  ];
}

const ENTITIES = [null, 'PERSON', 'ORGANIZATION', 'LOCATION', 'MISC'];

function sourceFeatures(
  passage: Passage,
  { cue, labels }: Proposal,
  source: Extent,
  content: Extent,
): number[] {
  const { first, last, tokens, runs } = source;
  let entity = 0;
  let pronoun = 0;
  for (let i = Math.max(first, 0); i <= last; i++) {
    if (!isSource(labels[i]!)) continue;
    entity ||= ENTITIES.indexOf(passage.tokens[i]!.entity);
    if (passage.tokens[i]!.tag.startsWith('PRP')) pronoun = 1;
  }
  return [
    tokens,
    runs,
    entity,
    pronoun,
    first < 0 ? -1 : first < cue.from ? cue.from - last : 100 + first - cue.to,
    first < 0 ? 0 : passage.sentence[cue.from]! - passage.sentence[first]!,
    first >= 0 && first > content.first && first < content.last ? 1 : 0,
    first < 0 ? -1 : tagClass(passage, last),
  ];
}

function rivalFeatures(
  passage: Passage,
  proposal: Proposal,
  proposals: readonly Proposal[],
): number[] {
  const { cue, labels } = proposal;
  let [outer, inner, shared, near, likely] = [0, 0, 0, 0, 0];
  for (const rival of proposals) {
    if (rival.cue === cue) continue;
    const strength = rival.cue.probability * rival.contentProbability;
    if (isContent(rival.labels[cue.from]!)) outer = Math.max(outer, strength);
    if (isContent(labels[rival.cue.from]!)) inner = Math.max(inner, strength);
    if (contentsMeet(labels, rival.labels)) shared = Math.max(shared, strength);
    if (passage.sentence[rival.cue.from] === passage.sentence[cue.from])
      near = Math.max(near, strength);
    if (strength > 0.5) likely++;
  }
  return [outer, inner, shared, near, likely, proposals.length];
}

function contentsMeet(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < a.length; i++) if (isContent(a[i]!) && isContent(b[i]!)) return true;
  return false;
}
