import type { ParsedDocument, Sentence, Token } from '../nlp/index.ts';
import type { Cast } from './cast.ts';
import { surfaceOf, type Found, type Run } from './found.ts';
import { jointInstitutions } from './joint-institutions.ts';
import { gazetteerForms } from './listed-names.ts';
import { institutions } from './named-institutions.ts';
import type { Naming, Referent } from './referent.ts';
import { isPlaceNoun } from './roles.ts';
import { entityRuns } from './runs.ts';
import { entities } from './tagged-names.ts';
import { quotedBodies } from './quoted-bodies.ts';
import { exerciseNames, placeNames, sceneAt, type SentenceRun } from './scenes.ts';
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
  const bySentence = parsed.sentences.map(({ tokens }) => entityRuns(tokens));
  const runs = parsed.sentences.flatMap(({ tokens }, i) =>
    bySentence[i]!.map((run) => ({ tokens, ...run })),
  );
  for (const name of placeNames(runs, parsed.text)) cast.meetPlace(name);
  for (const name of exerciseNames(runs, parsed.text)) cast.meetExercise(name);
  meetPersons(runs, parsed.text, cast);
  return parsed.sentences.flatMap((sentence, i) =>
    namingsOf(sentence, i, bySentence[i]!, parsed, cast),
  );
}

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
  runs: readonly Run[],
  parsed: ParsedDocument,
  cast: Cast,
): Naming[] {
  const { tokens } = sentence;
  const scene = sceneAt(parsed, index);
  const found = [
    ...shortOutlets(tokens, cast),
    ...quotedBodies(tokens, parsed.text, cast),
    ...jointInstitutions(tokens, cast),
    // What lists know by its whole name is no other body: "Syrian Democratic Forces".
    ...gazetteerForms(tokens, cast),
    ...institutions(tokens, cast, scene),
    ...outlets(tokens, parsed.text, cast),
    ...entities(runs, tokens, parsed.text, cast),
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
    return [{ sentence: index, from, to, referent: who, ...span }];
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
