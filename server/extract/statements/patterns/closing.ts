import { inSet } from '../../text/in-set.ts';
import { monthOf, weekdayNamed } from '../../dates/calendar.ts';
import { lemmaOf } from '../../nlp/lemma.ts';
import type { Token } from '../../nlp/index.ts';
import { isFiniteTag, isFiniteVerb } from '../../text/finite.ts';

/** Longest speaker of a closing clause, in tokens. */
export const LONGEST_SPEAKER = 14;

/** A clause that tells whose words stand before it, in tokens. */
export interface Closing {
  readonly source: readonly [from: number, to: number];
  readonly verb: number;
}

/**
 * "NP said ..." from a token to the sentence's end; by the words, for the parser often takes so late
 * a verb for a noun ("the colonel warns").
 */
export function closing(
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
    const later = tokens
      .slice(verb + 1, contrastAfter(tokens, verb))
      .some((token, i) => isFiniteVerb(token) && !isNounAtEnd(tokens, verb + 1 + i));
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

/** "In an intelligence | update |.": a noun by its place, which the tagger takes for a verb. */
const isNounAtEnd = (tokens: readonly Token[], at: number) =>
  tokens[at]!.tag === 'VBP' &&
  /^(?:NN|JJ)$/.test(tokens[at - 1]!.tag) &&
  /^(?:DT|PRP\$)$/.test(tokens[at - 2]?.tag ?? '') &&
  (tokens[at + 1]?.word ?? '.') === '.';

/** "The ministry | made clear |." */
function isMadeClear(tokens: readonly Token[], verb: number): boolean {
  return (
    tokens[verb]!.word === 'made' && /^(?:clear|plain|known)$/.test(tokens[verb + 1]?.word ?? '')
  );
}

/**
 * The comma before "while" or "without" with which another clause begins, or before what the sentence adds
 * of the deed after it told when that was said: "said on Saturday, | in one of the worst raids since the
 * war began"; the sentence's end without one.
 */
function contrastAfter(tokens: readonly Token[], verb: number): number {
  const comma = tokens.findIndex(
    ({ word }, i) =>
      i > verb &&
      word === ',' &&
      (/^(?:while|but|whereas|though|although|without|commenting|responding)$/.test(
        tokens[i + 1]?.word ?? '',
      ) ||
        isAddition(tokens, verb, i)),
  );
  return comma < 0 ? tokens.length : comma;
}

/** Whether a comma stands right behind the day after a verb, and before a preposition, "days after" or the like. */
function isAddition(tokens: readonly Token[], verb: number, comma: number): boolean {
  const when = tokens.slice(verb + 1, comma);
  const day = when.some(({ word }) => weekdayNamed(word) >= 0 || monthOf(word) > 0);
  const [next, then] = tokens.slice(comma + 1, comma + 3);
  return (
    day &&
    when.length <= LONGEST_DAY &&
    when.every(({ tag }) => /^(?:IN|NNP|CD|NN)$/.test(tag)) &&
    next !== undefined &&
    (/^(?:in|as|amid|after|before|during|on|despite|following|days|hours|weeks|months|hoping|part)$/.test(
      next.word,
    ) ||
      (/^(?:a|the)$/.test(next.word) &&
        /^(?:day|week|month|year|latest|first|second|third|deadliest|worst)$/.test(
          then?.word ?? '',
        )))
  );
}

/** In tokens: "in a statement on Saturday". */
const LONGEST_DAY = 5;

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

/** `"...", the expert is sure.`: a state of mind in place of a verb of saying. */
export function isSure(tokens: readonly Token[], from: number): Closing | null {
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
