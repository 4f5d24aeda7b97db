import { lookUp } from '../gazetteer/index.ts';
import { isGivenName } from '../names/gender.ts';
import type { EntityKind, Token } from '../nlp/index.ts';
import { stateEndingAt } from './country.ts';
import { withFormations } from './formations.ts';
import type { Run } from './found.ts';
import {
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
import { DAY, isParticle, PARTY_MEMBER, withBrokenNames } from './joined-names.ts';
import { bodyKind, isPlaceNoun, isRole } from './roles.ts';
import {
  OPENS_TITLE,
  isField,
  isMinistersField,
  isNameWord,
  isPortfolio,
  isRoleModifier,
  isTitle,
  isTitleWord,
  isWholly,
} from './title-runs.ts';
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
    if (run) runs.push(...parted(tokens, corrected(tokens, run)));
    i = Math.max(to, runs.at(-1)?.to ?? 0) - 1;
  }
  const untagged = withUntagged(tokens, withKoreanNames(tokens, runs));
  return withFormations(tokens, withBodies(tokens, withBrokenNames(tokens, untagged)));
}

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

/** Whether a name goes on at a token; a particle between two names joins them: "Bill de Blasio". */
function runsOn(tokens: readonly Token[], at: number, kind: EntityKind): boolean {
  const { entity, entityStart, word } = tokens[at]!;
  if (isMark(word) && entityStartsAfter(tokens, at)) return false;
  if (entity === kind && (!entityStart || isParticle(tokens[at - 1]!.word))) return true;
  // "Ursula | von der | Leyen"
  const next = isParticle(tokens[at + 1]?.word ?? '') ? at + 2 : at + 1;
  return kind === 'PERSON' && isParticle(word) && tokens[next]?.entity === 'PERSON';
}

const isMark = (word: string) => /^["“”»]$/u.test(word);

/** `"Roads of Peace" | Ann Lee`: a capital after the mark that closes a name begins another. */
function entityStartsAfter(tokens: readonly Token[], mark: number): boolean {
  return isNameWord(tokens[mark + 1]) && isNameWord(tokens[mark + 2]);
}

/** A body and whoever acts for it in one name: "Southern Command Spokesperson Colonel | Ann Lee". */
function parted(tokens: readonly Token[], run: Run): Run[] {
  if (run.kind !== 'ORGANIZATION') return [run];
  // "State | Secretary", "Defense | Secretary": what somebody is secretary of is no body.
  if (
    run.to - run.from === 1 &&
    /^(?:State|Presidential|Permanent|Parliamentary|Executive)$/.test(tokens[run.from]!.word)
  )
    return [];
  if (/^(?:secretary|minister)$/.test(tokens[run.to]?.lemma ?? '') && isWholly(tokens, run))
    return [];
  if (isTitle(tokens, run)) return [];
  const bearer = afterField(tokens, run);
  if (bearer) return [bearer];
  if (isMinistersField(tokens, run)) return [];
  const headed = pastLeader(tokens, run);
  if (headed) return personAtEnd(tokens, headed);
  const appointed = appointedIn(tokens, run);
  if (appointed) return appointed;
  // "Minister | of Culture" names no body, though somebody may follow: "of Culture of Chad | Ali Khan".
  const title = isTitleWord(tokens[run.from]!) ? run.from + 1 : run.from;
  if (/^(?:of|for)$/.test(tokens[title]?.word ?? '')) {
    const person = personAfterState(tokens, run);
    if (title === run.from || person.length > 0) return person;
  }
  const bearerOf = ofStateAndPerson(tokens, run);
  if (bearerOf) return [bearerOf];
  const role = roleIn(tokens, run);
  if (role === null) return personAtEnd(tokens, run);
  let nameFrom = role + 1;
  while (nameFrom < run.to && isTitleWord(tokens[nameFrom]!)) nameFrom++;
  let to = role;
  while (to > run.from && isRoleModifier(tokens[to - 1]!)) to--;
  // "Defense | Minister": a minister's portfolio is no body.
  const body =
    to > run.from && tokens[role]!.lemma !== 'minister' && !isPortfolio(tokens, run.from, to);
  const parts: Run[] = body ? [{ from: run.from, to, kind: 'ORGANIZATION' }] : [];
  const nameTo = run.to - nameFrom === 1 ? personEnd(tokens, run.to) : run.to;
  const named = nameTo - nameFrom >= 2 && nameTo - nameFrom <= 4;
  return named ? [...parts, { from: nameFrom, to: nameTo, kind: 'PERSON' }] : parts;
}

/** "Acting Director of | Sibselmash": the body whose leader is told of; null where none is. */
function pastLeader(tokens: readonly Token[], { from, to, kind }: Run): Run | null {
  let role = from;
  while (role < to && (isRoleModifier(tokens[role]!) || isTitleWord(tokens[role]!))) role++;
  if (role === from || tokens[role]?.word !== 'of' || to - role < 2) return null;
  const leads = tokens
    .slice(from, role)
    .some(({ lemma }) => /^(?:director|chairman|head|chief|ceo|president)$/.test(lemma));
  const listed = stateEndingAt(tokens, to - 1) !== null;
  return leads && !listed && isNameWord(tokens[role + 1]) ? { from: role + 1, to, kind } : null;
}

/** "General Ann Lee Commander of the Land Force": who was appointed to what; null where nobody was. */
function appointedIn(tokens: readonly Token[], { from, to, kind }: Run): Run[] | null {
  let name = from;
  while (name < to && isTitleWord(tokens[name]!)) name++;
  const role = tokens.findIndex((token, i) => i > name && i < to && isRole(token.lemma));
  if (name === from || role - name < 2 || role - name > 3) return null;
  const person: Run = { from: name, to: role, kind: 'PERSON' };
  const of = tokens[role + 1]?.word === 'of' ? role + 2 : to;
  const body = tokens[of]?.word === 'the' ? of + 1 : of;
  return tokens.slice(name, role).every(isNameWord)
    ? [person, ...(body < to ? [{ from: body, to, kind }] : [])]
    : null;
}

/** "Security Advisor Jake | Sullivan": past what of a name the tagger set apart. */
function personEnd(tokens: readonly Token[], from: number): number {
  let to = from;
  while (tokens[to]?.entity === 'PERSON' && (to === from || runsOn(tokens, to, 'PERSON'))) to++;
  return to;
}

/** The role noun that ends a body's name or stands before its bearer's; null in "Office of the President". */
function roleIn(tokens: readonly Token[], { from, to }: Run): number | null {
  for (let i = from + 1; i < to; i++) {
    const { word, lemma } = tokens[i]!;
    if (!isRole(lemma) || !/^\p{Lu}/u.test(word) || word.endsWith('s')) continue;
    if (/^(?:of|for|the|and|to)$/i.test(tokens[i - 1]!.word)) return null;
    const rest = tokens.slice(i + 1, to);
    if (rest.some(({ word: after }) => bodyKind(after) !== null || /^\p{Ll}/u.test(after)))
      return null;
    return tokens[to]?.tag === 'POS' ? null : i;
  }
  return null;
}

/** "Secretary of | Defense Lloyd | Austin": who holds the office, past its field; null where nobody is named. */
function afterField(tokens: readonly Token[], { from, to }: Run): Run | null {
  if (!/^(?:of|for)$/.test(tokens[from - 1]?.word ?? '') || !isRole(tokens[from - 2]?.lemma ?? ''))
    return null;
  let name = from;
  while (name < to && isField(tokens[name]!.word)) name++;
  const end = personEnd(tokens, to);
  const length = end - name;
  const names = tokens.slice(name, end).every(isNameWord);
  return name > from && names && length >= 2 && length <= 3
    ? { from: name, to: end, kind: 'PERSON' }
    : null;
}

/** "Saeima | Daiga Mierina", "President of Latvia | Edgars Rinkevics": a known given name and one more. */
function personAtEnd(tokens: readonly Token[], run: Run): Run[] {
  const given = run.to - 2;
  if (given < run.from) return [run];
  const cut = tokens[run.to]?.entity === 'PERSON' && isGivenName(tokens[run.to - 1]!.word);
  if (cut) return [{ ...run, to: run.to - 1 }];
  const known = given > run.from && namesBody(tokens, run.from, given);
  if (!known && !isGivenName(tokens[given]!.word)) return [run];
  if (!/^\p{Lu}\p{Ll}/u.test(tokens[given + 1]!.word) || bodyKind(tokens[given + 1]!.word) !== null)
    return [run];
  const before = tokens[given - 1];
  if (!before || /^(?:of|for|the|and|at|in)$/i.test(before.word)) return [run];
  const person: Run = { from: given, to: run.to, kind: 'PERSON' };
  const body = { ...run, to: given };
  if (given > run.from)
    return isMinistersField(tokens, body) || isTitle(tokens, body) ? [person] : [body, person];
  // "Analyst of the Institute (BISS) | Ann Lee"
  const titled = isRole(before.lemma) || before.word === ')' || isOfficeOf(tokens, given);
  return titled ? [person] : [run];
}

/** "Of Defense of Poland Colonel | Marek Nowak": who is named after the state of an office. */
function personAfterState(tokens: readonly Token[], { from, to }: Run): Run[] {
  for (let i = to - 2; i > from && i >= to - 6; i--) {
    const state = stateEndingAt(tokens, i);
    const of = state && /^(?:of|the)$/.test(tokens[state.from - 1]?.lemma ?? '');
    let name = i + 1;
    while (name < to && isTitleWord(tokens[name]!)) name++;
    const end = to - name === 1 && isNameWord(tokens[to]) ? to + 1 : to;
    const length = end - name;
    const names = tokens.slice(name, end).every(isNameWord);
    if (of && names && length >= 2 && length <= 3) return [{ from: name, to: end, kind: 'PERSON' }];
  }
  return [];
}

/** "Foreign Minister of | Madagascar Henry Rabary": who is named right after the state of an office; null for others. */
function ofStateAndPerson(tokens: readonly Token[], { from, to }: Run): Run | null {
  const office = /^of$/.test(tokens[from - 1]?.word ?? '') && isRole(tokens[from - 2]?.lemma ?? '');
  if (!office) return null;
  for (let last = Math.min(from + 2, to - 3); last >= from; last--) {
    const length = to - last - 1;
    if (stateEndingAt(tokens, last)?.from !== from || length < 2 || length > 3) continue;
    const names = tokens.slice(last + 1, to);
    const person = names.every(isNameWord) && names.every(({ word }) => bodyKind(word) === null);
    return person ? { from: last + 1, to, kind: 'PERSON' } : null;
  }
  return null;
}

function namesBody(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to).map(({ word }) => word);
  return lookUp(words.join(' ')).some(({ type }) => type === 'organisation');
}

/** In tokens, back from a name to the office before it. */
const LONGEST_OFFICE = 4;

/** "President of Latvia |", "Minister of Defence |". */
function isOfficeOf(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > 0 && at - i <= LONGEST_OFFICE; i--)
    if (/^(?:of|for)$/.test(tokens[i]!.word)) return isRole(tokens[i - 1]!.lemma);
  return false;
}

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
  if (isOfNation(tokens, run)) return { ...run, kind: 'ORGANIZATION' };
  if (isAfterQuoted(tokens, run)) return { ...run, kind: 'PERSON' };
  const last = tokens[run.to - 1]!;
  const after = tokens[run.to];
  const unit = after && UNITS.has(after.lemma) && after.tag === 'NN';
  if (unit) return { from: nameStart(tokens, from), to: run.to + 1, kind: 'ORGANIZATION' };
  const before = tokens[from - 1];
  const body =
    bodyKind(last.word) !== null ||
    (before?.tag === 'NN' && isBodyNoun(tokens, from - 1) && !isHolder(tokens, from));
  const kind = run.kind === 'PERSON' && body ? 'ORGANIZATION' : run.kind;
  // "Odesa | Oblast Military Administration"
  if (kind === 'ORGANIZATION' && isPlaceNoun(tokens[from]!.lemma) && isNameWord(tokens[from - 1]))
    return { from: from - 1, to: run.to, kind };
  if (kind === 'PERSON') return { ...run, from: givenStart(tokens, from) };
  const titled = kind === 'ORGANIZATION' ? titledPerson(tokens, run) : null;
  if (titled) return titled;
  if (kind !== 'ORGANIZATION') return { ...run, kind };
  if (isOwned(tokens, run)) return { from: from - 2, to: townEnd(tokens, run.to), kind };
  return {
    from: bodyStart(tokens, from),
    to: bodyEnd(tokens, { from, to: nameEnd(tokens, run), kind }),
    kind,
  };
}

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
function isHolder(tokens: readonly Token[], from: number): boolean {
  if (!isGivenName(tokens[from]!.word)) return false;
  for (let i = from - 1; i > 0 && from - i <= LONGEST_BODY; i--)
    if (/^(?:of|for|from)$/.test(tokens[i]!.word) && isRole(tokens[i - 1]!.lemma)) return true;
  return false;
}

/** In tokens, back from a name to the post that its bearer holds. */
const LONGEST_BODY = 10;

/** "General Abdel | Fattah al-Burhan": a title and a given name that the tagger took for a body. */
function titledPerson(tokens: readonly Token[], { from, to }: Run): Run | null {
  const of = tokens.findIndex(
    ({ word }, i) => i > from && i < to && /^(?:of|at|with|from)$/.test(word),
  );
  const nameTo = of < 0 ? to : of;
  const whole =
    isTitleWord(tokens[from]!) &&
    nameTo - from === 3 &&
    tokens
      .slice(from + 1, nameTo)
      .every(({ word }) => /^\p{Lu}\p{Ll}/u.test(word) && bodyKind(word) === null);
  if (whole) return { from: from + 1, to: nameTo, kind: 'PERSON' };
  if (to - from < 2 || !isTitleWord(tokens[from]!) || tokens[to]?.entity !== 'PERSON') return null;
  const names = tokens.slice(from + 1, to).every(({ word }) => {
    return /^\p{Lu}\p{Ll}/u.test(word) && bodyKind(word) === null && !/^Staff$/.test(word);
  });
  if (!names) return null;
  let end = to + 1;
  while (end < tokens.length && runsOn(tokens, end, 'PERSON')) end++;
  return { from: from + 1, to: end, kind: 'PERSON' };
}

/** Back over a given name that the tagger left out: "Minister Mariusz | Kaminski", "Spain's Marta | Lopez". */
function givenStart(tokens: readonly Token[], from: number): number {
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
  const titled = told !== undefined && /^["”»]$/u.test(told.word);
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

/** "Ann Lee | Says It Is Over": a headline's verb is no part of a name. */
const SAYS =
  /^(?:Says|Said|Tells|Told|Warns|Warned|Vows|Vowed|Denies|Denied|Urges|Urged|Accuses|Accused|Claims|Claimed|Admits|Admitted|Insists|Announces|Announced|Refuses|Slams)$/;

function trimmed(tokens: readonly Token[], run: Run): Run | null {
  let { from, to } = run;
  const blank = (i: number) =>
    !/[\p{L}\p{N}]/u.test(tokens[i]!.word) || /^['’]s$/i.test(tokens[i]!.word);
  while (to > from && blank(to - 1)) to--;
  while (from < to && (blank(from) || /^the$/i.test(tokens[from]!.word))) from++;
  while (to - from > 1 && SAYS.test(tokens[to - 1]!.word)) to--;
  // "Kosovo Prime | Minister": the word begins the title, and the state is named for itself.
  if (isRole(tokens[to]?.lemma ?? ''))
    while (to > from && to - from < 7 && OPENS_TITLE.test(tokens[to - 1]!.word)) to--;
  if (run.kind === 'PERSON')
    while (from < to && /^(?:of|for|in|from)$/.test(tokens[from]!.word)) from++;
  if (to === from) return null;
  if (run.kind === 'PERSON') {
    from = pastTitle(tokens, from, to);
    while (to - from > 2 && HEADLINE_VERB.test(tokens[to - 1]!.word)) to--;
    while (to - from > 2 && PARTY_MEMBER.test(tokens[from]!.word)) from++;
  }
  return { from, to, kind: run.kind };
}

/** "Lindsey Graham | Says", in a headline of capitals: a verb that the tagger took into the name. */
const HEADLINE_VERB =
  /^(?:Says|Said|Tells|Told|Goes|Warns|Urges|Vows|Calls|Wants|Claims|Denies|Accuses|Slams|Blasts|Rejects|Announces|Insists|Admits|Hints|Signals|Meets|Visits|Arrives|Wins|Seeks|Gets|Takes|Hails|Condemns|Demands)$/;

/** "U.S. Secretary of State Antony Blinken" taken for one name: past the title's last word. */
function pastTitle(tokens: readonly Token[], from: number, to: number): number {
  let start = from;
  for (let i = from; i < to - 1; i++) {
    if (!isTitleWord(tokens[i]!)) continue;
    start = i + 1;
    if (/^(?:of|for)$/.test(tokens[start]!.word) && start + 2 < to) start += 2;
  }
  return Math.min(start, to - 1);
}
