import type { Span } from '../nlp/index.ts';
import type { Naming } from './referent.ts';

/** The namings of a document, looked up by place: it may have thousands. */
interface Index {
  readonly bySentence: ReadonlyMap<number, readonly Naming[]>;
  /** Where namings end, by where they start. */
  readonly ends: ReadonlyMap<number, number>;
}

const indices = new WeakMap<readonly Naming[], Index>();
const NONE: readonly Naming[] = [];

function indexOf(all: readonly Naming[]): Index {
  const found = indices.get(all);
  if (found) return found;
  const bySentence = new Map<number, Naming[]>();
  for (const naming of all) {
    const list = bySentence.get(naming.sentence);
    if (list) list.push(naming);
    else bySentence.set(naming.sentence, [naming]);
  }
  const index = { bySentence, ends: new Map(all.map(({ start, end }) => [start, end])) };
  indices.set(all, index);
  return index;
}

/** The namings of one sentence, in order. */
export function namingsOfSentence(all: readonly Naming[], sentence: number): readonly Naming[] {
  return indexOf(all).bySentence.get(sentence) ?? NONE;
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
  return indexOf(namings).ends.get(start) === end;
}
