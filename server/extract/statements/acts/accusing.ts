import type { Discourse } from '../../actors/coreference.ts';
import type { Span } from '../../nlp/index.ts';
import type { Tree } from '../../text/tree.ts';
import { hasNegation, isPredicate, someWord } from './said-of.ts';

/** Words that accuse wherever they stand. */
const EVIL =
  /\b(?:unlawful(?:ly)?|barbaric|unprovoked|provocati\w+|aggressions?|aggressors?|sabotag\w+|betray\w*|hypocri\w+|propagand\w+|cynical(?:ly)?|double standards|irresponsibl[ey]|(?:ongoing|mass|political) repressions?|(?:unfounded|groundless|baseless|false) accusations|deliberate escalation|meddl\w+|atrocit\w+|massacres?|genocid\w+|blackmail\w*|rigg(?:ed|ing)|destabili[sz]\w+|complicit|blood on (?:his|her|its|their)|lied|lying|liars?|manipulat\w+|brutal\w*|invaders?|occupiers?|fascists?|nazis?|tortur\w+|shameful|disgrace\w*|treason\w*|traitors?|scapegoat\w*|cover[- ]up|smear\w*|intimidat\w+|persecut\w*|crack(?:ed|ing|s)? down|silenc(?:e|ed|es|ing)|brib(?:e|ed|es|ing|ery)|plotting|undermin\w+|escalating|to blame|stab in the back|(?:ready|preparing|plans?|planning) to (?:attack|invade|strike)|preparing for (?:(?:an?|the|full-scale|big|new|direct) ){0,3}(?:war|invasion|attack|offensive)|(?:took|taken|taking|holds?|holding|held) (?:\p{L}+ ){0,5}hostage)\b/iu;
/** "Responsible for the deaths": for harm, where a ministry is responsible for roads. */
const RESPONSIBLE =
  /\bresponsible for (?:[\p{L}'’-]+ ){0,5}?(?:death|killing|murder|attack|strike|shelling|bombing|explosion|blast|crash|crime|atrocit|massacre|war|violence|destruction|damage|disaster|crisis|collapse|failure|breach|violation|abuse|torture|escalation|provocation|sabotage|suffering|famine|shortage|delay|leak|theft|deportation|abduction|what happened)/iu;

/** "She did not violate any rules", "is not responsible for it". */
const CLEARED =
  /\b(?:not|never|n['’]t) (?:\p{L}+ly |be |been )?(?:meddl|undermin|manipulat|lie\b|lied\b|betray|tortur|intimidat|persecut|brib|sabotag|destabili|complicit|responsible for|to blame)\p{L}*/giu;
/** Wrongs that nobody is said to have done: "repel any possible aggression", "do not rule out provocations". */
const NOT_DONE =
  /\b(?:repel|deter|prevent|any|no|possible|potential|external|rul(?:e|ed|ing) out|(?:case|event|risk|probability|likelihood) of)(?: \p{L}+){0,2} (?:aggressions?|aggressors?|provocations?|sabotage|coup)\b/giu;

/** "There are no signs that they are preparing provocations". */
const NO_SIGN =
  /\bno (?:\p{L}+ )?(?:signs?|signals?|indications?|evidence|information|reports?) (?:that|of)\b.*/iu;

/** Whether words accuse by themselves. */
function isEvil(words: string): boolean {
  const done = words.replace(NO_SIGN, '').replace(NOT_DONE, '').replace(CLEARED, '');
  return EVIL.test(done) || RESPONSIBLE.test(done);
}

/** Wrongs that accuse where somebody is said to do them, or something to be one. */
const WRONG =
  'crimes?|criminals?|pressure|corruption|terror(?:ism|ists?)?|coup|ransom|hostage|interference|violations?|breach|theft|fraud|abuse|executions?|repressions?|lies?|illegal|corrupt|repressive';
const WRONG_WORD = new RegExp(`^(?:${WRONG})$`);
const JUDGED = new RegExp(String.raw`\b(?:${WRONG})\b`, 'i');

/** Whether the words by which something is judged accuse. */
export function isAccusing(judgement: string): boolean {
  return isEvil(judgement) || JUDGED.test(judgement);
}

/** Verbs of wrongs, of whoever does them. */
const WRONGS =
  /^(?:interfere|fabricate?|violate?|breach|cheat|steal|orchestrate?|repress|rape|pressure?|execute?|corrupt|terrori[sz]e?)$/;
/** Verbs whose object is what one does. */
const COMMITS =
  /^(?:commit|carry|carri|tell|wage?|stage?|attempt|organi[sz]e?|spread|practi[sc]e|finance?|sponsor|support|encourage?|hide|hid|engage?|demand|cause?|constitute?|continue?|put|exert)$/;
const POSES = /^(?:pose?|constitute?|represent|make)$/;
const PLANS = /^(?:plan|prepare?|plot|threaten)$/;
/** One does, or is said to be about to do, what the infinitive under these says. */
const GOES_ON =
  /^(?:continue?|try|tri|attempt|seek|plan|prepare?|plot|want|intend|threaten|use|go|help)$/;

/** Whether a word tells of a wrong that somebody does or that something is. */
function tellsWrong(tree: Tree, at: number): boolean {
  const { tag, lemma, head } = tree.tokens[at]!;
  if (tag.startsWith('VB'))
    return WRONGS.test(lemma) && !hasNegation(tree, at) && (tag !== 'VB' || isAttempted(tree, at));
  if (!/^(?:NN|JJ)/.test(tag)) return false;
  if (/^(?:strike|attack|invasion|provocation)$/.test(lemma)) return isObjectOf(tree, at, PLANS);
  if (lemma === 'threat') return isThreat(tree, at);
  if (!WRONG_WORD.test(lemma)) return false;
  const attribute = tree.relation(at) === 'amod';
  return [at, ...(attribute ? [head] : [])].some(
    (i) => (isPredicate(tree, i) && !hasNegation(tree, i)) || isObjectOf(tree, i, COMMITS),
  );
}

function isObjectOf(tree: Tree, at: number, verbs: RegExp): boolean {
  const { head } = tree.tokens[at]!;
  return (
    head >= 0 &&
    tree.relation(at) === 'dobj' &&
    verbs.test(tree.tokens[head]!.lemma) &&
    !hasNegation(tree, head) &&
    !tree.childrenBy(head, 'aux').some((i) => /^(?:may|might|could)$/i.test(tree.tokens[i]!.word))
  );
}

/** "Poses a threat", "threats from Oslo": somebody's, where there is one. */
function isThreat(tree: Tree, at: number): boolean {
  const none = tree.childrenBy(at, 'det', 'neg').some((i) => tree.tokens[i]!.word === 'no');
  return !none && (isObjectOf(tree, at, POSES) || comesFrom(tree, at));
}

/** "Threats | from Oslo": whose they are; a "threat of attacks from the sea" is nobody's. */
const comesFrom = (tree: Tree, at: number) =>
  tree.tokens[at + 1]?.word === 'from' &&
  tree
    .childrenBy(at, 'nmod')
    .some(
      (i) =>
        tree.tokens[i]!.tag.startsWith('NNP') &&
        tree.childrenBy(i, 'case').some((one) => tree.tokens[one]!.word === 'from'),
    );

/** "Continues to repress", "threatened to erase and | steal": no bare infinitive under a modal. */
function isAttempted(tree: Tree, verb: number): boolean {
  const { head } = tree.tokens[verb]!;
  if (head < 0) return false;
  if (tree.relation(verb) === 'conj') return isAttempted(tree, head);
  return (
    tree.relation(verb) === 'xcomp' &&
    GOES_ON.test(tree.tokens[head]!.lemma) &&
    !hasNegation(tree, head)
  );
}

/** Whether what is said accuses somebody of a wrong. */
export function accusesInWords(
  words: string,
  content: readonly Span[],
  discourse: Discourse,
): boolean {
  return isEvil(words) || (!NO_SIGN.test(words) && someWord(content, discourse, tellsWrong));
}
