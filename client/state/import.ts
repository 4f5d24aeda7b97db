import { computed, signal } from '@preact/signals';
import * as api from '../api/review.ts';
import {
  changedJob,
  hasEnded,
  MOST_PASTED,
  type DocumentHints,
  type Job,
  type JobItem,
  type PasteDocument,
} from '../../server/contract/jobs.ts';
import { asApiError, type ApiError } from '../api/http.ts';

/** How far an import has come, in words and numbers. */
export interface Progress {
  /** 0..1 by files that have come to an end, those under way counted by stage. */
  readonly share: number;
  readonly finished: number;
  readonly files: number;
  readonly documents: number;
  readonly proposals: number;
  readonly refused: readonly JobItem[];
}

const STAGE_SHARE = { waiting: 0, reading: 0.15, extracting: 0.4, writing: 0.9, done: 1 } as const;

/** A file counts by its stage, one with many documents by those that are through. */
function shareOf({ stage, found, finished }: JobItem): number {
  return found > 1 && stage !== 'done' ? finished / found : STAGE_SHARE[stage];
}

/** Whether a file, or some of its documents, did not come in. */
export function fellShort({ outcome, refused }: JobItem): boolean {
  return outcome === 'refused' || refused > 0;
}

export function progressOf(job: Job): Progress {
  const documents = job.items.flatMap((item) => item.documents);
  const added = documents.filter(({ outcome }) => outcome === 'added');
  const sum = job.items.reduce((total, item) => total + shareOf(item), 0);
  return {
    share: job.items.length === 0 ? 0 : sum / job.items.length,
    finished: job.finished,
    files: job.items.length,
    documents: job.items.reduce((total, item) => total + item.finished - item.refused, 0),
    proposals: added.reduce(
      (total, { statements, agreements, events, relations }) =>
        total + statements + agreements + events + relations,
      0,
    ),
    refused: job.items.filter(fellShort),
  };
}

/** Documents that brought something to review. */
export function toReview(job: Job): string[] {
  return job.items.flatMap((item) =>
    item.documents.filter(({ outcome }) => outcome === 'added').map(({ id }) => id as string),
  );
}

/** `95` as "1 min 35 s"; null as it is not known yet. */
export function timeWords(seconds: number | null): string | null {
  if (seconds === null) return null;
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  return minutes < 60
    ? `${minutes} min ${rest} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

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

/** What is to be imported, as far as it is filled in; kept while the dialog is closed. */
interface Draft {
  readonly files: readonly File[];
  readonly text: string;
  readonly hints: Readonly<Record<string, string>>;
}

const NOTHING: Draft = { files: [], text: '', hints: {} };

/** Why a text cannot be pasted; null when it can. */
export function tooLong(text: string): string | null {
  if (text.length <= MOST_PASTED) return null;
  const [length, most] = [text.length, MOST_PASTED].map((n) => n.toLocaleString('en'));
  return `This text has ${length} characters, and ${most} are read at once: split it and import its parts one after the other.`;
}

/** Whether the document under way is the last one: a stop would stop nothing. */
export function isLast({ items }: Job): boolean {
  const left = items.filter(({ outcome }) => outcome === null);
  const [only] = left;
  return left.length === 1 && only !== undefined && only.found - only.finished <= 1;
}

/** How often a job is asked for once its events no longer come, in milliseconds. */
const POLL_MS = 1000;

function poll(id: string, onJob: (job: Job) => void, onFailed: (reason: unknown) => void) {
  const timer = setInterval(() => void api.job(id).then(onJob, onFailed), POLL_MS);
  return () => clearInterval(timer);
}

/** The oldest import that has not ended, of the latest: they run one after the other. */
async function runningJob(): Promise<Job | null> {
  const { items } = await api.jobs([['limit', '20']]);
  return items.findLast((each) => !hasEnded(each)) ?? null;
}

/**
 * Imports begun on this page. The one under way outlives the dialog, so that it can be closed and
 * opened again.
 *
 * @param onOver told once when an import has ended and the record has grown
 */
export function createImports(listen: Listen, onOver: (job: Job) => void) {
  const job = signal<Job | null>(null);
  const error = signal<ApiError | null>(null);
  const sending = signal(false);
  const silent = signal(false);
  const draft = signal<Draft>(NOTHING);
  let leave: () => void = () => {};

  function take(next: Job | null): void {
    if (next === null || job.peek()?.id !== next.id) return;
    const before = job.peek();
    job.value = next;
    silent.value = false;
    if (!hasEnded(next)) return;
    leave();
    if (before === null || !hasEnded(before)) onOver(next);
  }

  function onFailed(reason: unknown): void {
    const failed = asApiError(reason);
    silent.value = failed.failure.kind === 'offline';
    if (!silent.value) error.value = failed;
  }

  function follow(begun: Job): void {
    leave();
    job.value = begun;
    silent.value = false;
    if (hasEnded(begun)) return onOver(begun);
    leave = listen(api.jobEventsAddress(begun.id), {
      job: (data) => take(api.jobOfEvent(data)),
      change: (data) => {
        const change = api.changeOfEvent(data);
        const known = job.peek();
        if (change !== null && known?.id === change.id) take(changedJob(known, change));
      },
      lost: () => {
        leave();
        leave = poll(begun.id, take, onFailed);
      },
      silent: (now) => void (silent.value = now),
    });
  }

  async function send(begin: () => Promise<Job>): Promise<void> {
    error.value = null;
    sending.value = true;
    try {
      follow(await begin());
      draft.value = NOTHING;
    } catch (reason) {
      error.value = asApiError(reason);
    } finally {
      sending.value = false;
    }
  }

  return {
    job,
    error,
    sending,
    /** The server does not answer; what is known of the job is what it said last. */
    silent,
    draft,
    running: computed(() => job.value !== null && !hasEnded(job.value)),
    sendText: (document: PasteDocument) => send(() => api.importText(document)),
    sendFiles: (files: readonly File[], hints: DocumentHints) =>
      send(() => api.importFiles(files, hints)),
    /** Follows an import that runs on the server, e.g. one begun before the page was reloaded. */
    async takeUp(): Promise<void> {
      if (job.peek() !== null) return;
      const running = await runningJob();
      if (running !== null && job.peek() === null) follow(running);
    },
    async stop(): Promise<void> {
      const id = job.peek()?.id;
      if (id === undefined) return;
      await api.stopJob(id).then(take, (reason: unknown) => (error.value = asApiError(reason)));
    },
    /** Begins anew; an import under way goes on by itself. */
    clear(): void {
      leave();
      job.value = null;
      error.value = null;
    },
  };
}

export type Imports = ReturnType<typeof createImports>;

/** The way out where the refusal itself names none, as that of a damaged file does. */
const ADVICE: Readonly<Record<string, string>> = {
  'unsupported-type': 'Save it as text, Markdown, HTML, PDF, DOCX, EML or JSON Lines.',
  'too-large': 'Split it, or import it from the shell: onrecord ingest.',
  'limit-time': 'It took too long to read: split it, or save it in a simpler format.',
  'limit-memory': 'It needs too much memory: split it, or save it in a simpler format.',
};

export function advice(code: string): string | null {
  return ADVICE[code] ?? null;
}
