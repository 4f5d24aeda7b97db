import type { Tie } from '../../store/store.ts';
import { Column, countingSort, int32, StringTable, uint8 } from './columns.ts';
import { dayNumber, kindCode, NO_END, NO_START, type TieColumns } from './ties.ts';

/**
 * Who is tied to whom, in typed arrays (compressed sparse rows). Actors are numbered in the order
 * of their ids. Two actors with any tie between them are one *pair*; the ties of a pair are
 * consecutive rows. Neighbours of actor `a` are `neighbours[offsets[a] .. offsets[a + 1]]`, in
 * ascending order, each with its pair in `pairs`.
 */
export interface Adjacency {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
  readonly pairs: Int32Array;
  /** Rows of pair `p`: `tieOffsets[p] .. tieOffsets[p + 1]`. */
  readonly tieOffsets: Int32Array;
  readonly ties: TieColumns;
  readonly labels: readonly string[];
  readonly records: StringTable;
  /** Natural logarithm of each actor's degree. */
  readonly logDegree: Float64Array;
  /** Bit set of the kinds that a pair's ties have. */
  readonly kindsOfPair: Uint8Array;
  /** Pairs of participants that were not formed: records with more actors than `MAX_MEMBERS`. */
  readonly omittedPairs: number;
}

/**
 * Most actors of one agreement or event that are tied pair by pair: 200 make 19,900 pairs. What a
 * larger one would add is counted in `omittedPairs`.
 */
export const MAX_MEMBERS = 200;

/** Distinct neighbours. */
export function degree(graph: Adjacency, node: number): number {
  return graph.offsets[node + 1]! - graph.offsets[node]!;
}

/** The actors of an agreement or event, each with the label of its part. */
interface Gathering {
  readonly tie: Tie;
  readonly record: number;
  readonly members: Map<number, number>;
}

/** Takes ties in any order and builds the adjacency. */
export class AdjacencyBuilder {
  private readonly nodeOf = new Map<string, number>();
  private readonly labelOf = new Map<string, number>();
  private readonly gatherings = new Map<string, Gathering>();
  private readonly records = new StringTable();
  private readonly a = new Column(int32);
  private readonly b = new Column(int32);
  private readonly kind = new Column(uint8);
  private readonly label = new Column(uint8);
  private readonly from = new Column(int32);
  private readonly to = new Column(int32);
  private readonly record = new Column(int32);
  private omittedPairs = 0;

  add(ties: readonly Tie[]): void {
    for (const tie of ties) this.addTie(tie);
  }

  private addTie(tie: Tie): void {
    const source = indexIn(this.nodeOf, tie.source);
    if (tie.target === null) {
      this.gather(tie, source);
      return;
    }
    const target = indexIn(this.nodeOf, tie.target);
    this.push(
      tie,
      source,
      target,
      indexIn(this.labelOf, tie.label),
      this.records.intern(tie.record),
    );
  }

  private gather(tie: Tie, node: number): void {
    const gathering = this.gatherings.get(tie.record) ?? {
      tie,
      record: this.records.intern(tie.record),
      members: new Map<number, number>(),
    };
    this.gatherings.set(tie.record, gathering);
    gathering.members.set(node, indexIn(this.labelOf, tie.label));
  }

  private push(tie: Tie, source: number, target: number, label: number, record: number): void {
    if (source === target) return;
    this.a.push(source);
    this.b.push(target);
    this.kind.push(kindCode(tie.kind));
    this.label.push(label);
    this.from.push(dayNumber(tie.from, NO_START));
    this.to.push(dayNumber(tie.to, NO_END));
    this.record.push(record);
  }

  private expandGatherings(): void {
    for (const { tie, record, members } of this.gatherings.values()) {
      const tied = [...members].slice(0, MAX_MEMBERS);
      this.omittedPairs += pairCount(members.size) - pairCount(tied.length);
      tied.forEach(([node, label], index) => {
        for (const [other] of tied.slice(index + 1)) this.push(tie, node, other, label, record);
      });
    }
    this.gatherings.clear();
  }

  build(): Adjacency {
    this.expandGatherings();
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
    const byHigh = countingSort(
      Int32Array.from({ length: rows }, (_, row) => row),
      high,
      ids.length,
    );
    const order = countingSort(byHigh, low, ids.length);
    const ties = {
      kind: order8(this.kind.values, order),
      label: order8(this.label.values, order),
      from: order32(this.from.values, order),
      to: order32(this.to.values, order),
      record: order32(this.record.values, order),
    };
    return {
      ids,
      indexOf: new Map(ids.map((id, index) => [id, index])),
      ties,
      labels: [...this.labelOf.keys()],
      records: this.records,
      omittedPairs: this.omittedPairs,
      ...rowsOf(order32(low, order), order32(high, order), ids.length, ties.kind),
    };
  }
}

function indexIn(table: Map<string, number>, key: string): number {
  const known = table.get(key);
  if (known !== undefined) return known;
  table.set(key, table.size);
  return table.size - 1;
}

function pairCount(members: number): number {
  return (members * (members - 1)) / 2;
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

function order8(values: Uint8Array, order: Int32Array): Uint8Array {
  const ordered = new Uint8Array(order.length);
  for (let row = 0; row < order.length; row += 1) ordered[row] = values[order[row]!]!;
  return ordered;
}

function order32(values: Int32Array, order: Int32Array): Int32Array {
  const ordered = new Int32Array(order.length);
  for (let row = 0; row < order.length; row += 1) ordered[row] = values[order[row]!]!;
  return ordered;
}

/** Sparse rows from ties sorted by (low, high). */
function rowsOf(low: Int32Array, high: Int32Array, nodes: number, kinds: Uint8Array) {
  const starts = new Column(int32);
  const kindsOfPair = new Column(uint8);
  const offsets = new Int32Array(nodes + 1);
  for (let row = 0; row < low.length; row += 1) {
    const begins = row === 0 || low[row] !== low[row - 1] || high[row] !== high[row - 1];
    if (begins) {
      starts.push(row);
      kindsOfPair.push(0);
      offsets[low[row]! + 1]! += 1;
      offsets[high[row]! + 1]! += 1;
    }
    kindsOfPair.values[kindsOfPair.length - 1]! |= 1 << kinds[row]!;
  }
  const logDegree = new Float64Array(nodes);
  for (let node = 0; node < nodes; node += 1) {
    logDegree[node] = Math.log(Math.max(offsets[node + 1]!, 1));
    offsets[node + 1]! += offsets[node]!;
  }
  const next = offsets.slice();
  const neighbours = new Int32Array(starts.length * 2);
  const pairs = new Int32Array(starts.length * 2);
  const put = (node: number, neighbour: number, pair: number) => {
    const at = next[node]!;
    neighbours[at] = neighbour;
    pairs[at] = pair;
    next[node] = at + 1;
  };
  for (let pair = 0; pair < starts.length; pair += 1) {
    const row = starts.values[pair]!;
    put(low[row]!, high[row]!, pair);
    put(high[row]!, low[row]!, pair);
  }
  starts.push(low.length);
  const tieOffsets = starts.done();
  return { offsets, neighbours, pairs, tieOffsets, logDegree, kindsOfPair: kindsOfPair.done() };
}
