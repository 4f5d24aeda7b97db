import {
  anchorFault,
  figureDocument,
  type Document,
  type Selector,
} from '../../graph-data/schema/index.ts';
import { ROUTES, term, type Annotation } from '../contract/index.ts';
import { serve, type Served } from '../http/serve.ts';
import type { Store, StoredStatement } from '../store/store.ts';
import { only, pageRequest } from './ask.ts';
import type { RouteDeps } from './deps.ts';

type Mark = Omit<Annotation, 'anchored'>;

export function documentRoutes({ store }: RouteDeps): Served[] {
  return [
    serve(ROUTES.documents, async ({ query }) => {
      const filter = query.q === undefined ? {} : { text: query.q };
      const page = await store.documents(filter, pageRequest(query));
      return { ...page, items: await listed(store, page.items) };
    }),
    serve(ROUTES.document, async ({ params: { id } }) => {
      const document = only(await store.documentsById([id]), id);
      const [item] = await listed(store, [document]);
      const text = await store.text(document.id);
      const annotations = (await marksOf(store, document)).map((mark) => ({
        ...mark,
        anchored: text === null ? null : anchorFault(text, mark.selector) === null,
      }));
      return { ...only(item ? [item] : [], id), text, annotations };
    }),
  ];
}

async function listed(store: Store, documents: readonly Document[]) {
  const counts = await store.statementCounts(documents.map(({ id }) => id));
  const outlets = await store.actorsById(documents.flatMap(({ outlet }) => outlet ?? []));
  const names = new Map<string, string>(outlets.map(({ id, name }) => [id, name]));
  return documents.map((document, i) => ({
    ...document,
    outletName: document.outlet === null ? null : (names.get(document.outlet) ?? null),
    statements: counts[i] ?? 0,
  }));
}

/** Every marked span of a document, by where it begins, longer spans first. */
async function marksOf(store: Store, { id }: Document): Promise<Mark[]> {
  const marks: Mark[] = [];
  const query = term({ key: 'document' as const, ids: [id] });
  for await (const batch of store.eachStatement(query, 500)) {
    marks.push(...batch.flatMap((statement) => statementMarks(statement, id)));
  }
  for (const mention of await store.mentions(id)) {
    marks.push({
      record: mention.actor ?? mention.id,
      role: 'mention',
      selector: mention.selector,
    });
  }
  marks.push(...(await claimMarks(store, id)));
  return marks.sort(
    (a, b) => a.selector.start - b.selector.start || b.selector.end - a.selector.end,
  );
}

function statementMarks({ id, reports }: StoredStatement, document: string): Mark[] {
  const mark = (role: Mark['role']) => (selector: Selector) => ({ record: id, role, selector });
  return reports
    .filter((report) => report.document === document)
    .flatMap(({ content, cue, source, repeats }) => [
      ...content.map(mark('content')),
      ...(cue ? [cue] : []).map(mark('cue')),
      ...(source ? [source] : []).map(mark('source')),
      ...repeats.map(mark('repeat')),
    ]);
}

async function claimMarks(store: Store, id: Document['id']): Promise<Mark[]> {
  const filter = { documents: [id] };
  const events = await whole((page) => store.events(filter, page));
  const agreements = await whole((page) => store.agreements(filter, page));
  const relations = await whole((page) => store.relations(filter, page));
  const evidence = [...agreements, ...events, ...relations].flatMap((claim) =>
    claim.evidence
      .filter(({ document }) => document === id)
      .flatMap(({ selectors }) => selectors)
      .map((selector) => ({ record: claim.id, role: 'evidence' as const, selector })),
  );
  const figures = events.flatMap((event) =>
    event.figures
      .filter((figure) => figureDocument(event, figure) === id)
      .map(({ selector }) => ({ record: event.id, role: 'figure' as const, selector })),
  );
  return [...evidence, ...figures];
}

type Pager<T> = (page: {
  limit: number;
  cursor: string | null;
}) => Promise<{ items: T[]; next: string | null }>;

async function whole<T>(ask: Pager<T>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: T[]; next: string | null } = await ask({ limit: 1000, cursor });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}
