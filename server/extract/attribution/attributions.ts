import type { ParsedDocument } from '../nlp/types.ts';
import { isNegated, isSpeech, type CueWords } from './cue-words.ts';
import { withAfterwards } from './afterwards.ts';
import { LABEL } from './argument-features.ts';
import { settle, type Scored } from './conflicts.ts';
import { withContinuations } from './continuations.ts';
import { cueHead, type CueSpan } from './cue-path.ts';
import type { Found, Reading } from './found.ts';
import { modeOf } from './mode.ts';
import { passagesOf, type Passage } from './passage.ts';
import { isSource } from './proposal.ts';
import type { AttributionModels } from './models.ts';
import { likelyAmong, rankables, type Judged, type Rankable } from './ranking.ts';
import { shapesOf, type Shape } from './shapes.ts';
import { runsOf } from './spans.ts';
import type { Attribution } from './types.ts';

/** Attributions less sure than this are not given; near the best F1 on held-out training articles. */
export const LEAST = 0.36;
/** What being right to the word counts, against being right, in the choice among a cue's proposals. */
const EXACT = 1;
/** A cue before a colon that is at least this probable leads to the next paragraph. */
const SURE_CUE = 0.5;
/** Set by hand, not learned: how sure a layout is. */
const SHAPE_SCORE = 0.8;

/**
 * Finds the attributions of a parsed document, in the order of their cues. Pure and deterministic.
 * The outermost of nested attributions is given, as in PolNeAR; its content holds its quotation
 * marks.
 */
export function attributions(
  parsed: ParsedDocument,
  models: { readonly attribution: AttributionModels },
): Attribution[] {
  const passages = passagesOf(parsed, models.attribution.clusters);
  const ranked = rankables(passages, models.attribution);
  const shapes = shapesOf(passages);
  const readings = passages.map((passage, i) =>
    shapes[i]
      ? readShape(passage, shapes[i])
      : readPassage(passage, ranked[i]!, models.attribution),
  );
  return withContinuations(withAfterwards(readings)).map(described);
}

function readShape(passage: Passage, { labels, from, to }: Shape): Reading {
  const found = { passage, labels, cue: { from, to }, score: SHAPE_SCORE, elsewhere: [] };
  return { passage, found: [found], introduction: null };
}

function readPassage(
  passage: Passage,
  ranked: readonly Rankable[],
  models: AttributionModels,
): Reading {
  const likely = likelyAmong(ranked, models, LEAST);
  const scored = bestByCue(likely).map(({ rankable: { proposal }, right }): Scored => {
    return { proposal, labels: proposal.labels, score: right };
  });
  const found = settle(scored).map(({ proposal, labels, score }): Found => {
    return { passage, labels, cue: proposal.cue, score, elsewhere: [] };
  });
  return { passage, found, introduction: introductionOf(passage, ranked, found) };
}

/** Of the proposals of one cue the best: the one that is likeliest right, to the word if it can be. */
function bestByCue(judged: readonly Judged[]): Judged[] {
  const best = new Map<CueSpan, Judged>();
  for (const one of judged) {
    const { cue } = one.rankable.proposal;
    const known = best.get(cue);
    if (!known || one.right + EXACT * one.exact > known.right + EXACT * known.exact)
      best.set(cue, one);
  }
  return [...best.values()];
}

/** A likely cue before the colon that ends the passage, its content still to come. */
function introductionOf(
  passage: Passage,
  ranked: readonly Rankable[],
  found: readonly Found[],
): Found | null {
  if (passage.words.at(-1) !== ':') return null;
  const lastSentence = passage.sentenceFirst.at(-1)!;
  const likely = ranked.filter(
    ({ proposal: { cue } }) => cue.from >= lastSentence && cue.probability >= SURE_CUE,
  );
  const named = ({ proposal }: Rankable) => proposal.withoutContent.some(isSource);
  const open = likely.findLast(named) ?? likely.at(-1);
  if (!open || found.some(({ cue }) => cue.from >= lastSentence)) return null;
  const { cue, withoutContent: labels } = open.proposal;
  return { passage, labels, cue, score: cue.probability, elsewhere: [] };
}

function described(one: Found): Attribution {
  const { passage, labels, cue, score, elsewhere } = one;
  const parts = [one, ...elsewhere];
  const mode = modeOf(parts);
  const words = cueWords(one, mode !== 'indirect');
  const { start } = passage.tokens[cue.from]!;
  return {
    source: runsOf(passage, labels, LABEL.sourceBegins),
    cue: [{ start, end: passage.tokens[cue.to - 1]!.end }],
    content: parts
      .flatMap((part) => runsOf(part.passage, part.labels, LABEL.contentBegins))
      .sort((a, b) => a.start - b.start),
    mode,
    speech: isSpeech(words),
    negated: isNegated(words),
    confidence: score,
  };
}

function cueWords({ passage, cue }: Found, quoted: boolean): CueWords {
  const head = cueHead(passage, new Uint8Array(passage.length), cue);
  const lemmas = passage.tokens.slice(cue.from, cue.to).map(({ lemma }) => lemma);
  const modifiers = passage.children[head]!.filter((i) => i < cue.from || i >= cue.to)
    .map((i) => passage.tokens[i]!)
    .filter(({ relation }) => relation === 'neg' || relation === 'det')
    .map(({ lemma }) => lemma);
  return { lemmas, modifiers, quoted, verbless: !lemmas.some((lemma) => /\p{L}/u.test(lemma)) };
}
