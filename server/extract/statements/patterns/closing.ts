import { inSet } from '../../text/in-set.ts';
import { lemmaOf } from '../../nlp/lemma.ts';
import type { Span, Token } from '../../nlp/index.ts';
import type { Tree } from '../../text/tree.ts';
import { subjectRange } from '../repair.ts';
import { SAYING } from '../verbs.ts';
import { hasFinite, type Parts } from './shape.ts';
import { isFiniteTag, isFiniteVerb } from '../../text/finite.ts';

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
/** Verbs that close a sentence after what was said. */
const CLOSING = new Set([
  ...SAYING,
  ...'tell inform write calculate note observe recall remark underline clarify assess joke quip'.split(
    ' ',
  ),
]);

/** Tokens of the shortest clause that is told: "The convoys left". */
const SHORTEST = 3;
/** Longest speaker of a closing clause, in tokens. */
const LONGEST_SPEAKER = 14;

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

/** `"...", the expert is sure.`: a state of mind in place of a verb of saying. */
function isSure(tokens: readonly Token[], from: number): Closing | null {
  const verb = tokens.findIndex(({ lemma, tag }, i) => {
    return i > from && lemma === 'be' && /^VB[DPZ]$/.test(tag);
  });
  if (verb < 0 || verb - from > LONGEST_SPEAKER || !SURE.test(tokens[verb + 1]?.word ?? ''))
    return null;
  const phrase = tokens
    .slice(from, verb)
    .every(({ tag }) => /^(?:DT|PRP|JJ|NN|POS|CD|IN)/.test(tag));
  const ends = tokens[verb + 2] === undefined || tokens[verb + 2]!.word === '.';
  return phrase && ends ? { source: [from, verb], verb: verb + 1 } : null;
}

const SURE =
  /^(?:sure|certain|convinced|confident|adamant|positive|categorical|blunt|emphatic|unequivocal)$/;

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

interface Closing {
  readonly source: readonly [from: number, to: number];
  readonly verb: number;
}

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

/** "A has happened, a lawyer for one of them said on Thursday": speaker and verb at the end. */
export function trailing(tree: Tree): Parts[] {
  const tokens = beforeMarks(tree.tokens);
  if (tokens.some(({ word }) => MARK.test(word))) return [];
  for (let comma = tokens.length - 3; comma >= 2; comma--) {
    if (tokens[comma]!.word !== ',') continue;
    const turned = inverted(tokens, comma + 1);
    if (turned) return [{ shape: 'trailing', ...turned, content: [0, comma], lemma: 'say' }];
    const orSo = tokens[comma + 1]!.word === 'or' && tokens[comma + 2]!.word === 'so';
    const from = comma + (orSo ? 3 : 1);
    const found =
      comma < SHORTEST ? null : (closing(tokens, from, CLOSING) ?? isSure(tokens, from));
    if (!found) continue;
    // A participle will do: the tagger takes "the trains arrived on Friday" for one.
    const finite = tokens.slice(0, comma).some(({ tag }) => /^(?:VB[DPZN]|MD)$/.test(tag));
    const { verb } = found;
    const named = beforeApposition(tokens, found.source);
    const source = named ?? found.source;
    const { lemma } = tokens[verb]!;
    if (!finite || source[0] < SHORTEST + 1) return [];
    const begins = Math.max(pastColon(tokens, source), pastOwnDeed(tokens, source));
    const content = [begins, beforeDescription(tokens, source) ?? source[0] - 1] as const;
    return [{ shape: 'trailing', source, cue: [verb, verb + 1], content, lemma }];
  }
  return [];
}

const MARK = /^["“”«»]$/u;

/** "They came invited, said the spokesman; | a deputy believes they came “for the gold”": up to the semicolon. */
function beforeMarks(tokens: readonly Token[]): readonly Token[] {
  const mark = tokens.findIndex(({ word }) => MARK.test(word));
  const semicolon = tokens.findIndex(({ word }) => word === ';');
  return mark >= 0 && semicolon > 0 && semicolon < mark ? tokens.slice(0, semicolon) : tokens;
}

/** "The minister did, sort of: | walls are cheap, he joked": past the clause that tells who "he" is. */
export function pastColon(tokens: readonly Token[], [from, to]: readonly [number, number]): number {
  if (to - from > 1 || tokens[from]!.tag !== 'PRP') return 0;
  return tokens.findLastIndex(({ word }, i) => i < from - 1 && word === ':') + 1;
}

/** "The two ministers, one of them Ann Lee, met; | a rig could arrive, Ms. Lee said": past what is told of whoever speaks. */
function pastOwnDeed(tokens: readonly Token[], [from, to]: readonly [number, number]): number {
  const { word, tag } = tokens[to - 1]!;
  if (!tag.startsWith('NNP')) return 0;
  const semicolon = tokens.findLastIndex((one, i) => i < from - SHORTEST && one.word === ';');
  return tokens.slice(0, Math.max(0, semicolon)).some((one) => one.word === word)
    ? semicolon + 1
    : 0;
}

/** "..., Ann Lee, | head of the department, said": the name before the description; null where none stands. */
function beforeApposition(
  tokens: readonly Token[],
  [from, to]: readonly [number, number],
): readonly [number, number] | null {
  if (tokens[to - 1]?.word !== ',') return null;
  const comma = tokens.findLastIndex(({ word }, i) => i < from - 1 && word === ',');
  const name = tokens.slice(comma + 1, from - 1);
  const short = name.length > 0 && name.length <= LONGEST_NAME;
  return comma > 0 && short && name.every(({ tag }) => /^(?:NNP|JJ|NN|DT)/.test(tag))
    ? [comma + 1, from - 1]
    : null;
}

/** "..., | the port's director, Ann Lee, said": the comma before the description; null where none stands. */
function beforeDescription(
  tokens: readonly Token[],
  [from, to]: readonly [number, number],
): number | null {
  const name = tokens.slice(from, to);
  if (
    tokens[from - 1]?.word !== ',' ||
    !name.every(({ tag, word }) => /^NNP/.test(tag) || word === ',')
  )
    return null;
  const comma = tokens.findLastIndex(({ word }, i) => i < from - 1 && word === ',');
  const description = tokens.slice(comma + 1, from - 1);
  const phrase =
    /^(?:DT|PRP\$|NNP)/.test(description[0]?.tag ?? '') &&
    description.length <= LONGEST_SPEAKER &&
    description.every(({ tag }) => /^(?:DT|PRP\$|JJ|NN|POS|IN|CC)/.test(tag)) &&
    description.some(({ tag }) => /^NNS?$/.test(tag));
  return comma > SHORTEST && phrase ? comma : null;
}

/** In tokens, title included. */
const LONGEST_NAME = 6;

const PLURAL = /^(?:write|argue|warn|say|report|add|note|conclude|believe|explain|predict)$/;

const isOfSpeakers = ({ tag, word }: Token, plural: boolean) =>
  /^(?:DT|PRP\$|JJ|NN|POS|CD|IN)/.test(tag) || (plural && word === 'and');

/** Verbs that stand before their speaker at a sentence's end. */
const INVERTED =
  /^(?:sa(?:ys?|id)|writes|wrote|write|argue|warn|say|(?:report|add|note|warn|conclude|summari[sz]e|stresse?|emphasi[sz]e|explain|claim|state|recall|admit|insist|argue|observe|predict|believe|suspect|reckon|think|joke|lament|assesse?|assure?|promise?|announce?|declare?|confirm|reveal|caution|comment)(?:s|d|ed|ted)?)$/;

/** "..., says a manager who asked not to be named": the verb before whoever speaks, at a sentence's end. */
export function inverted(
  tokens: readonly Token[],
  verb: number,
): { readonly source: [number, number]; readonly cue: [number, number] } | null {
  const { word } = tokens[verb]!;
  if (!INVERTED.test(word)) return null;
  // "Germany's minister, Ann Lee, | promised Poland a battery": no clause that anybody closes.
  const finite = tokens.slice(0, verb).some(isFiniteVerb);
  if (!finite && !/^(?:sa|wr|report|add|note|warn|suspect|reckon|think)/.test(word)) return null;
  // "..., write Ann Lee and Ivan Lis of the centre": plural verbs only of two.
  const plural = PLURAL.test(tokens[verb]!.word);
  let to = verb + 1;
  while (to < tokens.length && isOfSpeakers(tokens[to]!, plural)) to++;
  if (plural && !tokens.slice(verb, to).some(({ word, tag }) => word === 'and' || tag === 'NNS'))
    return null;
  const first = tokens[verb + 1];
  const phrase = first && /^(?:DT|PRP\$|JJ|NN|CD)/.test(first.tag) && to - verb <= LONGEST_SPEAKER;
  // Its end, or a clause or apposition to whoever speaks, and no further clause of the sentence.
  const closed = to >= tokens.length || /^(?:[.,;]|who|whose|which)$/.test(tokens[to]!.word);
  if (!phrase || !closed) return null;
  return { source: nameAfter(tokens, to) ?? [verb + 1, to], cue: [verb, verb + 1] };
}

/** "Said the spokesman of the army, | Ann Lee |.": the name after what the speaker is; null where none stands. */
function nameAfter(tokens: readonly Token[], comma: number): [number, number] | null {
  if (tokens[comma]?.word !== ',') return null;
  let to = comma + 1;
  while (tokens[to]?.tag.startsWith('NNP')) to++;
  const short = to - comma > 2 && to - comma <= LONGEST_NAME;
  return short && (to >= tokens.length || /^[.,;]$/.test(tokens[to]!.word))
    ? [comma + 1, to]
    : null;
}

/**
 * "NP said ..." from a token to the sentence's end; by the words, for the parser often takes so late
 * a verb for a noun ("the colonel warns").
 */
function closing(
  tokens: readonly Token[],
  from: number,
  verbs: ReadonlySet<string>,
): Closing | null {
  const first = tokens[from];
  if (!first || !/^(?:DT|NNPS?|NNS?|PRP\$?|JJ|CD)$/.test(first.tag)) return null;
  for (let verb = from + 1; verb < tokens.length && verb - from <= LONGEST_SPEAKER; verb++) {
    const { word, tag } = tokens[verb]!;
    // "The union | has counted."
    if (isPerfect(tokens, verb) && isSpeaking(tokens[verb + 1]!, verbs)) continue;
    const clear = isMadeClear(tokens, verb);
    const spoken = isSpeaking(tokens[verb]!, verbs) || isLast(tokens, from, verb) || clear;
    if (!spoken && (isFiniteTag(tag) || /^[:;“”"«»]$/u.test(word))) return null;
    if (!spoken) continue;
    const next = tokens[clear ? verb + 2 : verb + 1];
    const closed =
      next === undefined ||
      /^[.]$/.test(next.word) ||
      (/^(?:IN|TO|NNPS?|NNS|RBR?|PRP\$?|DT)$/.test(next.tag) && !/^(?:that|of)$/i.test(next.word));
    const apart = isApart(tokens, clear ? verb + 2 : verb + 1);
    const later = tokens.slice(verb + 1, contrastAfter(tokens, verb)).some(isFiniteVerb);
    const perfect = isPerfect(tokens, verb - 1);
    return (closed && !later) || apart ? { source: [from, perfect ? verb - 1 : verb], verb } : null;
  }
  return null;
}

/** "..., she insisted | , rejecting talk of it", "the governor cautioned | after she met the banks": no words of what was said. */
function isApart(tokens: readonly Token[], from: number): boolean {
  const [next, then] = [tokens[from], tokens[from + 1]];
  if (!next || !then || tokens.slice(from).some(({ word }) => word === 'that')) return false;
  if (next.word === ',') return then.tag === 'VBG';
  return /^(?:after|before|when|while)$/.test(next.word) && /^(?:PRP|DT|NN|VBG)/.test(then.tag);
}

/** "The ministry | made clear |." */
function isMadeClear(tokens: readonly Token[], verb: number): boolean {
  return (
    tokens[verb]!.word === 'made' && /^(?:clear|plain|known)$/.test(tokens[verb + 1]?.word ?? '')
  );
}

/** The comma before "while" or "but" with which another clause begins; the sentence's end without one. */
function contrastAfter(tokens: readonly Token[], verb: number): number {
  const comma = tokens.findIndex(
    ({ word }, i) =>
      i > verb &&
      word === ',' &&
      /^(?:while|but|whereas|though|although)$/.test(tokens[i + 1]?.word ?? ''),
  );
  return comma < 0 ? tokens.length : comma;
}

function isPerfect(tokens: readonly Token[], i: number): boolean {
  return tokens[i]!.lemma === 'have' && tokens[i + 1]?.tag === 'VBN';
}

/** "The press service of the president reports.": a plural noun by its form, a verb by its place. */
function isLast(tokens: readonly Token[], from: number, verb: number): boolean {
  const ends = verb === tokens.length - 2 && tokens[verb + 1]!.word === '.';
  const [first, before] = [tokens[from]!, tokens[verb - 1]!];
  const phrase = /^(?:the|an?|one)$/i.test(first.word) || first.tag.startsWith('NNP');
  // "One of the readers | reports": one of many.
  const many = /^one$/i.test(first.word) && before.tag === 'NNS';
  return (
    ends &&
    phrase &&
    (many || /^NNP?$/.test(before.tag)) &&
    /^(?:reports|claims|notes|states)$/.test(tokens[verb]!.word)
  );
}

/** A finite form of one of these verbs, whatever its tag. */
function isSpeaking({ word, tag, lemma }: Token, verbs: ReadonlySet<string>): boolean {
  if (/^VB[DPZN]$/.test(tag)) return inSet(lemma, verbs);
  if (!/^(?:NNS|VBN|JJ)$/.test(tag) || !/^\p{Ll}+(?:ed|s)$/u.test(word)) return false;
  return verbs.has(lemmaOf(word, word.endsWith('s') ? 'VBZ' : 'VBD')) && !NOUNS.test(word);
}

/** Plurals that are nouns far more often than verbs. */
const NOUNS = /^(?:reports|claims|notes|states|remarks|estimates|stresses|promises|replies|posts)$/;
