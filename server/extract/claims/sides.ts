import type { RelationKind } from '../../../graph-data/schema/index.ts';
import { namingsIn } from '../actors/naming-index.ts';
import type { Tree } from '../text/tree.ts';
import { contains } from '../text/place.ts';
import { clauseSpan, type Clause } from './clause.ts';
import type { ClaimContext } from './context.ts';
import { namedAt, type Tie } from './tie.ts';

/** Whose side somebody is on: by whom they fight beside, swear allegiance to, are at war with or list as banned. */
export function sides(context: ClaimContext): Tie[] {
  const { told } = context;
  const found = [
    ...context.clauses.flatMap((clause) => sideTaken(clause, context)),
    ...atWar(context),
  ];
  return found.filter(
    ({ span }) => !told.some(({ content }) => content.some((one) => contains(one, span))),
  );
}

function sideTaken(clause: Clause, context: ClaimContext): Tie[] {
  const taken = taking(clause);
  if (!taken || clause.passive) return [];
  const [from] = namedAt(clause.agents, clause, context.discourse);
  const [to] = namedAt(taken.heads, clause, context.discourse);
  if (!from || !to || from === to) return [];
  if (taken.kind === 'sanctions' && (from.kind === 'person' || to.kind === 'person')) return [];
  return [{ kind: taken.kind, from, to, span: clauseSpan(clause) }];
}

/** The heads of whose side a clause tells that its subject takes; null for others. */
function taking({
  lemma,
  tree,
  objects,
  obliques,
}: Clause): { readonly kind: RelationKind; readonly heads: readonly number[] } | null {
  // "Are fighting on Kenya's side", "fought alongside the rebels"
  if (/^(?:fight|fought|battle)$/.test(lemma)) {
    const side = (obliques.get('on') ?? []).filter((i) => tree.tokens[i]!.lemma === 'side');
    const heads = [
      ...side.flatMap((i) => [...tree.childrenBy(i, 'nmod:poss'), ...ofPhrases(tree, i)]),
      ...(obliques.get('alongside') ?? []),
    ];
    return heads.length > 0 ? { kind: 'supports', heads } : null;
  }
  // "Pledged allegiance to X"
  if (/^(?:pledge|swear|swore|sworn|declare|vow)$/.test(lemma)) {
    const loyal = objects.filter((i) =>
      /^(?:allegiance|loyalty|fealty)$/.test(tree.tokens[i]!.lemma),
    );
    const to = [
      ...(loyal.length > 0 ? (obliques.get('to') ?? []) : []),
      ...loyal.flatMap((i) => ofPhrases(tree, i, 'to')),
    ];
    return to.length > 0 ? { kind: 'supports', heads: to } : null;
  }
  // "Keeps X on its list of terrorist organisations"
  if (/^(?:keep|kept|maintain|retain|have|hold|list)$/.test(lemma)) {
    const on = [
      ...(obliques.get('on') ?? []),
      ...objects.flatMap((i) => ofPhrases(tree, i, 'on')),
    ].filter((i) => /^(?:list|blacklist|register)$/.test(tree.tokens[i]!.lemma));
    return on.some((i) => isOfBanned(tree, i)) ? { kind: 'sanctions', heads: objects } : null;
  }
  return null;
}

/** Phrases that a noun takes with a preposition. */
const ofPhrases = (tree: Tree, noun: number, word = 'of') =>
  tree
    .childrenBy(noun, 'nmod')
    .filter((i) => tree.childrenBy(i, 'case').some((c) => tree.tokens[c]!.word === word));

function isOfBanned(tree: Tree, list: number): boolean {
  const [from, to] = tree.reach(list);
  return tree.tokens
    .slice(from, to + 1)
    .some(({ lemma }) =>
      /^(?:terror|terrorist|terrorism|sanction|sanctions|blacklist)$/.test(lemma),
    );
}

/** "The dissidents, at war with the army,", "Norway is at war with Peru". */
function atWar({ discourse }: ClaimContext): Tie[] {
  return discourse.trees.flatMap(({ tokens }, sentence) =>
    tokens.flatMap((_, at): Tie[] => {
      const words = tokens.slice(at, at + 3).map(({ word }) => word);
      if (words.join(' ') !== 'at war with') return [];
      const here = namingsIn(discourse.namings, sentence, 0, tokens.length);
      const from = here.findLast(({ to }) => to <= at);
      const to = here.find((one) => one.from === at + 3 || one.from === at + 4);
      if (!from || !to || from.referent === to.referent || to.referent.kind === 'person') return [];
      const between = tokens.slice(from.to, at).map(({ word }) => word);
      const joined = between.every((word) =>
        /^(?:,|\(|\)|is|are|remains?|still|which|\p{Lu}{2,6})$/u.test(word),
      );
      if (!joined || from.referent.kind === 'person') return [];
      const span = { start: from.start, end: to.end };
      return [{ kind: 'opposes', from: from.referent, to: to.referent, span }];
    }),
  );
}
