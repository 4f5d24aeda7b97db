import { dayRange, FAMILY_OF_ACT } from '../../graph-data/schema/index.ts';
import type { GraphLevel } from '../contract/index.ts';
import { actorsAmong } from '../graph/collect.ts';
import type { Claim } from '../graph/projection.ts';
import type { StoredStatement } from '../store/store.ts';
import type { Selection } from './selection.ts';

/** Attributes of nodes and edges in graph files, with their types; absent ones are left out. */
export const NODE_COLUMNS = {
  type: 'string',
  kind: 'string',
  said: 'integer',
  text: 'string',
  act: 'string',
  mode: 'string',
  date: 'string',
  wikidata: 'string',
} as const;

export const EDGE_COLUMNS = {
  type: 'string',
  record: 'string',
  label: 'string',
  act: 'string',
  family: 'string',
  mode: 'string',
  date: 'string',
  from: 'string',
  to: 'string',
  text: 'string',
  documents: 'string',
  origins: 'integer',
  status: 'string',
} as const;

type Attributes<C> = { readonly [K in keyof C]?: string | number | null };

export interface NodeItem {
  readonly id: string;
  readonly label: string;
  readonly attributes: Attributes<typeof NODE_COLUMNS>;
}

export interface EdgeItem {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly attributes: Attributes<typeof EDGE_COLUMNS>;
}

export interface GraphItems {
  readonly nodes: Iterable<NodeItem>;
  readonly edges: AsyncIterable<EdgeItem>;
}

/** How often the reading starts anew when the record changes under it. */
const TRIES = 3;

/**
 * The multigraph of a query: parallel statements stay parallel edges, each with its own id. The
 * record is read twice, so that nodes can be written before edges without holding the edges.
 */
export async function graphItems(selection: Selection, level: GraphLevel): Promise<GraphItems> {
  for (let attempt = 1; ; attempt += 1) {
    const revision = await selection.reader.revision();
    const nodes = await nodesOf(selection, level);
    if ((await selection.reader.revision()) === revision || attempt === TRIES)
      return { nodes: nodes.values(), edges: edgesOf(selection, level, nodes) };
  }
}

async function nodesOf(selection: Selection, level: GraphLevel): Promise<Map<string, NodeItem>> {
  const said = new Map<string, number>();
  const touch = (id: string, more = 0) => said.set(id, (said.get(id) ?? 0) + more);
  const nodes = new Map<string, NodeItem>();
  for await (const batch of selection.statements()) {
    for (const statement of batch) {
      touch(statement.speaker, 1);
      for (const id of [...statement.about, ...statement.addressees]) touch(id);
      if (level === 'statements') nodes.set(statement.id, statementNode(statement));
    }
  }
  for await (const claim of selection.claims()) {
    for (const { id } of membersOf(claim)) touch(id);
    const node = claimNode(claim);
    if (node) nodes.set(node.id, node);
  }
  for (const actor of (await actorsAmong(selection.reader, said.keys())).values()) {
    const { id, name, kind, wikidata } = actor;
    const attributes = { type: 'actor', kind, said: said.get(id) ?? 0, wikidata };
    nodes.set(id, { id, label: name, attributes });
  }
  return nodes;
}

function statementNode({ id, text, act, mode, said }: StoredStatement): NodeItem {
  return { id, label: text, attributes: { type: 'statement', text, act, mode, date: said } };
}

function claimNode(claim: Claim): NodeItem | null {
  const { type, record } = claim;
  if (type === 'relation') return null;
  const kind = type === 'event' ? record.kind : record.state;
  return { id: record.id, label: record.name, attributes: { type, kind, date: record.date } };
}

/** The actors of a claim and what each has to do with it. */
function membersOf({ type, record }: Claim): { id: string; edge: string; label: string }[] {
  switch (type) {
    case 'agreement':
      return [
        ...record.parties.map((id) => ({ id, edge: 'party', label: 'party' })),
        ...record.signatories.map((id) => ({ id, edge: 'signed', label: 'signatory' })),
      ];
    case 'event':
      return record.participants.map(({ actor, role }) => ({
        id: actor,
        edge: 'took-part',
        label: role,
      }));
    case 'relation':
      return [record.from, record.to].map((id) => ({ id, edge: 'relation', label: record.kind }));
  }
}

async function* edgesOf(
  selection: Selection,
  level: GraphLevel,
  nodes: ReadonlyMap<string, NodeItem>,
): AsyncGenerator<EdgeItem> {
  const checked = (edges: EdgeItem[]) => {
    const lost = edges.find(({ source, target }) => !nodes.has(source) || !nodes.has(target));
    if (lost) throw new Error(`the record changed while it was exported: ${lost.id}`);
    return edges;
  };
  for await (const batch of selection.statements())
    yield* checked(batch.flatMap((it) => (level === 'actors' ? saying(it) : around(it))));
  for await (const claim of selection.claims()) yield* checked(claimEdges(claim));
}

function statementAttributes(statement: StoredStatement): EdgeItem['attributes'] {
  const { id, act, mode, said, text, reports, status } = statement;
  const days = said === null ? null : dayRange(said);
  return {
    record: id,
    act,
    family: FAMILY_OF_ACT[act],
    mode,
    date: said,
    from: days?.from ?? null,
    to: days?.to ?? null,
    text,
    documents: reports.map(({ document }) => document).join(' '),
    origins: new Set(reports.map(({ origin }) => origin)).size,
    status,
  };
}

/** One edge from the speaker to each actor that the statement is about or addressed to. */
function saying(statement: StoredStatement): EdgeItem[] {
  const { id, speaker, about, addressees } = statement;
  return [...new Set<string>([...about, ...addressees])].map((target) => {
    const roles = [
      ...((about as string[]).includes(target) ? ['about'] : []),
      ...((addressees as string[]).includes(target) ? ['addressed'] : []),
    ];
    const attributes = { ...statementAttributes(statement), type: 'says', label: roles.join(' ') };
    return { id: `${id}>${target}`, source: speaker, target, attributes };
  });
}

function around(statement: StoredStatement): EdgeItem[] {
  const { id, speaker, about, addressees } = statement;
  const edge = (type: string, source: string, target: string) => ({
    id: `${type}:${id}>${type === 'made' ? speaker : target}`,
    source,
    target,
    attributes: { ...statementAttributes(statement), type, text: null, label: type },
  });
  return [
    edge('made', speaker, id),
    ...about.map((target) => edge('about', id, target)),
    ...addressees.map((target) => edge('addressed', id, target)),
  ];
}

function claimEdges(claim: Claim): EdgeItem[] {
  const { type, record } = claim;
  const date = type === 'relation' ? record.valid : record.date;
  const days = date === null ? null : dayRange(date);
  const common = {
    record: record.id,
    date,
    from: days?.from ?? null,
    to: days?.to ?? null,
    documents: [...new Set(record.evidence.map(({ document }) => document))].join(' '),
    status: record.status,
  };
  if (type === 'relation') {
    const label = record.title === null ? record.kind : `${record.kind}: ${record.title}`;
    const attributes = { ...common, type: 'relation', label };
    return [{ id: record.id, source: record.from, target: record.to, attributes }];
  }
  return membersOf(claim).map(({ id, edge, label }) => ({
    id: `${edge}:${record.id}>${id}:${label}`,
    source: id,
    target: record.id,
    attributes: { ...common, type: edge, label },
  }));
}
