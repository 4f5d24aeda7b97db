import type { AgreementState } from '../../../graph-data/schema/index.ts';
import type { Tree } from '../text/tree.ts';
import type { Referent } from '../actors/referent.ts';
import { nominalClause } from './clause.ts';
import type { ClaimContext } from './context.ts';
import { hangsOnUnreal } from './factual.ts';
import { BINDING, withNear } from './near-parties.ts';
import { partiesUnder, withPersons } from './parties.ts';
import { phrasesOf } from './phrases.ts';
import { subjectsOf, withConjuncts } from './subjects.ts';
import { phrase, type Found } from './told-agreement.ts';

/** "The talks ended with the signing of a treaty", "met after the signing of a pact between A and B". */
export function signings(context: ClaimContext): Found[] {
  return context.discourse.trees.flatMap((tree, sentence) =>
    tree.tokens.flatMap(({ word }, at) =>
      /^(?:signing|conclusion|ratification|amendment)$/i.test(word)
        ? (signingAt(tree, sentence, at, context) ?? [])
        : [],
    ),
  );
}

/** Null where it has not been, or who signed cannot be told. */
function signingAt(tree: Tree, sentence: number, at: number, context: ClaimContext): Found | null {
  const noun = signedAt(tree, at);
  if (noun === null || !hasBeen(tree, at)) return null;
  const clause = nominalClause(tree, sentence, at);
  const signers = signersOf(tree, at, noun);
  const { parties: told, people } = partiesUnder(signers, clause, context);
  const beside = withPersons(told, signers, clause, context);
  const parties = beside.length > 1 ? beside : orNear(beside, sentence, context);
  if (parties.length < 2) return null;
  const [, last] = tree.reach(noun);
  return {
    shape: beside.length > 1 ? 'noun' : 'near',
    sentence,
    span: { start: tree.tokens[at]!.start, end: tree.tokens[Math.max(noun, last)]!.end },
    name: phrase(context.text, tree, noun),
    state: stateBy(tree.tokens[at]!.word),
    failed: false,
    parties,
    people,
    place: null,
    anaphoric: false,
  };
}

function stateBy(word: string): AgreementState {
  if (/^ratif/i.test(word)) return 'adopted';
  return /^amend/i.test(word) ? 'amended' : 'signed';
}

/** "The signing | of a memorandum", "signing a memorandum": what is signed; null when no agreement. */
function signedAt(tree: Tree, at: number): number | null {
  const heads = withConjuncts(tree, [
    ...tree.childrenBy(at, 'dobj'),
    ...(phrasesOf(tree, [at]).get('of') ?? []),
  ]);
  return heads.find((i) => SIGNABLE.test(tree.tokens[i]!.lemma)) ?? null;
}

const SIGNABLE = new RegExp(
  `${BINDING.source}|^(?:contract|document|plan|deal|statement|roadmap)$`,
);

/** As the end, the ground or the time of something that was: "ended with", "after", "at". */
function hasBeen(tree: Tree, at: number): boolean {
  const { head } = tree.tokens[at]!;
  if (isWitnessed(tree, at)) return true;
  const brought = tree.childrenBy(at, 'case', 'mark').map((i) => tree.tokens[i]!.word);
  const words = brought.length > 0 ? brought : [tree.tokens[at - 1]?.word ?? ''];
  if (head < 0 || /^nsubj/.test(tree.relation(at)) || hangsOnUnreal(tree, head)) return false;
  const verb = tree.tokens[head]!;
  if (words.some((word) => /^(?:with|in)$/i.test(word)))
    return /^VB[DN]$/.test(verb.tag) && ENDS.test(verb.lemma);
  return (
    words.some((word) => /^(?:after|following|since)$/i.test(word)) && /^VB[DN]$/.test(verb.tag)
  );
}

/** "Attended | the signing of a contract", "presided over | the signing". */
function isWitnessed(tree: Tree, at: number): boolean {
  const { head } = tree.tokens[at]!;
  if (head < 0 || !/^(?:dobj|nmod)$/.test(tree.relation(at))) return false;
  const { tag, lemma } = tree.tokens[head]!;
  return /^VB[DN]$/.test(tag) && WITNESSES.test(lemma) && !hangsOnUnreal(tree, head);
}

const WITNESSES = /^(?:attend|witness|overs[ae]e?w?|preside?|watch)$/;

const ENDS = /^(?:end|conclud|conclude|culminat|culminate|finish|close|result)/;

/** Those whose agreement it is, who sign it, or who do what the verb above tells. */
function signersOf(tree: Tree, at: number, noun: number): readonly number[] {
  const phrases = phrasesOf(tree, [at, noun, ...tree.childrenBy(noun, 'nmod')]);
  const own = ['between', 'with', 'by'].flatMap((word) => phrases.get(word) ?? []);
  // "Presided over the signing of a memorandum | with his counterpart"
  const his = own.some((i) =>
    tree.childrenBy(i, 'nmod').some((one) => /^(?:his|her|their)$/i.test(tree.tokens[one]!.word)),
  );
  if (his) return [...subjectsOf(tree, tree.tokens[at]!.head), ...own];
  return own.length > 0 || isWitnessed(tree, at) ? own : subjectsOf(tree, tree.tokens[at]!.head);
}

const orNear = (beside: readonly Referent[], sentence: number, context: ClaimContext) =>
  withNear(beside, { sentence }, context);
