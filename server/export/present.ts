import type {
  Actor,
  Agreement,
  Document,
  Event,
  Evidence,
  Relation,
} from '../../graph-data/schema/index.ts';
import {
  summaryOf,
  withPlainSpaces,
  type ActorRef,
  type AgreementReply,
  type DocumentRef,
  type EventReply,
  type EvidenceReply,
  type RelationReply,
  type StatementReply,
} from '../contract/index.ts';
import type { Claim } from '../graph/projection.ts';
import type { RecordReader, StoredStatement } from '../store/store.ts';

export function actorRef({ id, name, kind }: Actor): ActorRef {
  return { id, name, kind };
}

type Reader = Pick<RecordReader, 'actorsById' | 'documentsById'>;

/** Looks up the actors and documents that records name, all at once, and writes them out. */
export class Presenter {
  readonly #actors = new Map<string, ActorRef>();
  readonly #documents = new Map<string, DocumentRef>();

  private constructor(actors: readonly Actor[], documents: readonly Document[]) {
    for (const actor of actors) this.#actors.set(actor.id, actorRef(actor));
    for (const { id, title, outlet, published } of documents) {
      const ref = { id, title, outlet: outlet && this.actor(outlet), published };
      this.#documents.set(id, ref);
    }
  }

  /** @param actorIds, documentIds may hold repeats */
  static async for(
    reader: Reader,
    actorIds: readonly string[],
    documentIds: readonly string[],
  ): Promise<Presenter> {
    const documents = await reader.documentsById([...new Set(documentIds)]);
    const outlets = documents.flatMap(({ outlet }) => outlet ?? []);
    const actors = await reader.actorsById([...new Set([...actorIds, ...outlets])]);
    return new Presenter(actors, documents);
  }

  actor(id: string): ActorRef {
    const ref = this.#actors.get(id);
    if (ref) return ref;
    throw new Error(`a record names the actor ${id}, which the store does not hold`);
  }

  document(id: string): DocumentRef {
    const ref = this.#documents.get(id);
    if (ref) return ref;
    throw new Error(`a record names the document ${id}, which the store does not hold`);
  }

  actors(ids: readonly string[]): ActorRef[] {
    return ids.map((id) => this.actor(id));
  }

  statement(statement: StoredStatement): StatementReply {
    const { speaker, addressees, about, reports, ...rest } = statement;
    return {
      ...rest,
      speaker: this.actor(speaker),
      summary: summaryOf(withPlainSpaces(rest.text)),
      addressees: this.actors(addressees),
      about: this.actors(about),
      reports: reports.map((report) => ({
        ...report,
        document: this.document(report.document),
        via: this.actors(report.via),
      })),
      origins: new Set(reports.map(({ origin }) => origin)).size,
    };
  }

  evidence(evidence: readonly Evidence[]): EvidenceReply[] {
    return evidence.map(({ document, selectors }) => ({
      document: this.document(document),
      selectors,
    }));
  }

  agreement(agreement: Agreement): AgreementReply {
    return {
      ...agreement,
      parties: this.actors(agreement.parties),
      signatories: this.actors(agreement.signatories),
      evidence: this.evidence(agreement.evidence),
    };
  }

  event(event: Event): EventReply {
    return {
      ...event,
      participants: event.participants.map(({ actor, role }) => ({
        actor: this.actor(actor),
        role,
      })),
      evidence: this.evidence(event.evidence),
    };
  }

  relation(relation: Relation): RelationReply {
    return {
      ...relation,
      from: this.actor(relation.from),
      to: this.actor(relation.to),
      evidence: this.evidence(relation.evidence),
    };
  }
}

/** Records of several types, to be written out together. */
export interface Bundle {
  readonly statements?: readonly StoredStatement[];
  readonly agreements?: readonly Agreement[];
  readonly events?: readonly Event[];
  readonly relations?: readonly Relation[];
}

/** A presenter that knows every actor and document that these records name. */
export function presenterFor(reader: Reader, bundle: Bundle): Promise<Presenter> {
  const { statements = [], agreements = [], events = [], relations = [] } = bundle;
  const actors = [
    ...statements.flatMap((it) => [
      it.speaker,
      ...it.addressees,
      ...it.about,
      ...it.reports.flatMap(({ via }) => via),
    ]),
    ...agreements.flatMap((it) => [...it.parties, ...it.signatories]),
    ...events.flatMap((it) => it.participants.map(({ actor }) => actor)),
    ...relations.flatMap((it) => [it.from, it.to]),
  ];
  const evidence = [...agreements, ...events, ...relations].flatMap((it) => it.evidence);
  const documents = [
    ...statements.flatMap((it) => it.reports.map(({ document }) => document)),
    ...evidence.map(({ document }) => document),
  ];
  return Presenter.for(reader, actors, documents);
}

export async function presentStatements(
  reader: Reader,
  statements: readonly StoredStatement[],
): Promise<StatementReply[]> {
  const presenter = await presenterFor(reader, { statements });
  return statements.map((statement) => presenter.statement(statement));
}

/** A claim as a reply, with its type. */
export type ClaimReply =
  | { readonly type: 'agreement'; readonly reply: AgreementReply }
  | { readonly type: 'event'; readonly reply: EventReply }
  | { readonly type: 'relation'; readonly reply: RelationReply };

export async function presentClaim(reader: Reader, { type, record }: Claim): Promise<ClaimReply> {
  switch (type) {
    case 'agreement': {
      const presenter = await presenterFor(reader, { agreements: [record] });
      return { type, reply: presenter.agreement(record) };
    }
    case 'event': {
      const presenter = await presenterFor(reader, { events: [record] });
      return { type, reply: presenter.event(record) };
    }
    case 'relation': {
      const presenter = await presenterFor(reader, { relations: [record] });
      return { type, reply: presenter.relation(record) };
    }
  }
}
