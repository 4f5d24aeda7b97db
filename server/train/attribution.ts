import { argumentSequence, LABEL } from '../extract/attribution/argument-features.ts';
import type { CueSpan } from '../extract/attribution/cue-path.ts';
import { cueBuckets, type CueLexicon } from '../extract/attribution/cue-lexicon.ts';
import { ARGUMENT_CONSTRAINTS, crfOf, CUE_CONSTRAINTS } from '../extract/attribution/models.ts';
import type { CrfModel } from '../extract/attribution/crf.ts';
import type { ModelFile } from '../extract/nlp/model-file.ts';
import type { Passage } from '../extract/attribution/passage.ts';
import { type CueCandidate } from '../extract/attribution/proposal.ts';
import { candidatesOf } from '../extract/attribution/proposals.ts';
import type { AnalysedDocument, AnalysedPassage } from './analysed.ts';
import {
  trainCrf,
  type CopyOptions,
  type CrfOptions,
  type LabelledSequence,
  type TrainedCrf,
} from './crf.ts';
import { averagedCrf } from './average.ts';
import { cueLexicon, cueSequences } from './cues.ts';
import { rankerExamples, type RankerExample } from './ranker.ts';
import { ModelWriter, PRUNE_SHARE } from './model-writer.ts';
import { greatestWeight } from './perceptron.ts';

export interface AttributionOptions {
  readonly cues: Omit<CrfOptions, 'seed'>;
  readonly arguments: Omit<CrfOptions, 'seed'>;
  /** Each field is the mean of so many, learned in other orders of the same data. */
  readonly orders: number;
  /** Other cues that the argument model knows of are at least this probable to jackknifed models. */
  readonly jackknifeThreshold: number;
}

const COPIES: CopyOptions = { cutoff: 20, initialSquares: 1000 };

export const DEFAULT_OPTIONS: AttributionOptions = {
  cues: { epochs: 5, rate: 0.1, initialSquares: 100, l2: 1e-5, cutoff: 2, copies: COPIES },
  arguments: { epochs: 4, rate: 0.1, initialSquares: 100, l2: 1e-5, cutoff: 2, copies: COPIES },
  orders: 5,
  jackknifeThreshold: 0.3,
};

const FOLDS = 4;
const foldOf = (document: AnalysedDocument) => document.number % FOLDS;
const otherFolds = (documents: readonly AnalysedDocument[], fold: number) =>
  documents.filter((document) => foldOf(document) !== fold);

/** Makes a model, or takes it from an earlier run. */
export type Keep = (name: string, make: () => ModelFile) => ModelFile;

/** What a fold's documents are read with: learned from the other folds alone. */
export interface FoldModels {
  readonly lexicon: CueLexicon;
  readonly cues: CrfModel;
}

/** A field averaged over the orders of its training; each order keeps its own. */
function overOrders(
  name: string,
  orders: number,
  keep: Keep,
  train: (seed: number) => ModelFile,
): ModelFile {
  const seeds = Array.from({ length: orders }, (_, i) => i + 1);
  return keep(name, () => {
    const files = seeds.map((seed) => keep(`${name}.order${seed}`, () => train(seed)));
    return crfFile(averagedCrf(files));
  });
}

/** The cue model, and candidates for the training passages by models that have not seen them. */
export interface CueStage {
  readonly lexicon: CueLexicon;
  /** The models of the folds and of all, averaged. */
  readonly file: ModelFile;
  readonly folds: readonly FoldModels[];
  readonly candidates: ReadonlyMap<AnalysedPassage, readonly CueCandidate[]>;
}

export function trainCueStage(
  documents: readonly AnalysedDocument[],
  options: AttributionOptions,
  keep: Keep,
): CueStage {
  // A document's features use a lexicon without its own counts, as they will on new text.
  const lexicons = Array.from({ length: FOLDS }, (_, fold) =>
    cueLexicon(otherFolds(documents, fold)),
  );
  const train = (name: string, among: readonly AnalysedDocument[]) =>
    overOrders(name, options.orders, keep, (seed) => {
      const data = among.flatMap((one) => cueSequences(one, lexicons[foldOf(one)]!));
      return crfFile(trainCrf(data, CUE_CONSTRAINTS, { ...options.cues, seed }));
    });
  const files = lexicons.map((_, fold) => train(`cues.fold${fold}`, otherFolds(documents, fold)));
  const folds = files.map((file, fold): FoldModels => {
    return { lexicon: lexicons[fold]!, cues: crfOf(file, 'crf', CUE_CONSTRAINTS) };
  });
  const candidates = new Map<AnalysedPassage, readonly CueCandidate[]>();
  for (const document of documents)
    for (const one of document.passages) {
      const models = folds[foldOf(document)]!;
      const buckets = cueBuckets(one.passage, models.lexicon);
      const threshold = options.jackknifeThreshold;
      candidates.set(one, candidatesOf(one.passage, buckets, models, threshold));
    }
  const file = crfFile(averagedCrf([train('cues', documents), ...files]));
  return { lexicon: cueLexicon(documents), file, folds, candidates };
}

/**
 * A sequence per gold cue. Cues that are none teach the model to leave arguments out, which costs
 * more true attributions than it saves (docs/decisions/0040): the ranker tells those cues instead.
 */
function argumentData(documents: readonly AnalysedDocument[], stage: CueStage): LabelledSequence[] {
  return documents.flatMap((document) => {
    const { lexicon } = stage.folds[foldOf(document)]!;
    return document.passages.flatMap((one) => {
      const { lemma } = cueBuckets(one.passage, lexicon);
      const candidates = stage.candidates.get(one) ?? [];
      return one.gold.map((gold) => {
        const others = candidates.filter((cue) => !overlap(cue, gold));
        const labels = labelled(one.passage, lemma, gold, others, gold.labels);
        return { ...labels, annotator: document.annotator };
      });
    });
  });
}

const overlap = (a: CueSpan, b: CueSpan) => a.from < b.to && b.from < a.to;

function labelled(
  passage: Passage,
  lemma: Uint8Array,
  cue: CueSpan,
  others: readonly CueSpan[],
  labels: Uint8Array,
): Pick<LabelledSequence, 'sequence' | 'labels'> {
  const { sequence, offset } = argumentSequence(passage, lemma, cue, others);
  const own = labels.slice(offset, offset + sequence.length);
  // A window may open in the midst of a span.
  if (own[0] === LABEL.sourceContinues || own[0] === LABEL.contentContinues) own[0]!--;
  return { sequence, labels: own };
}

export interface ArgumentStage {
  /** The models of the folds and of all, averaged. */
  readonly file: ModelFile;
  /** By fold, learned from the other folds alone. */
  readonly folds: readonly CrfModel[];
}

export function trainArgumentStage(
  documents: readonly AnalysedDocument[],
  stage: CueStage,
  options: AttributionOptions,
  keep: Keep,
): ArgumentStage {
  const train = (name: string, among: readonly AnalysedDocument[]) =>
    overOrders(name, options.orders, keep, (seed) => {
      const data = argumentData(among, stage);
      return crfFile(trainCrf(data, ARGUMENT_CONSTRAINTS, { ...options.arguments, seed }));
    });
  const files = stage.folds.map((_, fold) =>
    train(`arguments.fold${fold}`, otherFolds(documents, fold)),
  );
  return {
    file: crfFile(averagedCrf([train('arguments', documents), ...files])),
    folds: files.map((file) => crfOf(file, 'crf', ARGUMENT_CONSTRAINTS)),
  };
}

/** Ranker examples by fold, each document's by its fold's models, in the documents' order. */
export function jackknifedExamples(
  documents: readonly AnalysedDocument[],
  cues: CueStage,
  args: ArgumentStage,
): RankerExample[][] {
  return cues.folds.map((fold, number) => {
    const models = { ...fold, arguments: args.folds[number]! };
    const own = documents.filter((document) => foldOf(document) === number);
    return own.flatMap((document) => rankerExamples(document, models));
  });
}

export function crfFile(crf: TrainedCrf): ModelFile {
  const writer = new ModelWriter();
  for (const part of ['emissions', 'transitions'] as const) {
    const limit = greatestWeight(crf[part]);
    writer.table(`crf.${part}`, crf[part], limit * PRUNE_SHARE, limit);
  }
  return writer.build();
}

/** Adds a kept CRF to a model file under a name. */
export function includeCrf(writer: ModelWriter, name: string, file: ModelFile): void {
  for (const part of ['emissions', 'transitions'] as const)
    writer.include(file, `crf.${part}`, `${name}.${part}`);
}
