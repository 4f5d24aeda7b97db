import { LABEL } from '../attribution/argument-features.ts';
import { proposalFeatures } from '../attribution/proposal-features.ts';
import { candidatesOf, isContent, isSource, proposalsOf } from '../attribution/proposals.ts';
import type { AttributionModels } from '../attribution/models.ts';
import type { Proposal } from '../attribution/proposals.ts';
import type { AnalysedDocument, AnalysedPassage, GoldLabels } from './analysed.ts';
import type { Example } from './boosting.ts';

/** Examples for the ranker: proposals for training documents by models that have not seen them. */

/** As at reading time: which cues are looked at, and which count as others. */
export const LOOK_THRESHOLD = 0.12;
export const OTHER_THRESHOLD = 0.3;

export function rankerExamples(
  documents: readonly AnalysedDocument[],
  models: Pick<AttributionModels, 'lexicon' | 'cues' | 'arguments'>,
): Example[] {
  return documents.flatMap(({ passages }) =>
    passages.flatMap((one) => passageExamples(one, models)),
  );
}

function passageExamples(
  { passage, gold }: AnalysedPassage,
  models: Pick<AttributionModels, 'lexicon' | 'cues' | 'arguments'>,
): Example[] {
  const { buckets, candidates } = candidatesOf(passage, models, LOOK_THRESHOLD);
  const proposals = proposalsOf(passage, buckets, candidates, models, OTHER_THRESHOLD);
  const features = proposalFeatures(passage, buckets, proposals);
  return proposals.map((proposal, i) => ({
    features: features[i]!,
    outcome: gold.some((one) => matches(proposal, one)) ? 1 : 0,
  }));
}

/** The evaluator's relation, over tokens' characters: contents overlap by half, sources agree. */
export function matches({ labels: proposed }: Proposal, { labels: gold }: GoldLabels): boolean {
  const content = overlapOf(proposed, gold, isContent);
  if (content.shared * 2 < content.either) return false;
  const source = overlapOf(proposed, gold, isSource);
  if (source.first === 0 || source.second === 0) return source.first === source.second;
  return source.shared * 2 >= Math.min(source.first, source.second);
}

function overlapOf(a: Uint8Array, b: Uint8Array, holds: (label: number) => boolean) {
  let [first, second, shared] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [inA, inB] = [holds(a[i]!), holds(b[i]!)];
    if (inA) first++;
    if (inB) second++;
    if (inA && inB) shared++;
  }
  return { first, second, shared, either: first + second - shared };
}

export const NO_CONTENT = LABEL.outside;
