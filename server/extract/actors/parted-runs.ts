import { formKey, lookUp } from '../gazetteer/index.ts';
import { isGivenName } from '../names/gender.ts';
import type { Token } from '../nlp/index.ts';
import { stateEndingAt } from './country.ts';
import type { Run } from './found.ts';
import { INSTITUTIONS } from './institutions.ts';
import { bodyKind, isRole } from './roles.ts';
import { personEnd } from './run-extent.ts';
import {
  isField,
  isMinistersField,
  pastJoinedField,
  pastMinistersField,
  isNameWord,
  isPortfolio,
  isRoleModifier,
  isTitle,
  isTitleWord,
  isWholly,
} from './title-runs.ts';

/** A body and whoever acts for it in one name: "Southern Command Spokesperson Colonel | Ann Lee". */
export function parted(tokens: readonly Token[], run: Run): Run[] {
  if (run.kind === 'LOCATION') return stateAndPerson(tokens, run) ?? [run];
  if (run.kind === 'PERSON') return [afterPost(tokens, run)];
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
  const holder = pastJoinedField(tokens, run);
  if (holder) return [holder];
  if (isMinistersField(tokens, run)) return [];
  const after = pastMinistersField(tokens, run);
  if (after) return personAfterState(tokens, after);
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
  let nameFrom = pastPosting(tokens, role + 1, run.to);
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

/** "Minister of Defence of | Latvia Andris Sprūds", taken for one place; null for others. */
function stateAndPerson(tokens: readonly Token[], { from, to, kind }: Run): Run[] | null {
  const ends = [from + 1, from + 2, from + 3].filter((end) => end < to);
  const name = ends.findLast((end) => stateEndingAt(tokens, end - 1)?.from === from);
  if (name === undefined || to - name < 2 || to - name > 3) return null;
  const known = isGivenName(tokens[name]!.word) || isOfficeOf(tokens, from, LONGEST_OF_STATE);
  const names = tokens.slice(name, to);
  if (!known || !names.every((token) => isNameWord(token) && bodyKind(token.word) === null))
    return null;
  return [
    { from, to: name, kind },
    { from: name, to, kind: 'PERSON' },
  ];
}

/** "Ambassador to | Belarus | Boris Weber", taken for one name: past the state where somebody is posted. */
function afterPost(tokens: readonly Token[], run: Run): Run {
  const { from, to } = run;
  const posted =
    /^(?:to|of|in|for)$/.test(tokens[from - 1]?.word ?? '') &&
    isRole(tokens[from - 2]?.lemma ?? '');
  if (!posted) return run;
  for (let last = Math.min(from + 1, to - 3); last >= from; last--)
    if (stateEndingAt(tokens, last)?.from === from) return { ...run, from: last + 1 };
  return run;
}

/** In tokens, back from a state's name: "Minister of the Interior of the | Republic". */
const LONGEST_OF_STATE = 7;

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

/** The role noun that ends a body's name or stands before its bearer's; null in "Office of the President". */
function roleIn(tokens: readonly Token[], { from, to }: Run): number | null {
  for (let i = from + 1; i < to; i++) {
    const { word, lemma } = tokens[i]!;
    if (!isRole(lemma) || !/^\p{Lu}/u.test(word) || word.endsWith('s')) continue;
    if (/^(?:of|for|the|and|to)$/i.test(tokens[i - 1]!.word)) return null;
    const rest = tokens.slice(i + 1, to);
    // "First | Deputy | Defense Minister": the deputy of the office that follows
    if (lemma === 'deputy' && rest.slice(0, 3).some((one) => isRole(one.lemma))) continue;
    // "U.N. Special | Envoy | for Yemen Ann"
    const sent = /^(?:ambassador|envoy|representative|coordinator)$/.test(lemma);
    if (sent && /^(?:for|to|in|of|on)$/.test(rest[0]?.word ?? '')) return i;
    if (rest.some(({ word: after }) => bodyKind(after) !== null || /^\p{Ll}/u.test(after)))
      return null;
    return tokens[to]?.tag === 'POS' ? null : i;
  }
  return null;
}

/** "Envoy | for Yemen | Ann": past where somebody is posted, to the given name. */
function pastPosting(tokens: readonly Token[], from: number, to: number): number {
  if (!/^(?:for|to|in|of|on)$/.test(tokens[from]!.word)) return from;
  for (let i = from + 1; i < to; i++) if (isGivenName(tokens[i]!.word)) return i;
  return to;
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
  // "State Duma | of Russia"
  const ofState = tokens[given]!.word === 'of' && stateEndingAt(tokens, run.to - 1) !== null;
  if (ofState && namesBody(tokens, run.from, given)) return [{ ...run, to: given }];
  const known = given > run.from && isNameWord(tokens[given]) && namesBody(tokens, run.from, given);
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
  return (
    lookUp(words.join(' ')).some(({ type }) => type === 'organisation') ||
    INSTITUTIONS.has(words.map(formKey).join(' '))
  );
}

/** In tokens, back from a name to the office before it. */
const LONGEST_OFFICE = 4;

/**
 * "President of Latvia |", "Minister of Defence |": whether the words before a name tell a post.
 * @param longest in tokens, back from the name to the preposition after the post
 */
export function isOfficeOf(
  tokens: readonly Token[],
  at: number,
  longest = LONGEST_OFFICE,
): boolean {
  for (let i = at - 1; i > 0 && at - i <= longest; i--)
    if (/^(?:of|for|from)$/.test(tokens[i]!.word) && isRole(tokens[i - 1]!.lemma)) return true;
  return false;
}
