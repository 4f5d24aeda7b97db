import type { Discourse } from '../actors/coreference.ts';
import { isPublication } from '../actors/nominal-bearers.ts';
import { bodyKind } from '../actors/roles.ts';
import type { Span, Token } from '../nlp/index.ts';
import { isFiniteTag } from '../text/finite.ts';

/** A sentence that tells who said what stands before it. */
export interface ThisStatement {
  readonly source: Span;
  /** Null where the layout stands for one. */
  readonly cue: Span | null;
  /** Whether it may point at what stands before it in its own paragraph. */
  readonly within: boolean;
}

/** Where in a document such a sentence stands. */
export interface Pointer extends ThisStatement {
  readonly sentence: number;
}

/** All such sentences of a document, in text order. */
export function pointersIn(discourse: Discourse): Pointer[] {
  return discourse.parsed.sentences.flatMap((_, sentence) => {
    const found = thisStatement(sentence, discourse) ?? thisWasSaid(sentence, discourse);
    return found ? [{ sentence, ...found }] : [];
  });
}

const MADE = new Set('make issue give deliver'.split(' '));
const SPEECH_NOUNS = new Set('statement comment remark announcement claim assessment'.split(' '));

/** Subject and cue of "made this statement". */
function thisStatement(sentence: number, { trees }: Discourse): ThisStatement | null {
  const tree = trees[sentence]!;
  for (const [i, { lemma, head, end }] of tree.tokens.entries()) {
    // "The statement | made by X": which one it is, and no sentence that points at another.
    if (!SPEECH_NOUNS.has(lemma) || head < 0 || head > i) continue;
    if (!MADE.has(tree.tokens[head]!.lemma)) continue;
    const pointing = tree
      .childrenBy(i, 'det')
      .some((det) => /^(?:this|these|that|those|the)$/i.test(tree.tokens[det]!.word));
    const ahead = tree.tokens[i - 1]?.word === 'following';
    const [subject] = tree.childrenBy(head, 'nsubj');
    if (pointing && !ahead && subject !== undefined && subject < head)
      return {
        source: tree.spanOf(subject),
        cue: { start: tree.tokens[head]!.start, end },
        within: false,
      };
  }
  return null;
}

const TOLD =
  /^(?:announced|stated|reported|said|confirmed|disclosed|revealed|told|declared|written|noted|mentioned)$/;
/** "This opinion | was expressed by X". */
const VIEW =
  /^(?:opinion|view|position|statement|assessment|forecast|assumption|information|remark)$/;
const VOICED = /^(?:announced|stated|reported|expressed|voiced|given|made|shared|confirmed|put)$/;
/** "The relevant statement | was made by X": of what stands before it. */
const RELEVANT = /^(?:relevant|corresponding|respective|appropriate)$/;
/** Longest sentence that says no more than who said what stands before it, in tokens. */
export const LONGEST_POINTER = 36;

/** "This was announced by X", "is stated in the summary of X", "X said this": of the sentences before. */
function thisWasSaid(sentence: number, { trees }: Discourse): ThisStatement | null {
  const { tokens } = trees[sentence]!;
  if (tokens.length > LONGEST_POINTER) return null;
  return (
    followsFrom(tokens) ?? passivePointer(tokens) ?? activePointer(tokens) ?? barePointer(tokens)
  );
}

/** "That follows from | the daily review of the ministry." */
function followsFrom(tokens: readonly Token[]): ThisStatement | null {
  const follows = tokens[1]?.lemma === 'follow' && tokens[2]?.word === 'from';
  if (!follows || !/^(?:this|that|it)$/i.test(tokens[0]!.word)) return null;
  let to = 3;
  while (to < tokens.length && isOfTeller(tokens, to)) to++;
  const source = { start: tokens[3]?.start ?? 0, end: tokens[to - 1]!.end };
  return to > 3 ? { source, cue: tokens[1]!, within: true } : null;
}

function passivePointer(tokens: readonly Token[]): ThisStatement | null {
  const relevant = /^the$/i.test(tokens[0]!.word) && RELEVANT.test(tokens[1]?.word ?? '');
  if (!relevant && !/^(?:this|that|it)$/i.test(tokens[0]!.word)) return null;
  const named = VIEW.test(tokens[relevant ? 2 : 1]?.lemma ?? '');
  if (relevant && !named) return null;
  const telling = named ? VOICED : TOLD;
  const verb = tokens.findIndex(({ word }, i) => i > 0 && i < 5 && telling.test(word));
  const be = tokens[verb - 1]?.tag === 'RB' ? verb - 2 : verb - 1;
  if (verb < 2 || (!named && verb > 3) || !/^(?:was|is|been)$/.test(tokens[be]?.word ?? ''))
    return null;
  const agent = agentAfter(tokens, verb);
  const by = agent < 0 ? publicationAfter(tokens, verb) : agent;
  let to = by + 1;
  while (to < tokens.length && isOfTeller(tokens, to)) to++;
  to = beforeReporter(tokens, by + 1, to);
  if (by < 0 || to === by + 1) return null;
  return {
    source: { start: tokens[by + 1]!.start, end: tokens[to - 1]!.end },
    cue: tokens[verb]!,
    within: true,
  };
}

/** Before "the summary of X" in "this is stated | in the summary of X"; -1 where nothing of the kind follows. */
function publicationAfter(tokens: readonly Token[], verb: number): number {
  if (tokens[verb + 1]?.word !== 'in') return bodyAfter(tokens, verb + 1);
  const noun = tokens.findIndex(
    ({ lemma, tag }, i) =>
      i > verb + 1 && i < verb + 8 && tag === 'NN' && (isPublication(lemma) || POST.test(lemma)),
  );
  return noun < 0 ? bodyAfter(tokens, verb + 1) : verb + 1;
}

const POST = /^(?:message|post|tweet|comment|announcement|interview|review|update)$/;

/** "Was announced today | in the State Security Committee": a place only where a body's noun follows. */
function bodyAfter(tokens: readonly Token[], from: number): number {
  const at = tokens.findIndex(
    ({ word }, i) => i >= from && i - from < 8 && word === 'in' && tokens[i + 1]?.word === 'the',
  );
  let to = at + 2;
  while (to < tokens.length && tokens[to]!.tag.startsWith('NNP')) to++;
  const body = at >= 0 && to > at + 2 && bodyKind(tokens[to - 1]!.word.toLowerCase()) !== null;
  return body ? at : -1;
}

/** "By X, | the Belarusian edition reports": where whoever tells ends, before who carries it. */
function beforeReporter(tokens: readonly Token[], from: number, to: number): number {
  const comma = tokens.findLastIndex(({ word }, i) => i > from && i < to && word === ',');
  const carried = /^(?:reports|reported|writes|wrote)$/.test(tokens[to - 1]?.word ?? '');
  return carried && comma > 0 ? comma : to;
}

/** "Was announced at a press conference | by X": -1 where nobody is told of, or another clause comes first. */
function agentAfter(tokens: readonly Token[], verb: number): number {
  const by = tokens.findIndex(({ word }, i) => i > verb && i - verb < 10 && word === 'by');
  const between = tokens.slice(verb + 1, by);
  return between.every(({ tag }) => /^(?:DT|PRP\$|JJ|NN|IN|TO|CD|RB|,)/.test(tag)) ? by : -1;
}

/** Within the phrase for whoever tells, what the body or the paper is of included. */
function isOfTeller(tokens: readonly Token[], at: number): boolean {
  const { tag, word } = tokens[at]!;
  const report = /^(?:sa(?:ys|id)|writes|reports|reported)$/.test(tokens[at + 1]?.word ?? '');
  if (word === ',' && report) return false;
  return /^(?:DT|PRP\$|JJ|NN|POS|CD|,|CC|-[LR]RB-)/.test(tag) || /^(?:of|by|from|for)$/.test(word);
}

/** "The institute reports.": a sentence of nothing but who tells what stands before it. */
function barePointer(tokens: readonly Token[]): ThisStatement | null {
  const verb = tokens.length - 2;
  if (verb < 1 || tokens.at(-1)!.word !== '.' || !BARE.test(tokens[verb]!.word)) return null;
  const teller = tokens.slice(0, verb);
  const named = teller.some(({ tag }) => tag.startsWith('NN'));
  const phrase = teller.every(
    ({ tag }, i) =>
      /^(?:DT|JJ|NN|POS|CD|-[LR]RB-)/.test(tag) ||
      (i > 0 && /^(?:of|for|and)$/.test(tokens[i]!.word)),
  );
  return named && phrase
    ? {
        source: { start: tokens[0]!.start, end: tokens[verb - 1]!.end },
        cue: tokens[verb]!,
        within: true,
      }
    : null;
}

const BARE = /^(?:reports|reported|writes|wrote|informs|informed|said|announced)$/;

/** "According to the paper, | X said this": the first word of whoever said it. */
function pastCarrier(tokens: readonly Token[], verb: number): number {
  if (!/^(?:According|As)$/.test(tokens[0]!.word)) return 0;
  const comma = tokens.findLastIndex(({ word }, i) => i < verb - 1 && word === ',');
  return comma + 1;
}

function activePointer(tokens: readonly Token[]): ThisStatement | null {
  const verb = tokens.findIndex(
    ({ word, tag }, i) => /^VB[DZ]$/.test(tag) && TOLD.test(word) && tokens[i + 1]?.word === 'this',
  );
  const after = tokens[verb + 2];
  if (verb < 1 || !after || !/^(?:\.|IN|TO|NNP)/.test(after.tag)) return null;
  // "..., reports RIA News": who carries it.
  const carrier = tokens.findIndex(
    ({ word }, i) =>
      i > verb && word === ',' && /^(?:reports|writes)$/.test(tokens[i + 1]?.word ?? ''),
  );
  const others = tokens
    .slice(0, carrier < 0 ? tokens.length : carrier)
    .some(({ tag }, i) => i !== verb && isFiniteTag(tag));
  if (others) return null;
  return {
    source: { start: tokens[pastCarrier(tokens, verb)]!.start, end: tokens[verb - 1]!.end },
    cue: tokens[verb]!,
    within: true,
  };
}
