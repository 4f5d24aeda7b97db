import { computed, signal } from '@preact/signals';
import * as api from '../api/review.ts';
import {
  hasEnded,
  MAX_TEXT_LENGTH,
  type DocumentHints,
  type Job,
  type PasteDocument,
} from '../../server/contract/jobs.ts';
import { asApiError } from '../api/http.ts';
import { createFollowing, type Listen } from './import-following.ts';

/** What is to be imported, as far as it is filled in; kept while the dialog is closed. */
interface Draft {
  readonly files: readonly File[];
  readonly text: string;
  readonly hints: Readonly<Record<string, string>>;
}

const NOTHING: Draft = { files: [], text: '', hints: {} };

/** Why a text cannot be pasted; null when it can. */
export function tooLong(text: string): string | null {
  if (text.length <= MAX_TEXT_LENGTH) return null;
  const [length, most] = [text.length, MAX_TEXT_LENGTH].map((n) => n.toLocaleString('en'));
  return `This text has ${length} characters, and ${most} are read at once: split it and import its parts one after the other.`;
}

/** What was pasted: the source of a page and notes with front matter are known by how they begin. */
export function formatOfPasted(text: string): PasteDocument['format'] {
  if (/^\s*<(?:!doctype html|html|head|body|article|div|p)\b/i.test(text)) return 'html';
  return /^(?:---\r?\n[\w-]+:|\+\+\+\r?\n|# \S)/.test(text) ? 'markdown' : 'text';
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
  const { job, error, silent, takeStop, follow, drop } = createFollowing(listen, onOver);
  const sending = signal(false);
  const draft = signal<Draft>(NOTHING);

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

  /** Follows an import that runs on the server, e.g. one begun before the page was reloaded. */
  async function takeUp(): Promise<void> {
    if (job.peek() !== null) return;
    const running = await runningJob();
    if (running !== null && job.peek() === null) follow(running);
  }

  async function stop(): Promise<void> {
    const id = job.peek()?.id;
    if (id === undefined) return;
    await api.stopJob(id).then(takeStop, (reason: unknown) => (error.value = asApiError(reason)));
  }

  return {
    job,
    error,
    sending,
    silent,
    draft,
    running: computed(() => job.value !== null && !hasEnded(job.value)),
    sendText: (document: PasteDocument) => send(() => api.importText(document)),
    sendFiles: (files: readonly File[], hints: DocumentHints) =>
      send(() => api.importFiles(files, hints)),
    takeUp,
    stop,
    clear: drop,
  };
}

export type Imports = ReturnType<typeof createImports>;
