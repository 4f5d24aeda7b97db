import { useRef } from 'preact/hooks';
import { moveEnd, shift, type Bin, type Brush } from '../../state/timeline.ts';
import { dateWords } from '../../state/words.ts';

/** What the brush is drawn over and whom it tells. */
interface BrushProps {
  readonly bins: readonly Bin[];
  readonly brush: Brush;
  /** Pixels of all bins together. */
  readonly width: number;
  readonly onMove: (brush: Brush) => void;
  readonly onDone: (brush: Brush) => void;
}

const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -5,
  PageUp: 5,
};

/** The bin that a key moves an end to, perhaps beyond the last; null for a key that moves nothing. */
function binAfterKey(key: string, at: number, bins: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return bins - 1;
  const by = KEY_STEPS[key];
  return by === undefined ? null : at + by;
}

/** One end of the brush, by pointer and by keys. */
export function Handle({
  end,
  bins,
  brush,
  width,
  onMove,
  onDone,
}: BrushProps & { readonly end: 'first' | 'last' }) {
  const step = width / bins.length;
  const at = end === 'first' ? brush.first * step : (brush.last + 1) * step;
  const day = end === 'first' ? bins[brush.first]?.from : bins[brush.last]?.to;
  const onKeyDown = (event: KeyboardEvent) => {
    const to = binAfterKey(event.key, brush[end], bins.length);
    if (to === null) return;
    event.preventDefault();
    onDone(moveEnd(brush, end, to, bins.length));
  };
  return (
    <div
      class="handle"
      role="slider"
      tabIndex={0}
      aria-label={end === 'first' ? 'From' : 'To'}
      aria-valuemin={0}
      aria-valuemax={bins.length - 1}
      aria-valuenow={brush[end]}
      aria-valuetext={dateWords(day ?? null)}
      style={{ left: `${at}px` }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.focus();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const strip = event.currentTarget.parentElement?.getBoundingClientRect();
        const x = event.clientX - (strip?.left ?? 0);
        onMove(moveEnd(brush, end, Math.round(x / step) - (end === 'last' ? 1 : 0), bins.length));
      }}
      onPointerUp={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        event.currentTarget.releasePointerCapture(event.pointerId);
        onDone(brush);
      }}
    />
  );
}

/** The stretch between the handles: drag it to move both. */
export function Stretch({ bins, brush, width, onMove, onDone }: BrushProps) {
  const step = width / bins.length;
  const grip = useRef<{ x: number; brush: Brush } | null>(null);
  return (
    <div
      class="stretch"
      style={{
        left: `${brush.first * step}px`,
        width: `${(brush.last - brush.first + 1) * step}px`,
      }}
      onPointerDown={(event) => {
        grip.current = { x: event.clientX, brush };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (!grip.current) return;
        onMove(
          shift(
            grip.current.brush,
            Math.round((event.clientX - grip.current.x) / step),
            bins.length,
          ),
        );
      }}
      onPointerUp={() => {
        if (grip.current) onDone(brush);
        grip.current = null;
      }}
    />
  );
}
