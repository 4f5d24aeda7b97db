import type { Event } from '../../../graph-data/schema/index.ts';
import { selectorAt } from '../../../graph-data/schema/index.ts';
import type { Span, Token } from '../nlp/index.ts';
import { intersects } from '../text/place.ts';

type Figure = Event['figures'][number];

const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const ABOUT =
  /^(?:about|around|some|nearly|almost|over|roughly|approximately|least|than|up|only|at|more|less|fewer|to)$/i;

/** Figures that a stretch of tokens gives with what they count: "65,089 munitions", "5% of Belarusians". */
export function figuresIn(
  text: string,
  tokens: readonly Token[],
  within: Span,
  dates: readonly Span[],
): Figure[] {
  return tokens.flatMap((token, i) => {
    const counts = token.tag === 'CD' && /\d/.test(token.word) && intersects(token, within);
    if (!counts || dates.some((date) => intersects(date, token))) return [];
    const end = countedEnd(tokens, i);
    if (end === null) return [];
    let from = i;
    while (from > 0 && ABOUT.test(tokens[from - 1]!.word) && i - from < 3) from--;
    const span = { start: tokens[from]!.start, end: tokens[end]!.end };
    return [figureOf(text, span, tokens, i, end)];
  });
}

/** The noun that a number counts: after adjectives, scales and "of". */
function countedEnd(tokens: readonly Token[], number: number): number | null {
  let i = number + 1;
  while (
    i < tokens.length &&
    i - number < 5 &&
    (/^(?:JJ|NNP|CD|VBN)/.test(tokens[i]!.tag) || SCALES[tokens[i]!.lemma] !== undefined)
  )
    i++;
  const token = tokens[i];
  if (!token || !/^(?:NN|NNS)$/.test(token.tag)) return null;
  const next = tokens[i + 1];
  return next && /^NNS?$/.test(next.tag) && next.start - token.end <= 1 ? i + 1 : i;
}

function figureOf(
  text: string,
  span: Span,
  tokens: readonly Token[],
  number: number,
  end: number,
): Figure {
  const { word } = tokens[number]!;
  const scale = SCALES[tokens[number + 1]?.lemma ?? ''] ?? 1;
  const plain = Number(word.replaceAll(',', ''));
  const unit = tokens[end]!.word === '%' ? 'percent' : tokens[end]!.lemma;
  return {
    text: text.slice(span.start, span.end),
    value: Number.isFinite(plain) ? plain * scale : null,
    unit,
    selector: selectorAt(text, span.start, span.end),
  };
}
