import { describe, expect, it } from 'vitest';
import { linked, mutual, type Pair } from '../../server/record/likeness-groups.ts';

const pair = (ends: string, score = 0.9): Pair => ({ a: ends[0] ?? '', b: ends[1] ?? '', score });
const sets = (groups: readonly { members: readonly string[] }[]) =>
  groups.map(({ members }) => [...members].sort().join('')).sort();

describe('pairs of what is alike', () => {
  it('are one group of each like every other, however many they are', () => {
    const things = [...'abcdefgh'];
    const pairs = things.flatMap((a, i) => things.slice(i + 1).map((b) => pair(a + b)));
    expect(sets(mutual(pairs))).toEqual(['abcdefgh']);
    expect(mutual([pair('ab', 0.7), pair('bc', 0.8), pair('ac', 0.9)])[0]?.score).toBe(0.7);
  });

  it('do not join two that are unlike by a third that is like both', () => {
    expect(sets(mutual([pair('ab', 0.9), pair('bc', 0.8)]))).toEqual(['ab']);
  });

  it('join copies of copies, where each need not copy every other', () => {
    expect(sets(linked([pair('ab', 0.9), pair('bc', 0.8), pair('de')]))).toEqual(['abc', 'de']);
    expect(linked([pair('ab', 0.9), pair('bc', 0.8)])[0]?.score).toBe(0.8);
  });
});
