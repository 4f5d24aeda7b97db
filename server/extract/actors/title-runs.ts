import { words as wordsOf } from '../../contract/index.ts';
import type { Token } from '../nlp/index.ts';
import { stateEndingAt } from './country.ts';
import type { Run } from './found.ts';
import { ministryOf } from './institutions.ts';
import { ADDRESS, isPlaceNoun, isRole } from './roles.ts';

/** "U.S. Defense | Secretary": what a ministry is for, and whose. */
export function isPortfolio(tokens: readonly Token[], from: number, to: number): boolean {
  let start = from;
  while (start < to && (stateEndingAt(tokens, start) || OPENS_TITLE.test(tokens[start]!.word)))
    start++;
  if (start === to) start = from;
  const words = tokens.slice(start, to).map(({ word }) => word);
  return ministryOf(`${words.join(' ')} minister`) !== null;
}

/** A ministry's field of work and no more, a state's name before it aside. */
export const isWholly = (tokens: readonly Token[], { from, to }: Run) =>
  to - from < 3 && isPortfolio(tokens, from, to);

/** "Deputy Minister of | Defense": what a minister is of is no body. */
export function isMinistersField(tokens: readonly Token[], run: Run): boolean {
  const affairs = tokens[run.to - 1]!.word === 'Affairs' && run.to - run.from < 4;
  const joined = tokens[run.from - 1]?.word === 'and' && run.to - run.from < 4;
  return isOfMinister(tokens, run.from) && (isWholly(tokens, run) || affairs || joined);
}

/** "Minister of | Defence", "Vice-Minister for the | Interior". */
export function isOfMinister(tokens: readonly Token[], from: number): boolean {
  // "Of Labour and | Social Protection"
  let first = tokens[from - 1]?.word === 'and' ? from - 2 : from;
  // "Of Higher Education and | Scientific Research"
  const longer = first < from && /^\p{Lu}/u.test(tokens[first - 1]?.word ?? '');
  if (longer && tokens[first - 1]!.tag.startsWith('NNP')) first--;
  const of = tokens[first - 1]?.word === 'the' ? first - 2 : first - 1;
  return (
    /^(?:of|for)$/.test(tokens[of]?.word ?? '') &&
    /(?:minister|^secretary)$/.test(tokens[of - 1]?.lemma ?? '')
  );
}

/** "Minister of Trade and | Integration | Ann Lee": who holds the office, past the second field; null for other runs. */
export function pastJoinedField(tokens: readonly Token[], { from, to }: Run): Run | null {
  if (tokens[from - 1]?.word !== 'and' || !isOfMinister(tokens, from)) return null;
  let name = from;
  while (name < to && (isField(tokens[name]!.word) || OF_FIELD.test(tokens[name]!.word))) name++;
  const names = tokens.slice(name, to);
  return name > from && names.every(isNameWord) && names.length >= 2 && names.length <= 3
    ? { from: name, to, kind: 'PERSON' }
    : null;
}

/** Words for what a ministry does, by their form; what it is for, in others' names never first. */
const OF_FIELD =
  /^(?:\p{Lu}\p{Ll}{2,}(?:tion|ment|ology|ics|ture|fare|ism|ities)|Social|Scientific|Digital|Public|Rural|Human|Natural|Regional|Higher|Civil|Religious|Local|Urban|Research|Protection|Resources|Rights|Services|Sports?|Youth|Women|Children|Works|Water|Housing|Planning|Land|Mines|Mining|Forestry|Fisheries|Livestock|Industries|Science|Heritage|Media|Broadcasting|Solidarity|Security|Equality|Family)$/u;

/** "Vice-Minister of | National Defence | of Poland Ann Lee": what follows the field; null for other runs. */
export function pastMinistersField(tokens: readonly Token[], run: Run): Run | null {
  if (!isOfMinister(tokens, run.from)) return null;
  const of = tokens.findIndex(
    ({ word }, i) => i > run.from && i < run.to && i - run.from < 4 && word === 'of',
  );
  const field = { ...run, to: of };
  return of > 0 && isWholly(tokens, field) ? { ...run, from: of } : null;
}

/** What a minister or secretary is for. */
export function isField(word: string): boolean {
  return /^(?:State|Defen[cs]e|Affairs|Foreign|National|Interior|Finance|Energy|Justice|Health|Education|Trade|Economy|Commerce|Treasury|Labou?r|Agriculture|Transport|Culture|Development|Security|Industry|Environment|Infrastructure)$/.test(
    word,
  );
}

/** "Defense Ministers": a title and no body. */
export function isTitle(tokens: readonly Token[], { from, to }: Run): boolean {
  const words = tokens.slice(from, to);
  return (
    isTitleWord(tokens[to - 1]!) &&
    words.every((token) => isTitleWord(token) || isField(token.word))
  );
}

/** "Special Rapporteur", "First Deputy Chairman". */
export function isRoleModifier({ word }: Token): boolean {
  return /^(?:Interim|Caretaker|Special|High|Deputy|First|Second|Senior|Acting|Chief|Press|Vice|Prime|Assistant|Permanent|State|Executive|Managing|Regional|Supreme|-)$/.test(
    word,
  );
}

/** A capitalised word in small letters: no acronym. */
export function isNameWord(token: Token | undefined): boolean {
  return token !== undefined && token.tag.startsWith('NN') && /^\p{Lu}\p{Ll}/u.test(token.word);
}

export function isTitleWord({ word, lemma }: Token): boolean {
  return (
    ADDRESS.has(wordsOf(word).join('')) ||
    isRole(lemma) ||
    isRole(lemma.replace(/s$/, '')) ||
    /^(?:(?:Gen|Col|Sen|Rep|Gov|Lt|Sgt|Adm|Rev)\.|Rear)$/.test(word)
  );
}

/** Words that begin a title and end no name: "Kosovo Prime | Minister". */
export const OPENS_TITLE =
  /^(?:Prime|Deputy|Vice|Acting|First|Foreign|Interior|State|Press|Special|High)$/;

/** A word of "Belgorod Oblast", "Kursk Region": a place by its form, whatever the tagger made of it. */
export function isNamedRegion(tokens: readonly Token[], i: number): boolean {
  const noun = isPlaceNoun(tokens[i]!.lemma) ? i : i + 1;
  const parts = [tokens[noun - 1], tokens[noun]];
  return (
    isPlaceNoun(parts[1]?.lemma ?? '') &&
    parts.every((part) => /^\p{Lu}\p{Ll}/u.test(part?.word ?? ''))
  );
}
