import type { Point } from './skeleton.ts';

export interface Spacing {
  /** Least distance of two nodes side by side and one above the other, in stage units. */
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Share of an overlap that one round takes away; less than all, so that crowds do not swing. */
const STEP = 0.5;

/**
 * Moves points apart until no two lie within one ellipse of the other, or the rounds are over.
 * Labels are wider than tall, hence ellipses, which circles (noverlap) cannot stand for. Points
 * stay inside the box around the origin; fixed ones stay where they are.
 */
export function separate(
  points: readonly Point[],
  spacing: Spacing,
  box: Box,
  rounds: number,
): Point[] {
  // In units of the spacing, two points are apart when their distance is at least 1.
  const xs = Float64Array.from(points, ({ x }) => x / spacing.x);
  const ys = Float64Array.from(points, ({ y }) => y / spacing.y);
  const edge = { x: box.width / 2 / spacing.x, y: box.height / 2 / spacing.y };
  for (let round = 0; round < rounds; round += 1) {
    if (!pushApart(xs, ys)) break;
    for (let i = 0; i < xs.length; i += 1) {
      xs[i] = clamp(xs[i] ?? 0, edge.x);
      ys[i] = clamp(ys[i] ?? 0, edge.y);
    }
  }
  return points.map((_, i) => ({ x: (xs[i] ?? 0) * spacing.x, y: (ys[i] ?? 0) * spacing.y }));
}

function clamp(value: number, edge: number): number {
  return Math.min(Math.max(value, -edge), edge);
}

/** One round over every pair of neighbours; false when nothing overlapped. */
function pushApart(xs: Float64Array, ys: Float64Array): boolean {
  let moved = false;
  for (const [a, b] of closePairs(xs, ys)) {
    const dx = (xs[b] ?? 0) - (xs[a] ?? 0);
    const dy = (ys[b] ?? 0) - (ys[a] ?? 0);
    const distance = Math.hypot(dx, dy);
    if (distance >= 0.999) continue;
    moved = true;
    const push = ((1 - distance) * STEP) / 2;
    // Two points in one place part sideways, the earlier to the left.
    const [ux, uy] = distance < 1e-9 ? [1, 0] : [dx / distance, dy / distance];
    xs[a] = (xs[a] ?? 0) - ux * push;
    ys[a] = (ys[a] ?? 0) - uy * push;
    xs[b] = (xs[b] ?? 0) + ux * push;
    ys[b] = (ys[b] ?? 0) + uy * push;
  }
  return moved;
}

/** Pairs that lie in the same or a touching square of side 1, by index. */
function* closePairs(xs: Float64Array, ys: Float64Array): Generator<readonly [number, number]> {
  const squares = new Map<string, number[]>();
  const squareOf = (i: number) => [Math.floor(xs[i] ?? 0), Math.floor(ys[i] ?? 0)] as const;
  for (let i = 0; i < xs.length; i += 1) {
    const key = squareOf(i).join(',');
    const square = squares.get(key);
    if (square) square.push(i);
    else squares.set(key, [i]);
  }
  for (let i = 0; i < xs.length; i += 1) {
    const [column, row] = squareOf(i);
    for (let c = column - 1; c <= column + 1; c += 1)
      for (let r = row - 1; r <= row + 1; r += 1)
        for (const j of squares.get(`${c},${r}`) ?? []) if (j > i) yield [i, j];
  }
}
