import type { ParsedDocument, Sentence, Token } from '../nlp/index.ts';
import { isGivenName } from '../names/gender.ts';
import type { Cast } from './cast.ts';
import { surfaceOf, type Found, type Run } from './found.ts';
import { jointInstitutions } from './joint-institutions.ts';
import { gazetteerForms } from './listed-names.ts';
import { institutions } from './named-institutions.ts';
import type { Naming, Referent } from './referent.ts';
import { bodyKind, isPlaceNoun } from './roles.ts';
import { entityRuns } from './runs.ts';
import { entities } from './tagged-names.ts';
import { quotedBodies } from './quoted-bodies.ts';
import { shortOutlets } from './short-outlets.ts';
import {
  acronyms,
  apposedAcronyms,
  carriers,
  humped,
  fromSomewhere,
  introduced,
  led,
  outlets,
  platformX,
  shortNames,
  surnames,
} from './told-names.ts';

/** Where a document names somebody, in text order, none overlapping another. Fills the cast. */
export function findNamings(parsed: ParsedDocument, cast: Cast): Naming[] {
  const runs = parsed.sentences.flatMap(({ tokens }) =>
    entityRuns(tokens).map((run) => ({ ...run, tokens })),
  );
  for (const name of placeNames(runs, parsed.text)) cast.meetPlace(name);
  for (const name of exerciseNames(runs, parsed.text)) cast.meetExercise(name);
  meetPersons(runs, parsed.text, cast);
  return parsed.sentences.flatMap((sentence, i) => namingsOf(sentence, i, parsed, cast));
}

/** A run with the tokens of its sentence. */
interface SentenceRun extends Run {
  readonly tokens: readonly Token[];
}

/**
 * What the tagger takes for a place right behind a preposition of place is none's name elsewhere: "in El
 * Obeid", "El Obeid could fall" (one label for one name in a document; Finkel et al. 2005). Not where it
 * begins with a given name, is a part of a person's, or owns something: "in Bihi's telling".
 */
function placeNames(runs: readonly SentenceRun[], text: string): string[] {
  const partsOfNames = new Set(
    runs.flatMap(({ kind, from, to, tokens }) =>
      kind === 'PERSON' && to - from > 1 ? tokens.slice(from, to).map(({ word }) => word) : [],
    ),
  );
  return runs
    .filter(
      ({ kind, from, to, tokens }) =>
        kind === 'LOCATION' &&
        /^(?:in|near|outside|around)$/i.test(tokens[from - 1]?.word ?? '') &&
        tokens[to]?.tag !== 'POS' &&
        !isGivenName(tokens[from]!.word) &&
        !(to - from === 1 && partsOfNames.has(tokens[from]!.word)),
    )
    .map(({ from, to, tokens }) => surfaceOf(text, tokens.slice(from, to)));
}

/** "The Union Shield 2023 joint exercise", "the exercise Union Shield": a name that is no body's. */
function exerciseNames(runs: readonly SentenceRun[], text: string): string[] {
  return runs
    .filter(({ kind, from, to, tokens }) => {
      let at = to;
      while (at - to < 4 && BESIDE_EXERCISE.test(tokens[at]?.word ?? '')) at++;
      const after = EXERCISE.test(tokens[at]?.lemma ?? '');
      const before = EXERCISE.test(tokens[from - 1]?.lemma ?? '');
      const body = bodyKind(tokens[to - 1]!.word) !== null;
      return kind !== 'LOCATION' && to - from > 1 && !body && (after || before);
    })
    .map(({ from, to, tokens }) => surfaceOf(text, tokens.slice(from, to)));
}

const EXERCISE = /^(?:exercise|drill|manoeuvre|maneuver|wargame)s?$/;
const BESIDE_EXERCISE =
  /^(?:\d{2,4}|-\d{2,4}|joint|military|naval|strategic|command|staff|command-staff|field|annual|air|large-scale|multinational)$/i;

/** Fuller names first, so that a surname finds its person wherever it stands. */
function meetPersons(runs: readonly SentenceRun[], text: string, cast: Cast): void {
  const full = runs
    .filter(({ kind, to, tokens }) => kind === 'PERSON' && !isPlaceNoun(tokens[to - 1]!.lemma))
    .map(({ from, to, tokens }) => tokens.slice(from, to))
    .filter(({ length }) => length > 1)
    .sort((a, b) => b.length - a.length);
  for (const tokens of full) {
    const name = surfaceOf(text, tokens);
    if (isNameLike(tokens) && !cast.isPlace(name)) cast.person(name);
  }
}

function isNameLike(tokens: readonly Token[]): boolean {
  return tokens.every(({ word }) =>
    /^[\p{Lu}\p{N}'’-]|^(?:de|da|di|van|von|der|al|bin|el|la|le)$/u.test(word),
  );
}

function namingsOf(
  sentence: Sentence,
  index: number,
  parsed: ParsedDocument,
  cast: Cast,
): Naming[] {
  const { tokens } = sentence;
  const found = [
    ...shortOutlets(tokens, cast),
    ...quotedBodies(tokens, parsed.text, cast),
    ...jointInstitutions(tokens, cast),
    // What lists know by its whole name is no other body: "Syrian Democratic Forces".
    ...gazetteerForms(tokens, cast),
    ...institutions(tokens, cast),
    ...outlets(tokens, parsed.text, cast),
    ...entities(tokens, parsed.text, cast),
    ...carriers(tokens, cast),
    ...humped(tokens, cast),
    ...introduced(tokens, parsed.text, cast),
    ...led(tokens, parsed.text, cast),
    ...fromSomewhere(tokens, cast),
    ...surnames(tokens, cast),
    ...shortNames(tokens, cast),
    ...acronyms(tokens, cast),
    ...apposedAcronyms(tokens, cast),
    ...platformX(tokens, cast),
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
