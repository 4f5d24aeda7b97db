import type { Span } from '../nlp/index.ts';
import type { Naming } from './referent.ts';

const indices = new WeakMap<readonly Naming[], ReadonlyMap<number, readonly Naming[]>>();
const NONE: readonly Naming[] = [];

/** The namings of one sentence, in order: looked up, for a document may have thousands. */
export function namingsOfSentence(all: readonly Naming[], sentence: number): readonly Naming[] {
  let index = indices.get(all);
  if (index === undefined) {
    const made = new Map<number, Naming[]>();
    for (const naming of all) {
      const list = made.get(naming.sentence);
      if (list) list.push(naming);
      else made.set(naming.sentence, [naming]);
    }
    index = made;
    indices.set(all, index);
  }
  return index.get(sentence) ?? NONE;
}

/** The namings within tokens of a sentence. */
export function namingsIn(
  namings: readonly Naming[],
  sentence: number,
  from: number,
  to: number,
): Naming[] {
  return namingsOfSentence(namings, sentence).filter(
    (naming) => naming.from >= from && naming.to <= to,
  );
}

/** Whether a stretch is a name and nothing else: `the NGO "Roads of Peace"` quotes nobody. */
export function isWholeNaming(namings: readonly Naming[], { start, end }: Span): boolean {
  return namings.some((naming) => naming.start === start && naming.end === end);
}
