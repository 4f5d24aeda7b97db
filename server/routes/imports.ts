import type { Request, Response } from 'express';
import {
  DocumentHints,
  hasEnded,
  type Job,
  type JobChange,
  OnrecordError,
  PasteDocument,
  REVIEW_ROUTES,
} from '../contract/index.ts';
import { jsonBody } from '../http/body.ts';
import { multipart } from '../http/multipart.ts';
import { serve, serveRaw, type Served } from '../http/serve.ts';
import { parseBody } from '../http/validate.ts';
import { MAX_FILE_BYTES, type JobRunner } from '../ingest/index.ts';
import type { RouteDeps } from './deps.ts';

/** Files that one request may bring; a folder beyond it is brought in parts or from the shell. */
const MOST_FILES = 2000;

/** Bytes that one request may bring. */
const MOST_BYTES = 500_000_000;

const NAME_OF_FORMAT = { text: 'pasted.txt', markdown: 'pasted.md', html: 'pasted.html' } as const;

/** Bringing documents, attaching texts, and watching imports. */
export function importRoutes({ record, jobs, importer }: RouteDeps): Served[] {
  return [
    serveRaw(REVIEW_ROUTES.importDocuments, async (_asked, request, response) => {
      response.status(202).json(await brought(jobs, request));
    }),
    serve(REVIEW_ROUTES.attachText, async ({ params: { id }, body: { text } }) =>
      record.attachText(id, text),
    ),
    serve(REVIEW_ROUTES.readAgain, async ({ params: { id } }) => importer.readAgain(id)),
    serve(REVIEW_ROUTES.removeDocument, async ({ params: { id } }) => ({
      removed: await record.removeDocument(id),
    })),
    serve(
      REVIEW_ROUTES.jobs,
      async ({ query: { limit, cursor } }) => jobs.list(limit, cursor ?? null),
      { fresh: 'never' },
    ),
    serve(REVIEW_ROUTES.job, async ({ params: { id } }) => jobs.get(id), { fresh: 'never' }),
    serve(REVIEW_ROUTES.stopJob, async ({ params: { id } }) => jobs.stop(id)),
    serveRaw(REVIEW_ROUTES.jobEvents, ({ params: { id } }, _request, response) =>
      sendEvents(jobs, id, response),
    ),
  ];
}

async function brought(jobs: JobRunner, request: Request): Promise<Job> {
  if (!request.is('multipart/form-data')) return pasted(jobs, request);
  // One byte over the limit is enough for the reader to refuse that file, and it alone.
  const limits = { files: MOST_FILES, fileSize: MAX_FILE_BYTES + 1, bytes: MOST_BYTES };
  const arrival = await jobs.arrival();
  try {
    const fields = await multipart(request, 'file', limits, (file, content) =>
      arrival.put(file, content),
    );
    if (arrival.files.length === 0)
      throw new OnrecordError('bad-value', 'Send at least one part named “file”.', {
        field: 'file',
      });
    return await jobs.accept(arrival, parseBody(DocumentHints, fields));
  } catch (error) {
    await arrival.drop();
    throw error;
  }
}

async function pasted(jobs: JobRunner, request: Request): Promise<Job> {
  const body = await jsonBody(request, REVIEW_ROUTES.importDocuments.bodyLimit);
  const { text, format, ...hints } = parseBody(PasteDocument, body);
  const bytes = new TextEncoder().encode(text);
  return jobs.add([{ name: NAME_OF_FORMAT[format], mediaType: null, bytes }], hints);
}

/** Server-sent events (WHATWG HTML, section 9.2): the job, then its changes, until it ends. */
async function sendEvents(jobs: JobRunner, id: string, response: Response): Promise<void> {
  let gone = false;
  let unwatch = (): void => void (gone = true);
  response.once('close', () => unwatch());
  const send = (event: string, told: Job | JobChange, ended: boolean) => {
    response.write(`event: ${event}\ndata: ${JSON.stringify(told)}\n\n`);
    if (ended || response.req.method === 'HEAD') response.end();
  };
  const begin = (job: Job) => {
    response.set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      // no-transform keeps the compressing middleware from holding events back.
      'Cache-Control': 'no-store, no-transform',
    });
    send('job', job, hasEnded(job));
  };
  unwatch = await jobs.watch(id, begin, (change) => send('change', change, change.ended));
  if (gone) unwatch();
}
