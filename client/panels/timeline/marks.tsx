import { ACT_FAMILIES } from '../../../graph-data/schema/index.ts';
import { binStart, binTotal, nextBin, toMs, type Bin, type Brush } from '../../state/timeline.ts';

/** Pixels of the strip: text and bars share one scale, so nothing is stretched. */
export const HEIGHT = 84;
export const BASE = 64;
const TOP = 8;

/** Statements of each bin by family of act; what the brush leaves out is faint. */
export function Bars({
  bins,
  width,
  brush,
}: {
  bins: readonly Bin[];
  width: number;
  brush: Brush;
}) {
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

/** A month is told with its year where a year begins, and at the first mark. */
function tickText(day: string, unit: 'month' | 'year', isFirst: boolean): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  if (unit === 'year') return String(year);
  const name = MONTHS[month - 1] ?? '';
  return month === 1 || isFirst ? `${name} ${year}` : name;
}

/** Month and year marks, as many as find room. */
export function Axis({ bins, width }: { bins: readonly Bin[]; width: number }) {
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last) return null;
  const [start, end] = [toMs(first.from), toMs(last.to) + 86_400_000];
  const x = (ms: number) => ((ms - start) / (end - start)) * width;
  const ticks: { at: number; text: string }[] = [];
  const unit = end - start < LONG ? 'month' : 'year';
  let free = 0;
  for (let day = binStart(first.from, unit); toMs(day) < end; day = nextBin(day, unit)) {
    const at = x(Math.max(toMs(day), start));
    const text = tickText(day, unit, ticks.length === 0);
    if (at < free || at >= width - 24) continue;
    ticks.push({ at, text });
    free = at + 12 + text.length * 6.5;
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
