import { readFileSync } from 'node:fs';
import { Measured } from '../contract/index.ts';

/**
 * Reads the figures beside the weights; `npm run bench:attribution -- --measured` writes them.
 * Right is a proposal with content Jaccard of at least 0.5 and the right source. A proposal counts
 * to its own kind, an annotated attribution to the kind that its words have.
 * @throws Error when the file is missing or damaged.
 */
export function loadMeasured(file = new URL('./models/measured.json', import.meta.url)): Measured {
  return Measured.parse(JSON.parse(readFileSync(file, 'utf8')));
}
