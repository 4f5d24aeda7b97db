import './table.css';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';

export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** What the column sorts by; nulls come last either way. */
  readonly by: (row: Row) => string | number | null;
  readonly numeric?: boolean;
  /** Whether the first press on its label puts the most on top; numbers do unless told. */
  readonly mostFirst?: boolean;
}

/** Rows in the order of a column, `-` in front when it descends; as they came for an unknown one. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: string | null,
): readonly Row[] {
  const down = order?.startsWith('-') ?? false;
  const column = columns.find(({ id }) => id === order?.replace(/^-/, ''));
  if (column === undefined) return rows;
  const sign = down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [column.by(a), column.by(b)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    if (typeof x === 'number' && typeof y === 'number') return sign * (x - y);
    return sign * String(x).localeCompare(String(y), 'en');
  });
}

interface GridProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly order: string | null;
  readonly onOrder: (order: string) => void;
  readonly onOpen: (row: Row) => void;
  /** Other keys on a row, e.g. P for a path; true when the key was used. */
  readonly onKey?: (row: Row, key: string) => boolean;
  readonly isOpen: (row: Row) => boolean;
}

const STEP: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
};

const ARROW = { ascending: ' ↑', descending: ' ↓', none: '' } as const;

/** The order that a press on a column's label asks for. */
function pressed<Row>({ id, numeric, mostFirst = numeric }: Column<Row>, order: string | null) {
  const [first, second] = mostFirst ? [`-${id}`, id] : [id, `-${id}`];
  return order === first ? second : first;
}

/** Labels that sort by their column, and the other way when pressed again. */
function Head<Row>({
  columns,
  order,
  onOrder,
}: Pick<GridProps<Row>, 'columns' | 'order' | 'onOrder'>) {
  const sortOf = (id: string) =>
    order === id ? 'ascending' : order === `-${id}` ? 'descending' : undefined;
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <th
            role="columnheader"
            scope="col"
            key={column.id}
            aria-sort={sortOf(column.id)}
            class={column.numeric ? 'num' : undefined}
          >
            <button type="button" onClick={() => onOrder(pressed(column, order))}>
              {column.label}
              <span aria-hidden="true">{ARROW[sortOf(column.id) ?? 'none']}</span>
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** A dash, for which a reader of the screen hears words. */
function Told({ children }: { children: ComponentChildren }) {
  if (children !== '–') return <>{children}</>;
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="sr">not known</span>
    </>
  );
}

function Cells<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) {
  return (
    <>
      {columns.map(({ id, label, cell, numeric }) => (
        <td
          role="gridcell"
          key={id}
          class={numeric ? `num col-${id}` : `col-${id}`}
          data-label={label}
        >
          <span>
            <Told>{cell(row)}</Told>
          </span>
        </td>
      ))}
    </>
  );
}

/**
 * A sortable table whose rows are walked with the arrow keys and opened with Enter or a click. On a
 * narrow screen a row is drawn as a card; the roles are written out, since that takes the table's
 * own away.
 */
export function Grid<Row>({
  caption,
  columns,
  rows,
  keyOf,
  order,
  onOrder,
  onOpen,
  onKey,
  isOpen,
}: GridProps<Row>) {
  const at = useSignal(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const current = Math.min(at.value, rows.length - 1);
  const walk = (to: number) => {
    at.value = Math.max(0, Math.min(rows.length - 1, to));
    (body.current?.children[at.value] as HTMLElement | undefined)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, row: Row) => {
    const step = STEP[event.key];
    if (step !== undefined) walk(current + step);
    else if (event.key === 'Home') walk(0);
    else if (event.key === 'End') walk(rows.length - 1);
    else if (event.key === 'Enter' || event.key === ' ') onOpen(row);
    else if (event.ctrlKey || event.metaKey || event.altKey || onKey?.(row, event.key) !== true)
      return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <table role="grid" aria-rowcount={rows.length + 1}>
      <caption class="sr">{caption}. Arrow keys walk the rows, Enter opens one.</caption>
      <Head columns={columns} order={order} onOrder={onOrder} />
      <tbody ref={body} role="rowgroup">
        {rows.map((row, i) => (
          <tr
            role="row"
            key={keyOf(row)}
            tabIndex={i === current ? 0 : -1}
            aria-selected={isOpen(row)}
            data-key={keyOf(row)}
            onFocus={() => (at.value = i)}
            onClick={() => onOpen(row)}
            onKeyDown={(event) => onKeyDown(event, row)}
          >
            <Cells row={row} columns={columns} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
