import type { Attribution } from '../../attribution/index.ts';
import { inSet } from '../../text/in-set.ts';
import type { ParsedDocument, Span, Token } from '../../nlp/index.ts';
import { contains, intersects } from '../../text/place.ts';
import type { Tree } from '../../text/tree.ts';
import { quotationsOf } from '../quotations.ts';
import { POSITIONS } from '../verbs.ts';
import type { Parts, Shape } from './shape.ts';
import { quotes } from './quoting.ts';
import { trailing } from './trailing.ts';
import { afterQuotation } from './after-quotation.ts';
import { another } from './another.ts';
import { bidding, first, putting, rulingOut, worded } from './bidding.ts';
import { citing, quotedAtEnd } from './citing.ts';
import { inserted } from './inserted.ts';
import { affirming, asReportedBy, issuing, makingClear } from './issuing.ts';
import { judgedBy } from './passive.ts';
import { nominals } from './nominal.ts';
import { asTold, forWhom, inOpinion, inWords, inWordsAfter, per } from './opinion.ts';
import { according, afterColon, attention, mistaken, published, saying } from './speech.ts';
import {
  announcing,
  asking,
  blaming,
  feeling,
  holding,
  judging,
  offering,
  pleading,
  siding,
  speakingOf,
  what,
} from './verdicts.ts';

export { isTurned } from './inserted.ts';

/**
 * How often each shape is right where the learned tagger finds nothing. "clause", "that" and "blame"
 * were measured on PolNeAR dev with weights that left out more than those that ship do; the others
 * are guesses of the same order. By PolNeAR's own rules fewer are: 52 of 130 on 420 held-out articles
 * (docs/decisions/0040), which do not count as the codebook does.
 */
const PRECISION: Readonly<Record<Shape, number>> = {
  clause: 0.58,
  that: 0.76,
  according: 0.7,
  blame: 0.64,
  feeling: 0.7,
  for: 0.62,
  object: 0.5,
  what: 0.6,
  quote: 0.75,
  trailing: 0.8,
  judge: 0.5,
  bare: 0.5,
  colon: 0.6,
  attention: 0.6,
  plea: 0.7,
  nominal: 0.6,
  inserted: 0.7,
  bid: 0.6,
  worded: 0.6,
};

/** An attribution with the shape that found it. */
export type Patterned = Attribution & { readonly shape: Shape };

/**
 * Attributions of unmistakable form that the learned tagger left out: a verb of saying with subject
 * and clause, "according to", "accused X of". Rules over the dependency tree, after the reporting
 * clauses of Quirk et al. (1985, 14.28-14.35). In text order; none overlaps one found before.
 */
export function patternedAttributions(
  { text }: ParsedDocument,
  trees: readonly Tree[],
  found: readonly Attribution[],
): Patterned[] {
  const taken: Span[] = found.flatMap(({ content, cue }) => [...content, ...cue]);
  const quoted = quotationsOf(text);
  const free = (spans: readonly Span[]) =>
    spans.every((span) => !taken.some((other) => intersects(span, other)));
  return trees.flatMap((tree) =>
    shapesIn(tree, quoted).flatMap((parts): Patterned[] => {
      const one = attributionOf(text, tree.tokens, parts);
      const inside = quoted.some((span) => contains(span, one.cue[0] ?? one.source[0]!));
      if (inside || !free([...one.content, ...one.cue])) return [];
      taken.push(...one.content, ...one.cue);
      return [one];
    }),
  );
}

/** Every shape, those first that leave the least doubt. */
function shapesIn(tree: Tree, quoted: readonly Span[]): Parts[] {
  const [first, last] = [tree.tokens[0]!, tree.tokens.at(-1)!];
  const near = quoted.filter(({ end }) => end > first.start - 3 && end <= last.end);
  return [
    ...inTree(tree),
    ...quotes(tree, near),
    ...afterQuotation(tree, near),
    ...trailing(tree),
    ...inserted(tree),
    ...inOpinion(tree),
    ...inWords(tree),
    ...inWordsAfter(tree),
    ...per(tree),
    ...asTold(tree),
    ...citing(tree),
    ...quotedAtEnd(tree),
    ...asReportedBy(tree),
    ...forWhom(tree),
    ...worded(tree),
    ...another(tree),
    ...nominals(tree),
  ];
}

function inTree(tree: Tree): Parts[] {
  const found = tree.tokens.flatMap(({ tag }, i) => {
    const verbal = tag.startsWith('VB')
      ? (what(tree, i) ??
        saying(tree, i) ??
        blaming(tree, i) ??
        asking(tree, i) ??
        announcing(tree, i) ??
        pleading(tree, i) ??
        offering(tree, i) ??
        attention(tree, i) ??
        holding(tree, i) ??
        speakingOf(tree, i) ??
        siding(tree, i) ??
        bidding(tree, i) ??
        putting(tree, i) ??
        judging(tree, i) ??
        judgedBy(tree, i) ??
        issuing(tree, i) ??
        makingClear(tree, i) ??
        first(tree, i))
      : null;
    if (verbal) return [verbal];
    const told =
      mistaken(tree, i) ??
      afterColon(tree, i) ??
      published(tree, i) ??
      rulingOut(tree, i) ??
      affirming(tree, i);
    if (told) return [told];
    const felt = feeling(tree, i);
    return felt ? [felt] : according(tree, i);
  });
  return found.filter(({ content: [from, to], source }) => to > from && source[1] > source[0]);
}

function attributionOf(
  text: string,
  tokens: readonly Token[],
  { shape, source, cue, content, more, lemma, whole }: Parts,
): Patterned {
  const span = ([from, to]: readonly [number, number]): Span => ({
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
  });
  const at = whole ? [whole] : [content, ...(more ? [more] : [])].map(span);
  const marked = at.some(({ start, end }) => /[“”"«»]/u.test(text.slice(start, end)));
  return {
    shape,
    source: [span(source)],
    cue: cue ? [span(cue)] : [],
    content: at,
    mode: whole ? 'direct' : marked ? 'mixed' : 'indirect',
    speech: shape !== 'feeling' && !inSet(lemma, POSITIONS),
    negated: false,
    confidence: PRECISION[shape],
  };
}
