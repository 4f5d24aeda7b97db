import type { Place } from '../text/place.ts';
import { isPlatform, type Discourse, type Possible } from './coreference.ts';

/** "The latter", which no noun follows: whoever is named last, here before it or in the sentence before. Null for other words. */
export function theLatter(
  { sentence, from, to }: Place,
  head: number,
  { trees, namings }: Discourse,
): Possible | null {
  const { tokens } = trees[sentence]!;
  const alone = to - from <= 2 && !tokens[head + 1]?.tag.startsWith('NN');
  if (tokens[head]!.word !== 'latter' || !/^the$/i.test(tokens[head - 1]?.word ?? '') || !alone)
    return null;
  const named = namings.findLast(
    (naming) =>
      (naming.sentence === sentence - 1 || (naming.sentence === sentence && naming.to < head)) &&
      !isPlatform(naming.referent.key),
  );
  return named
    ? { referent: named.referent, score: 0.75, reasons: ['named last before “the latter”'] }
    : null;
}
