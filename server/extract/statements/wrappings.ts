import type { Attribution } from '../attribution/index.ts';
import type { Discourse } from '../actors/coreference.ts';
import { inSet } from '../text/in-set.ts';
import type { Span, Token } from '../nlp/index.ts';
import { placeOf } from '../text/place.ts';
import { modeOf } from './mode.ts';
import { BLAMING, SAYING, SAYING_THAT } from './verbs.ts';
import { isFiniteVerb } from '../text/finite.ts';

/**
 * An attribution without the occasion that the tagger took into its content: "posted a video | in
 * which he said that A", "used his speech | to warn that A", "As X pointed out at the talks that
 * followed, | A".
 */
export function withoutOccasion(attribution: Attribution, discourse: Discourse): Attribution {
  const { parsed, trees } = discourse;
  const [first] = attribution.content;
  const place = first && attribution.mode !== 'direct' ? placeOf(parsed, first) : null;
  if (!first || !place) return attribution;
  const { tokens } = trees[place.sentence]!;
  return (
    inWhich(attribution, tokens, place.from, parsed.text) ??
    toSay(attribution, tokens, place.from, parsed.text) ??
    byParticiple(attribution, tokens, place.from, parsed.text) ??
    pastAs(attribution, tokens, place.from, parsed.text) ??
    attribution
  );
}

/** Farthest verb of saying from the content's beginning, in tokens. */
const LONGEST = 10;

/** "Posted | footage in which he stated that A": A was stated. */
function inWhich(
  attribution: Attribution,
  tokens: readonly Token[],
  from: number,
  text: string,
): Attribution | null {
  const which = tokens.findIndex(
    ({ word }, i) => i > from && i - from < LONGEST && (word === 'which' || word === 'where'),
  );
  const that = tokens.findIndex(
    ({ word }, i) =>
      i > which + 2 &&
      i - which < LONGEST &&
      (word === 'that' ||
        (/^VB[DZ]$/.test(tokens[i - 1]!.tag) && /^(?:of|about|against)$/.test(word))),
  );
  const verb = that - 1;
  if (which < 0 || that < 0 || !/^VB[DZ]$/.test(tokens[verb]!.tag)) return null;
  if (!isSaying(tokens[verb]!) || tokens.slice(from, which).some(isFiniteVerb)) return null;
  return saidFrom(attribution, tokens, verb, that + 1, text);
}

/** "Used | his nightly address to appeal for A", "took to Telegram to accuse B of C". */
function toSay(
  attribution: Attribution,
  tokens: readonly Token[],
  from: number,
  text: string,
): Attribution | null {
  const cue = tokens.findLastIndex(({ end }) => end <= (attribution.cue[0]?.end ?? 0));
  if (!/^(?:us|use|take|seize|choose|go)$/.test(tokens[cue]?.lemma ?? '')) return null;
  const to = tokens.findIndex(
    ({ word }, i) => i >= from && i - from < LONGEST && word === 'to' && isSayingAt(tokens, i + 1),
  );
  const before = tokens.slice(from, to);
  if (to < 0 || !before.every(({ tag }) => /^(?:DT|PRP\$|JJ|NN|POS|TO|IN|CD|VBG)/.test(tag)))
    return null;
  const after = tokens[to + 2]?.word ?? '';
  const begin = /^(?:that|for)$/.test(after) ? to + 3 : to + 2;
  return saidFrom(attribution, tokens, to + 1, begin, text);
}

const isSayingAt = (tokens: readonly Token[], i: number) =>
  tokens[i]?.tag === 'VB' && isSaying(tokens[i]);

/** "Replied | to him in writing, advising “not to interfere”": the participle tells what. */
function byParticiple(
  attribution: Attribution,
  tokens: readonly Token[],
  from: number,
  text: string,
): Attribution | null {
  const verb = tokens.findIndex(
    ({ tag }, i) => i > from && i - from < LONGEST && tag === 'VBG' && tokens[i - 1]!.word === ',',
  );
  if (verb < 0 || !/^(?:IN|TO)$/.test(tokens[from]!.tag) || !isSaying(tokens[verb]!)) return null;
  if (tokens.slice(from, verb).some(isFiniteVerb)) return null;
  const begin = tokens[verb + 1]?.word === 'that' ? verb + 2 : verb + 1;
  return saidFrom(attribution, tokens, verb, begin, text);
}

/** "As X pointed out at | the briefing that followed, A": A. */
function pastAs(
  attribution: Attribution,
  tokens: readonly Token[],
  from: number,
  text: string,
): Attribution | null {
  const [cue] = attribution.cue;
  const comma = tokens.findIndex(({ word }, i) => i > from && word === ',');
  const verb = tokens.findIndex(({ start }) => start === cue?.start);
  if (tokens[0]!.word !== 'As' || verb < 2 || verb > from || comma < 0 || comma - from > LONGEST)
    return null;
  // "As X said it would be cold, …" tells what X said before the comma.
  const occasion = /^(?:RP|IN|TO)$/.test(tokens[verb + 1]?.tag ?? '');
  if (!occasion || !isSaying(tokens[verb]!) || !tokens.slice(comma).some(isFiniteVerb)) return null;
  return saidFrom(attribution, tokens, verb, comma + 1, text);
}

function saidFrom(
  attribution: Attribution,
  tokens: readonly Token[],
  verb: number,
  begin: number,
  text: string,
): Attribution | null {
  const start = tokens[begin]?.start ?? Infinity;
  const { end } = attribution.content.at(-1)!;
  if (start + 2 >= end) return null;
  const content: Span[] = [{ start, end }];
  const cue = [tokens[verb]!];
  return { ...attribution, cue, content, mode: modeOf(text, content), speech: true };
}

function isSaying({ lemma }: Token): boolean {
  return (
    [SAYING, SAYING_THAT, BLAMING].some((verbs) => inSet(lemma, verbs)) ||
    /^(?:point|appeal|call|condemn|thank|praise)$/.test(lemma)
  );
}
