import { lookUp } from '../gazetteer/index.ts';
import type { Token } from '../nlp/index.ts';
import type { Cast } from './cast.ts';
import { surfaceOf, type Found } from './found.ts';
import { bodyKind, type BodyKind } from './roles.ts';

/** Longest name between marks, in tokens. */
const LONGEST = 9;

/** `the NGO "Roads of Peace"`, `the "Free Coast" foundation`: a body by the noun beside its quoted name. */
export function quotedBodies(tokens: readonly Token[], text: string, cast: Cast): Found[] {
  return tokens.flatMap(({ word }, open): Found[] => {
    if (!MARK.test(word)) return [];
    const close = tokens.findIndex((token, i) => i > open + 1 && MARK.test(token.word));
    const inside = tokens.slice(open + 1, close);
    if (close < 0 || inside.length > LONGEST || !isName(inside)) return [];
    const kind =
      kindBeside(tokens[close + 1], tokens[close + 2]) ??
      kindBeside(tokens[open - 1]) ??
      kindWithin(inside, tokens[open - 1]);
    if (kind === null) return [];
    const name = surfaceOf(text, inside);
    const listed = lookUp(name).find(({ type }) => type === 'organisation');
    const referent = () =>
      cast.acronym(name) ??
      (listed?.type === 'organisation' ? cast.organisation(listed.organisation) : null) ??
      cast.body(name, null, kind);
    return [{ from: open + 1, to: close, referent }];
  });
}

const MARK = /^["“”„«»]$/u;

function isName([first, ...rest]: readonly Token[]): boolean {
  if (!first || !/^\p{Lu}/u.test(first.word) || bodyKind(first.word) === 'media') return false;
  return rest.every(
    ({ word, tag }) => /^[\p{Lu}\p{N}]/u.test(word) || /^(?:IN|DT|CC|FW|POS|HYPH)/.test(tag),
  );
}

/** The Belarusian "Hajun Project": by the name's own last word, where a name's adjective or article stands before. */
function kindWithin(inside: readonly Token[], before: Token | undefined): BodyKind | null {
  const told = /^(?:DT|JJ|POS)$/.test(before?.tag ?? '') || lookUp(before?.word ?? '').length > 0;
  const noun = inside.at(-1)!.word.toLowerCase();
  return told && inside.length > 1 ? (bodyKind(noun) ?? OTHERS[noun] ?? null) : null;
}

/** The kind of body that a noun in small letters tells of, where it is not part of a longer phrase. */
function kindBeside(noun: Token | undefined, next?: Token): BodyKind | null {
  // `The "Hajun" | monitoring | group`
  if (noun && next && WORK.test(noun.word)) return bodyKind(next.lemma);
  if (!noun || !/^NNP?$/.test(noun.tag) || next?.tag === 'NN') return null;
  if (noun.word !== noun.word.toLowerCase() && noun.word !== noun.word.toUpperCase()) return null;
  return bodyKind(noun.lemma) ?? OTHERS[noun.lemma.toLowerCase()] ?? null;
}

const WORK = /^(?:monitoring|rights|research|advocacy|volunteer|opposition|news)$/;

/** Nouns for bodies that are something else, too, away from a quoted name. */
const OTHERS: Readonly<Record<string, BodyKind>> = {
  ngo: 'group',
  initiative: 'group',
  project: 'group',
  platform: 'group',
  fund: 'group',
  plant: 'company',
  factory: 'company',
  enterprise: 'company',
  holding: 'company',
  concern: 'company',
  cooperative: 'company',
};
