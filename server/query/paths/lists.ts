import { Vector, int32, type Typed } from './columns.ts';

type Cells = Readonly<Record<string, Vector<Typed>>>;

/** Fewer abandoned rows than this are not worth tidying. */
const TIDY_FROM = 1 << 16;

/** Rows to begin with beyond those there are, so that the first change need not copy them all. */
const SPARE = 1 << 16;

/**
 * Many lists that grow and shrink in one set of columns. A list's rows are consecutive, from
 * `start` on, `size` of them; a list that outgrows its room moves to the end of the columns, and
 * the rows it leaves are taken back by `tidy`. The order of the other rows of a list is kept.
 */
export class Lists<C extends Cells> {
  readonly cells: C;
  readonly start: Vector<Int32Array>;
  readonly size: Vector<Int32Array>;
  private readonly room: Vector<Int32Array>;
  private readonly columns: readonly Vector<Typed>[];
  private abandoned = 0;

  /** @param offsets list `n` is rows `offsets[n] .. offsets[n + 1]` of the cells */
  constructor(cells: C, offsets: Int32Array) {
    this.cells = cells;
    this.columns = Object.values(cells);
    this.start = Vector.of(int32, offsets.slice(0, -1));
    const sizes = this.start.values.map((from, list) => offsets[list + 1]! - from);
    this.size = Vector.of(int32, sizes);
    this.room = Vector.of(int32, sizes.slice());
    if (sizes.length > 0) for (const column of this.columns) column.reserve(SPARE);
  }

  get length(): number {
    return this.start.length;
  }

  /** A new list without rows. */
  add(): number {
    for (const column of [this.start, this.size, this.room]) column.push(0);
    return this.length - 1;
  }

  /** Makes a row at the place in the list and returns its number, for its cells to be set. */
  insert(list: number, place: number): number {
    if (this.size.values[list] === this.room.values[list]) this.move(list);
    const row = this.start.values[list]! + place;
    const end = this.start.values[list]! + this.size.values[list]!;
    for (const { values } of this.columns) values.copyWithin(row + 1, row, end);
    this.size.values[list]! += 1;
    return row;
  }

  remove(list: number, place: number): void {
    const row = this.start.values[list]! + place;
    const end = this.start.values[list]! + this.size.values[list]!;
    for (const { values } of this.columns) values.copyWithin(row, row + 1, end);
    this.size.values[list]! -= 1;
  }

  clear(list: number): void {
    this.size.values[list] = 0;
  }

  private move(list: number): void {
    const size = this.size.values[list]!;
    const from = this.start.values[list]!;
    const room = size + Math.max(2, size >> 2);
    const [{ length }] = this.columns as [Vector<Typed>];
    for (const column of this.columns) {
      column.extend(room);
      column.values.copyWithin(length, from, from + size);
    }
    this.abandoned += this.room.values[list]!;
    this.start.values[list] = length;
    this.room.values[list] = room;
  }

  /** Takes abandoned rows back when they are half of all: every list stands in order again. */
  tidy(): void {
    const [{ length }] = this.columns as [Vector<Typed>];
    if (this.abandoned < TIDY_FROM || this.abandoned * 2 < length) return;
    for (const column of this.columns) this.pack(column, length - this.abandoned);
    let next = 0;
    for (let list = 0; list < this.length; list += 1) {
      this.start.values[list] = next;
      next += this.size.values[list]!;
      this.room.values[list] = this.size.values[list]!;
    }
    this.abandoned = 0;
  }

  private pack(column: Vector<Typed>, capacity: number): void {
    const packed = column.fresh(capacity);
    for (let list = 0; list < this.length; list += 1) {
      const from = this.start.values[list]!;
      const rows = column.values.subarray(from, from + this.size.values[list]!);
      packed.values.set(rows, packed.length);
      packed.length += rows.length;
    }
    column.values = packed.values;
    column.length = packed.length;
  }
}
