import { anchorFault, type Document } from '../../graph-data/schema/index.ts';
import { ROUTES, term, type Annotation } from '../contract/index.ts';
import { serve, type Served } from '../http/serve.ts';
import { anchorsIn } from '../record/index.ts';
import { claimsReportedIn } from '../query/claims.ts';
import { outletName, outletsOf, type AnyClaim, type Store } from '../store/store.ts';
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
  const outlets = await outletsOf(store, documents);
  return documents.map((document, i) => ({
    ...document,
    outletName: outletName(outlets, document),
    statements: counts[i] ?? 0,
  }));
}

/** Every marked span of a document, by where it begins, longer spans first. */
async function marksOf(store: Store, { id }: Document): Promise<Mark[]> {
  const marks: Mark[] = [];
  const markClaim = (claim: AnyClaim) => {
    const { status } = claim;
    marks.push(...anchorsIn(claim, id).map((mark) => ({ ...mark, status })));
  };
  const query = term({ key: 'document' as const, ids: [id] });
  for await (const batch of store.eachStatement(query, 500)) batch.forEach(markClaim);
  for (const mention of await store.mentions(id))
    marks.push(
      ...anchorsIn(mention, id).map((mark) => ({
        ...mark,
        record: mention.actor ?? mention.id,
        status: null,
      })),
    );
  (await claimsReportedIn([id], store)).forEach(markClaim);
  return marks.sort(
    (a, b) => a.selector.start - b.selector.start || b.selector.end - a.selector.end,
  );
}
