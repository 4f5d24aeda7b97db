import {
  type Actor,
  type ActorId,
  type Document,
  type DocumentId,
  slug,
} from '../../graph-data/schema/index.ts';
import { normalise } from '../contract/index.ts';
import type { DocumentHints } from '../contract/jobs.ts';
import { sha256Of } from '../store/sha256.ts';
import type { RecordReader } from '../store/store.ts';
import type { SourceDocument } from './readers/index.ts';
import { firstWords } from './readers/opening.ts';

/** Hexadecimal digits of the text's hash that tell documents of one title apart: the first that do. */
const HASH_DIGITS = [6, 16, 64];

/** Words of the text that stand for a title when there is none, in characters. */
const OPENING_LENGTH = 80;

/** Language assumed when too little text tells; the reader reads English. */
const DEFAULT_LANGUAGE = 'en';

export interface NewDocument {
  readonly document: Document;
  /** The outlet when the record does not know it yet; else null. */
  readonly newOutlet: Actor | null;
}

/** What the bringer calls it, else what it calls itself, else how it begins. */
export function titleOf({ title, text }: SourceDocument, hints: DocumentHints): string {
  return hints.title ?? title ?? opening(text);
}

/** The document record of a text that was read; what the bringer knows overrides what it says. */
export async function documentOf(
  store: RecordReader,
  source: SourceDocument,
  hints: DocumentHints,
): Promise<NewDocument> {
  const sha256 = sha256Of(source.text);
  const title = titleOf(source, hints);
  const outlet = await outletOf(store, hints.outlet ?? source.outlet);
  const published = hints.published ?? source.published;
  const document: Document = {
    id: await freeId(store, title, sha256),
    title,
    outlet: outlet.id,
    authors: source.authors,
    published,
    publishedBasis: published === null ? 'unknown' : 'stated',
    note: source.notes.join(' '),
    language: hints.language ?? source.language ?? DEFAULT_LANGUAGE,
    url: hints.url ?? source.url,
    sha256,
    length: source.text.length,
    holding: 'held',
  };
  return { document, newOutlet: outlet.made };
}

/** An id that no other text has. Of 5,000 documents of one title two share six digits, as often as not. */
async function freeId(store: RecordReader, title: string, sha256: string): Promise<DocumentId> {
  const ids = HASH_DIGITS.map(
    (digits) => `doc:${slug(title)}-${sha256.slice(0, digits)}` as DocumentId,
  );
  const standing = await store.documentsById(ids);
  const taken = new Set(standing.filter((one) => one.sha256 !== sha256).map(({ id }) => id));
  return ids.find((id) => !taken.has(id)) ?? ids.at(-1)!;
}

function opening(text: string): string {
  const line = firstWords(text);
  if (line.length <= OPENING_LENGTH) return line;
  const cut = line.slice(0, OPENING_LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20))}…`;
}

async function outletOf(
  store: RecordReader,
  name: string | null,
): Promise<{ id: ActorId | null; made: Actor | null }> {
  if (name === null || name.trim() === '') return { id: null, made: null };
  const exact = (await store.matchNames(name, 5)).find(
    ({ score, actor }) => score === 1 && actor.kind !== 'person',
  );
  if (exact) return { id: exact.actor.id, made: null };
  const id = `actor:${slug(normalise(name))}` as ActorId;
  const [taken] = await store.actorsById([id]);
  if (taken) return { id, made: null };
  const made: Actor = {
    id,
    kind: 'media',
    name: name.trim(),
    aliases: [],
    wikidata: null,
    country: null,
    note: '',
  };
  return { id, made };
}
