import { isGivenName } from '../names/gender.ts';
import type { ParsedDocument, Token } from '../nlp/index.ts';
import { stateEndingAt } from './country.ts';
import { surfaceOf, type Run } from './found.ts';
import { bodyKind } from './roles.ts';

/** A run with the tokens of its sentence. */
export interface SentenceRun extends Run {
  readonly tokens: readonly Token[];
}

/**
 * What the tagger takes for a place right behind a preposition of place is none's name elsewhere: "in El
 * Obeid", "El Obeid could fall" (one label for one name in a document; Finkel et al. 2005). Not where it
 * begins with a given name, is a part of a person's, or owns something: "in Bihi's telling".
 */
export function placeNames(runs: readonly SentenceRun[], text: string): string[] {
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
export function exerciseNames(runs: readonly SentenceRun[], text: string): string[] {
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

/**
 * The state where a sentence says that it happens, or the one before it in its paragraph: "In Lima,
 * crowds rallied. Police detained ten". Null where neither says it.
 */
export function sceneAt({ sentences, text }: ParsedDocument, index: number): string | null {
  const [before, here] = [sentences[index - 1], sentences[index]!];
  const apart = !before || text.slice(before.end, here.start).includes('\n');
  return sceneOf(here.tokens) ?? (apart ? null : sceneOf(before.tokens));
}

/** "In Lima, ...": the state of the place with which a sentence begins; null for others. */
function sceneOf(tokens: readonly Token[]): string | null {
  if (!/^In$/.test(tokens[0]?.word ?? '')) return null;
  for (let last = 1; last <= 3; last++) {
    const place = tokens[last + 1]?.word === ',' ? stateEndingAt(tokens, last) : null;
    if (place?.from === 1 && place.form !== 'demonym') return place.state;
  }
  return null;
}
