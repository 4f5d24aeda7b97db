import type { Token } from '../../nlp/index.ts';
import type { Tree } from '../../text/tree.ts';
import { clauseEnd, hasFinite, type Parts } from './shape.ts';

/** Longest phrase for whoever is cited, in tokens. */
const LONGEST = 14;

/** "Bloomberg reported on Monday, citing officials, that A": the officials said it. */
export function citing(tree: Tree): Parts[] {
  const { tokens } = tree;
  const at = tokens.findIndex(
    ({ word }, i) =>
      i > 1 &&
      /^(?:citing|quoting)$/.test(word) &&
      tokens[i - 1]!.word === ',' &&
      reported(tokens, i),
  );
  if (at < 0) return [];
  const comma = tokens.findIndex(({ word }, i) => i > at + 1 && word === ',');
  if (comma < 0 || comma - at > LONGEST || tokens[comma + 1]?.word !== 'that') return [];
  const content = [comma + 2, clauseEnd(tree, comma + 2)] as const;
  if (!hasFinite(tree, ...content)) return [];
  return [
    { shape: 'according', source: [at + 1, comma], cue: [at, at + 1], content, lemma: 'accord' },
  ];
}

/** `"...", the minister was quoted by the agency as saying.`, "..., the agency cited her as saying on Monday": what stands before. */
export function quotedAtEnd(tree: Tree): Parts[] {
  const { tokens } = tree;
  const as = tokens.findLastIndex(
    ({ word }, i) => word === 'as' && tokens[i + 1]?.word === 'saying',
  );
  const ends = tokens.slice(as + 2).every(({ tag }) => /^(?:IN|DT|JJ|NN|CD|POS|\.)/.test(tag));
  const verb = tokens.findLastIndex(({ lemma }, i) => i < as && /^(?:quot|cit)e?$/.test(lemma));
  const comma = tokens.findLastIndex(({ word }, i) => i < verb && word === ',');
  if (as < 0 || !ends || comma < 3 || !hasFinite(tree, 0, comma)) return [];
  const passive = tokens[verb - 1]?.lemma === 'be';
  const source = passive ? ([comma + 1, verb - 1] as const) : ([verb + 1, as] as const);
  if (source[1] - source[0] < 1 || source[1] - source[0] > LONGEST) return [];
  const content = [0, comma] as const;
  return [{ shape: 'trailing', source, cue: [verb, verb + 1], content, lemma: 'say' }];
}

/** A verb of reporting before, with its day or nothing between. */
function reported(tokens: readonly Token[], citingAt: number): boolean {
  const verb = tokens.findLastIndex(({ tag }, i) => i < citingAt && /^VB/.test(tag));
  return (
    verb > 0 &&
    citingAt - verb < 8 &&
    /^(?:report|say|write|claim|reveal)$/.test(tokens[verb]!.lemma)
  );
}
