import { placeBadges } from './badges.ts';
import { edgeColor, type Emphasis } from './emphasis.ts';
import { between, samples, type Box, type Curve } from './geometry.ts';
import { lines, place, type Disc, type LabelRequest } from './labels.ts';
import { mix, type Palette } from './palette.ts';
import type { Badge, SeenEdge, SeenNode } from './seen.ts';
import { drawPictogram, drawRecord } from './shapes.ts';

/** Paints what the WebGL programs do not: badges, labels, rings, step numbers, proposals. */

const FONT = '"Inter Variable", system-ui, sans-serif';

export interface Picture {
  readonly nodes: readonly SeenNode[];
  readonly edges: readonly SeenEdge[];
  readonly emphasis: Emphasis;
  readonly palette: Palette;
  readonly bounds: Box;
  /** Where controls lie over the drawing. */
  readonly taken: readonly Box[];
  /** Node under the keyboard's cursor, edge under it. */
  readonly cursor: string | null;
  readonly edgeCursor: string | null;
}

type Ink = CanvasRenderingContext2D;

/** On a stage narrower than this, in pixels, only the strongest pairs show their count. */
const NARROW = 520;

/** Most counts at rest: in a larger drawing those of the strongest pairs. */
const MOST_BADGES = 120;

/** Paints a whole picture and returns where its badges stand. */
export function draw(ink: Ink, picture: Picture): readonly Badge[] {
  picture.nodes.forEach((node) => paintShape(ink, picture, node));
  for (const edge of picture.edges) {
    if (edge.loop ? !isHidden(picture, edge) : edge.look.proposed) stroke(ink, picture, edge);
    if (edge.key === picture.edgeCursor) underline(ink, edge, picture.palette.accent);
  }
  const badges = paintBadges(ink, picture);
  paintLabels(ink, picture, badges);
  paintRings(ink, picture);
  paintSteps(ink, picture);
  return badges;
}

function isFaded({ emphasis }: Picture, edge: SeenEdge): boolean {
  return emphasis.strength !== 'none' && !emphasis.edges.has(edge.key);
}

function isHidden({ emphasis }: Picture, edge: SeenEdge): boolean {
  return emphasis.strength === 'strong' && !emphasis.edges.has(edge.key);
}

function paintShape(ink: Ink, { emphasis, palette }: Picture, node: SeenNode): void {
  const { shape, kind } = node.look;
  const shadow = emphasis.strength === 'strong' && !emphasis.nodes.has(node.key);
  if (shape === 'actor') {
    if (kind !== null)
      drawPictogram(ink, node, kind, shadow ? palette.background : palette.pictogram);
  } else if (!shadow) {
    const line = shape === 'event' ? palette.faintInk : palette.ink;
    drawRecord(ink, node, shape, { fill: palette.background, line });
  }
}

function trace(ink: Ink, { from, to, control, loop }: Curve): void {
  ink.beginPath();
  if (loop) {
    const bottom = Math.PI / 2;
    ink.arc(loop.x, loop.y, loop.radius, bottom + loop.gap, bottom - loop.gap + 2 * Math.PI);
    ink.stroke();
    return;
  }
  ink.moveTo(from.x, from.y);
  ink.quadraticCurveTo(control.x, control.y, to.x, to.y);
  ink.stroke();
}

/** Edges that the programs do not draw: proposals, which are dashed, and loops. */
function stroke(ink: Ink, { emphasis, palette }: Picture, edge: SeenEdge): void {
  const { key, look, loop, fromRadius, toRadius } = edge;
  const curve = loop ? edge.curve : between(edge.curve, fromRadius, toRadius);
  ink.save();
  ink.lineWidth = look.size;
  ink.strokeStyle = ink.fillStyle = edgeColor(key, look, emphasis, palette);
  if (look.type === 'arrow' && !loop) paintHead(ink, curve, 3 + 2 * look.size);
  ink.setLineDash(look.proposed ? [5, 4] : []);
  trace(ink, curve);
  ink.restore();
}

/** An arrow's head at the end of a curve. @param length in pixels */
function paintHead(ink: Ink, { to, control }: Curve, length: number): void {
  const angle = Math.atan2(to.y - control.y, to.x - control.x);
  const side = (turn: number) =>
    ink.lineTo(to.x - length * Math.cos(angle + turn), to.y - length * Math.sin(angle + turn));
  ink.beginPath();
  ink.moveTo(to.x, to.y);
  side(0.4);
  side(-0.4);
  ink.fill();
}

function underline(ink: Ink, { curve, look }: SeenEdge, color: string): void {
  ink.save();
  ink.globalAlpha = 0.35;
  ink.lineWidth = look.size + 7;
  ink.lineCap = 'round';
  ink.strokeStyle = color;
  trace(ink, curve);
  ink.restore();
}

function paintBadges(ink: Ink, picture: Picture): readonly Badge[] {
  const least = picture.bounds.right < NARROW ? 4 : 2;
  const seen = picture.edges.filter((edge) => !isHidden(picture, edge));
  const chosen = seen.filter(({ key }) => picture.emphasis.edges.has(key));
  const strong = seen
    .filter(({ key, look }) => look.count >= least && !picture.emphasis.edges.has(key))
    .sort((a, b) => b.look.count - a.look.count)
    .slice(0, MOST_BADGES);
  const wanted = [...chosen, ...strong];
  const badges = placeBadges(wanted, picture.nodes);
  ink.font = `600 10.5px ${FONT}`;
  ink.textAlign = 'center';
  ink.textBaseline = 'middle';
  badges.forEach((badge) => paintBadge(ink, picture, badge));
  return badges;
}

function paintBadge(ink: Ink, picture: Picture, { edge, text, at }: Badge): void {
  const { background } = picture.palette;
  const { fullColor } = edge.look;
  const width = Math.max(14, ink.measureText(text).width + 8);
  ink.fillStyle = background;
  ink.strokeStyle = isFaded(picture, edge) ? mix(fullColor, background, 0.55) : fullColor;
  ink.lineWidth = 1.3;
  ink.beginPath();
  ink.roundRect(at.x - width / 2, at.y - 7, width, 14, 7);
  ink.fill();
  ink.stroke();
  ink.fillStyle = fullColor;
  ink.fillText(text, at.x, at.y + 0.5);
}

interface Lettering {
  readonly font: string;
  readonly size: number;
}

function lettering({ radius, look }: SeenNode): Lettering {
  const [size, weight] = radius > 20 ? [14, 680] : radius > 14 ? [13, 620] : [12, 500];
  const slant = look.shape === 'actor' ? '' : 'italic ';
  return { font: `${slant}${weight} ${size}px ${FONT}`, size };
}

interface Lettered {
  readonly node: SeenNode;
  readonly letters: Lettering;
  readonly text: readonly string[];
  readonly request: LabelRequest;
}

const LINE = 1.14;
/** A node with more neighbours is named even where its name covers something. */
const HUB = 9;

function letter(ink: Ink, node: SeenNode, insistent: boolean): Lettered {
  const letters = lettering(node);
  const text = lines(node.look.label);
  ink.font = letters.font;
  const width = Math.max(...text.map((line) => ink.measureText(line).width));
  const height = letters.size * LINE * text.length;
  return { node, letters, text, request: { disc: node, width, height, insistent } };
}

function paintLabels(ink: Ink, picture: Picture, badges: readonly Badge[]): void {
  const { emphasis, nodes, cursor } = picture;
  const strong = emphasis.strength === 'strong';
  const first = (node: SeenNode) =>
    node.key === cursor ||
    emphasis.ringed.includes(node.key) ||
    (strong && emphasis.nodes.has(node.key));
  const weight = (node: SeenNode) =>
    (first(node) ? 1000 : 0) +
    (emphasis.nodes.has(node.key) ? 500 : 0) +
    node.radius +
    2 * Math.sqrt(node.look.degree);
  const wanted = nodes
    .filter((node) =>
      strong ? first(node) : first(node) || isNear(node) || emphasis.nodes.has(node.key),
    )
    .sort((a, b) => weight(b) - weight(a))
    .map((node) => letter(ink, node, first(node) || node.radius > 14 || node.look.degree > HUB));
  const curves = picture.edges
    .filter((edge) => emphasis.edges.has(edge.key))
    .flatMap((edge) => samples(edge.curve));
  const placed = place(
    wanted.map((item) => item.request),
    {
      bounds: picture.bounds,
      discs: nodes,
      taken: picture.taken,
      badges: badges.map(({ at }) => at),
      curves,
    },
  );
  const byKey = new Map(wanted.map((item) => [item.node.key, item]));
  for (const { key, box, align } of placed) {
    const item = byKey.get(key);
    if (item) paintLabel(ink, item, box, align, colourOf(picture, item.node));
  }
}

/** Events and statements are named once there is room; until then their neighbours go first. */
function isNear({ look, radius }: SeenNode): boolean {
  return look.shape === 'actor' || look.shape === 'agreement' || radius > 8.5;
}

function colourOf({ emphasis, palette }: Picture, node: SeenNode): readonly [string, string] {
  const aside = emphasis.strength !== 'none' && !emphasis.nodes.has(node.key);
  return [aside ? palette.faintInk : palette.ink, palette.background];
}

function paintLabel(
  ink: Ink,
  { letters, text }: Lettered,
  box: Box,
  align: 'left' | 'center' | 'right',
  [color, halo]: readonly [string, string],
): void {
  ink.font = letters.font;
  ink.textAlign = align;
  ink.textBaseline = 'top';
  ink.lineJoin = 'round';
  ink.lineWidth = 4;
  ink.strokeStyle = halo;
  ink.fillStyle = color;
  const x = { left: box.left + 2, center: (box.left + box.right) / 2, right: box.right - 2 }[align];
  text.forEach((line, i) => {
    const y = box.top + 1 + i * letters.size * LINE;
    ink.strokeText(line, x, y);
    ink.fillText(line, x, y);
  });
}

function ring(ink: Ink, { x, y, radius }: Disc, color: string, dash: number[]): void {
  ink.setLineDash(dash);
  ink.strokeStyle = color;
  ink.lineWidth = 2.5;
  ink.beginPath();
  ink.arc(x, y, radius + 3, 0, 2 * Math.PI);
  ink.stroke();
  ink.setLineDash([]);
}

function paintRings(ink: Ink, { nodes, emphasis, cursor, palette }: Picture): void {
  for (const node of nodes) {
    if (emphasis.ringed.includes(node.key)) ring(ink, node, palette.accent, []);
    else if (node.key === cursor) ring(ink, node, palette.accent, [4, 3]);
  }
}

function paintSteps(ink: Ink, { nodes, emphasis, palette }: Picture): void {
  for (const node of nodes) {
    const step = emphasis.steps.get(node.key);
    if (step === undefined) continue;
    const [x, y] = [node.x + node.radius * 0.78, node.y - node.radius * 0.78];
    ink.font = `700 11px ${FONT}`;
    ink.textAlign = 'center';
    ink.textBaseline = 'middle';
    ink.fillStyle = palette.accent;
    ink.strokeStyle = palette.background;
    ink.lineWidth = 2;
    ink.beginPath();
    ink.arc(x, y, 8.5, 0, 2 * Math.PI);
    ink.fill();
    ink.stroke();
    ink.fillStyle = palette.onAccent;
    ink.fillText(String(step), x, y + 0.5);
  }
}
