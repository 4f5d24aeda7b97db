import { ranked, type Discourse, type Possible } from './coreference.ts';
import type { Referent } from './referent.ts';
import { bodyKind, isRole } from './roles.ts';

/** Nouns for what a body publishes: whoever issued it speaks through it. */
const PUBLICATIONS = new Set(
  'statement report document investigation letter study communique resolution declaration release paper text strategy doctrine memo bulletin audit analysis brief briefing editorial readout assessment review summary overview forecast comment commentary'.split(
    ' ',
  ),
);

export function isPublication(noun: string): boolean {
  return PUBLICATIONS.has(noun);
}

/** Whom a definite nominal ("the Belarusian president", "the think tank") may mean, best first. */
export function nominalBearers(
  noun: string,
  country: string | null,
  sentence: number,
  at: number,
  discourse: Discourse,
): Possible[] {
  const named = (referent: Referent) => fitsNominal(noun, country, referent);
  const byWord = namedBy(noun, discourse);
  if (byWord.size > 0) {
    const exact = (referent: Referent) => byWord.has(referent) && named(referent);
    const found = ranked(
      sentence,
      at,
      discourse,
      exact,
      `called “${noun}” in this document`,
      Infinity,
    );
    if (found.length > 0) return found;
  }
  const called = `called “${noun}” in this document`;
  const own = (referent: Referent) => named(referent) && referent.country === country;
  const ofState = country === null ? [] : ranked(sentence, at, discourse, own, called, Infinity);
  if (ofState.length > 0) return ofState;
  const found = ranked(sentence, at, discourse, named, called, Infinity);
  if (found.length > 0 || country === null || !isRole(noun)) return found;
  if (ACTS_FOR_STATE.test(noun)) {
    const official = ({ kind, country: of, posts, descriptors }: Referent) =>
      kind === 'person' && of === country && posts.length + descriptors.size > 0;
    const officials = ranked(sentence, at, discourse, official, 'has a calling in the same state');
    if (officials.length > 0) return officials;
  }
  const untitled = ({ kind, country: of, posts, descriptors }: Referent) =>
    kind === 'person' && of === country && posts.length === 0 && descriptors.size === 0;
  return ranked(sentence, at, discourse, untitled, 'belongs to the same state, office not told');
}

/** What anybody who acts for a state may be called: "the Polish representative". */
const ACTS_FOR_STATE = /^(?:official|representative|diplomat|politician|envoy)$/;

/** Bodies whose own name holds the noun: before others of the kind when "the battalion" is said. */
function namedBy(noun: string, { cast }: Discourse): Set<Referent> {
  const holds = ({ kind, surfaces }: Referent) =>
    kind !== 'person' &&
    [...surfaces].some((form) =>
      form
        .toLowerCase()
        .split(/\P{L}+/u)
        .includes(noun),
    );
  return new Set(cast.referents.filter(holds));
}

/** What a president or chancellor is called, too. */
const RULERS = /^(?:leader|ruler|strongman|dictator|autocrat)$/;

/** Envoys, and whoever holds an office of a foreign ministry. */
function isDiplomat({ kind, descriptors, posts }: Referent): boolean {
  if (kind !== 'person') return false;
  return (
    ['ambassador', 'envoy', 'consul'].some((one) => descriptors.has(one)) ||
    posts.some(({ of }) => of.key.startsWith('ministry-of-foreign-affairs:'))
  );
}

function fitsNominal(noun: string, country: string | null, referent: Referent): boolean {
  if (country && referent.country && referent.country !== country) return false;
  if (referent.descriptors.has(noun)) return true;
  if (noun === 'diplomat' && isDiplomat(referent)) return true;
  if (referent.kind === 'person')
    return (
      RULERS.test(noun) && ['president', 'chancellor'].some((one) => referent.descriptors.has(one))
    );
  if (isRole(noun)) return false;
  const words = [...referent.surfaces]
    .join(' ')
    .toLowerCase()
    .split(/\P{L}+/u);
  return (
    words.includes(noun) ||
    (bodyKind(noun) !== null &&
      bodyKind(noun) === referent.kind &&
      referent.kind !== 'group' &&
      referent.kind !== 'government-body')
  );
}

/** Who issued "the report" or "the statement": the last to speak, if a body, else the last body. */
export function issuers(
  noun: string,
  sentence: number,
  at: number,
  discourse: Discourse,
): Possible[] {
  if (!PUBLICATIONS.has(noun)) return [];
  const { lastSpeaker } = discourse;
  if (lastSpeaker && lastSpeaker.kind !== 'person' && lastSpeaker.kind !== 'group')
    return [
      { referent: lastSpeaker, score: 0.7, reasons: [`issued the ${noun}: the last to speak`] },
    ];
  const body = ({ kind }: Referent) =>
    /^(?:government-body|international-organisation|think-tank|company)$/.test(kind);
  return ranked(sentence, at, discourse, body, `issued the ${noun}`);
}
