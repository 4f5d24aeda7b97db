import type { ParsedDocument, Token } from '../nlp/index.ts';
import type { Cast } from './cast.ts';
import { stateEndingAt } from './country.ts';
import type { Naming, Referent } from './referent.ts';
import { namesState } from './setting.ts';

/** A head of state or government called so without the state. */
interface Head {
  readonly referent: Referent;
  readonly title: string;
}

/**
 * States of heads that words elsewhere in the document tell; null of whom it cannot be told whether
 * they are the American or another state's; the others are left out.
 */
export function statesOfHeads(
  heads: readonly Head[],
  { sentences }: ParsedDocument,
  namings: readonly Naming[],
  cast: Cast,
): ReadonlyMap<Referent, string | null> {
  const presidents = distinct(heads.filter(({ title }) => /^president$/i.test(title)));
  const found = new Map<Referent, string | null>();
  if (cast.setting.american)
    for (const referent of presidents)
      if (hasAdministration(referent, sentences, namings))
        found.set(referent, ofAdministration(cast));
  const open = presidents.filter((referent) => !found.has(referent));
  const called = cast.setting.domestic ? null : ofEpithet(open, sentences, namings, cast);
  if (called) found.set(...called);
  const own = ownPresident(open, [...found.values()], namings, cast);
  if (own && !found.has(own)) found.set(own, cast.setting.home!);
  return found;
}

const distinct = (heads: readonly Head[]) => [...new Set(heads.map(({ referent }) => referent))];

/** "The Reagan | administration": a president whom the text gives one. */
function hasAdministration(
  referent: Referent,
  sentences: ParsedDocument['sentences'],
  namings: readonly Naming[],
): boolean {
  return namings.some(
    (one) =>
      one.referent === referent &&
      sentences[one.sentence]!.tokens[one.to]?.lemma === 'administration',
  );
}

/** Whose an administration is in a text that tells of the United States: theirs, if of no other state. */
function ofAdministration({ setting }: Cast): string | null {
  const states = [...setting.states.keys()].filter((code) => namesState(setting, code));
  return setting.home === 'US' || states.every((code) => code === 'US') ? 'US' : null;
}

/** "The Chilean leader", with no name beside it, where one president alone is told of without a state. */
function ofEpithet(
  open: readonly Referent[],
  sentences: ParsedDocument['sentences'],
  namings: readonly Naming[],
  cast: Cast,
): readonly [Referent, string] | null {
  const [one, more] = open;
  if (!one || more) return null;
  const first = namings.find(({ referent }) => referent === one)?.sentence ?? 0;
  const headed = new Set(
    cast.referents.flatMap(({ posts }) =>
      posts.flatMap(({ of, former }) => (of.kind === 'state' && !former ? [of.key] : [])),
    ),
  );
  const states = new Set(sentences.slice(first).flatMap(({ tokens }) => epithets(tokens)));
  const free = [...states].filter((code) => !headed.has(`state:${code}`));
  return free.length === 1 ? [one, free[0]!] : null;
}

function epithets(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ lemma }, noun): string[] => {
    if (!/^(?:president|leader|strongman)$/.test(lemma) || tokens[noun]!.tag !== 'NN') return [];
    const next = tokens[noun + 1];
    if (next && /^(?:NNP|,|POS)/.test(next.tag)) return [];
    const state = noun > 1 ? stateEndingAt(tokens, noun - 1) : null;
    const definite = state && isDefinite(tokens, state.from);
    return definite && state.form === 'demonym' ? [state.state] : [];
  });
}

/** A state's own press calls its president by the surname alone, and others' first by the whole name. */
function ownPresident(
  open: readonly Referent[],
  told: readonly (string | null)[],
  namings: readonly Naming[],
  { setting: { domestic, home } }: Cast,
): Referent | null {
  if (!domestic || home === null || told.includes(home)) return null;
  const bare = open.filter((referent) => {
    const first = namings.find((naming) => naming.referent === referent);
    return first !== undefined && first.to - first.from === 1;
  });
  return bare.length === 1 ? bare[0]! : null;
}

/** "The | Belarusian", "the 68-year-old | Belarusian". */
function isDefinite(tokens: readonly Token[], at: number): boolean {
  const from = /^(?:JJ|CD)/.test(tokens[at - 1]?.tag ?? '') ? at - 1 : at;
  return /^the$/i.test(tokens[from - 1]?.word ?? '');
}
