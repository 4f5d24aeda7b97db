import { stateEndingAt } from '../../actors/country.ts';
import { inSet } from '../../text/in-set.ts';
import type { Token } from '../../nlp/index.ts';
import type { Tree } from '../../text/tree.ts';
import { mainVerb } from '../subject-clause.ts';
import { clauseEnd, hasFinite, type Parts } from './shape.ts';
import { isFiniteVerb } from '../../text/finite.ts';

/** Nouns for what somebody said, which a clause with "that" tells. */
const SAID = new Set(
  (
    'claim assertion allegation accusation assessment statement remark warning announcement ' +
    'suggestion insistence contention argument complaint admission declaration promise pledge vow ' +
    'threat denial conclusion prediction estimate demand assurance revelation confirmation'
  ).split(' '),
);
/** Verbs whose agent makes a claim that is told of its own: "the claim was repeated by X". */
const MAKING = new Set('repeat echo voice make reiterate raise spread advance'.split(' '));

/** "Moscow's claim that ...", "the Ukrainian assertion that", "a statement by the ministry that". */
export function nominals(tree: Tree): Parts[] {
  return tree.tokens.flatMap(({ lemma, tag }, noun): Parts[] => {
    if (!/^NNS?$/.test(tag)) return [];
    const stated = isThat(tree, noun);
    if (stated) return [stated];
    if (!inSet(lemma, SAID) || isDenied(tree.tokens, noun)) return [];
    const after = agentAfter(tree.tokens, noun);
    const that = thatAt(tree.tokens, after ? after[1] : noun + 1);
    if (that === null) return [];
    const main = mainVerb(tree.tokens, noun, that);
    const source = after ?? ownerBefore(tree.tokens, noun) ?? makerOf(tree.tokens, main);
    const content = [that + 1, Math.min(main ?? Infinity, clauseEnd(tree, that + 1))] as const;
    if (!source || content[1] - content[0] < 3) return [];
    return [{ shape: 'nominal', source, cue: [noun, noun + 1], content, lemma }];
  });
}

/** Further nouns whose clause "is that" tells: of somebody's, what somebody says. */
const HELD = new Set(
  (
    'view line position answer reply retort response message explanation verdict opinion take ' +
    'stance belief reasoning thesis point version hope fear worry reading interpretation forecast advice narrative pitch word story diagnosis bet wager'
  ).split(' '),
);

/** "The army's retort is that ...", "the view of the ministry was that ...". */
function isThat(tree: Tree, noun: number): Parts | null {
  const { tokens } = tree;
  const { lemma } = tokens[noun]!;
  if (!inSet(lemma, HELD) && !inSet(lemma, SAID)) return null;
  const of = /^(?:of|from)$/.test(tokens[noun + 1]?.word ?? '')
    ? phraseEnd(tokens, noun + 2)
    : null;
  const be = pastInsertion(tokens, of ?? noun + 1);
  const colon = colonAfter(tokens, be);
  if (colon !== null) return afterNoun(tree, noun, of, colon);
  if (
    !/^(?:is|was|remains|remained)$/.test(tokens[be]?.word ?? '') ||
    tokens[be + 1]?.word !== 'that'
  )
    return null;
  return afterNoun(tree, noun, of, be + 1);
}

/** What stands after "that" or a colon: whose noun it is said it. */
function afterNoun(tree: Tree, noun: number, of: number | null, at: number): Parts | null {
  const { tokens } = tree;
  const source = of ? ([noun + 2, of] as const) : ownerBefore(tokens, noun);
  const content = [at + 1, clauseEnd(tree, at + 1)] as const;
  if (!source || content[1] - content[0] < 3 || !hasFinite(tree, ...content)) return null;
  return { shape: 'nominal', source, cue: [noun, noun + 1], content, lemma: tokens[noun]!.lemma };
}

/** "X's forecast is grim: ...", "the ministry's message: ..."; null where no colon follows. */
function colonAfter(tokens: readonly Token[], from: number): number | null {
  const colon = from + tokens.slice(from, from + 4).findIndex(({ word }) => word === ':');
  if (colon < from || /^["“]$/u.test(tokens[colon + 1]?.word ?? '')) return null;
  const described = tokens.slice(from, colon);
  return described.every(({ tag }) => /^(?:VB[DZ]|RB|JJ)/.test(tag)) ? colon : null;
}

/** Past ", repeated by state media,". */
function pastInsertion(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.word !== ',') return at;
  const comma = tokens.slice(at + 1, at + 1 + LONGEST).findIndex(({ word }) => word === ',');
  return comma < 0 ? at : at + comma + 2;
}

/** Where a phrase for somebody ends that begins there; null where none does. */
function phraseEnd(tokens: readonly Token[], from: number): number | null {
  let to = from;
  while (to < tokens.length && /^(?:DT|PRP\$|JJ|NN|POS|CD|IN)/.test(tokens[to]!.tag)) to++;
  return to > from && to - from <= LONGEST ? to : null;
}

/** "No claim that", "any suggestion that". */
function isDenied(tokens: readonly Token[], noun: number): boolean {
  return tokens.slice(Math.max(0, noun - 2), noun).some(({ word }) => /^(?:no|any)$/i.test(word));
}

/** Past the day of saying ("claim last month that"); null where no clause follows. */
function thatAt(tokens: readonly Token[], from: number): number | null {
  let at = from;
  while (at - from < 3 && /^(?:JJ|NN|RB|IN|CD|NNP)$/.test(tokens[at]?.tag ?? '')) {
    if (tokens[at]!.word === 'that') break;
    at++;
  }
  if (tokens[at]?.word !== 'that') return null;
  const finite = tokens.slice(at + 1).some(isFiniteVerb);
  return finite && !isFiniteVerb(tokens[at + 1]!) ? at : null;
}

/** "By the Lithuanian Foreign Ministry" between the noun and "that". */
function agentAfter(tokens: readonly Token[], noun: number): readonly [number, number] | null {
  if (!/^(?:by|from)$/.test(tokens[noun + 1]?.word ?? '')) return null;
  const that = tokens.findIndex(({ word }, i) => i > noun + 2 && word === 'that');
  if (that < 0 || that - noun > LONGEST) return null;
  const phrase = tokens
    .slice(noun + 2, that)
    .every(({ tag }) => /^(?:DT|PRP\$|JJ|NN|POS|IN|CD|VBN)/.test(tag));
  return phrase ? [noun + 2, that] : null;
}

const LONGEST = 12;

/** "Moscow's repeated", "his", "the Ukrainian". */
function ownerBefore(tokens: readonly Token[], noun: number): readonly [number, number] | null {
  let at = noun - 1;
  while (at >= 0 && noun - at <= 3 && /^(?:JJ|VB[NG]|RB)/.test(tokens[at]!.tag)) {
    if (stateEndingAt(tokens, at)) break;
    at--;
  }
  const token = tokens[at];
  if (!token) return null;
  if (token.tag === 'PRP$' && !/^(?:my|our|your)$/i.test(token.word)) return [at, at + 1];
  const state = stateEndingAt(tokens, at);
  if (state) return state.form === 'demonym' ? [state.from, at + 1] : null;
  if (!/^['’]s?$/.test(token.word)) return null;
  let from = at - 1;
  while (from > 0 && /^(?:NN|JJ|DT)/.test(tokens[from - 1]!.tag)) from--;
  return at - from >= 1 && tokens[at - 1]!.tag.startsWith('NN') ? [from, at] : null;
}

/** "Was repeated by X": who makes the claim told of; null where nobody does. */
function makerOf(tokens: readonly Token[], main: number | null): readonly [number, number] | null {
  if (main === null) return null;
  const by = tokens.findIndex(({ word }, i) => i > main && word === 'by');
  const made = by > 0 && inSet(tokens[by - 1]!.lemma, MAKING) && tokens[by - 1]!.tag === 'VBN';
  if (!made || by - main > 4) return null;
  let to = by + 1;
  while (to < tokens.length && /^(?:DT|PRP\$|JJ|NN|POS|CD)/.test(tokens[to]!.tag)) to++;
  return to > by + 1 ? [by + 1, to] : null;
}
