import type { Document } from '../../graph-data/schema/index.ts';
import { dayRange } from '../../graph-data/schema/index.ts';
import type { Likeness } from '../contract/index.ts';
import { dateWords } from '../contract/words.ts';
import {
  outletName,
  outletsOf,
  type Outlets,
  type RecordReader,
  type StoredStatement,
} from '../store/store.ts';
import { mostCopied, type Copies } from './likeness-copies.ts';

/** A likeness before it is told where its records stand. */
export type Told = Omit<Likeness, 'sources' | 'documents' | 'copies' | 'first'>;

export const percent = (share: number) => `${Math.round(share * 100)}%`;

type Documents = ReadonlyMap<string, Document>;

/**
 * Adds where each record stands, in how many documents, how many of these copy one text, and who was
 * first: a person must be able to tell two alike tellings apart, and one source copied from many
 * sources.
 *
 * @param copies among the documents that were compared
 */
export async function sourcing(
  store: RecordReader,
  statements: readonly StoredStatement[],
  documents: Documents,
  copies: Copies,
): Promise<(told: Told) => Likeness> {
  const reporting = new Map<string, string[]>(
    statements.map(({ id, reports }) => [id, reports.map(({ document }) => document)]),
  );
  const outlets = await outletsOf(store, documents.values());
  const sourceOf = (record: string): string[] => {
    const document = documents.get(reporting.get(record)?.[0] ?? record);
    if (document === undefined) return [];
    const outlet = outletName(outlets, document) ?? document.title;
    return [outlet, dateWords(document.published, 'date not known')];
  };
  return (told) => {
    const ofOrigin = told.type === 'same-origin';
    const ids = told.records.flatMap((id) => (ofOrigin ? [id] : (reporting.get(id) ?? [])));
    const those = [...new Set(ids)].flatMap((id) => documents.get(id) ?? []);
    return {
      ...told,
      sources: told.records.map((id) => (ofOrigin && reporting.has(id) ? [] : sourceOf(id))),
      documents: those.length,
      copies: ofOrigin ? those.length : mostCopied(ids, copies),
      first: firstOf(those).map((document) => documentRef(document, outlets)),
    };
  };
}

/** Documents of the earliest day that is known; none where that tells nothing. */
function firstOf(documents: readonly Document[]): Document[] {
  const days = documents.map(({ published }) => {
    const range = published === null ? null : dayRange(published);
    return range?.from ?? range?.to ?? null;
  });
  const [earliest] = days.filter((day) => day !== null).sort();
  const first = documents.filter((_, i) => earliest !== undefined && days[i] === earliest);
  return first.length === documents.length ? [] : first;
}

function documentRef({ id, title, outlet, published }: Document, outlets: Outlets) {
  const actor = outlets.get(outlet ?? '');
  return {
    id,
    title,
    outlet: actor === undefined ? null : { id: actor.id, name: actor.name, kind: actor.kind },
    published,
  };
}
