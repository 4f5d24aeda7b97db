import type { Actor } from '../../graph-data/schema/index.ts';
import {
  type DocumentHints,
  type JobDocument,
  NO_PROPOSALS,
  OnrecordError,
  unknownId,
  type ReadAgain,
  type Stage,
  words,
} from '../contract/index.ts';
import type { Reading } from '../extract/index.ts';
import type { Earlier, RecordBook } from '../record/index.ts';
import { sha256Of } from '../store/sha256.ts';
import type { Store } from '../store/store.ts';
import type { ReadingPool, TextAhead } from './child/reading-pool.ts';
import { documentOf, titleOf, type NewDocument } from './documents.ts';
import type { DocumentImport, FileImporter } from './jobs/importing.ts';
import type { SourceDocument, SourceFile } from './readers/index.ts';

/** A document that is being read ahead. */
interface Begun {
  readonly source: SourceDocument;
  readonly hints: DocumentHints;
  readonly ahead: TextAhead;
  readonly onStage: (stage: Stage) => void;
}

/**
 * Brings files into the record: opened and read in child processes, then written one document at
 * a time, each whole or not at all. A text that the record has already is not read again; one that
 * it only quotes is put under its quotations.
 */
export class Importer implements FileImporter {
  private readonly store: Store;
  private readonly record: RecordBook;
  private readonly pool: ReadingPool;

  constructor(store: Store, record: RecordBook, pool: ReadingPool) {
    this.store = store;
    this.record = record;
    this.pool = pool;
  }

  get lanes(): number {
    return this.pool.lanes;
  }

  open(file: SourceFile): Promise<SourceDocument[]> {
    return this.pool.open(file);
  }

  async begin(source: SourceDocument, hints: DocumentHints): Promise<DocumentImport> {
    const { text } = source;
    const known = await this.store.documentOfText(sha256Of(text));
    const ahead = known === null ? await this.pool.begin(text, titleOf(source, hints)) : null;
    return {
      words: words(text).length,
      finish: async (onStage) => {
        if (ahead === null) return this.attachKnown(known!, text, hints);
        return this.finish({ source, hints, ahead, onStage })
          .finally(() => ahead.drop())
          .catch((error: unknown) => this.again(error, { source, hints, onStage }));
      },
      drop: () => ahead?.drop(),
    };
  }

  /**
   * Reads a held document again, e.g. with a better model. Decisions stand or become conflicts.
   *
   * @throws OnrecordError `not-found` when the document's text is not held, and what reading throws
   */
  async readAgain(id: string): Promise<ReadAgain> {
    const [document] = await this.store.documentsById([id]);
    const text = document ? await this.store.text(document.id) : null;
    if (!document || text === null)
      throw new OnrecordError('not-found', `The text of ${id} is not held. Attach it first.`);
    const ahead = await this.pool.begin(text, document.title);
    const { reading } = await ahead.read(this.store, { document, newOutlet: null });
    const proposals = proposalsOf(reading);
    await this.record.importExtraction({ document, proposals, text: null });
    return {
      document: document.id,
      title: document.title,
      statements: proposals.statements.length,
      agreements: proposals.agreements.length,
      events: proposals.events.length,
      relations: proposals.relations.length,
      conflicts: (await this.record.conflicts()).length,
    };
  }

  /** Whose id was taken while it was read is read once more, for another id. */
  private async again(
    error: unknown,
    { source, hints, onStage }: Omit<Begun, 'ahead'>,
  ): Promise<JobDocument> {
    if (!(error instanceof OnrecordError && error.code === 'conflict')) throw error;
    const ahead = await this.pool.begin(source.text, titleOf(source, hints));
    return this.finish({ source, hints, ahead, onStage }).finally(() => ahead.drop());
  }

  private async finish({ source, hints, ahead, onStage }: Begun): Promise<JobDocument> {
    const { text } = source;
    // It may have come in since, from a document before this one.
    const known = await this.store.documentOfText(sha256Of(text));
    if (known !== null) return this.attachKnown(known, text, hints);
    const asGiven = await documentOf(this.store, source, hints);
    const earlier = await this.record.earlierVersion(asGiven.document, text);
    const made = earlier ? asVersion(asGiven, earlier) : asGiven;
    const { reading, revision } = await ahead.read(this.store, made);
    onStage('writing');
    const actors = made.newOutlet ? withActor(reading.actors, made.newOutlet) : reading.actors;
    const proposals = proposalsOf({ ...reading, actors });
    await this.record.importExtraction({ document: made.document, proposals, text });
    await this.noteNews(actors, revision);
    const { document } = made;
    return {
      ...identity(document),
      outcome: 'added',
      statements: reading.statements.length,
      agreements: reading.agreements.length,
      events: reading.events.length,
      relations: reading.relations.length,
      actors: actors.length,
      notes: [
        ...source.notes,
        ...languageNote(document.language),
        ...(earlier ? [versionNote(earlier)] : []),
      ],
    };
  }

  /** So that reading processes are told of these actors alone; unless more than these changed. */
  private async noteNews(actors: readonly Actor[], before: number): Promise<void> {
    const revision = await this.store.revision();
    const standing = await this.store.actorsById(actors.map(({ id }) => id));
    const asBrought = standing.every(({ id }, i) => id === actors[i]?.id);
    if (revision === before + 1 && asBrought && standing.length === actors.length)
      this.pool.news.add(revision, standing);
  }

  private async attachKnown(
    id: JobDocument['id'],
    text: string,
    hints: DocumentHints,
  ): Promise<JobDocument> {
    const [document] = await this.store.documentsById([id]);
    if (!document) throw unknownId('document', id);
    if (document.holding === 'held')
      return {
        ...identity(document),
        outcome: 'known',
        ...NO_PROPOSALS,
        notes: [knownNote(hints)],
      };
    const { checked, faults } = await this.record.attachText(id, text);
    const note = `Its text was put under ${checked} quotations; ${faults.length} do not fit.`;
    return { ...identity(document), outcome: 'known', ...NO_PROPOSALS, notes: [note] };
  }
}

/** What is told of a document that stands changes nothing, and that is said. */
function knownNote(hints: DocumentHints): string {
  const told = Object.entries(hints).flatMap(([name, value]) => (value ? name : []));
  return told.length === 0
    ? 'Known already.'
    : `Known already; its ${told.join(', ')} stay as they were.`;
}

function asVersion({ document, newOutlet }: NewDocument, earlier: Earlier): NewDocument {
  const note = [document.note, versionNote(earlier)].filter((words) => words !== '').join(' ');
  return { document: { ...document, id: earlier.id, note }, newOutlet };
}

function versionNote({ of, checked, faults }: Earlier): string {
  return `A changed version of ${of.id}: of ${checked} passages quoted there, ${faults} do not stand in this text.`;
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
