import { FAMILY_LOOK } from '../state/encoding.ts';
import type { EdgeLook } from './build.ts';
import { pointAt, type Point } from './geometry.ts';
import type { Badge, SeenEdge, SeenNode } from './seen.ts';

/** Where along its curve a badge may stand, best first. */
const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];
/** Nearer than this, in pixels, two badges cannot be told apart. */
const APART = 17;

/** Glyph of the family and, from two statements on, their count; null for ties that have none. */
function badgeText({ family, count, statement }: EdgeLook): string | null {
  if (family === null || statement !== null) return null;
  return `${FAMILY_LOOK[family].glyph}${count > 1 ? count : ''}`;
}

/** Places badges on their curves, clear of one another and of nodes where that can be. */
export function placeBadges(edges: readonly SeenEdge[], nodes: readonly SeenNode[]): Badge[] {
  const placed: Badge[] = [];
  const crowding = (at: Point) =>
    placed.filter((badge) => Math.hypot(badge.at.x - at.x, badge.at.y - at.y) < APART).length +
    nodes.filter((node) => Math.hypot(node.x - at.x, node.y - at.y) < node.radius + 6).length;
  const ordered = [...edges].sort((a, b) => b.look.count - a.look.count);
  for (const edge of ordered) {
    const text = badgeText(edge.look);
    if (text === null) continue;
    let best: Point | null = null;
    let least = Infinity;
    for (const t of PLACES) {
      const at = pointAt(edge.curve, t);
      const crowd = crowding(at);
      if (crowd < least) [best, least] = [at, crowd];
      if (crowd === 0) break;
    }
    if (best !== null) placed.push({ edge, text, at: best });
  }
  return placed;
}
