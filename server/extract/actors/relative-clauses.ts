import type { Token } from '../nlp/index.ts';
import type { Place } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import type { Discourse, Possible } from './coreference.ts';
import { namingsIn, namingsOfSentence } from './naming-index.ts';
import { isPublication } from './nominal-bearers.ts';
import type { Naming } from './referent.ts';
import { isRole } from './roles.ts';
import { isSomebody } from './somebody.ts';

/** "The statement by the deputy chief, X, | who said": X, whatever the parser hung the clause on. */
export function personBefore(
  { sentence }: Place,
  who: number,
  discourse: Discourse,
): Naming | null {
  const { tokens } = discourse.trees[sentence]!;
  if (!/^who$/i.test(tokens[who]!.word) || tokens[who - 1]?.word !== ',') return null;
  const here = namingsOfSentence(discourse.namings, sentence);
  return here.find(({ to, referent }) => to === who - 1 && referent.kind === 'person') ?? null;
}

/** "Polish | officials": where a noun's own adjectives begin. */
export function modifiersBefore(tokens: readonly Token[], noun: number): number {
  let from = noun;
  while (from > 0 && /^(?:JJ|NN|CD|DT)/.test(tokens[from - 1]!.tag)) from--;
  return from;
}

/** "The outlet published an investigation on Monday | which found": whoever published it. Empty for other nouns. */
export function publisherOf({ sentence }: Place, who: number, discourse: Discourse): Possible[] {
  const { tokens } = discourse.trees[sentence]!;
  const noun = tokens.findLastIndex(
    ({ lemma }, i) => i < who && i >= who - NEAR && (isPublication(lemma) || WORK.test(lemma)),
  );
  const verb = tokens.findLastIndex(
    ({ lemma }, i) =>
      i < noun && i >= noun - NEAR && /^(?:publish|release|issue|present)$/.test(lemma),
  );
  const subject = namingsIn(discourse.namings, sentence, 0, Math.max(0, verb)).find(
    ({ to }) => to === verb,
  );
  if (!subject) return [];
  const reasons = [`published the ${tokens[noun]!.lemma}`];
  return [{ referent: subject.referent, score: 0.8, reasons }];
}

/** In tokens. */
const NEAR = 5;

/** What is published of one's own finding. */
const WORK = /^(?:survey|inquiry|probe|review|article|story)$/;

/**
 * "The attack in Libya | that killed them", "a resident of the area | who was held": where something
 * was does nothing.
 */
export function pastPlace(tree: Tree, noun: number, pronoun: string): number {
  if (noun < 0) return noun;
  const { head, tag } = tree.tokens[noun]!;
  if (/^who$/i.test(pronoun)) return isPersonOf(tree, noun) ? head : noun;
  if (!/^(?:that|which)$/.test(pronoun)) return noun;
  const inside = tree
    .childrenBy(noun, 'case')
    .some((i) => /^(?:in|at|near)$/.test(tree.tokens[i]!.word));
  return inside && tag.startsWith('NNP') && tree.tokens[head]?.tag.startsWith('NN') ? head : noun;
}

/** "A resident | of the area": somebody, told of by a thing that is not. */
function isPersonOf(tree: Tree, noun: number): boolean {
  const { head, tag, lemma } = tree.tokens[noun]!;
  const above = tree.tokens[head];
  if (!above?.tag.startsWith('NN') || tag.startsWith('NNP') || tree.relation(noun) !== 'nmod')
    return false;
  return !isSomebody(lemma, tag === 'NNS') && isRole(above.lemma);
}
