import type { Discourse } from '../actors/coreference.ts';
import type { Tree } from '../text/tree.ts';
import { nominalClause, type Clause } from './clause.ts';
import { FORCES, GOODS } from './frame-nouns.ts';

/**
 * "They withdrew", "14 | of them arrived", "three have come": the noun for forces or goods, in this
 * sentence or the one before, that such words stand for, as a clause of its own; null for others.
 */
export function forcesMeant(
  head: number,
  { tree, sentence }: Pick<Clause, 'tree' | 'sentence'>,
  { trees }: Pick<Discourse, 'trees'>,
): Clause | null {
  if (!standsForSome(tree, head)) return null;
  for (let back = 0; back <= BACK && back <= sentence; back++) {
    const at = trees[sentence - back]!;
    const { tokens } = at;
    const noun = tokens.findLastIndex(
      ({ lemma, tag }, i) => (back > 0 || i < head) && tag === 'NNS' && isTold(lemma),
    );
    if (noun >= 0) return nominalClause(at, sentence - back, noun);
  }
  return null;
}

/** Sentences back in which those that "they" are may stand. */
const BACK = 1;

const isTold = (lemma: string) =>
  (FORCES.has(lemma) || GOODS.has(lemma)) && !OTHERS_TOO.test(lemma);

/** Nouns for forces and goods that are more often ones for other people and things. */
const OTHERS_TOO =
  /^(?:unit|presence|group|contingent|deployment|personnel|monitor|observer|advis[eo]r|instructor|mission|force|column|plane|officer|system|equipment|package|loan|generator|batch|carrier|bus|round|component|tranche|vehicle|arm|aid|defen[cs]e)$/;

/** A pronoun of the third person, or a number or quantity that counts nothing but "them". */
function standsForSome(tree: Tree, head: number): boolean {
  const { word, tag } = tree.tokens[head]!;
  if (/^(?:they|them|these)$/i.test(word)) return true;
  if (tag !== 'CD' && !/^(?:most|some|several|many|all|both)$/i.test(word)) return false;
  const counted = tree.childrenBy(head, 'nmod').filter((i) => i > head);
  const ofThem = counted.every((i) => /^(?:them|these|those)$/i.test(tree.tokens[i]!.word));
  return ofThem && !/^NN/.test(tree.tokens[head + 1]?.tag ?? '');
}
