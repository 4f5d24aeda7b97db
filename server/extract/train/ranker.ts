import { isContent, isSource, type Proposal } from '../attribution/proposal.ts';
import type { Precedents } from '../attribution/precedents.ts';
import {
  rankables,
  rankerFeatures,
  type ProposalModels,
  type Rankable,
} from '../attribution/ranking.ts';
import type { TreeEnsemble } from '../attribution/trees.ts';
import type { AnalysedDocument, GoldLabels } from './analysed.ts';
import { boost, type BoostingOptions, type Example } from './boosting.ts';
import type { ModelWriter } from './model-writer.ts';

/** A proposal for a training document by models that have not seen it. */
export type RankerExample = Pick<Rankable, 'features' | 'aspects'> & Pick<Example, 'outcome'>;

export function rankerExamples(
  document: AnalysedDocument,
  models: ProposalModels,
): RankerExample[] {
  const passages = document.passages.map(({ passage }) => passage);
  return rankables(passages, models).flatMap((ranked, i) => {
    const { gold } = document.passages[i]!;
    return ranked.map(({ proposal, features, aspects }) => ({
      features,
      aspects,
      outcome: gold.some((one) => matches(proposal, one)) ? 1 : 0,
    }));
  });
}

/** Values of an aspect that occurred less often tell too little. */
const LEAST_CASES = 2;

/** How the proposals with each value of each aspect went. */
export function precedentsOf(examples: Iterable<RankerExample>): Precedents {
  const cases = new Map<number, number>();
  const right = new Map<number, number>();
  for (const { aspects, outcome } of examples)
    for (const aspect of aspects) {
      cases.set(aspect, (cases.get(aspect) ?? 0) + 1);
      if (outcome) right.set(aspect, (right.get(aspect) ?? 0) + 1);
    }
  const precedents = new Map<number, number>();
  for (const [aspect, count] of cases) {
    if (count < LEAST_CASES) continue;
    const share = (right.get(aspect) ?? 0) / count;
    precedents.set(aspect, 256 * Math.round(255 * share) + Math.min(count, 255));
  }
  return precedents;
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

/** Of three settings tried, all alike on dev (docs/decisions/0040). */
const BOOSTING: BoostingOptions = {
  trees: 300,
  leaves: 16,
  rate: 0.05,
  leastWeight: 5,
  l2: 5,
  featureShare: 0.5,
  exampleShare: 0.7,
  seed: 3,
};

/**
 * Trains on the examples of all folds; each fold's precedents come from the others, as those of new
 * text will.
 */
export function trainRanker(folds: readonly (readonly RankerExample[])[]): TreeEnsemble {
  const examples = folds.flatMap((own) => {
    const precedents = precedentsOf(folds.filter((fold) => fold !== own).flat());
    return own.map((one) => ({ features: rankerFeatures(one, precedents), outcome: one.outcome }));
  });
  return boost(examples, BOOSTING);
}

export function writeRanker(writer: ModelWriter, trees: TreeEnsemble): void {
  const { bias, roots, feature, value, left, right } = trees;
  writer.set('ranker', { bias });
  const columns = { roots, feature, value, left, right };
  for (const [name, column] of Object.entries(columns))
    writer.bytes(`ranker.${name}`, new Uint8Array(column.buffer, 0, column.byteLength));
}
