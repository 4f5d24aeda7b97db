import { isContent, isSource, type Proposal } from '../extract/attribution/proposal.ts';
import type { Passage } from '../extract/attribution/passage.ts';
import type { Precedents } from '../extract/attribution/precedents.ts';
import {
  rankables,
  rankerFeatures,
  type ProposalModels,
  type Rankable,
} from '../extract/attribution/ranking.ts';
import type { TreeEnsemble } from '../extract/attribution/trees.ts';
import type { AnalysedDocument, GoldLabels } from './analysed.ts';
import { boost, type BoostingOptions, type Example } from './boosting.ts';
import { standingsOf } from '../extract/attribution/choice.ts';
import type { CueSpan } from '../extract/attribution/cue-path.ts';
import { tableOf, type ModelFile } from '../extract/nlp/model-file.ts';
import { trainChoice, type ChoiceOptions } from './choice.ts';
import { ModelWriter, PRUNE_SHARE, type TrainedTable } from './model-writer.ts';
import { greatestWeight } from './perceptron.ts';

/** A proposal for a training document by models that have not seen it. */
export interface RankerExample extends Pick<Rankable, 'features' | 'aspects' | 'choice'> {
  readonly cue: CueSpan;
  /** 1 where it is right, and where its content is so to the word; else 0. */
  readonly outcome: number;
  readonly exact: number;
}

export function rankerExamples(
  document: AnalysedDocument,
  models: ProposalModels,
): RankerExample[] {
  const passages = document.passages.map(({ passage }) => passage);
  return rankables(passages, models).flatMap((ranked, i) => {
    const { gold, passage } = document.passages[i]!;
    return ranked.map(({ proposal, ...seen }): RankerExample => {
      const right = gold.filter((one) => matches(proposal, one));
      const exact = right.some((one) => isExact(passage, proposal, one));
      const outcome = right.length > 0 ? 1 : 0;
      return { ...seen, cue: proposal.cue, outcome, exact: exact ? 1 : 0 };
    });
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
function matches({ labels: proposed }: Proposal, { labels: gold }: GoldLabels): boolean {
  const content = overlapOf(proposed, gold, isContent);
  if (content.shared * 2 < content.either) return false;
  const source = overlapOf(proposed, gold, isSource);
  if (source.first === 0 || source.second === 0) return source.first === source.second;
  return source.shared * 2 >= Math.min(source.first, source.second);
}

/** Whether the contents are the same but for punctuation. */
function isExact({ words }: Passage, { labels: proposed }: Proposal, { labels: gold }: GoldLabels) {
  return words.every(
    (word, i) => isContent(proposed[i]!) === isContent(gold[i]!) || PUNCTUATION.test(word),
  );
}

const PUNCTUATION = /^\p{P}+$/u;

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
  seeds: [3, 4, 5, 6],
};

const EXACTNESS: BoostingOptions = { ...BOOSTING, seeds: [3, 4] };

const CHOICE: Omit<ChoiceOptions, 'seed'> = {
  epochs: 6,
  rate: 0.1,
  initialSquares: 1,
  l2: 1e-4,
  cutoff: 3,
};

/** The table is the mean of those learned in so many orders. */
const CHOICE_SEEDS = [7, 8, 9, 10, 11];

/** What tells the proposals of a cue apart, learned from examples, as a table named "choice". */
export function choiceFile(examples: readonly RankerExample[]): ModelFile {
  const table = meanTable(CHOICE_SEEDS.map((seed) => trainChoice(examples, { ...CHOICE, seed })));
  const limit = greatestWeight(table);
  return new ModelWriter().table('choice', table, limit * PRUNE_SHARE, limit).build();
}

/** Of tables that learned from the same examples, and so have the same keys. */
function meanTable(tables: readonly TrainedTable[]): TrainedTable {
  const [first, ...others] = tables;
  const values = first!.values.map((value, i) => {
    return others.reduce((sum, other) => sum + other.values[i]!, value) / tables.length;
  });
  return { ...first!, values };
}

export interface RankerTrees {
  readonly ranker: TreeEnsemble;
  readonly exactness: TreeEnsemble;
}

/**
 * Trains on the examples of all folds; each fold's precedents come from the others, as those of new
 * text will.
 */
export function trainRanker(folds: readonly (readonly RankerExample[])[]): RankerTrees {
  const examples = folds.flatMap((own) => {
    const others = folds.filter((fold) => fold !== own).flat();
    const precedents = precedentsOf(others);
    const standings = standingsOf(own, tableOf(choiceFile(others), 'choice'));
    return own.map((one, i) => ({
      ...one,
      features: rankerFeatures(one, precedents, standings[i]!),
    }));
  });
  const exact = examples.map((one): Example => ({ features: one.features, outcome: one.exact }));
  return {
    ranker: boost(examples, BOOSTING),
    exactness: boost(exact, EXACTNESS),
  };
}

export function writeRanker(writer: ModelWriter, { ranker, exactness }: RankerTrees): void {
  writeTrees(writer, 'ranker', ranker);
  writeTrees(writer, 'exactness', exactness);
}

function writeTrees(writer: ModelWriter, ensemble: string, trees: TreeEnsemble): void {
  const { bias, roots, feature, value, left, right } = trees;
  writer.set(ensemble, { bias });
  const columns = { roots, feature, value, left, right };
  for (const [name, column] of Object.entries(columns))
    writer.bytes(`${ensemble}.${name}`, new Uint8Array(column.buffer, 0, column.byteLength));
}
