import type { Tree } from '../text/tree.ts';
import { hangsOnUnreal, nominalClause } from './clause.ts';
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
  return context.discourse.trees.flatMap((tree, sentence) =>
    tree.tokens.flatMap(({ lemma, tag }, noun) =>
      tag.startsWith('NN') && NOUNS.test(lemma) ? (at(tree, sentence, noun, context) ?? []) : [],
    ),
  );
}

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
