import type { ErrorRequestHandler, Response } from 'express';
import { OnrecordError, type Problem } from '../contract/index.ts';

/** Sends an RFC 9457 problem. A reply that has begun is torn down, so that nobody takes it as whole. */
function sendProblem(response: Response, problem: Problem): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.status(problem.status);
  response.removeHeader('ETag');
  response.set('Cache-Control', 'no-store');
  response.set('Content-Type', 'application/problem+json; charset=utf-8');
  response.end(response.req.method === 'HEAD' ? undefined : JSON.stringify(problem));
}

const MASKED = new OnrecordError(
  'internal',
  'Something is wrong in the server, not in your request. The server log says what.',
);

function isUriError(error: unknown): boolean {
  return error instanceof URIError || (error as { code?: unknown }).code === 'ERR_INVALID_URL';
}

/**
 * Turns every error into a problem reply. One that we did not raise on purpose is handed to
 * `onFault` whole and reaches the caller masked as `internal`.
 */
export function problems(onFault: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    if (error instanceof OnrecordError) {
      sendProblem(response, error.toProblem());
    } else if (typeof error === 'object' && error !== null && isUriError(error)) {
      const detail = 'The address is not valid percent-encoded UTF-8.';
      sendProblem(response, new OnrecordError('bad-encoding', detail).toProblem());
    } else {
      onFault(error);
      sendProblem(response, MASKED.toProblem());
    }
  };
}
