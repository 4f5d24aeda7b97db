import { choiceFeatures } from './choice-features.ts';
import { standingsOf, type Standing } from './choice.ts';
import { cueBuckets, type CueBuckets } from './cue-lexicon.ts';
import { documentContext } from './document-context.ts';
import type { AttributionModels } from './models.ts';
import type { Passage } from './passage.ts';
import { aspectsOf, precedentFeatures, type Precedents } from './precedents.ts';
import { proposalFeatures } from './proposal-features.ts';
import { type Proposal } from './proposal.ts';
import { candidatesOf, LOOK_THRESHOLD, proposalsOf } from './proposals.ts';
import { ensembleScores, logistic } from './trees.ts';

/** A proposal with what the ranker sees of it. */
export interface Rankable {
  readonly proposal: Proposal;
  /** Numbers that need no precedents. */
  readonly features: Float32Array;
  /** Hashes under which precedents are found. */
  readonly aspects: Uint32Array;
  /** What tells it from the others of its cue. */
  readonly choice: Uint32Array;
}

/** The models that make proposals; the ranker itself is not among them. */
export type ProposalModels = Pick<AttributionModels, 'lexicon' | 'cues' | 'arguments'>;

/** Every proposal of a document, by passage, with its features. */
export function rankables(passages: readonly Passage[], models: ProposalModels): Rankable[][] {
  const read = passages.map((passage) => ({ passage, ...proposalsIn(passage, models) }));
  const context = documentContext(read);
  return read.map(({ passage, buckets, proposals }) => {
    const features = proposalFeatures(passage, buckets, proposals, context);
    const aspects = aspectsOf(passage, buckets, proposals);
    const choices = choiceFeatures(passage, buckets, proposals);
    return proposals.map((proposal, i) => {
      return { proposal, features: features[i]!, aspects: aspects[i]!, choice: choices[i]! };
    });
  });
}

function proposalsIn(
  passage: Passage,
  models: ProposalModels,
): { buckets: CueBuckets; proposals: Proposal[] } {
  const buckets = cueBuckets(passage, models.lexicon);
  const candidates = candidatesOf(passage, buckets, models, LOOK_THRESHOLD);
  return { buckets, proposals: proposalsOf(passage, buckets, candidates, models) };
}

/** All that the ranker's trees ask. */
export function rankerFeatures(
  { features, aspects }: Pick<Rankable, 'features' | 'aspects'>,
  precedents: Precedents,
  { score, lead, probability }: Standing,
): Float32Array {
  const told = precedentFeatures(aspects, precedents);
  const all = new Float32Array(features.length + told.length + 3);
  all.set(features);
  all.set(told, features.length);
  all.set([score, lead, probability], features.length + told.length);
  return all;
}

/** A proposal with how probable it is that it is right, and that its content is so to the word. */
export interface Judged {
  readonly rankable: Rankable;
  /** Both 0 to 1. */
  readonly right: number;
  readonly exact: number;
}

/** The proposals of a passage that are at least so probably right, judged. */
export function likelyAmong(
  ranked: readonly Rankable[],
  models: Pick<AttributionModels, 'ranker' | 'exactness' | 'precedents' | 'choice'>,
  least: number,
): Judged[] {
  const choosable = ranked.map(({ proposal: { cue }, choice }) => ({ cue, choice }));
  const standings = standingsOf(choosable, models.choice);
  const features = ranked.map((one, i) => rankerFeatures(one, models.precedents, standings[i]!));
  const right = ensembleScores(models.ranker, features).map(logistic);
  const likely = [...ranked.keys()].filter((i) => right[i]! >= least);
  const exact = ensembleScores(
    models.exactness,
    likely.map((i) => features[i]!),
  ).map(logistic);
  return likely.map((i, k) => ({ rankable: ranked[i]!, right: right[i]!, exact: exact[k]! }));
}
