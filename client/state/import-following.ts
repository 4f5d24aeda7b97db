import { signal } from '@preact/signals';
import * as api from '../api/review.ts';
import { changedJob, hasEnded, type Job, type JobChange } from '../../server/contract/jobs.ts';
import { asApiError, type ApiError } from '../api/http.ts';

/** Who is told of the events of a job, by their names, and that no more will come. */
export interface Listeners {
  readonly job: (data: string) => void;
  readonly change: (data: string) => void;
  readonly lost: () => void;
  /** Whether the server has ceased to answer; the events go on by themselves once it is back. */
  readonly silent: (now: boolean) => void;
}

/** Listens to the events of a job; returns the way to stop listening. Bound by the panel. */
export type Listen = (address: string, listeners: Listeners) => () => void;

/** How often a job is asked for once its events no longer come, in milliseconds. */
const POLL_MS = 1000;

function poll(id: string, onJob: (job: Job) => void, onFailed: (reason: unknown) => void) {
  const timer = setInterval(() => void api.job(id).then(onJob, onFailed), POLL_MS);
  return () => clearInterval(timer);
}

/**
 * The one import that is followed: by its events, and once they no longer come by asking.
 *
 * @param onOver told once when it has ended and the record has grown
 */
export function createFollowing(listen: Listen, onOver: (job: Job) => void) {
  const job = signal<Job | null>(null);
  const error = signal<ApiError | null>(null);
  const silent = signal(false);
  let leave: () => void = () => {};

  function take(next: Job | null): void {
    const before = job.peek();
    // Nothing happens after the end: an answer that comes then was given before it.
    if (next === null || before?.id !== next.id || hasEnded(before)) return;
    job.value = next;
    silent.value = false;
    if (!hasEnded(next)) return;
    leave();
    onOver(next);
  }

  function takeChange(change: JobChange | null): void {
    const known = job.peek();
    if (change !== null && known?.id === change.id) take(changedJob(known, change));
  }

  /** Only that it stops: its items as the answer has them may be older than what events told. */
  function takeStop({ id, state }: Job): void {
    const known = job.peek();
    if (known?.id === id && state === 'stopped') take({ ...known, state });
  }

  function onFailed(reason: unknown): void {
    const failed = asApiError(reason);
    silent.value = failed.failure.kind === 'offline';
    if (!silent.value) error.value = failed;
  }

  function pollInstead(id: string): void {
    leave();
    leave = poll(id, take, onFailed);
  }

  function follow(begun: Job): void {
    leave();
    job.value = begun;
    silent.value = false;
    if (hasEnded(begun)) return onOver(begun);
    leave = listen(api.jobEventsAddress(begun.id), {
      job: (data) => take(api.jobOfEvent(data)),
      change: (data) => takeChange(api.changeOfEvent(data)),
      lost: () => pollInstead(begun.id),
      silent: (now) => void (silent.value = now),
    });
  }

  /** Follows nothing any more; an import under way goes on by itself. */
  function drop(): void {
    leave();
    job.value = null;
    error.value = null;
  }

  return {
    job,
    error,
    /** The server does not answer; what is known of the job is what it said last. */
    silent,
    takeStop,
    follow,
    drop,
  };
}
