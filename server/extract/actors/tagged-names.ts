import { lookUp } from '../gazetteer/index.ts';
import type { Token } from '../nlp/index.ts';
import type { Cast } from './cast.ts';
import { surfaceOf, type Found, type Run } from './found.ts';
import { isGivenName } from '../names/gender.ts';
import { namesSeveral } from './joint-institutions.ts';
import { isKnownPlace, isPlaceHere } from './place-here.ts';
import { ADDRESS, bodyKind, isLabel, isPlaceNoun, isRole } from './roles.ts';

/** Persons and organisations where the name tagger finds them. */
export function entities(
  runs: readonly Run[],
  tokens: readonly Token[],
  text: string,
  cast: Cast,
): Found[] {
  return runs.flatMap((run): Found[] => {
    const { from, to, kind } = run;
    const name = surfaceOf(text, tokens.slice(from, to));
    const military = tokens[to - 2]?.word === 'Military';
    if (to - from > 1 && isPlaceNoun(tokens[to - 1]!.lemma) && !military) return [];
    // "Ukraine's Chernihiv | region"
    if (kind === 'PERSON' && to - from === 1 && isPlaceNoun(tokens[to]?.lemma ?? '')) return [];
    if (cast.isExercise(name)) return [];
    if (kind === 'PERSON') return person(run, name, tokens, cast);
    return kind === 'ORGANIZATION' ? organisation(run, name, tokens, text, cast) : [];
  });
}

function person({ from, to }: Run, name: string, tokens: readonly Token[], cast: Cast): Found[] {
  const alone = to - from === 1;
  if (alone && (isStray(tokens[from]!, cast) || isPlaceHere(tokens, from))) return [];
  if (cast.isPlace(name) && !(alone && cast.personByWord(name))) return [];
  // `Source: the ministry`
  if (alone && tokens[to]?.word === ':' && isLabel(name)) return [];
  // "Mr. | Türk", cut after the address
  if (alone && ADDRESS.has(name.toLowerCase().replace(/\.$/, ''))) return [];
  // "Rear | Admiral"
  if (alone && /^(?:Admiral|General|Marshal|Commodore)$/.test(tokens[to]?.word ?? '')) return [];
  const referent = () =>
    (alone && cast.personByWord(name) === null ? cast.bodyWith(name) : null) ?? cast.person(name);
  return [{ from, to, referent }];
}

function organisation(
  run: Run,
  tagged: string,
  tokens: readonly Token[],
  text: string,
  cast: Cast,
): Found[] {
  // "The Flagshtok Telegram channel": where it is published is no part of its name.
  const channel = run.to - run.from > 1 && CHANNEL.test(tokens[run.to]?.word ?? '');
  const platform = channel && PLATFORM.exec(tagged);
  // "Unofficial Telegram channels": several, and none of them named.
  if (platform && tokens[run.to]!.word.endsWith('s')) return [];
  const { from, to } = platform ? { ...run, to: run.to - 1 } : run;
  const name = platform ? tagged.slice(0, platform.index) : tagged;
  if (to - from === 1 && !/^(?:NN|FW|SYM)/.test(tokens[from]!.tag)) return [];
  if (/^(?:NGOs?|CEO|HQ|TV|PR)$/.test(name) || ARM.test(name)) return [];
  const short = to - from === 1 || /^(?:El|al|Al)$/.test(tokens[from]!.word);
  if (short && isKnownPlace(tokens, { from, to })) return [];
  // "The Kremlin | Press Service": what speaks for a body is none of its own.
  if (/^Press (?:Service|Office|Cent(?:re|er)|Secretariat|Department)$/.test(name)) return [];
  if (!/\p{L}/u.test(name) || IN_CAPITALS.test(name) || namesSeveral(name)) return [];
  if (name === 'West' && opensSea(tokens, to)) return [];
  const who = personOf(tokens, from, to);
  if (who) return withPerson(who, run, tokens, text, cast);
  // "National Security Adviser": a field of work, and no body.
  if (FIELD.test(name) && isRole(tokens[to]?.lemma ?? '')) return [];
  const surname = to - from === 1 ? cast.personByWord(name)?.referent : null;
  const outlet = lookUp(name.replace(/ (?:(?:news )?agency)$| (?:party|movement)$/i, '')).find(
    ({ type }) => type === 'organisation',
  );
  const referent = () =>
    surname ??
    cast.acronym(name) ??
    (outlet?.type === 'organisation' ? cast.organisation(outlet.organisation) : null) ??
    cast.body(name, countryIn(tokens, from, to));
  return [{ from, to, referent }];
}

/** "Ann Lee of the Star Institute" tagged as one: the person, and the body in what is left. */
function withPerson(
  who: Pick<Run, 'from' | 'to'>,
  run: Run,
  tokens: readonly Token[],
  text: string,
  cast: Cast,
): Found[] {
  const surface = (from: number, to: number) => surfaceOf(text, tokens.slice(from, to));
  const person: Found = { referent: () => cast.person(surface(who.from, who.to)), ...who };
  const from = tokens[who.to + 1]?.word === 'the' ? who.to + 2 : who.to + 1;
  if (from >= run.to) return [person];
  return [person, ...organisation({ ...run, from }, surface(from, run.to), tokens, text, cast)];
}

/** "West | Philippine Sea", "West | Bank": the beginning of a place's name. */
export const opensSea = (tokens: readonly Token[], to: number) =>
  tokens.slice(to, to + 3).some(({ word }) => /^(?:Sea|Ocean|Gulf|Strait|Bank)$/.test(word));

/** "S-300", "MQ-9B", "Su-30SM": arms by their type, and no body. */
const ARM = /^(?!G-\d)\p{Lu}\p{L}{0,2}-\d{1,4}\p{L}{0,3}$/u;

const CHANNEL = /^(?:channel|account|page)s?$/;
const PLATFORM = / (?:Telegram|YouTube|Twitter|Facebook|Instagram|TikTok)$/;

/** "Christian Moelling of the German Council", taken for one name: the person before "of". */
function personOf(tokens: readonly Token[], from: number, to: number) {
  const [given, surname, of] = tokens.slice(from, to);
  if (!/^(?:of|from|at)$/.test(of?.word ?? '')) return null;
  if (!isGivenName(given!.word) && !isListed(tokens, from + 3, to)) return null;
  const named = [given!, surname!].every(
    ({ word, lemma }) => lookUp(word).length === 0 && bodyKind(word) === null && !isRole(lemma),
  );
  return named ? { from, to: from + 2 } : null;
}

/** "Tong Zhao of | the Carnegie Endowment": a body that lists know. */
function isListed(tokens: readonly Token[], from: number, to: number): boolean {
  const name = tokens.slice(tokens[from]?.word === 'the' ? from + 1 : from, to);
  return (
    name.length > 1 &&
    lookUp(name.map(({ word }) => word).join(' ')).some(({ type }) => type === 'organisation')
  );
}

/** Words of a headline in capitals, which no body's name holds. */
const IN_CAPITALS =
  / (?:That|Could|Would|Will|Can|Just|Is|Are|Was|Were|Has|Have|Had|Who|Why|How|What|When|Not|After|Before|Over|His|Her|Their|To|Says?) /;

const FIELD = /^(?:\p{L}+ )?National (?:Security|Intelligence|Defen[cs]e)$/iu;

/** A lone word that the tagger took for a person: a role at a sentence's start, a state's name. */
function isStray({ word, lemma }: Token, cast: Cast): boolean {
  return isRole(lemma) || (lookUp(word).length > 0 && cast.personByWord(word) === null);
}

/**
 * The state that a body's own name tells: "Bank of England"; not "Institute for Russian Studies", nor
 * what a centre abroad studies: "Carnegie Russia Eurasia Center".
 */
function countryIn(tokens: readonly Token[], from: number, to: number): string | null {
  const studies = bodyKind(tokens[to - 1]!.word) === 'think-tank';
  for (let i = from; i < to && tokens[i]!.lemma !== 'for'; i++) {
    if (studies && i > from && tokens[i - 1]!.tag === 'NNP') continue;
    const entry = lookUp(tokens[i]!.word).find(({ type }) => type === 'state');
    if (entry?.type === 'state') return entry.state.code;
  }
  return null;
}
