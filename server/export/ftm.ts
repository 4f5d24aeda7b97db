import {
  dayRange,
  type Actor,
  type ActorKind,
  type Document,
  type Evidence,
  type Relation,
} from '../../graph-data/schema/index.ts';
import { summaryOf, THREE_LETTER_CODES } from '../contract/index.ts';
import type { Claim } from '../graph/projection.ts';
import { outletName, outletsOf, type Outlets, type StoredStatement } from '../store/store.ts';
import { Met } from './met.ts';
import type { Selection } from './selection.ts';

/** An entity of FollowTheMoney (followthemoney.tech): every property has a list of strings. */
interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

const SCHEMA_OF_KIND: Readonly<Record<ActorKind, string>> = {
  person: 'Person',
  state: 'PublicBody',
  'government-body': 'PublicBody',
  'armed-force': 'PublicBody',
  'international-organisation': 'Organization',
  'think-tank': 'Organization',
  media: 'Organization',
  company: 'Company',
  group: 'LegalEntity',
};

/** Schemas that descend from Organization: what an employer or a membership's other side must be. */
const ORGANIZATIONS = new Set(['PublicBody', 'Organization', 'Company']);

/**
 * FollowTheMoney entities as JSON lines, as Aleph and other tools of investigators load them.
 * A statement is an Event that its speaker organises and that involves whom it concerns: the model
 * has no schema for speech. Ids are ours with the colon as a hyphen.
 */
export async function* ftm(selection: Selection): AsyncGenerator<string> {
  const { reader } = selection;
  const met = new Met();
  const relations: Relation[] = [];
  for await (const batch of selection.statements())
    yield lines(batch.map((statement) => statementEntity(statement, met)));
  for await (const claim of selection.claims())
    if (claim.type === 'relation') relations.push(claim.record);
    else yield lines([eventEntity(claim, met)]);
  for (const { from, to, evidence } of relations) met.add([from, to], documentsOf(evidence));
  const schemas = new Map<string, string>();
  for await (const { documents, actors } of met.read(reader)) {
    for (const { id, kind } of actors) schemas.set(id, SCHEMA_OF_KIND[kind]);
    const outlets = await outletsOf(reader, documents);
    const articles = documents.map((document) => documentEntity(document, outlets));
    yield lines([...articles, ...actors.map(actorEntity)]);
  }
  for (const relation of relations) yield lines([relationEntity(relation, schemas)]);
}

function lines(entities: readonly Entity[]): string {
  return entities.map((entity) => `${JSON.stringify(entity)}\n`).join('');
}

type Property = string | null | readonly (string | null)[];

/** Empty properties are left out, as the model has it. */
function entity(id: string, schema: string, given: Readonly<Record<string, Property>>): Entity {
  const properties = Object.entries(given).flatMap(([name, value]): [string, string[]][] => {
    const values = [value].flat().filter((each): each is string => each !== null && each !== '');
    return values.length === 0 ? [] : [[name, [...new Set(values)]]];
  });
  return { id: keyOf(id), schema, properties: Object.fromEntries(properties) };
}

const keyOf = (id: string) => id.replace(':', '-');
const keysOf = (ids: readonly string[]) => ids.map(keyOf);
const documentsOf = (evidence: readonly Evidence[]) => evidence.map(({ document }) => document);
const wordsOf = (evidence: readonly Evidence[]) =>
  evidence.flatMap(({ selectors }) => selectors.map(({ exact }) => exact));

/** A year, month or day; the model's dates know no more. */
const PLAIN_DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/;

/** What is vaguer than a plain date is written as its first and last day. */
function datesOf(edtf: string | null): Record<string, Property> {
  if (edtf === null) return {};
  const plain = edtf.replace(/(?:T.*)?[~?%]?$/, '');
  if (PLAIN_DATE.test(plain)) return { date: plain };
  const range = dayRange(edtf);
  return { startDate: range?.from ?? null, endDate: range?.to ?? null };
}

function statementEntity(statement: StoredStatement, met: Met): Entity {
  const { id, speaker, text, mode, act, said, about, addressees, reports, status } = statement;
  const involved = [...about, ...addressees, ...reports.flatMap(({ via }) => via)];
  const documents = reports.map(({ document }) => document);
  met.add([speaker, ...involved], documents);
  return entity(id, 'Event', {
    name: summaryOf(text),
    summary: text,
    ...datesOf(said),
    organizer: keyOf(speaker),
    involved: keysOf(involved),
    keywords: ['statement', mode, act, status],
    proof: keysOf(documents),
    notes: reports.flatMap(({ content }) => content.map(({ exact }) => exact)),
    recordId: id,
  });
}

function eventEntity(claim: Exclude<Claim, { type: 'relation' }>, met: Met): Entity {
  const { id, name, date, place, status, evidence } = claim.record;
  const involved =
    claim.type === 'agreement'
      ? [...claim.record.parties, ...claim.record.signatories]
      : claim.record.participants.map(({ actor }) => actor);
  met.add(involved, documentsOf(evidence));
  const kind = claim.type === 'agreement' ? claim.record.state : claim.record.kind;
  return entity(id, 'Event', {
    name,
    summary: claim.type === 'agreement' ? claim.record.summary : null,
    ...datesOf(date),
    location: place,
    involved: keysOf(involved),
    keywords: [claim.type, kind, status],
    proof: keysOf(documentsOf(evidence)),
    notes: wordsOf(evidence),
    recordId: id,
  });
}

/** Employment and Membership where their ranges allow the two actors, else a link with its role. */
function relationEntity(relation: Relation, schemas: ReadonlyMap<string, string>): Entity {
  const { id, kind, from, to, title, valid, evidence } = relation;
  const [a, b] = [keyOf(from), keyOf(to)];
  const common = {
    role: title ?? kind,
    ...datesOf(valid),
    summary: wordsOf(evidence),
    proof: keysOf(documentsOf(evidence)),
    recordId: id,
  };
  const inOrganization = ORGANIZATIONS.has(schemas.get(to) ?? '');
  if (kind === 'holds-office' && inOrganization && schemas.get(from) === 'Person')
    return entity(id, 'Employment', { employee: a, employer: b, ...common });
  if (kind === 'member-of' && inOrganization)
    return entity(id, 'Membership', { member: a, organization: b, ...common });
  return entity(id, 'UnknownLink', { subject: a, object: b, ...common });
}

function documentEntity(document: Document, outlets: Outlets): Entity {
  const { id, title, authors, published, language, url, sha256 } = document;
  const dates = datesOf(published);
  return entity(id, 'Article', {
    name: title,
    title,
    author: authors,
    publishedAt: dates['date'] ?? dates['startDate'] ?? null,
    language: languageCode(language),
    sourceUrl: url,
    publisher: outletName(outlets, document),
    notes: `SHA-256 of the text: ${sha256}`,
  });
}

/** The model wants three letters; what has no such code here is left out rather than guessed. */
function languageCode(tag: string): string | null {
  const [language = ''] = tag.split('-');
  return language.length === 3 ? language : (THREE_LETTER_CODES.get(language) ?? null);
}

function actorEntity({ id, kind, name, aliases, wikidata, note }: Actor): Entity {
  return entity(id, SCHEMA_OF_KIND[kind], {
    name,
    alias: aliases,
    wikidataId: wikidata,
    notes: note,
  });
}
