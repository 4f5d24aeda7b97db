import type { Span } from '../nlp/index.ts';
import { contains, lastStarting } from '../text/place.ts';
import type { Naming } from './referent.ts';

type OfSentence = (sentence: number) => readonly Naming[];

const indices = new WeakMap<readonly Naming[], OfSentence>();
const NONE: readonly Naming[] = [];

/** The namings of one sentence, in order: looked up, for a document may have thousands. */
export function namingsOfSentence(all: readonly Naming[], sentence: number): readonly Naming[] {
  return indexOf(all)(sentence);
}

function indexOf(all: readonly Naming[]): OfSentence {
  const known = indices.get(all);
  if (known) return known;
  const bySentence = new Map<number, Naming[]>();
  for (const naming of all) {
    const list = bySentence.get(naming.sentence);
    if (list) list.push(naming);
    else bySentence.set(naming.sentence, [naming]);
  }
  const index: OfSentence = (sentence) => bySentence.get(sentence) ?? NONE;
  indices.set(all, index);
  return index;
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

/** The naming that takes in a token of a sentence. */
export function namingAt(
  namings: readonly Naming[],
  sentence: number,
  token: number,
): Naming | undefined {
  return namingsOfSentence(namings, sentence).find(({ from, to }) => from <= token && token < to);
}

/** The namings that lie whole within a stretch of the text, in order. */
export function namingsWithin(namings: readonly Naming[], span: Span): Naming[] {
  const found: Naming[] = [];
  for (let i = Math.max(0, lastStarting(namings, span.start)); i < namings.length; i++) {
    if (namings[i]!.start >= span.end) break;
    if (contains(span, namings[i]!)) found.push(namings[i]!);
  }
  return found;
}

/** The namings that lie outside of stretches of the text, indexed by what is known of them all. */
export function namingsOutside(
  namings: readonly Naming[],
  spans: readonly Span[],
): readonly Naming[] {
  const inside = new Set(spans.flatMap((span) => namingsWithin(namings, span)));
  if (inside.size === 0) return namings;
  const rest = [...namings];
  for (const { start } of inside) rest.splice(lastStarting(rest, start), 1);
  const [all, touched] = [indexOf(namings), new Set([...inside].map(({ sentence }) => sentence))];
  indices.set(rest, (sentence) =>
    touched.has(sentence) ? all(sentence).filter((one) => !inside.has(one)) : all(sentence),
  );
  return rest;
}

/** Whether a stretch is a name and nothing else: `the NGO "Roads of Peace"` quotes nobody. */
export function isWholeNaming(namings: readonly Naming[], { start, end }: Span): boolean {
  const naming = namings[lastStarting(namings, start)];
  return naming !== undefined && naming.start === start && naming.end === end;
}
