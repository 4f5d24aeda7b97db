import { isContent, isSource, type Proposal } from '../attribution/proposals.ts';
import { rankables, type ProposalModels } from '../attribution/ranking.ts';
import type { TreeEnsemble } from '../attribution/trees.ts';
import type { AnalysedDocument, GoldLabels } from './analysed.ts';
import { boost, type BoostingOptions, type Example } from './boosting.ts';
import type { ModelWriter } from './model-writer.ts';

/** Examples for the ranker: proposals for training documents by models that have not seen them. */

export function rankerExamples(document: AnalysedDocument, models: ProposalModels): Example[] {
  const passages = document.passages.map(({ passage }) => passage);
  return rankables(passages, models).flatMap((ranked, i) => {
    const { gold } = document.passages[i]!;
    return ranked.map(({ proposal, features }) => ({
      features,
      outcome: gold.some((one) => matches(proposal, one)) ? 1 : 0,
    }));
  });
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

export const trainRanker = (examples: readonly Example[]) => boost(examples, BOOSTING);

export function writeRanker(writer: ModelWriter, trees: TreeEnsemble): void {
  const { bias, roots, feature, value, left, right } = trees;
  writer.set('ranker', { bias });
  const columns = { roots, feature, value, left, right };
  for (const [name, column] of Object.entries(columns))
    writer.bytes(`ranker.${name}`, new Uint8Array(column.buffer, 0, column.byteLength));
}
