import type { Tie } from '../../store/store.ts';
import { Vector, float64, int32, type StringTable } from './columns.ts';
import { pairingsOf, type Pairing } from './gatherings.ts';
import type { Lists } from './lists.ts';
import { Days, kindCode, type TieColumns } from './ties.ts';

type Ints = Vector<Int32Array>;

/** What an adjacency is made of; see there. */
export interface AdjacencyParts {
  readonly ids: string[];
  readonly around: Lists<{
    readonly neighbour: Ints;
    readonly pair: Ints;
    /** What `kinds` says of the pair, beside the neighbour, where searches come by. */
    readonly kinds: Vector<Uint8Array>;
  }>;
  readonly ends: { readonly one: Ints; readonly other: Ints };
  readonly ties: Lists<TieColumns>;
  readonly pairsOf: Lists<{ readonly pair: Ints }>;
  readonly kinds: Vector<Uint8Array>;
  readonly labels: Map<string, number>;
  readonly records: StringTable;
}

/**
 * Who is tied to whom, in typed arrays. Two actors with any tie between them are one *pair*; the
 * ties of a pair are one list. The neighbours of an actor are one list in the order of their ids,
 * each with its pair. It can be changed record by record, and then is what a new one of the same
 * ties would be: actors have numbers in the order in which they came, so what must not depend on
 * that goes by `rank`, their place in the order of ids.
 */
export class Adjacency {
  readonly ids: string[];
  readonly indexOf: Map<string, number>;
  readonly around: AdjacencyParts['around'];
  /** The two actors of each pair. */
  readonly ends: AdjacencyParts['ends'];
  /** By pair. */
  readonly ties: AdjacencyParts['ties'];
  readonly labels: Map<string, number>;
  readonly records: StringTable;
  /** Bit set of the kinds that a pair's ties have. */
  readonly kinds: Vector<Uint8Array>;
  /**
   * Natural logarithm of each actor's degree, in multiples of 2^-40 so that sums do not depend on
   * the order in which they are taken; 0 without neighbours.
   */
  readonly logDegree: Vector<Float64Array>;
  /** Place of each actor in the order of ids. */
  readonly rank: Ints;
  /** Actors in the order of ids. */
  private readonly order: Ints;
  /** Pairs that each record ties. */
  private readonly pairsOf: AdjacencyParts['pairsOf'];
  private readonly freePairs: number[] = [];
  private readonly days = new Days();

  /** @param parts with `ids` in order */
  constructor(parts: AdjacencyParts) {
    const { length } = parts.ids;
    this.ids = parts.ids;
    this.indexOf = new Map(parts.ids.map((id, index) => [id, index]));
    this.around = parts.around;
    this.ends = parts.ends;
    this.ties = parts.ties;
    this.pairsOf = parts.pairsOf;
    this.kinds = parts.kinds;
    this.labels = parts.labels;
    this.records = parts.records;
    this.rank = Vector.of(
      int32,
      Int32Array.from({ length }, (_, index) => index),
    );
    this.order = Vector.of(int32, this.rank.values.slice());
    this.logDegree = Vector.of(float64, new Float64Array(length));
    for (let node = 0; node < length; node += 1) this.measure(node);
  }

  /** Actors that have or had a tie. */
  get size(): number {
    return this.ids.length;
  }

  /** The actor at this place in the order of ids. */
  nodeAt(rank: number): number {
    return this.order.values[rank]!;
  }

  /** Distinct neighbours. */
  degree(node: number): number {
    return this.around.size.values[node]!;
  }

  /** The pair of two neighbours; -1 when they are none. */
  pairOf(a: number, b: number): number {
    const [few, other] = this.degree(a) <= this.degree(b) ? [a, b] : [b, a];
    const place = this.placeOf(few, other);
    const row = this.around.start.values[few]! + place;
    const { neighbour, pair } = this.around.cells;
    return place < this.degree(few) && neighbour.values[row] === other ? pair.values[row]! : -1;
  }

  /** Takes away every tie of the records and adds the ties given. */
  replace(records: readonly string[], ties: readonly Tie[]): void {
    for (const id of records) this.untie(this.records.indexOf(id));
    for (const pairing of pairingsOf(ties)) this.tie(pairing);
    for (const lists of [this.around, this.ties, this.pairsOf]) lists.tidy();
  }

  /** Where in the list of `node` the neighbour stands, or would. Binary search. */
  private placeOf(node: number, neighbour: number): number {
    const rank = this.rank.values;
    const neighbours = this.around.cells.neighbour.values;
    const start = this.around.start.values[node]!;
    let low = 0;
    let high = this.degree(node);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rank[neighbours[start + middle]!]! < rank[neighbour]!) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private measure(node: number): void {
    const exact = Math.log(Math.max(this.degree(node), 1));
    this.logDegree.values[node] = Math.round(exact * 2 ** 40) / 2 ** 40;
  }

  private tie({ tie, source, target }: Pairing): void {
    const [a, b] = [this.nodeOf(source), this.nodeOf(target)];
    const known = this.pairOf(a, b);
    const pair = known < 0 ? this.link(a, b) : known;
    const record = this.records.intern(tie.record);
    const row = this.ties.insert(pair, this.ties.size.values[pair]!);
    const { cells } = this.ties;
    cells.kind.values[row] = kindCode(tie.kind);
    cells.label.values[row] = indexIn(this.labels, tie.label);
    cells.from.values[row] = this.days.from(tie);
    cells.to.values[row] = this.days.to(tie);
    cells.record.values[row] = record;
    this.setKinds(pair, this.kinds.values[pair]! | (1 << kindCode(tie.kind)));
    this.rest(record, pair);
  }

  /** Notes that the record ties the pair. */
  private rest(record: number, pair: number): void {
    while (this.pairsOf.length <= record) this.pairsOf.add();
    const start = this.pairsOf.start.values[record]!;
    const size = this.pairsOf.size.values[record]!;
    const noted = this.pairsOf.cells.pair.values;
    for (let at = start; at < start + size; at += 1) if (noted[at] === pair) return;
    const row = this.pairsOf.insert(record, size);
    this.pairsOf.cells.pair.values[row] = pair;
  }

  private untie(record: number): void {
    if (record < 0) return;
    const start = this.pairsOf.start.values[record]!;
    const size = this.pairsOf.size.values[record]!;
    for (let at = start; at < start + size; at += 1)
      this.untiePair(this.pairsOf.cells.pair.values[at]!, record);
    this.pairsOf.clear(record);
  }

  private untiePair(pair: number, record: number): void {
    const { start, size, cells } = this.ties;
    let kinds = 0;
    for (let place = size.values[pair]! - 1; place >= 0; place -= 1) {
      const row = start.values[pair]! + place;
      if (cells.record.values[row] === record) this.ties.remove(pair, place);
      else kinds |= 1 << cells.kind.values[row]!;
    }
    if (size.values[pair] === 0) this.unlink(pair);
    else this.setKinds(pair, kinds);
  }

  private setKinds(pair: number, kinds: number): void {
    if (this.kinds.values[pair] === kinds) return;
    this.kinds.values[pair] = kinds;
    const [a, b] = [this.ends.one.values[pair]!, this.ends.other.values[pair]!];
    const { start, cells } = this.around;
    cells.kinds.values[start.values[a]! + this.placeOf(a, b)] = kinds;
    cells.kinds.values[start.values[b]! + this.placeOf(b, a)] = kinds;
  }

  private link(a: number, b: number): number {
    const pair = this.freePairs.pop() ?? this.newPair();
    this.ends.one.values[pair] = a;
    this.ends.other.values[pair] = b;
    this.kinds.values[pair] = 0;
    for (const [node, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const row = this.around.insert(node, this.placeOf(node, other));
      this.around.cells.neighbour.values[row] = other;
      this.around.cells.pair.values[row] = pair;
      this.around.cells.kinds.values[row] = 0;
      this.measure(node);
    }
    return pair;
  }

  private newPair(): number {
    for (const column of [this.ends.one, this.ends.other, this.kinds]) column.push(0);
    return this.ties.add();
  }

  private unlink(pair: number): void {
    const [a, b] = [this.ends.one.values[pair]!, this.ends.other.values[pair]!];
    for (const [node, other] of [
      [a, b],
      [b, a],
    ] as const) {
      this.around.remove(node, this.placeOf(node, other));
      this.measure(node);
    }
    this.freePairs.push(pair);
  }

  /** The number of the actor; a new one takes its place in the order of ids. */
  private nodeOf(id: string): number {
    const known = this.indexOf.get(id);
    if (known !== undefined) return known;
    const node = this.around.add();
    this.ids.push(id);
    this.indexOf.set(id, node);
    this.logDegree.push(0);
    this.rank.push(0);
    this.order.extend(1);
    const place = this.rankFor(id);
    this.order.values.copyWithin(place + 1, place, node);
    this.order.values[place] = node;
    for (let at = place; at <= node; at += 1) this.rank.values[this.order.values[at]!] = at;
    return node;
  }

  private rankFor(id: string): number {
    let low = 0;
    let high = this.ids.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ids[this.order.values[middle]!]! < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The number of a key in a table; a new key takes the next one. */
export function indexIn(table: Map<string, number>, key: string): number {
  const known = table.get(key);
  if (known !== undefined) return known;
  table.set(key, table.size);
  return table.size - 1;
}
