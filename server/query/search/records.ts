import { recordTypeOf } from '../../../graph-data/schema/index.ts';
import { normalise, words } from '../../contract/index.ts';
import { wholeList, type RecordReader } from '../../store/store.ts';
import type { Found } from './actors.ts';

/** What finding documents and agreements by name asks of the record. */
export type TitleReader = Pick<RecordReader, 'documents' | 'agreements' | 'resolveId'>;

interface Named {
  readonly id: string;
  readonly label: string;
}

async function documentsNamed(text: string, store: TitleReader): Promise<Named[]> {
  const documents = await wholeList((page) => store.documents({ text }, page));
  return documents.map(({ id, title }) => ({ id, label: title }));
}

async function agreementsNamed(text: string, store: TitleReader): Promise<Named[]> {
  const agreements = await wholeList((page) => store.agreements({ text }, page));
  return agreements.map(({ id, name }) => ({ id, label: name }));
}

/** Those with exactly this name; when there is none, those whose name holds it, word by word. */
function choose(value: string, named: readonly Named[]): Named[] {
  const wanted = normalise(value);
  const exact = named.filter(({ label }) => normalise(label) === wanted);
  if (exact.length > 0) return exact;
  const phrase = ` ${words(value).join(' ')} `;
  return named.filter(({ label }) => ` ${words(label).join(' ')} `.includes(phrase));
}

/** The documents or agreements that an id, a name or consecutive words of a name mean. */
export async function findRecords(
  type: 'document' | 'agreement',
  value: string,
  store: TitleReader,
): Promise<Found> {
  const message = `No ${type} in the record is called “${value}”.`;
  const unknown: Found = { ids: [], note: { code: 'unknown-name', message } };
  if (recordTypeOf(value) === type) {
    const now = await store.resolveId(value);
    return now === null ? unknown : { ids: [now], note: null };
  }
  if (words(value).length === 0) return unknown;
  const named = await (type === 'document' ? documentsNamed : agreementsNamed)(value, store);
  const chosen = choose(value, named);
  if (chosen.length === 0) return unknown;
  const several = `“${value}” names ${chosen.length} ${type}s; all are meant.`;
  const note = { code: 'several-records', message: several } as const;
  return { ids: chosen.map(({ id }) => id), note: chosen.length > 1 ? note : null };
}
