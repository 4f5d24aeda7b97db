import { inSet } from '../../text/in-set.ts';
import type { Token } from '../../nlp/index.ts';
import type { Tree } from '../../text/tree.ts';
import { JUDGING } from '../verbs.ts';
import { clauseEnd, isNegatedOrUnreal, type Parts } from './shape.ts';

/** Longest phrase for whoever judges, in tokens. */
const LONGEST = 10;
const FINDING = new Set(
  'describe call label brand dub term see view regard portray characterise characterize'.split(' '),
);

/** "The line, described by X as a necessity", "the charge was dismissed by X as nonsense": X's judgement. */
export function judgedBy(tree: Tree, verb: number): Parts | null {
  const { tokens } = tree;
  const { lemma, tag } = tokens[verb]!;
  if (!/^VB[ND]$/.test(tag) || !inSet(lemma, JUDGING) || tokens[verb + 1]?.word !== 'by')
    return null;
  if (isNegatedOrUnreal(tree, verb)) return null;
  const to = phraseEnd(tokens, verb + 2);
  if (to === null) return null;
  const source = [verb + 2, to] as const;
  const cue = [verb, verb + 1] as const;
  const end = clauseEnd(tree, to);
  const stop = tokens.findIndex(({ word }, i) => i > to && /^[,;:—–]$/u.test(word));
  const rest = [to, stop < 0 ? end : Math.min(stop, end)] as const;
  const as = tokens[to]?.word === 'as';
  const subject = subjectBefore(tree, verb);
  if (inSet(lemma, FINDING))
    return as ? { shape: 'what', source, cue, content: [to + 1, rest[1]], lemma } : null;
  if (!subject) return null;
  const more = /^(?:as|for)$/.test(tokens[to]?.word ?? '') ? rest : undefined;
  return { shape: 'judge', source, cue, content: subject, more, lemma };
}

/** What "was dismissed by" is told of. */
function subjectBefore(tree: Tree, verb: number): readonly [number, number] | null {
  const [subject] = tree.childrenBy(verb, 'nsubjpass');
  if (subject === undefined || subject >= verb) return null;
  const [from, last] = tree.reach(subject);
  const pronoun = from === last && /^(?:PRP|W)/.test(tree.tokens[subject]!.tag);
  return pronoun || last >= verb ? null : [from, last + 1];
}

function phraseEnd(tokens: readonly Token[], from: number): number | null {
  let to = from;
  while (to < tokens.length && /^(?:DT|PRP\$|JJ|NN|POS|CD|CC)/.test(tokens[to]!.tag)) to++;
  return to > from && to - from <= LONGEST ? to : null;
}
