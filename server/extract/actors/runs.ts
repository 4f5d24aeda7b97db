import { lookUp } from '../gazetteer/index.ts';
import { isGivenName } from '../names/gender.ts';
import type { Token } from '../nlp/index.ts';
import { withFormations } from './formations.ts';
import type { Run } from './found.ts';
import {
  abbreviatedStart,
  bodyEnd,
  bodyStart,
  isBodyNoun,
  isOwned,
  nameEnd,
  nameStart,
  townEnd,
  UNITS,
} from './body-extent.ts';
import { withBodies } from './body-names.ts';
import { DAY, PARTY_MEMBER, withBrokenNames, withParticleNames } from './joined-names.ts';
import { isOfficeOf, parted } from './parted-runs.ts';
import { isConstituency, isKnownPlace } from './place-here.ts';
import { bodyKind, isPlaceNoun, isRole } from './roles.ts';
import { stateEndingAt } from './country.ts';
import { isMark, runsOn } from './run-extent.ts';
import { withRegionalBodies } from './regional-bodies.ts';
import { OPENS_TITLE, isField, isMinistersField, isNameWord, isTitleWord } from './title-runs.ts';
import { withUntagged } from './untagged-names.ts';

/** The runs of tokens that the name tagger took for one name, forms of address and roles left off. */
export function entityRuns(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const kind = tokens[i]!.entity;
    if (kind === null) continue;
    let to = i + 1;
    while (to < tokens.length && runsOn(tokens, to, kind)) to++;
    const run = trimmed(tokens, { from: i, to, kind });
    if (run && !isOfficeAlone(tokens, run))
      runs.push(...parted(tokens, pastOffice(tokens, corrected(tokens, run))));
    i = Math.max(to, runs.at(-1)?.to ?? 0) - 1;
  }
  const untagged = withUntagged(tokens, withKoreanNames(tokens, runs));
  const persons = withParticleNames(tokens, withBrokenNames(tokens, untagged));
  const people = persons.filter(({ kind, ...run }) => kind !== 'PERSON' || !isPlace(tokens, run));
  return withRegionalBodies(tokens, withFormations(tokens, withBodies(tokens, people)));
}

/** "| High Representative | of the EU", "| Charge d'Affaires": an office that the tagger takes for a name. */
const isOfficeAlone = (tokens: readonly Token[], { from, to }: Run) =>
  to - from === 2 && OFFICE.test(`${tokens[from]!.word} ${tokens[to - 1]!.word}`);

const OFFICE = /^(?:High Representative|Charg[eé] d['’]Affaires)$/i;

/** "El Fasher", "Chache | MP Ann Lee" taken for people. */
const isPlace = (tokens: readonly Token[], run: Omit<Run, 'kind'>) =>
  isKnownPlace(tokens, run) || isConstituency(tokens, run.to);

/** "Kwon Young-se": a name by its form alone, whatever the tagger made of its parts. */
function withKoreanNames(tokens: readonly Token[], runs: readonly Run[]): Run[] {
  const named = tokens.flatMap(({ word }, given): Run[] => {
    const family = tokens[given - 1]?.word ?? '';
    if (!KOREAN.test(word) || !/^\p{Lu}\p{Ll}{1,5}$/u.test(family)) return [];
    return [{ from: given - 1, to: given + 1, kind: 'PERSON' }];
  });
  if (named.length === 0) return [...runs];
  const apart = (run: Run) =>
    named.every(({ from, to }) => run.to <= from || run.from >= to || run.from < from);
  const cut = (run: Run): Run => {
    const name = named.find(({ from, to }) => run.from < from && run.to > from && run.to <= to);
    return name ? { ...run, to: name.from } : run;
  };
  return [...runs.filter(apart).map(cut), ...named].sort((a, b) => a.from - b.from);
}

/** Two short parts, the second in lower case; no "Iran-led". */
const KOREAN =
  /^\p{Lu}\p{Ll}{1,6}-(?!led$|run$|era$|made$|born$|held$|old$|long$|wing$|like$|wide$|only$|free$|\p{Ll}*ed$)\p{Ll}{2,5}$/u;

/** "Valery Sakhashchyk" taken for a place: a known given name and one more word that names no place. */
function isPlaceLikePerson(tokens: readonly Token[], { from, to, kind }: Run): boolean {
  if (kind !== 'LOCATION' || to - from !== 2 || !isGivenName(tokens[from]!.word)) return false;
  const { word, lemma, tag } = tokens[from + 1]!;
  return (
    tag === 'NNP' &&
    /^\p{Lu}\p{Ll}{3,}$/u.test(word) &&
    !isPlaceNoun(lemma) &&
    lookUp(word).length === 0 &&
    lookUp(`${tokens[from]!.word} ${word}`).length === 0
  );
}

/** "The British Antarctic | Survey": where a body's name begins whose adjectives the tagger set apart; null for others. */
function pastAdjectives(tokens: readonly Token[], { from, to }: Run): number | null {
  const [the, state, adjective] = [tokens[from - 3], tokens[from - 2], tokens[from - 1]];
  const name = tokens[from]!;
  const apart =
    to - from === 1 &&
    /^the$/i.test(the?.word ?? '') &&
    [state, adjective].every((one) => one?.entity === 'MISC') &&
    adjective?.entityStart === false &&
    stateEndingAt(tokens, from - 2)?.form === 'demonym';
  const body = bodyKind(name.word) !== null || /^(?:Survey|Museum|Society|Fund)$/.test(name.word);
  return apart && body && !isTitleWord(adjective!) ? from - 2 : null;
}

/** "Janaf, the Croatian pipeline | operator," taken for a person: one word that the text calls a firm. */
function isCalledFirm(tokens: readonly Token[], { from, to, kind }: Run): boolean {
  if (kind !== 'PERSON' || to - from !== 1 || isGivenName(tokens[from]!.word)) return false;
  if (tokens[to]?.word !== ',' || !/^(?:the|an?)$/.test(tokens[to + 1]?.word ?? '')) return false;
  let noun = to + 2;
  while (noun < to + 8 && /^(?:NN|JJ|POS|VBN)/.test(tokens[noun + 1]?.tag ?? '')) noun++;
  return FIRM.test(tokens[noun]?.lemma ?? '');
}

const FIRM =
  /^(?:operator|company|firm|conglomerate|refiner|refinery|carrier|airline|automaker|carmaker|chipmaker|manufacturer|lender|retailer|supplier|utility|miner|startup|monopoly|shipyard|brewer|insurer|exporter|importer|contractor|subsidiary)$/;

/** "Wellesley College" taken for a place. */
const isSchool = (tokens: readonly Token[], { from, to, kind }: Run) =>
  kind === 'LOCATION' &&
  to - from > 1 &&
  /^(?:University|College|Institute|Academy|School|Foundation)$/.test(tokens[to - 1]!.word);

/** "Belarusian Hajun" taken for a person: an adjective of a state is no given name, but for "German". */
function isOfNation(tokens: readonly Token[], { from, to, kind }: Run): boolean {
  const { word } = tokens[from]!;
  if (kind !== 'PERSON' || to - from < 2 || isGivenName(word)) return false;
  return lookUp(word).some((entry) => entry.type === 'state' && entry.form === 'demonym');
}

/** A body that the tagger took for a person or cut short, by the words in and beside its name. */
function corrected(tokens: readonly Token[], run: Run): Run {
  const { from } = run;
  if (isPlaceLikePerson(tokens, run)) return { ...run, kind: 'PERSON' };
  if (isCalledFirm(tokens, run)) return { ...run, kind: 'ORGANIZATION' };
  const whole = pastAdjectives(tokens, run);
  if (whole !== null) return { ...run, from: whole, kind: 'ORGANIZATION' };
  if (isSchool(tokens, run)) return { ...run, kind: 'ORGANIZATION' };
  if (isOfNation(tokens, run)) return { ...run, kind: 'ORGANIZATION' };
  if (isAfterQuoted(tokens, run)) return { ...run, kind: 'PERSON' };
  const last = tokens[run.to - 1]!;
  const after = tokens[run.to];
  const unit = after && UNITS.has(after.lemma) && after.tag === 'NN';
  if (unit) return { from: nameStart(tokens, from), to: run.to + 1, kind: 'ORGANIZATION' };
  const before = tokens[from - 1];
  const body =
    bodyKind(last.word) !== null ||
    (before?.tag === 'NN' &&
      (isBodyNoun(tokens, from - 1) || PROJECT.test(before.lemma)) &&
      !isHolder(tokens, from));
  const kind = run.kind === 'PERSON' && body ? 'ORGANIZATION' : run.kind;
  // "Odesa | Oblast Military Administration"
  if (kind === 'ORGANIZATION' && isPlaceNoun(tokens[from]!.lemma) && isNameWord(tokens[from - 1]))
    return { from: from - 1, to: run.to, kind };
  if (kind === 'PERSON') return { ...run, from: givenStart(tokens, from, run.to) };
  const titled = kind === 'ORGANIZATION' ? titledPerson(tokens, run) : null;
  if (titled) return titled;
  if (kind !== 'ORGANIZATION') return { ...run, kind };
  if (isMinistersField(tokens, run)) return run;
  if (isOwned(tokens, run)) return { from: from - 2, to: townEnd(tokens, run.to), kind };
  const to = bodyEnd(tokens, { from, to: nameEnd(tokens, run), kind });
  const start = bodyStart(tokens, from);
  return { from: abbreviatedStart(tokens, { from: start, to, kind }), to, kind };
}

/** "The monitoring project | Hajun": what else a body before its name is called. */
const PROJECT = /^(?:project|initiative|newsletter|blog)$/;

/** `The head of the NGO "Roads of Peace" | Ann Lee`, taken for more of the body's name. */
function isAfterQuoted(tokens: readonly Token[], { from, to }: Run): boolean {
  const names = tokens.slice(from, to);
  if (!isMark(tokens[from - 1]?.word ?? '') || names.length < 2 || names.length > 3) return false;
  if (!names.every((token) => isNameWord(token) && bodyKind(token.word) === null)) return false;
  return tokens.slice(Math.max(0, from - LONGEST_QUOTED), from).some(({ lemma }) => isRole(lemma));
}

/** In tokens, back from a name past a quoted body to the post that its bearer holds there. */
const LONGEST_QUOTED = 16;

/** "Commander of the Azov regiment | Denys Koval": a given name after a body that somebody before is in. */
const isHolder = (tokens: readonly Token[], from: number) =>
  isGivenName(tokens[from]!.word) && isOfficeOf(tokens, from, LONGEST_BODY);

/** In tokens, back from a name to the post that its bearer holds. */
const LONGEST_BODY = 10;

/** "General Abdel | Fattah al-Burhan": a title and a given name that the tagger took for a body. */
function titledPerson(tokens: readonly Token[], { from, to }: Run): Run | null {
  const of = tokens.findIndex(
    ({ word }, i) => i > from && i < to && /^(?:of|at|with|from)$/.test(word),
  );
  const nameTo = of < 0 ? to : of;
  let name = from;
  while (name < to - 1 && isTitleWord(tokens[name]!)) name++;
  const whole =
    isTitleWord(tokens[from]!) &&
    nameTo - from === 3 &&
    tokens
      .slice(from + 1, nameTo)
      .every(({ word }) => /^\p{Lu}\p{Ll}/u.test(word) && bodyKind(word) === null);
  if (whole) return { from: from + 1, to: nameTo, kind: 'PERSON' };
  if (to - from < 2 || name === from || tokens[to]?.entity !== 'PERSON') return null;
  const names = tokens.slice(name, to).every(({ word }) => {
    return /^\p{Lu}\p{Ll}/u.test(word) && bodyKind(word) === null && !/^Staff$/.test(word);
  });
  if (!names) return null;
  let end = to + 1;
  while (end < tokens.length && runsOn(tokens, end, 'PERSON')) end++;
  return { from: name, to: end, kind: 'PERSON' };
}

/** Back over a given name that the tagger left out: "Minister Mariusz | Kaminski", "Spain's Marta | Lopez". */
function givenStart(tokens: readonly Token[], from: number, to: number): number {
  if (isTitleLikeGivenName(tokens, from - 1, to) || isStateLikeGivenName(tokens, from - 1))
    return from - 1;
  const before = tokens[from - 1];
  const name =
    /^NNPS?$/.test(before?.tag ?? '') &&
    before !== undefined &&
    (before.entity === null ||
      (before.entity !== 'PERSON' && (before.entityStart || isGivenName(before.word)))) &&
    /^\p{Lu}\p{Ll}+$/u.test(before.word) &&
    !isTitleWord(before) &&
    lookUp(before.word).length === 0;
  if (!name) return from;
  const told = tokens[from - 2];
  const ofState = isOfficeOf(tokens, from - 1) && !isField(before.word);
  const titled = told !== undefined && isMark(told.word);
  // "Temur | Umarov of the centre": two words that open a sentence.
  const opens =
    told === undefined &&
    before.head === from &&
    before.entity !== 'LOCATION' &&
    !DAY.test(before.word);
  const called = told !== undefined && (isRole(told.lemma) || told.tag === 'POS');
  const expected = opens || called || ofState || titled;
  const joined = before.entity === null || before.head === from;
  return (expected && joined) || isGivenName(before.word) ? from - 1 : from;
}

/** "Foreign Minister | Israel | Katz": a given name that is a state's, too, between a title and a surname. */
function isStateLikeGivenName(tokens: readonly Token[], at: number): boolean {
  const title = tokens[at - 1];
  return (
    /^(?:Israel|Jordan|Chad|Georgia)$/.test(tokens[at]?.word ?? '') &&
    title !== undefined &&
    /^\p{Lu}/u.test(title.word) &&
    isTitleWord(title)
  );
}

function trimmed(tokens: readonly Token[], run: Run): Run | null {
  let { from, to } = run;
  const blank = (i: number) =>
    !/[\p{L}\p{N}]/u.test(tokens[i]!.word) || /^['’]s$/i.test(tokens[i]!.word);
  while (to > from && (blank(to - 1) || (to - from > 1 && tokens[to - 1]!.word === 'and'))) to--;
  while (from < to && (blank(from) || /^the$/i.test(tokens[from]!.word))) from++;
  while (to - from > 1 && HEADLINE_VERB.test(tokens[to - 1]!.word)) to--;
  // "Kosovo Prime | Minister": the word begins the title, and the state is named for itself.
  if (isRole(tokens[to]?.lemma ?? ''))
    while (to > from && to - from < 7 && OPENS_TITLE.test(tokens[to - 1]!.word)) to--;
  if (run.kind === 'PERSON')
    while (from < to && /^(?:of|for|in|from)$/.test(tokens[from]!.word)) from++;
  if (to === from || isStorm(tokens, { ...run, from, to })) return null;
  if (run.kind === 'ORGANIZATION') from = pastOwner(tokens, from, to);
  // "Interim Peruvian | President"
  if (run.kind === 'ORGANIZATION' && isTermOfOffice(tokens, { from, to })) return null;
  if (run.kind === 'PERSON') {
    // "Spokesperson | Rear | Adm. Ann Lee"
    if (/^(?:Rear|Extraordinary)$/.test(tokens[to - 1]!.word)) return null;
    from = pastTitle(tokens, from, to);
    while (to - from > 2 && PARTY_MEMBER.test(tokens[from]!.word)) from++;
  }
  return { from, to, kind: run.kind };
}

/** "Interim Peruvian | President": how one is in office, and whose. */
const isTermOfOffice = (tokens: readonly Token[], { from, to }: Pick<Run, 'from' | 'to'>) =>
  /^(?:Interim|Acting|Caretaker|Former|Outgoing|Incoming|Current)$/.test(tokens[from]!.word) &&
  isRole(tokens[to]?.lemma ?? '') &&
  stateEndingAt(tokens, to - 1)?.from === from + 1;

/** "Head of the | Atomic Energy Organization" taken for a body: past whose office it is; "Entire | Belarus": past how much of it. */
function pastOffice(tokens: readonly Token[], run: Run): Run {
  const { from, to, kind } = run;
  if (/^(?:Entire|Whole)$/.test(tokens[from]!.word) && to - from > 1)
    return { ...run, from: from + 1 };
  const office =
    kind === 'ORGANIZATION' && /^(?:Head|Chief|Chairman|Director)$/.test(tokens[from]!.word);
  if (!office || tokens[from + 1]?.word !== 'of') return run;
  const name = tokens[from + 2]?.word === 'the' ? from + 3 : from + 2;
  return name < to ? { ...run, from: name } : run;
}

/** "Poland's | National Security Bureau", "White House | National Security Council": past whose the body is. */
function pastOwner(tokens: readonly Token[], from: number, to: number): number {
  if (tokens[from]!.word === 'House' && tokens[from - 1]?.word === 'White' && to - from > 1)
    return from + 1;
  for (let i = from + 1; i <= from + 2 && i < to - 2; i++)
    if (tokens[i]!.tag === 'POS' && stateEndingAt(tokens, i - 1)?.from === from) return i + 1;
  return from;
}

/** "Typhoon Malakas", "Storm | Boris" taken for a person. */
function isStorm(tokens: readonly Token[], { from, kind }: Run): boolean {
  if (kind !== 'PERSON') return false;
  const storm = /^(?:Typhoon|Hurricane|Cyclone)$/.test(tokens[from]!.word);
  return storm || /^(?:Typhoon|Hurricane|Cyclone|Storm)$/.test(tokens[from - 1]?.word ?? '');
}

/** "Lindsey Graham | Says", in a headline of capitals: a verb that the tagger took into the name. */
const HEADLINE_VERB =
  /^(?:Says|Said|Tells|Told|Goes|Warns|Urges|Vows|Calls|Wants|Claims|Denies|Accuses|Slams|Blasts|Rejects|Announces|Insists|Admits|Hints|Signals|Meets|Visits|Arrives|Wins|Seeks|Gets|Takes|Hails|Condemns|Demands|Warned|Vowed|Denied|Urged|Accused|Claimed|Admitted|Announced|Refuses)$/;

/** "U.S. Secretary of State Antony Blinken" taken for one name: past the title's last word. */
function pastTitle(tokens: readonly Token[], from: number, to: number): number {
  let start = from;
  for (let i = from; i < to - 1; i++) {
    if (!isTitleWord(tokens[i]!) || isTitleLikeGivenName(tokens, i, to)) continue;
    start = i + 1;
    if (/^(?:of|for)$/.test(tokens[start]!.word) && start + 2 < to) start += 2;
  }
  return Math.min(start, to - 1);
}

/**
 * "Dean | Smith", "Prince | Okafor": a title's word that is a given name, with one word behind it and
 * nothing before it that a title has. Before another given name it is one: "Prince William".
 */
function isTitleLikeGivenName(tokens: readonly Token[], at: number, to: number): boolean {
  if (!/^(?:Dean|Prince)$/.test(tokens[at]?.word ?? '') || to - at !== 2) return false;
  const before = tokens[at - 1];
  const titled = before && (before.tag === 'DT' || /^(?:NNP|JJ|POS|PRP\$)/.test(before.tag));
  return !titled && !isGivenName(tokens[at + 1]!.word);
}
