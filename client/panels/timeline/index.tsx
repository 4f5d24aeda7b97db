import './timeline.css';
import { computed, useSignal, type Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { ACT_FAMILIES } from '../../graph-data/schema/index.ts';
import { valuesOf } from '../state/filters.ts';
import {
  binTotal,
  brushOf,
  histogram,
  moveEnd,
  saidOf,
  shift,
  toMs,
  vagueTotal,
  type Bin,
  type Brush,
  type Histogram,
} from '../state/timeline.ts';
import { count, dateWords } from '../state/words.ts';
import { useApp } from './context.ts';

/** Pixels of the strip: text and bars share one scale, so nothing is stretched. */
const HEIGHT = 84;
const BASE = 64;
const TOP = 8;

function Bars({ bins, width, brush }: { bins: readonly Bin[]; width: number; brush: Brush }) {
  const most = Math.max(1, ...bins.map(binTotal));
  const step = width / bins.length;
  const scale = (n: number) => (n / most) * (BASE - TOP);
  return (
    <>
      {bins.map((bin, i) => {
        let y = BASE;
        const parts = [
          ...ACT_FAMILIES.flatMap((family) => {
            const [all, vague] = [bin.families[family], bin.vague[family]];
            const fill = `var(--family-${family})`;
            return [
              { fill, n: all - vague },
              { fill, n: vague, vague: true },
            ];
          }),
          { fill: 'var(--tie)', n: bin.other },
        ];
        return (
          <g key={bin.from} opacity={i >= brush.first && i <= brush.last ? 1 : 0.28}>
            {parts.map(({ fill, n, vague = false }) => {
              if (n === 0) return null;
              const height = scale(n);
              y -= height;
              return (
                <rect
                  key={`${fill}${vague}`}
                  x={i * step + Math.min(1, step / 8)}
                  y={y}
                  width={Math.max(1, Math.min(step - 2, 34))}
                  height={Math.max(0.5, height - 0.8)}
                  fill={fill}
                  class={vague ? 'vague' : undefined}
                />
              );
            })}
          </g>
        );
      })}
    </>
  );
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Beyond this, in milliseconds, only years are marked. */
const LONG = 4 * 366 * 86_400_000;

/** Month and year marks, as many as find room. */
function Axis({ bins, width }: { bins: readonly Bin[]; width: number }) {
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last) return null;
  const [start, end] = [toMs(first.from), toMs(last.to) + 86_400_000];
  const x = (ms: number) => ((ms - start) / (end - start)) * width;
  const ticks: { at: number; text: string }[] = [];
  const date = new Date(start);
  let month = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  let free = 0;
  while (month < end) {
    const at = x(Math.max(month, start));
    const { 0: year, 1: no } = [new Date(month).getUTCFullYear(), new Date(month).getUTCMonth()];
    const marked = end - start < LONG || no === 0;
    const full = end - start < LONG ? `${MONTHS[no]} ${year}` : String(year);
    const text = no === 0 || ticks.length === 0 ? full : (MONTHS[no] ?? '');
    if (marked && at >= free && at < width - 24) {
      ticks.push({ at, text });
      free = at + 12 + text.length * 6.5;
    }
    month = Date.UTC(year, no + 1, 1);
  }
  return (
    <>
      {ticks.map(({ at, text }) => (
        <g key={at}>
          <line x1={at} x2={at} y1={BASE} y2={BASE + 5} class="tick" />
          <text x={at + 3} y={HEIGHT - 5}>
            {text}
          </text>
        </g>
      ))}
    </>
  );
}

function Handle({
  end,
  bins,
  brush,
  width,
  onMove,
  onDone,
}: {
  end: 'first' | 'last';
  bins: readonly Bin[];
  brush: Brush;
  width: number;
  onMove: (brush: Brush) => void;
  onDone: (brush: Brush) => void;
}) {
  const step = width / bins.length;
  const at = end === 'first' ? brush.first * step : (brush.last + 1) * step;
  const day = end === 'first' ? bins[brush.first]?.from : bins[brush.last]?.to;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -5, PageUp: 5 }[
      event.key
    ];
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? bins.length - 1
          : by === undefined
            ? null
            : brush[end] + by;
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
function Stretch({
  bins,
  brush,
  width,
  onMove,
  onDone,
}: Omit<Parameters<typeof Handle>[0], 'end'>) {
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

/** Width of an element in pixels, kept current; 0 until it is known. */
function useWidth(): [RefObject<HTMLDivElement | null>, Signal<number>] {
  const element = useRef<HTMLDivElement>(null);
  const width = useSignal(0);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      width.value = entry?.contentRect.width ?? 0;
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [width]);
  return [element, width];
}

function Strip({ shown }: { shown: Histogram }) {
  const { screen } = useApp();
  const { bins } = shown;
  const [measure, width] = useWidth();
  const dragged = useSignal<Brush | null>(null);
  const [said = null] = valuesOf(screen.filters.value, 'said');
  const whole = { first: 0, last: bins.length - 1 };
  const brush = dragged.value ?? brushOf(bins, said) ?? whole;
  const done = (next: Brush) => {
    dragged.value = null;
    screen.replaceFilter('said', saidOf(bins, next));
  };
  const handles = {
    bins,
    brush,
    width: width.value,
    onMove: (next: Brush) => (dragged.value = next),
    onDone: done,
  };
  const all = brush.first === whole.first && brush.last === whole.last;
  const edges = [bins[brush.first]?.from ?? null, bins[brush.last]?.to ?? null];
  const ends = all && shown.extent !== null ? shown.extent : edges;
  const days = [...new Set(ends.map((end) => dateWords(end)))].join(' to ');
  const within = bins.slice(brush.first, brush.last + 1);
  const inside = within.reduce((sum, bin) => sum + binTotal(bin), 0);
  const vague = within.reduce((sum, bin) => sum + vagueTotal(bin), 0);
  return (
    <>
      <div class="timeline-head">
        <b>{days}</b>
        <span>
          {count(inside, 'statement')}
          <span class="only-wide"> by {shown.unit}</span>
          {vague > 0 && (
            <span title="Counted in the middle of the days that the date can mean">
              , {vague.toLocaleString('en')} of vague date<span class="only-wide"> lighter</span>
            </span>
          )}
          {shown.undated > 0 && `; ${count(shown.undated, 'undated one', 'undated ones')}`}
          {shown.undated > 0 && (
            <span class="only-wide">{said === null ? ' shown too' : ' left out'}</span>
          )}
        </span>
        <button
          type="button"
          class="end"
          disabled={said === null}
          onClick={() => screen.replaceFilter('said', null)}
        >
          Reset
        </button>
      </div>
      <div class="strip" ref={measure} role="group" aria-label={`When it was said: ${days}`}>
        {width.value > 0 && (
          <>
            <svg width={width.value} height={HEIGHT} aria-hidden="true">
              <line x1="0" x2={width.value} y1={BASE} y2={BASE} class="tick" />
              <Bars bins={bins} width={width.value} brush={brush} />
              <Axis bins={bins} width={width.value} />
            </svg>
            <Stretch {...handles} />
            <Handle end="first" {...handles} />
            <Handle end="last" {...handles} />
          </>
        )}
      </div>
    </>
  );
}

/** When it was said, with a brush that filters graph, list and counts together. */
export function Timeline() {
  const { data } = useApp();
  const shown = useMemo(
    () =>
      computed(() => {
        const page = data.timeline.value.value.data;
        return page === null ? null : histogram(page);
      }),
    [data],
  );
  const { error } = data.timeline.value.value;
  const strip = shown.value;
  if (error !== null) return <p class="quiet">No timeline: the query above has no answer yet.</p>;
  if (strip === null) return <p class="quiet">Loading the timeline …</p>;
  return strip.bins.length === 0 ? (
    <p class="quiet">Nothing here has a date.</p>
  ) : (
    <Strip shown={strip} />
  );
}
