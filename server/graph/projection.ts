import {
  ACT_FAMILIES,
  dayRange,
  FAMILY_OF_ACT,
  type Act,
  type ActFamily,
  type Agreement,
  type Event,
  type Relation,
} from '../../graph-data/schema/index.ts';
import { compareStrings, type GraphEdge, type GraphLevel } from '../contract/index.ts';
import type { StoredStatement } from '../store/store.ts';

export type Claim =
  | { readonly type: 'agreement'; readonly record: Agreement }
  | { readonly type: 'event'; readonly record: Event }
  | { readonly type: 'relation'; readonly record: Relation };

type EdgeType = GraphEdge['attributes']['type'];

/** A node before it is placed; actors get name and kind when all are known. */
export interface NodeDraft {
  readonly type: 'actor' | 'agreement' | 'event' | 'statement';
  label: string;
  /** Statements made. */
  said: number;
}

/** One record behind an edge. */
interface Behind {
  readonly record: string;
  readonly family: ActFamily | null;
  /** EDTF; null when not known. */
  readonly date: string | null;
  readonly proposed: boolean;
}

export interface EdgeDraft {
  readonly type: EdgeType;
  readonly source: string;
  readonly target: string;
  readonly label: string | null;
  readonly records: { readonly id: string; readonly from: string | null }[];
  readonly families: Record<ActFamily, number>;
  from: string | null;
  to: string | null;
  proposed: boolean;
}

function noFamilies(): Record<ActFamily, number> {
  return Object.fromEntries(ACT_FAMILIES.map((family) => [family, 0])) as Record<ActFamily, number>;
}

const earlier = (a: string | null, b: string | null) =>
  b === null || (a !== null && a < b) ? a : b;
const later = (a: string | null, b: string | null) => (b === null || (a !== null && a > b) ? a : b);

/**
 * The property graph of records as drafts of nodes and edges. Statements are aggregated into one
 * `says` edge for each ordered pair of speaker and actor spoken of or to; agreements, events and
 * relations keep their own edges. At level `statements` every statement is a node.
 */
export class Projection {
  readonly nodes = new Map<string, NodeDraft>();
  readonly edges = new Map<string, EdgeDraft>();
  statements = 0;
  readonly #level: GraphLevel;

  constructor(level: GraphLevel) {
    this.#level = level;
  }

  addStatement(statement: StoredStatement): void {
    this.statements += 1;
    this.#actor(statement.speaker).said += 1;
    const behind = {
      record: statement.id,
      family: familyOf(statement.act),
      date: statement.said,
      proposed: statement.status === 'proposed',
    };
    if (this.#level === 'actors') this.#addSaying(statement, behind);
    else this.#addStatementNode(statement, behind);
  }

  /** Speaker to each actor that the statement is about or addressed to, once each. */
  #addSaying({ speaker, about, addressees }: StoredStatement, behind: Behind): void {
    for (const target of new Set<string>([...about, ...addressees])) {
      this.#edge('says', `says:${speaker}>${target}`, speaker, target, behind);
    }
  }

  #addStatementNode(statement: StoredStatement, behind: Behind): void {
    const { id, speaker, about, addressees, text } = statement;
    this.nodes.set(id, { type: 'statement', label: text, said: 0 });
    this.#edge('made', `made:${id}`, speaker, id, behind);
    for (const target of about) this.#edge('about', `about:${id}>${target}`, id, target, behind);
    for (const target of addressees)
      this.#edge('addressed', `addressed:${id}>${target}`, id, target, behind);
  }

  addClaim(claim: Claim): void {
    if (claim.type === 'agreement') this.#addAgreement(claim.record);
    else if (claim.type === 'event') this.#addEvent(claim.record);
    else this.#addRelation(claim.record);
  }

  #addAgreement({ id, name, parties, signatories, date, status }: Agreement): void {
    this.nodes.set(id, { type: 'agreement', label: name, said: 0 });
    const behind = { record: id, family: null, date, proposed: status === 'proposed' };
    for (const party of parties) this.#edge('party', `party:${id}>${party}`, party, id, behind);
    for (const person of signatories)
      this.#edge('signed', `signed:${id}>${person}`, person, id, behind);
  }

  #addEvent({ id, name, participants, date, status }: Event): void {
    this.nodes.set(id, { type: 'event', label: name, said: 0 });
    const behind = { record: id, family: null, date, proposed: status === 'proposed' };
    for (const { actor, role } of participants)
      this.#edge('took-part', `took-part:${id}>${actor}:${role}`, actor, id, behind, role);
  }

  #addRelation({ id, kind, from, to, valid, status }: Relation): void {
    const behind = { record: id, family: null, date: valid, proposed: status === 'proposed' };
    this.#edge('relation', id, from, to, behind, kind);
  }

  #actor(id: string): NodeDraft {
    const known = this.nodes.get(id);
    if (known) return known;
    const draft: NodeDraft = { type: 'actor', label: id, said: 0 };
    this.nodes.set(id, draft);
    return draft;
  }

  #edge(
    type: EdgeType,
    key: string,
    source: string,
    target: string,
    behind: Behind,
    label: string | null = null,
  ): void {
    for (const end of [source, target]) if (!this.nodes.has(end)) this.#actor(end);
    const range = behind.date === null ? null : dayRange(behind.date);
    const [from, to] = [range?.from ?? range?.to ?? null, range?.to ?? range?.from ?? null];
    let edge = this.edges.get(key);
    if (!edge) {
      const families = noFamilies();
      edge = { type, source, target, label, records: [], families, from, to, proposed: true };
      this.edges.set(key, edge);
    }
    edge.records.push({ id: behind.record, from });
    if (behind.family !== null) edge.families[behind.family] += 1;
    edge.from = earlier(edge.from, from);
    edge.to = later(edge.to, to);
    edge.proposed &&= behind.proposed;
  }
}

function familyOf(act: Act): ActFamily {
  return FAMILY_OF_ACT[act];
}

/** Ids of the records behind an edge, newest first, undated ones last, ties by id. */
export function newestFirst(records: EdgeDraft['records']): string[] {
  const byDate = [...records].sort(
    (a, b) => compareStrings(b.from ?? '', a.from ?? '') || compareStrings(a.id, b.id),
  );
  return byDate.map(({ id }) => id);
}
