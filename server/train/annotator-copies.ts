/** Features as rows, those of each token between two starts; see Sequence. */
export interface TokenRows {
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
}

/** What one annotator's document has at its tokens. `annotator` counts from 0. */
export interface AnnotatedRows extends TokenRows {
  readonly annotator: number;
}

/**
 * A copy of each frequent feature for each annotator, beside the one that all share, as for domains
 * (Daumé 2007, "Frustratingly easy domain adaptation"). In training the copies take up what is one
 * annotator's manner; they are dropped afterwards, and the shared weights hold what all agree on.
 */
export class AnnotatorCopies {
  /** Rows of copies, which come after the shared ones. */
  readonly size: number;
  readonly #shared: number;
  readonly #frequent: number;
  /** By shared row: its place among the frequent ones, or -1. */
  readonly #places: Int32Array;

  /** Rows from 0 to `shared` are features; those that occur at least `cutoff` times get copies. */
  constructor(data: readonly AnnotatedRows[], shared: number, cutoff: number) {
    const counts = new Uint32Array(shared);
    for (const { rows } of data) for (const row of rows) counts[row]!++;
    this.#places = new Int32Array(shared).fill(-1);
    let frequent = 0;
    counts.forEach((count, row) => {
      if (count >= cutoff) this.#places[row] = frequent++;
    });
    const annotators = data.reduce((most, { annotator }) => Math.max(most, annotator + 1), 0);
    this.#shared = shared;
    this.#frequent = frequent;
    this.size = annotators * frequent;
  }

  /** The rows of each token with the annotator's own copies among them. */
  added({ rows, starts, annotator }: AnnotatedRows): TokenRows {
    const all = new Uint32Array(2 * rows.length);
    const newStarts = new Uint32Array(starts.length);
    const first = this.#shared + annotator * this.#frequent;
    let size = 0;
    for (let i = 0; i + 1 < starts.length; i++) {
      for (const row of rows.subarray(starts[i], starts[i + 1])) {
        all[size++] = row;
        const place = this.#places[row]!;
        if (place >= 0) all[size++] = first + place;
      }
      newStarts[i + 1] = size;
    }
    return { rows: all.slice(0, size), starts: newStarts };
  }
}
