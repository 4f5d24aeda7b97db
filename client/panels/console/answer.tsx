import { useSignal } from '@preact/signals';
import type { CypherReply, CypherValue } from '../../../server/contract/cypher.ts';
import { FIRST_ROWS, MOST_ROWS, type Console } from '../../state/console.ts';
import { csvOf, isTagged, plain, recordOf, sortKey, tsvOf } from '../../state/console-values.ts';
import { count } from '../../state/words.ts';
import { useApp } from '../context.ts';
import { RecordLink } from '../kit.tsx';
import { Grid, sorted, type Column } from '../table/grid.tsx';

/** Rows in the page at a time; copy and CSV have them all. */
const SHOWN = 500;

function Cell({ value }: { value: CypherValue }) {
  if (value === null) return <span class="quiet">null</span>;
  if (Array.isArray(value))
    return (
      <ul class="cell-list">
        {value.slice(0, 20).map((item, i) => (
          <li key={i}>
            <Cell value={item} />
          </li>
        ))}
        {value.length > 20 && <li class="quiet">and {value.length - 20} more</li>}
      </ul>
    );
  const id = recordOf(value);
  const words = plain(value);
  if (id !== null) return <RecordLink id={id}>{words}</RecordLink>;
  return isTagged(value) && value.$type === 'relationship' ? <code>{words}</code> : <>{words}</>;
}

interface Row {
  readonly at: number;
  readonly cells: readonly CypherValue[];
}

function columnsOf({ columns, rows }: CypherReply): Column<Row>[] {
  return columns.map((label, i) => ({
    id: `c${i}`,
    label,
    cell: ({ cells }) => <Cell value={cells[i] ?? null} />,
    by: ({ cells }) => sortKey(cells[i] ?? null),
    numeric: rows.length > 0 && rows.every((row) => typeof row[i] === 'number'),
  }));
}

export function AnswerTable({ reply }: { reply: CypherReply }) {
  const { screen } = useApp();
  const order = useSignal<string | null>(null);
  const columns = columnsOf(reply);
  const rows = sorted(
    reply.rows.map((cells, at): Row => ({ at, cells })),
    columns,
    order.value,
  );
  const open = (row: Row) => {
    const id = row.cells.map(recordOf).find((one) => one !== null);
    if (id != null) screen.openRecord(id);
  };
  return (
    <div class="table-wrap">
      <Grid
        caption="Answer"
        columns={columns}
        rows={rows.slice(0, SHOWN)}
        keyOf={({ at }) => String(at)}
        order={order.value}
        onOrder={(next) => (order.value = next)}
        onOpen={open}
        isOpen={({ cells }) => {
          const now = screen.open.value;
          return now?.type === 'record' && cells.some((cell) => recordOf(cell) === now.id);
        }}
      />
      {rows.length > SHOWN && (
        <p class="quiet pad">
          The first {SHOWN} of {count(rows.length, 'row')}; copy and CSV have them all.
        </p>
      )}
    </div>
  );
}

function download(reply: CypherReply): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([csvOf(reply)], { type: 'text/csv' }));
  link.download = 'onrecord-answer.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** How many rows, how long it took, what was cut and how to get the rest. */
export function AnswerBar({ bench, reply }: { bench: Console; reply: CypherReply }) {
  const { focus } = useApp();
  const copied = useSignal(false);
  const copy = async () => {
    await navigator.clipboard.writeText(tsvOf(reply));
    copied.value = true;
    focus.announce('Answer copied');
    setTimeout(() => (copied.value = false), 1600);
  };
  return (
    <div class="answer-bar">
      <span role="status">
        <b>{count(reply.rows.length, 'row')}</b>
        <span class="quiet"> in {Math.max(1, Math.round(reply.ms))} ms</span>
      </span>
      {reply.truncated && (
        <span class="cut-short">
          There are more.{' '}
          {reply.rows.length <= FIRST_ROWS ? (
            <button type="button" class="link" onClick={() => void bench.run(MOST_ROWS)}>
              Get up to {MOST_ROWS.toLocaleString('en')}
            </button>
          ) : (
            'Narrow the pattern, or page with SKIP and LIMIT.'
          )}
        </span>
      )}
      <span class="end actions">
        <button type="button" onClick={() => void copy()}>
          {copied.value ? 'Copied' : 'Copy'}
        </button>
        <button type="button" onClick={() => download(reply)}>
          CSV
        </button>
      </span>
    </div>
  );
}
