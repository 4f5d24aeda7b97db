import type { ActorKind } from '../../graph-data/schema/index.ts';
import { KIND_LOOK } from '../state/encoding.ts';
import type { NodeLook } from './build.ts';

/**
 * What tells kinds of nodes apart without hue, drawn on the canvas over the discs: a pictogram on
 * each actor, a hollow shape for each record. Paths are crisp at every zoom and need no textures.
 */

interface Shape {
  readonly path: Path2D;
  /** Side of the square box that the path is drawn in. */
  readonly box: number;
}

const pictograms = new Map<ActorKind, Path2D>();

function pictogram(kind: ActorKind): Path2D {
  const known = pictograms.get(kind);
  if (known) return known;
  const path = new Path2D(KIND_LOOK[kind].pictogram);
  pictograms.set(kind, path);
  return path;
}

type RecordShape = Exclude<NodeLook['shape'], 'actor'>;

const OUTLINES: Readonly<Record<RecordShape, { edge: string; mark: string }>> = {
  agreement: { edge: 'M32 4L60 32L32 60L4 32z', mark: 'M21 26h22M21 33h22M21 40h13' },
  event: { edge: 'M10 13h44v41H10z', mark: 'M10 26h44M22 5v12M42 5v12' },
  statement: { edge: 'M10 12h44v32H30L18 55V44h-8z', mark: 'M20 24h24M20 33h15' },
};
const records = new Map<RecordShape, { edge: Shape; mark: Shape }>();

function record(shape: RecordShape): { edge: Shape; mark: Shape } {
  const known = records.get(shape);
  if (known) return known;
  const { edge, mark } = OUTLINES[shape];
  const made = {
    edge: { path: new Path2D(edge), box: 64 },
    mark: { path: new Path2D(mark), box: 64 },
  };
  records.set(shape, made);
  return made;
}

interface At {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

function within(
  ink: CanvasRenderingContext2D,
  at: At,
  box: number,
  share: number,
  paint: () => void,
) {
  const scale = (2 * at.radius * share) / box;
  ink.save();
  ink.translate(at.x - (box / 2) * scale, at.y - (box / 2) * scale);
  ink.scale(scale, scale);
  paint();
  ink.restore();
}

/** Share of a disc's diameter that its pictogram takes. */
const PICTOGRAM_SHARE = 0.56;

export function drawPictogram(
  ink: CanvasRenderingContext2D,
  at: At,
  kind: ActorKind,
  color: string,
): void {
  within(ink, at, 24, PICTOGRAM_SHARE, () => {
    ink.fillStyle = color;
    ink.fill(pictogram(kind), 'evenodd');
  });
}

/** Filled with the background, so that edges do not show through. */
export function drawRecord(
  ink: CanvasRenderingContext2D,
  at: At,
  shape: RecordShape,
  { fill, line }: { fill: string; line: string },
): void {
  const { edge, mark } = record(shape);
  within(ink, at, edge.box, 1, () => {
    ink.fillStyle = fill;
    ink.strokeStyle = line;
    ink.lineJoin = 'round';
    ink.lineCap = 'round';
    ink.lineWidth = 4.6;
    ink.fill(edge.path);
    ink.stroke(edge.path);
    ink.lineWidth = 4;
    ink.stroke(mark.path);
  });
}
