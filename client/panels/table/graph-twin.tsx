import type { GraphEdge, GraphNode } from '../../../server/contract/replies.ts';
import { FAMILY_LOOK, KIND_LOOK, dominantFamily } from '../../state/encoding.ts';
import { finishPath } from '../../state/go-to.ts';
import { capital, dateWords, plain } from '../../state/words.ts';
import { useApp } from '../context.ts';
import { ErrorNotice, FamilyMark, KindIcon, Loading, ShapeIcon } from '../kit.tsx';
import { Grid, sorted, type Column } from './grid.tsx';
import { NoRows } from './no-rows.tsx';

/** The graph that is drawn, as two tables: its actors, and its ties. */

function Icon({ node }: { node: GraphNode }) {
  const { attributes } = node;
  if (attributes.type === 'actor') return <KindIcon kind={attributes.kind} />;
  return attributes.type === 'statement' ? null : <ShapeIcon shape={attributes.type} />;
}

const kindWords = ({ attributes }: GraphNode) =>
  attributes.type === 'actor' ? KIND_LOOK[attributes.kind].label : capital(attributes.type);

const NODE_COLUMNS: readonly Column<GraphNode>[] = [
  {
    id: 'name',
    label: 'Name',
    cell: (row) => (
      <>
        <Icon node={row} /> {row.attributes.label}
      </>
    ),
    by: (row) => row.attributes.label,
  },
  { id: 'kind', label: 'Kind', cell: kindWords, by: kindWords },
  {
    id: 'said',
    label: 'Statements made',
    numeric: true,
    cell: (row) => (row.attributes.type === 'actor' ? row.attributes.said : '–'),
    by: (row) => (row.attributes.type === 'actor' ? row.attributes.said : null),
  },
  {
    id: 'degree',
    label: 'Neighbours',
    numeric: true,
    cell: (row) => row.attributes.degree,
    by: (row) => row.attributes.degree,
  },
  {
    id: 'betweenness',
    label: 'Betweenness',
    numeric: true,
    cell: (row) => row.attributes.betweenness.toFixed(3),
    by: (row) => row.attributes.betweenness,
  },
  {
    id: 'pagerank',
    label: 'PageRank',
    numeric: true,
    cell: (row) => row.attributes.pagerank.toFixed(4),
    by: (row) => row.attributes.pagerank,
  },
  {
    id: 'community',
    label: 'Community',
    numeric: true,
    cell: (row) => row.attributes.community,
    by: (row) => row.attributes.community,
  },
];

export function ActorTable() {
  const app = useApp();
  const { data, screen, focus } = app;
  const { data: reply, error } = data.graph.value.value;
  const { order, open } = screen.state.value;
  if (error !== null) return <ErrorNotice error={error} retry={data.graph.reload} />;
  if (reply === null) return <Loading what="the graph" />;
  if (reply.nodes.length === 0) return <NoRows what="actors" />;
  const effective = order ?? '-said';
  const onKey = (row: GraphNode, key: string) => {
    if (key.toLowerCase() !== 'p' || row.attributes.type !== 'actor') return false;
    const from = focus.pathFrom.peek();
    if (from === null || from === row.key) focus.pathFrom.value = row.key;
    else finishPath(app, row.key);
    return true;
  };
  return (
    <Grid
      caption="Actors, agreements and events of the graph"
      columns={NODE_COLUMNS}
      rows={sorted(reply.nodes, NODE_COLUMNS, effective)}
      keyOf={(row) => row.key}
      order={effective}
      onOrder={screen.setOrder}
      onOpen={(row) => screen.openRecord(row.key)}
      onKey={onKey}
      isOpen={(row) => open?.type === 'record' && open.id === row.key}
    />
  );
}

interface Tie extends GraphEdge {
  readonly from: string;
  readonly to: string;
}

function tieWords({ attributes }: Tie) {
  if (attributes.type === 'says') return 'said of or to';
  return plain(attributes.label ?? attributes.type);
}

const TIE_COLUMNS: readonly Column<Tie>[] = [
  { id: 'from', label: 'From', cell: (row) => row.from, by: (row) => row.from },
  { id: 'tie', label: 'Tie', cell: tieWords, by: tieWords },
  { id: 'to', label: 'To', cell: (row) => row.to, by: (row) => row.to },
  {
    id: 'records',
    label: 'Records',
    numeric: true,
    cell: (row) => row.attributes.records.length,
    by: (row) => row.attributes.records.length,
  },
  {
    id: 'family',
    label: 'Mostly',
    cell: (row) => {
      const family = dominantFamily(row.attributes.families);
      return family === null ? (
        '–'
      ) : (
        <FamilyMark family={family} label={FAMILY_LOOK[family].label} />
      );
    },
    by: (row) => dominantFamily(row.attributes.families),
  },
  {
    id: 'first',
    label: 'First',
    cell: (row) => dateWords(row.attributes.from, '–'),
    by: (row) => row.attributes.from,
  },
  {
    id: 'last',
    label: 'Last',
    cell: (row) => dateWords(row.attributes.to, '–'),
    by: (row) => row.attributes.to,
  },
];

export function TieTable() {
  const { data, screen } = useApp();
  const { data: reply, error } = data.graph.value.value;
  const { order, open } = screen.state.value;
  if (error !== null) return <ErrorNotice error={error} retry={data.graph.reload} />;
  if (reply === null) return <Loading what="the graph" />;
  if (reply.edges.length === 0) return <NoRows what="ties" />;
  const names = new Map(reply.nodes.map((node) => [node.key as string, node.attributes.label]));
  const ties = reply.edges.map((edge): Tie => ({
    ...edge,
    from: names.get(edge.source) ?? edge.source,
    to: names.get(edge.target) ?? edge.target,
  }));
  const openTie = ({ attributes, source, target }: Tie) => {
    const [record] = attributes.records;
    if (attributes.type === 'says') screen.openPair(source, target);
    else if (record !== undefined) screen.openRecord(record);
  };
  const effective = order ?? '-records';
  return (
    <Grid
      caption="Ties of the graph"
      columns={TIE_COLUMNS}
      rows={sorted(ties, TIE_COLUMNS, effective)}
      keyOf={(row) => row.key}
      order={effective}
      onOrder={screen.setOrder}
      onOpen={openTie}
      isOpen={(row) => open?.type === 'pair' && open.from === row.source && open.to === row.target}
    />
  );
}
