import { lookUp } from '../gazetteer/index.ts';
import { isGivenName } from '../names/gender.ts';
import type { Token } from '../nlp/index.ts';
import { stateEndingAt } from './country.ts';
import { inPlace, type Run } from './found.ts';
import { bodyKind, isRole } from './roles.ts';

/** "State Military Industrial | Committee": a body's name of which the tagger made several things or a part. */
export function withBodies(tokens: readonly Token[], runs: readonly Run[]): Run[] {
  const named = tokens.flatMap(({ word, tag }, noun): Run[] => {
    const own = firmOfState(tokens, noun) ?? ofItsMembers(tokens, noun);
    if (own) return [own];
    if (!/^NNP?$/.test(tag) || !BODY_NAMED.test(word)) return [];
    let from = noun;
    while (from > 0 && isInBodyName(tokens, from - 1, noun)) from--;
    if (isFirstOfTwo(tokens, from)) from -= 2;
    if (OF_A_PLACE.test(tokens[from]!.word) && isTown(tokens[from - 1])) from--;
    // "United States | Pacific Command": one word will do beside a state.
    const least = from > 0 && stateEndingAt(tokens, from - 1) ? 1 : 2;
    if (noun - from < least) return [];
    const whole = runs.some((run) => run.kind !== 'LOCATION' && run.from <= from && run.to > noun);
    return whole ? [] : [{ from, to: noun + 1, kind: 'ORGANIZATION' }];
  });
  return inPlace(runs, named);
}

/**
 * "Azerbaijan Railways", "Georgian Railway", "Turkish Aerospace Industries": the state's name is a part
 * of the firm's; null for others.
 */
function firmOfState(tokens: readonly Token[], noun: number): Run | null {
  const { word, tag } = tokens[noun]!;
  const goesOn = /^NNP/.test(tokens[noun + 1]?.tag ?? '');
  if (noun === 0 || goesOn || !FIRM.test(word) || !/^NNPS?$/.test(tag)) return null;
  const field = noun > 1 && FIELD_OF_FIRM.test(tokens[noun - 1]!.word) ? noun - 2 : noun - 1;
  const state = stateEndingAt(tokens, field);
  return state && { from: state.from, to: noun + 1, kind: 'ORGANIZATION' };
}

const FIRM =
  /^(?:Railways?|Airlines?|Airways|Petroleum|Telecom|Airports|Engineering|Industries|Aerospace|Electronics|Shipyards?|Shipbuilding|Technologies)$/;

const FIELD_OF_FIRM =
  /^(?:Aerospace|Aircraft|Aviation|Defen[cs]e|Electronic|Heavy|Marine|Military|Naval|Space|Steel)$/;

/**
 * "Polish Road Hauliers' Association", "Teachers' Union", "Drivers' Federation Linava": a body that is
 * called by its members, whom the tagger sets apart from it; null for others.
 */
function ofItsMembers(tokens: readonly Token[], noun: number): Run | null {
  if (!isNameWord(tokens[noun]) || bodyKind(tokens[noun]!.word) === null) return null;
  let owner = noun - 1;
  while (owner > 0 && noun - owner <= 2 && isNameWord(tokens[owner])) owner--;
  const [members, mark] = [tokens[owner - 1]?.word ?? '', tokens[owner]?.word ?? ''];
  const plural = MEMBERS.test(members) && /^['’]$/.test(mark);
  if (!plural && !(/^(?:Women|Children)$/.test(members) && /^['’]s$/.test(mark))) return null;
  if (lookUp(members).length > 0) return null;
  let from = owner - 1;
  while (
    from > 0 &&
    owner - from <= 4 &&
    isNameWord(tokens[from - 1]) &&
    /^(?:NNP|JJ)/.test(tokens[from - 1]!.tag)
  )
    from--;
  const name = tokens[noun + 1];
  const called = name?.tag === 'NNP' && tokens[noun]!.head === noun + 1 && !isGivenName(name.word);
  return { from, to: called && isNameWord(name) ? noun + 2 : noun + 1, kind: 'ORGANIZATION' };
}

const isNameWord = (token: Token | undefined) => NAME_WORD.test(token?.word ?? '');

/** Plurals that tell people: "Carriers", "Journalists", "Veterans". */
const MEMBERS = /^\p{Lu}\p{Ll}+(?:ers|ors|ists|ants|ents|ans|eurs|men|women|wives|families)$/u;

const BODY_NAMED =
  /^(?:Administration|Directorate|Inspectorate|Committee|Agency|Cabinet|Council|Commission|Centre|Center|Institute|Service|Command|Corporation|Authority|University|Foundation|Association)$/;

/** "Kyiv | City Military Administration": the body of a place, named after it. */
const OF_A_PLACE = /^(?:City|Oblast|Region|Regional|District|Municipal|Provincial)$/;

const isTown = (before: Token | undefined) =>
  before?.tag === 'NNP' && /^\p{Lu}\p{Ll}+$/u.test(before.word) && !isRole(before.lemma);

/** "Financial", "Anti-Corruption". */
const NAME_WORD = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u;

/** "The Economic | and Financial Crimes Commission": one word of a name before "and", behind the article. */
function isFirstOfTwo(tokens: readonly Token[], from: number): boolean {
  const [article, first, and] = [tokens[from - 3], tokens[from - 2], tokens[from - 1]];
  if (and?.word !== 'and' || !/^the$/i.test(article?.word ?? '') || !first) return false;
  const part = /^(?:NNP|JJ)/.test(first.tag) && NAME_WORD.test(first.word);
  const apart = bodyKind(first.word) !== null || stateEndingAt(tokens, from - 2) !== null;
  return part && !apart && first.entity !== 'PERSON' && first.entity !== 'LOCATION';
}

/** A capitalised word that hangs on the noun, and names neither a state, a title nor a given name. */
function isInBodyName(tokens: readonly Token[], i: number, noun: number): boolean {
  const { word, tag, head, lemma } = tokens[i]!;
  const part = /^(?:NNP|JJ)/.test(tag) && NAME_WORD.test(word) && head === noun;
  // "White House | National Security Council"
  if (word === 'House' && tokens[i - 1]?.word === 'White') return false;
  return part && !isRole(lemma) && !isGivenName(word) && stateEndingAt(tokens, i) === null;
}
