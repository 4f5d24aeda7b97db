import { isVerb, type Passage } from './passage.ts';

/** Where the nearest quotation stands, seen from a position in its sentence; a small code. */

const distanceBucket = (steps: number) => (steps < 2 ? steps : steps < 4 ? 2 : steps < 8 ? 3 : 4);

const BACK_REACH = 16;
const FORWARD_REACH = 10;

/** The quotation closed before i: 0 none near, 1 i stands inside one, else distance and marks. */
export function quotationBefore(passage: Passage, i: number): number {
  const { quotation, quotations, words } = passage;
  const first = passage.sentenceFirst[passage.sentence[Math.min(i, passage.length - 1)]!]!;
  let verb = 0;
  for (let j = i - 1, steps = 0; j >= first && steps < BACK_REACH; j--, steps++) {
    const number = quotation[j]!;
    if (number >= 0) {
      if (quotations[number]!.last !== j) return 1;
      const mark = words[j - 1] ?? '';
      const inner = mark === ',' ? 1 : /^[.?!]$/.test(mark) ? 2 : 0;
      const outer = words[j + 1] === ',' ? 1 : 0;
      return 2 + distanceBucket(steps) + 8 * verb + 16 * inner + 64 * outer;
    }
    if (isVerb(passage, j)) verb = 1;
  }
  return 0;
}

/** The quotation that opens at i or after it: 0 none near, else distance and what leads in. */
export function quotationAfter(passage: Passage, i: number): number {
  const { quotation, words } = passage;
  if (i >= passage.length) return 0;
  const last = passage.sentenceLast[passage.sentence[i]!]!;
  let verb = 0;
  for (let j = i, steps = 0; j <= last && steps < FORWARD_REACH; j++, steps++) {
    if (quotation[j]! >= 0) return 2 + distanceBucket(steps) + 8 * verb + 16 * leadIn(words[j - 1]);
    if (isVerb(passage, j)) verb = 1;
  }
  return 0;
}

function leadIn(word = ''): number {
  if (word === ',') return 1;
  if (word === ':') return 2;
  return /^(?:that|the|a|to|of|as)$/i.test(word) ? 3 : 0;
}
