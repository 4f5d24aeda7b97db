import { lookUp } from '../gazetteer/index.ts';
import { isGivenName } from '../names/gender.ts';
import type { Token } from '../nlp/index.ts';
import { inPlace, type Run } from './found.ts';
import { bodyKind, isPlaceNoun } from './roles.ts';
import { isField, isOfMinister, isTitleWord } from './title-runs.ts';

/** In tokens. */
const LONGEST_NAME = 4;

/**
 * Names of people that the tagger broke into pieces or left the beginning of out: "Mohammad | Reza |
 * Ashtiani", "Temur | Umarov", "Mehari | Taddele Maru". One word at a time, back from the surname.
 */
export function withBrokenNames(tokens: readonly Token[], runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    const after = afterParticle(tokens, run, before) ?? afterGiven(tokens, run, before);
    if (after) {
      joined.splice(-1, 1, after);
      continue;
    }
    let whole = run;
    while (run.kind === 'PERSON' && goesBack(tokens, whole, joined.at(-1))) {
      const before = joined.at(-1);
      if (before?.to === whole.from) joined.pop();
      whole = { ...whole, from: before?.to === whole.from ? before.from : whole.from - 1 };
    }
    joined.push(whole);
  }
  return joined;
}

/** "Thomas | de Waal", the rest of which the tagger took for a body: the whole name; null for other runs. */
function afterParticle(
  tokens: readonly Token[],
  { from, to }: Run,
  before: Run | undefined,
): Run | null {
  const rest = tokens.slice(from + 1, to);
  const goesOn = before?.kind === 'PERSON' && before.to === from && isParticle(tokens[from]!.word);
  return goesOn && rest.length > 0 && rest.length < 3 && rest.every(isPart)
    ? { ...before, to }
    : null;
}

/** "Dmitry | Bolkunets", the surname of which the tagger took for a body or a place: the whole name; null for other runs. */
function afterGiven(
  tokens: readonly Token[],
  { from, to, kind }: Run,
  before: Run | undefined,
): Run | null {
  const alone = kind !== 'PERSON' && to - from === 1 && isPart(tokens[from]!);
  const given =
    before?.kind === 'PERSON' && before.to === from && before.to - before.from === 1
      ? tokens[before.from]!
      : null;
  return alone && given && given.head === from && isGivenName(given.word)
    ? { ...before!, to }
    : null;
}

/** "Bill | de | Blasio". */
export function isParticle(word: string): boolean {
  return /^(?:de|da|di|do|du|del|dos|das|den|des|van|von|der|ter|zu|bin|ibn|al|el|la|las|le|los)$/.test(
    word,
  );
}

/** Particles of people's names alone. */
const OF_PEOPLE = /^(?:von|van|dos|bin|ibn|zu)$/;

/** "Tania von Uslar-Gleichen": a known given name and a surname with particles, whatever the tagger made of them. */
export function withParticleNames(tokens: readonly Token[], runs: readonly Run[]): Run[] {
  const named = tokens.flatMap((token, from): Run[] => {
    const particle = tokens[from + 1]?.word ?? '';
    if (!isPart(token) || !(isGivenName(token.word) || OF_PEOPLE.test(particle))) return [];
    let family = from + 1;
    while (isParticle(tokens[family]?.word ?? '')) family++;
    // "Jean-Marc de La Sablière"
    if (family > from + 1 && /^(?:La|Las|Los|El)$/.test(tokens[family]?.word ?? '')) family++;
    const last = tokens[family];
    return family > from + 1 && last && isPart(last)
      ? [{ from, to: family + 1, kind: 'PERSON' }]
      : [];
  });
  const isKnown = ({ from, to }: Run) =>
    runs.some((run) => run.kind === 'PERSON' && run.from <= from && run.to >= to);
  return inPlace(
    runs,
    named.filter((one) => !isKnown(one)),
  );
}

/** Whether the run or the word right before a person's name is a part of it. */
function goesBack(tokens: readonly Token[], { from, to }: Run, before: Run | undefined): boolean {
  const beside = before?.to === from ? before : null;
  const first = beside ? beside.from : from - 1;
  if (first < 0 || to - first > LONGEST_NAME) return false;
  if (!tokens.slice(first, from).every(isPart)) return false;
  // "Vladimir Putin | Ann Lee": two people side by side.
  if (beside?.kind === 'PERSON')
    return beside.to - beside.from === 1 || (to - from === 1 && !isGivenName(tokens[from]!.word));
  // "Minister of Trade and | Integration | Ann Lee"
  if (from - first > 1 || (tokens[first - 1]?.word === 'and' && isOfMinister(tokens, first)))
    return false;
  return (
    isGivenName(tokens[first]!.word) ||
    (isPart(tokens[from]!) && (opensName(tokens[first - 1]) || isPersonPart(tokens[first - 1])))
  );
}

/** "Saifuddin | Nasution | Ismail": a name's word before one that the tagger took for a body. */
const isPersonPart = (token: Token | undefined) =>
  token !== undefined && token.entity === 'PERSON' && token.entityStart && isPart(token);

/** A capitalised word that is no office, field, place, day or body, and that no list of names holds. */
function isPart(token: Token): boolean {
  const { word, tag, lemma } = token;
  return (
    /^NNPS?$/.test(tag) &&
    /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(word) &&
    !isTitleWord(token) &&
    !isField(word) &&
    !isPlaceNoun(lemma) &&
    !DAY.test(word) &&
    !PARTY_MEMBER.test(word) &&
    bodyKind(word) === null &&
    lookUp(word).length === 0
  );
}

/** "Republican Donald Trump": what one is, and no part of the name. */
export const PARTY_MEMBER =
  /^(?:Republican|Democrat|Democratic|Conservative|Liberal|Labour|Libertarian|Socialist|Communist|Independent|Tory)$/;

/** "Monday Lukashenko left": days and months stand before names without a comma. */
export const DAY =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|Ramadan|Easter|Christmas)$/;

/** What a name of more than one word may stand after: nothing, a mark, a title, "said". */
function opensName(before: Token | undefined): boolean {
  if (before === undefined || isTitleWord(before) || isGivenName(before.word)) return true;
  return /^(?:[,:;(“”"]|and|or|but|while|by|[Ff]or|as|that|said|says|to|['’]s)$/u.test(before.word);
}
