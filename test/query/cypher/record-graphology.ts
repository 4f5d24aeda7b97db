import Graph from 'graphology';
import { dayRange } from '../../../graph-data/schema/index.ts';
import type { Evidence, Records, Selector } from '../../../graph-data/schema/index.ts';
import type { Value } from '../../../server/query/cypher/value.ts';
import type { CypherEdgeAttributes, CypherNodeAttributes } from './graphology-graph.ts';
import { GraphologyGraph } from './graphology-graph.ts';

const labels: Readonly<Record<string, string>> = {
  person: 'Person',
  state: 'State',
  'government-body': 'GovernmentBody',
  'armed-force': 'ArmedForce',
  'international-organisation': 'InternationalOrganisation',
  'think-tank': 'ThinkTank',
  media: 'Media',
  company: 'Company',
  group: 'Group',
};

const relationTypes: Readonly<Record<string, string>> = {
  'holds-office': 'HOLDS_OFFICE',
  'member-of': 'MEMBER_OF',
  'part-of': 'PART_OF',
  'ally-of': 'ALLY_OF',
  commands: 'COMMANDS',
  'depends-on': 'DEPENDS_ON',
  supports: 'SUPPORTS',
  opposes: 'OPPOSES',
  sanctions: 'SANCTIONS',
};

function properties(record: object, names: readonly string[]): Map<string, Value> {
  const all = new Map<string, Value>(Object.entries(record));
  const entries = names.map((name) => [name, all.get(name) ?? null] as const);
  return new Map(entries.filter(([, value]) => value !== null && value !== ''));
}

function quoted(selectors: readonly Selector[]): [string, Value][] {
  return [
    ['quote', selectors.map(({ exact }) => exact).join(' ')],
    ['start', BigInt(Math.min(...selectors.map(({ start }) => start)))],
    ['end', BigInt(Math.max(...selectors.map(({ end }) => end)))],
  ];
}

/** First and last day that a date may mean. */
function days(name: string, edtf: string | null): Map<string, Value> {
  const range = edtf === null ? null : dayRange(edtf);
  if (!range) return new Map();
  const { from, to } = range;
  return new Map([
    [`${name}From`, from ?? '0000-00-00'],
    [`${name}To`, to ?? '9999-99-99'],
  ]);
}

const provenance = ['status', 'method', 'confidence'];
const live = ({ status }: { status: string }) => status !== 'rejected';

/**
 * The record as a graph, built from the records themselves by what docs/cypher.md says of the
 * model: the oracle that the store's graph is compared with.
 */
export function recordGraphology(records: Records): GraphologyGraph {
  const graph = new Graph<CypherNodeAttributes, CypherEdgeAttributes>({
    type: 'directed',
    multi: true,
  });
  const node = (id: string, names: readonly string[], map: Map<string, Value>) =>
    graph.addNode(id, { labels: names, properties: map });
  const edge = (type: string, from: string, to: string, map: Iterable<[string, Value]> = []) =>
    graph.addEdge(from, to, { type, properties: new Map(map) });
  const evidence = (id: string, list: readonly Evidence[]) => {
    for (const { document, selectors } of list)
      edge('REPORTED_IN', id, document, quoted(selectors));
  };

  for (const actor of records.actors) {
    const names = ['id', 'name', 'kind', 'wikidata', 'note', 'country'];
    const map = properties(actor, names);
    if (actor.aliases.length > 0) map.set('aliases', actor.aliases);
    node(actor.id, ['Actor', labels[actor.kind] ?? ''], map);
  }
  for (const document of records.documents) {
    const names = ['id', 'title', 'published', 'language', 'url', 'sha256', 'holding', 'note'];
    const map = properties(document, names);
    node(document.id, ['Document'], new Map([...map, ...days('published', document.published)]));
    if (document.outlet !== null) edge('PUBLISHED_BY', document.id, document.outlet);
  }
  for (const statement of records.statements.filter(live)) {
    const names = ['id', 'text', 'mode', 'act', 'said', ...provenance];
    const said = days('said', statement.said);
    node(statement.id, ['Statement'], new Map([...properties(statement, names), ...said]));
    edge('MADE', statement.speaker, statement.id);
    for (const actor of statement.about) edge('ABOUT', statement.id, actor);
    for (const actor of statement.addressees) edge('ADDRESSED_TO', statement.id, actor);
    for (const report of statement.reports) {
      const cue: [string, Value][] = report.cue ? [['cue', report.cue.exact]] : [];
      const map = [...quoted(report.content), ...cue, ['origin', report.origin] as [string, Value]];
      edge('REPORTED_IN', statement.id, report.document, map);
      for (const actor of report.via) edge('CARRIED_BY', statement.id, actor);
    }
  }
  for (const agreement of records.agreements.filter(live)) {
    const names = ['id', 'name', 'summary', 'date', 'place', 'state', ...provenance];
    const dated = days('date', agreement.date);
    node(agreement.id, ['Agreement'], new Map([...properties(agreement, names), ...dated]));
    for (const actor of agreement.parties) edge('PARTY_TO', actor, agreement.id);
    for (const actor of agreement.signatories) edge('SIGNED', actor, agreement.id);
    evidence(agreement.id, agreement.evidence);
  }
  for (const event of records.events.filter(live)) {
    const names = ['id', 'kind', 'name', 'date', 'place', ...provenance];
    const map = new Map([...properties(event, names), ...days('date', event.date)]);
    node(event.id, ['Event'], map);
    for (const { actor, role } of event.participants)
      edge('TOOK_PART', actor, event.id, [['role', role]]);
    evidence(event.id, event.evidence);
  }
  for (const relation of records.relations.filter(live)) {
    const map = properties(relation, ['id', 'title', 'valid', ...provenance]);
    const dated = [...map, ...days('valid', relation.valid)];
    edge(relationTypes[relation.kind] ?? '', relation.from, relation.to, dated);
  }
  return new GraphologyGraph(graph);
}
