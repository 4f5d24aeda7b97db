import type { Tie } from '../../store/store.ts';
import { Adjacency, indexIn, type AdjacencyParts } from './adjacency.ts';
import { Vector, countingSort, int32, StringTable, uint8 } from './columns.ts';
import { Gatherings, type Pairing } from './gatherings.ts';
import { Lists } from './lists.ts';
import { Days, kindCode } from './ties.ts';

/** Takes ties in any order and builds the adjacency of them all. */
export class AdjacencyBuilder {
  private readonly nodeOf = new Map<string, number>();
  private readonly labelOf = new Map<string, number>();
  private readonly gatherings = new Gatherings();
  private readonly days = new Days();
  private readonly records = new StringTable();
  private lastSourceId = '';
  private lastSource = -1;
  private lastId = '';
  private lastRecord = -1;
  private readonly a = new Vector(int32);
  private readonly b = new Vector(int32);
  private readonly kind = new Vector(uint8);
  private readonly label = new Vector(uint8);
  private readonly from = new Vector(int32);
  private readonly to = new Vector(int32);
  private readonly record = new Vector(int32);

  add(ties: readonly Tie[]): void {
    for (const tie of ties) {
      const { source, target } = tie;
      if (target === null) this.gatherings.add(tie);
      else if (source !== target) this.push({ tie, source, target });
    }
  }

  private push({ tie, source, target }: Pairing): void {
    this.a.push(this.sourceOf(source));
    this.b.push(indexIn(this.nodeOf, target));
    this.kind.push(kindCode(tie.kind));
    this.label.push(indexIn(this.labelOf, tie.label));
    this.from.push(this.days.from(tie));
    this.to.push(this.days.to(tie));
    this.record.push(this.recordOf(tie.record));
  }

  /** Ties of one source come one after the other. */
  private sourceOf(id: string): number {
    if (id !== this.lastSourceId) {
      this.lastSourceId = id;
      this.lastSource = indexIn(this.nodeOf, id);
    }
    return this.lastSource;
  }

  /** Ties of one record come one after the other. */
  private recordOf(id: string): number {
    if (id !== this.lastId) {
      this.lastId = id;
      this.lastRecord = this.records.intern(id);
    }
    return this.lastRecord;
  }

  build(): Adjacency {
    for (const pairing of this.gatherings.pairings()) this.push(pairing);
    const { ids, rank } = ranked(this.nodeOf);
    const rows = this.a.length;
    const low = new Int32Array(rows);
    const high = new Int32Array(rows);
    for (let row = 0; row < rows; row += 1) {
      const a = rank[this.a.values[row]!]!;
      const b = rank[this.b.values[row]!]!;
      low[row] = Math.min(a, b);
      high[row] = Math.max(a, b);
    }
    const unsorted = Int32Array.from({ length: rows }, (_, row) => row);
    const order = countingSort(countingSort(unsorted, high, ids.length), low, ids.length);
    const ties = {
      kind: ordered(this.kind, order),
      label: ordered(this.label, order),
      from: ordered(this.from, order),
      to: ordered(this.to, order),
      record: ordered(this.record, order),
    };
    const pairs = pairsIn(permuted(low, order), permuted(high, order), ties.kind.values);
    return new Adjacency({
      ids,
      ends: pairs.ends,
      kinds: pairs.kinds,
      ties: new Lists(ties, pairs.offsets),
      around: aroundOf(pairs.ends, pairs.kinds.values, ids.length),
      pairsOf: pairsByRecord(pairs.ofRow, ties.record.values, this.records.length),
      labels: this.labelOf,
      records: this.records,
    });
  }
}

/** Ids sorted, and for each number given so far its place among them. */
function ranked(nodeOf: ReadonlyMap<string, number>) {
  const ids = [...nodeOf.keys()].sort();
  const rank = new Int32Array(ids.length);
  ids.forEach((id, index) => {
    rank[nodeOf.get(id)!] = index;
  });
  return { ids, rank };
}

function permuted<T extends Int32Array | Uint8Array>(values: T, order: Int32Array): T {
  const result = values.slice(0, order.length) as T;
  for (let row = 0; row < order.length; row += 1) result[row] = values[order[row]!]!;
  return result;
}

function ordered<T extends Int32Array | Uint8Array>(column: Vector<T>, order: Int32Array) {
  const sorted = column.fresh(0);
  sorted.values = permuted(column.values, order);
  sorted.length = order.length;
  return sorted;
}

/** The pairs of ties that are sorted by (low, high). */
function pairsIn(low: Int32Array, high: Int32Array, kindOfRow: Uint8Array) {
  const starts = new Vector(int32);
  const kinds = new Vector(uint8);
  const ends = { one: new Vector(int32), other: new Vector(int32) };
  const ofRow = new Int32Array(low.length);
  for (let row = 0; row < low.length; row += 1) {
    if (row === 0 || low[row] !== low[row - 1] || high[row] !== high[row - 1]) {
      starts.push(row);
      kinds.push(0);
      ends.one.push(low[row]!);
      ends.other.push(high[row]!);
    }
    const pair = starts.length - 1;
    ofRow[row] = pair;
    kinds.values[pair]! |= 1 << kindOfRow[row]!;
  }
  starts.push(low.length);
  return { ends, kinds, ofRow, offsets: starts.done() };
}

/** Pairs are sorted by (low, high), so that every list of neighbours comes out sorted too. */
function aroundOf({ one, other }: AdjacencyParts['ends'], kinds: Uint8Array, nodes: number) {
  const { length } = one;
  const [low, high] = [one.values, other.values];
  const offsets = new Int32Array(nodes + 1);
  for (let pair = 0; pair < length; pair += 1) {
    offsets[low[pair]! + 1]! += 1;
    offsets[high[pair]! + 1]! += 1;
  }
  for (let node = 0; node < nodes; node += 1) offsets[node + 1]! += offsets[node]!;
  const next = offsets.slice();
  const neighbour = new Int32Array(length * 2);
  const pairAt = new Int32Array(length * 2);
  const kindsAt = new Uint8Array(length * 2);
  const put = (node: number, beside: number, pair: number) => {
    const at = next[node]!;
    neighbour[at] = beside;
    pairAt[at] = pair;
    kindsAt[at] = kinds[pair]!;
    next[node] = at + 1;
  };
  for (let pair = 0; pair < length; pair += 1) {
    put(high[pair]!, low[pair]!, pair);
    put(low[pair]!, high[pair]!, pair);
  }
  const cells = {
    neighbour: Vector.of(int32, neighbour),
    pair: Vector.of(int32, pairAt),
    kinds: Vector.of(uint8, kindsAt),
  };
  return new Lists(cells, offsets);
}

function pairsByRecord(pairOfRow: Int32Array, recordOfRow: Int32Array, records: number) {
  const rows = Int32Array.from({ length: pairOfRow.length }, (_, row) => row);
  const pair = new Vector(int32, rows.length);
  const offsets = new Int32Array(records + 1);
  let before = -1;
  for (const row of countingSort(rows, recordOfRow, records)) {
    const record = recordOfRow[row]!;
    const again = record === before && pair.values[pair.length - 1] === pairOfRow[row];
    before = record;
    if (again) continue;
    pair.push(pairOfRow[row]!);
    offsets[record + 1]! += 1;
  }
  for (let record = 0; record < records; record += 1) offsets[record + 1]! += offsets[record]!;
  return new Lists({ pair }, offsets);
}
