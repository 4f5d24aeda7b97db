import type { Tree } from '../text/tree.ts';
import { TIME, withConjuncts } from './subjects.ts';

/**
 * Heads of the prepositional phrases that hang on words, by preposition. The parser often hangs one
 * on the time before it: "met for two hours | with X", "a meeting on Monday | between".
 */
export function phrasesOf(tree: Tree, governors: readonly number[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  const own = governors.flatMap((at) => tree.childrenBy(at, 'nmod'));
  const times = own.filter((i) => TIME.test(tree.tokens[i]!.lemma));
  for (const nmod of [...own, ...times.flatMap((at) => tree.childrenBy(at, 'nmod'))]) {
    const word = prepositionOf(tree, nmod);
    const heads = [placeBeside(tree, nmod) ?? nmod];
    found.set(word, [...(found.get(word) ?? []), ...withConjuncts(tree, heads)]);
  }
  return found;
}

/** "To Mongolia | today", "by the EU | yesterday": the name that the parser took for a part of the day; null without one. */
function placeBeside(tree: Tree, nmod: number): number | null {
  const { lemma, word } = tree.tokens[nmod]!;
  if (!TIME.test(lemma) && !/^(?:today|yesterday|tomorrow)$/i.test(word)) return null;
  const place = tree
    .childrenBy(nmod, 'compound')
    .findLast((i) => /^(?:LOCATION|ORGANIZATION)$/.test(tree.tokens[i]!.entity ?? '') && i < nmod);
  return place ?? null;
}

/** The word that brings a phrase in, past a particle: "handed over | to"; empty without one. */
export function prepositionOf(tree: Tree, head: number): string {
  const [first, second] = tree
    .childrenBy(head, 'case')
    .map((i) => tree.tokens[i]!.word.toLowerCase());
  const past = PARTICLE.test(first ?? '') && /^(?:to|from|into|at|on)$/.test(second ?? '');
  return (past ? second : first) ?? '';
}

const PARTICLE = /^(?:over|down|up|off|away|back|on)$/;

/** The head of a phrase that follows a noun at once, whatever the parser hung it on; null without one. */
export function phraseAfter(tree: Tree, noun: number): number | null {
  const next = tree.tokens[noun + 1];
  return next && tree.relation(noun + 1) === 'case' && next.head > noun ? next.head : null;
}
