import type { DocumentId } from '../../../graph-data/schema/index.ts';
import { unwrapped } from '../../contract/index.ts';
import { findBoilerplate, readable } from '../body/index.ts';
import { alignUnits, unitsOf, type Aligned, type Unit } from './align.ts';
import { candidatePairs, shingles, signature } from './minhash.ts';

export interface OriginText {
  readonly id: DocumentId;
  readonly text: string;
}

/** Two documents that copy one another, or one third: a proposal for share-origin decisions. */
export interface SharedOrigin {
  readonly documents: readonly [DocumentId, DocumentId];
  /** Passages that stand in both, rewritten or not; `a` in the first document, `b` in the second. */
  readonly passages: readonly Aligned[];
  /** Share of the shorter document's sentences that stand in the other, 0..1. */
  readonly overlap: number;
}

/** Words in a shingle: short, because light rewriting leaves few long runs alone. */
const SHINGLE = 2;
/** From this share on, two documents are one wire text rewritten, not two reports of one event. */
const LEAST_OVERLAP = 0.3;
const LEAST_PASSAGES = 3;

function proseOf(text: string): string {
  const lines = unwrapped(text);
  return readable(lines, findBoilerplate(lines));
}

/** Pairs of documents that share an origin, most alike first. Boilerplate does not count. */
export function sharedOrigins(documents: readonly OriginText[]): SharedOrigin[] {
  const units = documents.map(({ text }) => unitsOf(proseOf(text)));
  const signatures = units.map((list) =>
    signature(
      shingles(
        list.flatMap((unit) => unit.stems),
        SHINGLE,
      ),
    ),
  );
  return candidatePairs(signatures)
    .map(([i, j]) => compare([documents[i]!, documents[j]!], [units[i]!, units[j]!]))
    .filter(
      ({ overlap, passages }) => overlap >= LEAST_OVERLAP && passages.length >= LEAST_PASSAGES,
    )
    .sort((x, y) => y.overlap - x.overlap);
}

function compare(documents: [OriginText, OriginText], units: [Unit[], Unit[]]): SharedOrigin {
  const passages = alignUnits(units[0], units[1]);
  const shorter = Math.min(units[0].length, units[1].length);
  return {
    documents: [documents[0].id, documents[1].id],
    passages,
    overlap: shorter === 0 ? 0 : passages.length / shorter,
  };
}
