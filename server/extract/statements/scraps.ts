import type { Discourse } from '../actors/coreference.ts';
import type { Attribution } from '../attribution/index.ts';
import type { Span, Token } from '../nlp/index.ts';
import { inSet } from '../text/in-set.ts';
import { placeOf } from '../text/place.ts';
import { modeOf } from './mode.ts';
import { quotationsOf } from './quotations.ts';
import { SAYING, SAYING_THAT } from './verbs.ts';
import { isFiniteVerb } from '../text/finite.ts';

/**
 * A quotation of which the tagger took the words in marks alone: `Ties enter "a new chapter," X said`
 * and `The regime, he told Y, "is playing for time"` are told with the clause that they end.
 */
export function withItsClause(attribution: Attribution, { parsed, trees }: Discourse): Attribution {
  const { cue, source, content, mode } = attribution;
  const [quoted, more] = content;
  const place = quoted && !more && mode === 'direct' ? placeOf(parsed, quoted) : null;
  if (!quoted || !place || !cue[0] || !source[0]) return attribution;
  const { tokens } = trees[place.sentence]!;
  const first = isMark(tokens[place.from]!) ? place.from + 1 : place.from;
  const mark = isMark(tokens[first - 1]) ? first - 1 : first;
  if (mark < 1 || !/^\p{Ll}/u.test(tokens[first]?.word ?? '')) return attribution;
  const told = Math.min(cue[0].start, source[0].start);
  const drawn =
    told > quoted.end ? fromStart(tokens, mark, quoted) : aroundTeller(tokens, mark, told, quoted);
  return drawn ? { ...attribution, content: drawn, mode: modeOf(parsed.text, drawn) } : attribution;
}

/** From the sentence's beginning, where a clause stands there that goes on into the marks. */
function fromStart(tokens: readonly Token[], mark: number, quoted: Span): Span[] | null {
  const before = tokens.slice(0, mark);
  const goesOn = /^(?:DT|JJ|IN|TO|PRP\$|NN|VB|RB|MD)/.test(tokens[mark - 1]!.tag);
  if (!goesOn || !before.some(isFiniteVerb) || before.some((token) => isMark(token))) return null;
  const start = before.findLastIndex(({ word }) => /^[;:]$/.test(word)) + 1;
  const adverb = before[start]?.tag === 'RB' && before[start + 1]?.word === ',';
  const opening = before[adverb ? start + 2 : start];
  return opening ? [{ start: opening.start, end: quoted.end }] : null;
}

/** The subject before whoever tells it in commas, where the marks begin with its verb. */
function aroundTeller(
  tokens: readonly Token[],
  mark: number,
  told: number,
  quoted: Span,
): Span[] | null {
  const at = tokens.findIndex(({ end }) => end > told);
  const verb = tokens[mark + 1];
  if (tokens[mark - 1]!.word !== ',' || tokens[at - 1]?.word !== ',' || !verb) return null;
  if (!isFiniteVerb(verb)) return null;
  const from = tokens.findLastIndex(({ word }, i) => i < at - 1 && /^[;:]$/.test(word)) + 1;
  const subject = tokens.slice(from, at - 1);
  if (subject.length === 0 || subject.some(isFiniteVerb) || subject.some((one) => isMark(one)))
    return null;
  return [
    { start: subject[0]!.start, end: subject.at(-1)!.end },
    { start: tokens[mark]!.start, end: quoted.end },
  ];
}

const isMark = (token: Token | undefined) => token !== undefined && /^["“«]$/u.test(token.word);

const isSaying = ({ tag, lemma }: Token) =>
  /^VB[DZ]$/.test(tag) && (inSet(lemma, SAYING) || inSet(lemma, SAYING_THAT));

/** `“A. B?” X wrote`: the quotation that a content ends, from its opening mark on. */
export function wholeQuotation(
  attribution: Attribution,
  { parsed, trees }: Discourse,
): Attribution {
  const { content, mode } = attribution;
  const [tail, more] = content;
  if (mode !== 'direct' || !tail || more) return attribution;
  const { text } = parsed;
  const line = text.lastIndexOf('\n', tail.start) + 1;
  const whole = quotationsOf(text.slice(line, tail.end)).at(-1);
  const start = line + (whole?.start ?? 0);
  const cut = whole && line + whole.end >= tail.end && tail.start - start > 1;
  const opening = cut ? placeOf(parsed, { start, end: start + 1 }) : null;
  // `X commented that they “hide. | They will stay”, he added`: its beginning was told already.
  const told =
    opening &&
    opening.sentence !== placeOf(parsed, tail)?.sentence &&
    trees[opening.sentence]!.tokens.slice(0, opening.from).some(isSaying);
  return cut && !told ? { ...attribution, content: [{ start, end: tail.end }] } : attribution;
}
