import { hashMapOf, sectionOf, tableOf, type ModelFile } from '../nlp/model-file.ts';
import type { Scorer } from '../nlp/weights.ts';
import { ARGUMENT_LABELS, LABEL } from './argument-features.ts';
import type { Constraints, CrfModel } from './crf.ts';
import type { CueLexicon } from './cue-lexicon.ts';
import type { Clusters } from './passage.ts';
import type { Precedents } from './precedents.ts';
import type { TreeEnsemble } from './trees.ts';

/** What the extraction of attributions has learned. */
export interface AttributionModels {
  readonly clusters: Clusters;
  readonly lexicon: CueLexicon;
  readonly cues: CrfModel;
  readonly arguments: CrfModel;
  readonly precedents: Precedents;
  /** Which of a cue's proposals is the one. */
  readonly choice: Scorer;
  /** Whether a proposal is right by half of its content at least, and whether to the word. */
  readonly ranker: TreeEnsemble;
  readonly exactness: TreeEnsemble;
}

/** Cues: 0 outside, 1 begins, 2 continues; only a cue goes on. */
export const CUE_CONSTRAINTS: Constraints = constraints(3, [[2, [1, 2]]]);

/** Arguments: what continues follows its own kind. */
export const ARGUMENT_CONSTRAINTS: Constraints = constraints(ARGUMENT_LABELS, [
  [LABEL.sourceContinues, [LABEL.sourceBegins, LABEL.sourceContinues]],
  [LABEL.contentContinues, [LABEL.contentBegins, LABEL.contentContinues]],
]);

function constraints(labels: number, after: readonly [number, readonly number[]][]): Constraints {
  const forbidden = new Uint8Array(labels * labels);
  const notFirst = new Uint8Array(labels);
  for (const [label, allowed] of after) {
    notFirst[label] = 1;
    for (let from = 0; from < labels; from++)
      if (!allowed.includes(from)) forbidden[from * labels + label] = 1;
  }
  return { labels, forbidden, notFirst };
}

export function attributionModels(file: ModelFile, clusters: ModelFile): AttributionModels {
  return {
    clusters: hashMapOf(clusters, 'clusters'),
    lexicon: hashMapOf(file, 'lexicon'),
    cues: crfOf(file, 'cues', CUE_CONSTRAINTS),
    arguments: crfOf(file, 'arguments', ARGUMENT_CONSTRAINTS),
    precedents: hashMapOf(file, 'precedents'),
    choice: tableOf(file, 'choice'),
    ranker: treesOf(file, 'ranker'),
    exactness: treesOf(file, 'exactness'),
  };
}

function treesOf(file: ModelFile, name: string): TreeEnsemble {
  // Sections lie at any offset; a typed array needs its own, aligned bytes.
  const bytes = (column: string) => new Uint8Array(sectionOf(file, `${name}.${column}`)).buffer;
  return {
    bias: (file.header[name] as { bias: number }).bias,
    roots: new Int32Array(bytes('roots')),
    feature: new Int16Array(bytes('feature')),
    value: new Float32Array(bytes('value')),
    left: new Int32Array(bytes('left')),
    right: new Int32Array(bytes('right')),
  };
}

export function crfOf(file: ModelFile, name: string, constraints: Constraints): CrfModel {
  return {
    emissions: tableOf(file, `${name}.emissions`),
    transitions: tableOf(file, `${name}.transitions`),
    constraints,
  };
}
