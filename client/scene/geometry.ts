/** Pure geometry of the drawing, in viewport pixels, y downwards. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const areaOf = ({ left, top, right, bottom }: Box) =>
  Math.max(0, right - left) * Math.max(0, bottom - top);

/** What boxes leave of a stage: each takes the side of it away that costs least. All when they leave nothing. */
export function freeBox(stage: Box, taken: readonly Box[]): Box {
  const free = taken.reduce((left, box) => {
    const apart =
      box.left >= left.right ||
      box.right <= left.left ||
      box.top >= left.bottom ||
      box.bottom <= left.top;
    if (apart) return left;
    const sides: readonly Box[] = [
      { ...left, right: box.left },
      { ...left, left: box.right },
      { ...left, bottom: box.top },
      { ...left, top: box.bottom },
    ];
    return sides.reduce((best, side) => (areaOf(side) > areaOf(best) ? side : best));
  }, stage);
  return areaOf(free) > 0 ? free : stage;
}

/**
 * A quadratic Bézier curve, or, when `loop` is given, that circle, from its lowest point round; its
 * part within `gap` (radians) of the lowest point lies under the disc.
 */
export interface Curve {
  readonly from: Point;
  readonly to: Point;
  readonly control: Point;
  readonly loop?: Point & { readonly radius: number; readonly gap: number };
}

/** The quadratic curve that the edge program draws for a curvature. */
export function curveOf(from: Point, to: Point, curvature: number): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const control = {
    x: (from.x + to.x) / 2 + dy * curvature,
    y: (from.y + to.y) / 2 - dx * curvature,
  };
  return { from, to, control };
}

/** A ring on top of a disc, for an edge that leads back to where it came from. */
export function loopOf({ x, y, radius }: Point & { readonly radius: number }): Curve {
  const ring = 4 + radius * 0.3;
  const rise = radius + ring * 0.6;
  const cosine = (rise ** 2 + ring ** 2 - radius ** 2) / (2 * rise * ring);
  const loop = { x, y: y - rise, radius: ring, gap: Math.acos(Math.min(1, cosine)) };
  const reach = { y: loop.y + ring };
  return {
    from: { x: x - ring, ...reach },
    to: { x: x + ring, ...reach },
    control: { x, y: loop.y - ring },
    loop,
  };
}

/** The point at `t` of a curve. @param t 0..1 */
export function pointAt({ from, to, control, loop }: Curve, t: number): Point {
  if (loop) {
    const angle = 2 * Math.PI * t;
    return { x: loop.x + loop.radius * Math.sin(angle), y: loop.y + loop.radius * Math.cos(angle) };
  }
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
  return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y };
}

/** Where a curve leaves the disc around one of its ends. @returns 0..1 from that end */
function leaving(curve: Curve, end: 'from' | 'to', radius: number): number {
  const centre = curve[end];
  let [inside, beyond] = [0, 1];
  for (let i = 0; i < 12; i += 1) {
    const middle = (inside + beyond) / 2;
    const { x, y } = pointAt(curve, end === 'from' ? middle : 1 - middle);
    if (Math.hypot(x - centre.x, y - centre.y) < radius) inside = middle;
    else beyond = middle;
  }
  return beyond;
}

/** The part of a curve between discs around its ends; all of it where they leave nothing. */
export function between(curve: Curve, fromRadius: number, toRadius: number): Curve {
  const [s, t] = [leaving(curve, 'from', fromRadius), 1 - leaving(curve, 'to', toRadius)];
  if (s >= t) return curve;
  const [a, b, c] = [(1 - s) * (1 - t), s + t - 2 * s * t, s * t];
  const blend = (from: number, control: number, to: number) => a * from + b * control + c * to;
  const { from, control, to } = curve;
  return {
    from: pointAt(curve, s),
    to: pointAt(curve, t),
    control: { x: blend(from.x, control.x, to.x), y: blend(from.y, control.y, to.y) },
  };
}

/** Points along the curve, evenly spaced in `t`, both ends included. */
export function samples(curve: Curve, steps = 20): Point[] {
  return Array.from({ length: steps + 1 }, (_, i) => pointAt(curve, i / steps));
}

/** Distance from a point to a segment. */
function distanceToSegment(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length2 = dx * dx + dy * dy;
  const t =
    length2 === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

function outside(p: Point, { from, to, control }: Curve, reach: number): boolean {
  const xs = [from.x, to.x, control.x];
  const ys = [from.y, to.y, control.y];
  return (
    p.x < Math.min(...xs) - reach ||
    p.x > Math.max(...xs) + reach ||
    p.y < Math.min(...ys) - reach ||
    p.y > Math.max(...ys) + reach
  );
}

/** Distance from a point to a curve; Infinity when it is surely more than `reach`. */
export function distanceToCurve(p: Point, curve: Curve, reach: number): number {
  if (outside(p, curve, reach)) return Infinity;
  const points = samples(curve);
  let best = Infinity;
  for (let i = 1; i < points.length; i += 1)
    best = Math.min(best, distanceToSegment(p, points[i - 1] as Point, points[i] as Point));
  return best;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

const UNIT: Readonly<Record<Direction, Point>> = {
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
};

/**
 * The key of the nearest point in a direction: within 60 degrees of it, the distance sideways
 * counted double, so that a near neighbour straight ahead beats a nearer one at the side. Null
 * when nothing lies that way.
 */
export function nearestIn(
  from: Point,
  points: Iterable<readonly [string, Point]>,
  direction: Direction,
): string | null {
  const unit = UNIT[direction];
  let best: string | null = null;
  let least = Infinity;
  for (const [key, { x, y }] of points) {
    const ahead = (x - from.x) * unit.x + (y - from.y) * unit.y;
    const aside = Math.abs((x - from.x) * unit.y) + Math.abs((y - from.y) * unit.x);
    if (ahead <= 0.5 || aside > ahead * Math.sqrt(3)) continue;
    const cost = ahead + 2 * aside;
    if (cost < least) [best, least] = [key, cost];
  }
  return best;
}
