import { lookUp, matchAt, type StateForm } from '../gazetteer/index.ts';
import { isGivenName } from '../names/gender.ts';
import type { Token } from '../nlp/index.ts';

/** A state named beside a noun, and the tokens that noun and state take together. */
export interface CountryAround {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** Most words between the state and the noun: "the Ukrainian regular armed forces". */
const BETWEEN = 2;

/**
 * The state that a noun of tokens `from`..`to` is given by the words before or after it.
 * @param links prepositions that join the state after it: a ministry is also "in Minsk"
 */
export function countryAround(
  tokens: readonly Token[],
  from: number,
  to: number,
  links: RegExp = /^of$/,
): CountryAround | null {
  return before(tokens, from, to) ?? after(tokens, from, to, links);
}

/** "Belarusian Defense Ministry", "Belarus' security council", "the U.S. and Russian armies". */
function before(tokens: readonly Token[], from: number, to: number): CountryAround | null {
  for (let skipped = 0, i = from - 1; i >= 0 && skipped <= BETWEEN; i--, skipped++) {
    const code = stateEndingAt(tokens, i);
    if (code) return { code: code.state, from: code.from, to };
    if (isPossessive(tokens[i]!)) {
      const owner = stateEndingAt(tokens, i - 1);
      return owner ? { code: owner.state, from: owner.from, to } : null;
    }
    if (!/^(?:JJ|NNP?$|VBN|VBG)/.test(tokens[i]!.tag) || tokens[i]!.entity === 'PERSON')
      return null;
  }
  return null;
}

function isPossessive({ word, tag }: Token): boolean {
  return tag === 'POS' || /^['’]s?$/i.test(word);
}

/** "Ministry of Defence of Belarus", "General Staff of the Ukrainian Army", "Ministry in Minsk". */
function after(
  tokens: readonly Token[],
  from: number,
  to: number,
  links: RegExp,
): CountryAround | null {
  if (!links.test(tokens[to]?.lemma ?? '')) return null;
  const at = tokens[to + 1]?.lemma === 'the' ? to + 2 : to + 1;
  const match = matchAt(
    tokens.map(({ word }) => word),
    at,
  );
  const entry = match?.entries.find(({ type }) => type === 'state');
  if (!match || entry?.type !== 'state') return null;
  const end = at + match.length;
  return {
    code: entry.state.code,
    from,
    to: entry.form === 'demonym' ? bodyEnd(tokens, end) : end,
  };
}

/** Past the nouns that a demonym begins: "the Ukrainian Armed Forces". */
function bodyEnd(tokens: readonly Token[], from: number): number {
  let to = from;
  while (isBodyWord(tokens[to]) && to - from < 4) to++;
  return to;
}

function isBodyWord(token: Token | undefined): boolean {
  return token !== undefined && /^(?:NN|JJ)/.test(token.tag) && !isPersonAt(token);
}

function isPersonAt({ entity, word }: Token): boolean {
  return entity === 'PERSON' || isGivenName(word);
}

/** A state's form whose last word is token `i`; `from` is its first. */
export function stateEndingAt(
  tokens: readonly Pick<Token, 'word'>[],
  i: number,
): { state: string; from: number; form: StateForm } | null {
  if (!/[\p{L}\p{N}]/u.test(tokens[i]?.word ?? '')) return null;
  for (let length = Math.min(3, i + 1); length > 0; length--) {
    const from = i - length + 1;
    const words = tokens.slice(from, i + 1).map(({ word }) => word);
    const entry = lookUp(words.join(' ')).find(({ type }) => type === 'state');
    if (isOfContinent(tokens, from)) continue;
    if (entry?.type === 'state' && entry.form !== 'people')
      return { state: entry.state.code, from, form: entry.form };
  }
  return null;
}

/** "Latin | American", "African | American": of a continent or a descent, and of no state. */
export const isOfContinent = (tokens: readonly Pick<Token, 'word'>[], at: number) =>
  /^America(?:ns?)?$/.test(tokens[at]!.word) &&
  /^(?:Latin|South|Central|North|Pan|African|Native)$/.test(tokens[at - 1]?.word ?? '');

/** The state that a nominal's own words name: "the Belarusian president", "Ukraine's leader". */
export function countryWithin(tokens: readonly Token[], from: number, to: number): string | null {
  for (let i = from; i < to; i++) {
    const state = stateEndingAt(tokens, i);
    if (state) return state.state;
  }
  return null;
}
