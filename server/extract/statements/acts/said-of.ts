import type { Discourse } from '../../actors/coreference.ts';
import type { Span } from '../../nlp/index.ts';
import type { Tree } from '../../text/tree.ts';
import { rangesIn } from '../range.ts';

/** Whether a word is said of its clause's subject by "be", or stands alone in words without a verb: "Nonsense.". */
export function isPredicate(tree: Tree, at: number): boolean {
  if (tree.childrenBy(at, 'cop', 'auxpass').length > 0) return tree.relation(at) !== 'acl';
  if (followsBe(tree, at)) return true;
  const { head, tag } = tree.tokens[at]!;
  if (tree.relation(at) === 'conj' && head >= 0) return isPredicate(tree, head);
  if (head >= 0 || !/^(?:NN|JJ)/.test(tag)) return false;
  return !tree.tokens.some((token) => /^(?:VB|MD)/.test(token.tag));
}

/** "Was | wholly baseless", "is | a lie", whatever the parser made of it. */
function followsBe({ tokens }: Tree, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && /^(?:DT|RB|JJ)/.test(tokens[before]!.tag)) before--;
  return before >= 0 && at - before <= LONGEST_PREDICATE && tokens[before]!.lemma === 'be';
}

/** Tokens from "be" to the word that is said of its subject. */
const LONGEST_PREDICATE = 4;

export const hasNegation = (tree: Tree, at: number) => tree.childrenBy(at, 'neg').length > 0;

/** Whether some word of what is said fits. */
export function someWord(
  content: readonly Span[],
  discourse: Discourse,
  fits: (tree: Tree, at: number) => boolean,
): boolean {
  return rangesIn(content, discourse).some(({ tree, from, to }) => {
    for (let i = from; i < to; i++) if (fits(tree, i)) return true;
    return false;
  });
}
