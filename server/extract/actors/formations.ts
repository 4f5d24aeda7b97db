import type { Token } from '../nlp/index.ts';
import { inPlace, type Run } from './found.ts';

/**
 * "72nd Separate Motorized Rifle | Brigade", "the 16th mechanised | division": a formation by its
 * number and whatever describes it, of which the tagger makes a part, or nothing.
 */
export function withFormations(tokens: readonly Token[], runs: readonly Run[]): Run[] {
  const named = tokens.flatMap(({ word }, from): Run[] => {
    if (!NUMBER.test(word)) return [];
    const to = formationEnd(tokens, from + 1);
    return to === null ? [] : [{ from, to, kind: 'ORGANIZATION' }];
  });
  return inPlace(runs, named);
}

/** Past the noun that ends the name; null where other words come before it. */
function formationEnd(tokens: readonly Token[], from: number): number | null {
  for (let at = from; at < tokens.length && at - from <= LONGEST; at++) {
    const { word } = tokens[at]!;
    if (UNIT.test(word)) return UNIT.test(tokens[at + 1]?.word ?? '') ? at + 2 : at + 1;
    if (!KIND_OF_UNIT.test(word) && !/^\p{Lu}\p{Ll}+$/u.test(word)) return null;
  }
  return null;
}

const NUMBER = /^\d{1,4}(?:st|nd|rd|th)$/;

/** Words between a number and its unit, in tokens. */
const LONGEST = 5;

const UNIT = /^(?:brigade|division|corps|army|regiment|battalion|fleet|squadron|flotilla|base)$/i;

const KIND_OF_UNIT =
  /^(?:-|separate|independent|guards|special|motori[sz]ed|mechani[sz]ed|armou?red|airborne|air|assault|tank|rifle|artillery|missile|rocket|mountain|infantry|marine|naval|coastal|combined|arms|engineer|signal|reconnaissance|territorial|defen[cs]e|forces|operations|landing|parachute|cavalry|fighter|bomber|helicopter|light|heavy)$/i;
