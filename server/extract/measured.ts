import { readFileSync } from 'node:fs';
import { Measured, type MeasuredKind } from '../contract/index.ts';

export type { Measured, MeasuredKind };

/**
 * Reads the figures beside the weights; `npm run bench:attribution -- --measured` writes them.
 * Right is a proposal with content Jaccard of at least 0.5 and the right source. A proposal counts
 * to its own kind, an annotated attribution to the kind that its words have.
 * @throws Error when the file is missing or damaged.
 */
export function loadMeasured(file = new URL('./models/measured.json', import.meta.url)): Measured {
  return Measured.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The figures of one kind; null where the file holds none. */
export function measuredKind(
  { kinds }: Measured,
  mode: MeasuredKind['mode'],
  speech: MeasuredKind['speech'],
): MeasuredKind | null {
  return kinds.find((one) => one.mode === mode && one.speech === speech) ?? null;
}
