import type { Token } from '../nlp/index.ts';

/** Who tells of somebody else's words at a sentence's end, in tokens. */
export interface Teller {
  /** The comma before. */
  readonly comma: number;
  /** The first token of whoever tells. */
  readonly from: number;
  readonly verb: number;
}

/** Most tokens of whoever tells. */
const LONGEST = 8;

/** "..., the Kremlin said.", `...," the agency reported.`: null when the sentence ends otherwise. */
export function tellerAtEnd(tokens: readonly Token[]): Teller | null {
  let verb = tokens.length - 1;
  while (verb > 0 && !/[\p{L}\p{N}]/u.test(tokens[verb]!.word)) verb--;
  // "..., APA reports | citing Teletrader."
  const citing = tokens.findLastIndex(
    ({ word }, i) => i < verb && /^(?:citing|quoting)$/.test(word),
  );
  if (citing > 4 && verb - citing <= 4) verb = citing - 1;
  const turned = turnedTeller(tokens, verb);
  if (turned) return turned;
  const { lemma, tag, word } = tokens[verb]!;
  // "APA's correspondent | reports", which the tagger takes for a noun.
  const mistaken = tag === 'NNS' && /^(?:reports|writes|informs|notes)$/.test(word);
  if (
    !(mistaken || /^VB[DZ]$/.test(tag)) ||
    !/^(?:say|report|announce|write|inform|add|note)$/.test(lemma)
  )
    return null;
  for (let comma = verb - 2; comma > 3 && verb - comma <= LONGEST; comma--) {
    if (tokens[comma]!.word !== ',') continue;
    const from = /^["”»]$/u.test(tokens[comma + 1]!.word) ? comma + 2 : comma + 1;
    const named = tokens
      .slice(from, verb)
      .every(({ tag: part }) => /^(?:DT|JJ|NN|POS|PRP\$)/.test(part));
    return named && from < verb ? { comma, from, verb } : null;
  }
  return null;
}

/** "..., reports Newsmaker.", "..., writes the newspaper Kohë.": the verb before whoever tells. */
function turnedTeller(tokens: readonly Token[], last: number): Teller | null {
  for (let verb = last - 1; verb > 4 && last - verb <= LONGEST; verb--) {
    const { tag, word } = tokens[verb]!;
    if (/^(?:reports?|reported|writes|wrote|informs)$/.test(word))
      return tokens[verb - 1]!.word === ','
        ? { comma: verb - 1, from: verb + 1, verb: last + 1 }
        : null;
    if (!/^(?:DT|JJ|NN|POS|PRP\$|CD)/.test(tag)) return null;
  }
  return null;
}
