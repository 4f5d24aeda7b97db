import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  between,
  curveOf,
  distanceToCurve,
  freeBox,
  loopOf,
  nearestIn,
  pointAt,
  samples,
} from '../../client/scene/geometry.ts';
import { lines, place, type LabelRequest } from '../../client/scene/labels.ts';
import { build } from '../../client/scene/build.ts';
import { edgeColor, NO_EMPHASIS, type Emphasis } from '../../client/scene/emphasis.ts';
import { mix, type Palette } from '../../client/scene/palette.ts';
import { actorRadius, type GraphReply } from '../../server/contract/index.ts';

const coordinate = fc.integer({ min: 0, max: 800 });
const point = fc.record({ x: coordinate, y: coordinate });

describe('labels', () => {
  const requests = fc
    .array(
      fc.record({
        x: coordinate,
        y: coordinate,
        radius: fc.integer({ min: 5, max: 25 }),
        width: fc.integer({ min: 20, max: 140 }),
        height: fc.constantFrom(13, 27),
        insistent: fc.boolean(),
      }),
      { maxLength: 60 },
    )
    .map((items) =>
      items.map(({ x, y, radius, ...label }, i): LabelRequest => ({
        disc: { key: String(i), x, y, radius },
        ...label,
      })),
    );
  const bounds = { left: 0, top: 0, right: 800, bottom: 800 };

  it('never lie over one another, over a control, or outside', () => {
    fc.assert(
      fc.property(requests, (asked) => {
        const taken = [{ left: 0, top: 0, right: 300, bottom: 60 }];
        const discs = asked.map(({ disc }) => disc);
        const placed = place(asked, { bounds, discs, taken, badges: [], curves: [] });
        const boxes = [...taken, ...placed.map(({ box }) => box)];
        boxes.forEach((a, i) =>
          boxes.slice(i + 1).forEach((b) => {
            const apart =
              a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
            expect(apart).toBe(true);
          }),
        );
        for (const { box } of placed)
          expect(box.left >= 0 && box.top >= 0 && box.right <= 800 && box.bottom <= 800).toBe(true);
      }),
    );
  });

  it('find a place when they are alone', () => {
    const disc = { key: 'a', x: 400, y: 400, radius: 10 };
    const request = { disc, width: 90, height: 13, insistent: false };
    const placed = place([request], { bounds, discs: [disc], taken: [], badges: [], curves: [] });
    expect(placed).toHaveLength(1);
  });

  it('break into two lines that say the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 5 }),
        (words) => {
          const name = words.join(' ');
          expect(lines(name).length).toBeLessThanOrEqual(2);
          if (name.length <= 44) expect(lines(name).join(' ')).toBe(name);
        },
      ),
    );
  });
});

describe('the nearest node in a direction', () => {
  it('lies that way, and nothing straight ahead is nearer', () => {
    fc.assert(
      fc.property(point, fc.array(point, { maxLength: 30 }), (from, others) => {
        const nodes = others.map((at, i) => [String(i), at] as const);
        const found = nearestIn(from, nodes, 'right');
        const ahead = nodes.filter(([, at]) => at.y === from.y && at.x > from.x);
        if (found === null) {
          expect(ahead).toEqual([]);
          return;
        }
        const at = others[Number(found)] ?? from;
        expect(at.x).toBeGreaterThan(from.x);
        const cost = at.x - from.x + 2 * Math.abs(at.y - from.y);
        for (const [, straight] of ahead) expect(straight.x - from.x).toBeGreaterThanOrEqual(cost);
      }),
    );
  });
});

describe('curves', () => {
  it('run from end to end, and every point on one is within reach of it', () => {
    fc.assert(
      fc.property(
        point,
        point,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (from, to, curvature, t) => {
          const curve = curveOf(from, to, curvature);
          expect(pointAt(curve, 0)).toEqual(from);
          expect(pointAt(curve, 1).x).toBeCloseTo(to.x);
          expect(distanceToCurve(pointAt(curve, t), curve, 10)).toBeLessThan(4);
        },
      ),
    );
  });

  it('go on between the discs at their ends, along the same way', () => {
    const bend = fc.double({ min: -0.4, max: 0.4, noNaN: true });
    fc.assert(
      fc.property(point, point, bend, (from, to, curvature) => {
        fc.pre(Math.hypot(from.x - to.x, from.y - to.y) > 60);
        const whole = curveOf(from, to, curvature);
        const part = between(whole, 20, 9);
        expect(Math.hypot(part.from.x - from.x, part.from.y - from.y)).toBeCloseTo(20, 0);
        expect(Math.hypot(part.to.x - to.x, part.to.y - to.y)).toBeCloseTo(9, 0);
        for (const each of samples(part)) expect(distanceToCurve(each, whole, 5)).toBeLessThan(2);
      }),
    );
    const near = curveOf({ x: 0, y: 0 }, { x: 10, y: 0 }, 0);
    expect(between(near, 20, 9)).toBe(near);
  });

  it('that lead back to their node stand on it', () => {
    const loop = loopOf({ x: 100, y: 100, radius: 12 });
    expect(samples(loop).every(({ y }) => y < 100)).toBe(true);
  });
});

describe('what controls leave of the stage', () => {
  const stage = { left: 0, top: 0, right: 800, bottom: 600 };

  it('is above a sheet, beside a panel, and everything when nothing is left', () => {
    const sheet = { left: -10, top: 250, right: 900, bottom: 700 };
    const panel = { left: 500, top: -20, right: 820, bottom: 700 };
    expect(freeBox(stage, [sheet])).toEqual({ ...stage, bottom: 250 });
    expect(freeBox(stage, [panel])).toEqual({ ...stage, right: 500 });
    expect(freeBox(stage, [sheet, panel])).toEqual({ ...stage, bottom: 250, right: 500 });
    expect(freeBox(stage, [{ left: 0, top: 0, right: 0, bottom: 0 }])).toEqual(stage);
    expect(freeBox(stage, [stage])).toEqual(stage);
  });
});

it('mixing colours ends at each of them', () => {
  expect(mix('#0d60be', '#f7f8fa', 0)).toBe('#0d60be');
  expect(mix('#0d60be', '#f7f8fa', 1)).toBe('#f7f8fa');
});

it('an edge that does not stand out steps back to the ground and can still be seen', () => {
  const look = { color: '#c06030', fullColor: '#b2470a' };
  const palette = { background: '#f7f8fa', fadedEdge: '#dde1e6' };
  const emphasised = (strength: Emphasis['strength']) => ({
    ...NO_EMPHASIS,
    strength,
    edges: new Set(['chosen']),
  });
  for (const strength of ['soft', 'strong'] as const) {
    expect(edgeColor('chosen', look, emphasised(strength), palette)).toBe(look.fullColor);
    const rest = edgeColor('rest', look, emphasised(strength), palette);
    expect([look.color, look.fullColor, palette.background]).not.toContain(rest);
  }
  expect(edgeColor('rest', look, emphasised('none'), palette)).toBe(look.color);
});

it('draws ties of one kind over one another, and those of others beside them', () => {
  const actor = (key: string) => ({
    key,
    attributes: { type: 'actor', label: key, kind: 'person', x: 0, y: 0, said: 1, degree: 1 },
  });
  const tie = (key: string, label: string) => ({
    key,
    source: 'actor:a',
    target: 'actor:b',
    attributes: { type: 'relation', label, records: [key], families: {}, proposed: true },
  });
  const edges = [tie('rel:1', 'part-of'), tie('rel:2', 'ally-of'), tie('rel:3', 'part-of')];
  const reply = { nodes: [actor('actor:a'), actor('actor:b')], edges };
  const fit = { stretch: 1, scale: 1, thin: 1 };
  const graph = build(reply as unknown as GraphReply, [], { kinds: {} } as Palette, fit);
  const curves = edges.map(({ key }) => graph.getEdgeAttribute(key, 'curvature'));
  expect(curves[2]).toBe(curves[0]);
  expect(curves[1]).not.toBe(curves[0]);
});

describe('a circle', () => {
  const reply = (said: number) =>
    ({
      nodes: [
        {
          key: 'actor:a',
          attributes: { type: 'actor', label: 'A', kind: 'person', x: 0, y: 0, said, degree: 0 },
        },
      ],
      edges: [],
    }) as unknown as GraphReply;
  const palette = { kinds: {} } as Palette;

  it('is drawn as large as the layout keeps room for, smaller only on a small stage', () => {
    for (const said of [0, 1, 18, 400]) {
      const size = (scale: number) =>
        build(reply(said), [], palette, { stretch: 1, scale, thin: 1 }).getNodeAttribute(
          'actor:a',
          'size',
        );
      expect(size(1)).toBe(actorRadius(said));
      expect(size(0.5)).toBe(actorRadius(said) / 2);
    }
  });

  it('grows in area with the statements made, from 9 px, and by the logarithm from 26', () => {
    expect(actorRadius(0)).toBe(9);
    expect(actorRadius(9) - actorRadius(4)).toBeCloseTo(actorRadius(16) - actorRadius(9));
    const twice = actorRadius(800) - actorRadius(400);
    expect(actorRadius(1600) - actorRadius(800)).toBeCloseTo(twice, 0);
    expect(actorRadius(100_000)).toBeLessThan(50);
  });
});
