import type { Token } from '../nlp/index.ts';
import { isFiniteTag, isFiniteVerb } from '../text/finite.ts';

/**
 * The finite verb of the sentence whose subject the noun and its clause are ("the claim that the
 * city had fallen | was premature"); null where the noun is no subject, or none is found.
 */
export function mainVerb(tokens: readonly Token[], noun: number, that: number): number | null {
  if (tokens.slice(0, noun).some(isFiniteVerb)) return null;
  let clause = false;
  for (let i = that + 1; i < tokens.length; i++) {
    const { tag, word } = tokens[i]!;
    const finite = isFiniteTag(tag);
    if (finite && clause && !isJoined(tokens, i)) return word === ',' ? i - 1 : i;
    if (finite) clause = true;
    if (OPENING.test(word)) clause = false;
  }
  return null;
}

/** Words that open a clause, whose own verb comes first. */
const OPENING = /^(?:that|which|who|because|if|when|while|as|after|before|although|and|but|or)$/i;

/** "Is not", "and wants": a verb that goes on from the one before. */
function isJoined(tokens: readonly Token[], i: number): boolean {
  return isFiniteVerb(tokens[i - 1]!) || tokens[i - 1]!.tag === 'CC';
}
