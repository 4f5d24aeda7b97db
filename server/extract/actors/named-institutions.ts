import { formKey } from '../gazetteer/index.ts';
import type { Token } from '../nlp/index.ts';
import type { Cast } from './cast.ts';
import { countryAround } from './country.ts';
import type { Found } from './found.ts';
import { isRole } from './roles.ts';
import {
  INSTITUTIONS,
  institutionEnd,
  ONLY_BESIDE_STATE,
  type Institution,
} from './institutions.ts';

/**
 * "The Belarusian Defense Ministry", "General Staff of the Ukrainian Army", "Russian troops".
 * @param scene ISO code of the state where the passage says that it happens; null where it does not
 */
export function institutions(tokens: readonly Token[], cast: Cast, scene: string | null): Found[] {
  const keys = tokens.map(({ word }) => formKey(word));
  const found: Found[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const to = institutionEnd(keys, i);
    if (to === null || modifiesNoun(tokens, i, to)) continue;
    const institution = INSTITUTIONS.get(keys.slice(i, to).join(' '))!;
    if (isOneStates(keys, i, to) && !countryAround(tokens, i, to)) continue;
    const one = institutionAt(institution, tokens, i, to, cast, scene);
    if (one) found.push(one);
    i = to - 1;
  }
  return found;
}

const isOneStates = (keys: readonly string[], from: number, to: number) =>
  ONLY_BESIDE_STATE.has(keys.slice(from, to).join(' '));

/** Whose the institution is by the words around it, else by the document; null when nothing tells. */
function institutionAt(
  institution: Institution,
  tokens: readonly Token[],
  from: number,
  to: number,
  cast: Cast,
  scene: string | null,
): Found | null {
  const links = institution.kind === 'government-body' ? /^(?:of|in)$/ : /^of$/;
  // "State Security Committee (KGB) | of Belarus"
  const short = shortBeside(tokens, to);
  const country = countryAround(tokens, from, short === null ? to : to + 3, links);
  if (country) {
    const { code } = country;
    const referent = () => {
      const body = cast.institution(institution, code);
      if (short !== null) cast.defineAcronym(short, body);
      return body;
    };
    const end = country.to === to + 3 && short !== null ? to : country.to;
    return { from: country.from, to: end, referent };
  }
  if (isHomeGovernment(institution.key, tokens, from, cast))
    return { from, to, referent: () => cast.government(cast.setting.home!) };
  if (!SINGLE.test(institution.key)) return null;
  // "In Lima, crowds rallied. | Police | detained ten"
  if (scene !== null && OF_SCENE.test(institution.key) && !isOfElsewhere(tokens, from))
    return { from, to, referent: () => cast.institution(institution, scene) };
  return withoutState(institution, tokens, from, to, cast);
}

/** Bodies that act where something happens. */
const OF_SCENE = /^(?:police|parliament|border-guard|supreme-court)/;

/** The short form in brackets at a token; null where none stands. */
function shortBeside(tokens: readonly Token[], at: number): string | null {
  const [open, short, close] = tokens.slice(at, at + 3);
  const brackets = open?.word === '(' && close?.word === ')';
  return brackets && /^\p{Lu}{2,8}$/u.test(short!.word) ? short!.word : null;
}

/**
 * "The ministry", "the Security Service" beside no state: the only one, else a body of that name. The
 * United States has none that is called a ministry.
 */
function withoutState(
  institution: Institution,
  tokens: readonly Token[],
  from: number,
  to: number,
  cast: Cast,
): Found {
  const words = tokens.slice(from, to).map(({ word }) => word);
  const bare = words.every((word, k) => isLower(word) || (from + k === 0 && to === 1));
  const ministry = /^ministry-/.test(institution.key);
  const told = cast.setting.homeTold && OF_DATELINE.test(institution.key);
  const atHome =
    ((AT_HOME.test(institution.key) && (bare || ministry)) || told) &&
    !isOfElsewhere(tokens, from) &&
    !(cast.setting.home === 'US' && words.some((word) => /^ministry$/i.test(word)));
  const named = !bare && words.length > 1 && !ministry;
  const referent = () =>
    cast.onlyInstitution(institution, atHome) ??
    (named
      ? cast.body(words.join(' ').replace(/ (?=['’]s? )/gu, ''), null, institution.kind)
      : null);
  return { from, to, referent };
}

/**
 * "Gaza's Hamas-run | health ministry", "the Hamas-run Gaza | health ministry", "the rebel-held area's |
 * police": no state's of its own. "His | border guards": of whoever is told of, here or abroad.
 */
function isOfElsewhere(tokens: readonly Token[], from: number): boolean {
  let at = from - 1;
  while (at > 0 && /^(?:JJ|VBN|NNP)/.test(tokens[at]!.tag)) at--;
  const between = tokens.slice(at + 1, from);
  return (
    /^(?:['’]s?|his|her|its|their)$/i.test(tokens[at]?.word ?? '') ||
    between.some(({ word }) => /-(?:run|led|held|controlled|backed|installed)$/.test(word))
  );
}

/** "The government" under a dateline is the one there. */
function isHomeGovernment(key: string, tokens: readonly Token[], at: number, cast: Cast): boolean {
  return (
    key === 'government' &&
    cast.setting.homeTold &&
    cast.setting.home !== null &&
    tokens[at]!.word === 'government' &&
    /^the$/i.test(tokens[at - 1]?.word ?? '')
  );
}

/** "The military campaign" is no military. */
function modifiesNoun(tokens: readonly Token[], from: number, to: number): boolean {
  const next = tokens[to];
  if (to - from !== 1 || !next) return false;
  // "Belarusian | KGB | chairman", "Russian | MoD | spokesman"
  const short = /^\p{Lu}\p{L}?\p{Lu}$/u.test(tokens[from]!.word) && isRole(next.lemma);
  if (short && countryAround(tokens, from, to)) return false;
  return /^NNS?$/.test(next.tag) || (/^NNP/.test(next.tag) && !isLower(tokens[from]!.word));
}

/** Bodies of which a document that has named one means that one when it names no state. */
const SINGLE =
  /^(?:ministry-|parliament|security-council|general-staff|central-bank|state-security|security-service|intelligence|border-guard|police|supreme-court|prime-minister|attorney-general|prosecutor)/;
/** Of them those that a state's own agency names without the state: "MINSK (BelTA) - The State Border Committee". */
const OF_DATELINE = /^(?:state-security|border-guard|general-staff):?/;
/** Of them those that are the home state's when the text names no other. */
const AT_HOME =
  /^(?:ministry-|parliament|central-bank|police|supreme-court|prime-minister|attorney-general|prosecutor)/;

function isLower(word: string): boolean {
  return /^\p{Ll}/u.test(word);
}
