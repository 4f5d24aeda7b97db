import { recordTypeOf } from '../../../graph-data/schema/index.ts';
import type { Change } from '../store.ts';
import type { Connection } from './database.ts';
import { idsOn } from './naming.ts';

/** Most ids that are kept; who asks about a time before reads every tie again. */
const ROOM = 100_000;

const TYPES_WITH_TIES = new Set(['statement', 'agreement', 'event', 'relation']);

const hasTies = (id: string) => TYPES_WITH_TIES.has(recordTypeOf(id) ?? '');

/**
 * Records whose ties a change may have changed, asked once it stands: those that it puts or takes
 * away, and those on its documents, whose outlet may be another now.
 */
export function recordsRetied(
  connection: Connection,
  { put = {}, remove = [], statuses }: Change,
): string[] {
  const { statements = [], agreements = [], events = [], relations = [], documents = [] } = put;
  const claims = [...statements, ...agreements, ...events, ...relations];
  const placed = documents.flatMap(({ id }) => idsOn(connection, id));
  const decided = statuses?.keys() ?? [];
  return [...claims.map(({ id }) => id as string), ...remove, ...decided, ...placed].filter(
    hasTies,
  );
}

/**
 * Which records the writes of this process have given other ties, by revision, in memory. A write
 * of another process leaves a gap, and what was before it is forgotten.
 */
export class TieLog {
  #entries: { readonly revision: number; readonly ids: readonly string[] }[] = [];
  #size = 0;
  /** Changes after this revision are known, up to `#latest`. */
  #from: number;
  #latest: number;

  constructor(revision: number) {
    this.#from = revision;
    this.#latest = revision;
  }

  note(revision: number, ids: readonly string[]): void {
    if (revision === this.#latest) return;
    if (revision !== this.#latest + 1) this.#forget(revision - 1);
    this.#entries.push({ revision, ids });
    this.#size += ids.length;
    this.#latest = revision;
    while (this.#size > ROOM) {
      const oldest = this.#entries.shift();
      this.#size -= oldest?.ids.length ?? 0;
      this.#from = oldest?.revision ?? this.#from;
    }
  }

  /** @returns distinct ids; null when some writes between the two revisions are not known */
  between(since: number, now: number): string[] | null {
    if (since < this.#from || since > now || now !== this.#latest) return null;
    const after = this.#entries.filter(({ revision }) => revision > since);
    return [...new Set(after.flatMap(({ ids }) => ids))];
  }

  /** Knows of nothing before this revision any more. */
  #forget(revision: number): void {
    this.#entries = [];
    this.#size = 0;
    this.#from = revision;
  }
}
