import type { Actor, ActorId } from '../../../graph-data/schema/index.ts';
import { wholeList, type RecordReader } from '../../store/store.ts';
import { ReadingProcess, type ReadingLimits } from './reading-process.ts';

/** Actors told to a reading process in one message. */
const TOLD_AT_ONCE = 2000;

/** Revisions that are remembered; a process that lags farther behind is told by comparing all. */
const REMEMBERED = 64;

/**
 * Which actors the latest imports brought, by the revision that each made, so that importing n
 * documents does not read the record's actors n times.
 */
export class ActorNews {
  readonly #brought = new Map<number, readonly Actor[]>();

  /** @param revision the one that a write of these actors, and of no others, made */
  add(revision: number, actors: readonly Actor[]): void {
    this.#brought.set(revision, actors);
    for (const oldest of this.#brought.keys()) {
      if (this.#brought.size <= REMEMBERED) break;
      this.#brought.delete(oldest);
    }
  }

  /** What came after a revision up to another; null when that is not known. */
  between(after: number, until: number): readonly Actor[] | null {
    const actors: Actor[] = [];
    for (let revision = after + 1; revision <= until; revision++) {
      const brought = this.#brought.get(revision);
      if (!brought) return null;
      actors.push(...brought);
    }
    return actors;
  }
}

/** One reading process and which actors of the record it was told of. */
export class ReadingLane {
  readonly process: ReadingProcess;
  /** As told, by id. */
  readonly #told = new Map<ActorId, string>();
  #generation = -1;
  #revision = -1;
  /** Told of before it stands: it comes in with the document that is being read. */
  #guest: ActorId | null = null;

  constructor(limits?: ReadingLimits) {
    this.process = new ReadingProcess(limits);
  }

  /**
   * Tells the process which actors the record knows: all to a new one, else the changes.
   *
   * @param guest an actor that comes in with the document that is read next
   * @returns the revision of the record that was told
   */
  async tell(store: RecordReader, news: ActorNews, guest: Actor | null): Promise<number> {
    await this.process.ready();
    const revision = await store.revision();
    const fresh = this.process.generation !== this.#generation;
    if (fresh) this.#told.clear();
    await this.#forgetGuest(store);
    const since = fresh ? null : news.between(this.#revision, revision);
    await (since === null ? this.#tellAll(store) : this.#put(since));
    this.#generation = this.process.generation;
    this.#revision = revision;
    if (guest) await this.process.run('know', { put: [guest], remove: [] });
    this.#guest = guest?.id ?? null;
    return revision;
  }

  /** A document that was refused leaves its outlet outside the record. */
  async #forgetGuest(store: RecordReader): Promise<void> {
    if (this.#guest === null) return;
    const [stands] = await store.actorsById([this.#guest]);
    if (!stands) await this.process.run('know', { put: [], remove: [this.#guest] });
    this.#guest = null;
  }

  async #tellAll(store: RecordReader): Promise<void> {
    const standing = await wholeList((page) => store.actors({}, page));
    const ids = new Set(standing.map(({ id }) => id));
    const gone = [...this.#told.keys()].filter((id) => !ids.has(id));
    await this.#put(standing.filter((actor) => this.#told.get(actor.id) !== JSON.stringify(actor)));
    if (gone.length > 0) await this.process.run('know', { put: [], remove: gone });
    for (const id of gone) this.#told.delete(id);
  }

  async #put(actors: readonly Actor[]): Promise<void> {
    for (let i = 0; i < actors.length; i += TOLD_AT_ONCE) {
      const put = actors.slice(i, i + TOLD_AT_ONCE);
      await this.process.run('know', { put, remove: [] });
      for (const actor of put) this.#told.set(actor.id, JSON.stringify(actor));
    }
  }
}
