import { TRADES } from '../../actors/roles.ts';
import type { Token } from '../../nlp/index.ts';
import type { Tree } from '../../text/tree.ts';
import { clauseEnd, hasFinite, speakerBefore, type Parts } from './shape.ts';
import { pastApposition } from './speech.ts';
import { isFiniteTag, isFiniteVerb } from '../../text/finite.ts';

const OPINION =
  /^(?:opinion|view|word|estimation|assessment|judg[e]?ment|estimate|telling|account|reading|analysis|version|interpretation|count|reckoning|tally|calculation|admission|figure|datum|data|eye)$/;
/** Farthest end of "in X's view" from its beginning, in tokens. */
const LONGEST_OWNER = 8;

/**
 * "In his opinion, the side learned about it late", "they disagreed: in their view the bloc errs",
 * "Berlin, in the ministry's assessment, is ready".
 */
export function inOpinion(tree: Tree): Parts[] {
  const { tokens } = tree;
  for (let i = 0; i < tokens.length - 2; i++) {
    if (!/^(?:in|by)$/i.test(tokens[i]!.word)) continue;
    const before = tokens[i - 1]?.word ?? '';
    if (i > 0 && !/^(?:[:;,]|but|and|that)$/.test(before)) continue;
    const noun = opinionAfter(tokens, i + 1);
    if (noun === null) continue;
    const pronoun = tokens[i + 1]!.tag === 'PRP$';
    const own = [i + 1, pronoun ? i + 2 : possessiveBefore(tokens, noun)] as const;
    const source = (pronoun && before === ':' ? speakerUpTo(tree, i - 1) : null) ?? own;
    const comma = tokens[noun + 1]?.word === ',';
    if (before === ',' && comma && i > 1) return aroundOpinion(tree, source, [i, noun + 1]);
    if (before === ',' && !comma && isEnd(tokens, noun + 1))
      return opinionAtEnd(tree, source, [i, noun + 1]);
    if (before !== ',') return opinion(tree, source, [i, noun + 1], noun + (comma ? 2 : 1));
  }
  return [];
}

/** "Two officers disagreed: in their view ...": whoever the clause before the colon is about. */
function speakerUpTo(tree: Tree, colon: number): readonly [number, number] | null {
  const verb = tree.tokens.findLastIndex(({ tag }, i) => i < colon && /^VB[DPZ]$/.test(tag));
  return verb < 1 ? null : speakerBefore(tree, verb);
}

/** The noun of "his opinion", "the ministry's assessment" that begins there; null for other words. */
function opinionAfter(tokens: readonly Token[], from: number): number | null {
  const past = tokens[from]!.tag === 'PRP$' ? from + 1 : pastOwner(tokens, from);
  const owned = past !== null && tokens[past]?.word === 'own' ? past + 1 : past;
  return owned !== null && isOpinion(tokens[owned]) ? owned : null;
}

/** "Telling", which the lemmatiser takes for a verb, by its form. */
const isOpinion = (token: Token | undefined) =>
  token !== undefined && (OPINION.test(token.lemma) || token.word === 'telling');

/** The possessive mark before a noun, past "own". */
function possessiveBefore(tokens: readonly Token[], noun: number): number {
  return tokens[noun - 1]!.word === 'own' ? noun - 2 : noun - 1;
}

function pastOwner(tokens: readonly Token[], from: number): number | null {
  for (let i = from; i < tokens.length && i - from <= LONGEST_OWNER; i++) {
    if (/^['’]s?$/.test(tokens[i]!.word) && i > from) return i + 1;
    if (!/^(?:DT|JJ|NN)/.test(tokens[i]!.tag)) return null;
  }
  return null;
}

/** Nothing but the sentence's stop from a token on. */
function isEnd(tokens: readonly Token[], at: number): boolean {
  return tokens[at] === undefined || (/^[.!]$/.test(tokens[at]!.word) && tokens.length <= at + 2);
}

/** "Russia needs the base more, in his view." */
function opinionAtEnd(
  tree: Tree,
  source: readonly [number, number],
  cue: readonly [number, number],
): Parts[] {
  const content = [0, cue[0] - 1] as const;
  if (content[1] < 3 || !hasFinite(tree, ...content)) return [];
  return [{ shape: 'according', source, cue, content, lemma: 'say' }];
}

function aroundOpinion(
  tree: Tree,
  source: readonly [number, number],
  [from, to]: readonly [number, number],
): Parts[] {
  const more = [to + 1, clauseEnd(tree, to + 1)] as const;
  if (
    !hasFinite(tree, ...more) ||
    tree.tokens.slice(0, from).some(({ word }) => /["“”]/u.test(word))
  )
    return [];
  return [
    { shape: 'according', source, cue: [from, to], content: [0, from - 1], more, lemma: 'say' },
  ];
}

/** "In the words of one diplomat, ...", "In the opinion of X, who is an analyst, ...". */
export function inWords(tree: Tree): Parts[] {
  const { tokens } = tree;
  const [first, the, noun, of] = tokens;
  if (first?.word !== 'In' || the?.word !== 'the' || of?.word !== 'of') return [];
  if (!OPINION.test(noun!.lemma)) return [];
  const comma = tokens.findIndex(({ word }) => word === ',');
  if (comma < 5 || comma > LONGEST) return [];
  const named = pastName(tokens, comma + 1);
  return opinion(
    tree,
    [4, (named ?? comma + 1) - 1],
    [0, 4],
    named ?? pastDescription(tree, comma + 1),
  );
}

/** "In the eyes of the minister, | Ann Lee, | A": past the name of who was described; null where none stands. */
function pastName(tokens: readonly Token[], from: number): number | null {
  let to = from;
  while (tokens[to]?.tag.startsWith('NNP')) to++;
  return to > from && to - from <= 4 && tokens[to]?.word === ',' ? to + 1 : null;
}

/** "The move is a message, in the view of two officials": the owner at the sentence's end. */
export function inWordsAfter(tree: Tree): Parts[] {
  const { tokens } = tree;
  const at = tokens.findLastIndex(
    ({ word }, i) => word === 'in' && tokens[i + 1]?.word === 'the' && tokens[i + 3]?.word === 'of',
  );
  if (at < 5 || tokens[at - 1]!.word !== ',' || !OPINION.test(tokens[at + 2]!.lemma)) return [];
  const to = tokens.at(-1)!.word === '.' ? tokens.length - 1 : tokens.length;
  const phrase = tokens.slice(at + 4, to);
  const owner = phrase.every(({ tag }) => /^(?:DT|JJ|NN|CD|POS|IN|,|-LRB-|-RRB-|\(|\))/.test(tag));
  if (!owner || phrase.length === 0 || !hasFinite(tree, 0, at - 1)) return [];
  const source = [at + 4, to] as const;
  return [{ shape: 'according', source, cue: [at, at + 4], content: [0, at - 1], lemma: 'say' }];
}

/** "Per the General Staff, ...", "..., per two officials." */
export function per(tree: Tree): Parts[] {
  const { tokens } = tree;
  if (tokens[0]!.word === 'Per' && isNamed(tree, 1)) {
    const comma = tokens.findIndex(({ word }) => word === ',');
    if (comma < 2 || comma > LONGEST) return [];
    return opinion(tree, [1, comma], [0, 1], pastDescription(tree, comma + 1));
  }
  const at = tokens.findLastIndex(({ word }) => word === 'per');
  const as = tokens[at - 1]?.word === 'as' ? at - 1 : at;
  const ends = tokens.slice(at + 1).every(({ tag }) => /^(?:DT|JJ|NN|CD|POS|IN|\.)/.test(tag));
  if (as < 4 || tokens[as - 1]!.word !== ',' || !isNamed(tree, at + 1) || !ends) return [];
  const to = tokens.at(-1)!.word === '.' ? tokens.length - 1 : tokens.length;
  return [
    {
      shape: 'according',
      source: [at + 1, to],
      cue: [as, at + 1],
      content: [0, as - 1],
      lemma: 'accord',
    },
  ];
}

/** Farthest comma after whoever holds it, in tokens. */
const LONGEST = 16;

/** "Per the ministry", "per Reuters", "per two officials"; not "per day". */
function isNamed({ tokens }: Tree, at: number): boolean {
  return /^(?:DT|NNPS?|CD|JJ|PRP\$)$/.test(tokens[at]?.tag ?? '') && tokens.length > at + 1;
}

function opinion(
  tree: Tree,
  source: readonly [number, number],
  cue: Parts['cue'],
  from: number,
): Parts[] {
  const content = [from, clauseEnd(tree, from)] as const;
  if (content[1] - from < 3) return [];
  if (!tree.tokens.slice(from, content[1]).some(isFiniteVerb)) return [];
  return [{ shape: 'according', source, cue, content, lemma: 'say' }];
}

/** Past ", responsible for defence in the cabinet," to the clause. */
function pastDescription(tree: Tree, from: number): number {
  const past = pastApposition(tree, from);
  if (past > from) return past;
  const { tokens } = tree;
  if (!/^(?:JJ|VBN|VBG|WP)$/.test(tokens[from]?.tag ?? '')) return from;
  const comma = tokens.findIndex(({ word }, i) => i > from && word === ',');
  const finite = tokens.slice(from + 1, Math.max(from + 1, comma)).some(isFiniteVerb);
  const relative = /^WP$/.test(tokens[from]!.tag);
  return comma > 0 && (relative || !finite) ? comma + 1 : from;
}

const TOLD =
  /^(?:note|say|said|report|write|wrote|explain|stress|recall|tell|learn|find|found|put|state|admit|warn|point|argue|claim|see|acknowledge|observe|emphasi[sz]e)$/;

/** "As the paper found out, A", "as the general explained on Monday, A". */
export function asTold(tree: Tree): Parts[] {
  const { tokens } = tree;
  const as = tokens[0]!.word === 'As' ? 0 : asAfterColon(tokens);
  const comma = tokens.findIndex(({ word }, i) => i > as && word === ',');
  if (as < 0 || comma < as + 3 || comma > as + LONGEST) return [];
  const verb = tokens.findIndex(({ tag }, i) => i > as + 1 && i < comma && /^VB[DZ]$/.test(tag));
  const hasIt = tokens[verb]?.lemma === 'have' && tokens[verb + 1]?.word === 'it';
  if (verb < as + 2 || !(hasIt || TOLD.test(tokens[verb]!.lemma))) return [];
  const rest = tokens
    .slice(verb + 1, comma)
    .every(({ tag }) => /^(?:RP|RB|IN|TO|DT|NN|PRP|JJ|CD)/.test(tag));
  const phrase = tokens
    .slice(as + 1, verb)
    .every(({ tag }) => /^(?:DT|PRP|JJ|NN|POS|CD|IN|RB|VBZ|VBD)/.test(tag));
  if (!rest || !phrase) return [];
  return opinion(tree, [as + 1, verb], [verb, verb + (hasIt ? 2 : 1)], comma + 1);
}

/** "The channel was brief: | as the ministry has it, A"; -1 where nothing of the kind stands. */
function asAfterColon(tokens: readonly Token[]): number {
  return tokens.findIndex(({ word }, i) => word === 'as' && tokens[i - 1]?.word === ':');
}

/** "For Collin Koh, senior fellow at the school, the deal is a bluff": whose view a sentence gives. */
export function forWhom(tree: Tree): Parts[] {
  const { tokens } = tree;
  if (!/^(?:For|To)$/.test(tokens[0]!.word)) return [];
  const comma = tokens.findIndex(({ word }) => word === ',');
  if (comma === 2 && /^(?:him|her|them)$/.test(tokens[1]!.word))
    return opinion(tree, [1, 2], null, 3);
  if (comma < 2 || comma > LONGEST || !tokens[comma - 1]!.tag.startsWith('NNP')) return [];
  const phrase = tokens.slice(1, comma).every(({ tag }) => /^(?:DT|JJ|NN)/.test(tag));
  const titled = tokens.slice(1, comma).some(({ lemma }) => isJudgingTrade(lemma));
  const next = tokens.findIndex(({ word }, i) => i > comma && word === ',');
  const described = tokens.slice(comma + 1, Math.max(comma + 1, next));
  const apposed = next > 0 && described.some(({ lemma }) => isJudgingTrade(lemma));
  const plain = described.every(({ tag }) => !isFiniteTag(tag));
  // "For ex-president Ann Lee, leader of the party, it is a \"parking lot\"": no benefit, a view in her words.
  const inHerWords =
    next > 0 && plain && tokens.slice(next).some(({ word }) => /^["“«]$/u.test(word));
  if (!phrase || !(titled || (apposed && plain) || inHerWords)) return [];
  const beside =
    /^(?:of|at|from|with|who|an?|the)$/.test(tokens[comma + 1]?.word ?? '') && next > 0;
  return opinion(tree, [1, comma], null, (titled && !beside ? comma : next) + 1);
}

/** Those whose trade is judging: a minister may have things done for him. */
function isJudgingTrade(lemma: string): boolean {
  return TRADES.has(lemma) && !SERVED.test(lemma);
}

const SERVED =
  /^(?:soldier|officer|player|athlete|patient|migrant|refugee|survivor|singer|actor|actress|worker|farmer|driver|student|candidate|member|resident)$/;
