import type { Tree } from '../text/tree.ts';
import { pairBefore } from '../actors/pairs.ts';
import type { Referent } from '../actors/referent.ts';
import { namedUnder, nominalClause } from './clause.ts';
import type { ClaimContext } from './context.ts';
import { hangsOnUnreal } from './factual.ts';
import { partiesJoined } from './joined-states.ts';
import { judgesIt } from './near-parties.ts';
import { partiesUnder, speakersOwn } from './parties.ts';
import { phraseAfter, phrasesOf } from './phrases.ts';
import { withConjuncts } from './subjects.ts';
import { phrase, type Found } from './told-agreement.ts';
import { isFiniteVerb } from '../text/finite.ts';

/** Nouns that name an agreement by themselves. */
const NOUNS =
  /^(?:agreement|treaty|deal|pact|accord|memorandum|memoranda|protocol|convention|ceasefire|truce|armistice|contract|declaration|arrangement)$/;
/** "The Black Sea Grain | Initiative" is one by its name only. */
const isAgreement = (lemma: string, tag: string) =>
  (tag.startsWith('NN') && NOUNS.test(lemma)) || (tag === 'NNP' && lemma === 'initiative');
/** Before the noun: words by which the text takes it as made. */
const GIVEN = /^(?:the|this|that|its|their|his|her|these|existing|current)$/i;
/** Words by which it is not made yet, or no more than talked of. */
const NOT_MADE =
  /^(?:draft|possible|future|potential|proposed|planned|prospective|tentative|failed|stalled|new|another|any|no|next|final|eventual|would-be|pending|hoped-for|elusive)$/i;
/** What is done about an agreement that is not made. */
const SEEKS =
  /^(?:negotiat|discuss|propos|seek|want|demand|draft|prepar|consider|reject|oppose|block|stall|delay|talk|prospect|plan|hope|call|urge|push|mediat|text|version|need|lack|await|without|near|possib|chance|path|step|progress|support|favou?r|expect)/;
/** Who is named elsewhere in a clause that says so is bound by it. */
const UNDER = /^(?:under|per|pursuant|accord(?:ing)?|thanks|line|basis|within|despite)$/;
/** It stands, or stood. */
const STANDS =
  /^(?:hold|stand|collapse|expire|end|lapse|remain|last|break|bind|oblige|cover|require|allow|let)$/;

/** "Under the agreement with Russia", "the 1994 treaty between A and B": agreements told by a noun. */
export function nominalAgreements(context: ClaimContext): Found[] {
  return context.discourse.trees.flatMap((tree, sentence) => {
    const listed = itemOfSigned(tree, sentence, context);
    if (listed) return [listed];
    return tree.tokens.flatMap(({ lemma, tag }, noun) =>
      isAgreement(lemma, tag) ? (at(tree, sentence, noun, context) ?? []) : [],
    );
  });
}

/** Most items of a list of what was signed. */
const LONGEST_LIST = 12;

/** "14 documents were signed, including:" and then an item without a verb: "a memorandum between A and B;". */
function itemOfSigned(tree: Tree, sentence: number, context: ClaimContext): Found | null {
  const { tokens } = tree;
  const noun = tokens.findIndex(({ lemma, tag }) => tag.startsWith('NN') && ITEMS.test(lemma));
  if (noun < 0 || noun > 6 || tokens.some(isFiniteVerb)) return null;
  const { trees } = context.discourse;
  const items = trees.slice(Math.max(0, sentence - LONGEST_LIST), sentence);
  const opening = items.findLast((one) => one.tokens.at(-1)!.word === ':');
  const between = opening ? items.slice(items.indexOf(opening) + 1) : [];
  const signed = opening?.tokens.some(({ lemma }) => lemma === 'sign');
  if (
    !opening ||
    !signed ||
    between.some((one) => one.tokens.some(({ tag }) => /^(?:VBD|MD)$/.test(tag)))
  )
    return null;
  const clause = nominalClause(tree, sentence, noun);
  const partners = tree.childrenBy(noun, 'nmod').flatMap((i) => [i, ...tree.childrenBy(i, 'conj')]);
  const named = partiesUnder(partners, clause, context);
  const bodies = namedUnder(partners, clause, context.discourse).filter(
    ({ kind }) => kind !== 'person' && kind !== 'media',
  );
  const own =
    tokens.some(({ word }) => word === 'between') && bodies.length >= 2 ? bodies : named.parties;
  const parties = own.length >= 2 ? own : pairBefore(sentence, 0, context.discourse);
  if (parties.length < 2) return null;
  const last = tokens.findLastIndex(({ word }) => /[\p{L}\p{N}]/u.test(word));
  return {
    shape: 'listed',
    sentence,
    span: { start: tokens[0]!.start, end: tokens[last]!.end },
    name: phrase(context.text, tree, noun),
    state: 'signed',
    failed: false,
    parties,
    people: [],
    place: null,
    anaphoric: false,
  };
}

const ITEMS =
  /^(?:agreement|treaty|memorandum|protocol|convention|plan|programme|program|contract|declaration|statement|roadmap|arrangement)$/;

function at(tree: Tree, sentence: number, noun: number, context: ClaimContext): Found | null {
  const { tokens } = tree;
  const [from, last] = ownWords(tree, noun);
  const before = tokens.slice(Math.max(0, from - 1), noun);
  if (before.some(({ word }) => NOT_MADE.test(word)) || isSought(tree, noun)) return null;
  const clause = nominalClause(tree, sentence, noun);
  const under = isUnder(tree, noun);
  const owned = tree.relation(noun) === 'conj' ? [noun, tokens[noun]!.head] : [noun];
  const owners = owned
    .flatMap((one) => tree.children(one))
    .filter((i) => i < noun && tokens[i]!.relation === 'nmod:poss');
  const partners = partnersOf(tree, noun);
  const listed = partners.length > 0 && isAmongSigned(tree, noun);
  const unreal = hangsOnUnreal(tree, tokens[noun]!.head);
  // "Leases it from A | under a contract", "will supply it | under a contract"
  const applied = under && (partners.length > 0 || !unreal || isToCome(tree, tokens[noun]!.head));
  if (!isMade(tree, noun, before, owners) && !applied && !listed) return null;
  if (!under && unreal) return null;
  const close = [...owners, ...partners.flatMap((i) => [i, ...tree.childrenBy(i, 'conj')])];
  const own = partiesUnder(close, clause, context);
  const states = tokens
    .slice(from, noun)
    .flatMap(({ word }) => partiesJoined(word, context.discourse.cast));
  const speaks = partners.length > 0 ? speakersOwn(noun, own.parties, clause, context) : [];
  const beside = [...new Set([...own.parties, ...states, ...speaks])];
  const parties =
    beside.length > 1 || !under
      ? beside
      : [...new Set([...beside, ...boundBy(tree, sentence, noun, context)])];
  const bound = parties.length > 1 ? parties : partners.length > 0 ? personsOf(own.people) : [];
  if (bound.length < 2) return null;
  const end = Math.max(last, ...partners.map((i) => tree.reach(i)[1]));
  return {
    shape: listed ? 'listed' : 'noun',
    sentence,
    span: { start: tokens[from]!.start, end: tokens[end]!.end },
    name: phrase(context.text, tree, noun),
    state: listed || isMadeSolemnly(tree, noun) ? 'signed' : under ? 'in-force' : 'announced',
    failed: false,
    parties: bound,
    people: own.people,
    place: null,
    anaphoric: false,
    byDeed: beside.length === 0 && before.some(({ word }) => POINTS.test(word)),
  };
}

/** "| Will supply fuel under a contract": what is not done yet, though the contract is made. */
const isToCome = (tree: Tree, verb: number) =>
  tree.childrenBy(verb, 'aux').some((i) => /^will$/i.test(tree.tokens[i]!.word));

/** "Under | the five-year deal": one that was told of before, if any was. */
const POINTS = /^(?:the|this|that)$/i;

/** The noun with what stands before it, and "of 1951", up to what it is followed by. */
function ownWords(tree: Tree, noun: number): readonly [number, number] {
  const [reach] = tree.reach(noun);
  const preposition = tree.childrenBy(noun, 'case').filter((i) => i < noun);
  const from = Math.min(noun, Math.max(reach, 1 + Math.max(-1, ...preposition)));
  const year = tree.tokens[noun + 1]?.lemma === 'of' && tree.tokens[noun + 2]?.tag === 'CD';
  return [from, year ? noun + 2 : noun];
}

/** The text takes it as made: by its words, its year, its owner or name, or what it does. */
function isMade(
  tree: Tree,
  noun: number,
  before: readonly { word: string; tag: string }[],
  owners: readonly number[],
): boolean {
  const { tokens } = tree;
  const dated =
    before.some(({ word }) => YEAR.test(word)) || YEAR.test(tokens[noun + 2]?.word ?? '');
  if (dated || owners.length > 0 || madeBy(tree, noun).length > 0) return true;
  const peace = before.some(({ word }) => /^peace$/i.test(word)) && !isUnder(tree, noun);
  if (before.some(({ word }) => GIVEN.test(word))) return !peace;
  const { head } = tokens[noun]!;
  if (head < 0) return false;
  // "Is based | on an agreement between A and B", "in breach | of a truce between"
  if (tree.childrenBy(noun, 'case').length > 0 && RESTS.test(tokens[head]!.lemma)) return true;
  return /^nsubj/.test(tree.relation(noun)) && STANDS.test(tokens[head]!.lemma);
}

/** What rests on an agreement takes it as made. */
const RESTS = /^(?:base|owe?|stem|result|rest|date|implementation|violation|breach|term)$/;

/** "Signed 27 documents, | including an agreement between A and B": one of them, with its own parties. */
function isAmongSigned(tree: Tree, noun: number): boolean {
  const among = tree.childrenBy(noun, 'case').some((i) => tree.tokens[i]!.word === 'including');
  const { head } = tree.tokens[noun]!;
  if (!among || head < 0) return false;
  return [head, tree.tokens[head]!.head].some(
    (i) => i >= 0 && /^VB[DN]$/.test(tree.tokens[i]!.tag) && SIGNS.test(tree.tokens[i]!.lemma),
  );
}

const SIGNS = /^(?:sign|conclud|ink|initial|seal)/;

const YEAR = /^(?:1[89]|20)\d\d$/;

/** "Signed in 2014", not "brokered in 2014": as far as the participle tells. */
const isMadeSolemnly = (tree: Tree, noun: number) =>
  madeBy(tree, noun).some((i) => !TALKED.test(tree.tokens[i]!.lemma));

const TALKED = /^(?:broker|mediat|facilitat|negotiate|forge|agree|make|made)/;

function isSought(tree: Tree, noun: number): boolean {
  const { head } = tree.tokens[noun]!;
  const beside = tree.tokens[noun + 1]?.word === 'talks';
  return beside || (head >= 0 && SEEKS.test(tree.tokens[head]!.lemma) && !isUnder(tree, noun));
}

function isUnder(tree: Tree, noun: number): boolean {
  return tree.childrenBy(noun, 'case').some((i) => UNDER.test(tree.tokens[i]!.word.toLowerCase()));
}

/**
 * "A memorandum between A and B", "a memorandum of understanding with A", "a deal brokered by A
 * with B".
 */
function partnersOf(tree: Tree, noun: number): number[] {
  const inner = tree.children(noun).filter((i) => tree.tokens[i]!.lemma.startsWith('understand'));
  const phrases = phrasesOf(tree, [noun, ...inner]);
  const makers = phrasesOf(tree, [...madeBy(tree, noun), ...brokeredBy(tree, noun)]);
  const signers = phrasesOf(
    tree,
    madeBy(tree, noun).filter((i) => !BROKERS.test(tree.tokens[i]!.lemma)),
  );
  const next = phraseAfter(tree, noun);
  const beside = next !== null && /^(?:with|between)$/.test(tree.tokens[noun + 1]!.lemma);
  const found = [
    ...(beside ? [next] : []),
    ...signersAfter(tree, noun),
    ...[phrases, makers].flatMap((one) => [
      ...(one.get('with') ?? []),
      ...(one.get('between') ?? []),
    ]),
    ...(makers.has('with') ? (makers.get('by') ?? []) : severalOf(signers.get('by') ?? [])),
  ];
  return [...new Set([...found, ...joinedPastNoun(tree, noun, found)])];
}

/** Verb lemmas: "brokered by the US and Qatar": those two are no parties. */
export const BROKERS = /^(?:broker|mediat|facilitat)/;

const severalOf = (heads: readonly number[]) => (heads.length > 1 ? heads : []);

/** "A deal that C | brokered between A and B": who it is between stands with the verb. */
const brokeredBy = (tree: Tree, noun: number) =>
  tree
    .childrenBy(noun, 'acl')
    .filter(
      (i) =>
        i > noun &&
        /^VB[DN]$/.test(tree.tokens[i]!.tag) &&
        BROKERED.test(tree.tokens[i]!.lemma) &&
        tree.childrenBy(i, 'nsubj').length > 0,
    );

const BROKERED = /^(?:broker|mediat|negotiat|facilitat|strike|struck|make|made|reach)/;

/** "An agreement between A | and a bank": the second of two, which the parser joined to the noun. */
function joinedPastNoun(tree: Tree, noun: number, partners: readonly number[]): number[] {
  const [one, more] = partners;
  if (one === undefined || more !== undefined || tree.tokens[noun + 1]?.word !== 'between')
    return [];
  const next = tree.childrenBy(noun, 'conj').find((i) => i > one);
  const and = tree.tokens.findIndex(({ word }, i) => i > one && word === 'and');
  return next !== undefined && tree.reach(one)[1] + 1 === and ? [next] : [];
}

/** "An agreement | the two countries signed", "| that the two countries signed": who signs. */
function signersAfter({ tokens }: Tree, noun: number): number[] {
  const from = tokens[noun + 1]?.word === 'that' ? noun + 2 : noun + 1;
  if (!/^(?:the|their)$/i.test(tokens[from]?.word ?? '')) return [];
  const verb = tokens.findIndex(({ tag }, i) => i > from && /^VB/.test(tag));
  const between = tokens.slice(from, Math.max(verb, from));
  const alone =
    between.length > 1 &&
    between.at(-1)!.tag === 'NNS' &&
    between.every(({ tag }) => /^(?:DT|CD|JJ|NNS?|PRP\$)$/.test(tag));
  return alone && SIGNS.test(tokens[verb]!.lemma) ? [verb - 1] : [];
}

/** Participles that say of it that it was made: "signed in 2014". */
const madeBy = (tree: Tree, noun: number) =>
  tree
    .childrenBy(noun, 'acl')
    .filter((i) => tree.tokens[i]!.tag === 'VBN' && MADE.test(tree.tokens[i]!.lemma));

const MADE =
  /^(?:sign|conclude|reach|strike|struck|ink|ratif|broker|mediate|facilitate|negotiate|make|made|seal|forge|finali|clinch|secure|agree)/;

/** "Under a contract signed in 2018, Egypt buys gas from Israel": who does what the clause tells with whom. */
function boundBy(
  tree: Tree,
  sentence: number,
  noun: number,
  context: ClaimContext,
): readonly Referent[] {
  const verb = actingVerb(tree, tree.tokens[noun]!.head);
  if (verb < 0 || judgesIt(tree, verb)) return [];
  const subjects = withConjuncts(tree, tree.childrenBy(verb, 'nsubj', 'nsubjpass'));
  const phrases = phrasesOf(tree, [verb, ...tree.childrenBy(verb, 'dobj')]);
  // "Moved | to Belarus": where, and not to whom
  const ways = ['from', 'with', 'by', ...(MOVES.test(tree.tokens[verb]!.lemma) ? [] : ['to'])];
  const others = ways.flatMap((word) => phrases.get(word) ?? []);
  const given = tree
    .childrenBy(verb, 'iobj')
    .concat(tree.childrenBy(verb, 'dobj').filter((i) => /^NNP/.test(tree.tokens[i]!.tag)));
  const heads = [...subjects, ...others.filter((i) => i !== noun), ...given];
  return partiesUnder(heads, nominalClause(tree, sentence, noun), context).parties;
}

const MOVES =
  /^(?:move|go|went|gone|return|withdraw|withdrew|retreat|flee|fled|travel|fly|flew|come|came|relocate|redeploy|head)$/;

/**
 * Past participles and adjectives for which the parser took nouns, "formed a joint regional | grouping",
 * and past what somebody "pledged | to do".
 */
function actingVerb(tree: Tree, from: number): number {
  let at = from;
  for (let steps = 0; at >= 0 && steps < 3 && leadsUp(tree, at); steps++) {
    if (tree.childrenBy(at, 'nsubj', 'nsubjpass').length > 0) return at;
    at = tree.tokens[at]!.head;
  }
  return at;
}

const leadsUp = (tree: Tree, at: number) =>
  /^(?:VBG|JJ)/.test(tree.tokens[at]!.tag) ||
  (tree.relation(at) === 'xcomp' && PLEDGES.test(tree.tokens[tree.tokens[at]!.head]!.lemma));

const PLEDGES = /^(?:pledge|promise|vow|undert[ao]+ke?|commit|agree|continue?|begin|start)$/;

/** Of an agreement "between Ivan Petrov and Assimi Goita" these two, where their states are not told. */
const personsOf = (people: readonly Referent[]) =>
  people.filter(({ kind, key }) => kind === 'person' && key.startsWith('person:'));
