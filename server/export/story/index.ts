import type { Document } from '../../../graph-data/schema/index.ts';
import { dateWords } from '../../contract/index.ts';
import type { Claim } from '../../graph/projection.ts';
import { outletName, outletsOf, type RecordReader } from '../../store/store.ts';
import { Met } from '../met.ts';
import { presentClaim, presentStatements, type ClaimReply } from '../present.ts';
import type { Selection } from '../selection.ts';
import { html, type Html } from './html.ts';
import { agreementItem, eventItem, relationItem, statementItem } from './items.ts';
import { FOOT, head } from './page.ts';

/** What the whole match holds, counted before it is told. */
interface Tally {
  readonly statements: number;
  readonly claims: Readonly<Record<Claim['type'], number>>;
  readonly documents: number;
  readonly origins: number;
  /** Statements by speaker's id. */
  readonly speakers: ReadonlyMap<string, number>;
}

const SECTIONS: Readonly<Record<Claim['type'], string>> = {
  agreement: 'What was agreed',
  event: 'What happened',
  relation: 'Who is tied to whom',
};

/**
 * The one-file story: everything that matches as a page that can be mailed, printed and kept. It
 * holds its own style, no script, nothing from elsewhere; every record stands with the passages it
 * rests on, every document with the hash by which its text is known.
 */
export async function* story(
  selection: Selection,
  { told }: { readonly told: string },
): AsyncGenerator<string> {
  const { reader } = selection;
  const tally = await tallyOf(selection);
  yield head(told === '' ? 'The whole record' : told);
  yield (await opening(reader, told, tally)).text;
  const met = new Met();
  if (tally.statements > 0) yield '<h2>Who said what</h2>';
  yield* statementItems(selection, met);
  yield* claimItems(selection, met);
  yield* documentItems(reader, met);
  yield FOOT;
}

async function tallyOf(selection: Selection): Promise<Tally> {
  const documents = new Set<string>();
  const origins = new Set<string>();
  const speakers = new Map<string, number>();
  let statements = 0;
  for await (const batch of selection.statements()) {
    statements += batch.length;
    for (const { speaker, reports } of batch) {
      speakers.set(speaker, (speakers.get(speaker) ?? 0) + 1);
      for (const { document, origin } of reports) {
        documents.add(document);
        origins.add(origin);
      }
    }
  }
  const claims = { agreement: 0, event: 0, relation: 0 };
  for await (const { type, record } of selection.claims()) {
    claims[type] += 1;
    for (const { document } of record.evidence) documents.add(document);
  }
  return { statements, claims, documents: documents.size, origins: origins.size, speakers };
}

const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;

/** Speakers named in the opening; the rest are counted. */
const SPEAKERS = 20;

/** "12 statements, 1 agreement in 3 documents, from 2 independent origins." */
function summed({ statements, claims, documents, origins }: Tally): string {
  const told = [
    ...(statements > 0 ? [counted(statements, 'statement')] : []),
    ...Object.entries(claims).flatMap(([type, n]) => (n > 0 ? [counted(n, type)] : [])),
  ];
  if (told.length === 0) return 'Nothing in the record matches.';
  const from = statements === 0 ? '' : `, from ${counted(origins, 'independent origin')}`;
  return `${told.join(', ')} in ${counted(documents, 'document')}${from}.`;
}

async function opening(reader: RecordReader, told: string, tally: Tally): Promise<Html> {
  return html`<p>${summed(tally)}</p>
    <p class="quiet">
      Record at revision ${await reader.revision()}.
      ${told === '' ? null : html`Asked: <code>${told}</code>`}
    </p>
    ${tally.speakers.size === 0 ? null : await speakersTable(reader, tally)}`;
}

async function speakersTable(reader: RecordReader, { speakers }: Tally): Promise<Html> {
  const most = [...speakers].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const listed = most.slice(0, SPEAKERS);
  const actors = await reader.actorsById(listed.map(([id]) => id));
  const rows = listed.map(([id, count]) => {
    const name = actors.find((actor) => actor.id === id)?.name ?? id;
    return html`<tr>
      <td>${name}</td>
      <td class="number">${count}</td>
    </tr>`;
  });
  const others = most.length - listed.length;
  return html`<table>
      <thead>
        <tr>
          <th>Speaker</th>
          <th>Statements</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    ${others > 0 ? html`<p class="quiet">and ${counted(others, 'more speaker')}</p>` : null}`;
}

/** By the day they were said, earliest first; undated ones last. */
async function* statementItems(selection: Selection, met: Met): AsyncGenerator<string> {
  const { reader } = selection;
  for await (const statement of selection.statementsByDay()) {
    met.add(
      [],
      statement.reports.map(({ document }) => document),
    );
    for (const reply of await presentStatements(reader, [statement]))
      yield statementItem(reply).text;
  }
}

async function* claimItems(selection: Selection, met: Met): AsyncGenerator<string> {
  let section: Claim['type'] | null = null;
  for await (const claim of selection.claims()) {
    if (claim.type !== section) yield `<h2>${SECTIONS[(section = claim.type)]}</h2>`;
    met.add(
      [],
      claim.record.evidence.map(({ document }) => document),
    );
    yield claimItem(await presentClaim(selection.reader, claim)).text;
  }
}

function claimItem({ type, reply }: ClaimReply): Html {
  switch (type) {
    case 'agreement':
      return agreementItem(reply);
    case 'event':
      return eventItem(reply);
    case 'relation':
      return relationItem(reply);
  }
}

async function* documentItems(reader: RecordReader, met: Met): AsyncGenerator<string> {
  yield '<h2>Documents</h2>';
  for await (const { documents } of met.read(reader)) {
    const outlets = await outletsOf(reader, documents);
    for (const document of documents)
      yield documentItem(document, outletName(outlets, document)).text;
  }
}

function documentItem(document: Document, outlet: string | null): Html {
  const { id, title, authors, published, url, sha256, note } = document;
  const facts = [
    outlet,
    authors.join(', ') || null,
    dateWords(published, 'date not known'),
    note || null,
  ];
  return html`<article id="${id}">
    <h3>${title}</h3>
    <p class="quiet">${facts.filter((each) => each !== null).join(' · ')}</p>
    ${url === null ? null : html`<p class="quiet"><a href="${url}">${url}</a></p>`}
    <p class="quiet">SHA-256 <code>${sha256}</code></p>
  </article>`;
}
