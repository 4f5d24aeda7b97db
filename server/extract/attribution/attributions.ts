import type { Models } from '../nlp/models.ts';
import type { ParsedDocument } from '../nlp/types.ts';
import { actOf, isNegated, isSpeech, type CueWords } from './acts.ts';
import { LABEL } from './argument-features.ts';
import { settle, type Scored } from './conflicts.ts';
import { cueHead } from './cue-path.ts';
import { modeOf } from './mode.ts';
import type { AttributionModels } from './models.ts';
import { passagesOf, type Passage } from './passage.ts';
import { proposalFeatures } from './proposal-features.ts';
import { candidatesOf, LOOK_THRESHOLD, OTHER_THRESHOLD, proposalsOf } from './proposals.ts';
import { runsOf } from './spans.ts';
import { ensembleScore, logistic } from './trees.ts';
import type { Attribution } from './types.ts';

/** Attributions less sure than this are not given; near the best F1 on held-out folds. */
const LEAST = 0.4;

/**
 * Finds the attributions of a parsed document, in text order. Pure and deterministic.
 * The outermost of nested attributions is given, as in PolNeAR.
 */
export function attributions(parsed: ParsedDocument, models: Models): Attribution[] {
  const { attribution } = models;
  return passagesOf(parsed, attribution.clusters).flatMap((passage) =>
    inPassage(passage, attribution),
  );
}

function inPassage(passage: Passage, models: AttributionModels): Attribution[] {
  const { buckets, candidates } = candidatesOf(passage, models, LOOK_THRESHOLD);
  const proposals = proposalsOf(passage, buckets, candidates, models, OTHER_THRESHOLD);
  const features = proposalFeatures(passage, buckets, proposals);
  const scored = proposals
    .map((proposal, i): Scored => {
      const score = logistic(ensembleScore(models.ranker, features[i]!));
      return { proposal, labels: proposal.labels, score };
    })
    .filter(({ score }) => score >= LEAST);
  return settle(scored).map((one) => described(passage, buckets.lemma, one));
}

function described(passage: Passage, buckets: Uint8Array, one: Scored): Attribution {
  const { labels, score } = one;
  const { from, to } = one.proposal.cue;
  const mode = modeOf(passage, labels);
  const cue = cueWords(passage, buckets, one, mode !== 'indirect');
  return {
    source: runsOf(passage, labels, LABEL.sourceBegins),
    cue: [{ start: passage.tokens[from]!.start, end: passage.tokens[to - 1]!.end }],
    content: runsOf(passage, labels, LABEL.contentBegins),
    mode,
    speech: isSpeech(cue),
    act: actOf(cue),
    negated: isNegated(cue),
    confidence: score,
  };
}

function cueWords(
  passage: Passage,
  buckets: Uint8Array,
  { proposal }: Scored,
  quoted: boolean,
): CueWords {
  const { from, to } = proposal.cue;
  const head = cueHead(passage, buckets, proposal.cue);
  const lemmas = passage.tokens.slice(from, to).map(({ lemma }) => lemma);
  const modifiers = passage.children[head]!.filter((i) => i < from || i >= to)
    .map((i) => passage.tokens[i]!)
    .filter(({ relation }) => relation === 'neg' || relation === 'det')
    .map(({ lemma }) => lemma);
  return { lemmas, modifiers, quoted, verbless: !lemmas.some((lemma) => /\p{L}/u.test(lemma)) };
}
