import { saysUntrue } from '../statements/acts/denying.ts';
import type { Tree } from '../text/tree.ts';
import { blamed } from './subjects.ts';

const UNREAL = /^(?:would|could|might|may|should|can|will|shall|must|wo|ca)$/i;
const NEGATION = /^(?:not|n['’]t|never|no)$/i;
const CONDITION = /^(?:if|whether|unless|lest)$/i;

/** Not wished, feared, planned, denied or supposed: finite or participle, no modal, no negation. */
export function isFactual(tree: Tree, verb: number): boolean {
  const { tag } = tree.tokens[verb]!;
  const above = tree.tokens[verb]!.head;
  if (isBroughtAbout(tree, verb) || isReportedAs(tree, verb)) return isFactual(tree, above);
  const shooter = firedTo(tree, verb);
  if (shooter >= 0) return isFactual(tree, shooter);
  const helpers = tree
    .childrenBy(verb, 'aux', 'auxpass', 'mark', 'neg', 'advmod')
    .map((i) => tree.tokens[i]!);
  // "Asked that the launchers be stationed there"
  const decreed = isDecreed(tree, verb);
  if ((tag === 'VB' && !decreed) || helpers.some(({ word }) => word === 'be')) return false;
  if (isAttribute(tree, verb) || isQuality(tree, verb)) return false;
  if (!decreed && isOpen(tree, verb)) return false;
  if (
    tag === 'VBG' &&
    !helpers.some(isBeOrAfter) &&
    !isWhileThere(tree, verb) &&
    !isMeans(tree, verb) &&
    !isOpening(tree, verb) &&
    !attends(tree, verb) &&
    !decreed &&
    blamed(tree, verb).length === 0
  )
    return false;
  return !hangsOnUnreal(tree, verb) && !isDenied(tree, verb);
}

/** "Has begun | withdrawing", "managed | to seize", "voted | to join", "had | to resign", "was forced | to leave": done as the verb above is. */
function isBroughtAbout(tree: Tree, verb: number): boolean {
  const { head, tag } = tree.tokens[verb]!;
  if (head < 0 || head > verb || tree.relation(verb) !== 'xcomp') return false;
  const above = tree.tokens[head]!;
  if (tree.childrenBy(verb, 'neg').length > 0 || !/^VB[DN]$/.test(above.tag)) return false;
  if (tag === 'VBG') return BEGINS.test(above.lemma);
  if (tag !== 'VB') return false;
  const passive = tree.childrenBy(head, 'auxpass').length > 0;
  return (
    BEGINS.test(above.lemma) ||
    /^(?:manage|vote)$/.test(above.lemma) ||
    (/^(?:try|attempt)$/.test(above.lemma) && ASSAULTS.test(tree.tokens[verb]!.lemma)) ||
    (above.lemma === 'decide' && DONE_BY_DECIDING.test(tree.tokens[verb]!.lemma)) ||
    above.word === 'had' ||
    (passive && /^(?:force|compel|oblige)$/.test(above.lemma))
  );
}

/** "Are reported | to have arrived": told as having been, where "are believed" only supposes it. */
function isReportedAs(tree: Tree, verb: number): boolean {
  const { head } = tree.tokens[verb]!;
  if (head < 0 || head > verb || tree.relation(verb) !== 'xcomp') return false;
  const having = tree.childrenBy(verb, 'aux').some((i) => tree.tokens[i]!.word === 'have');
  const told = tree.childrenBy(head, 'auxpass').length > 0;
  return having && told && /^(?:report|confirm|know)/.test(tree.tokens[head]!.lemma);
}

/** What is done by arms already where it is only tried. */
const ASSAULTS = /^(?:attack|strike|hit|storm|shell|bomb|assassinate)$/;

/** What whoever has the power to do it does by deciding it. */
const DONE_BY_DECIDING = /^(?:expel|impose|sanction|blacklist|dismiss|sack|remove|recall|suspend)$/;

/** "Fired tear gas | to disperse the crowd": the verb by which that is done; -1 for others. */
export function firedTo(tree: Tree, verb: number): number {
  if (!/^(?:disperse|break|quell)$/.test(tree.tokens[verb]!.lemma)) return -1;
  if (tree.tokens[verb - 1]?.word !== 'to') return -1;
  let at = tree.tokens[verb]!.head;
  for (let steps = 0; at >= 0 && steps < 3; at = tree.tokens[at]!.head, steps++)
    if (/^VB[DN]$/.test(tree.tokens[at]!.tag) && FIRES.test(tree.tokens[at]!.lemma)) return at;
  return -1;
}

const FIRES = /^(?:fire|use|deploy|lob|throw|unleash)$/;

const BEGINS = /^(?:begin|start|continue?|finish|resume?|complete?)$/;

/** "Is believed to have struck", "before China invades": alleged, or yet to come. */
function isOpen(tree: Tree, verb: number): boolean {
  const marks = tree.childrenBy(verb, 'mark', 'aux', 'advmod').map((i) => tree.tokens[i]!.word);
  const being = tree.childrenBy(verb, 'auxpass').some((i) => tree.tokens[i]!.word === 'being');
  const present = /^VB[ZP]$/.test(tree.tokens[verb]!.tag) || being;
  return marks.some(
    (word) => /^to$/i.test(word) || (present && /^(?:before|until|once|when|after)$/i.test(word)),
  );
}

/** "Described it as being elected": what something is like, and nobody's deed. */
const isQuality = (tree: Tree, verb: number) =>
  tree.tokens[verb - 1]?.word === 'being' && tree.tokens[verb - 2]?.word === 'as';

/** "Five detained citizens": a participle taken for a verb. */
function isAttribute(tree: Tree, verb: number): boolean {
  const before = tree.tokens[verb - 1]?.tag ?? '';
  // "Have both | agreed"
  const shared = /^(?:both|all|each)$/.test(tree.tokens[verb - 1]?.word ?? '');
  if (shared && tree.childrenBy(verb, 'aux').length > 0) return false;
  // "The two | signed"
  const the = /^the$/i.test(tree.tokens[verb - 2]?.word ?? '');
  if (before === 'CD' && the && tree.relation(verb - 1) === 'nsubj') return false;
  // "Norway on December 29 | summoned"
  if (before === 'CD' && tree.childrenBy(verb, 'nsubj').some((i) => i < verb - 1)) return false;
  // "Norway's recently | appointed ambassador"
  const newly = /^(?:newly|recently|just|freshly)$/.test(tree.tokens[verb - 1]?.word ?? '');
  const noun = /^NN/.test(tree.tokens[verb + 1]?.tag ?? '');
  if (newly && (noun || tree.relation(verb) === 'amod')) return true;
  return /^VB[DN]$/.test(tree.tokens[verb]!.tag) && /^(?:DT|CD|PRP\$|POS)$/.test(before);
}

/** "No sanctions were imposed", "nobody was arrested", "was nearly killed". */
function isDenied(tree: Tree, verb: number): boolean {
  const parts = tree.childrenBy(verb, 'nsubj', 'nsubjpass', 'dobj', 'advmod');
  return parts.some((i) => NOBODY.test(tree.tokens[i]!.word)) || takesNone(tree, verb);
}

const NOBODY =
  /^(?:nobody|anybody|anyone|whoever|none|neither|nothing|nearly|almost|allegedly|hardly|barely)$/i;

/** Its subject or object is "no" something: "there is no evidence that". */
function takesNone(tree: Tree, verb: number): boolean {
  return tree
    .childrenBy(verb, 'nsubj', 'nsubjpass', 'dobj')
    .some((i) =>
      tree.childrenBy(i, 'det', 'neg').some((j) => /^(?:no|neither)$/i.test(tree.tokens[j]!.word)),
    );
}

/** "Is holding talks", "spoke after meeting his counterpart". */
const isBeOrAfter = ({ lemma, word }: Tree['tokens'][number]) =>
  lemma === 'be' || /^(?:after|upon|since)$/i.test(word);

/** "While | visiting Oslo, X said": where it was said. */
const isWhileThere = (tree: Tree, verb: number) =>
  /^(?:visit|tour|attend)$/.test(tree.tokens[verb]!.lemma) &&
  tree.childrenBy(verb, 'mark').some((i) => /^while$/i.test(tree.tokens[i]!.word));

/** "| Chairing a session of the council, X said", "| visiting Oslo on Monday, X said": what somebody did who did something else. */
function isOpening(tree: Tree, verb: number): boolean {
  const { head, tag } = tree.tokens[verb]!;
  if (tag !== 'VBG' || head < verb || tree.relation(verb) !== 'advcl') return false;
  if (!OPENS.test(tree.tokens[verb]!.lemma)) return false;
  const first = tree.tokens.slice(0, verb).every((one) => /^\W*$/.test(one.word));
  const bare = tree.childrenBy(verb, 'mark', 'neg', 'aux').length === 0;
  return first && bare && /^VB[DN]$/.test(tree.tokens[head]!.tag);
}

const OPENS =
  /^(?:chair|open|visit|tour|host|receive|welcome|greet|wrap|conclude|attend|arrive|meet|inspect)$/;

/** "Responded by easing sanctions | and sending aid": how something was done. */
function isMeans(tree: Tree, verb: number): boolean {
  const by = tree.childrenBy(verb, 'mark', 'case').some((i) => tree.tokens[i]!.word === 'by');
  const { head, relation } = tree.tokens[verb]!;
  return by || (relation === 'conj' && tree.tokens[head]?.tag === 'VBG' && isMeans(tree, head));
}

/** "Signed a decree | dismissing the minister", "enacted a decision | to impose sanctions": what an order that was given does. */
export function isDecreed(tree: Tree, verb: number): boolean {
  const { head } = tree.tokens[verb]!;
  const giver = giverOf(tree, verb);
  if (head < 0 || giver < 0) return false;
  const orders = tree.relation(verb) === 'acl' ? [head] : tree.childrenBy(giver, 'dobj');
  if (!orders.some((i) => i < verb && ORDERS.test(tree.tokens[i]!.lemma))) return false;
  const { tag, lemma } = tree.tokens[giver]!;
  const announces = lemma === 'announce' && DONE_BY_DECIDING.test(tree.tokens[verb]!.lemma);
  return /^VB[DN]$/.test(tag) && (GIVES.test(lemma) || announces);
}

/** The verb by which an order is given that a clause tells: of the noun that it describes, or its own. */
export function giverOf(tree: Tree, verb: number): number {
  const { head } = tree.tokens[verb]!;
  if (head < 0) return -1;
  const toDo =
    tree.relation(verb) === 'advcl' &&
    tree.childrenBy(verb, 'mark').some((i) => tree.tokens[i]!.word === 'to');
  if (toDo) return head;
  return tree.relation(verb) === 'acl' ? tree.tokens[head]!.head : -1;
}

const ORDERS = /^(?:decree|order|law|resolution|edict|decision)$/;
const GIVES = /^(?:sign|issue|publish|adopt|pass|enact)$/;

/** "A missile hit a house, | killing three people", "the king, | receiving the envoy, said": with what was. */
function attends(tree: Tree, verb: number): boolean {
  const { head } = tree.tokens[verb]!;
  const told = head >= 0 && tree.tokens[verb - 1]?.word === ',';
  if (!told || !/^(?:advcl|xcomp|acl)$/.test(tree.relation(verb))) return false;
  // "Threatened | to attack, killing many"
  if (tree.childrenBy(head, 'xcomp', 'ccomp').some((i) => i < verb && tree.tokens[i]!.tag === 'VB'))
    return false;
  const above = tree.relation(verb) === 'acl' ? tree.tokens[head]!.head : head;
  return above >= 0 && (above < verb || head < verb) && /^VB[DN]$/.test(tree.tokens[above]!.tag);
}

/** Anything under a modal, a negation or a condition has not happened for the text. */
export function hangsOnUnreal(tree: Tree, verb: number): boolean {
  for (let at = verb, steps = 0; at >= 0 && steps < 12; at = tree.tokens[at]!.head, steps++) {
    const helpers = tree
      .childrenBy(at, 'aux', 'neg', 'mark', 'det')
      // The month that the parser takes for a modal.
      .filter((i) => i === 0 || tree.tokens[i]!.word !== 'May')
      .map((i) => tree.tokens[i]!.word);
    if (helpers.some((word) => UNREAL.test(word) || CONDITION.test(word) || NEGATION.test(word)))
      return true;
    const { head } = tree.tokens[at]!;
    if (isFeared(tree, at) || isChance(tree, at)) return true;
    // "Reports that they had shelled the town were false"
    if (at !== verb && (takesNone(tree, at) || saysUntrue(tree, at))) return true;
    if (head < 0 || standsByItself(tree, at)) return false;
  }
  return false;
}

/** "Denied that troops had crossed", "fears that it sent tanks". */
function isFeared(tree: Tree, at: number): boolean {
  const { head } = tree.tokens[at]!;
  // "Denies | having fired"
  const having = tree.tokens[at - 1]?.word === 'having' && head === at - 2;
  return (
    head >= 0 &&
    (having || /^(?:ccomp|acl)$/.test(tree.relation(at))) &&
    (!tree.tokens[at]!.relation.endsWith('relcl') || hasMark(tree, at)) &&
    SUPPOSES.test(tree.tokens[head]!.lemma)
  );
}

/** "The possibility of | X being detained": who it would happen to. */
const isChance = (tree: Tree, at: number) =>
  tree.relation(at) === 'nmod' &&
  /^(?:possibility|prospect|likelihood|risk)$/.test(tree.tokens[tree.tokens[at]!.head]!.lemma);

/** "Rumours | that he was killed": no relative clause, though the parser made it one. */
const hasMark = (tree: Tree, at: number) =>
  tree.childrenBy(at, 'mark').some((i) => tree.tokens[i]!.word === 'that');

const SUPPOSES =
  /^(?:deny|denial|doubt|fear|hope|wish|demand|urge|threaten|threat|possibility|prospect|likelihood|risk|speculate|speculation|rumou?r|predict|imagine|pretend|suppose|expect|unclear|false)$/;

/** What follows a semicolon, has its own subject after "and", or tells the time or ground of what is denied. */
function standsByItself(tree: Tree, at: number): boolean {
  const own = tree.childrenBy(at, 'nsubj', 'nsubjpass').length > 0;
  if (!own || !/^VB[DPZN]/.test(tree.tokens[at]!.tag)) return false;
  switch (tree.relation(at)) {
    case 'parataxis':
    case 'conj':
      return true;
    case 'advcl':
      return tree.childrenBy(at, 'mark', 'advmod').some((i) => GROUND.test(tree.tokens[i]!.word));
    case 'acl':
      return tree.tokens[at]!.relation.endsWith('relcl') && isPast(tree, at);
    default:
      return false;
  }
}

/** "Signed", "which was signed": finite, and of the past. */
const isPast = (tree: Tree, at: number) =>
  tree.tokens[at]!.tag === 'VBD' ||
  (tree.tokens[at - 1]?.word === 'was' && tree.tokens[at - 2]?.word === 'which');

const GROUND = /^(?:after|since|when|because|as|while|although|though|before)$/i;
