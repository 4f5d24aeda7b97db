import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import * as api from '../../api/calls.ts';
import { dayRange } from '../../../graph-data/schema/index.ts';
import type {
  ActorRef,
  AgreementReply,
  DocumentListItem,
  EventReply,
  QueryNote,
  RelationReply,
} from '../../../server/contract/replies.ts';
import { isNarrowed, params } from '../../state/filters.ts';
import { resource } from '../../state/resource.ts';
import { capital, count, dateWords, plain } from '../../state/words.ts';
import { useApp } from '../context.ts';
import { ErrorNotice, Loading } from '../kit.tsx';
import { Grid, sorted, type Column } from './grid.tsx';
import { NoRows } from './no-rows.tsx';

/** Agreements, events, relations and documents as tables. */

const names = (actors: readonly ActorRef[]) => actors.map((actor) => actor.name).join(', ');
const day = (edtf: string | null) =>
  edtf === null ? null : (dayRange(edtf)?.from ?? dayRange(edtf)?.to ?? null);
const LIMIT = 500;

interface PageOf<Row> {
  readonly total: number;
  readonly items: readonly Row[];
  readonly notes?: readonly QueryNote[];
}

interface ClaimTableProps<Row extends { id: string }> {
  readonly caption: string;
  readonly load: (params: [string, string][], signal: AbortSignal) => Promise<PageOf<Row>>;
  readonly columns: readonly Column<Row>[];
  readonly initial: string;
  /** Whether the filters of the screen narrow it; documents are listed all. */
  readonly narrowed?: boolean;
}

function ClaimTable<Row extends { id: string }>({
  caption,
  load,
  columns,
  initial,
  narrowed = true,
}: ClaimTableProps<Row>) {
  const { screen } = useApp();
  const found = useMemo(
    () =>
      resource(
        computed(() => {
          const { filters, ego } = screen.state.value;
          return JSON.stringify(narrowed ? params(filters, ego) : []);
        }),
        (key, signal) =>
          load([...(JSON.parse(key) as [string, string][]), ['limit', String(LIMIT)]], signal),
      ),
    [load, narrowed, screen],
  );
  const { data, error } = found.value.value;
  const { order, open } = screen.state.value;
  if (error !== null) return <ErrorNotice error={error} retry={found.reload} />;
  if (data === null) return <Loading what={caption.toLowerCase()} />;
  if (data.total === 0) return <NoRows what={caption.toLowerCase()} notes={data.notes ?? []} />;
  const effective = order ?? initial;
  return (
    <>
      <Grid
        caption={caption}
        columns={columns}
        rows={sorted(data.items, columns, effective)}
        keyOf={(row) => row.id}
        order={effective}
        onOrder={screen.setOrder}
        onOpen={(row) => screen.openRecord(row.id)}
        isOpen={(row) => open?.type === 'record' && open.id === row.id}
      />
      <p class="quiet pad">
        {data.items.length.toLocaleString('en')} of {count(data.total, 'row')} listed
        {!narrowed && isNarrowed(screen.state.value) && ', whatever the filters'}.
      </p>
    </>
  );
}

const AGREEMENTS: readonly Column<AgreementReply>[] = [
  {
    id: 'date',
    label: 'Date',
    cell: (row) => dateWords(row.date, '–'),
    by: (row) => day(row.date),
  },
  { id: 'name', label: 'Agreement', cell: (row) => row.name, by: (row) => row.name },
  {
    id: 'parties',
    label: 'Parties',
    cell: (row) => names(row.parties),
    by: (row) => names(row.parties),
  },
  {
    id: 'signed',
    label: 'Signed by',
    cell: (row) => names(row.signatories) || '–',
    by: (row) => names(row.signatories) || null,
  },
  { id: 'state', label: 'State', cell: (row) => capital(plain(row.state)), by: (row) => row.state },
  { id: 'text', label: 'What was agreed', cell: (row) => row.summary, by: (row) => row.summary },
];

export const AgreementTable = () => (
  <ClaimTable caption="Agreements" load={api.agreements} columns={AGREEMENTS} initial="-date" />
);

const people = (row: EventReply) => names(row.participants.map(({ actor }) => actor));
const EVENTS: readonly Column<EventReply>[] = [
  {
    id: 'date',
    label: 'Date',
    cell: (row) => dateWords(row.date, '–'),
    by: (row) => day(row.date),
  },
  { id: 'kind', label: 'Kind', cell: (row) => capital(plain(row.kind)), by: (row) => row.kind },
  { id: 'name', label: 'Event', cell: (row) => row.name, by: (row) => row.name },
  { id: 'who', label: 'Who', cell: people, by: people },
  { id: 'place', label: 'Place', cell: (row) => row.place ?? '–', by: (row) => row.place },
  {
    id: 'figures',
    label: 'Figures',
    cell: (row) => row.figures.map((figure) => figure.text).join('; ') || '–',
    by: (row) => row.figures.length,
  },
];

export const EventTable = () => (
  <ClaimTable caption="Events" load={api.events} columns={EVENTS} initial="-date" />
);

const RELATIONS: readonly Column<RelationReply>[] = [
  { id: 'from', label: 'From', cell: (row) => row.from.name, by: (row) => row.from.name },
  { id: 'kind', label: 'Tie', cell: (row) => capital(plain(row.kind)), by: (row) => row.kind },
  { id: 'to', label: 'To', cell: (row) => row.to.name, by: (row) => row.to.name },
  { id: 'title', label: 'Office or role', cell: (row) => row.title ?? '–', by: (row) => row.title },
  {
    id: 'valid',
    label: 'Held',
    cell: (row) => dateWords(row.valid, '–'),
    by: (row) => day(row.valid),
  },
];

export const RelationTable = () => (
  <ClaimTable
    caption="Offices and other ties"
    load={api.relations}
    columns={RELATIONS}
    initial="from"
  />
);

const DOCUMENTS: readonly Column<DocumentListItem>[] = [
  {
    id: 'published',
    label: 'Published',
    cell: (row) => dateWords(row.published, '–'),
    by: (row) => day(row.published),
  },
  { id: 'title', label: 'Title', cell: (row) => row.title, by: (row) => row.title },
  {
    id: 'outlet',
    label: 'Outlet',
    cell: (row) => row.outletName ?? 'not known',
    by: (row) => row.outletName,
  },
  {
    id: 'statements',
    label: 'Statements',
    numeric: true,
    cell: (row) => row.statements,
    by: (row) => row.statements,
  },
  {
    id: 'holding',
    label: 'Text',
    cell: (row) => (row.holding === 'held' ? 'held' : 'quoted passages only'),
    by: (row) => row.holding,
  },
];

export const DocumentTable = () => (
  <ClaimTable
    caption="Documents"
    load={api.documents}
    columns={DOCUMENTS}
    initial="-published"
    narrowed={false}
  />
);
