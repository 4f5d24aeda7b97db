import { inSet } from '../../text/in-set.ts';
import type { Span, Token } from '../../nlp/index.ts';
import type { Tree } from '../../text/tree.ts';
import { subjectRange } from '../repair.ts';
import { SAYING } from '../verbs.ts';
import { closing, isSure, LONGEST_SPEAKER, type Closing } from './closing.ts';
import { hasFinite, type Parts } from './shape.ts';

/** Verbs that stand beside a quotation. */
const QUOTING = new Set([
  ...SAYING,
  'tell',
  'write',
  'post',
  'ask',
  'continue',
  'inform',
  'object',
]);
/** `"...," X wrote on Twitter`, `"...," said X`: the subject or the verb follows the quotation. */
export function quotes(tree: Tree, near: readonly Span[]): Parts[] {
  return near.flatMap((quotation): Parts[] => {
    const { tokens } = tree;
    const after = tokens.findIndex(({ start }) => start >= quotation.end);
    if (after < 0) return [];
    const begin = pastMarks(tokens, after);
    const found =
      beside(tree, begin) ??
      closing(tokens, begin, QUOTING) ??
      turnedAfter(tokens, begin) ??
      isSure(tokens, begin) ??
      byAnyVerb(tokens, after, begin);
    const from = tokens.findIndex(({ start }) => start >= quotation.start);
    if (!found || from < 0 || after - from < 5 || tokens[after]!.start - quotation.end > 2)
      return [];
    const { source, verb } = found;
    const scrap = isScrap(tree, from);
    return [
      {
        shape: 'quote',
        source,
        cue: [verb, verb + 1],
        content: [scrap ? 0 : from, after],
        lemma: tokens[verb]!.lemma,
        whole: scrap ? undefined : quotation,
      },
    ];
  });
}

/** Past the comma and the dash after a quotation: `"...", – the expert says`. */
function pastMarks(tokens: readonly Token[], after: number): number {
  const comma = tokens[after]!.word === ',' ? after + 1 : after;
  return /^[–—-]$/u.test(tokens[comma]?.word ?? '') ? comma + 1 : comma;
}

/** `"...," the politician defended`: after a comma whatever verb follows somebody reports the words. */
function byAnyVerb(tokens: readonly Token[], after: number, from: number): Closing | null {
  const comma = tokens[after - 2]?.word === ',' || tokens[after]!.word === ',';
  let verb = from;
  while (verb < tokens.length && /^(?:DT|PRP|JJ|NN|POS|CD|IN)/.test(tokens[verb]!.tag)) verb++;
  const { tag = '', lemma = '' } = tokens[verb] ?? {};
  const spoken = /^VB[DZ]$/.test(tag) && !NO_SPEECH.test(lemma);
  const named = /^(?:DT|NNP|PRP|NNS|JJ)$/.test(tokens[from]?.tag ?? '');
  return comma && spoken && named && verb > from && verb - from <= LONGEST_SPEAKER
    ? { source: [from, verb], verb }
    : null;
}

/** Verbs that tell of a deed even after a quotation. */
const NO_SPEECH =
  /^(?:be|have|do|come|go|run|make|take|get|give|send|lead|leave|hold|see|hear|know|become|begin|start|end|walk|meet|visit|sign|receive|use|show|include|appear|seem)$/;

/** `Deputies signed a "declaration," officials said`: words of a clause that all of it was said. */
function isScrap(tree: Tree, from: number): boolean {
  const { tokens } = tree;
  const before = tokens[from - 1];
  if (!before || !/^(?:DT|JJ|IN|TO|PRP\$|NN|VB)/.test(before.tag)) return false;
  return hasFinite(tree, 0, from) && /^\p{Ll}/u.test(tokens[from + 1]?.word ?? '');
}

/** `"...", sums up the expert.`: whatever verb stands so between a quotation and a phrase for somebody. */
function turnedAfter(tokens: readonly Token[], verb: number): Closing | null {
  const { tag = '', lemma = '' } = tokens[verb] ?? {};
  if (!/^VB[DZ]$/.test(tag) || /^(?:be|have|do|come|go|run)$/.test(lemma)) return null;
  const from = /^(?:RP|IN)$/.test(tokens[verb + 1]?.tag ?? '') ? verb + 2 : verb + 1;
  let to = from;
  while (to < tokens.length && /^(?:DT|PRP\$|JJ|NN|POS|CD|IN)/.test(tokens[to]!.tag)) to++;
  const named = /^(?:DT|NNP|JJ|NN|CD|PRP\$)/.test(tokens[from]?.tag ?? '') && to > from;
  const closed = to >= tokens.length || /^[.,]$/.test(tokens[to]!.word);
  return named && closed ? { source: [from, to], verb } : null;
}

/** The verb of quoting whose subject or self stands at a token, by the tree. */
function beside(tree: Tree, at: number): Closing | null {
  for (let verb = at; verb < tree.tokens.length && verb - at <= LONGEST_SPEAKER; verb++) {
    const { tag, lemma } = tree.tokens[verb]!;
    if (!/^VB[DZ]$/.test(tag) || !inSet(lemma, QUOTING)) continue;
    const source = subjectRange(tree, verb);
    if (source && Math.min(source[0], verb) === at) return { source, verb };
  }
  return null;
}
