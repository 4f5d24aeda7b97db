import { lookUp } from '../gazetteer/index.ts';
import type { Token } from '../nlp/index.ts';
import type { Cast } from './cast.ts';
import { stateEndingAt } from './country.ts';
import type { Naming, Post, Referent } from './referent.ts';
import type { Description } from './description.ts';

/** A party by whose member's name, letter or adjective the text calls somebody. */
interface PartyTold {
  readonly party: string;
  /** Tokens that say so, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}

const PARTY_OF: Readonly<Record<string, string>> = {
  D: 'Democratic Party',
  Democrat: 'Democratic Party',
  Democratic: 'Democratic Party',
  R: 'Republican Party',
  Republican: 'Republican Party',
};

/** "Sen. X (D-Va.)", "X, Democrat of Vermont,", "X, a Michigan Democrat,", "Republican strategist X". */
export function partyPost(
  tokens: readonly Token[],
  naming: Naming,
  titles: readonly Description[],
  cast: Cast,
): Post | null {
  const { american, domestic } = cast.setting;
  const told =
    inBrackets(tokens, naming.to) ??
    (american ? apposed(tokens, naming.to) : null) ??
    (domestic ? partyOfTitle(tokens, titles) : null);
  const entry = told && lookUp(told.party).find(({ type }) => type === 'organisation');
  if (entry?.type !== 'organisation') return null;
  const span = {
    start: Math.min(naming.start, tokens[told!.from]!.start),
    end: Math.max(naming.end, tokens[told!.to - 1]!.end),
  };
  const of = cast.organisation(entry.organisation);
  return { title: 'member', kind: 'member-of', of, span, former: false };
}

/** "A State Duma deputy | from United Russia": the party of a lawmaker whose chamber is told besides. */
export function partyOfLawmaker(
  tokens: readonly Token[],
  naming: Naming,
  titles: readonly Description[],
  all: readonly Naming[],
): Post | null {
  for (const { noun, end } of titles) {
    if (!LAWMAKERS.test(tokens[noun]!.lemma)) continue;
    const body = all.find(({ from }) => from > noun + 1 && from <= noun + 6);
    if (body?.referent.kind !== 'group' || body.from >= end) continue;
    const between = tokens.slice(noun + 1, body.from);
    const from = /^(?:from|of|for|with)$/.test(between[0]!.word);
    if (!from || between.some(({ word, tag }) => word === ',' || /^VB[DZP]/.test(tag))) continue;
    const span = { start: Math.min(naming.start, body.start), end: Math.max(naming.end, body.end) };
    return { title: 'member', kind: 'member-of', of: body.referent, span, former: false };
  }
  return null;
}

const LAWMAKERS =
  /^(?:deputy|lawmaker|mp|mep|senator|legislator|parliamentarian|councillor|congressman|congresswoman)$/;

/** "(D-Va.)"; an independent "(I-Vt.)" is of none. */
function inBrackets(tokens: readonly Token[], to: number): PartyTold | null {
  if (tokens[to]?.word !== '(') return null;
  const letter = /^([DR])-\p{Lu}[\p{L}.]*$/u.exec(tokens[to + 1]?.word ?? '')?.[1];
  const end = closing(tokens, to);
  return letter && end !== null ? { party: PARTY_OF[letter]!, from: to, to: end } : null;
}

/** Past the bracket that closes one opened here, if it comes soon. */
export function closing(tokens: readonly Token[], open: number): number | null {
  const end = tokens.findIndex(({ word }, i) => i > open && i <= open + 5 && word === ')');
  return end < 0 ? null : end + 1;
}

/**
 * ", Democrat of Vermont", ", a Republican and former governor", ", a Michigan Democrat who"; no
 * ", a Sweden Democrat", ", an Irish Republican".
 */
function apposed(tokens: readonly Token[], to: number): PartyTold | null {
  if (tokens[to]?.word !== ',') return null;
  let noun = to + 1;
  while (
    noun <= to + 4 &&
    /^(?:DT|NNP|JJ)$/.test(tokens[noun]?.tag ?? '') &&
    !isMember(tokens, noun)
  )
    noun++;
  const others = /^(?:Liberal|Social|Christian|Free)$/.test(tokens[noun - 1]!.word);
  const state = stateEndingAt(tokens, noun - 1);
  const foreign = state !== null && !AMERICAN_TOO.test(state.state);
  if (!isMember(tokens, noun) || others || foreign) return null;
  // "X, a Democratic strategist" is the title's; a Democrat's name ends here.
  const next = tokens[noun + 1];
  if (next && /^(?:NN|JJ|POS|VBG)/.test(next.tag)) return null;
  return { party: PARTY_OF[tokens[noun]!.word]!, from: to + 1, to: noun + 1 };
}

/** Georgia is a state of the United States too. */
const AMERICAN_TOO = /^(?:US|GE)$/;

const isMember = (tokens: readonly Token[], i: number) =>
  /^(?:Democrat|Republican)$/.test(tokens[i]?.word ?? '');

/** "Republican strategist", "the state's Democratic senator": no rival, leader or nominee of a party. */
function partyOfTitle(tokens: readonly Token[], titles: readonly Description[]): PartyTold | null {
  for (const { from, noun } of titles) {
    const at = tokens.findIndex(
      ({ word }, i) => i >= from && i < noun && /^(?:Democratic|Republican|GOP)$/.test(word),
    );
    if (
      at >= 0 &&
      noun - at <= 2 &&
      !tokens[noun]!.tag.endsWith('S') &&
      MEMBERS.test(tokens[noun]!.lemma)
    )
      return { party: PARTY_OF[tokens[at]!.word] ?? PARTY_OF['R']!, from: at, to: noun + 1 };
  }
  return null;
}

const MEMBERS =
  /^(?:senator|sen\.|rep\.|representative|congressman|congresswoman|governor|gov\.|lawmaker|strategist|pollster|consultant|operative|mayor|candidate|politician)$/;

/** "Senator X, | of the Liberal Party": of a lawmaker what no office is of. */
export const isOfParty = ({ descriptors }: Referent, { kind, of }: Post) =>
  kind === 'member-of' &&
  of.kind === 'group' &&
  [...descriptors].some((one) =>
    /^(?:senator|lawmaker|deputy|legislator|mp|congressman|congresswoman|parliamentarian|councillor)$/.test(
      one,
    ),
  );
