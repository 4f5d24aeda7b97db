import type { Discourse } from '../actors/coreference.ts';
import type { Naming, Referent } from '../actors/referent.ts';
import { namingsOfSentence } from '../actors/naming-index.ts';
import type { Span } from '../nlp/index.ts';
import { hangsOnUnreal } from './factual.ts';

/** Two persons of whom the words tell that they met. */
export interface Encounter {
  readonly sentence: number;
  /** Token of "met". */
  readonly verb: number;
  readonly people: readonly [Referent, Referent];
  readonly span: Span;
}

/** Most tokens from "met" to the name of whoever was met. */
const REACH = 16;

/**
 * "X met with Y", "X, who met his counterpart Y", by the words: the parser often takes a name and
 * "met" for one phrase, and the name after "counterpart" for another's.
 */
export function encounters({ trees, namings }: Discourse): Encounter[] {
  return trees.flatMap((tree, sentence) =>
    tree.tokens.flatMap(({ word, tag }, verb): Encounter[] => {
      if (!/^(?:met|meets)$/.test(word) || !tag.startsWith('V') || hangsOnUnreal(tree, verb))
        return [];
      const persons = namingsOfSentence(namings, sentence).filter(
        ({ referent }) => referent.kind === 'person',
      );
      const one = persons.find(({ to }) => to === subjectEnd(tree.tokens, verb));
      // "Met Ann Lee's | envoy Ivan Petrov", "met Ann Lee's demands": not whose somebody or something is.
      const other = persons.find(
        ({ from, to }) =>
          from > verb && from - verb <= REACH && !/^['’]s?$/.test(tree.tokens[to]?.word ?? ''),
      );
      if (!one || !other || one.referent === other.referent) return [];
      if (!isJoined(tree.tokens, verb, other)) return [];
      const people = [one.referent, other.referent] as const;
      return [{ sentence, verb, people, span: { start: one.start, end: other.end } }];
    }),
  );
}

type Words = readonly { readonly word: string; readonly tag: string }[];

/** Where a name must end to be the subject of "met": past an adverb, past ", who". */
function subjectEnd(tokens: Words, verb: number): number {
  let end = verb;
  while (end > 0 && /^(?:RB|VBD|VBZ)$/.test(tokens[end - 1]!.tag)) end--;
  // "The minister, Ivan Petrov, | met"
  if (tokens[end - 1]?.word === ',') return end - 1;
  if (tokens[end - 1]?.word !== 'who') return end;
  return tokens[end - 2]?.word === ',' ? end - 2 : end - 1;
}

/** Nothing but "with", titles and adjectives between "met" and a name, a comma before the name aside. */
function isJoined(tokens: Words, verb: number, { from }: Naming): boolean {
  const between = tokens.slice(verb + 1, from);
  const comma = between.findIndex(({ word }) => word === ',');
  const apposed = comma < 0 || between.length - comma <= LONGEST_RANK;
  return (
    apposed &&
    between.every(
      ({ word, tag }, i) =>
        i === comma || /^(?:with|of|for)$/.test(word) || /^(?:DT|PRP\$|JJ|NN|POS)/.test(tag),
    )
  );
}

/** Tokens of ", Mr. | Y" and ", Colonel General | Y", the comma included. */
const LONGEST_RANK = 3;
