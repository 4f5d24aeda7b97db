import { FAMILY_LOOK } from '../state/encoding.ts';
import type { Emphasis } from './emphasis.ts';
import { pointAt, samples, type Curve, type Point } from './geometry.ts';
import { lines, place, type Box, type Disc, type LabelRequest } from './labels.ts';
import { mix, type Palette } from './palette.ts';
import type { EdgeLook, NodeLook } from './build.ts';

/** Paints what the WebGL programs do not: badges, labels, rings, step numbers, proposals. */

export const FONT = '"Inter Variable", system-ui, sans-serif';

export interface SeenNode extends Disc {
  readonly look: NodeLook;
}

export interface SeenEdge {
  readonly key: string;
  readonly curve: Curve;
  readonly look: EdgeLook;
}

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

/** Paints a whole picture and returns the keys of the nodes that got a label. */
export function draw(ink: Ink, picture: Picture): Set<string> {
  for (const edge of picture.edges) {
    if (edge.look.proposed && !isFaded(picture, edge)) dashed(ink, edge);
    if (edge.key === picture.edgeCursor) underline(ink, edge, picture.palette.accent);
  }
  const badges = paintBadges(ink, picture);
  const labelled = paintLabels(ink, picture, badges);
  paintRings(ink, picture);
  paintSteps(ink, picture);
  return labelled;
}

function isFaded({ emphasis }: Picture, edge: SeenEdge): boolean {
  return emphasis.strength !== 'none' && !emphasis.edges.has(edge.key);
}

function trace(ink: Ink, { from, to, control }: Curve): void {
  ink.beginPath();
  ink.moveTo(from.x, from.y);
  ink.quadraticCurveTo(control.x, control.y, to.x, to.y);
  ink.stroke();
}

function dashed(ink: Ink, { curve, look }: SeenEdge): void {
  ink.save();
  ink.setLineDash([5, 4]);
  ink.lineWidth = look.size;
  ink.strokeStyle = look.color;
  trace(ink, curve);
  ink.restore();
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

/** A badge says the family by its glyph and, from two statements on, their count. */
function paintBadges(ink: Ink, picture: Picture): Point[] {
  const { palette, emphasis } = picture;
  const shown = picture.edges.filter(
    ({ look, key }) =>
      look.family !== null &&
      look.statement === null &&
      (look.count > 1 || emphasis.edges.has(key)) &&
      !(emphasis.strength === 'strong' && !emphasis.edges.has(key)),
  );
  ink.font = `600 10.5px ${FONT}`;
  ink.textAlign = 'center';
  ink.textBaseline = 'middle';
  return shown.map((edge) => {
    const { look } = edge;
    const at = pointAt(edge.curve, 0.5);
    const text = `${look.family === null ? '' : FAMILY_LOOK[look.family].glyph}${look.count > 1 ? look.count : ''}`;
    const width = Math.max(14, ink.measureText(text).width + 8);
    ink.fillStyle = palette.background;
    ink.strokeStyle = isFaded(picture, edge)
      ? mix(look.color, palette.background, 0.55)
      : look.color;
    ink.lineWidth = 1.3;
    ink.beginPath();
    ink.roundRect(at.x - width / 2, at.y - 7, width, 14, 7);
    ink.fill();
    ink.stroke();
    ink.fillStyle = look.color;
    ink.fillText(text, at.x, at.y + 0.5);
    return at;
  });
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

function letter(ink: Ink, node: SeenNode, insistent: boolean): Lettered {
  const letters = lettering(node);
  const text = lines(node.look.label);
  ink.font = letters.font;
  const width = Math.max(...text.map((line) => ink.measureText(line).width));
  const height = letters.size * LINE * text.length;
  return { node, letters, text, request: { disc: node, width, height, insistent } };
}

function paintLabels(ink: Ink, picture: Picture, badges: readonly Point[]): Set<string> {
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
    (node.look.shape === 'event' ? -5 : 0);
  const wanted = nodes
    .filter((node) => !strong || emphasis.nodes.has(node.key) || node.key === cursor)
    .sort((a, b) => weight(b) - weight(a))
    .map((node) => letter(ink, node, first(node) || node.radius > 14));
  const curves = picture.edges
    .filter((edge) => emphasis.edges.has(edge.key))
    .flatMap((edge) => samples(edge.curve));
  const placed = place(
    wanted.map((item) => item.request),
    { bounds: picture.bounds, discs: nodes, taken: picture.taken, badges, curves },
  );
  const byKey = new Map(wanted.map((item) => [item.node.key, item]));
  for (const { key, box, align } of placed) {
    const item = byKey.get(key);
    if (item) paintLabel(ink, item, box, align, colourOf(picture, item.node));
  }
  return new Set(placed.map((label) => label.key));
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
