import type {
  Actor,
  ActorId,
  Agreement,
  Document,
  Event,
  Mention,
  Relation,
  Statement,
} from '../../graph-data/schema/index.ts';
import { recordTypeOf } from '../../graph-data/schema/index.ts';
import type { AnyRecord } from '../store/store.ts';

type Rename = (id: ActorId) => ActorId;

/**
 * The record with one actor's id put in the place of another's wherever it names it; null when it
 * does not name it. A list that then names one actor twice names it once.
 */
export function renamed(record: AnyRecord, from: ActorId, into: ActorId): AnyRecord | null {
  let named = false;
  const changed = withNames(record, (id) => {
    if (id !== from) return id;
    named = true;
    return into;
  });
  return named ? changed : null;
}

/** The record with every actor that it names under another id. */
export function withNames(record: AnyRecord, rename: Rename): AnyRecord {
  switch (recordTypeOf(record.id)) {
    case 'statement':
      return statementWith(record as Statement, rename);
    case 'agreement':
      return agreementWith(record as Agreement, rename);
    case 'event':
      return eventWith(record as Event, rename);
    case 'relation': {
      const relation = record as Relation;
      return { ...relation, from: rename(relation.from), to: rename(relation.to) };
    }
    case 'mention': {
      const mention = record as Mention;
      return { ...mention, actor: mention.actor && rename(mention.actor) };
    }
    case 'document': {
      const document = record as Document;
      return { ...document, outlet: document.outlet && rename(document.outlet) };
    }
    case 'actor':
      return countryWith(record as Actor, rename);
    default:
      return record;
  }
}

function statementWith(statement: Statement, rename: Rename): Statement {
  return {
    ...statement,
    speaker: rename(statement.speaker),
    addressees: once(statement.addressees.map(rename)),
    about: once(statement.about.map(rename)),
    reports: statement.reports.map((report) => ({ ...report, via: once(report.via.map(rename)) })),
  };
}

function agreementWith(agreement: Agreement, rename: Rename): Agreement {
  return {
    ...agreement,
    parties: once(agreement.parties.map(rename)),
    signatories: once(agreement.signatories.map(rename)),
  };
}

function eventWith(event: Event, rename: Rename): Event {
  const parts = event.participants.map(({ actor, role }) => ({ actor: rename(actor), role }));
  const distinct = new Map(parts.map((part) => [`${part.actor} ${part.role}`, part]));
  return { ...event, participants: [...distinct.values()] };
}

/** No actor belongs to itself. */
function countryWith(actor: Actor, rename: Rename): Actor {
  const country = actor.country && rename(actor.country);
  return { ...actor, country: country === actor.id ? null : country };
}

export function once<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
