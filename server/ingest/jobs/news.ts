import { EventEmitter } from 'node:events';
import { hasEnded, type Job, type JobChange } from '../../contract/jobs.ts';

/** Least time between two changes that are told of one job, milliseconds. */
const TELL_EVERY_MS = 100;

/**
 * Tells whoever watches a job what changed of it: the items that did, and not the others, so that
 * an import of n files tells of n items and not of n times n.
 */
export class JobNews {
  private readonly events = new EventEmitter().setMaxListeners(0);
  /** Items that changed since listeners were told last, by job. */
  private readonly pending = new Map<string, Set<number>>();

  /** @returns what ends it */
  watch(id: string, listener: (change: JobChange) => void): () => void {
    this.events.on(id, listener);
    return () => this.events.off(id, listener);
  }

  /** Tells of a change soon, of the end of a job at once. */
  note(job: Job, items: Iterable<number>): void {
    if (this.events.listenerCount(job.id) === 0) return;
    const changed = this.pending.get(job.id) ?? this.begin(job);
    for (const at of items) changed.add(at);
    if (hasEnded(job)) this.tell(job);
  }

  private begin(job: Job): Set<number> {
    const changed = new Set<number>();
    this.pending.set(job.id, changed);
    setTimeout(() => this.tell(job), TELL_EVERY_MS).unref();
    return changed;
  }

  private tell(job: Job): void {
    const changed = this.pending.get(job.id);
    if (changed === undefined) return;
    this.pending.delete(job.id);
    const { items, ...rest } = job;
    const told = [...changed].map((at) => ({ at, item: items[at]! }));
    const change: JobChange = { ...rest, changed: told, ended: hasEnded(job) };
    this.events.emit(job.id, structuredClone(change));
  }
}
