import { bearersAt } from '../actors/bearers.ts';
import type { Discourse } from '../actors/coreference.ts';
import { stateEndingAt } from '../actors/country.ts';
import { namingsOfSentence } from '../actors/naming-index.ts';
import type { Referent } from '../actors/referent.ts';
import { isRole } from '../actors/roles.ts';
import type { Told } from '../statements/told.ts';
import { namedUnder, referentsOf, type Clause } from './clause.ts';

/**
 * The persons who are signers by name or pronoun at these heads themselves, and not only named in
 * what tells of somebody: "Putin", "he", no "aides of Putin".
 */
export function personsAt(
  heads: readonly number[],
  clause: Clause,
  discourse: Discourse,
): Referent[] {
  const here = namingsOfSentence(discourse.namings, clause.sentence);
  const found = heads.flatMap((head) => {
    const naming = here.find(({ from, to }) => from <= head && head < to);
    if (naming) return [naming.referent];
    if (!PERSONAL.test(clause.tree.tokens[head]!.word)) return [];
    const self = speakerMeant(head, clause, discourse);
    return self.length > 0 ? self : referentsOf([head], clause, discourse);
  });
  return [...new Set(found)].filter(
    ({ kind, key }) => kind === 'person' && key.startsWith('person:'),
  );
}

const PERSONAL = /^(?:he|she)$/i;

/**
 * "X announced that | he and Y had agreed": whoever says so of himself, where the pronoun may mean
 * him at all.
 */
export function speakerMeant(
  head: number,
  clause: Clause,
  discourse: Discourse,
): readonly Referent[] {
  const { tree, sentence, verb } = clause;
  if (!PERSONAL.test(tree.tokens[head]!.word) || tree.relation(verb) !== 'ccomp') return [];
  const subjects = tree.childrenBy(tree.tokens[verb]!.head, 'nsubj').filter((i) => i < head);
  const speakers = namedUnder(subjects, clause, discourse).filter(({ kind }) => kind === 'person');
  const possible = bearersAt({ sentence, from: head, to: head + 1 }, head, discourse);
  const meant = speakers.filter((one) => possible.some(({ referent }) => referent === one));
  return meant.length === 1 ? meant : [];
}

/** "`We signed a contract with Peru`, the minister said": whoever says so; null where nobody is sure to. */
export function quotedAs(head: number, { tree }: Clause, told: readonly Told[]): Referent | null {
  const { word, start } = tree.tokens[head]!;
  return /^we$/i.test(word) ? speakerAt(start, told) : null;
}

/** Who says the words at an offset of the text; null where nobody is sure to. */
export function speakerAt(offset: number, told: readonly Told[]): Referent | null {
  const said = told.find(({ content }) =>
    content.some(({ start, end }) => start <= offset && offset < end),
  );
  const [speaker] = said?.speakers ?? [];
  return speaker && speaker.score >= LIKELY ? speaker.referent : null;
}

/** "A Chinese bank", "an Israeli company": a firm that the text does not name, and no state. */
export function firmAt(
  head: number,
  { tree }: Pick<Clause, 'tree'>,
  { cast }: Discourse,
): Referent | null {
  const { lemma, tag } = tree.tokens[head]!;
  if (tag !== 'NN' || !FIRM.test(lemma)) return null;
  const [article] = tree.childrenBy(head, 'det');
  if (article === undefined || !/^an?$/i.test(tree.tokens[article]!.word)) return null;
  const words = tree.tokens.slice(article + 1, head + 1).map(({ word }) => word);
  const state = tree.tokens
    .slice(article + 1, head)
    .flatMap((_, i) => stateEndingAt(tree.tokens, article + 1 + i)?.state ?? []);
  return cast.unnamed(words.join(' '), 'group', state.at(-1) ?? null);
}

const FIRM =
  /^(?:bank|company|firm|corporation|manufacturer|supplier|consortium|concern|operator)$/;

/** "Its | envoy": the state that the pronoun means. */
export function ownerMeant(
  head: number,
  { tree, sentence }: Clause,
  discourse: Discourse,
): Referent[] {
  if (!isRole(tree.tokens[head]!.lemma)) return [];
  return tree
    .children(head)
    .filter((i) => /^its$/i.test(tree.tokens[i]!.word))
    .flatMap((i) => {
      const [best] = bearersAt({ sentence, from: i, to: i + 1 }, i, discourse);
      const sure = best?.referent.kind === 'state' ? LIKELY_STATE : LIKELY;
      return best && best.score >= sure ? [best.referent] : [];
    });
}

/** States have envoys more often than others that "its" may mean. */
const LIKELY_STATE = 0.35;
const LIKELY = 0.5;
