import './timeline.css';
import { computed, useSignal, type Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { valuesOf } from '../../state/filters.ts';
import {
  binTotal,
  brushOf,
  isBeside,
  histogram,
  saidOf,
  vagueTotal,
  type Brush,
  type Histogram,
} from '../../state/timeline.ts';
import { count, dateWords } from '../../state/words.ts';
import { useApp } from '../context.ts';
import { keepFocus } from '../keep-focus.ts';
import { Handle, Stretch } from './brush.tsx';
import { Axis, Bars, BASE, HEIGHT } from './marks.tsx';

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

/** The first and the last day of the brush; of all bins, what they were counted from. */
function daysOf({ bins, extent }: Histogram, brush: Brush): string {
  const all = brush.first === 0 && brush.last === bins.length - 1;
  const edges = [bins[brush.first]?.from ?? null, bins[brush.last]?.to ?? null];
  const ends = all && extent !== null ? extent : edges;
  return [...new Set(ends.map((end) => dateWords(end)))].join(' to ');
}

/** What every bar and every undated statement comes to, where the brush cannot tell what is shown. */
function Beside({ shown }: { shown: Histogram }) {
  const { data } = useApp();
  const dated = shown.bins.reduce((sum, bin) => sum + binTotal(bin), 0);
  const matching = data.list.value.value.data?.total;
  return (
    <span>
      {count(dated, 'dated statement')}, {count(shown.undated, 'undated one', 'undated ones')}
      {matching !== undefined &&
        `; ${matching.toLocaleString('en')} shown under the filter of days`}
    </span>
  );
}

/** What the brush lets through, in words, and the way back to all of it. */
function Head({ shown, brush, days }: { shown: Histogram; brush: Brush; days: string }) {
  const { screen } = useApp();
  const asked = valuesOf(screen.filters.value, 'said');
  const [said = null] = asked;
  const within = shown.bins.slice(brush.first, brush.last + 1);
  const inside = within.reduce((sum, bin) => sum + binTotal(bin), 0);
  const vague = within.reduce((sum, bin) => sum + vagueTotal(bin), 0);
  return (
    <div class="timeline-head">
      <b>{days}</b>
      {isBeside(shown.bins, asked) ? (
        <Beside shown={shown} />
      ) : (
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
      )}
      <button
        type="button"
        class="end"
        disabled={said === null}
        onClick={() => {
          screen.replaceFilter('said', null);
          keepFocus('.timeline [role=slider]');
        }}
      >
        Reset
      </button>
    </div>
  );
}

function Strip({ shown }: { shown: Histogram }) {
  const { screen } = useApp();
  const { bins } = shown;
  const [measure, width] = useWidth();
  const dragged = useSignal<Brush | null>(null);
  const [said = null] = valuesOf(screen.filters.value, 'said');
  const brush = dragged.value ?? brushOf(bins, said) ?? { first: 0, last: bins.length - 1 };
  const handles = {
    bins,
    brush,
    width: width.value,
    onMove: (next: Brush) => (dragged.value = next),
    onDone: (next: Brush) => {
      dragged.value = null;
      screen.replaceFilter('said', saidOf(bins, next));
    },
  };
  const days = daysOf(shown, brush);
  return (
    <>
      <Head shown={shown} brush={brush} days={days} />
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
    <p class="quiet">No statement here has a date.</p>
  ) : (
    <Strip shown={strip} />
  );
}
