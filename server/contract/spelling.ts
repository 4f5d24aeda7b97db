/** What is written in place of what. */
export type Respelling = readonly [RegExp, string];

/**
 * Letters that Latin transliterations of a name write for one sound, each made one: where every fold
 * that decides whose name it is begins. Extraction adds few rules, for what it matches enters the
 * record (extract/names/fold.ts); queries add more, for a note tells how a name was read
 * (query/fold.ts).
 */
export const SAME_SOUND: readonly Respelling[] = [
  [/x/g, 'ks'],
  [/ck|q/g, 'k'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/w/g, 'v'],
];

/** A word respelt by rules in order: each sees what the one before left. */
export function respell(word: string, rules: readonly Respelling[]): string {
  return rules.reduce((spelt, [pattern, spelling]) => spelt.replace(pattern, spelling), word);
}
