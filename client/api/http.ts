import { z } from 'zod';
import { Problem } from '../../server/contract/errors.ts';

/** Schemas compiled with `new Function` are faster, but the page's own policy forbids eval. */
z.config({ jitless: true });

/**
 * Why a call failed: the server's own problem; `offline` when nobody answered to the end;
 * `bad-reply` when somebody did, but not in the words of the contract.
 */
export type Failure =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'offline' }
  | { readonly kind: 'bad-reply'; readonly detail: string };

/** The only error that a call rejects with, besides AbortError. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind === 'problem' ? failure.problem.detail : failure.kind);
    this.failure = failure;
  }
}

/** What was thrown, as an ApiError: what is none of ours is a reply that could not be handled. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError({ kind: 'bad-reply', detail: String(error) });
}

export type Params = readonly (readonly [key: string, value: string])[];

/** An address under /api with its query; keys and values are percent-encoded. */
export function address(path: string, params: Params = []): string {
  const search = new URLSearchParams(params.map(([key, value]) => [key, value])).toString();
  return `/api/${path}${search === '' ? '' : `?${search}`}`;
}

/** What a connection that failed means; rethrown as it is when the signal called it off. */
function lost(cause: unknown, signal: AbortSignal | null | undefined): unknown {
  return signal?.aborted === true ? cause : new ApiError({ kind: 'offline' });
}

/** Status and whole body; a connection can be lost before either. */
async function send(url: string, init: RequestInit): Promise<{ response: Response; text: string }> {
  try {
    const response = await fetch(url, init);
    return { response, text: await response.text() };
  } catch (cause) {
    throw lost(cause, init.signal);
  }
}

function parsedJson(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError({ kind: 'bad-reply', detail: `no JSON (HTTP ${status})` });
  }
}

function problemOf(reply: unknown, status: number): ApiError {
  const problem = Problem.safeParse(reply);
  return new ApiError(
    problem.success
      ? { kind: 'problem', problem: problem.data }
      : { kind: 'bad-reply', detail: `HTTP ${status} without a problem` },
  );
}

/**
 * Sends one request and parses the reply with its schema. Rejects with ApiError, or with the
 * signal's AbortError when it was called off.
 */
export async function request<S extends z.ZodType>(
  url: string,
  schema: S,
  init: RequestInit = {},
): Promise<z.infer<S>> {
  const { response, text } = await send(url, {
    ...init,
    headers: { accept: 'application/json', ...init.headers },
  });
  const reply = parsedJson(text, response.status);
  if (!response.ok) throw problemOf(reply, response.status);
  const parsed = schema.safeParse(reply);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ApiError({
    kind: 'bad-reply',
    detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as promised'}`,
  });
}
