import type { Request, Response } from 'express';
import {
  DocumentHints,
  hasEnded,
  OnrecordError,
  PasteDocument,
  REVIEW_ROUTES,
} from '../contract/index.ts';
import { jsonBody } from '../http/body.ts';
import { multipart } from '../http/multipart.ts';
import { serve, type Served } from '../http/serve.ts';
import { parseBody } from '../http/validate.ts';
import { MAX_FILE_BYTES, type JobRunner, type SourceFile } from '../ingest/index.ts';
import type { RouteDeps } from './deps.ts';

/** Files that one request may bring; a folder beyond it is brought in parts or from the shell. */
const MOST_FILES = 2000;

/** Bytes that one request may bring. */
const MOST_BYTES = 500_000_000;

/** JSON of a pasted document may take six bytes for one character. */
const MAX_PASTE_BYTES = 12_100_000;

const NAME_OF_FORMAT = { text: 'pasted.txt', markdown: 'pasted.md', html: 'pasted.html' } as const;

/** Bringing documents, attaching texts, and watching imports. */
export function importRoutes({ record, jobs }: RouteDeps): Served[] {
  return [
    {
      spec: REVIEW_ROUTES.importDocuments as unknown as Served['spec'],
      handle: async (request, response) => {
        const { files, hints } = await brought(request);
        response
          .set('Cache-Control', 'no-store')
          .status(202)
          .json(await jobs.add(files, hints));
      },
    },
    serve(REVIEW_ROUTES.attachText, async ({ params: { id }, body: { text } }) =>
      record.attachText(id, text),
    ),
    serve(REVIEW_ROUTES.removeDocument, async ({ params: { id } }) => ({
      removed: await record.removeDocument(id),
    })),
    serve(REVIEW_ROUTES.jobs, async () => listed(jobs), { fresh: 'never' }),
    serve(REVIEW_ROUTES.job, async ({ params: { id } }) => jobs.get(id), { fresh: 'never' }),
    serve(REVIEW_ROUTES.stopJob, async ({ params: { id } }) => jobs.stop(id)),
    {
      spec: REVIEW_ROUTES.jobEvents as unknown as Served['spec'],
      handle: async (request, response) => sendEvents(jobs, idOf(request), response),
    },
  ];
}

function listed(jobs: JobRunner) {
  const items = jobs.list();
  return { total: items.length, items };
}

interface Brought {
  readonly files: SourceFile[];
  readonly hints: DocumentHints;
}

async function brought(request: Request): Promise<Brought> {
  if (!request.is('multipart/form-data')) return pasted(request);
  // One byte over the limit is enough for the reader to refuse that file, and it alone.
  const limits = { files: MOST_FILES, fileSize: MAX_FILE_BYTES + 1, bytes: MOST_BYTES };
  const { files, fields } = await multipart(request, 'file', limits);
  if (files.length > 0) return { files, hints: parseBody(DocumentHints, fields) };
  throw new OnrecordError('bad-value', 'Send at least one part named “file”.', { field: 'file' });
}

async function pasted(request: Request): Promise<Brought> {
  const body = await jsonBody(request, MAX_PASTE_BYTES);
  const { text, format, ...hints } = parseBody(PasteDocument, body);
  const bytes = new TextEncoder().encode(text);
  return { files: [{ name: NAME_OF_FORMAT[format], mediaType: null, bytes }], hints };
}

function idOf(request: Request): string {
  return String(request.params['id']);
}

/** Server-sent events (WHATWG HTML, section 9.2): one at every change, until the job ends. */
function sendEvents(jobs: JobRunner, id: string, response: Response): void {
  jobs.get(id);
  response.set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    // no-transform keeps the compressing middleware from holding events back.
    'Cache-Control': 'no-store, no-transform',
  });
  let unwatch: (() => void) | null = null;
  const stop = () => unwatch?.();
  response.once('close', stop);
  unwatch = jobs.watch(id, (job) => {
    response.write(`event: job\ndata: ${JSON.stringify(job)}\n\n`);
    if (!hasEnded(job)) return;
    response.end();
    stop();
  });
}
