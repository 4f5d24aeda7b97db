import { useSignal, useSignalEffect } from '@preact/signals';
import * as api from '../../api/calls.ts';
import { asApiError, type ApiError } from '../../api/http.ts';
import { dayRange } from '../../../graph-data/schema/index.ts';
import { STATEMENT_SORTS } from '../../../server/contract/vocabulary.ts';
import type { ActorRef, StatementReply } from '../../../server/contract/replies.ts';
import { listParams } from '../../state/data-list.ts';
import { alike } from '../../state/reports.ts';
import { corroboration, count, dateWords } from '../../state/words.ts';
import { useApp } from '../context.ts';
import { ActMark, ErrorNotice, KindIcon, Loading } from '../kit.tsx';
import { Grid, sorted, type Column } from './grid.tsx';
import { NoRows } from './no-rows.tsx';

const names = (actors: readonly ActorRef[]) =>
  alike(actors)
    .map(({ actor }) => actor.name)
    .join(', ');
const carriers = (row: StatementReply) => [
  ...new Set(row.reports.flatMap((report) => report.via.map((actor) => actor.name))),
];
const outlets = (row: StatementReply) => [
  ...new Set(row.reports.map((report) => report.document.outlet?.name ?? 'outlet not known')),
];

/** Names joined by commas, each in its own direction of writing. */
function Names({ names: all }: { names: readonly string[] }) {
  return (
    <>
      {all.map((name, i) => (
        <span key={name}>
          {i > 0 && ', '}
          <bdi>{name}</bdi>
        </span>
      ))}
    </>
  );
}

const COLUMNS: readonly Column<StatementReply>[] = [
  {
    id: 'said',
    label: 'Said',
    cell: (row) => (row.said === null ? '–' : <time>{dateWords(row.said)}</time>),
    by: (row) => (row.said === null ? null : (dayRange(row.said)?.from ?? null)),
  },
  {
    id: 'speaker',
    label: 'Speaker',
    cell: (row) => (
      <>
        <KindIcon kind={row.speaker.kind} /> {row.speaker.name}
      </>
    ),
    by: (row) => row.speaker.name,
  },
  { id: 'text', label: 'Words', cell: (row) => row.summary, by: (row) => row.summary },
  { id: 'act', label: 'Act', cell: (row) => <ActMark act={row.act} />, by: (row) => row.act },
  {
    id: 'about',
    label: 'About',
    cell: (row) => names(row.about),
    by: (row) => names(row.about) || null,
  },
  {
    id: 'to',
    label: 'To',
    cell: (row) => names(row.addressees),
    by: (row) => names(row.addressees) || null,
  },
  {
    id: 'via',
    label: 'Carried by',
    cell: (row) => <Names names={[...carriers(row), ...outlets(row)]} />,
    by: (row) => [...carriers(row), ...outlets(row)].join(', ') || null,
  },
  {
    id: 'reports',
    label: 'Reports',
    cell: (row) =>
      corroboration(row)
        .split(/(?<=,) /)
        .map((words, i) => (
          <>
            {i > 0 && ' '}
            <span class="unbroken">{words}</span>
          </>
        )),
    by: (row) => row.reports.length,
    mostFirst: true,
  },
];

/** Pages after the first, which the rail has fetched already. */
function useMore() {
  const { data, screen } = useApp();
  const rows = useSignal<readonly StatementReply[]>([]);
  const next = useSignal<string | null>(null);
  const error = useSignal<ApiError | null>(null);
  const busy = useSignal(false);
  useSignalEffect(() => {
    const page = data.list.value.value.data;
    rows.value = page?.items ?? [];
    next.value = page?.next ?? null;
  });
  const more = async () => {
    const { order } = screen.state.peek();
    const cursor = next.peek();
    if (cursor === null) return;
    busy.value = true;
    try {
      const page = await api.statements([
        ...listParams({ ...data.narrowing.peek(), sort: order }),
        ['cursor', cursor],
      ]);
      rows.value = [...rows.peek(), ...page.items];
      next.value = page.next;
      error.value = null;
    } catch (caught) {
      error.value = asApiError(caught);
    } finally {
      busy.value = false;
    }
  };
  return { rows, next, error, busy, more };
}

const ON_SERVER: ReadonlySet<string> = new Set(STATEMENT_SORTS);

export function StatementTable() {
  const { data, screen } = useApp();
  const { rows, next, error, busy, more } = useMore();
  const { order, open } = screen.state.value;
  const page = data.list.value.value;
  if (page.error !== null) return <ErrorNotice error={page.error} retry={data.list.reload} />;
  if (page.data === null) return <Loading what="statements" />;
  if (page.data.total === 0) return <NoRows what="statements" />;
  const effective = order ?? '-said';
  const shown = ON_SERVER.has(effective) ? rows.value : sorted(rows.value, COLUMNS, effective);
  const partly = next.value !== null;
  return (
    <>
      <Grid
        caption="Statements"
        columns={COLUMNS}
        rows={shown}
        keyOf={(row) => row.id}
        order={effective}
        onOrder={screen.setOrder}
        onOpen={(row) => screen.openRecord(row.id)}
        isOpen={(row) => open?.type === 'record' && open.id === row.id}
      />
      <p class="quiet pad">
        {count(rows.value.length, 'statement')} of {page.data.total.toLocaleString('en')} listed
        {partly && !ON_SERVER.has(effective) && ', sorted among those listed'}.{' '}
        {partly && (
          <button type="button" disabled={busy.value} onClick={() => void more()}>
            Show more
          </button>
        )}
      </p>
      {error.value !== null && <ErrorNotice error={error.value} retry={() => void more()} />}
    </>
  );
}
