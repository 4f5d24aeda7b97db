import type { Discourse } from '../actors/coreference.ts';
import type { Span } from '../nlp/index.ts';
import { lastStarting, placeOf } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';

/** Tokens of a sentence with its tree, `to` exclusive. */
export interface Range {
  readonly tree: Tree;
  readonly from: number;
  readonly to: number;
}

/** What a span takes of the sentence that it begins in; null for no span and for one without a token. */
export function rangeAt(
  span: Span | undefined,
  { parsed, trees }: Pick<Discourse, 'parsed' | 'trees'>,
): Range | null {
  const place = span && placeOf(parsed, span);
  return place ? { tree: trees[place.sentence]!, from: place.from, to: place.to } : null;
}

/** What spans take of each sentence that they reach into, in text order. */
export function rangesIn(
  spans: readonly Span[],
  { parsed: { sentences }, trees }: Pick<Discourse, 'parsed' | 'trees'>,
): (Range & { readonly sentence: number })[] {
  return spans.flatMap((span) => {
    const found: (Range & { readonly sentence: number })[] = [];
    for (let i = Math.max(0, lastStarting(sentences, span.start)); i < sentences.length; i++) {
      if (sentences[i]!.start >= span.end) break;
      const tree = trees[i]!;
      const from = tree.tokenAt(span.start);
      let to = from;
      while (to < tree.tokens.length && tree.tokens[to]!.start < span.end) to++;
      if (to > from) found.push({ tree, sentence: i, from, to });
    }
    return found;
  });
}

/**
 * The noun that governs the phrase which a range begins with: "figures" of "the official figures as
 * fiction", "poll" of "a Mirror/Ipsos poll", "talks" of "a round of talks"; null where it begins with
 * no such phrase.
 */
export function openingNoun({ tree, from, to }: Range): number | null {
  const { tokens } = tree;
  let noun: number | null = null;
  for (let i = from; i < to; i++) {
    const { tag, word } = tokens[i]!;
    if (tag.startsWith('NN')) noun = i;
    else if (!(noun === null ? OPENING : WITHIN).test(tag) && word !== '/') break;
  }
  if (noun === null || !COUNT.test(tokens[noun]!.lemma) || tokens[noun + 1]?.word !== 'of')
    return noun;
  return noun + 2 < to ? (openingNoun({ tree, from: noun + 2, to }) ?? noun) : noun;
}

const OPENING = /^(?:DT|PDT|PRP\$|JJ|CD|VBN|VBG)/;
const WITHIN = /^(?:JJ|CD|POS)/;
const COUNT = /^(?:series|round|number|set|pair|couple|hundred|thousand|dozen|group)s?$/;
