import type { ErrorRequestHandler, Request, Response } from 'express';
import { escapeHtml, faultOfSurroundings, OnrecordError, type Problem } from '../contract/index.ts';
import { htmlPage } from './page.ts';

const JSON_TYPE = 'application/problem+json';

/** Whether HTML is preferred to JSON, as it is by browsers that navigate and by hardly a program. */
function prefersPage(request: Request): boolean {
  return request.accepts([JSON_TYPE, 'application/json', 'text/html']) === 'text/html';
}

/** A problem for a person who navigated to an address. */
function problemPage({ title, status, code, detail, type }: Problem): string {
  return htmlPage(
    `${title} – Onrecord`,
    `<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(detail)}</p>
<p><a href="/">Open the record</a></p>
<p>Status ${status}, code <a href="${escapeHtml(type)}"><code>${code}</code></a></p>
</main>`,
  );
}

/**
 * Sends an RFC 9457 problem, as JSON or as a page. A reply that has begun is torn down, so that
 * nobody takes it as whole.
 */
function sendProblem(response: Response, problem: Problem): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.status(problem.status);
  response.removeHeader('ETag');
  response.set('Cache-Control', 'no-store');
  response.vary('Accept');
  const asPage = prefersPage(response.req);
  response.set('Content-Type', `${asPage ? 'text/html' : JSON_TYPE}; charset=utf-8`);
  const body = asPage ? problemPage(problem) : JSON.stringify(problem);
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

const MASKED = new OnrecordError(
  'internal',
  'Something is wrong in the server, not in your request. The server log says what: try again, and report it if it stays.',
);

function isUriError(error: unknown): boolean {
  return error instanceof URIError || (error as { code?: unknown }).code === 'ERR_INVALID_URL';
}

/**
 * Turns every error into a problem reply. One that we did not raise on purpose is handed to
 * `onFault` whole and reaches the caller masked as `internal`, unless the surroundings explain it.
 */
export function problems(onFault: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    if (error instanceof OnrecordError) {
      sendProblem(response, error.toProblem());
    } else if (typeof error === 'object' && error !== null && isUriError(error)) {
      const detail =
        'The address is not valid percent-encoded UTF-8. Encode it with encodeURIComponent.';
      sendProblem(response, new OnrecordError('bad-encoding', detail).toProblem());
    } else {
      onFault(error);
      sendProblem(response, (faultOfSurroundings(error) ?? MASKED).toProblem());
    }
  };
}
