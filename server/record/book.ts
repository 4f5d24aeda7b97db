import type { Actor, Document, Records, Statement } from '../../graph-data/schema/index.ts';
import { recordTypeOf } from '../../graph-data/schema/index.ts';
import type { AnyClaim, AnyRecord, Change } from '../store/store.ts';

/**
 * Records in hand while decisions are applied to them. Pure: nothing here reads or writes the
 * store. Records are never changed in place; a new one takes the old one's place, and every id
 * that was written is noted in `touched`.
 */
export class Book {
  readonly records: Map<string, AnyRecord>;
  readonly redirects = new Map<string, string>();
  readonly touched = new Set<string>();
  /** Ids of what a person added: none of it rests on what the reader makes of the same words. */
  readonly added = new Set<string>();

  /** @param redirects where ids lead that were merged before; not needed when replaying from scratch */
  constructor(records: Iterable<AnyRecord>, redirects: Iterable<[string, string]> = []) {
    this.records = new Map([...records].map((record) => [record.id, record]));
    for (const [from, to] of redirects) this.redirects.set(from, to);
  }

  /** Where an id leads after the merges and links so far. */
  resolve(id: string): string {
    let at = id;
    for (let next = this.redirects.get(at); next !== undefined; next = this.redirects.get(at))
      at = next;
    return at;
  }

  actor(id: string): Actor | null {
    return this.#find<Actor>(id, 'actor');
  }

  statement(id: string): Statement | null {
    return this.#find<Statement>(id, 'statement');
  }

  document(id: string): Document | null {
    return this.#find<Document>(id, 'document');
  }

  claim(id: string): AnyClaim | null {
    const record = this.records.get(this.resolve(id));
    return record && 'status' in record ? record : null;
  }

  put(record: AnyRecord): void {
    this.records.set(record.id, record);
    this.touched.add(record.id);
  }

  /** Takes a record away; its id leads nowhere. */
  discard(id: string): void {
    this.records.delete(id);
    this.touched.add(id);
  }

  /** Takes a record away; its id leads to `into` from now on. */
  replace(id: string, into: string): void {
    this.discard(id);
    this.redirects.set(id, into);
  }

  #find<T extends AnyRecord>(id: string, type: string): T | null {
    const record = this.records.get(this.resolve(id));
    return record && recordTypeOf(record.id) === type ? (record as T) : null;
  }
}

const LIST_OF = {
  actor: 'actors',
  document: 'documents',
  mention: 'mentions',
  statement: 'statements',
  agreement: 'agreements',
  event: 'events',
  relation: 'relations',
} as const;

/** The list of a data set that a record belongs to. */
export function listOf(id: string): keyof Omit<Records, 'format' | 'decisions'> {
  const type = recordTypeOf(id);
  if (type === null || !Object.hasOwn(LIST_OF, type)) throw new RangeError(`${id} is no record id`);
  return LIST_OF[type as keyof typeof LIST_OF];
}

/** Records sorted into the lists of a change. */
export function asPut(records: Iterable<AnyRecord>): NonNullable<Change['put']> {
  const lists: Partial<Record<string, AnyRecord[]>> = {};
  for (const record of records) (lists[listOf(record.id)] ??= []).push(record);
  return lists as NonNullable<Change['put']>;
}
