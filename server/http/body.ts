import type { Request } from 'express';
import { OnrecordError } from '../contract/index.ts';

/**
 * Reads a JSON body. Throws `unsupported-type` when it is declared as anything else (a form sent
 * by another site can never be JSON), `too-large`, `bad-encoding` for bytes that are not UTF-8,
 * `bad-json`.
 *
 * @param limit most bytes
 */
export async function jsonBody(request: Request, limit: number): Promise<unknown> {
  if (!request.is('application/json')) {
    throw new OnrecordError(
      'unsupported-type',
      'Send the body as JSON, with the header Content-Type: application/json.',
      { field: 'Content-Type' },
    );
  }
  const text = decodedUtf8(await bytesOf(request, limit));
  try {
    return JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'unreadable';
    throw new OnrecordError('bad-json', `The body is not JSON: ${detail}.`, { field: 'body' });
  }
}

/**
 * How many times the limit is read, and thrown away, of a body that is too large: whoever has sent
 * it all reads why it was refused. Beyond that the connection is closed.
 */
const DRAINED = 32;

async function bytesOf(request: Request, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else if (size > limit * DRAINED) break;
  }
  if (size <= limit) return Buffer.concat(chunks);
  throw new OnrecordError(
    'too-large',
    `The body has more than ${limit} bytes. Send less at once.`,
    {
      field: 'body',
    },
  );
}

function decodedUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new OnrecordError('bad-encoding', 'The body is not UTF-8. Send it as UTF-8.', {
      field: 'body',
    });
  }
}
