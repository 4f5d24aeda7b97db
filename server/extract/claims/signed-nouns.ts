import type { Tree } from '../text/tree.ts';
import type { Clause } from './clause.ts';
import { BINDING } from './near-parties.ts';

/** Nouns that name an agreement. */
export const NOUNS = new Set(
  (
    'agreement treaty deal pact accord memorandum memoranda protocol convention doctrine amendment ammendment document ' +
    'declaration ceasefire cease-fire truce charter partnership roadmap framework arrangement ' +
    'armistice contract plan programme program union loan communique alliance extension settlement ' +
    'understanding swap exchange statute compact concession lease moratorium concordat statement letter principle paper decree sheet cessation package'
  ).split(' '),
);

/**
 * What is signed: the objects, what they are a number of ("a pile | of papers"), and what is said to
 * be among them.
 */
export function signedBy(clause: Clause): number[] {
  const { tree, lemma, obliques } = clause;
  const own = objectsOf(clause).map((object) => namedAbove(clause, antecedent(tree, object)));
  const counted = own
    .filter((object) => COUNT.test(tree.tokens[object]!.lemma))
    .flatMap((object) => tree.childrenBy(object, 'nmod'));
  const entered = obliques.get(COMES_TO[lemma] ?? '') ?? [];
  return [
    ...own,
    ...counted,
    ...entered,
    ...signatures(clause),
    ...(obliques.get('including') ?? []),
  ];
}

/** "The Treaty on the Creation of the Union State, | signed by": what is signed, not what it is about. */
function namedAbove({ tree, verb, passive }: Clause, object: number): number {
  const { tokens } = tree;
  if (!passive || tree.relation(verb) !== 'acl' || tokens[verb - 1]?.word !== ',') return object;
  for (let at = object; tree.relation(at) === 'nmod'; at = tokens[at]!.head)
    if (BINDING.test(tokens[tokens[at]!.head]!.lemma)) return tokens[at]!.head;
  return object;
}

/**
 * Also what the parser took for the subject: of another verb ("signed | two contracts on radars"), or
 * of a participle ("a deal | struck between").
 */
function objectsOf({ tree, verb, agents, objects, obliques }: Clause): readonly number[] {
  if (objects.length > 0) return objects;
  const clauses = tree
    .childrenBy(verb, 'ccomp')
    .filter(
      (i) =>
        /^VB[ZP]$/.test(tree.tokens[i]!.tag) &&
        tree.childrenBy(i, 'mark').length === 0 &&
        tree.childrenBy(i, 'nsubj').every((subject) => subject > verb),
    );
  // "Signed a minerals | deal", of which the tagger made a verb
  const nouns = clauses.filter((i) => NOUNS.has(tree.tokens[i]!.lemma));
  if (nouns.length > 0) return nouns;
  const taken = clauses.flatMap((i) => tree.childrenBy(i, 'nsubj')).filter((i) => i > verb);
  if (taken.length > 0) return taken;
  return obliques.has('between') ? agents.filter((i) => NOUNS.has(tree.tokens[i]!.lemma)) : [];
}

/** "Put their signatures | under a contract", "set his signature | to a treaty". */
export function signatures({ tree, objects, obliques }: Clause): number[] {
  const signs = objects.some(
    (i) =>
      tree.tokens[i]!.lemma === 'signature' ||
      (tree.tokens[i]!.lemma === 'name' && /^(?:their|his|her)$/.test(tree.tokens[i - 1]!.word)),
  );
  return signs ? ['under', 'to', 'on'].flatMap((word) => obliques.get(word) ?? []) : [];
}

/** "Came | to an agreement", "entered | into a pact". */
const COMES_TO: Readonly<Record<string, string>> = { come: 'to', enter: 'into', arrive: 'at' };

const COUNT =
  /^(?:pile|package|packet|number|series|set|raft|range|bundle|host|slew|dozen|pair|couple|batch|string|list|handful|variety|text|term|worth)s?$/;

/** "Which was signed": what the relative pronoun stands for. */
function antecedent(tree: Tree, object: number): number {
  if (!/^W/.test(tree.tokens[object]!.tag)) return object;
  const verb = tree.tokens[object]!.head;
  const noun = verb < 0 ? -1 : tree.tokens[verb]!.head;
  if (noun < 0 || noun >= object) return object;
  // "The agreement on visas, | which was signed"
  if (NOUNS.has(tree.tokens[noun]!.lemma)) return noun;
  const { head } = tree.tokens[noun]!;
  const governed = tree.relation(noun) === 'nmod';
  if (governed && head >= 0 && NOUNS.has(tree.tokens[head]!.lemma)) return head;
  // "A memorandum on marking the border, | which they signed"
  const topic = head >= 0 && head < noun ? tree.tokens[head]! : null;
  const marking = topic?.tag === 'VBG' && tree.tokens[noun + 1]?.word === ',';
  const above = marking ? topic.head : -1;
  return above >= 0 && above < noun && BINDING.test(tree.tokens[above]!.lemma) ? above : noun;
}
