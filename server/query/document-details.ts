import type { Document } from '../../graph-data/schema/index.ts';
import type { Facet } from '../contract/index.ts';
import { dateWords } from '../contract/words.ts';
import { outletName, outletsOf, type RecordReader } from '../store/store.ts';

/** Outlet and day of documents, in words: forty copies of one dispatch may bear one title. */
export async function documentDetails(
  store: Pick<RecordReader, 'actorsById'>,
  documents: readonly Document[],
): Promise<Map<string, string[]>> {
  const outlets = await outletsOf(store, documents);
  const detail = (document: Document) =>
    [outletName(outlets, document) ?? '', dateWords(document.published, '')].filter(
      (part) => part !== '',
    );
  return new Map(documents.map((document) => [document.id, detail(document)]));
}

/** The facet of documents with the details of those whose title another one bears as well. */
export async function withDetails(
  store: Pick<RecordReader, 'actorsById' | 'documentsById'>,
  facet: Facet,
): Promise<Facet> {
  const times = new Map<string, number>();
  for (const { label } of facet.values) times.set(label, (times.get(label) ?? 0) + 1);
  const isShared = ({ label }: Facet['values'][number]) => (times.get(label) ?? 0) > 1;
  const shared = facet.values.filter(isShared).map(({ value }) => value);
  if (shared.length === 0) return facet;
  const details = await documentDetails(store, await store.documentsById(shared));
  const values = facet.values.map((each) =>
    isShared(each) ? { ...each, detail: details.get(each.value) ?? [] } : each,
  );
  return { ...facet, values };
}
