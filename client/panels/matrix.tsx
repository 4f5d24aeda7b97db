import './matrix.css';
import { useRef } from 'preact/hooks';
import type { GraphReply } from '../../server/contract/replies.ts';
import { dominantFamily, FAMILY_LOOK, familyTotal } from '../state/encoding.ts';
import { count } from '../state/words.ts';
import { useApp } from './context.ts';
import { ErrorNotice, Loading } from './kit.tsx';

const MOST = 24;

type Edge = GraphReply['edges'][number];

interface Matrix {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cell: ReadonlyMap<string, Edge>;
  readonly omitted: number;
}

function top(totals: ReadonlyMap<string, number>): string[] {
  return [...totals]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST)
    .map(([key]) => key);
}

/** Speakers by those spoken of, the busiest first, both ways at most 24. */
function matrixOf(reply: GraphReply): Matrix {
  const says = reply.edges.filter((edge) => edge.attributes.type === 'says');
  const [from, to] = [new Map<string, number>(), new Map<string, number>()];
  for (const { source, target, attributes } of says) {
    from.set(source, (from.get(source) ?? 0) + attributes.records.length);
    to.set(target, (to.get(target) ?? 0) + attributes.records.length);
  }
  const [rows, columns] = [top(from), top(to)];
  const shown = says.filter(
    ({ source, target }) => rows.includes(source) && columns.includes(target),
  );
  return {
    rows,
    columns,
    cell: new Map(shown.map((edge) => [`${edge.source}>${edge.target}`, edge])),
    omitted: says.length - shown.length,
  };
}

const STEP: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves the focus to the next filled cell in a direction. */
function walk(table: HTMLTableElement | null, from: HTMLElement, key: string): boolean {
  const step = STEP[key];
  if (step === undefined || table === null) return false;
  let [row, column] = [Number(from.dataset['row']), Number(from.dataset['column'])];
  for (let i = 0; i < MOST; i += 1) {
    row += step[0];
    column += step[1];
    const cell = table.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
    if (cell) {
      cell.focus();
      return true;
    }
  }
  return true;
}

interface CellProps {
  readonly edge: Edge | undefined;
  /** Its place in the table, for the arrow keys. */
  readonly row: number;
  readonly column: number;
  readonly nameOf: (key: string) => string;
  readonly onKey: (cell: HTMLElement, key: string) => boolean;
}

/** What one speaker says of or to one other: how much, and of which family most. */
function Cell({ edge, row, column, nameOf, onKey }: CellProps) {
  const { screen } = useApp();
  const family = edge ? dominantFamily(edge.attributes.families) : null;
  if (edge === undefined || family === null) return <td />;
  const { source, target, attributes } = edge;
  const open = screen.open.value;
  const n = familyTotal(attributes.families);
  const { glyph, label } = FAMILY_LOOK[family];
  return (
    <td>
      <button
        type="button"
        class={`cell family-${family}`}
        data-row={row}
        data-column={column}
        aria-pressed={open?.type === 'pair' && open.from === source && open.to === target}
        aria-label={`${nameOf(source)} of or to ${nameOf(target)}: ${count(n, 'statement')}, mostly ${label}`}
        style={{ '--share': Math.min(1, 0.12 + n / 12) }}
        onClick={() => screen.openPair(source, target)}
        onKeyDown={(event) => {
          if (onKey(event.currentTarget, event.key)) event.preventDefault();
        }}
      >
        {glyph}
        {n}
      </button>
    </td>
  );
}

export function MatrixView() {
  const { data } = useApp();
  const table = useRef<HTMLTableElement>(null);
  const { data: reply, error } = data.graph.value.value;
  if (error !== null) return <ErrorNotice error={error} retry={data.graph.reload} />;
  if (reply === null) return <Loading what="the matrix" />;
  const { rows, columns, cell, omitted } = matrixOf(reply);
  const names = new Map(reply.nodes.map((node) => [node.key as string, node.attributes.label]));
  const nameOf = (key: string) => names.get(key) ?? '';
  if (rows.length === 0) return <p class="quiet pad">No statement about or to anyone matches.</p>;
  return (
    <div
      class="matrix"
      tabIndex={0}
      role="region"
      aria-label="Matrix of speakers and those spoken of"
    >
      <table ref={table}>
        <caption>
          <span>
            Rows speak of or to columns.{' '}
            {omitted > 0 &&
              `${omitted.toLocaleString('en')} of ${count(omitted + cell.size, 'pair')}, of rarer actors, left out.`}
          </span>
        </caption>
        <thead>
          <tr>
            <td />
            {columns.map((key) => (
              <th scope="col" key={key}>
                <span>{nameOf(key)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((source, i) => (
            <tr key={source}>
              <th scope="row">{nameOf(source)}</th>
              {columns.map((target, j) => (
                <Cell
                  key={target}
                  edge={cell.get(`${source}>${target}`)}
                  row={i}
                  column={j}
                  nameOf={nameOf}
                  onKey={(from, key) => walk(table.current, from, key)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
