import { namingAt } from '../../actors/naming-index.ts';
import { isPronoun, type Discourse } from '../../actors/coreference.ts';
import type { Referent } from '../../actors/referent.ts';
import type { Span } from '../../nlp/index.ts';
import type { Tree } from '../../text/tree.ts';
import { rangesIn, type Range } from '../range.ts';

/** Whom a clause is about, seen from whoever utters it. */
export type Subject =
  /** The speaker: "I", "we", in a paraphrase "he", or the speaker's own name. */
  | 'speaker'
  /** The speaker's state or what is called the speaker's own: "Hanoi", "his country". */
  | 'own side'
  | 'another'
  | 'none';

/** The main clause of one sentence of an utterance. */
export interface MainClause {
  readonly tree: Tree;
  /** Token that governs it. */
  readonly head: number;
  readonly lemma: string;
  /** Words before the verb that it leans on, lower case: "will", "had", "not". */
  readonly helpers: readonly string[];
  readonly subject: Subject;
}

/** The main clause of each sentence that an utterance takes part of, in text order. */
export function mainClauses(
  content: readonly Span[],
  speaker: Referent,
  discourse: Discourse,
): MainClause[] {
  return rangesIn(content, discourse).flatMap((range) => clausesOf(range, speaker, discourse));
}

type Sentenced = Range & { readonly sentence: number };

/** The clause that governs the words, and those joined to it with a subject or modal of their own. */
function clausesOf(
  { tree, sentence, from, to }: Sentenced,
  speaker: Referent,
  discourse: Discourse,
): MainClause[] {
  const head = verbalHead(tree, from, to);
  const joined = tree
    .childrenBy(head, 'conj')
    .filter((i) => i < to && tree.childrenBy(i, 'nsubj', 'aux').length > 0);
  const range = { tree, sentence, from, to };
  const first = clauseAt(head, range, speaker, discourse);
  const rest = joined.map((at) => clauseAt(at, range, speaker, discourse));
  // "We are ready to help and | will send arms": whoever the first clause is about.
  return [
    first,
    ...rest.map((one) => (one.subject === 'none' ? { ...one, subject: first.subject } : one)),
  ];
}

function clauseAt(
  head: number,
  { tree, sentence, from, to }: Sentenced,
  speaker: Referent,
  discourse: Discourse,
): MainClause {
  const helpers = tree
    .childrenBy(head, 'aux', 'auxpass', 'neg', 'cop')
    .filter((i) => i >= from && i < to)
    .map((i) => tree.tokens[i]!.word.toLowerCase());
  const [subject] = tree.childrenBy(head, 'nsubj', 'nsubjpass').filter((i) => i >= from && i < to);
  return {
    tree,
    head,
    lemma: tree.tokens[head]!.lemma,
    helpers,
    subject: subject === undefined ? 'none' : whose(subject, sentence, tree, speaker, discourse),
  };
}

/** The governor of the words, or the clause under it that has the subject ("It is clear that ..."). */
function verbalHead(tree: Tree, from: number, to: number): number {
  const head = tree.headOf(from, to);
  if (tree.childrenBy(head, 'nsubj', 'nsubjpass', 'aux').length > 0) return head;
  for (let i = from; i < to; i++)
    if (
      /^VB/.test(tree.tokens[i]!.tag) &&
      tree.childrenBy(i, 'nsubj', 'nsubjpass').some((child) => child >= from && child < i)
    )
      return i;
  return head;
}

/** Nouns for what a speaker speaks for, after a possessive: "his country", "our army". */
const OWN =
  /^(?:man|people|person|fighter|supporter|country|nation|government|state|party|army|military|force|troop|unit|soldier|ministry|company|organisation|organization|administration|team|side|people|bloc|alliance|office|group)$/;

function whose(
  subject: number,
  sentence: number,
  tree: Tree,
  speaker: Referent,
  { namings }: Discourse,
): Subject {
  const { word, lemma } = tree.tokens[subject]!;
  if (/^(?:i|we)$/i.test(word)) return 'speaker';
  if (isPronoun(word)) return fitsSpeaker(word, speaker) ? 'speaker' : 'another';
  const possessed = tree
    .childrenBy(subject, 'nmod')
    .some((i) => /^(?:my|our|his|her|its|their)$/i.test(tree.tokens[i]!.word));
  if (possessed && OWN.test(lemma)) return 'own side';
  if (isOwnCountry(subject, tree, speaker)) return 'own side';
  const named = namingAt(namings, sentence, subject)?.referent;
  if (!named) return 'another';
  if (named === speaker) return 'speaker';
  return countryOf(named) !== null && countryOf(named) === countryOf(speaker)
    ? 'own side'
    : 'another';
}

/** "The country", in the mouth of somebody in office: no "neighbouring country". */
function isOwnCountry(subject: number, tree: Tree, { country, posts }: Referent): boolean {
  if (country === null && posts.length === 0) return false;
  const [article, ...more] = tree.childrenBy(subject, 'det', 'amod', 'nmod', 'compound', 'acl');
  return (
    tree.tokens[subject]!.word.toLowerCase() === 'country' &&
    article !== undefined &&
    tree.tokens[article]!.lemma === 'the' &&
    more.length === 0
  );
}

function fitsSpeaker(pronoun: string, { kind }: Referent): boolean {
  const person = /^(?:he|she)$/i.test(pronoun);
  return /^they$/i.test(pronoun) ? kind !== 'person' : person === (kind === 'person');
}

function countryOf({ key, country }: Referent): string | null {
  return country ?? /^state:(.+)$/.exec(key)?.[1] ?? null;
}
