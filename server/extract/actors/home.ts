import { lookUp } from '../gazetteer/index.ts';
import type { ParsedDocument } from '../nlp/index.ts';
import { stateEndingAt } from './country.ts';

/** Where a document is at home. */
export interface Home {
  /** ISO code of the state; null when nothing tells. */
  readonly home: string | null;
  /** Whether it speaks as that state's own press does, which names its parties and chambers without it. */
  readonly domestic: boolean;
}

/**
 * The state that a document is at home in: that of its dateline's capital, else the one as whose
 * own press it speaks, else the one that it names at least twice as often as any other.
 */
export function homeOf({ sentences, text }: ParsedDocument, dateline: string): Home {
  const town = stateOfTown(dateline);
  const counts = new Map<string, number>();
  for (const { tokens } of sentences)
    for (let i = 0; i < tokens.length; i++) {
      if (!/^\p{Lu}/u.test(tokens[i]!.word)) continue;
      const state = stateEndingAt(tokens, i)?.state;
      if (state) counts.set(state, (counts.get(state) ?? 0) + 1);
    }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  const foreign = first?.[0] === 'US' ? second : first;
  const own = text.match(AMERICAN)?.length ?? 0;
  const domestic = own >= LEAST_OWN && 2 * own >= (foreign?.[1] ?? 0);
  if (town !== null) return { home: town, domestic: domestic && town === 'US' };
  if (domestic) return { home: 'US', domestic };
  const told = first && first[1] >= LEAST_NAMINGS && first[1] >= 2 * (second?.[1] ?? 0);
  return { home: told ? first[0] : null, domestic };
}

/** What the American press calls its own without naming the state. */
const AMERICAN =
  /\b(?:Republicans?|Democrats?|GOP|Sen\.|Rep\.|Gov\.|Senators?|Senate|Congress|White House)(?![\p{L}\p{N}])/gu;
const LEAST_OWN = 3;
const LEAST_NAMINGS = 2;

/** The state of a dateline's capital or country: "TIRANA, Sept 7", "MANILA, Philippines". */
export function stateOfTown(dateline: string): string | null {
  // "BREST/WASHINGTON": of two towns the first counts.
  const parts = dateline.split(/[,(]/u).slice(0, 2);
  for (const part of parts.map((one) => one.split('/', 1)[0]!)) {
    const words = part
      .trim()
      .toLowerCase()
      .replace(/(?<!\p{L})\p{L}/gu, (c) => c.toUpperCase());
    const entry = lookUp(words).find(({ type }) => type === 'state');
    if (entry?.type === 'state') return entry.state.code;
  }
  return null;
}
