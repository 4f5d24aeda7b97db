import { lookUp } from '../gazetteer/index.ts';
import type { ParsedDocument } from '../nlp/index.ts';
import { stateEndingAt } from './country.ts';

/**
 * The state that a document is at home in: that of its dateline's capital, else the one that it
 * names at least twice as often as any other. Null when neither tells.
 */
export function homeState({ sentences }: ParsedDocument, dateline: string): string | null {
  const town = stateOfTown(dateline);
  if (town !== null) return town;
  const counts = new Map<string, number>();
  for (const { tokens } of sentences)
    for (let i = 0; i < tokens.length; i++) {
      if (!/^\p{Lu}/u.test(tokens[i]!.word)) continue;
      const state = stateEndingAt(tokens, i)?.state;
      if (state) counts.set(state, (counts.get(state) ?? 0) + 1);
    }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < LEAST_NAMINGS) return null;
  return first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : null;
}

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
