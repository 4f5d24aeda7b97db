import type { Tree } from '../text/tree.ts';
import type { Clause } from './clause.ts';
import type { ClaimContext } from './context.ts';
import { hangsOnUnreal } from './factual.ts';
import { isCustomary } from './no-events.ts';
import type { NounFrame } from './noun-frames.ts';

/** "The 2003 invasion of", "its February 24 invasion of": of a day or year that is no later than the document. */
export function isDated(clause: Clause, { document }: Pick<ClaimContext, 'document'>): boolean {
  const { tree, verb: noun } = clause;
  const month = tree.childrenBy(noun, 'compound').some((i) => MONTH.test(tree.tokens[i]!.word));
  const day = tree.childrenBy(noun, 'nummod').some((i) => /^\d{1,2}$/.test(tree.tokens[i]!.word));
  if (month && day && !isUnsure(tree, noun) && !hangsOnUnreal(tree, noun)) return true;
  const year = tree
    .childrenBy(noun, 'nummod', 'amod', 'compound')
    .find((i) => /^(?:19|20)\d\d$/.test(tree.tokens[i]!.word));
  const now = document.published?.slice(0, 4) ?? null;
  return (
    year !== undefined && now !== null && tree.tokens[year]!.word <= now && !isUnsure(tree, noun)
  );
}

const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** "An attack | carried out by rebels": participles that say no more than that it was made. */
export const carriedOut = (tree: Tree, noun: number) =>
  tree
    .childrenBy(noun, 'acl')
    .filter(
      (i) => i > noun && tree.tokens[i]!.tag === 'VBN' && CARRIED.test(tree.tokens[i]!.lemma),
    );

const CARRIED = /^(?:carry|carri|conduct|launch|mount|stage|perpetrate|commit|claim)/;

/** "The exercise | is under way": the word by which it is told to be going on; null for others. */
export function underWay(tree: Tree, noun: number): number | null {
  const { head } = tree.tokens[noun]!;
  if (head < 0 || tree.relation(noun) !== 'nsubj' || tree.childrenBy(head, 'cop').length === 0)
    return null;
  const under = tree.childrenBy(head, 'case').some((i) => tree.tokens[i]!.word === 'under');
  const { word } = tree.tokens[head]!;
  return /^underway$/i.test(word) || (under && word === 'way') ? head : null;
}

/** Verbs that say no more of an event than that it was. */
export const HAPPENS =
  /^(?:erupt|break|flare|begin|start|take|occur|resume|spread|continue?|turn|rage?)$/;

const AFTER = /^(?:after|during|following|since|amid|at|in|on|over)$/i;
/** Not yet, not at all, or "house arrest". */
const NOT_YET =
  /^(?:planned|upcoming|possible|potential|expected|future|proposed|scheduled|next|new|another|further|likely|imminent|forthcoming|no|any|house)$/i;
/** What is said of an event that has not been, and did not come to be. */
const MAY_NOT_BE =
  /^(?:plan|schedule|expect|cancel|postpone|prevent|avert|happen|occur|materiali[sz]e|avoid|discuss|consider|delay|block|ban|prepare|propose|await|talks?|negotiations?|agreement|deal|decision|pact|contract)$/;
const AHEAD = /^(?:imminent|possible|likely|probable|unlikely|inevitable|near|close|unthinkable)$/;
/** Who does this to an event takes it as having been. */
const PRESUPPOSES =
  /^(?:condemn|criticise|criticize|deplore|denounce|decry|protest|regret|welcome|confirm|report|recall|complete?|finish|conclude?)$/;

/** "A planned visit", "no attack". */
const isUnsure = (tree: Tree, noun: number) =>
  tree
    .childrenBy(noun, 'amod', 'compound', 'det', 'neg')
    .some((i) => NOT_YET.test(tree.tokens[i]!.word));

/** Told as having been: as the time or ground of something that was, or as what that is about. */
export function hasHappened(tree: Tree, noun: number, { kind }: NounFrame): boolean {
  const { head } = tree.tokens[noun]!;
  if (isUnsure(tree, noun)) return false;
  const verbal = tree.tokens[noun]!.tag === 'VBG' ? ['mark'] : [];
  const cases = tree.childrenBy(noun, 'case', ...verbal).map((i) => tree.tokens[i]!.word);
  const governor = head < 0 ? null : tree.tokens[head]!;
  if (responsibilityFor(tree, noun) >= 0) return !hangsOnUnreal(tree, noun);
  if (governor !== null && MAY_NOT_BE.test(governor.lemma)) return false;
  // "An attack was imminent"
  if (governor !== null && tree.childrenBy(head, 'cop').length > 0 && AHEAD.test(governor.lemma))
    return false;
  if (isKnownInvasion(tree, noun)) return true;
  // "Had led | to an exchange of captives", "killed | in fighting", which the parser took for a verb
  if (governor !== null && cases.includes('to') && /^(?:lead|led)$/.test(governor.lemma))
    return /^VB[DN]$/.test(governor.tag) && !hangsOnUnreal(tree, noun);
  if (cases.length > 0)
    return (
      cases.some((word) => AFTER.test(word)) &&
      (setOffRoot(tree, noun) >= 0 || (!hangsOnUnreal(tree, noun) && !isAhead(tree, noun)))
    );
  if (isCounted(tree, noun)) return !hangsOnUnreal(tree, noun);
  if (governor === null) return false;
  const past =
    (/^VB[DN]$/.test(governor.tag) || hasPastHelper(tree, head)) && !isCustomary(tree, head);
  if (underWay(tree, noun) !== null) return !hangsOnUnreal(tree, head);
  if (/^nsubj/.test(tree.relation(noun)))
    return past && !isModal(tree, head) && !isCalledOff(tree, head);
  // "Announced the arrest": a visit that is announced has yet to be.
  const tells =
    PRESUPPOSES.test(governor.lemma) ||
    (/^(?:arrest|other)$/.test(kind) && governor.lemma === 'announce');
  return tree.relation(noun) === 'dobj' && tells && !hangsOnUnreal(tree, head);
}

/** "A symbol of | the Russian invasion of Ukraine": taken as known, whatever is told of it. */
function isKnownInvasion(tree: Tree, noun: number): boolean {
  const { lemma, head } = tree.tokens[noun]!;
  if (lemma !== 'invasion' || (head >= 0 && FORETELLS.test(tree.tokens[head]!.lemma))) return false;
  // "The 2030 invasion of": of a year that `isDated` found to be yet to come
  if (tree.childrenBy(noun, 'nummod').length > 0 || isUnsure(tree, noun)) return false;
  const whom = tree
    .childrenBy(noun, 'nmod')
    .some((i) => i > noun && tree.childrenBy(i, 'case').some((c) => tree.tokens[c]!.word === 'of'));
  const the = tree
    .childrenBy(noun, 'det', 'nmod')
    .some((i) => i < noun && /^(?:the|this|its)$/i.test(tree.tokens[i]!.word));
  const whose = tree.children(noun).some((i) => tree.tokens[i]!.relation === 'nmod:poss');
  return whom && (the || whose);
}

/** What tells of something that has yet to be. */
const FORETELLS =
  /^(?:fear|threat|risk|plan|prospect|possibility|danger|idea|rumou?r|warning|warn|scenario|prepare|preparation|deter|predict|expect|event|case|rehearse|rehearsal|simulate)$/;

/** "Claimed | responsibility for the attack": that word, before the noun; -1 without it. */
export function responsibilityFor(tree: Tree, noun: number): number {
  const [first] = tree.childrenBy(noun, 'case');
  if (first === undefined || tree.tokens[first]!.word !== 'for') return -1;
  return tree.tokens[first - 1]?.lemma === 'responsibility' ? first - 1 : -1;
}

/** "X said they could go, | during a meeting with Y": the verb of saying that a phrase after a comma tells of; -1 for others. */
export function setOffRoot(tree: Tree, noun: number): number {
  const [first] = tree.childrenBy(noun, 'case');
  if (first === undefined || tree.tokens[first - 1]?.word !== ',') return -1;
  if (!/^(?:during|following)$/i.test(tree.tokens[first]!.word)) return -1;
  const root = tree.tokens.findIndex(({ head }) => head < 0);
  const told = root >= 0 && root < noun && tree.tokens[root]!.tag === 'VBD';
  return told && !hangsOnUnreal(tree, root) ? root : -1;
}

/** "This is X's first visit to Y": told as one of those that have been. */
function isCounted(tree: Tree, noun: number): boolean {
  const is = tree.childrenBy(noun, 'cop').some((i) => /^(?:is|was)$/.test(tree.tokens[i]!.word));
  const counted = tree
    .childrenBy(noun, 'amod')
    .some((i) => /^(?:first|second|third|fourth|fifth|last|latest)$/.test(tree.tokens[i]!.word));
  return is && counted;
}

/** "Will be on a visit", "is going on a trip": the verb above has yet to come. */
function isAhead(tree: Tree, noun: number): boolean {
  const { head } = tree.tokens[noun]!;
  return head >= 0 && tree.tokens[head]!.tag === 'VB';
}

const helpersOf = (tree: Tree, verb: number) =>
  tree.childrenBy(verb, 'aux', 'mark').map((i) => tree.tokens[i]!.word);

/** "The visit did not produce a commitment", "the arrest was unlawful": it was made all the same. */
const hasPastHelper = (tree: Tree, verb: number) =>
  tree
    .childrenBy(verb, 'aux', 'auxpass', 'cop')
    .some((i) => /^(?:did|was|were|had)$/i.test(tree.tokens[i]!.word));

/** "The shipment has not been | carried out": denied itself, and not only what it did. */
const isCalledOff = (tree: Tree, verb: number) =>
  (HAPPENS.test(tree.tokens[verb]!.lemma) || BRINGS_ABOUT.test(tree.tokens[verb]!.lemma)) &&
  hangsOnUnreal(tree, verb);

const BRINGS_ABOUT = /^(?:carry|carri|hold|held|conduct|complete?|make|made|launch)$/;

const isModal = (tree: Tree, verb: number) =>
  helpersOf(tree, verb).some((word) =>
    /^(?:would|could|might|may|should|can|will|shall|must|to|if|whether)$/i.test(word),
  );
