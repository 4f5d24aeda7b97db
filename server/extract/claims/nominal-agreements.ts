import type { Tree } from '../text/tree.ts';
import { pairBefore } from '../actors/pairs.ts';
import { hangsOnUnreal, namedUnder, nominalClause } from './clause.ts';
import type { ClaimContext } from './context.ts';
import { partiesUnder } from './parties.ts';
import { phrase, type Found } from './told-agreement.ts';

/** Nouns that name an agreement by themselves. */
const NOUNS =
  /^(?:agreement|treaty|deal|pact|accord|memorandum|protocol|convention|ceasefire|truce|armistice|contract)$/;
/** Before the noun: words by which the text takes it as made. */
const GIVEN = /^(?:the|this|that|its|their|his|her|these|existing|under)$/i;

/** "Under the agreement with Russia", "the 1994 treaty between A and B": agreements told by a noun. */
export function nominalAgreements(context: ClaimContext): Found[] {
  return context.discourse.trees.flatMap((tree, sentence) => {
    const listed = itemOfSigned(tree, sentence, context);
    if (listed) return [listed];
    return tree.tokens.flatMap(({ lemma, tag }, noun) =>
      tag.startsWith('NN') && NOUNS.test(lemma) ? (at(tree, sentence, noun, context) ?? []) : [],
    );
  });
}

/** Most items of a list of what was signed. */
const LONGEST_LIST = 12;

/** "14 documents were signed, including:" and then an item without a verb: "a memorandum between A and B;". */
function itemOfSigned(tree: Tree, sentence: number, context: ClaimContext): Found | null {
  const { tokens } = tree;
  const noun = tokens.findIndex(({ lemma, tag }) => tag.startsWith('NN') && ITEMS.test(lemma));
  if (noun < 0 || noun > 6 || tokens.some(({ tag }) => /^(?:VB[DPZ]|MD)$/.test(tag))) return null;
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
  const [from] = tree.reach(noun);
  const before = tree.tokens.slice(Math.max(0, from - 1), noun);
  const year = before.some(({ word }) => /^(?:1[89]|20)\d\d$/.test(word));
  if (!year && !before.some(({ word }) => GIVEN.test(word))) return null;
  if (hangsOnUnreal(tree, tree.tokens[noun]!.head)) return null;
  const partners = tree
    .childrenBy(noun, 'nmod')
    .filter((i) =>
      tree.childrenBy(i, 'case').some((c) => /^(?:with|between)$/.test(tree.tokens[c]!.lemma)),
    );
  if (partners.length === 0) return null;
  const clause = nominalClause(tree, sentence, noun);
  const conjuncts = partners.flatMap((i) => [i, ...tree.childrenBy(i, 'conj')]);
  const owners = tree
    .childrenBy(noun, 'nmod')
    .filter((i) => tree.tokens[i]!.relation === 'nmod:poss');
  const { parties, people } = partiesUnder([...owners, ...conjuncts], clause, context);
  if (parties.length < 2) return null;
  const [, last] = tree.reach(partners.at(-1)!);
  return {
    shape: 'noun',
    sentence,
    span: { start: tree.tokens[from]!.start, end: tree.tokens[Math.max(noun, last)]!.end },
    name: phrase(context.text, tree, noun),
    state: 'announced',
    failed: false,
    parties,
    people,
    place: null,
    anaphoric: false,
  };
}
