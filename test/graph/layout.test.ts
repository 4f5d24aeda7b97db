import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../server/graph/compute.ts';
import { ASPECT, layOut } from '../../server/graph/layout.ts';
import { separate } from '../../server/graph/separate.ts';
import { skeletonOf, type Link, type Point } from '../../server/graph/skeleton.ts';

/** A graph of n nodes in which every node but the first is tied to an earlier one. */
function skeletonWith(n: number, more: readonly Link[] = []) {
  const key = (i: number) => `actor:a${String(i).padStart(4, '0')}`;
  const links = Array.from({ length: n - 1 }, (_, i) => ({
    source: key(i + 1),
    target: key(Math.floor(i / 3)),
    weight: 1 + (i % 4),
  }));
  const sizes = new Map(Array.from({ length: n }, (_, i) => [key(i), 9 + (i % 7)]));
  return { skeleton: skeletonOf(sizes, [...links, ...more]), sizes, links };
}

function extent(points: readonly Point[]) {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return {
    width: Math.max(...xs) - Math.min(...xs),
    height: Math.max(...ys) - Math.min(...ys),
  };
}

const none = new Map<string, Point>();

describe('a layout from the start', () => {
  it('is the same each time, in whatever order nodes and links come', () => {
    const { skeleton, sizes, links } = skeletonWith(60);
    const shuffled = skeletonOf(new Map([...sizes].reverse()), [...links].reverse());
    expect(layOut(shuffled, none)).toEqual(layOut(skeleton, none));
  });

  it('is the same in a process of its own', async () => {
    const { skeleton } = skeletonWith(300);
    expect(await layoutOf(skeleton, none)).toEqual(layOut(skeleton, none));
  });

  it('fills the stage at its aspect, every position finite', () => {
    for (const n of [3, 40, 200]) {
      const points = layOut(skeletonWith(n).skeleton, none);
      expect(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      const { width, height } = extent(points);
      // Parting labels may draw in the outermost by less than one label.
      expect(width / height).toBeGreaterThan(ASPECT * 0.85);
      expect(width / height).toBeLessThan(ASPECT * 1.15);
    }
  });

  it.each([0, 1, 2])('does with %i nodes', (n) => {
    const sizes = new Map(Array.from({ length: n }, (_, i) => [`actor:${i}`, 9]));
    const points = layOut(skeletonOf(sizes, []), none);
    expect(points).toHaveLength(n);
    expect(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });

  it('lays neighbours nearer to one another than strangers', () => {
    const { skeleton } = skeletonWith(80);
    const points = layOut(skeleton, none);
    const distance = (a: number, b: number) =>
      Math.hypot(
        (points[a]?.x ?? 0) - (points[b]?.x ?? 0),
        (points[a]?.y ?? 0) - (points[b]?.y ?? 0),
      );
    const tied = skeleton.arcs.map(([a, b]) => distance(a, b));
    const all = points.flatMap((_, a) => points.map((__, b) => distance(a, b)));
    const mean = (values: number[]) =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(tied)).toBeLessThan(mean(all) * 0.75);
  });
});

describe('a layout with known places', () => {
  it('sets a large new node where it touches no other large one', () => {
    const { skeleton, sizes, links } = skeletonWith(40);
    const known = new Map(
      layOut(skeleton, none).map((point, i) => [skeleton.keys[i]!, point] as const),
    );
    const hubs = ['actor:hub0', 'actor:hub1', 'actor:hub2'];
    const grown = skeletonOf(
      new Map([...sizes, ...hubs.map((key) => [key, 40] as const), [skeleton.keys[0]!, 40]]),
      [...links, ...hubs.map((key) => ({ source: key, target: skeleton.keys[0]!, weight: 9 }))],
    );
    const points = layOut(grown, known);
    for (const hub of hubs) {
      const own = grown.keys.indexOf(hub);
      grown.keys.forEach((key, i) => {
        if (key === hub) return;
        const apart = Math.hypot(points[own]!.x - points[i]!.x, points[own]!.y - points[i]!.y);
        expect(apart).toBeGreaterThan(grown.sizes[own]! + grown.sizes[i]!);
      });
    }
  });

  it('leaves every old node where it was and finds room for new ones near their neighbours', () => {
    const { skeleton, sizes, links } = skeletonWith(60);
    const known = new Map(
      layOut(skeleton, none).map((point, i) => [skeleton.keys[i] ?? '', point]),
    );
    const hub = skeleton.keys[0] ?? '';
    const grown = skeletonOf(new Map([...sizes, ['actor:new-1', 9], ['actor:new-2', 9]]), [
      ...links,
      { source: 'actor:new-1', target: hub, weight: 1 },
    ]);
    const points = layOut(grown, known);
    grown.keys.forEach((key, i) => {
      if (known.has(key)) expect(points[i]).toEqual(known.get(key));
    });
    const fresh = grown.keys.flatMap((key, i) => (known.has(key) ? [] : [points[i]]));
    for (const point of fresh)
      for (const other of known.values())
        expect(Math.hypot((point?.x ?? 0) - other.x, (point?.y ?? 0) - other.y)).toBeGreaterThan(
          20,
        );
  });
});

describe('parting', () => {
  const spacing = { x: 10, y: 4 };
  const box = { width: 400, height: 300 };
  const points = fc.array(
    fc.record({
      x: fc.double({ min: -100, max: 100, noNaN: true }),
      y: fc.double({ min: -100, max: 100, noNaN: true }),
    }),
    { maxLength: 40 },
  );

  it('leaves no two within the ellipse of one another where there is room', () => {
    fc.assert(
      fc.property(points, (given) => {
        const parted = separate(given, spacing, box, 2_000);
        parted.forEach((a, i) =>
          parted.slice(i + 1).forEach((b) => {
            const distance = Math.hypot((a.x - b.x) / spacing.x, (a.y - b.y) / spacing.y);
            expect(distance).toBeGreaterThan(0.95);
          }),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('keeps everything in the box, and moves nothing that had room', () => {
    const apart = [
      { x: 0, y: 0 },
      { x: 50, y: 0 },
    ];
    expect(separate(apart, spacing, box, 10)).toEqual(apart);
    const crowd = Array.from({ length: 50 }, () => ({ x: 0, y: 0 }));
    for (const { x, y } of separate(crowd, spacing, { width: 20, height: 20 }, 50)) {
      expect(Math.abs(x)).toBeLessThanOrEqual(10.0001);
      expect(Math.abs(y)).toBeLessThanOrEqual(10.0001);
    }
  });
});
