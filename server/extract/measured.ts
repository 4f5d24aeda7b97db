import { readFileSync } from 'node:fs';
import { z } from 'zod';

const kindSchema = z.strictObject({
  /** How the content is quoted; null for all modes together. */
  mode: z.enum(['direct', 'indirect', 'mixed']).nullable(),
  /** True for saying and writing, false for belief, wish, plan and feeling; null for both. */
  speech: z.boolean().nullable(),
  /** Share, 0 to 1, of the proposals that are right; null where there are none. */
  precision: z.number().min(0).max(1).nullable(),
  /** Share, 0 to 1, of the annotated attributions that are found; null where there are none. */
  recall: z.number().min(0).max(1).nullable(),
  /** Proposals of the kind, and annotated attributions of it: what the shares rest on. */
  proposals: z.int().min(0),
  annotated: z.int().min(0),
});

const measuredSchema = z.strictObject({
  corpus: z.string(),
  documents: z.int().min(1),
  /** Proposals less sure than this are not given. */
  leastConfidence: z.number().min(0).max(1),
  /** All together first, then by speech, by mode, and by both. */
  kinds: z.array(kindSchema),
});

/** How often proposals of a kind are right, and how many attributions of it are found. */
export type MeasuredKind = z.infer<typeof kindSchema>;

/** Figures of the weights that ship, on annotated articles that they were not learned from. */
export type Measured = z.infer<typeof measuredSchema>;

/**
 * Reads the figures beside the weights; `npm run bench:attribution -- --measured` writes them.
 * Right is a proposal with content Jaccard of at least 0.5 and the right source. A proposal counts
 * to its own kind, an annotated attribution to the kind that its words have.
 * @throws Error when the file is missing or damaged.
 */
export function loadMeasured(file = new URL('./models/measured.json', import.meta.url)): Measured {
  return measuredSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The figures of one kind; null where the file holds none. */
export function measuredKind(
  { kinds }: Measured,
  mode: MeasuredKind['mode'],
  speech: MeasuredKind['speech'],
): MeasuredKind | null {
  return kinds.find((one) => one.mode === mode && one.speech === speech) ?? null;
}
