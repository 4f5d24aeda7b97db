import type { Token } from '../nlp/index.ts';
import type { Discourse } from './coreference.ts';
import { stateEndingAt } from './country.ts';
import type { Naming, Referent } from './referent.ts';

/** Nouns that with "two" or "both" mean states that were named before. */
const SIDES =
  /^(?:leader|president|premier|minister|ministry|negotiator|delegation|country|nation|state|side|neighbor|neighbour|government|capital|party|republic|ally|power|rival|foe|partner|diplomat|envoy|army|military)$/;
/** Sentences back in which the two may stand together. */
const WINDOW = 8;

/** Whether a phrase means two states at once: "the two countries", "both sides", "the neighbours". */
export function isPair(tokens: readonly Token[], from: number, head: number): boolean {
  const { lemma: base, tag } = tokens[head]!;
  const lemma = tag === 'NNPS' ? base.replace(/ies$/, 'y').replace(/s$/, '') : base;
  if (!SIDES.test(lemma) || !/^NNP?S/.test(tag) || isMoreThanTwo(tokens, from, head)) return false;
  const before = tokens.slice(Math.max(0, from), head).map(({ lemma: word }) => word);
  // "The warring parties": more often a government and a movement
  if (tokens.slice(Math.max(0, from), head).some(({ word }) => word === 'warring')) return false;
  return (
    before.some((word) => /^(?:two|both)$/.test(word)) ||
    (before.includes('the') &&
      !tokens.slice(from, head).some((_, i) => stateEndingAt(tokens, from + i)) &&
      /^(?:side|party|leader|president|premier|minister|negotiator|delegation)$/.test(lemma))
  );
}

/** "The three countries", "the leaders of the eight nations". */
export function isMoreThanTwo(tokens: readonly Token[], from: number, head: number): boolean {
  const to = tokens[head + 1]?.word === 'of' ? head + 4 : head;
  return tokens
    .slice(Math.max(0, from), to)
    .some(({ word }) => MORE_THAN_TWO.test(word) || /^(?:[3-9]|\d{2,})$/.test(word));
}

const MORE_THAN_TWO =
  /^(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|all)$/i;

/**
 * The two states that a document has named together last before a place: in one sentence, and no
 * third. Empty when it has not.
 */
export function pairBefore(sentence: number, at: number, discourse: Discourse): Referent[] {
  const { namings } = discourse;
  for (let back = sentence; back >= Math.max(0, sentence - WINDOW); back--) {
    const here = namings.filter(
      (naming) =>
        naming.sentence === back &&
        (back < sentence || naming.from < at) &&
        !isWhere(discourse.parsed.sentences[back]!.tokens, naming.from),
    );
    const states = statesOf(here, discourse);
    if (states.length === 2) return states;
    if (states.length > 2) return coordinated(here, discourse);
  }
  return mostNamed(sentence, discourse);
}

/** "Rounds in | Peru and Chile": both are where something was, and no two who agree. */
export function isWhere(tokens: readonly Token[], from: number): boolean {
  const at = tokens[from - 1]?.word === 'the' ? from - 2 : from - 1;
  if (tokens[at]?.word === 'and') {
    const before = stateEndingAt(tokens, at - 1);
    return before !== null && /^in$/i.test(tokens[before.from - 1]?.word ?? '');
  }
  const and = tokens.findIndex(({ word }, i) => i > from && word === 'and');
  if (!/^in$/i.test(tokens[at]?.word ?? '') || and < 0) return false;
  const next = [1, 2, 3].some((more) => stateEndingAt(tokens, and + more)?.from === and + 1);
  return next && stateEndingAt(tokens, and - 1)?.from === from;
}

function statesOf(namings: readonly Naming[], { cast }: Discourse): Referent[] {
  const codes = namings.flatMap(({ referent }) => codeOf(referent) ?? []);
  return [...new Set(codes)].map((code) => cast.state(code));
}

/**
 * The two states that the words before a place are about, where they name them close by: for an
 * agreement beside whose verb one party or none is named. Empty when in doubt.
 */
export function pairNear(sentence: number, discourse: Discourse): Referent[] {
  for (let back = sentence; back >= Math.max(0, sentence - NEAR); back--) {
    const here = discourse.namings.filter(
      (naming) => naming.sentence === back && !isSource(naming, discourse),
    );
    const states = statesOf(here, discourse);
    if (states.length > 2) return [];
    if (states.length === 2) return states;
  }
  return mostNamed(sentence, discourse);
}

/** "According to the Cuban foreign minister | X": who tells of it, and is none of the two. */
function isSource({ sentence, from }: Naming, { parsed }: Discourse): boolean {
  const { tokens } = parsed.sentences[sentence]!;
  const to = tokens.findLastIndex(({ word }, i) => i < from && word.toLowerCase() === 'according');
  return (
    to >= 0 &&
    from - to <= LONGEST_TITLE &&
    !tokens.slice(to, from).some(({ word }) => word === ',')
  );
}

/** In tokens, "according to" included. */
const LONGEST_TITLE = 9;

/** Sentences back that count as close by. */
const NEAR = 2;

/** A state, its government, or somebody who holds one of its offices: no scholar who lives there. */
function codeOf({ key, kind, country, posts }: Referent): string | null {
  const state = /^state:(.+)$/.exec(key)?.[1];
  if (state !== undefined) return state;
  const official = posts.some(({ of }) => STATE_BODY.test(of.kind));
  return kind === 'government-body' || official ? country : null;
}

const STATE_BODY = /^(?:state|government-body|armed-force)$/;

/** Of more than two, those joined by "and". */
function coordinated(namings: readonly Naming[], discourse: Discourse): Referent[] {
  const joined = namings.flatMap((naming, i) => {
    const next = namings[i + 1];
    const tokens = discourse.parsed.sentences[naming.sentence]!.tokens;
    return next && next.from === naming.to + 1 && tokens[naming.to]!.lemma === 'and'
      ? [[naming, next]]
      : [];
  });
  const states = joined.length === 1 ? statesOf(joined[0]!, discourse) : [];
  return states.length === 2 ? states : [];
}

/** The two states that all before is about, when a third is named less than half as often. */
function mostNamed(sentence: number, discourse: Discourse): Referent[] {
  const counts = new Map<string, number>();
  for (const naming of discourse.namings) {
    const told = naming.sentence <= sentence && !isSource(naming, discourse);
    const code = told ? codeOf(naming.referent) : null;
    if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [first, second, third] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first || !second || (third && 2 * third[1] >= second[1])) return [];
  return [first, second].map(([code]) => discourse.cast.state(code));
}
