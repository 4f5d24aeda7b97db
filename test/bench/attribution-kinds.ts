import { allAttributions } from '../../server/extract/spans.ts';
import { isSpeech } from '../../server/extract/attribution/cue-words.ts';
import { LEAST } from '../../server/extract/attribution/attributions.ts';
import { LABEL } from '../../server/extract/attribution/argument-features.ts';
import { modeOf } from '../../server/extract/attribution/mode.ts';
import { passagesOf, type Passage } from '../../server/extract/attribution/passage.ts';
import type { Measured, MeasuredKind } from '../../server/contract/index.ts';
import type { Models } from '../../server/extract/load-models.ts';
import { parse, type Span } from '../../server/extract/nlp/index.ts';
import { matchAttributions, type AnnotatedAttribution, type Pair } from './attribution-metrics.ts';

/** Figures by kind (how quoted, speech or attitude), as the review screen shows them. */

type Mode = NonNullable<MeasuredKind['mode']>;

interface Judgement {
  readonly mode: Mode;
  readonly speech: boolean;
  readonly right: boolean;
}

/** Gold and proposals of one or many documents, each with its kind and whether it was matched. */
export interface KindsJudged {
  readonly proposed: readonly Judgement[];
  readonly annotated: readonly Judgement[];
}

const pairs = (spans: readonly Span[]) => spans.map(({ start, end }): Pair => [start, end]);

export function judgeKinds(
  text: string,
  gold: readonly AnnotatedAttribution[],
  models: Models,
): KindsJudged {
  const parsed = parse(text, models);
  const passages = passagesOf(parsed, models.attribution.clusters);
  const found = allAttributions(parsed, models);
  const predicted = found.map(({ source, cue, content }): AnnotatedAttribution => {
    return { source: pairs(source), cue: pairs(cue), content: pairs(content) };
  });
  const goldOf = matchAttributions(predicted, gold, text);
  const matched = new Set(goldOf.values());
  return {
    proposed: found.map(({ mode, speech }, i) => ({ mode, speech, right: goldOf.has(i) })),
    annotated: gold.map((one, i) => ({ ...kindOf(one, passages), right: matched.has(i) })),
  };
}

/** The kind of an annotated attribution, by the rules that tell a proposal's. */
function kindOf(gold: AnnotatedAttribution, passages: readonly Passage[]) {
  const parts = passages.map((passage) => ({ passage, labels: contentOf(gold, passage) }));
  const mode = modeOf(parts);
  const lemmas = passages.flatMap(({ tokens }) =>
    tokens.filter((token) => within(token, gold.cue)).map(({ lemma }) => lemma),
  );
  const verbless = !lemmas.some((lemma) => /\p{L}/u.test(lemma));
  const speech = isSpeech({ lemmas, modifiers: [], quoted: mode !== 'indirect', verbless });
  return { mode, speech };
}

const within = ({ start, end }: Span, spans: readonly Pair[]) =>
  spans.some(([from, to]) => start >= from && end <= to);

const contentOf = ({ content }: AnnotatedAttribution, { tokens }: Passage) =>
  Uint8Array.from(tokens, (token) =>
    within(token, content) ? LABEL.contentContinues : LABEL.outside,
  );

const MODES = [null, 'direct', 'mixed', 'indirect'] as const;
const SPEECH = [null, true, false] as const;

export function measuredOf(corpus: string, judged: readonly KindsJudged[]): Measured {
  const proposed = judged.flatMap((one) => one.proposed);
  const annotated = judged.flatMap((one) => one.annotated);
  const kinds = MODES.flatMap((mode) =>
    SPEECH.map((speech): MeasuredKind => {
      const isOf = (one: Judgement) =>
        (mode ?? one.mode) === one.mode && (speech ?? one.speech) === one.speech;
      const [own, gold] = [proposed.filter(isOf), annotated.filter(isOf)];
      const [precision, recall] = [shareRight(own), shareRight(gold)];
      return { mode, speech, precision, recall, proposals: own.length, annotated: gold.length };
    }),
  );
  return { corpus, documents: judged.length, leastConfidence: LEAST, kinds };
}

/** Rounded to thousandths; null of none. */
function shareRight(list: readonly Judgement[]): number | null {
  if (list.length === 0) return null;
  return Math.round((1000 * list.filter(({ right }) => right).length) / list.length) / 1000;
}
