import type { Document } from '../../../graph-data/schema/index.ts';
import type { ResolvedQuery } from '../../contract/index.ts';
import { eachClaim, everyItem } from '../../graph/collect.ts';
import type { Claim } from '../../graph/projection.ts';
import type { RecordReader } from '../../store/store.ts';
import { Met } from '../met.ts';
import { presenterFor, presentStatements } from '../present.ts';
import { BATCH } from '../rows.ts';
import { html, type Html } from './html.ts';
import { agreementItem, eventItem, relationItem, statementItem } from './items.ts';
import { FOOT, head } from './page.ts';

/** What the whole match holds, counted before it is told. */
interface Tally {
  readonly statements: number;
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
  reader: RecordReader,
  query: ResolvedQuery,
  { search }: { readonly search: string },
): AsyncGenerator<string> {
  const tally = await tallyOf(reader, query);
  yield head(search === '' ? 'The whole record' : search);
  yield (await opening(reader, search, tally)).text;
  const met = new Met();
  yield* statementItems(reader, query, met);
  yield* claimItems(reader, query, met);
  yield* documentItems(reader, met);
  yield FOOT;
}

async function tallyOf(reader: RecordReader, query: ResolvedQuery): Promise<Tally> {
  const documents = new Set<string>();
  const origins = new Set<string>();
  const speakers = new Map<string, number>();
  let statements = 0;
  for await (const batch of reader.eachStatement(query, BATCH)) {
    statements += batch.length;
    for (const { speaker, reports } of batch) {
      speakers.set(speaker, (speakers.get(speaker) ?? 0) + 1);
      for (const { document, origin } of reports) {
        documents.add(document);
        origins.add(origin);
      }
    }
  }
  return { statements, documents: documents.size, origins: origins.size, speakers };
}

const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;

/** Speakers named in the opening; the rest are counted. */
const SPEAKERS = 20;

async function opening(reader: RecordReader, search: string, tally: Tally): Promise<Html> {
  const { statements, documents, origins, speakers } = tally;
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
  return html`<p>
      ${counted(statements, 'statement')} in ${counted(documents, 'document')}, from
      ${counted(origins, 'independent origin')}.
    </p>
    <p class="quiet">
      Record at revision ${await reader.revision()}.
      ${search === '' ? null : html`Asked: <code>${search}</code>`}
    </p>
    <table>
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
    ${others > 0 ? html`<p class="quiet">and ${others} more speakers</p>` : null}`;
}

/** By the day they were said, earliest first; undated ones last. */
async function* statementItems(
  reader: RecordReader,
  query: ResolvedQuery,
  met: Met,
): AsyncGenerator<string> {
  yield '<h2>Who said what</h2>';
  for await (const statement of everyItem((page) => reader.statements(query, 'said', page))) {
    met.add(
      [],
      statement.reports.map(({ document }) => document),
    );
    for (const reply of await presentStatements(reader, [statement]))
      yield statementItem(reply).text;
  }
}

async function* claimItems(
  reader: RecordReader,
  query: ResolvedQuery,
  met: Met,
): AsyncGenerator<string> {
  let section: Claim['type'] | null = null;
  for await (const claim of eachClaim(reader, query)) {
    if (claim.type !== section) yield `<h2>${SECTIONS[(section = claim.type)]}</h2>`;
    met.add(
      [],
      claim.record.evidence.map(({ document }) => document),
    );
    yield (await claimItem(reader, claim)).text;
  }
}

async function claimItem(reader: RecordReader, { type, record }: Claim): Promise<Html> {
  switch (type) {
    case 'agreement':
      return agreementItem(
        (await presenterFor(reader, { agreements: [record] })).agreement(record),
      );
    case 'event':
      return eventItem((await presenterFor(reader, { events: [record] })).event(record));
    case 'relation':
      return relationItem((await presenterFor(reader, { relations: [record] })).relation(record));
  }
}

async function* documentItems(reader: RecordReader, met: Met): AsyncGenerator<string> {
  yield '<h2>Documents</h2>';
  for await (const { documents } of met.read(reader)) {
    const outlets = await reader.actorsById(documents.flatMap(({ outlet }) => outlet ?? []));
    const names = new Map<string, string>(outlets.map(({ id, name }) => [id, name]));
    for (const document of documents)
      yield documentItem(document, names.get(document.outlet ?? '') ?? null).text;
  }
}

function documentItem(document: Document, outlet: string | null): Html {
  const { id, title, authors, published, url, sha256, note } = document;
  const facts = [outlet, authors.join(', ') || null, published ?? 'date not known', note || null];
  return html`<article id="${id}">
    <h3>${title}</h3>
    <p class="quiet">${facts.filter((each) => each !== null).join(' · ')}</p>
    ${url === null ? null : html`<p class="quiet"><a href="${url}">${url}</a></p>`}
    <p class="quiet">SHA-256 <code>${sha256}</code></p>
  </article>`;
}
