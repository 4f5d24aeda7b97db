import type { Actor, ActorId } from '../../graph-data/schema/index.ts';
import { type DocumentHints, type JobDocument, OnrecordError, words } from '../contract/index.ts';
import type { Reading } from '../extract/index.ts';
import type { RecordBook } from '../record/index.ts';
import type { Store } from '../store/store.ts';
import type { ReadingProcess } from './child/reading-process.ts';
import { documentOf, sha256Of, type NewDocument } from './documents.ts';
import type { FileImporter, ImportWatch } from './jobs/runner.ts';
import type { SourceDocument, SourceFile } from './readers/index.ts';

/** Actors told to the reading process in one message. */
const TOLD_AT_ONCE = 2000;

/**
 * Brings files into the record: opened and read in a child process, then written one document at
 * a time, each whole or not at all. A text that the record has already is not read again; one that
 * it only quotes is put under its quotations.
 */
export class Importer implements FileImporter {
  private readonly store: Store;
  private readonly record: RecordBook;
  private readonly reader: ReadingProcess;
  /** Actors that the reading process was told of, as told. */
  private readonly told = new Map<ActorId, string>();
  private toldGeneration = -1;
  private toldRevision = -1;

  constructor(store: Store, record: RecordBook, reader: ReadingProcess) {
    this.store = store;
    this.record = record;
    this.reader = reader;
  }

  async importFile(
    file: SourceFile,
    hints: DocumentHints,
    skip: number,
    watch: ImportWatch,
  ): Promise<void> {
    watch.stage('reading');
    const sources = await this.reader.run('read', file);
    watch.found(sources.length);
    for (const source of sources.slice(skip)) {
      if (watch.signal.aborted) return;
      const document = await this.importDocument(source, hints, watch);
      await watch.document(document, words(source.text).length);
    }
  }

  /** Reads a held document again, e.g. with a better model; decisions stand. */
  async readAgain(id: string): Promise<Reading> {
    const [document] = await this.store.documentsById([id]);
    const text = document ? await this.store.text(document.id) : null;
    if (!document || text === null)
      throw new OnrecordError('not-found', `The text of ${id} is not held. Attach it first.`);
    const reading = await this.extract({ document, newOutlet: null }, text);
    await this.record.importExtraction({ document, proposals: proposalsOf(reading), text: null });
    return reading;
  }

  private async importDocument(
    source: SourceDocument,
    hints: DocumentHints,
    watch: ImportWatch,
  ): Promise<JobDocument> {
    const known = await this.store.documentOfText(sha256Of(source.text));
    if (known !== null) return this.attachKnown(known, source.text);
    const made = await documentOf(this.store, source, hints);
    watch.stage('extracting');
    const reading = await this.extract(made, source.text);
    watch.stage('writing');
    const actors = made.newOutlet ? withActor(reading.actors, made.newOutlet) : reading.actors;
    const proposals = proposalsOf({ ...reading, actors });
    await this.record.importExtraction({ document: made.document, proposals, text: source.text });
    await this.tellNew(actors);
    return {
      ...identity(made.document),
      outcome: 'added',
      statements: reading.statements.length,
      agreements: reading.agreements.length,
      events: reading.events.length,
      relations: reading.relations.length,
      actors: actors.length,
      notes: [...source.notes, ...languageNote(made.document.language)],
    };
  }

  private async attachKnown(id: JobDocument['id'], text: string): Promise<JobDocument> {
    const [document] = await this.store.documentsById([id]);
    if (!document) throw new OnrecordError('not-found', `No document has the id ${id}.`);
    const none = { statements: 0, agreements: 0, events: 0, relations: 0, actors: 0 };
    if (document.holding === 'held')
      return { ...identity(document), outcome: 'known', ...none, notes: ['Known already.'] };
    const { checked, faults } = await this.record.attachText(id, text);
    const note = `Its text was put under ${checked} quotations; ${faults.length} do not fit.`;
    return { ...identity(document), outcome: 'known', ...none, notes: [note] };
  }

  private async extract({ document, newOutlet }: NewDocument, text: string): Promise<Reading> {
    await this.tellActors();
    if (newOutlet) await this.reader.run('know', { put: [newOutlet], remove: [] });
    const { id, sha256, title, outlet, published, language } = document;
    const meta = { id, sha256, title, outlet, published, language };
    return this.reader.run('extract', { text, document: meta });
  }

  /** Tells the reading process which actors the record knows: all to a new one, else the changes. */
  private async tellActors(): Promise<void> {
    await this.reader.ready();
    const revision = await this.store.revision();
    const fresh = this.reader.generation !== this.toldGeneration;
    if (fresh) this.told.clear();
    else if (revision === this.toldRevision) return;
    const standing = await everyActor(this.store);
    const put = standing.filter((actor) => this.told.get(actor.id) !== JSON.stringify(actor));
    const ids = new Set(standing.map(({ id }) => id));
    const remove = [...this.told.keys()].filter((id) => !ids.has(id));
    for (let i = 0; i < put.length; i += TOLD_AT_ONCE)
      await this.reader.run('know', { put: put.slice(i, i + TOLD_AT_ONCE), remove: [] });
    if (remove.length > 0) await this.reader.run('know', { put: [], remove });
    for (const id of remove) this.told.delete(id);
    for (const actor of put) this.told.set(actor.id, JSON.stringify(actor));
    this.toldGeneration = this.reader.generation;
    this.toldRevision = revision;
  }

  /** Tells of the actors that a reading just brought, so that the record need not be read over. */
  private async tellNew(actors: readonly Actor[]): Promise<void> {
    const revision = await this.store.revision();
    const onlyOurs = revision === this.toldRevision + 1;
    if (!onlyOurs || this.reader.generation !== this.toldGeneration) return;
    await this.reader.run('know', { put: [...actors], remove: [] });
    for (const actor of actors) this.told.set(actor.id, JSON.stringify(actor));
    this.toldRevision = revision;
  }
}

function identity({ id, title }: { id: JobDocument['id']; title: string }) {
  return { id, title };
}

function languageNote(language: string): string[] {
  return /^en\b/i.test(language)
    ? []
    : [`The language seems to be ${language}; the reader knows English and may find little.`];
}

function withActor(actors: readonly Actor[], actor: Actor): readonly Actor[] {
  return actors.some(({ id }) => id === actor.id) ? actors : [...actors, actor];
}

function proposalsOf(reading: Reading) {
  const { actors, mentions, statements, agreements, events, relations } = reading;
  return {
    actors: [...actors],
    mentions: [...mentions],
    statements: [...statements],
    agreements: [...agreements],
    events: [...events],
    relations: [...relations],
  };
}

async function everyActor(store: Store): Promise<Actor[]> {
  const actors: Actor[] = [];
  let cursor: string | null = null;
  do {
    const page = await store.actors({}, { limit: 1000, cursor });
    actors.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return actors;
}
