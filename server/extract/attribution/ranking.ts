import { cueBuckets, type CueBuckets } from './cue-lexicon.ts';
import { documentContext } from './document-context.ts';
import type { AttributionModels } from './models.ts';
import type { Passage } from './passage.ts';
import { proposalFeatures } from './proposal-features.ts';
import { candidatesOf, LOOK_THRESHOLD, proposalsOf, type Proposal } from './proposals.ts';

/** A proposal with what the ranker sees of it. */
export interface Rankable {
  readonly proposal: Proposal;
  readonly features: Float32Array;
}

/** The models that make proposals; the ranker itself is not among them. */
export type ProposalModels = Pick<AttributionModels, 'lexicon' | 'cues' | 'arguments'>;

/** Every proposal of a document, by passage, with its features. */
export function rankables(passages: readonly Passage[], models: ProposalModels): Rankable[][] {
  const read = passages.map((passage) => ({ passage, ...proposalsIn(passage, models) }));
  const context = documentContext(read);
  return read.map(({ passage, buckets, proposals }) => {
    const features = proposalFeatures(passage, buckets, proposals, context);
    return proposals.map((proposal, i) => ({ proposal, features: features[i]! }));
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
