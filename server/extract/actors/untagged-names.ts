import { lookUp } from '../gazetteer/index.ts';
import { isGivenName } from '../names/gender.ts';
import type { Token } from '../nlp/index.ts';
import type { Run } from './found.ts';
import { bodyKind, isPlaceNoun } from './roles.ts';
import { isNameWord, isTitleWord } from './title-runs.ts';

/** "Laurence Broers of Chatham House": a known given name and one more word that the tagger left out. */
export function withUntagged(tokens: readonly Token[], runs: readonly Run[]): Run[] {
  const named = tokens.flatMap((token, given): Run[] => {
    const family = tokens[given + 1];
    if (isInitialled(tokens, given)) return [{ from: given, to: given + 2, kind: 'PERSON' }];
    if (token.entity !== null || family?.entity !== null) return [];
    if (!isNameWord(token) || !isNameWord(family) || !isGivenName(token.word)) return [];
    const alone =
      !/^\p{Lu}/u.test(tokens[given - 1]?.word ?? '') &&
      !/^\p{Lu}/u.test(tokens[given + 2]?.word ?? '');
    return alone && isFamilyName(family) ? [{ from: given, to: given + 2, kind: 'PERSON' }] : [];
  });
  return named.length === 0 ? [...runs] : [...runs, ...named].sort((a, b) => a.from - b.from);
}

/** "Minister | S Rajan |": an initial without a stop behind a title, as in the south of India. */
function isInitialled(tokens: readonly Token[], at: number): boolean {
  const [title, { word, entity }, family] = [tokens[at - 1], tokens[at]!, tokens[at + 1]];
  if (!title || !/^\p{Lu}/u.test(title.word) || !isTitleWord(title)) return false;
  const untagged = entity === null && family?.entity === null;
  return untagged && /^\p{Lu}$/u.test(word) && isNameWord(family) && isFamilyName(family);
}

const isFamilyName = (token: Token) =>
  !isTitleWord(token) &&
  !isPlaceNoun(token.lemma) &&
  bodyKind(token.word) === null &&
  lookUp(token.word).length === 0;
