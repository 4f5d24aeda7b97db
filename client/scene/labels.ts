import type { Box, Point } from './geometry.ts';

/** Placing labels: greedy, heaviest first, each at the best of six positions around its node. */

export interface Disc extends Point {
  readonly key: string;
  readonly radius: number;
}

export interface LabelRequest {
  readonly disc: Disc;
  /** Size of the text, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Placed even where it covers something less bad than another label. */
  readonly insistent: boolean;
}

export interface PlacedLabel {
  readonly key: string;
  readonly box: Box;
  readonly align: 'left' | 'center' | 'right';
}

const GAP = 3;
/** A label that would cost this much covers a node, and is left out unless it insists. */
const TOO_BAD = 9;
const CELL = 64;

const overlap = (a: Box, b: Box) =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

/** Breaks a name into two lines of nearly one length when it is long; longer than that is cut. */
export function lines(label: string, longest = 13): string[] {
  const text = label.length > 44 ? `${label.slice(0, 42).trimEnd()}…` : label;
  const words = text.split(' ');
  if (text.length <= longest || words.length === 1) return [text];
  let best: string[] = [text];
  for (let i = 1; i < words.length; i += 1) {
    const pair = [words.slice(0, i).join(' '), words.slice(i).join(' ')];
    const length = (parts: string[]) => Math.max(...parts.map((part) => part.length));
    if (length(pair) < length(best)) best = pair;
  }
  return best;
}

/** Things by the cells of a coarse grid, so that a label looks only at what is near. */
class Grid<T> {
  private readonly cells = new Map<string, T[]>();

  private *keys(box: Box): Generator<string> {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1)
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1)
        yield `${x},${y}`;
  }

  add(box: Box, item: T): void {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(item);
      else this.cells.set(key, [item]);
    }
  }

  near(box: Box): Set<T> {
    const found = new Set<T>();
    for (const key of this.keys(box)) this.cells.get(key)?.forEach((item) => found.add(item));
    return found;
  }
}

function candidates({ disc, width, height }: LabelRequest): [Point, PlacedLabel['align']][] {
  const { x, y, radius } = disc;
  const right = x + radius + GAP + 1;
  const left = x - radius - GAP - 1 - width;
  const diagonal = radius * 0.75 + GAP;
  return [
    [{ x: x - width / 2, y: y + radius + GAP }, 'center'],
    [{ x: right, y: y - height / 2 }, 'left'],
    [{ x: left, y: y - height / 2 }, 'right'],
    [{ x: x - width / 2, y: y - radius - GAP - height }, 'center'],
    [{ x: x + diagonal, y: y + radius * 0.6 }, 'left'],
    [{ x: x - diagonal - width, y: y + radius * 0.6 }, 'right'],
  ];
}

export interface Surroundings {
  readonly bounds: Box;
  /** Every node, labelled or not. */
  readonly discs: readonly Disc[];
  /** Where no label may stand: the legend, the zoom buttons. */
  readonly taken: readonly Box[];
  /** Centres of count badges. */
  readonly badges: readonly Point[];
  /** Points on curves that are to be seen. */
  readonly curves: readonly Point[];
}

const around = ({ x, y }: Point, reach: number): Box => ({
  left: x - reach,
  right: x + reach,
  top: y - reach,
  bottom: y + reach,
});

function inside(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}

/** Places what it can, in the order given; a label is never placed over another. */
export function place(requests: readonly LabelRequest[], around_: Surroundings): PlacedLabel[] {
  const { bounds, discs, taken, badges, curves } = around_;
  const nodes = new Grid<Disc>();
  const marks = new Grid<{ box: Box; cost: number }>();
  const labels = new Grid<Box>();
  discs.forEach((disc) => nodes.add(around(disc, disc.radius), disc));
  badges.forEach((at) => marks.add(around(at, 8), { box: around(at, 8), cost: 7 }));
  curves.forEach((at) => marks.add(around(at, 1), { box: around(at, 1), cost: 1.1 }));
  taken.forEach((box) => labels.add(box, box));

  function costOf(box: Box, key: string): number {
    if (!inside(box, bounds)) return Infinity;
    for (const other of labels.near(box)) if (overlap(box, other)) return Infinity;
    let cost = 0;
    for (const disc of nodes.near(box)) if (disc.key !== key && touches(box, disc)) cost += TOO_BAD;
    for (const mark of marks.near(box)) if (overlap(box, mark.box)) cost += mark.cost;
    return cost;
  }

  return requests.flatMap((request) => {
    let best: PlacedLabel | null = null;
    let least = request.insistent ? Infinity : TOO_BAD;
    candidates(request).forEach(([at, align], rank) => {
      const box = {
        left: at.x - 2,
        top: at.y - 1,
        right: at.x + request.width + 2,
        bottom: at.y + request.height + 1,
      };
      const cost = costOf(box, request.disc.key) + rank * 0.6;
      if (cost < least) [best, least] = [{ key: request.disc.key, box, align }, cost];
    });
    const chosen = best as PlacedLabel | null;
    if (chosen === null) return [];
    labels.add(chosen.box, chosen.box);
    return [chosen];
  });
}

function touches(box: Box, { x, y, radius }: Disc): boolean {
  const nearestX = Math.max(box.left, Math.min(x, box.right));
  const nearestY = Math.max(box.top, Math.min(y, box.bottom));
  return Math.hypot(nearestX - x, nearestY - y) < radius + 1;
}
