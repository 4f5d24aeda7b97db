import { TRADES } from '../../actors/roles.ts';
import type { Tree } from '../../text/tree.ts';
import { clauseEnd, type Parts } from './shape.ts';
import { pastApposition } from './speech.ts';

const OPINION = /^(?:opinion|view|word|estimation|assessment|judg[e]?ment|estimate)$/;

/** "In his opinion, the side learned about it late", "In Lukashenko's words, ...". */
export function inOpinion(tree: Tree): Parts[] {
  const { tokens } = tree;
  if (!/^(?:In|By)$/.test(tokens[0]!.word)) return [];
  const comma = tokens.findIndex(({ word }) => word === ',');
  if (comma < 3 || comma > LONGEST || !OPINION.test(tokens[comma - 1]!.lemma)) return [];
  const whose = tokens[comma - 2]!;
  const owned = whose.tag === 'PRP$' ? comma === 3 : /^['’]s?$/.test(whose.word);
  if (!owned) return [];
  const source = whose.tag === 'PRP$' ? ([1, 2] as const) : ([1, comma - 2] as const);
  return opinion(tree, source, [0, comma], comma + 1);
}

/** "In the words of one diplomat, ...", "In the opinion of X, who is an analyst, ...". */
export function inWords(tree: Tree): Parts[] {
  const { tokens } = tree;
  const [first, the, noun, of] = tokens;
  if (first?.word !== 'In' || the?.word !== 'the' || of?.word !== 'of') return [];
  if (!OPINION.test(noun!.lemma)) return [];
  const comma = tokens.findIndex(({ word }) => word === ',');
  if (comma < 5 || comma > LONGEST) return [];
  return opinion(tree, [4, comma], [0, 4], pastDescription(tree, comma + 1));
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
  const ends = tokens.slice(at + 1).every(({ tag }) => /^(?:DT|JJ|NN|CD|POS|IN|\.)/.test(tag));
  if (at < 4 || tokens[at - 1]!.word !== ',' || !isNamed(tree, at + 1) || !ends) return [];
  const to = tokens.at(-1)!.word === '.' ? tokens.length - 1 : tokens.length;
  return [
    {
      shape: 'according',
      source: [at + 1, to],
      cue: [at, at + 1],
      content: [0, at - 1],
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
  if (!tree.tokens.slice(from, content[1]).some(({ tag }) => /^(?:VB[DPZ]|MD)$/.test(tag)))
    return [];
  return [{ shape: 'according', source, cue, content, lemma: 'say' }];
}

/** Past ", responsible for defence in the cabinet," to the clause. */
function pastDescription(tree: Tree, from: number): number {
  const past = pastApposition(tree, from);
  if (past > from) return past;
  const { tokens } = tree;
  if (!/^(?:JJ|VBN|VBG|WP)$/.test(tokens[from]?.tag ?? '')) return from;
  const comma = tokens.findIndex(({ word }, i) => i > from && word === ',');
  const finite = tokens
    .slice(from + 1, Math.max(from + 1, comma))
    .some(({ tag }) => /^(?:VB[DPZ]|MD)$/.test(tag));
  const relative = /^WP$/.test(tokens[from]!.tag);
  return comma > 0 && (relative || !finite) ? comma + 1 : from;
}

/** "For Collin Koh, senior fellow at the school, the deal is a bluff": whose view a sentence gives. */
export function forWhom(tree: Tree): Parts[] {
  const { tokens } = tree;
  if (!/^(?:For|To)$/.test(tokens[0]!.word)) return [];
  const comma = tokens.findIndex(({ word }) => word === ',');
  if (comma < 2 || comma > LONGEST || !tokens[comma - 1]!.tag.startsWith('NNP')) return [];
  const phrase = tokens.slice(1, comma).every(({ tag }) => /^(?:DT|JJ|NN)/.test(tag));
  const titled = tokens.slice(1, comma).some(({ lemma }) => isJudge(lemma));
  const next = tokens.findIndex(({ word }, i) => i > comma && word === ',');
  const described = tokens.slice(comma + 1, Math.max(comma + 1, next));
  const apposed = next > 0 && described.some(({ lemma }) => isJudge(lemma));
  const plain = described.every(({ tag }) => !/^(?:VB[DPZ]|MD)$/.test(tag));
  if (!phrase || !(titled || (apposed && plain))) return [];
  const beside =
    /^(?:of|at|from|with|who|an?|the)$/.test(tokens[comma + 1]?.word ?? '') && next > 0;
  return opinion(tree, [1, comma], null, (titled && !beside ? comma : next) + 1);
}

/** Those whose trade is judging: a minister may have things done for him. */
function isJudge(lemma: string): boolean {
  return TRADES.has(lemma) && !SERVED.test(lemma);
}

const SERVED =
  /^(?:soldier|officer|player|athlete|patient|migrant|refugee|survivor|singer|actor|actress|worker|farmer|driver|student|candidate|member|resident)$/;
