import type { Discourse } from '../../actors/coreference.ts';
import type { Span } from '../../nlp/index.ts';
import type { Tree } from '../../text/tree.ts';
import { hasNegation, isPredicate, someWord } from './said-of.ts';

/** Words that, said of something, deny it. */
const UNTRUE =
  /^(?:false|untrue|baseless|groundless|unfounded|unsubstantiated|fabricated|fabrication|fake|nonsense|absurd|absurdity|ridiculous|lie|fiction|fictional|fictitious|disinformation|rumou?r|myth|invention|hoax)$/;
const PHRASES =
  /\b(?:any such plans?|no such|nothing to do with|without foundation|far from the truth|n['’]t true|not true|(?:was|were|is|are|been) (?:all )?made[- ]up(?! (?:of|from)))\b/i;
/** "Called it | a lie", "dismissed the story | as fiction": among the few words of a judgement. */
const JUDGED =
  /\b(?:false|untrue|baseless|groundless|unfounded|fabricat\w+|fakes?|nonsense|absurd\w*|ridiculous|an?\W+(?:[\w-]+ ){0,2}lie|lies(?! (?:in|on|at|near|between|with|behind)\b)|fiction(?:al)?|fictitious|disinformation|rumou?rs?|made[- ]up(?! of)|invent(?:ed|ion)|myth)\b/i;

/** Whether the words by which something is judged deny it. */
export function isDenying(judgement: string): boolean {
  return JUDGED.test(judgement) || PHRASES.test(judgement);
}

/** "The reports are false", "it is a lie", "found the claim absurd": the word denies its subject. */
export function saysUntrue(tree: Tree, at: number): boolean {
  const { head, tag } = tree.tokens[at]!;
  // "Is lying" accuses.
  if (tag === 'VBG') return false;
  const found = tree.relation(at) === 'xcomp' && FINDS.test(tree.tokens[head]!.lemma);
  if ((!found && !isPredicate(tree, at)) || hasNegation(tree, at)) return false;
  return [at, ...tree.childrenBy(at, 'amod', 'compound')].some((i) =>
    UNTRUE.test(tree.tokens[i]!.lemma),
  );
}

const FINDS = /^(?:call|consider|deem|find|think|believe|prove|regard)$/;

/** Whether what is said denies what it is about; "wrote fiction", "lies near the border" do not. */
export function deniesInWords(
  words: string,
  content: readonly Span[],
  discourse: Discourse,
): boolean {
  return PHRASES.test(words) || someWord(content, discourse, saysUntrue);
}
