import { computed, useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import * as api from '../../api/calls.ts';
import { dayRange } from '../../../graph-data/schema/index.ts';
import { STATEMENT_SORTS } from '../../../server/contract/vocabulary.ts';
import type { ActorRef, StatementReply } from '../../../server/contract/replies.ts';
import type { Likeness, LikenessList } from '../../../server/contract/review.ts';
import { likenessesOf, shareWords, tellingsOf, type AlikeTelling } from '../../state/alike.ts';
import { listParams } from '../../state/data-list.ts';
import { createMore } from '../../state/more.ts';
import { alike } from '../../state/reports.ts';
import { resource, type Resource } from '../../state/resource.ts';
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
];

function alikeWords({ type, documents, copies }: AlikeTelling): string {
  if (type === 'same-origin') return `${documents.toLocaleString('en')} perhaps copies`;
  const told = documents > 0 ? `alike in ${count(documents, 'other')}` : 'told twice';
  return copies === null ? told : `${told}, ${shareWords(copies)} perhaps copies`;
}

/** How the reports of a row are counted, and what may be the same telling elsewhere. */
function Reports({ row, alike: likenesses }: { row: StatementReply; alike: readonly Likeness[] }) {
  return (
    <>
      {corroboration(row)
        .split(/(?<=,) /)
        .map((words, i) => (
          <>
            {i > 0 && ' '}
            <span class="unbroken">{words}</span>
          </>
        ))}
      {tellingsOf(row, likenesses).map((telling, i) => (
        <small class="quiet" key={i}>
          , {alikeWords(telling)}
        </small>
      ))}
    </>
  );
}

const reportsColumn = (likenesses: readonly Likeness[]): Column<StatementReply> => ({
  id: 'reports',
  label: 'Reports',
  cell: (row) => <Reports row={row} alike={likenesses} />,
  by: (row) => row.reports.length,
  mostFirst: true,
});

/** Likenesses of the rows; there are none until they are found, for rows wait for nobody. */
function useLikenesses(rows: ReadonlySignal<readonly StatementReply[]>): Resource<LikenessList> {
  const isShown = useSignal(true);
  useEffect(() => () => void (isShown.value = false), [isShown]);
  return useMemo(
    () =>
      resource(
        computed(() => (isShown.value ? rows.value.map(({ id }) => id).join(',') : null)),
        (ids, signal) => likenessesOf(ids === '' ? [] : ids.split(','), signal),
      ),
    [rows, isShown],
  );
}

const NONE: readonly Likeness[] = [];

/** What is not known of whether the rows are told alike elsewhere, and why. */
function Unknown({ found }: { found: Resource<LikenessList> }) {
  const { data, error } = found.value.value;
  if (error !== null)
    return (
      <p class="quiet pad">
        Whether they are told elsewhere is not known: {error.message}{' '}
        <button type="button" class="link" onClick={found.reload}>
          Try again
        </button>
      </p>
    );
  if (data === null) return null;
  const cut = data.total - data.items.length;
  return (
    <>
      {cut > 0 && <p class="quiet pad">Up to {count(cut, 'likeness', 'likenesses')} not told.</p>}
      {data.bound !== null && <p class="quiet pad">{data.bound}</p>}
    </>
  );
}

/** Pages after the first, which the rail has fetched already. */
function useMore() {
  const { data, screen } = useApp();
  const pages = useMemo(
    () =>
      createMore(data.list.value, (cursor) => {
        const asked = { ...data.narrowing.peek(), sort: screen.state.peek().order };
        return api.statements([...listParams(asked), ['cursor', cursor]]);
      }),
    [data, screen],
  );
  useEffect(() => pages.dispose, [pages]);
  return pages;
}

const ON_SERVER: ReadonlySet<string> = new Set(STATEMENT_SORTS);

export function StatementTable() {
  const { data, screen } = useApp();
  const { rows, next, error, busy, more } = useMore();
  const likenesses = useLikenesses(rows);
  const columns = [...COLUMNS, reportsColumn(likenesses.value.value.data?.items ?? NONE)];
  const { order, open } = screen.state.value;
  const page = data.list.value.value;
  if (page.error !== null) return <ErrorNotice error={page.error} retry={data.list.reload} />;
  if (page.data === null) return <Loading what="statements" />;
  if (page.data.total === 0) return <NoRows what="statements" />;
  const effective = order ?? '-said';
  const shown = ON_SERVER.has(effective) ? rows.value : sorted(rows.value, columns, effective);
  const partly = next.value !== null;
  return (
    <>
      <Grid
        caption="Statements"
        columns={columns}
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
          <button type="button" disabled={busy.value || !page.fresh} onClick={() => void more()}>
            Show more
          </button>
        )}
      </p>
      <Unknown found={likenesses} />
      {error.value !== null && <ErrorNotice error={error.value} retry={() => void more()} />}
    </>
  );
}
