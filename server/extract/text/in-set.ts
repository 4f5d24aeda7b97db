/** Whether a lemma is in a set, its mute "e" or doubled consonant restored where the lemmatiser erred. */
export function inSet(lemma: string, set: ReadonlySet<string>): boolean {
  if (set.has(lemma) || set.has(`${lemma}e`) || set.has(`${lemma}ee`)) return true;
  if (lemma.length < 4 && set.has(lemma + (lemma.at(-1) ?? ''))) return true;
  return lemma.endsWith('e') && set.has(lemma.slice(0, -1));
}
