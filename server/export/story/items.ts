import type { Selector } from '../../../graph-data/schema/index.ts';
import {
  dateWords,
  type ActorRef,
  type AgreementReply,
  type DocumentRef,
  type EventReply,
  type EvidenceReply,
  type RelationReply,
  type ReportReply,
  type StatementReply,
} from '../../contract/index.ts';
import { html, type Html } from './html.ts';

const names = (actors: readonly ActorRef[]) => actors.map(({ name }) => name).join(', ');
const fact = (words: string, value: string | null) =>
  value === null || value === '' ? null : `${words} ${value}`;
const day = (edtf: string | null) => (edtf === null ? null : dateWords(edtf));
const told = (facts: readonly (string | null)[]) =>
  facts.filter((each) => each !== null).join(' · ');

/** Words as they stand in the text around them, which is kept to whole words. */
function passage({ prefix, exact, suffix }: Selector): Html {
  const before = prefix.replace(/^\S*\s+/u, '');
  const after = suffix.replace(/\s+\S*$/u, '');
  return html`… ${before}<mark>${exact}</mark>${after} …`;
}

function passages(document: DocumentRef, selectors: readonly Selector[], more: string | null) {
  const at = selectors.map(({ start, end }) => `${start}-${end}`).join(', ');
  const from = told([
    document.title,
    document.outlet?.name ?? null,
    day(document.published),
    more,
    `characters ${at}`,
  ]);
  return html`<blockquote>
    ${selectors.map((selector) => html`<p>${passage(selector)}</p>`)}
    <p class="quiet"><a href="#${document.id}">${from}</a></p>
  </blockquote>`;
}

function report({ document, content, via }: ReportReply): Html {
  return passages(document, content, fact('carried by', names(via)));
}

export function statementItem(statement: StatementReply): Html {
  const { id, speaker, act, mode, said, about, addressees, reports, origins, status } = statement;
  const facts = told([
    act,
    mode,
    said === null ? 'day not known' : `said ${dateWords(said)}`,
    fact('about', names(about)),
    fact('to', names(addressees)),
    reports.length > 1 ? `${reports.length} reports, ${origins} of them independent` : null,
    status === 'accepted' ? null : status,
  ]);
  return html`<article id="${id}">
    <h3>${speaker.name}</h3>
    <p class="quiet">${facts}</p>
    ${reports.map(report)}
  </article> `;
}

function evidence(items: readonly EvidenceReply[]): Html[] {
  return items.map(({ document, selectors }) => passages(document, selectors, null));
}

function claim(id: string, heading: string, facts: string, rest: readonly Html[]): Html {
  return html`<article id="${id}">
    <h3>${heading}</h3>
    <p class="quiet">${facts}</p>
    ${rest}
  </article> `;
}

export function agreementItem(agreement: AgreementReply): Html {
  const { id, name, summary, parties, signatories, date, place, state, status } = agreement;
  const facts = told([
    state,
    fact('between', names(parties)),
    fact('signed by', names(signatories)),
    day(date),
    place,
    status === 'accepted' ? null : status,
  ]);
  return claim(id, name, facts, [html`<p>${summary}</p>`, ...evidence(agreement.evidence)]);
}

export function eventItem(event: EventReply): Html {
  const { id, name, kind, participants, date, place, status } = event;
  const parts = participants.map(({ actor, role }) => `${actor.name} (${role})`).join(', ');
  const facts = told([kind, parts, day(date), place, status === 'accepted' ? null : status]);
  return claim(id, name, facts, evidence(event.evidence));
}

export function relationItem(relation: RelationReply): Html {
  const { id, kind, from, to, title, valid, status } = relation;
  const facts = told([title, day(valid), status === 'accepted' ? null : status]);
  return claim(id, `${from.name}: ${kind} ${to.name}`, facts, evidence(relation.evidence));
}
