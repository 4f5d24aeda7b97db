import { words as wordsOf } from '../../contract/index.ts';
import { monthOf, weekdayNamed } from '../dates/calendar.ts';
import { formKey, lookUp, matchAt, type Entry } from '../gazetteer/index.ts';
import type { EntityKind, ParsedDocument, Sentence, Token } from '../nlp/index.ts';
import { genderOfName } from '../names/gender.ts';
import type { Cast } from './cast.ts';
import { countryAround } from './country.ts';
import { INSTITUTIONS, LONGEST_INSTITUTION } from './institutions.ts';
import type { Naming, Referent } from './referent.ts';
import { ADDRESS, bodyKind, isRole } from './roles.ts';

/** A stretch of tokens that may name somebody; `to` exclusive. */
interface Found {
  readonly from: number;
  readonly to: number;
  /** Who it names; null when it names no actor after all (a place, an adjective). */
  readonly referent: () => Referent | null;
}

/** Where a document names somebody, in text order, none overlapping another. Fills the cast. */
export function findNamings(parsed: ParsedDocument, cast: Cast): Naming[] {
  meetPersons(parsed, cast);
  return parsed.sentences.flatMap((sentence, i) => namingsOf(sentence, i, parsed, cast));
}

/** Fuller names first, so that a surname finds its person wherever it stands. */
function meetPersons(parsed: ParsedDocument, cast: Cast): void {
  const names = parsed.sentences.flatMap(({ tokens }) =>
    entityRuns(tokens)
      .filter(({ kind }) => kind === 'PERSON')
      .map(({ from, to }) => tokens.slice(from, to)),
  );
  const full = names.filter(({ length }) => length > 1).sort((a, b) => b.length - a.length);
  for (const tokens of full) if (isNameLike(tokens)) cast.person(surfaceOf(parsed.text, tokens));
}

function isNameLike(tokens: readonly Token[]): boolean {
  return tokens.every(({ word }) =>
    /^[\p{Lu}\p{N}'’-]|^(?:de|da|di|van|von|der|al|bin|el|la|le)$/u.test(word),
  );
}

function surfaceOf(text: string, tokens: readonly Token[]): string {
  return text.slice(tokens[0]!.start, tokens.at(-1)!.end).replace(/\s+/gu, ' ');
}

function namingsOf(
  sentence: Sentence,
  index: number,
  parsed: ParsedDocument,
  cast: Cast,
): Naming[] {
  const { tokens } = sentence;
  const found = [
    ...institutions(tokens, cast),
    ...gazetteerForms(tokens, cast),
    ...entities(tokens, parsed.text, cast),
    ...surnames(tokens, cast),
  ];
  return apart(found).flatMap(({ from, to, referent }) => {
    const who = referent();
    if (!who) return [];
    const span = { start: tokens[from]!.start, end: tokens[to - 1]!.end };
    const surface = surfaceOf(parsed.text, tokens.slice(from, to));
    who.surfaces.add(surface);
    cast.named(who, surface, index);
    defineAcronyms(tokens, to, who, cast);
    return [{ ...span, sentence: index, from, to, referent: who }];
  });
}

/** Longer stretches first, then those listed first; what overlaps one taken falls away. */
function apart(found: readonly Found[]): Found[] {
  const taken: Found[] = [];
  const bySize = [...found].sort((a, b) => b.to - b.from - (a.to - a.from));
  for (const one of bySize)
    if (taken.every(({ from, to }) => one.to <= from || one.from >= to)) taken.push(one);
  return taken.sort((a, b) => a.from - b.from);
}

/** "Office of the High Commissioner for Human Rights (OHCHR)". */
function defineAcronyms(tokens: readonly Token[], to: number, who: Referent, cast: Cast): void {
  const acronym = tokens[to + 1]?.word;
  if (tokens[to]?.word !== '(' || tokens[to + 2]?.word !== ')' || !acronym) return;
  if (/^\p{Lu}[\p{L}\p{N}&.-]{1,9}$/u.test(acronym) && who.kind !== 'person') {
    cast.defineAcronym(acronym, who);
    who.surfaces.add(acronym);
  }
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly kind: EntityKind;
}

/** The runs of tokens that the name tagger took for one name, forms of address and roles left off. */
function entityRuns(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const kind = tokens[i]!.entity;
    if (kind === null) continue;
    let to = i + 1;
    while (to < tokens.length && runsOn(tokens, to, kind)) to++;
    const run = trimmed(tokens, { from: i, to, kind });
    if (run) runs.push(corrected(tokens, run));
    i = Math.max(to, runs.at(-1)?.to ?? 0) - 1;
  }
  return runs;
}

/** Whether a name goes on at a token; a particle between two names joins them: "Bill de Blasio". */
function runsOn(tokens: readonly Token[], at: number, kind: EntityKind): boolean {
  const { entity, entityStart, word } = tokens[at]!;
  if (entity === kind && (!entityStart || isParticle(tokens[at - 1]!.word))) return true;
  return kind === 'PERSON' && isParticle(word) && tokens[at + 1]?.entity === 'PERSON';
}

function isParticle(word: string): boolean {
  return /^(?:de|da|di|del|van|von|der|bin|al|el|la|le)$/.test(word);
}

/** A body that the tagger took for a person or cut short, by the words in and beside its name. */
function corrected(tokens: readonly Token[], run: Run): Run {
  const { from } = run;
  const last = tokens[run.to - 1]!;
  const after = tokens[run.to];
  const unit = after && UNITS.has(after.lemma) && after.tag === 'NN';
  if (unit) return { from: nameStart(tokens, from), to: run.to + 1, kind: 'ORGANIZATION' };
  const before = tokens[from - 1];
  const body =
    bodyKind(last.word) !== null || (before?.tag === 'NN' && isBodyNoun(tokens, from - 1));
  const kind = run.kind === 'PERSON' && body ? 'ORGANIZATION' : run.kind;
  if (kind === 'PERSON') return { ...run, from: givenStart(tokens, from) };
  const titled = kind === 'ORGANIZATION' ? titledPerson(tokens, run) : null;
  if (titled) return titled;
  if (kind !== 'ORGANIZATION') return { ...run, kind };
  return {
    from: bodyStart(tokens, from),
    to: bodyEnd(tokens, { from, to: nameEnd(tokens, run), kind }),
    kind,
  };
}

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
  let end = to + 1;
  while (end < tokens.length && runsOn(tokens, end, 'PERSON')) end++;
  return { from: from + 1, to: end, kind: 'PERSON' };
}

/** Back over one name word that the tagger took for something else: "Andes | Economics". */
function bodyStart(tokens: readonly Token[], from: number): number {
  const before = tokens[from - 1];
  const part =
    before?.tag === 'NNP' &&
    before.end + 1 === tokens[from]!.start &&
    /^\p{Lu}\p{Ll}+$/u.test(before.word) &&
    /^\p{Lu}\p{Ll}/u.test(tokens[from]!.word) &&
    (before.entity === null || before.entityStart) &&
    from > 1 &&
    !isTitleWord(before) &&
    lookUp(before.word).length === 0 &&
    !/^\p{Lu}/u.test(tokens[from - 2]!.word) &&
    monthOf(before.word) === 0 &&
    weekdayNamed(before.word) < 0;
  return part ? from - 1 : from;
}

/** On over name words that the tagger left out: "Civic | Platform", "Rapid | Support | Forces". */
function nameEnd(tokens: readonly Token[], { to }: Run): number {
  let end = to;
  while (end - to < LONGEST_TAIL && isNamePart(tokens[end - 1]!, tokens[end])) end++;
  return end;
}

const LONGEST_TAIL = 4;

function isNamePart(last: Token, next: Token | undefined): boolean {
  return (
    next !== undefined &&
    /^NN/.test(next.tag) &&
    (next.entity === null || next.entity === 'ORGANIZATION') &&
    /^\p{Lu}\p{Ll}+$/u.test(next.word) &&
    /^\p{Lu}\p{Ll}+$/u.test(last.word) &&
    !isTitleWord(next) &&
    lookUp(next.word).length === 0 &&
    monthOf(next.word) === 0 &&
    weekdayNamed(next.word) < 0
  );
}

/** Back over a given name that the tagger left out: "Minister Mariusz | Kaminski", "Spain's Marta | Lopez". */
function givenStart(tokens: readonly Token[], from: number): number {
  const before = tokens[from - 1];
  const given =
    before?.tag === 'NNP' &&
    before.entity === null &&
    /^\p{Lu}\p{Ll}+$/u.test(before.word) &&
    !isTitleWord(before) &&
    lookUp(before.word).length === 0;
  if (!given) return from;
  const told = tokens[from - 2];
  const expected = told !== undefined && (isRole(told.lemma) || told.tag === 'POS');
  return expected || genderOfName(before.word) !== null ? from - 1 : from;
}

/** Lower-case nouns that end a body's name: "the Kastus Kalinouski battalion". */
const UNITS = new Set('battalion regiment brigade division party movement'.split(' '));

function nameStart(tokens: readonly Token[], from: number): number {
  let start = from;
  while (tokens[start - 1]?.tag === 'NNP' && tokens[start - 1]?.entity !== null) start--;
  return start;
}

function isBodyNoun(tokens: readonly Token[], i: number): boolean {
  const { lemma } = tokens[i]!;
  return bodyKind(tokens[i - 1]?.lemma === 'think' ? 'think tank' : lemma) !== null;
}

/** Past "for Russian, European and Eurasian Studies" where a name runs on over small words. */
function bodyEnd(tokens: readonly Token[], { from, to }: Run): number {
  let end = to;
  const hangs = /^(?:of|for)$/.test(tokens[end - 1]!.lemma);
  if (!hangs && !/^(?:of|for)$/.test(tokens[end]?.lemma ?? '')) return to;
  let capital = hangs ? to - 1 : to;
  for (end = to; end < tokens.length && end - from < LONGEST_NAME; end++) {
    const { word, lemma } = tokens[end]!;
    if (/^\p{Lu}/u.test(word)) capital = end + 1;
    else if (!/^(?:of|for|and|the|,)$/.test(lemma)) break;
  }
  // A run that is nothing but "OF" keeps it.
  return capital > from ? capital : to;
}

/** In tokens. */
const LONGEST_NAME = 12;

function trimmed(tokens: readonly Token[], run: Run): Run | null {
  let { from, to } = run;
  const blank = (i: number) =>
    !/[\p{L}\p{N}]/u.test(tokens[i]!.word) || /^['’]s$/i.test(tokens[i]!.word);
  while (to > from && blank(to - 1)) to--;
  while (from < to && (blank(from) || /^the$/i.test(tokens[from]!.word))) from++;
  if (run.kind === 'PERSON') from = pastTitle(tokens, from, to);
  return to > from ? { from, to, kind: run.kind } : null;
}

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

function isTitleWord({ word, lemma }: Token): boolean {
  return (
    ADDRESS.has(wordsOf(word).join('')) ||
    isRole(lemma) ||
    /^(?:Gen|Col|Sen|Rep|Gov|Lt|Sgt|Adm|Rev)\.$/.test(word)
  );
}

function entities(tokens: readonly Token[], text: string, cast: Cast): Found[] {
  return entityRuns(tokens).flatMap(({ from, to, kind }) => {
    const name = surfaceOf(text, tokens.slice(from, to));
    if (kind === 'PERSON') {
      const stray = to - from === 1 && isStray(tokens[from]!, cast);
      return stray ? [] : [{ from, to, referent: () => cast.person(name) }];
    }
    if (kind !== 'ORGANIZATION' || !/\p{L}/u.test(name)) return [];
    const person = to - from === 1 ? cast.personByWord(name)?.referent : null;
    const referent = () =>
      person ?? cast.acronym(name) ?? cast.body(name, countryIn(tokens, from, to));
    return [{ from, to, referent }];
  });
}

/** A lone word that the tagger took for a person: a role at a sentence's start, a state's name. */
function isStray({ word, lemma }: Token, cast: Cast): boolean {
  return isRole(lemma) || (lookUp(word).length > 0 && cast.personByWord(word) === null);
}

/** The state that a body's own name tells: "Bank of England"; not "Institute for Russian Studies". */
function countryIn(tokens: readonly Token[], from: number, to: number): string | null {
  for (let i = from; i < to && tokens[i]!.lemma !== 'for'; i++) {
    const entry = lookUp(tokens[i]!.word).find(({ type }) => type === 'state');
    if (entry?.type === 'state') return entry.state.code;
  }
  return null;
}

/** A name met in full elsewhere names its bearer, whatever the name tagger took it for. */
function surnames(tokens: readonly Token[], cast: Cast): Found[] {
  return tokens.flatMap(({ word, tag }, i) => {
    if (!/^\p{Lu}\p{L}{2,}/u.test(word) || !tag.startsWith('NN')) return [];
    const person = cast.personByWord(word, tokens[i - 1]?.word);
    if (!person) return [];
    return [
      {
        from: person.withGiven ? i - 1 : i,
        to: i + 1,
        referent: () => cast.personByWord(word, tokens[i - 1]?.word)!.referent,
      },
    ];
  });
}

function gazetteerForms(tokens: readonly Token[], cast: Cast): Found[] {
  const words = tokens.map(({ word }) => word);
  const found: Found[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const match = matchAt(words, i);
    if (!match) continue;
    const [from, to] = [i, i + match.length];
    if (!isPersonsName(tokens, from, to, cast))
      found.push({ from, to, referent: () => referentOf(match.entries, tokens, from, to, cast) });
    i = to - 1;
  }
  return found;
}

/** "Jordan" is no state where the document has named a Michael Jordan. */
function isPersonsName(tokens: readonly Token[], from: number, to: number, cast: Cast): boolean {
  const { word, entity } = tokens[from]!;
  return to - from === 1 && entity === 'PERSON' && cast.personByWord(word) !== null;
}

function referentOf(
  entries: readonly Entry[],
  tokens: readonly Token[],
  from: number,
  to: number,
  cast: Cast,
): Referent | null {
  const defined = to - from === 1 ? cast.acronym(tokens[from]!.word) : null;
  if (defined) return defined;
  const organisation = entries.find((entry) => entry.type === 'organisation');
  if (organisation?.type === 'organisation') return cast.organisation(organisation.organisation);
  const [entry] = entries;
  if (entry?.type !== 'state') return null;
  const { code } = entry.state;
  if (entry.form === 'name') return cast.state(code);
  if (entry.form === 'capital') return isPlace(tokens, from) ? null : cast.government(code);
  return entry.form === 'people' && tokens[to - 1]!.tag.endsWith('S') ? cast.people(code) : null;
}

const OF_PLACE = new Set(
  'in at to from near around outside inside into toward towards across over through'.split(' '),
);

/** Whether a capital's name stands for the town: "flew to Minsk", "the capital Minsk". */
function isPlace(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1]?.lemma ?? '';
  return OF_PLACE.has(before) || before === 'capital' || before === 'city';
}

/** Bodies of which a document that has named one means that one when it names no state. */
const SINGLE =
  /^(?:ministry-|parliament|security-council|general-staff|central-bank|state-security|police|supreme-court)/;
/** Of them those that are the home state's when the text names no other. */
const AT_HOME = /^(?:ministry-|parliament|central-bank|police|supreme-court)/;

function isLower(word: string): boolean {
  return /^\p{Ll}/u.test(word);
}

/** "The Belarusian Defense Ministry", "General Staff of the Ukrainian Army", "Russian troops". */
function institutions(tokens: readonly Token[], cast: Cast): Found[] {
  const keys = tokens.map(({ word }) => formKey(word));
  const found: Found[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const to = institutionEnd(keys, i);
    if (to === null) continue;
    const institution = INSTITUTIONS.get(keys.slice(i, to).join(' '))!;
    if (modifiesNoun(tokens, i, to)) continue;
    const links = institution.kind === 'government-body' ? /^(?:of|in)$/ : /^of$/;
    const country = countryAround(tokens, i, to, links);
    if (country) {
      const { code } = country;
      const referent = () => cast.institution(institution, code);
      found.push({ from: country.from, to: country.to, referent });
    } else if (SINGLE.test(institution.key)) {
      const bare = tokens
        .slice(i, to)
        .every(({ word }, k) => isLower(word) || (i + k === 0 && to === 1));
      const at = AT_HOME.test(institution.key) && bare;
      found.push({ from: i, to, referent: () => cast.onlyInstitution(institution, at) });
    }
    i = to - 1;
  }
  return found;
}

/** "The military campaign" is no military. */
function modifiesNoun(tokens: readonly Token[], from: number, to: number): boolean {
  return to - from === 1 && /^NNS?$/.test(tokens[to]?.tag ?? '');
}

function institutionEnd(keys: readonly string[], from: number): number | null {
  for (let length = LONGEST_INSTITUTION; length > 0; length--)
    if (from + length <= keys.length && INSTITUTIONS.has(keys.slice(from, from + length).join(' ')))
      return from + length;
  return null;
}
