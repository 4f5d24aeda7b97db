import type { Document, DocumentId } from '../../graph-data/schema/index.ts';
import { normalise, OnrecordError } from '../contract/index.ts';
import type { RecordReader, Store } from '../store/store.ts';
import { anchorsIn, comparison, versionOf } from './anchors.ts';
import { readRecords } from './read.ts';

/** A held document that another one is a changed version of. */
export interface Earlier {
  /** The id under which the changed one comes in: that of the earlier one with a number. */
  readonly id: DocumentId;
  readonly of: Document;
  /** Quotations of the earlier one, and how many of them the changed text does not hold. */
  readonly checked: number;
  readonly faults: number;
}

/** Documents of one title that are looked at. */
const MOST_OF_A_TITLE = 20;

/**
 * The held document of which a text that comes in is a changed version: one of the same title and
 * outlet whose address is the same, or most of whose quotations stand in the text. Null when there
 * is none.
 */
export async function earlierVersion(
  store: Store,
  document: Document,
  text: string,
): Promise<Earlier | null> {
  const page = { limit: MOST_OF_A_TITLE, cursor: null };
  const { items } = await store.documents({ text: document.title }, page);
  for (const of of items.filter((it) => it.holding === 'held' && isAlike(it, document))) {
    const { checked, faults } = await quotationsIn(store, of, text);
    const sameAddress = of.url !== null && of.url === document.url;
    if (!sameAddress && faults * 2 >= checked) continue;
    const { id } = await newVersion(store, of, document);
    return { id, of, checked, faults };
  }
  return null;
}

function isAlike(a: Document, b: Document): boolean {
  return normalise(a.title) === normalise(b.title) && a.outlet === b.outlet;
}

async function quotationsIn(store: Store, { id }: Document, text: string) {
  const { records } = await readRecords(store, await store.recordsOn(id));
  const anchors = [...records.values()].flatMap((record) => anchorsIn(record, id));
  const { checked, faults } = comparison(text, anchors);
  return { checked, faults: faults.length };
}

/** A document like another that holds another text, under the first id that is free. */
export async function newVersion(
  store: RecordReader,
  of: Document,
  text: { readonly sha256: string; readonly length: number },
): Promise<Document> {
  const standing = await store.documentsById(versionIds(of.id));
  const taken = new Set(standing.map(({ id }) => id as string));
  return versionOf(of, text, (id) => taken.has(id));
}

/** The document that has the text already, which must be a version of the one named. */
export async function standingVersion(
  store: RecordReader,
  of: Document,
  id: DocumentId,
): Promise<Document> {
  const [standing] = await store.documentsById([id]);
  if (standing && versionIds(of.id).includes(standing.id)) return standing;
  throw new OnrecordError(
    'other-text',
    `This is the text of ${id}, not of ${of.id}. Nothing was kept: put it under ${id} instead.`,
  );
}

/** Versions that a document may have before the search for a free id ends. */
const MOST_VERSIONS = 1000;

function versionIds(id: string): string[] {
  return Array.from({ length: MOST_VERSIONS }, (_, i) => `${id}-v${i + 2}`);
}
