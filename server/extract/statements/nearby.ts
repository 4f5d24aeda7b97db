import { bearersOf } from '../actors/bearers.ts';
import type { Discourse, Possible } from '../actors/coreference.ts';
import type { Referent } from '../actors/referent.ts';
import { namingsOfSentence } from '../actors/naming-index.ts';
import type { Span } from '../nlp/index.ts';
import { isQuoted } from '../text/quoted.ts';
import { lastStarting, placeOf } from '../text/place.ts';
import { subjectRange } from './repair.ts';

/** `Charles Michel tweets: "..."`, `what worries him most: "..."`: whom the words before the colon name or mean. */
export function beforeColon(quotation: Span, discourse: Discourse): Possible[] | null {
  const { parsed, trees, namings } = discourse;
  const place = placeOf(parsed, quotation);
  if (!place || place.from < 2) return null;
  const { tokens } = trees[place.sentence]!;
  if (tokens[place.from - 1]!.word !== ':') return null;
  const named = namingsOfSentence(namings, place.sentence).find(
    ({ from, to, referent }) =>
      to < place.from &&
      referent.kind === 'person' &&
      !/^(?:IN|TO|VB[DPZGN]?)$/.test(tokens[from - 1]?.tag ?? '') &&
      tokens[to]?.tag !== 'POS',
  );
  if (named)
    return [{ referent: named.referent, score: 0.85, reasons: ['named before the colon'] }];
  const pronoun = tokens.find(
    ({ word }, i) => i < place.from && /^(?:he|she|him|her)$/i.test(word),
  );
  return pronoun ? bearersOf(pronoun, discourse) : [];
}

/**
 * `"A," X said. But an officer who left laughs at it. "B"`: whoever the sentence right before the
 * quotation is about, where nothing else was said in it; null where it is about the same or nobody.
 */
export function inBetween(
  quotation: Span,
  after: number,
  speaker: Referent | null,
  discourse: Discourse,
): Possible | null {
  const { parsed, trees } = discourse;
  const sentence = lastStarting(parsed.sentences, quotation.start) - 1;
  const before = parsed.sentences[sentence];
  if (!before || before.start < after || /\n/.test(parsed.text.slice(before.end, quotation.start)))
    return null;
  if (
    isQuoted(parsed, before.start) ||
    /["“”«»]/u.test(parsed.text.slice(before.start, before.end))
  )
    return null;
  const tree = trees[sentence]!;
  const root = tree.tokens.findIndex(({ head }) => head < 0);
  const range = root < 0 ? null : subjectRange(tree, root);
  if (!range || /^PRP/.test(tree.tokens[range[0]]!.tag)) return null;
  const span = { start: tree.tokens[range[0]]!.start, end: tree.tokens[range[1] - 1]!.end };
  const [best] = bearersOf(span, discourse);
  const someone = best?.referent.kind === 'person' && best.referent !== speaker;
  return someone ? { ...best, score: 0.6 * best.score } : null;
}
