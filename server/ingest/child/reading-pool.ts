import { availableParallelism } from 'node:os';
import type { Document } from '../../../graph-data/schema/index.ts';
import type { Reading } from '../../extract/index.ts';
import type { RecordReader } from '../../store/store.ts';
import type { NewDocument } from '../documents.ts';
import type { SourceDocument, SourceFile } from '../readers/index.ts';
import { ActorNews, ReadingLane } from './reading-lane.ts';
import type { ReadingLimits } from './reading-process.ts';

/** Processes beyond these wait for the record more than they read; each holds the models. */
const MOST_LANES = 4;

/** As many as there are cores, up to MOST_LANES. */
function lanesHere(): number {
  return Math.max(1, Math.min(MOST_LANES, availableParallelism()));
}

export interface PoolOptions {
  readonly lanes?: number;
  readonly limits?: ReadingLimits;
}

/** A text on its way through one reading process, which is its own until it is read or dropped. */
export interface TextAhead {
  /**
   * Waits for what is done ahead, then reads the text against the actors that stand now.
   *
   * @returns the reading, and the revision of the record against which it was made
   */
  read(store: RecordReader, document: NewDocument): Promise<{ reading: Reading; revision: number }>;
  /** Gives the process free; nothing when that is done already. */
  drop(): void;
}

/**
 * Reading processes, started as they are needed. Each has one text at a time; who asks first is
 * served first. What of a reading depends on the text alone is done ahead, in any process; what
 * depends on who is known waits for its turn, so that the result is that of reading the texts one
 * after the other.
 */
export class ReadingPool {
  readonly lanes: number;
  readonly news = new ActorNews();
  readonly #all: readonly ReadingLane[];
  /** The one used last is used first, so that a lone document starts one process only. */
  readonly #free: ReadingLane[];
  readonly #waiting: ((lane: ReadingLane) => void)[] = [];

  constructor({ lanes = lanesHere(), limits }: PoolOptions = {}) {
    this.lanes = lanes;
    this.#all = Array.from({ length: lanes }, () => new ReadingLane(limits));
    this.#free = this.#all.toReversed();
  }

  /** Turns a file into documents. Rejects as ReadingProcess.run does. */
  async open(file: SourceFile): Promise<SourceDocument[]> {
    const lane = await this.#take();
    try {
      return await lane.process.run('read', file);
    } finally {
      this.#release(lane);
    }
  }

  /** Waits for a free process and begins to read a text there. */
  async begin(text: string, title: string): Promise<TextAhead> {
    const lane = await this.#take();
    const prepared = lane.process.run('prepare', { text, title });
    // Whoever reads the text learns of it; one that is dropped may fail unheard.
    prepared.catch(() => undefined);
    const drop = once(() => this.#release(lane));
    const read: TextAhead['read'] = async (store, { document, newOutlet }) => {
      try {
        await prepared;
        const revision = await lane.tell(store, this.news, newOutlet);
        const reading = await lane.process.run('extract', { text, document: metaOf(document) });
        return { reading, revision };
      } finally {
        drop();
      }
    };
    return { read, drop };
  }

  /** Kills the processes; tasks under way are rejected. */
  stop(): void {
    for (const { process } of this.#all) process.stop();
  }

  #take(): Promise<ReadingLane> {
    const lane = this.#free.pop();
    if (lane) return Promise.resolve(lane);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #release(lane: ReadingLane): void {
    const next = this.#waiting.shift();
    if (next) next(lane);
    else this.#free.push(lane);
  }
}

function once(deed: () => void): () => void {
  let done = false;
  return () => {
    if (!done) deed();
    done = true;
  };
}

function metaOf({ id, sha256, title, outlet, published, language }: Document) {
  return { id, sha256, title, outlet, published, language };
}
