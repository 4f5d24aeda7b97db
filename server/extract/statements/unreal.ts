import type { Token } from '../nlp/index.ts';
import type { Tree } from '../text/tree.ts';

/** Of "would" nothing is told: "would say only that" was said, "would argue that" may not have been. */
const MAY_BE = /^(?:can|ca|could|may|might|will|['’]ll|shall|should|must)$/i;

/** "Critics could argue that", "will announce the date on Monday": it has not been said. */
export function isUnreal(tree: Tree, verb: number): boolean {
  const may = tree.childrenBy(verb, 'aux').some((i) => {
    const { tag, word } = tree.tokens[i]!;
    const beside = tree.tokens.slice(i + 1, verb).every((token) => /^(?:RB|VB)$/.test(token.tag));
    return tag === 'MD' && MAY_BE.test(word) && i < verb && beside;
  });
  if (!may || tree.childrenBy(verb, 'neg').length > 0) return false;
  return !tree.childrenBy(verb, 'advmod').some((i) => tree.tokens[i]!.lemma === 'only');
}

/**
 * "Added to her lead", "wrote under the pseudonym X": verbs of saying by which nothing is said.
 * @param to the token after the cue
 */
export function isOtherDeed({ tokens }: Tree, verb: number, to: number): boolean {
  const next = tokens[verb + 1]?.word ?? '';
  if (tokens[verb]!.lemma === 'add' && (next === 'to' || addsThing(tokens, verb))) return true;
  const under = tokens.slice(to, to + 4).map(({ lemma }) => lemma);
  return next === 'under' && under.some((lemma) => NAMES.test(lemma));
}

/** "Added | weapons": a thing right after it; not "added a warning", "added yesterday". */
function addsThing(tokens: readonly Token[], verb: number): boolean {
  const next = tokens[verb + 1];
  return next?.head === verb && next.relation === 'dobj' && !SAID.test(next.lemma);
}

const SAID = /^(?:praise|criticism|thanks|comments?|remarks?|warnings?|words|details)$/;

const NAMES = /^(?:pseudonym|alias|name|pen-name|byline|handle|nickname)$/;
