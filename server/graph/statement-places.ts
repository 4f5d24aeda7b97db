import type { Point } from './skeleton.ts';
import type { Limited } from './limit.ts';
import { unitPointOf } from './unit-point.ts';

/** Distance of a statement from the line between speaker and subject, as a share of its length. */
const BOW = 0.16;

/** Distance from its speaker of a statement that concerns nobody, in stage units. */
const ORBIT = 90;

/**
 * Places for statement nodes, which are not laid out but hung between their speaker and the middle
 * of those they concern, each a little aside so that several are told apart. Repeatable.
 */
export function statementPlaces(
  { nodes, edges }: Limited,
  positions: ReadonlyMap<string, Point>,
): Map<string, Point> {
  const speakers = new Map<string, string>();
  const targets = new Map<string, string[]>();
  for (const { type, source, target } of edges.values()) {
    if (type === 'made') speakers.set(target, source);
    else if (type === 'about' || type === 'addressed')
      targets.set(source, [...(targets.get(source) ?? []), target]);
  }
  const places = new Map<string, Point>();
  for (const [key, { type }] of nodes) {
    if (type !== 'statement') continue;
    const speaker = positions.get(speakers.get(key) ?? '') ?? { x: 0, y: 0 };
    const ends = (targets.get(key) ?? []).flatMap((id) => positions.get(id) ?? []);
    places.set(key, placeOf(key, speaker, ends));
  }
  return places;
}

function placeOf(key: string, speaker: Point, ends: readonly Point[]): Point {
  const random = unitPointOf(key);
  if (ends.length === 0) {
    const angle = random.x * 2 * Math.PI;
    const reach = ORBIT * (0.7 + 0.6 * random.y);
    return { x: speaker.x + Math.cos(angle) * reach, y: speaker.y + Math.sin(angle) * reach };
  }
  const sum = ends.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }));
  const end = { x: sum.x / ends.length, y: sum.y / ends.length };
  const [dx, dy] = [end.x - speaker.x, end.y - speaker.y];
  const along = 0.35 + 0.3 * random.x;
  const aside = BOW + (random.y - 0.5) * 2 * BOW;
  const wobble = dx === 0 && dy === 0 ? ORBIT * (random.x - 0.5) : 0;
  return {
    x: speaker.x + dx * along - dy * aside + wobble,
    y: speaker.y + dy * along + dx * aside + wobble,
  };
}
